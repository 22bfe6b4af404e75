"""Finds where else a record has been: copies that a build cannot remove, and who can remove them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model import (
    Bulletin,
    BulletinStatus,
    Case,
    Destination,
    Located,
    RawRecord,
    Records,
    address_of,
    addresses,
    site_address,
)
from generator.model.publication import Publication

_UNPUBLISHED_FIELDS: Final = frozenset({"sources", "workflow", "briefings", "accepted_findings"})
"""Fields that are never published, or that a separate list covers."""


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """A place where the content has been, or may still be."""

    where: str
    do: str
    """What happens there automatically, or what the editor has to do."""

    details: tuple[str, ...] = ()
    """Addresses, days, files."""


def find_known_copies(records: Records, names: Iterable[str], site_url: str) -> tuple[KnownCopy, ...]:
    """Return every copy that the records know of, then those that no record can know.

    `names` are record names, such as `case:grace`.
    """
    wanted = frozenset(names)
    located = [entry for entry in records.cases_briefings_notices if entry.record.ref in wanted]
    return (
        *_on_the_site(records, wanted, site_url),
        *_sent(records, wanted),
        *_sent_copies((case.record for case in records.cases if case.record.ref in wanted), _destinations(records)),
        *_on_other_sites(entry.record for entry in located),
        *_named_by_others(records, wanted),
        *_untracked_copies(entry.raw.folder for entry in located if entry.raw.kind != "notice"),
    )


def _on_the_site(records: Records, names: frozenset[str], site_url: str) -> Iterator[KnownCopy]:
    words = records.vocabulary.record if records.vocabulary is not None else None
    pages = [
        address_of(record.record, words) for record in records.cases_briefings_notices if record.record.ref in names
    ]
    urls = records.published_urls.record.published if records.published_urls is not None else ()
    published = [
        f"/{url.address}, since {url.since.iso}" + (f", {len(url.versions)} versions" if len(url.versions) > 1 else "")
        for url in urls
        if url.record in names
    ]
    yield KnownCopy(
        "Published addresses",
        "Once this is published, each page says only that it was withdrawn and why, and its documents are removed.",
        tuple(published) or tuple(f"/{page}" for page in pages),
    )
    old = [
        redirect
        for redirect in records.redirect_entries
        if (site_address(redirect.new, site_url) or "").partition("#")[0] in pages
    ]
    if old:
        do = "They redirect to the notice. Leave them."
        yield KnownCopy("Old addresses that redirect there", do, tuple(redirect.old for redirect in old))
    has_recommendations = any(each.record.ref in names and each.record.recommendations for each in records.cases)
    feeds = (
        f"/{addresses.FEED} and the other feeds of what is new",
        *((f"/{addresses.feed_of(addresses.RECOMMENDATIONS)}",) if has_recommendations else ()),
    )
    yield KnownCopy(
        "Feeds and data",
        "Once this is published, they do not have it. Programs that read feeds keep what they have.",
        (*feeds, f"/{addresses.REVIEWS_JSON} and the other files in /data/"),
    )
    yield KnownCopy("The search on the site", "Once this is published, the search does not find it.")


def _sent(records: Records, names: frozenset[str]) -> Iterator[KnownCopy]:
    items = tuple(line for bulletin in records.bulletins for line in _items_of(bulletin, names))
    if items:
        do = "Your readers still have them. Write to the same list: ask them to delete it, and not to pass it on."
        yield KnownCopy("Bulletins that were sent", do, items)


def _items_of(located: Located[Bulletin], names: frozenset[str]) -> Iterator[str]:
    bulletin = located.record
    if bulletin.status is BulletinStatus.SENT:
        day = f", sent {bulletin.sent.label}" if bulletin.sent is not None else ""
        for item in bulletin.items:
            if item.record in names:
                yield f'"{bulletin.title}"{day}: "{item.title}" ({located.raw.file})'


def _destinations(records: Records) -> Mapping[str, Destination]:
    return records.vocabulary.record.destination if records.vocabulary is not None else {}


def _sent_copies(cases: Iterable[Case], destinations: Mapping[str, Destination]) -> Iterator[KnownCopy]:
    def label(to: str) -> str:
        return destinations[to].label if to in destinations else to

    for case in cases:
        steps = case.workflow
        copies = [f"a copy to {label(copy.to)}, sent {copy.sent.label}" for copy in (steps.copies if steps else ())]
        submissions = steps.submissions if steps else ()
        copies += [f"submitted to {label(submission.to)}, {submission.sent.label}" for submission in submissions]
        if copies:
            do = "Tell each of them today that it is withdrawn, and ask them to remove it."
            for repository in dict.fromkeys(submission.to for submission in submissions):
                if repository in destinations and destinations[repository].email:
                    name = destinations[repository].label
                    do += f" {name[0].upper()}{name[1:]}: {destinations[repository].email}."
            yield KnownCopy(f"Copies of the report ({case.name})", do, tuple(copies))
        else:
            do = "The record lists none. Ask the person who sends them, and write each one into the record."
            yield KnownCopy(f"Copies of the report ({case.name})", do)


def _on_other_sites(records: Iterable[Publication]) -> Iterator[KnownCopy]:
    urls = tuple(document.url for record in records for document in record.documents if document.url is not None)
    if urls:
        do = "This library cannot remove them. Ask the owner of the site to take them down."
        yield KnownCopy("Documents on other sites", do, urls)


def _named_by_others(records: Records, names: frozenset[str]) -> Iterator[KnownCopy]:
    """Yield the records and pages that link to one of the records or name it: their text may describe it."""
    pseudonyms = sorted({case.record.name for case in records.cases if case.record.ref in names})
    patterns = [rf"{re.escape(name)}(?![\w-])" for name in sorted(names)]
    patterns += [rf"\b{re.escape(pseudonym)}\b" for pseudonym in pseudonyms]
    mention = re.compile("|".join(patterns))
    raws = [record.raw for record in records.cases_briefings_notices if record.record.ref not in names]
    raws += [*(bulletin.raw for bulletin in records.bulletins), *(year.raw for year in records.years)]
    files = tuple(raw.file for raw in raws if mention.search(_published_text(raw)))
    files += tuple(page.source.file for page in records.pages if mention.search(page.source.text))
    ids = {name.partition(":")[2] for name in names if name.startswith("case:")}
    listed = {each for case in records.cases if case.record.id in ids for each in case.record.briefings}
    briefings = tuple(f'the briefing "{each.record.title}"' for each in records.briefings if each.record.id in listed)
    if files or briefings:
        do = "They stay public. Read what they say about it."
        yield KnownCopy("Other texts that name it, and the briefings that it lists", do, (*files, *briefings))


def _published_text(raw: RawRecord) -> str:
    """Return the text of a record that readers may see, and the ids that it names."""
    return str({name: value for name, value in raw.values.items() if name not in _UNPUBLISHED_FIELDS})


def _untracked_copies(folders: Iterable[str]) -> Iterator[KnownCopy]:
    yield KnownCopy(
        "Browsers, search engines and web archives",
        "The notice asks search engines to remove the page. Ask Google and Bing to remove the addresses above as "
        "outdated, and the Internet Archive to leave them out.",
    )
    yield KnownCopy(
        "Paper, e-mails and packs",
        "Sheets, posters, printed pages and packs for the day of publication are still in use. Ask for them back.",
    )
    yield KnownCopy(
        "The history of the records",
        "The history keeps every word and file, and so does each copy of it. Ask your technical team today to make "
        "it private, if others can read it on the internet. To remove this for good, they rewrite the history (git "
        "filter-repo) and ask its host to delete its copies.",
        tuple(f"{folder}/" for folder in folders),
    )
