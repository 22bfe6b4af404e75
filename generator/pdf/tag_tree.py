"""The tags of a PDF as a tree, with the standard kind of each (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, NumberObject, PdfObject

from generator.pdf.objects import MOST_OBJECTS, TooManyObjects, get_nested, name_inside, text_inside

STANDARD: Final = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby",
    "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
})  # fmt: skip
"""The kinds of ISO 32000-1, which every program knows."""

_NEWER: Final = frozenset(["DocumentFragment", "Aside", "Title", "FENote", "Sub", "Em", "Strong", "Artifact"])
"""The kinds that ISO 32000-2 added."""

_MOST_DEEP: Final = 200
_MOST_ROLES: Final = 20


@dataclass(slots=True)
class Tag:
    """One structure element."""

    source: DictionaryObject
    kind: str
    """The standard kind without a slash, such as `H1`; empty if the file does not say which it is."""

    parent: Tag | None
    page: int
    """1-based; 0 if unknown."""

    children: list[Tag] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    """The pieces of page content directly in it: the page, 0 if unknown, and the id there."""

    annotations: list[int] = field(default_factory=list)
    """The object numbers of the links and fields directly in it."""

    remapped: bool = False
    """True if the file gives a standard kind another meaning."""

    def walk(self) -> Iterator[Tag]:
        """Yield this tag and all below it, in reading order."""
        waiting = [self]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting += reversed(tag.children)

    @property
    def language(self) -> str:
        """The language that it or a tag around it names; empty if none does."""
        tag: Tag | None = self
        while tag is not None:
            language = text_inside(tag.source, "/Lang")
            if language:
                return language
            tag = tag.parent
        return ""

    @property
    def has_replacement(self) -> bool:
        """True if it has a text alternative, or a replacement text, which may be empty."""
        return bool(text_inside(self.source, "/Alt")) or get_nested(self.source, "/ActualText") is not None

    def attribute(self, owner: str, key: str) -> PdfObject | None:
        """Return an attribute of this owner, such as `/Table`; None if it has none."""
        given = get_nested(self.source, "/A")
        for entry in list.__iter__(given) if isinstance(given, ArrayObject) else (given,):
            attributes = entry.get_object() if entry is not None else None
            if (
                isinstance(attributes, DictionaryObject)
                and name_inside(attributes, "/O") == owner
                and key in attributes
            ):
                return attributes[key]
        return None


def tag_tree(root: DictionaryObject, pages: dict[int, int]) -> Tag | None:
    """Return the root of the tags, whose kind is empty; None if the file has none.

    `pages` has the number of each page, 1-based, by its object number.
    """
    tree = get_nested(root, "/StructTreeRoot")
    if not isinstance(tree, DictionaryObject) or get_nested(tree, "/K") is None:
        return None
    given = get_nested(tree, "/RoleMap")
    roles = given if isinstance(given, DictionaryObject) else DictionaryObject()
    top = Tag(tree, "", None, 0)
    waiting: list[tuple[PdfObject | None, Tag, int]] = [(dict.get(tree, "/K"), top, 0)]
    seen: set[int] = set()
    while waiting:
        raw, parent, depth = waiting.pop()
        entry = raw.get_object() if raw is not None else None
        if isinstance(entry, ArrayObject):
            waiting += [(kid, parent, depth) for kid in reversed(list(list.__iter__(entry)))]
        elif isinstance(entry, NumberObject):
            parent.content.append((_page_of(parent.source, pages), int(entry)))
        elif isinstance(entry, DictionaryObject):
            if "/MCID" in entry and "/S" not in entry:
                page = _page_of(entry, pages) or _page_of(parent.source, pages)
                content_id = entry["/MCID"]
                if isinstance(content_id, int):
                    parent.content.append((page, int(content_id)))
                parent.page = parent.page or page
            elif "/Obj" in entry and "/S" not in entry:
                parent.page = parent.page or _page_of(entry, pages)
                held = entry.raw_get("/Obj")
                if isinstance(held, IndirectObject):
                    parent.annotations.append(held.idnum)
            elif id(entry) not in seen and depth < _MOST_DEEP:
                seen.add(id(entry))
                if len(seen) > MOST_OBJECTS:
                    raise TooManyObjects
                name = name_inside(entry, "/S")[1:]
                kind, remapped = _standard_kind(name, roles, entry)
                tag = Tag(entry, kind, parent, _page_of(entry, pages) or parent.page, remapped=remapped)
                parent.children.append(tag)
                waiting.append((dict.get(entry, "/K"), tag, depth + 1))
    return top


def _page_of(entry: DictionaryObject, pages: dict[int, int]) -> int:
    page = dict.get(entry, "/Pg")
    return pages.get(page.idnum, 0) if isinstance(page, IndirectObject) else 0


def _standard_kind(name: str, roles: DictionaryObject, entry: DictionaryObject) -> tuple[str, bool]:
    """Return the standard kind of a tag, and whether the file maps a standard kind to another one."""
    if name in STANDARD:
        return name, name_inside(roles, f"/{name}") not in ("", f"/{name}")
    current = name
    for _ in range(_MOST_ROLES):
        if f"/{current}" not in roles:
            break
        current = name_inside(roles, f"/{current}")[1:]
        if current in STANDARD:
            return current, False
    if current in _NEWER or "/NS" in entry or (current.startswith("H") and current[1:].isdigit()):
        return current, False
    return "", False


def texts_of(value: object) -> tuple[str, ...]:
    """Return the ids in an attribute such as `/Headers`."""
    entries = list.__iter__(value) if isinstance(value, ArrayObject) else (value,)
    resolved = (entry.get_object() if isinstance(entry, PdfObject) else None for entry in entries)
    return tuple(
        bytes(each).decode("latin-1") if isinstance(each, ByteStringObject) else str(each)
        for each in resolved
        if each is not None
    )
