"""Says which texts of public pages a change alters: what `reader_changes` does not list. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from generator.commands.changes.changed_site import State
from generator.commands.changes.reader_changes import WithPage, named, page_address
from generator.commands.push.site_files import RECORD_FOLDERS
from generator.forms import FORMS
from generator.model import Bulletin, Records, Year

_SINGLES: Final = {
    "partnership": "What the site says about the partnership changes",
    "vocabulary": "Words of the vocabulary change, on each page that shows them",
}
_NOT_A_TEXT: Final = frozenset(
    {"status", "status_since", "publish_on", "documents", "corrections", "published", "after"}
)
"""What `reader_changes` says in its own words."""

_OF_A_STATUS: Final = frozenset({"status_reason", "sent", "items"})
"""What changes together with a status. `reader_changes` says it with the status."""

_LABELS_OF_YEAR: Final = {"figures": "tables of figures", "stated": "lists in the annual report"}
"""The fields of a year, which has no form, if their names are not words for people."""


def text_changes(before: State, after: State) -> tuple[str, ...]:
    """Return a sentence for each public page whose text differs, and for each file that many pages show.

    Empty if one of the states has errors.
    """
    if before.library is None or after.library is None:
        return ()
    return tuple(_changes(before, after))


def _changes(before: State, after: State) -> Iterator[str]:
    assert before.library is not None
    assert after.library is not None
    old = _public(before)
    for name, record in _public(after).items():
        earlier = old.get(name)
        if earlier is None:
            continue
        labels = list(_labels(name.partition(":")[0], earlier, record))
        if labels:
            yield f"The page of {named(record)} changes: {', '.join(labels)}"
    for kind, sentence in _SINGLES.items():
        if _single(before.records, kind) != _single(after.records, kind):
            yield sentence
    was, now = ({page.address: page for page in state.records.pages} for state in (before, after))
    for address in sorted({*was, *now}):
        earlier_page, page = was.get(address), now.get(address)
        if (page is not None and page.is_frame) or (earlier_page is not None and earlier_page.is_frame):
            continue
        shown = f"/{address}" if address else "of the site that readers see first"
        if earlier_page is None:
            yield f"New page: {shown}"
        elif page is not None and page.source.text != earlier_page.source.text:
            yield f"The page {shown} has another text"


def look_changes(names: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence each for the look of the site, and for pictures and other files of pages, if they differ.

    Give it the files that differ, as paths from the root of the site.
    """
    other = [name for name in names if PurePosixPath(name).suffix not in (".yml", ".yaml", ".md")]
    of_pages = [name for name in other if name.startswith("content/pages/")]
    look = [name for name in other if not name.startswith((*RECORD_FOLDERS, "content/pages/"))]
    look += [name for name in names if name == "mkdocs.yml"]
    sentences = {
        "The look or the settings of the site change, on all pages": look,
        "Files that pages show or link to change": of_pages,
    }
    return tuple(f"{sentence}: {', '.join(found)}" for sentence, found in sentences.items() if found)


def _public(state: State) -> dict[str, WithPage]:
    """Return the records with a public page, by kind and id. One that has no page in the site is left out."""
    assert state.library is not None
    today = state.library.today
    return {
        f"{each.raw.kind}:{each.record.id}": each.record
        for each in state.records.prose_records
        if each.record.is_public(today)
        and (not isinstance(each.record, Bulletin | Year) or page_address(each.record) in state.addresses)
    }


def _labels(kind: str, earlier: WithPage, record: WithPage) -> Iterator[str]:
    """Yield the labels of the fields that readers see and that differ."""
    left_out = _NOT_A_TEXT | _private(kind)
    if record.status != earlier.status:
        left_out |= _OF_A_STATUS
    for name in type(record).model_fields:
        if name not in left_out and getattr(record, name) != getattr(earlier, name, None):
            yield _label(kind, name)


def _label(kind: str, name: str) -> str:
    field = FORMS[kind].fields.field(name) if kind in FORMS else None
    label = field.words.label if field is not None else _LABELS_OF_YEAR.get(name, name)
    return label[:1].lower() + label[1:]


def _private(kind: str) -> frozenset[str]:
    if kind not in FORMS:
        return frozenset({"sources"})
    return frozenset(name for group in FORMS[kind].groups if group.is_private for name in group.names)


def _single(records: Records, kind: str) -> object:
    located = getattr(records, kind)
    return located.record if located is not None else None
