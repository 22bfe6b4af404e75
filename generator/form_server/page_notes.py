"""What the page next to a form says if it cannot follow what is typed."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from generator.form_server.editing_session import known_form
from generator.serve.current_build import ServedBuild

_BEHIND: Final = (
    "This is the last page without a mistake. It follows what you type when the mistake is corrected: Save lists it."
)
_BEHIND_OTHERS: Final = (
    "This is the last page without a mistake. It follows what you type when the mistake{place} is corrected."
)


def form_of(query: str) -> str:
    """Return the record whose form is next to a page, `case/heron`; empty for a page in a separate tab."""
    return parse_qs(query).get("form", [""])[0]


def note_of(form: str, shown: ServedBuild) -> str:
    """Return the line on a page that cannot follow what is typed; empty if it can."""
    if not shown.faults:
        return ""
    kind, _, identity = form.partition("/")
    known = known_form(kind, identity)
    file = known.file_of(identity) if known is not None else ""
    if any(each.location is not None and each.location.file == file for each in shown.faults):
        return _BEHIND
    place = next((each.location.file for each in shown.faults if each.location is not None), "")
    return _BEHIND_OTHERS.format(place=f" in {place}" if place else "")
