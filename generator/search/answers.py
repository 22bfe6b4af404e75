"""Answers by name: pages that the search shows first for certain words.

Pinned answers come from the vocabulary. A list has few words of its own, and would be found for the words of everything
that it lists, so it is not in the index: readers find it by its name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final, TypedDict

from generator.markdown import page_link, resolve_record_link
from generator.model import Address, Library, addresses
from generator.model.partial_date import MONTHS
from generator.model.periods import Quarter
from generator.model.term_names import normalise_words, own_names
from generator.search.searchable_texts import SearchablePage

_ALONE: Final = re.compile('".+"')
"""A phrase in quotation marks, for which the reader has typed nothing else."""


@dataclass(frozen=True, slots=True)
class AnswerNames:
    """The words that lead to pages."""

    pinned: Mapping[Address, tuple[str, ...]] = field(default_factory=dict)
    """Phrases by page. A page that the site does not have is left out of the search."""

    of_terms: Mapping[Address, tuple[str, ...]] = field(default_factory=dict)
    """The names of each term of the vocabulary, by the address that its list would have."""

    of_bulletins: Mapping[Address, tuple[str, ...]] = field(default_factory=dict)
    """The words that readers type for the bulletin of a quarter, by its address."""

    of_years: Mapping[Address, tuple[str, ...]] = field(default_factory=dict)
    """The words that readers type for the reviews or the figures of a year, by the address of the page."""


class Answer(TypedDict):
    """A page as the search shows it, without the index. `words.json` leaves out what is empty."""

    address: Address
    title: str
    text: str
    kind: str
    """What the page is, `Review`, as in other results; empty for a page without a kind."""

    date: str
    """The date of the record in words; empty if it has none."""

    read: str
    """How to read the record, in words; empty for a page that is not a record."""

    phrases: list[str]
    """The answer is shown if the reader's words contain one of these."""

    names: list[str]
    """The answer is shown if the reader's words are one of these."""

    alone: list[str]
    """As `names`, but these words are no name of the page, so other words next to them do not lead to it."""

    empty: bool
    """True for a term that no public record has. Its address is empty if the site has no page for it."""


def answer_names(library: Library) -> AnswerNames:
    """Return the pinned answers, and the names of the vocabulary's terms."""
    words = library.vocabulary
    pages: dict[str, tuple[str, Address]] = {}
    for answer in words.pinned_answers:  # The site's own come after those of packs, and replace them.
        link = page_link(answer.page)
        if link is not None:
            address = resolve_record_link(link, library)
            pages |= {normalise_words(phrase): (phrase, address) for phrase in answer.words}
    pinned: dict[Address, list[str]] = {}
    for phrase, address in pages.values():
        pinned.setdefault(address, []).append(phrase)
    lists = (
        (words.review_types, addresses.review_type),
        (words.briefing_series, addresses.series),
        (words.themes, addresses.theme),
        (words.harms, addresses.harm),
    )
    of_terms = {address(term.id): (*own_names(term), *term.also_known_as) for terms, address in lists for term in terms}
    of_bulletins = {
        addresses.bulletin(bulletin.quarter.id): _bulletin_names(bulletin.quarter) for bulletin in library.bulletins
    }
    phrases_of = {address: tuple(phrases) for address, phrases in pinned.items()}
    return AnswerNames(phrases_of, of_terms, of_bulletins, {**_names_of_years(library), **_names_of_figures(library)})


def _names_of_years(library: Library) -> dict[Address, tuple[str, ...]]:
    """Return a name of each year's list for each type of its reviews: readers type some of its words, "CSPR 2021".

    Each word is in the name once, because a browser reads only the first twelve words.
    """
    of_years: dict[Address, dict[str, None]] = {}
    for case in library.cases:
        if case.published is not None and case.is_public(library.today):
            year = case.published.year
            for identity in library.vocabulary.types_with_parents(case.type):
                term = library.vocabulary.type[identity]
                labels = " ".join((*own_names(term), *term.also_known_as))
                words = dict.fromkeys(f"{year} case review report published {labels.casefold()}".split())
                of_years.setdefault(addresses.review_year(year), {})[" ".join(words)] = None
    return {address: tuple(names) for address, names in of_years.items()}


def _names_of_figures(library: Library) -> dict[Address, tuple[str, ...]]:
    """Return the titles of the figures of each year's page, whole and up to the first colon or comma."""
    of_pages = {}
    for record in library.years:
        titles = [table.title for table in record.figures]
        names = dict.fromkeys(name for title in titles for name in (title, re.split("[:,]", title)[0]))
        if record.year is not None:
            of_pages[addresses.report_year(record.year.id)] = tuple(names)
    return of_pages


def _bulletin_names(quarter: Quarter) -> tuple[str, ...]:
    """Return names with the months of a quarter, its season and its number: readers type some of these words."""
    in_quarter = MONTHS[quarter.number * 3 - 3 : quarter.number * 3]
    months = " ".join((*in_quarter, *(month[:3] for month in in_quarter if len(month) > 3)))
    season = ("winter", "spring", "summer", "autumn")[quarter.number - 1]
    when = f"{months} {season} Q{quarter.number} {quarter.year}"
    return f"bulletin {when}", f"newsletter {when}"


def make_answers(names: AnswerNames, pages: Iterable[SearchablePage], lists: Collection[Address]) -> Iterator[Answer]:
    """Yield the pinned answers, and an answer for each page that is not in the index, in the order of addresses."""
    targets: dict[Address, list[Address]] = {}
    for address in names.pinned:
        targets.setdefault(address.partition("#")[0], []).append(address)
    known = set()
    for page in sorted(pages, key=lambda page: page.address):
        known.add(page.address)
        pins = targets.get(page.address, [])
        is_list = page.address in lists and page.address != addresses.SEARCH
        bulletin = names.of_bulletins.get(page.address, ())
        if not (pins or is_list or bulletin):
            continue
        parsed = _PageTexts()
        parsed.feed(page.html().decode())
        title = " ".join(parsed.heading.split())
        about = " ".join((parsed.empty or parsed.description).split())
        for address in pins:
            yield _answer(address, title, about, parsed.facts, phrases=names.pinned[address])
        if bulletin:
            yield _answer(page.address, title, parsed.description, parsed.facts, names=bulletin)
        if is_list:
            of_year = (*_year(page.address), *names.of_years.get(page.address, ()))
            listed = dict.fromkeys((title, *of_year, *names.of_terms.get(page.address, ())))
            yield _answer(page.address, title, about, {}, names=listed, is_empty=bool(parsed.empty))
    for address, of_term in names.of_terms.items():
        if address not in known:
            yield _answer("", of_term[0], "", {}, names=of_term, is_empty=True)


def _year(address: Address) -> tuple[str, ...]:
    """Return the year of the list of a year's reviews, which readers type as a name."""
    of_year = re.fullmatch(r"reviews/year/(\d{4})/", address)
    return (of_year[1],) if of_year else ()


def _answer(
    address: Address,
    title: str,
    text: str,
    facts: Mapping[str, str],
    phrases: Iterable[str] = (),
    names: Iterable[str] = (),
    is_empty: bool = False,
) -> Answer:
    all_phrases = [*phrases]
    return {
        "address": address,
        "title": title,
        "text": text,
        "kind": facts.get("kind", ""),
        "date": facts.get("date", ""),
        "read": facts.get("read", ""),
        "phrases": [phrase for phrase in all_phrases if not _ALONE.fullmatch(phrase)],
        "names": [*names],
        "alone": [phrase[1:-1] for phrase in all_phrases if _ALONE.fullmatch(phrase)],
        "empty": is_empty,
    }


class _PageTexts(HTMLParser):
    """Reads the first heading of a page, its description, the facts for a result, and the sentence of an empty list."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = ""
        self.description = ""
        self.facts: dict[str, str] = {}
        """The values that the search shows: `kind`, `date`, `read`."""

        self.empty = ""
        self._reading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if (tag == "h1" and not self.heading) or (tag == "p" and attributes.get("class") == "lib-empty"):
            self._reading = tag
        elif tag == "a" and self._reading == "p":
            self._reading = ""  # A link to other lists follows the sentence.
        elif tag == "span" and ":" in (fact := attributes.get("data-pagefind-meta") or ""):
            name, _, value = fact.partition(":")
            self.facts.setdefault(name, value)
        elif tag == "meta" and attributes.get("name") == "description":
            self.description = attributes.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._reading:
            self._reading = ""

    def handle_data(self, data: str) -> None:
        if self._reading == "h1":
            self.heading += data
        elif self._reading == "p":
            self.empty += data
