"""Runs the command in a separate process, on a small site with a PDF."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from tests import pdfs
from tests.conftest import REPOSITORY, Site
from tests.unit.diagnostics.conftest import lay

CASE: Final = "content/cases/rowan/case.yml"
DAY: Final = ("--today", "2026-11-25")
WITHDRAW: Final = ("withdraw", "rowan", "--reason", "The family asked for it.", *DAY)


def site_with_a_pdf(root: Path) -> Site:
    """The small sample site, laid in a folder that does not exist yet."""
    lay(root)
    (root / "report.pdf").write_bytes(pdfs.good())
    (root / "content/cases/rowan/report.pdf").write_bytes(pdfs.good(title="Rowan: report"))
    record = root / CASE
    record.write_text(record.read_text("utf-8").replace("availability: on-request", "file: report.pdf"), "utf-8")
    return Site(root)


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a command said. It ended as it should: not by a signal, and with no traceback."""
    text = (done.stdout or b"").decode() + (done.stderr or b"").decode()
    assert "Traceback" not in text and "Exception ignored" not in text, text
    assert done.returncode in (0, 1, 2), text
    return text


def run(
    site: Site, *arguments: str, env: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in the folder of the site."""
    options = {"cwd": site.root, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, env=environment, check=False, timeout=120, **options)
