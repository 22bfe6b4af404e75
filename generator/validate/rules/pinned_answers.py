"""Checks the pages that the search shows first for certain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean, did_you_mean_path, rule
from generator.markdown import page_link
from generator.model import RawRecord, Records
from generator.model.pinned_answer import PinnedAnswer, own_answers
from generator.model.term_names import normalise_words
from generator.validate.rules.prose_links_and_html import LinkTargets

_HOW = "write a file among the pages, about/contact.md, or a link by id, theme:early-help"


_COMMON: Final = """
    a about all am an and any are as at be by can do for from get has have how i in is it me my not of on or our that
    the their there this to us was we what when where which who why will with you your
"""
_IN_MOST_SEARCHES: Final = frozenset(_COMMON.split())
"""English words that say nothing about a subject."""


def check_pinned_answers(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V335 for a page that the site does not have, and V336 for an empty or repeated phrase.

    Answers of packs are not checked: a site without their page leaves them out.
    """
    if records.vocabulary is None:
        return
    raw = records.vocabulary.raw
    targets = LinkTargets(records, today)
    files = [page.source.file.removeprefix("content/pages/") for page in records.pages if not page.is_frame]
    own = list(own_answers(raw, records.vocabulary.record.pinned_answers))
    for number, answer in own:
        yield from _check_page(answer, raw.location_of("pinned_answers", number, "page"), targets, files)
        if not answer.words:
            place = raw.location_of("pinned_answers", number, "words")
            yield rule("V336").diagnostic("this pinned answer has no words", place, "write the words that readers type")
    yield from _check_phrases(own, raw)


def _check_page(
    answer: PinnedAnswer, place: Location, targets: LinkTargets, files: Iterable[str]
) -> Iterator[Diagnostic]:
    link = page_link(answer.page)
    if link is None:
        yield rule("V335").diagnostic(f'"{answer.page}" is not a page of this site', place, _HOW)
    elif (link.kind, link.id) in targets.hidden:
        hint = "choose another page, or wait until that record is public"
        yield rule("V335").diagnostic(f'"{answer.page}" is not public, so the search cannot show it', place, hint)
    elif not targets.has(link):
        known = targets.ids[link.kind] or ()
        near = did_you_mean_path(answer.page, files) if answer.page.endswith(".md") else did_you_mean(link.id, known)
        yield rule("V335").diagnostic(f'this site has no page "{answer.page}"', place, near or _HOW)


def _check_phrases(own: list[tuple[int, PinnedAnswer]], raw: RawRecord) -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    phrases = chain.from_iterable(
        ((number, index, phrase) for index, phrase in enumerate(answer.words)) for number, answer in own
    )
    for number, index, phrase in phrases:
        here = raw.location_of("pinned_answers", number, "words", index)
        folded = normalise_words(phrase)
        if not folded:
            yield rule("V336").diagnostic(f'"{phrase}" has no letters or digits', here, "write a word, or take it out")
        elif _IN_MOST_SEARCHES.issuperset(folded.split()):
            hint = "add the word for its subject, or take it out"
            yield rule("V336").diagnostic(f'"{phrase}" does not say what a search is about', here, hint)
        elif folded in first:
            yield rule("V336").diagnostic(
                f'"{phrase}" is written twice among the pinned answers',
                here,
                "take one of the two out",
                (RelatedLocation("the first is here", first[folded]),),
            )
        first.setdefault(folded, here)
