"""What both peers are given: the bodies as Markdown, and the theme with the partnership's own words in it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from generator.model import PartialDate, addresses
from generator.model.slots import SLOT_PATTERN

from .corpus import Briefing, Case

DOCUMENTS: Final = (
    "Report: held by the partnership, available on request",
    "Statement: held by the partnership, available on request",
)

_CALL: Final = """<ul class="lib-contacts">
<li><strong>In immediate danger</strong> <a href="tel:999">999</a></li>
<li><strong>Ambleford Front Door</strong> <a href="tel:01632960101">01632 960101</a> Monday to Friday</li>
<li><strong>Out of hours</strong> <a href="tel:01632960102">01632 960102</a></li>
</ul>"""
_FOOTER: Final = """<ul>
<li><a href="https://ambleford.example/">Ambleford Safeguarding Partnership</a></li>
<li><a href="https://ambleford.example/feedback">Tell us what you think</a></li>
</ul>"""
CHROME: Final = {
    "partnership-name": "Ambleford Safeguarding Partnership",
    "library-name": "Ambleford reviews library",
    "area": "Ambleford",
    "exit-address": "https://www.bbc.co.uk/weather",
    "worried": _CALL,
    "footer-links": _FOOTER,
}
"""What stands in the slots of every page, written out: the peers have nothing to compute there."""

_LINK: Final = re.compile(r"\]\(briefing:([a-z0-9-]+)\)")


def fill(text: str, contents: Mapping[str, str]) -> str:
    """Puts texts in the place of slots, by the slot's name and arguments; other slots stay as they are."""

    def content(slot: re.Match[str]) -> str:
        return contents.get(f"{slot[1]}{slot[2]}", slot[0])

    return SLOT_PATTERN.sub(content, text)


def copy_overrides(source: Path, target: Path) -> None:
    """The theme's overrides, with the chrome's slots filled."""
    shutil.copytree(source, target)
    for template in target.rglob("*.html"):
        template.write_text(fill(template.read_text(encoding="utf-8"), CHROME), encoding="utf-8")


def case_body(case: Case, link: Callable[[str], str]) -> str:
    """The four parts of a case as Markdown. `link` turns a page's address into what a link holds."""
    body = "\n\n".join(
        (
            f"## What happened\n\n{case.story}",
            f"## What we learned\n\n{bullets(case.learning)}",
            f"## Advice for practitioners\n\n{bullets(case.practice)}",
            f"## Advice for the community\n\n{bullets(case.community)}",
            f"## Documents\n\n{bullets(DOCUMENTS)}",
        )
    )
    return _LINK.sub(lambda found: f"]({link(addresses.briefing(found[1]))})", body)


def briefing_body(briefing: Briefing) -> str:
    """The seven sections and the questions as Markdown."""
    sections = "\n\n".join(f"## {heading}\n\n{body}" for heading, body in briefing.sections)
    return f"{sections}\n\n## Questions for your team\n\n{bullets(briefing.questions)}"


def front_matter(fields: Mapping[str, object]) -> str:
    """A page's fields between its two rules. JSON is YAML too, and both peers read it fast."""
    return f"---\n{json.dumps(fields, ensure_ascii=False)}\n---\n"


def when(iso: str) -> str:
    """A date as it is read: `September 2014`."""
    return PartialDate.parse(iso).label


def bullets(items: Iterable[str]) -> str:
    """A Markdown list."""
    return "\n".join(f"- {item}" for item in items)


def write(file: Path, text: str) -> None:
    """Writes a text file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
