"""Finds the pictures on the pages of records, with their addresses and sizes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model import Briefing, Case, Notice, Records, address_of, addresses
from generator.model.document import suffix_of
from generator.model.record_picture import PublishedRecordPicture
from generator.model.vocabulary import Vocabulary


def published_pictures(
    records: Records, vocabulary: Vocabulary, public: Iterable[Case | Briefing | Notice]
) -> Mapping[tuple[str, str], tuple[PublishedRecordPicture, ...]]:
    """Return record kind and id to the pictures on its page, for every public record that has one."""
    shown = {id(each) for each in public}
    return {
        (located.raw.kind, located.record.id): tuple(
            PublishedRecordPicture(
                addresses.record_picture(address_of(located.record, vocabulary), number, suffix_of(picture.file)),
                facts.path,
                *facts.picture_size,
                picture.alt,
                picture.caption or "",
            )
            for number, picture in enumerate(located.record.pictures, 1)
            if (facts := records.files.get((located.raw.file, picture.file))) is not None
            and facts.picture_size is not None
        )
        for located in records.cases_briefings_notices
        if id(located.record) in shown and located.record.pictures
    }
