"""Compares what a page says with the records that exist: equal, different, or missing on one side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.importing.names import name_key
from generator.importing.proposals import BriefingProposal, CaseProposal, ImportPlan
from generator.model import Briefing, Case, PartialDate, Vocabulary


class Verdict(StrEnum):
    """How a fact on the page compares with the record."""

    EQUAL = "equal"
    DIFFERENT = "different"
    NOT_IN_RECORD = "missing in the record"
    NOT_ON_PAGE = "not on the page"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact of an existing record, and what the page says."""

    file: str
    field: str
    page: str
    record: str
    verdict: Verdict
    advice: str = ""
    """Which of the two is likely to be right, and why."""


def compare(
    plan: ImportPlan, cases: Iterable[Case], briefings: Iterable[Briefing], vocabulary: Vocabulary
) -> tuple[Comparison, ...]:
    """Return every fact of the records that exist and that the pages name."""
    by_id = {each.id: each for each in cases}
    known = {each.id: each for each in briefings}
    found: list[Comparison] = []
    for proposal in plan.cases:
        if proposal.exists and proposal.id in by_id:
            found += _compare_case(proposal, by_id[proposal.id], vocabulary)
    for briefing in plan.briefings:
        if briefing.exists and briefing.id in known:
            found += _compare_briefing(briefing, known[briefing.id], plan)
    return tuple(found)


def _compare_case(proposal: CaseProposal, case: Case, vocabulary: Vocabulary) -> list[Comparison]:
    found, file = proposal.found, proposal.file
    names = {name_key(each) for each in (case.name, *case.also_known_as)}
    kinds = list(dict.fromkeys(each.kind for each in found.documents))
    own = list(dict.fromkeys(each.kind for each in case.documents))
    types = vocabulary.in_order(found.types)
    return [
        Comparison(
            file, "name", found.name, case.name, Verdict.EQUAL if name_key(found.name) in names else Verdict.DIFFERENT
        ),
        _compare(file, "type", ", ".join(types) or found.unknown_type, ", ".join(vocabulary.in_order(case.type))),
        _compare_dates(file, found.published, case.published),
        *_compare_lists(file, "documents", kinds, own),
        *_compare_lists(file, "briefings", list(proposal.briefings), list(case.briefings)),
    ]


def _compare_briefing(proposal: BriefingProposal, briefing: Briefing, plan: ImportPlan) -> list[Comparison]:
    doubt = next((each for each in proposal.doubts if each.about == "topic"), None)
    spelling = Verdict.EQUAL if doubt is None else Verdict.DIFFERENT
    printed = proposal.mentions[0].topic if doubt is None else doubt.printed
    advice = f"the record: {doubt.why}" if doubt is not None else ""
    compared = [Comparison(proposal.file, "title", printed or proposal.title, briefing.title, spelling, advice)]
    addresses = [address for each in proposal.mentions if (address := plan.address_of(each))]
    known = [each.url for each in briefing.documents if each.url]
    # A document that was fetched has a file in place of its old address.
    if addresses and not any(each.file for each in briefing.documents):
        record = addresses[0] if addresses[0] in known else "".join(known[:1])
        compared.append(_compare(proposal.file, "address", addresses[0], record))
    return compared


def _compare(file: str, field: str, page: str, record: str) -> Comparison:
    if page == record:
        return Comparison(file, field, page, record, Verdict.EQUAL)
    if not page:
        return Comparison(file, field, page, record, Verdict.NOT_ON_PAGE, "the record: it has another source")
    if not record:
        return Comparison(file, field, page, record, Verdict.NOT_IN_RECORD, "the page: add it to the record")
    return Comparison(file, field, page, record, Verdict.DIFFERENT, "look at the page and at the document")


def _compare_dates(file: str, page: PartialDate | None, record: PartialDate | None) -> Comparison:
    compared = _compare(file, "published", page.iso if page else "", record.iso if record else "")
    if page and record and page != record and record.iso.startswith(page.iso):
        return Comparison(file, "published", page.iso, record.iso, Verdict.DIFFERENT, "the record: it is more precise")
    return compared


def _compare_lists(file: str, field: str, page: list[str], record: list[str]) -> list[Comparison]:
    compared = [_compare(file, field, each, each if each in record else "") for each in page]
    return compared + [_compare(file, field, "", each) for each in record if each not in page]
