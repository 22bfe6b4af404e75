"""Finds where else a record has been: copies that a build cannot take back, and whom to ask. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import (
    Bulletin,
    BulletinStatus,
    Case,
    Located,
    RawRecord,
    Records,
    address_of,
    addresses,
    site_address,
)
from generator.model.publication import Publication
from generator.model.workflow import Repository

_UNSAID: Final = frozenset({"sources", "workflow", "briefings", "accepted_findings"})
"""Fields that are never published, or that a separate list covers."""


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """A place where the content has been, or may still be."""

    where: str
    do: str
    """What happens there automatically, or what somebody has to do."""

    details: tuple[str, ...] = ()
    """Addresses, days, files."""


def find_known_copies(records: Records, names: Iterable[str], site_url: str) -> tuple[KnownCopy, ...]:
    """Return every copy that the records know of, then those that no record can know.

    `names` are record names, such as `case:grace`.
    """
    wanted = frozenset(names)
    located = [record for record in records.cases_briefings_notices if record.record.ref in wanted]
    return (
        *_on_the_site(records, wanted, site_url),
        *_sent(records, wanted),
        *_handed_on(case.record for case in records.cases if case.record.ref in wanted),
        *_elsewhere(each.record for each in located),
        *_named_by_others(records, wanted),
        *_untracked_copies(each.raw.folder for each in located if each.raw.kind != "notice"),
    )


def _on_the_site(records: Records, names: frozenset[str], site_url: str) -> Iterator[KnownCopy]:
    words = records.vocabulary.record if records.vocabulary is not None else None
    pages = [
        address_of(record.record, words) for record in records.cases_briefings_notices if record.record.ref in names
    ]
    urls = records.published_urls.record.published if records.published_urls is not None else ()
    given = [url for url in urls if url.record in names]
    told = [
        f"/{each.address}, since {each.since.iso}"
        + (f", {len(each.versions)} versions" if len(each.versions) > 1 else "")
        for each in given
    ]
    yield KnownCopy(
        "The addresses that readers were given",
        "From the next build on each page says only that it was withdrawn and why, and each document is gone.",
        tuple(told) or tuple(f"/{page}" for page in pages),
    )
    old = [
        redirect_entry
        for redirect_entry in records.redirect_entries
        if (site_address(redirect_entry.new, site_url) or "").partition("#")[0] in pages
    ]
    if old:
        do = "They lead to the notice. Leave them."
        yield KnownCopy("Old addresses that lead there", do, tuple(each.old for each in old))
    yield KnownCopy(
        "Feeds and data",
        "The next build takes it out. Programs that read feeds keep what they have; nothing can call that back.",
        (f"/{addresses.FEED}", f"/{addresses.REVIEWS_JSON} and the other files in /data/"),
    )
    yield KnownCopy("The search on the site", "The next build makes its index without it.")


def _sent(records: Records, names: frozenset[str]) -> Iterator[KnownCopy]:
    told = tuple(line for bulletin in records.bulletins for line in _items_of(bulletin, names))
    if told:
        do = "Whoever got them has them. Write to the same list: ask people to delete it, and not to pass it on."
        yield KnownCopy("Bulletins that were sent", do, told)


def _items_of(located: Located[Bulletin], names: frozenset[str]) -> Iterator[str]:
    bulletin = located.record
    if bulletin.status is BulletinStatus.SENT:
        day = f", sent {bulletin.sent.label}" if bulletin.sent is not None else ""
        for item in bulletin.items:
            if item.record in names:
                yield f'{located.raw.file}{day}: "{item.title}"'


def _handed_on(cases: Iterable[Case]) -> Iterator[KnownCopy]:
    for case in cases:
        steps = case.workflow
        told = [f"a copy to {each.to.label}, sent {each.sent.label}" for each in (steps.copies if steps else ())]
        told += [f"submitted to {each.to.label}, {each.sent.label}" for each in (steps.submissions if steps else ())]
        if told:
            do = "Tell each of them today that it is withdrawn, and ask them to take it out."
            if steps and any(submission.to is Repository.NSPCC for submission in steps.submissions):
                do += " The NSPCC repository: information@nspcc.org.uk."
            yield KnownCopy(f"Copies that were handed on ({case.name})", do, tuple(told))
        else:
            do = 'The record names none. Ask whoever sends them, and write each under "workflow".'
            yield KnownCopy(f"Copies that were handed on ({case.name})", do)


def _elsewhere(found: Iterable[Publication]) -> Iterator[KnownCopy]:
    told = tuple(each.url for record in found for each in record.documents if each.url is not None)
    if told:
        yield KnownCopy(
            "Documents on other sites", "No build reaches them. Ask whoever runs the site to take them down.", told
        )


def _named_by_others(records: Records, names: frozenset[str]) -> Iterator[KnownCopy]:
    """Yield the records and pages that link to one of the records or name it: their text may describe it."""
    said = {case.record.name for case in records.cases if case.record.ref in names}
    called = "".join(rf"|\b{re.escape(each)}\b" for each in sorted(said))
    looked_for = re.compile("|".join(rf"{re.escape(each)}(?![\w-])" for each in sorted(names)) + called)
    raws = [record.raw for record in records.cases_briefings_notices if record.record.ref not in names]
    raws += [*(bulletin.raw for bulletin in records.bulletins), *(year.raw for year in records.years)]
    told = tuple(raw_record.file for raw_record in raws if looked_for.search(_said(raw_record)))
    told += tuple(page.source.file for page in records.pages if looked_for.search(page.source.text))
    ids = {name.partition(":")[2] for name in names if name.startswith("case:")}
    listed = tuple(
        f"{case.raw.file} (its briefings: {', '.join(case.record.briefings)})"
        for case in records.cases
        if case.record.id in ids and case.record.briefings
    )
    if told or listed:
        do = "Read each of them: words of their own that tell of it are still public."
        yield KnownCopy("Other texts that name it, and briefings that grew out of it", do, (*told, *listed))


def _said(raw: RawRecord) -> str:
    """Return the text of a record that readers may see, and the ids that it names."""
    return str({name: value for name, value in raw.values.items() if name not in _UNSAID})


def _untracked_copies(folders: Iterable[str]) -> Iterator[KnownCopy]:
    yield KnownCopy(
        "Browsers, search engines and web archives",
        "The notice asks search engines to forget the page. Ask Google and Bing to remove the addresses above as "
        "outdated, and the Internet Archive to leave them out.",
    )
    yield KnownCopy(
        "Paper, e-mails and packs",
        'Sheets, posters, printed pages, and folders that "library pack" has written lie where they were put. '
        "Ask for them back.",
    )
    yield KnownCopy(
        "The history of the records",
        "Nothing is deleted in git: the history keeps every word and file, and so does each copy of the repository. If "
        "the repository is public, make it private today; to take it out for good, ask whoever runs it to rewrite the "
        "history (git filter-repo) and its host to drop what it has kept.",
        tuple(f"{folder}/" for folder in folders),
    )
