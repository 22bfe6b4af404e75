"""Checks for texts of a starter file that were not replaced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Status, address_of
from generator.model.starter_texts import STARTER_IDS, is_starter_title, may_contain_starter_text, starter_text_in
from generator.validate.text_locations import find_words, records_to_publish

_NAMES = (("name",), ("title",))


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R210 for each field of a public or scheduled record that has a starter text or an example address.

    Yield R210 also for a starter file's id, until its address is published: the address would then be permanent.
    """
    for raw, texts in records_to_publish(records):
        may_contain = may_contain_starter_text(texts.joined)
        for path, text in texts.each:
            is_title = path in _NAMES and is_starter_title(text, raw.kind)
            words = text if is_title else starter_text_in(text) if may_contain else None
            if words is not None:
                place = find_words(raw.source, words, raw.location_of(*path))
                hint = "replace it with your own words, or remove the field"
                yield rule("R210").diagnostic(f'an example from a starter file is still here: "{words}"', place, hint)
    yield from _ids(records)


def _ids(records: Records) -> Iterator[Diagnostic]:
    urls = records.published_urls
    published = {entry.address for entry in urls.record.published} if urls is not None else set()
    vocabulary = records.vocabulary.record if records.vocabulary is not None else None
    for located in records.cases_briefings_notices:
        record, raw = located.record, located.raw
        is_new = record.id in STARTER_IDS and address_of(record, vocabulary) not in published
        if is_new and record.status not in (Status.DRAFT, Status.WITHDRAWN):
            what = (
                "remove the line"
                if "id" in raw.values
                else f"rename {raw.file if raw.kind == 'notice' else raw.folder}"
            )
            hint = f"{what}: the id becomes the address of the page, and cannot be changed later"
            yield rule("R210").diagnostic(
                f'the id is still "{record.id}", from a starter file', raw.location_of("id"), hint
            )
