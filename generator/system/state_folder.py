"""The folder of the user for what a program must not lose, such as half-typed texts. Only the user can read it."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import Final

_NAME: Final = "reviews-library"


def state_folder() -> Path:
    """Return the folder, created if it is missing. Raises OSError if it is not only the user's."""
    named = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    base = Path(named) if named and Path(named).is_absolute() else Path.home() / ".local" / "state"
    return private_folder(base / _NAME)


def site_state_folder(root: Path) -> Path:
    """Return the part of the folder that is about one site, created if it is missing. Raises OSError as above."""
    return private_folder(
        private_folder(state_folder() / "drafts") / sha256(str(root.resolve()).encode()).hexdigest()[:16]
    )


def private_folder(path: Path) -> Path:
    """Return a folder that only the user can read, created if it is missing.

    Raises PermissionError if it belongs to another user, or if it is a link.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    status = path.lstat()
    is_foreign = hasattr(os, "getuid") and status.st_uid != os.getuid()
    if is_foreign or not stat.S_ISDIR(status.st_mode):
        raise PermissionError(f"{path} is not a folder of this user")
    if stat.S_IMODE(status.st_mode) != 0o700:
        path.chmod(0o700)
    return path
