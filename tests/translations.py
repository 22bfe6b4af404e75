"""Writes the list of all interface texts and brings each catalogue up to date with it: `python -m tests.translations`.

A new text gets an empty entry in `generator/languages/cy.po`. Somebody who knows the language fills it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from generator.model.slots import SLOT_PATTERN, TEXT
from generator.render.jinja_environment import environment

REPOSITORY: Final = Path(__file__).parents[1]
CATALOGUES: Final = REPOSITORY / "generator" / "languages"
TEMPLATES: Final = REPOSITORY / "generator" / "render" / "templates"
THEME: Final = REPOSITORY / "overrides"
_KEYWORDS: Final = {"_": None, "gettext": None, "ngettext": (1, 2), "message": None, "plural_message": (1, 2)}
_HEADER: Final = "# The interface texts of the generator. Written by: python -m tests.translations\n"

_SHOWN_ATTRIBUTE: Final = re.compile(r'\b(?:aria-label|placeholder|alt|title)="([^"]*)"')
_HIDDEN: Final = re.compile(r"<style\b.*?</style>|<script\b.*?</script>|<!--.*?-->|<[^>]*>", re.DOTALL)
_ATTRIBUTES: Final = re.compile(r'(?:\s+(?:data-[a-z-]+|[a-z-]+="[^"]*")(?:="[^"]*")?)+')
"""Only attributes: the content of a block inside a tag."""

_WORD: Final = re.compile(r"[A-Za-z]{2,}")


def templates() -> list[Path]:
    """Return every template of the generator with text for readers."""
    return sorted(path for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".txt", ".xml"))


def theme_templates() -> list[Path]:
    """Return the templates of the theme, which the site engine renders."""
    return sorted(path for path in THEME.rglob("*.html") if path.name != "color-scheme-script.html")


def texts_outside_translations(source: str) -> Iterator[str]:
    """Yield each text of a template that readers see, in the page or in an attribute, and that is not translated."""
    shown, is_translated, begins_block = "", False, False
    for _, kind, value in environment().lex(source):
        if kind == "block_begin":
            begins_block = True
        elif begins_block and kind == "name":
            is_translated = value == "trans" or (is_translated and value != "endtrans")
            begins_block = False
        elif kind == "data" and not is_translated:
            shown += value
        elif kind == "variable_begin" or kind == "block_end":
            shown += "\0"
    for attribute in _SHOWN_ATTRIBUTE.findall(shown):
        if _WORD.search(attribute):
            yield attribute
    for text in re.split(r"\0|\n", _HIDDEN.sub("\0", shown)):
        if _WORD.search(text) and not _ATTRIBUTES.fullmatch(text):
            yield text.strip()


def strings_outside_translations(source: str) -> Iterator[str]:
    """Yield each string of a template's expressions that reads like a text for readers and is not translated."""
    tree = environment().parse(source)
    translated = {
        id(each)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext")
        for each in call.find_all(nodes.Const)
    }
    for constant in tree.find_all(nodes.Const):
        value = constant.value
        if (
            isinstance(value, str)
            and id(constant) not in translated
            and re.match(r"[A-Z\W]*[A-Z][a-z]+|.*[a-z] [a-z]", value)
        ):
            yield value


def extract_messages() -> Catalog:
    """Return a catalogue with every text that the generator, its theme and its scripts can show to readers."""
    catalogue = Catalog(project="reviews-library", charset="utf-8")
    for path in sorted(REPOSITORY.joinpath("generator").rglob("*.py")):
        _add(catalogue, path, "python")
    for path in templates():
        _add(catalogue, path, "jinja2.ext:babel_extract")
    for path in sorted((THEME / "assets").glob("*.js")):
        _add(catalogue, path, "javascript")
    for path in theme_templates():
        for slot in SLOT_PATTERN.finditer(path.read_text(encoding="utf-8")):
            if slot[1] == TEXT:
                catalogue.add(slot[2].strip(), locations=[(_name(path), 0)])
    return catalogue


def _add(catalogue: Catalog, path: Path, method: str) -> None:
    options = {"trimmed": "false", "silent": "false"} if method.startswith("jinja2") else {}
    with path.open("rb") as source:
        for _, text, comments, context in extract(method, source, _KEYWORDS, options=options):
            catalogue.add(text, locations=[(_name(path), 0)], auto_comments=comments, context=context)


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def template_text() -> bytes:
    """Return the content of `messages.pot`."""
    return _as_po(extract_messages())


def catalogue_text(path: Path) -> bytes:
    """Return the content of a catalogue after it was brought up to date: its translations, and all current texts."""
    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.stem)
    catalogue.update(extract_messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return _as_po(catalogue)


def _as_po(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalogue, width=120, omit_header=True, sort_output=True, include_lineno=False)
    language = f'"Language: {catalogue.locale}\\n"\n' if catalogue.locale else ""
    plurals = f'"Plural-Forms: {catalogue.plural_forms}\\n"\n' if catalogue.locale else ""
    header = f'{_HEADER}msgid ""\nmsgstr ""\n{language}{plurals}"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header.encode() + written.getvalue()


if __name__ == "__main__":
    (CATALOGUES / "messages.pot").write_bytes(template_text())
    for po_file in sorted(CATALOGUES.glob("*.po")):
        po_file.write_bytes(catalogue_text(po_file))
