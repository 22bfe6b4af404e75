"""Identifies the version of the generator, so that caches of another version are not used."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.system import fingerprint_files


@cache
def compute_code_version() -> bytes:
    """Return bytes that change whenever a module, a template or another file of the installed generator changes."""
    package = Path(__file__).parent.parent
    # Folders have no suffix. Asking the system which paths are files would take as long as the fingerprint. Python and
    # Jinja write compiled modules and templates to __pycache__ when these are first used.
    files = (path for path in package.rglob("*") if path.suffix and path.parent.name != "__pycache__")
    return fingerprint_files(sorted(files))
