"""The three weights of a finding, short enough for a table."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.diagnostic import Severity

E: Final = Severity.ERROR
W: Final = Severity.WARNING
N: Final = Severity.NOTE
