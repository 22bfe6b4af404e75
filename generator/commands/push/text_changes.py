"""Says which texts of public pages a change alters: what `reader_changes` does not list. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.commands.changes.changed_site import State
from generator.forms import FORMS, RecordForm
from generator.model import Records, title_of

_SINGLES: Final = {
    "partnership": "What the site says about the partnership changes",
    "vocabulary": "Words of the vocabulary change, on each page that shows them",
}
_NOT_A_TEXT: Final = frozenset({"status", "status_since", "publish_on", "documents", "published", "after"})
"""What `reader_changes` says in its own words."""


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
    old = {each.record.ref: each.record for each in before.records.cases_briefings_notices}
    for located in after.records.cases_briefings_notices:
        record = located.record
        earlier = old.get(record.ref)
        if earlier is None or not (record.is_public(after.library.today) and earlier.is_public(before.library.today)):
            continue
        form = FORMS[record.ref.partition(":")[0]]
        labels = [
            _label(form, name)
            for name in type(record).model_fields
            if name not in _NOT_A_TEXT | _private(form) and getattr(record, name) != getattr(earlier, name, None)
        ]
        if labels:
            yield f'The page of "{title_of(record)}" changes: {", ".join(labels)}'
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


def _label(form: RecordForm, name: str) -> str:
    field = form.fields.field(name)
    label = field.words.label if field is not None else name
    return label[:1].lower() + label[1:]


def _private(form: RecordForm) -> frozenset[str]:
    return frozenset(name for group in form.groups if group.is_private for name in group.names)


def _single(records: Records, kind: str) -> object:
    located = getattr(records, kind)
    return located.record if located is not None else None
