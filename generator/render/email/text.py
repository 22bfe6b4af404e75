"""The e-mail as plain text: lines of up to 72 columns, underlined headings, each address on a separate line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from generator.markdown import to_plain, wrap_paragraph
from generator.render.email.view import MailView
from generator.render.jinja_environment import environment

_GAPS: Final = re.compile(r"\n{4,}")


def as_text(view: MailView, resolve: Callable[[str], str]) -> str:
    """Return the plain text. Only lines with an address may be longer than 72 columns."""
    text = (
        environment()
        .get_template("email/bulletin.txt")
        .render(view, welcome_text=to_plain(view["welcome"], resolve), fill=_fill, underlined=_underlined)
    )
    return _GAPS.sub("\n\n\n", text).strip("\n") + "\n"


def _fill(text: str, first: str = "") -> str:
    return "\n".join(wrap_paragraph(text, first=first))


def _underlined(text: str, with_: str) -> str:
    lines = wrap_paragraph(text)
    return "\n".join((*lines, with_ * max(map(len, lines), default=0)))
