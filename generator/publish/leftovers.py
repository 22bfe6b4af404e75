"""What builds that were killed have left behind."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def remove_leftovers(folder: Path, prefix: str) -> None:
    """Removes each file or folder `<prefix><process id>` whose process is gone."""
    for each in folder.iterdir():
        process = each.name.removeprefix(prefix)
        if process == each.name or not process.isdecimal() or _is_alive(int(process)):
            continue
        if each.is_dir():
            shutil.rmtree(each, ignore_errors=True)
        else:
            each.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
