"""Says why the first start after an installation takes some seconds. Imports only what Python has loaded already."""

from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source


def announce_first_start() -> None:
    """Say in a terminal that Python compiles the modules now, if it does: later starts load their bytecode."""
    main = os.path.join(os.path.dirname(__file__), "main.py")  # noqa: PTH118, PTH120 pathlib is not loaded yet
    if sys.dont_write_bytecode or sys.stderr is None or not sys.stderr.isatty():
        return
    bytecode = cache_from_source(main)
    if not os.path.exists(bytecode) and os.access(os.path.dirname(__file__), os.W_OK):  # noqa: PTH110, PTH120
        sys.stderr.write("library: preparing the program for its first start; this takes some seconds\n")
