"""Finds out whether a folder is on a drive whose changes the system does not report, from the mounts of Linux."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mountinfo")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_KINDS: Final = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda"),
        *("ceph", "glusterfs", "lustre", "beegfs", "gpfs", "ocfs2", "gfs2", "orangefs"),
        *("9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "fakeowner", "fuse"),
    }
)
"""File systems that other computers change as well: network drives, and folders that a virtual machine or container
shares with its host, such as drives of Windows in WSL. Linux reports only what programs of the same computer change
there."""

_KIND_WITH_PROGRAM: Final = "fuse."
"""A program provides the file system, such as `fuse.sshfs`, and changes it without the system. `fuseblk` is a disk."""


def network_drive_of(path: Path, mounts: str | None = None) -> str | None:
    """Return the kind of the network drive that a folder is on, such as `nfs4`. None if it is on another disk.

    `mounts` is the text of `/proc/self/mountinfo`; None to read it. None is returned if the system has no such file.
    """
    if mounts is None:
        mounts = ""
        with suppress(OSError):
            mounts = _MOUNTS.read_bytes().decode("utf-8", "surrogateescape")
    kind, longest = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        place = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        # A later mount in the same place hides the earlier one.
        if len(place.parts) >= longest and path.is_relative_to(place):
            kind, longest = after.split(" ")[0], len(place.parts)
    return kind if kind in _KINDS or kind.startswith(_KIND_WITH_PROGRAM) else None
