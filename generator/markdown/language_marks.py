"""The language of a paragraph in prose: `{lang=ar dir=rtl}` at its end, as Python-Markdown's attr_list writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.languages.tags import direction_of, is_known_tag
from generator.markdown.other_scripts import has_right_to_left, reads_from_the_right

_PAIR: Final = r"""(?:lang|dir)=(?:"[^"{}\s]*"|&quot;[^"{}\s&]*&quot;|'[^'{}\s]*'|[^\s{}"'&]+)"""
_WRITTEN: Final = re.compile(rf"\{{:?[ ]*(({_PAIR})(?:[ ]+{_PAIR})*)[ ]*\}}(?=[ ]*(?:$|\Z))", re.MULTILINE)
_AT_END: Final = re.compile(
    rf"<(p|li|h[1-6]|th|td)>((?:(?!</?\1[ >]).)*?)\s*\{{:?[ ]*({_PAIR}(?:[ ]+{_PAIR})*)[ ]*\}}\s*</\1>", re.DOTALL
)
_VALUE: Final = re.compile(r"(lang|dir)=[\"']?(?:&quot;)?([^\s\"'{}&]*)")
_BLOCK: Final = re.compile(r"<(p|li|h[1-6]|th|td)>((?:(?!</?\1[ >]).)*?)</\1>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
DIRECTIONS: Final = ("ltr", "rtl")


@dataclass(frozen=True, slots=True)
class LanguageMark:
    """A mark as an editor wrote it."""

    written: str
    language: str | None
    direction: str | None


def language_marks(text: str) -> Iterator[LanguageMark]:
    """Yield each mark at the end of a line of prose, also one with a wrong language."""
    if "{" not in text:
        return
    for found in _WRITTEN.finditer(text):
        values = dict(_VALUE.findall(found[1]))
        yield LanguageMark(found[0], values.get("lang"), values.get("dir"))


def apply_language_marks(html: str) -> str:
    """Replace the mark at the end of a block with attributes of its element. A wrong mark stays as it is.

    A block without a mark that is mostly in Arabic or Hebrew letters has the direction of these.
    """
    html = _AT_END.sub(_attributes, html) if "=" in html and "{" in html else html
    return _BLOCK.sub(_direction, html) if has_right_to_left(html) else html


def _direction(found: re.Match[str]) -> str:
    tag, inside = found.groups()
    return f'<{tag} dir="rtl">{inside}</{tag}>' if reads_from_the_right(_TAG.sub("", inside)) else found[0]


def _attributes(found: re.Match[str]) -> str:
    tag, inside, written = found.groups()
    values = dict(_VALUE.findall(written))
    language, direction = values.get("lang", ""), values.get("dir", "")
    if (language and not is_known_tag(language)) or (direction and direction not in DIRECTIONS):
        return found[0]
    named = f' lang="{language}"' if language else ""
    return f'<{tag}{named} dir="{direction or direction_of(language)}">{inside}</{tag}>'
