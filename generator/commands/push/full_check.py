"""Builds the whole site in the cache and checks every link, so that nothing broken is sent."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import Final

from generator.commands.check import build_and_check
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic, Severity

_OUTPUT: Final = "push"
"""The folder in the cache for the site that is built. The next check builds only what differs."""

_LEFT_OUT: Final = frozenset({"search"})
"""The search index takes long to build, and has no links."""


def find_build_errors(options: BuildOptions) -> tuple[Diagnostic, ...]:
    """Return the errors of a build of the whole site, and of a check of its links."""
    folder = options.root / ".cache" / "library" / _OUTPUT
    checked = replace(options, output=folder / "site", drafts=False, excluded=options.excluded | _LEFT_OUT)
    result = build_and_check(checked)
    if result.write_result is None and folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
    return tuple(each for each in result.diagnostics if each.severity is Severity.ERROR)
