"""Which folders are on a drive whose changes Linux does not report. The mounts are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.system import network_drive_of

MOUNTS = r"""
25 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
26 25 0:22 / /proc rw,nosuid shared:2 - proc proc rw
40 25 0:40 / /srv/reviews rw,relatime shared:9 - nfs4 server:/reviews rw,vers=4.2
41 40 0:41 / /srv/reviews/local rw,relatime - ext4 /dev/vdb rw
42 25 0:42 / /mnt/c rw,noatime - 9p C:\134 rw,aname=drvfs
43 25 0:43 / /media/our\040drive rw - cifs //server/share rw
44 25 0:44 / /home/a/ssh rw master:1 propagate_from:2 - fuse.sshfs a@server: rw
45 25 8:3 / /media/usb rw - fuseblk /dev/sdb1 rw
46 25 0:46 / /home/a/late rw - nfs server:/late rw
47 46 8:4 / /home/a/late rw - xfs /dev/sdc1 rw
48 25 0:48 / /home/b rw - autofs /etc/auto.home rw
49 48 0:49 / /home/b rw - nfs server:/b rw
50 25 0:50 / /workspaces rw - virtiofs host rw
51 25 0:51 / /media/usb2
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/site/content", None),
        ("/srv/reviews", "nfs4"),
        ("/srv/reviews/content/cases", "nfs4"),
        ("/srv/reviews-old", None),
        ("/srv/reviews/local/content", None),
        ("/mnt/c/Users/a/library/content", "9p"),
        ("/media/our drive/library", "cifs"),
        ("/home/a/ssh/library", "fuse.sshfs"),
        ("/media/usb/library", None),
        ("/media/usb2/library", None),
        ("/home/a/late/library", None),
        ("/home/b/library", "nfs"),
        ("/workspaces/library", "virtiofs"),
    ],
)
def test_a_network_drive_is_known_by_the_mount_that_the_folder_is_on(folder: str, kind: str | None) -> None:
    assert network_drive_of(Path(folder), MOUNTS) == kind


def test_a_system_without_a_list_of_mounts_has_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert network_drive_of(tmp_path, "") is None
    monkeypatch.setattr("generator.system.network_drives._MOUNTS", tmp_path / "nothing")
    assert network_drive_of(tmp_path) is None
