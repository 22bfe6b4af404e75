"""Identifies the version of the generator, so that caches of another version are not used."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.system import fingerprint_files


@cache
def compute_code_version() -> bytes:
    """Return bytes that change whenever a module, a template or another file of the installed generator changes."""
    package = Path(__file__).parent.parent
    # Folders have no suffix. Asking the system which paths are files would take as long as the fingerprint.
    return fingerprint_files(sorted(path for path in package.rglob("*") if path.suffix not in ("", ".pyc")))
