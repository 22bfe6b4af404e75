"""Finds the faults of tags that a reader notices. The clauses are those of PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.model import TagIssue, TagIssueKind
from generator.pdf.table_checks import check_table
from generator.pdf.tag_tree import Tag

_HEADINGS: Final = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_TRANSPARENT: Final = frozenset({"NonStruct", "Private", ""})
"""Kinds that only group: what is in them counts as in the tag around them."""

_PARENTS: Final[Mapping[str, tuple[frozenset[str], TagIssueKind]]] = {
    **{
        kind: (frozenset(parents), TagIssueKind.TABLE_ORDER)
        for kind, parents in {
            "TR": ("Table", "THead", "TBody", "TFoot"),
            "THead": ("Table",),
            "TBody": ("Table",),
            "TFoot": ("Table",),
            "TH": ("TR",),
            "TD": ("TR",),
        }.items()
    },
    "LI": (frozenset({"L"}), TagIssueKind.LIST_ORDER),
    "LBody": (frozenset({"LI"}), TagIssueKind.LIST_ORDER),
    "TOCI": (frozenset({"TOC"}), TagIssueKind.CONTENTS_ORDER),
}
"""The kinds of tag that only make sense in another one (7.2)."""

_CHILDREN: Final[Mapping[str, tuple[frozenset[str], TagIssueKind]]] = {
    "Table": (frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}), TagIssueKind.TABLE_ORDER),
    "TR": (frozenset({"TH", "TD"}), TagIssueKind.TABLE_ORDER),
    **dict.fromkeys(("THead", "TBody", "TFoot"), (frozenset({"TR"}), TagIssueKind.TABLE_ORDER)),
    "L": (frozenset({"L", "LI", "Caption"}), TagIssueKind.LIST_ORDER),
    "LI": (frozenset({"Lbl", "LBody"}), TagIssueKind.LIST_ORDER),
    "TOC": (frozenset({"TOC", "TOCI", "Caption"}), TagIssueKind.CONTENTS_ORDER),
    "TOCI": (frozenset({"Lbl", "Reference", "P", "NonStruct", "TOC"}), TagIssueKind.CONTENTS_ORDER),
}
"""What a kind of tag may contain (7.2)."""

_ONE_CAPTION: Final = {
    "Table": TagIssueKind.TABLE_ORDER,
    "L": TagIssueKind.LIST_ORDER,
    "TOC": TagIssueKind.CONTENTS_ORDER,
}


def find_tag_issues(top: Tag) -> Iterator[TagIssue]:
    """Yield every fault of the tags. `top` is the root of the tree."""
    tags = list(top.walk())[1:]
    yield from _headings(tags)
    for tag in (top, *tags):
        yield from _titles_of_sections(tag)
    for tag in tags:
        if not tag.kind or tag.remapped:
            yield TagIssue(_page(tag), TagIssueKind.UNKNOWN)
        for kind in _faults(tag):
            yield TagIssue(_page(tag), kind)


def _page(tag: Tag) -> int:
    """Return the page where a tag begins; 0 if unknown."""
    return next((each.page for each in tag.walk() if each.page), 0)


def _faults(tag: Tag) -> Iterator[TagIssueKind]:
    check = _OF_KIND.get(tag.kind)
    if check is not None:
        yield from check(tag)
    if tag.kind in _PARENTS:
        parents, fault = _PARENTS[tag.kind]
        if _parent_kind(tag) not in parents:
            yield fault
    if tag.kind in _CHILDREN:
        children, fault = _CHILDREN[tag.kind]
        if any(child.kind not in children for child in _shown_children(tag)):
            yield fault
    if tag.kind in _ONE_CAPTION:
        captions = [index for index, child in enumerate(tag.children) if child.kind == "Caption"]
        ends = {0, len(tag.children) - 1} if tag.kind == "Table" else {0}
        if len(captions) > 1 or not ends.issuperset(captions):
            yield _ONE_CAPTION[tag.kind]


def _parent_kind(tag: Tag) -> str:
    parent = tag.parent
    while parent is not None and parent.kind in _TRANSPARENT and parent.parent is not None:
        parent = parent.parent
    return parent.kind if parent is not None else ""


def _shown_children(tag: Tag) -> Iterator[Tag]:
    for child in tag.children:
        if child.kind in _TRANSPARENT:
            yield from _shown_children(child)
        elif child.kind != "Artifact":
            yield child


def _headings(tags: list[Tag]) -> Iterator[TagIssue]:
    """Yield the headings that are more than one level below the heading before them (7.4.2), and mixtures (7.4.4)."""
    last = 0
    kinds = {tag.kind for tag in tags}
    for tag in tags:
        if tag.kind in _HEADINGS:
            level = int(tag.kind[1])
            if level > last + 1:
                yield TagIssue(_page(tag), TagIssueKind.HEADING_LEVEL)
            last = level
        elif tag.kind == "H" and kinds & _HEADINGS:
            yield TagIssue(_page(tag), TagIssueKind.HEADING_KIND)


def _titles_of_sections(tag: Tag) -> Iterator[TagIssue]:
    """Yield a second heading without a level in one section."""
    titles = [child for child in tag.children if child.kind == "H"]
    if len(titles) > 1:
        yield TagIssue(_page(titles[1]), TagIssueKind.HEADING_KIND)


def _figure(tag: Tag) -> Iterator[TagIssueKind]:
    """7.3: a picture has a text alternative or a replacement text."""
    if not tag.has_replacement:
        yield TagIssueKind.FIGURE


def _formula(tag: Tag) -> Iterator[TagIssueKind]:
    if not tag.has_replacement:
        yield TagIssueKind.FORMULA


def _link(tag: Tag) -> Iterator[TagIssueKind]:
    """A link whose tag has neither words nor a text alternative is read out as an address, or not at all."""
    if not any(each.content or each.has_replacement for each in tag.walk()):
        yield TagIssueKind.EMPTY_LINK


_OF_KIND: Final[Mapping[str, Callable[[Tag], Iterator[TagIssueKind]]]] = {
    "Figure": _figure,
    "Formula": _formula,
    "Link": _link,
    "Table": check_table,
}
