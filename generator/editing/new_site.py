"""Drafts the files of a new library from nine answers: settings, words, pages and frames."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.editing.yaml_writer import quoted
from generator.model import addresses
from generator.model.partnership import Colours
from generator.model.site_sections import ADDABLE_SECTIONS, SiteSection

PeopleCovered = Literal["children", "adults", "both"]
"""Whose reviews the library publishes."""

_Fill = Callable[..., str]

_STARTER_SITE: Final = Path(__file__).parent.parent / "starter_site"
_PAGES: Final = "content/pages"

_START_FILES: Final = ("Start library.cmd", "Start library.command")
"""The files that install and start the program by a double-click: on Windows, and on macOS."""

_MENU: Final = {
    "home": "Home",
    "reviews": "Reviews",
    "briefings": "Briefings",
    "themes": "Themes",
    "about": "About",
    "search": "Search",
}
"""The sections of a new library by id, with their titles in the menu."""

_MENU_LINES: Final = re.compile(r"^nav:[ \t]*\r?\n(?P<entries>(?:[ \t]*-[ \t]+[^\n]*\n)+)", re.MULTILINE)
_WORDS_OF_YAML: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
_LAST_ENTRIES: Final = re.compile(r"\s(?:about|search)/index\.md\b")

_PERSON: Final = {"children": "a child", "adults": "an adult", "both": "a child or adult"}
_HELP_TEXT: Final = {
    "children": "Call if you are worried about a child or a family.",
    "adults": "Call if you are worried about an adult who needs care and support.",
    "both": "Call if you are worried about someone.",
}


@dataclass(frozen=True, slots=True)
class PhoneContact:
    """A number to call with a worry about someone."""

    label: str
    number: str
    about: PeopleCovered


@dataclass(frozen=True, slots=True)
class DocumentsContact:
    """The contact to ask for a document."""

    field: Literal["email", "url", "phone"]
    """The field of `documents_contact` that has the value."""

    value: str


@dataclass(frozen=True, slots=True)
class SiteAnswers:
    """The answers from which a new library is made."""

    name: str
    """The name of the partnership or board."""

    area: str
    about: PeopleCovered
    title: str
    """The name of the library, at the top of every page."""

    address: str | None
    """The public address of the site; None if it is not known yet."""

    phones: tuple[PhoneContact, ...]
    documents_contact: DocumentsContact | None
    """None if it is not known yet."""

    nation: str
    packs: tuple[str, ...]
    """The vocabulary packs that the library uses."""

    has_pack: bool
    """False if no pack has the review types of the nation."""

    colours: Colours | None
    """None for the colours of the theme."""


@dataclass(frozen=True, slots=True)
class NewSiteFile:
    """A file of a new library that is not written yet."""

    file: str
    """The path from the new library's root, with forward slashes."""

    text: str
    is_program: bool = False
    """True if a double-click runs it: on Linux and macOS such a file has a mark."""


def draft_site(answers: SiteAnswers, example_address: str) -> Iterator[NewSiteFile]:
    """Yield every file of a new library. `example_address` is used until the real address is known."""
    fill = _starter_templates(_context(answers, example_address))
    yield NewSiteFile("mkdocs.yml", fill("mkdocs.yml"))
    yield NewSiteFile("README.md", fill("README.md"))
    yield NewSiteFile(".gitignore", fill("gitignore"))
    yield NewSiteFile(".gitattributes", fill("gitattributes"))
    for name in _START_FILES:
        yield NewSiteFile(name, (_STARTER_SITE / name).read_bytes().decode(), is_program=True)
    for name in ("partnership.yml", "vocabulary.yml"):
        yield NewSiteFile(f"content/{name}", fill(name))
    for section in _MENU:
        yield from _section_files(section, fill)


def draft_section(section: str) -> Iterator[NewSiteFile]:
    """Yield the files of a section that a library can add: one of `ADDABLE_SECTIONS`."""
    yield from _section_files(section, _starter_templates({}))


def add_to_menu(settings: str, section: str) -> str | None:
    """Return the text of mkdocs.yml with a section in its menu, before "About" and "Search".

    Returns the text unchanged if the section is in the menu already, and None if the menu is not written as a list
    with one entry on each line.
    """
    return add_menu_entry(settings, ADDABLE_SECTIONS[section], f"{section}/index.md")


def add_menu_entry(settings: str, label: str, page: str) -> str | None:
    """Return the text of mkdocs.yml with an entry for a page in its menu, as `add_to_menu` does for a section."""
    menu = _MENU_LINES.search(settings)
    if menu is None:
        return None
    lines = menu["entries"].splitlines(keepends=True)
    if any(line.split("#")[0].rstrip().endswith(f" {page}") for line in lines):
        return settings
    place = next((n for n, line in enumerate(lines) if _LAST_ENTRIES.search(line)), len(lines))
    indent, _, rest = lines[0].partition("-")
    end = "\r\n" if rest.endswith("\r\n") else "\n"
    lines.insert(place, f"{indent}- {_key(label)}: {page}{end}")
    return settings[: menu.start("entries")] + "".join(lines) + settings[menu.end("entries") :]


def _key(label: str) -> str:
    return label if re.fullmatch(r"[A-Za-z][\w ]*\w", label) and label.lower() not in _WORDS_OF_YAML else quoted(label)


def _starter_templates(context: dict[str, object]) -> _Fill:
    """Return a function that fills in a file of the starter site."""
    templates = Environment(
        loader=FileSystemLoader(_STARTER_SITE),
        autoescape=False,  # noqa: S701 the files are YAML and Markdown; values have the filter `yaml`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<%#",  # the usual one is also how Markdown names a heading: {#documents}
        comment_end_string="%>",
    )
    templates.filters["yaml"] = quoted
    return lambda name, **more: templates.get_template(name).render(context, **more)


def _section_files(section: str, fill: _Fill) -> Iterator[NewSiteFile]:
    for page in _pages_of(section):
        yield NewSiteFile(f"{_PAGES}/{page}", fill(f"pages/{page}"))
    for folder in SiteSection(section).frame_folders if section in set(SiteSection) else ():
        yield NewSiteFile(f"{_PAGES}/{folder}/_frame.md", fill("frame.md", section=section, template="frame.html"))
    if section == SiteSection.BRIEFINGS:
        yield NewSiteFile(
            f"{_PAGES}/{addresses.SLIDES}_frame.md", fill("frame.md", section=section, template="slides.html")
        )


def _pages_of(section: str) -> list[str]:
    """Return the hand-written pages of a section, as paths in the folder of pages."""
    if section == "home":
        return ["index.md"]
    return sorted(f"{section}/{path.name}" for path in (_STARTER_SITE / "pages" / section).glob("*.md"))


def _context(answers: SiteAnswers, example_address: str) -> dict[str, object]:
    return {
        "name": answers.name,
        "area": answers.area,
        "about": answers.about,
        "person": _PERSON[answers.about],
        "title": answers.title,
        "description": f"Safeguarding reviews from {answers.area}, and the briefings that pass on what was learned.",
        "has_address": answers.address is not None,
        "address": answers.address or example_address,
        "phones": [_phone(number, phone, answers) for number, phone in enumerate(answers.phones, 1)],
        "documents_contact": answers.documents_contact,
        "nation": answers.nation,
        "packs": answers.packs,
        "has_pack": answers.has_pack,
        "colours": answers.colours,
        "sections": [
            {"title": title, "page": "index.md" if section == "home" else f"{section}/index.md"}
            for section, title in _MENU.items()
        ],
    }


def _phone(number: int, phone: PhoneContact, answers: SiteAnswers) -> dict[str, str]:
    """Return one phone contact for the template. `about` is empty if the number is for everybody in the library."""
    about = phone.about if answers.about == "both" and phone.about != "both" else ""
    return {
        "id": f"phone-{number}",
        "label": phone.label,
        "number": phone.number,
        "text": _HELP_TEXT[answers.about if phone.about == "both" else phone.about],
        "about": about,
    }
