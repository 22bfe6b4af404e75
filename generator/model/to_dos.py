"""Notes of the editors on what is still to do: `# To do: add the phone number` in a settings file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model.raw_record import Source

_COMMENT: Final = re.compile(r"^[ \t]*#[ \t]*to[ -]?do:[ \t]*(?P<text>\S.*?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


def to_do(text: str, location: Location, hint: str) -> Diagnostic:
    """Return the S030 for a note. `hint` says how to remove the note."""
    words = " ".join(text.split()).rstrip(".")
    return rule("S030").diagnostic(f"still to do: {words[:1].lower()}{words[1:]}", location, hint)


def to_dos_in_comments(source: Source) -> Iterator[Diagnostic]:
    """Yield S030 for each comment of a YAML file that starts with "To do:"."""
    for match in _COMMENT.finditer(source.text):
        yield to_do(match["text"], source.at_offset(match.start()), "do it, then delete this comment")
