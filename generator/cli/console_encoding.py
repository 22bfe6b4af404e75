"""Which characters the command writes, where a terminal does not know all of them."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def set_output_encoding() -> None:
    """Write UTF-8 into files and pipes, and "?" to a terminal for each character that it cannot show.

    Windows has other encodings for both, in which a name such as "Siân" or an arrow would end the command.
    The variable PYTHONIOENCODING still decides on the encoding.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.encoding if stream.isatty() or os.environ.get("PYTHONIOENCODING") else "utf-8"
            stream.reconfigure(encoding=chosen, errors="replace")
