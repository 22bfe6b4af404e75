"""Files that are written whole or not at all, and what killed processes have left on the way."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in its place in one step, in a folder that need not be there yet. An OSError when it cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
    remove_leftovers(path.parent, f"{path.name}.")


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
