"""Writes the proposed records as drafts. What was not understood is a comment; nothing is added to what a page says."""

from __future__ import annotations

from collections.abc import Iterable

from generator.editing import NewRecordFile
from generator.editing.record_text import write_record
from generator.editing.yaml_writer import quoted, yaml_comment, yaml_list
from generator.importing.found import Doubt, FoundBriefing, FoundDocument
from generator.importing.listing import Place
from generator.importing.proposals import BriefingProposal, CaseProposal, ImportPlan
from generator.importing.states import PrintedState, State
from generator.importing.word.headings import without_number
from generator.importing.word.report_points import point_values
from generator.importing.word.values import case_texts, section_values

_MOST_SOURCES = 12
_LONGEST = 280


def draft_records(plan: ImportPlan) -> tuple[NewRecordFile, ...]:
    """Return the files of all records that do not exist yet."""
    ids = {case.found.key: case.id for case in plan.cases}
    cases = [_draft_case(case, plan, ids) for case in plan.cases if not case.exists]
    return (*cases, *(_draft_briefing(each, plan) for each in plan.briefings if not each.exists))


def _draft_case(case: CaseProposal, plan: ImportPlan, ids: dict[str, str]) -> NewRecordFile:
    found = case.found
    lines = [_opening("A case", found.place), *_doubts(found.doubts), *map(_comment, case.notes)]
    lines += [_comment(f"Not understood ({place}): {text}") for text, place in found.not_understood[:20]]
    lines.append(f"name: {_line(found.name)}")
    lines += _type(case)
    lines.append("status: draft")
    if found.published is not None:
        lines += [_comment(f"Printed: {found.date_printed}"), f"published: {found.published.iso}"]
    elif found.state is None:
        lines.append(_comment(f"The {_noun(found.place)} gives no date of publication."))
    lines += [*_state_of_case(case), *_reviewer(case), *_texts_of_case(case)]
    if case.themes:
        lines.append(f"themes: {yaml_list(case.themes)}")
    if found.documents or _is_withheld(case):
        lines += ["documents:", *_documents(case, plan, ids)]
    if case.briefings:
        lines += ["briefings:", *(f"  - {each}" for each in case.briefings)]
    printed = [(found.printed, found.place), *((each.printed, each.place) for each in found.documents)]
    lines += _sources([*printed, *((each.printed, each.place) for each in (*found.topics, *found.briefings))])
    return NewRecordFile(case.file, "\n".join(lines) + "\n")


def _draft_briefing(briefing: BriefingProposal, plan: ImportPlan) -> NewRecordFile:
    first = briefing.mentions[0]
    lines = [_opening("A briefing", first.place), *_doubts(briefing.doubts), *map(_comment, briefing.notes)]
    lines += [f"title: {_line(briefing.title)}", f"series: {briefing.series}"]
    if briefing.case:
        lines.append(f"case: {briefing.case}")
    lines.append("status: draft")
    date = next((each.date for each in briefing.mentions if each.date is not None), None)
    if date is not None:
        lines.append(f"published: {date.iso}")
    spellings = dict.fromkeys(each.printed for each in briefing.mentions if each.printed != briefing.title)
    if spellings and not briefing.is_from_word:
        lines += [_comment("As printed."), "also_known_as:", *(f"  - {_line(each)}" for each in list(spellings)[:20])]
    if briefing.themes:
        lines.append(f"themes: {yaml_list(briefing.themes)}")
    if briefing.harms:
        lines.append(f"harms: {yaml_list(briefing.harms)}")
    lines += _sections(briefing) if briefing.is_from_word else _briefing_document(briefing.mentions, plan)
    lines += _sources((each.printed, each.place) for each in briefing.mentions)
    return NewRecordFile(briefing.file, "\n".join(lines) + "\n")


def _briefing_document(mentions: list[FoundBriefing], plan: ImportPlan) -> list[str]:
    addresses = tuple(dict.fromkeys(filter(None, (plan.address_of(each) for each in mentions))))
    relative = [each.address for each in mentions if each.address and not plan.address_of(each)]
    lines = [_comment(f"Another address on the page: {each}") for each in addresses[1:]]
    lines += [_comment(f"The address on the page: {each}. Give the start with --base.") for each in relative[:1]]
    state = next((each.state for each in mentions if each.state is not None), None)
    kind = next((each.kind for each in mentions if each.kind), "")
    if not kind:
        return [
            *lines,
            _comment(f"No document kind of the vocabulary fits. Address: {addresses[0] if addresses else 'none'}"),
        ]
    return [*lines, "documents:", *_document_lines(kind, addresses[0] if addresses else "", state, bool(relative))]


def _type(case: CaseProposal) -> list[str]:
    found = case.found
    if not found.types:
        if found.unknown_type:
            text = f'The {_noun(found.place)} says "{found.unknown_type}". The vocabulary has no such type'
            return [_comment(f"{text}: add it, then write its id as type.")]
        return [_comment(f"The {_noun(found.place)} does not say the type of review.")]
    lines = [] if found.type_is_own else [_comment(f'Type from the heading "{found.type_printed[:_LONGEST]}".')]
    return [*lines, f"type: {found.types[0] if len(found.types) == 1 else yaml_list(found.types)}"]


def _state_of_case(case: CaseProposal) -> list[str]:
    found = case.found
    if found.state is None:
        return []
    said = f"The page says: {found.state.state}" + (f", because {found.state.reason}" if found.state.reason else "")
    if found.state.state is State.NOT_YET and found.published is None:
        lines = [_comment(said), "publication: not-yet"]
        return [*lines, f"expected: {found.expected.iso}"] if found.expected else lines
    if found.state.state is State.NOT_PUBLISHED and found.published is None:
        return [_comment(said), "publication: not-published"]
    return [_comment(f"{said}. Decide what readers may see.")]


def _is_withheld(case: CaseProposal) -> bool:
    state = case.found.state
    return (
        state is not None
        and state.state is State.NOT_PUBLISHED
        and bool(state.reason)
        and all(each.kind != "report" for each in case.found.documents)
    )


def _reviewer(case: CaseProposal) -> list[str]:
    if not case.reviewer:
        return []
    return [_comment(f"Printed: {case.reviewer_printed[:_LONGEST]}"), f"reviewer: {_line(case.reviewer)}"]


def _texts_of_case(case: CaseProposal) -> list[str]:
    """Return the texts of a case, each below the heading that the file has."""
    lines = []
    for name, value in case_texts(case).items():
        printed = [f'"{part.printed}" (paragraph {part.number})' for part in case.parts if part.target == name]
        lines += [_comment(f"Printed below {', '.join(printed)}"), write_record({name: value}).rstrip("\n")]
    for field, values in point_values(case.points).items():
        points = [each for each in case.points if each.field == field]
        places = ", ".join(dict.fromkeys(f'"{each.heading}"' for each in points))
        text = (
            f"Printed below {places}, from paragraph {points[0].number}. Check that each is whole and none is missing."
        )
        lines += [_comment(text), write_record({field: values}).rstrip("\n")]
    return lines


def _sections(briefing: BriefingProposal) -> list[str]:
    sections = section_values(briefing)
    if not sections:
        return [] if briefing.case else [_comment("No part of the briefing was found.")]
    others = [
        f'"{part.printed}" is the heading in the file of "{part.heading}"'
        for part in briefing.parts
        if part.printed != part.heading and without_number(part.printed).rstrip(" :") != part.heading
    ]
    return [*map(_comment, others), write_record({"sections": sections}).rstrip("\n")]


def _noun(place: Place) -> str:
    return "file" if place.unit == "paragraph" else "page"


def _documents(case: CaseProposal, plan: ImportPlan, ids: dict[str, str]) -> list[str]:
    lines: list[str] = []
    used: dict[str, int] = {}
    if _is_withheld(case):
        lines += _document_lines("report", "", case.found.state)
    for document in case.found.documents:
        address = plan.address_of(document)
        lines.append(_comment(f"Printed: {document.printed}", "  "))
        if document.address and not address:
            lines.append(_comment(f"The address on the page: {document.address}. Give the start with --base.", "  "))
        used[document.kind] = used.get(document.kind, 0) + 1
        lines += _kind_lines(document, address, used[document.kind], ids)
    return lines


def _kind_lines(document: FoundDocument, address: str, number: int, ids: dict[str, str]) -> list[str]:
    if document.shared_with:
        return [f"  - {{kind: {document.kind}, from: {ids[document.shared_with]}}}"]
    lines = _document_lines(document.kind, address, document.state, bool(document.address))
    if number > 1:
        title = document.printed[:_LONGEST]
        lines[1:1] = [f"    id: part-{number}", f"    title: {_line(title)}"]
    if document.date is not None:
        lines.append(f"    published: {document.date.iso}")
    return lines


def _document_lines(kind: str, address: str, state: PrintedState | None, is_link: bool = False) -> list[str]:
    """Return a document with what the page says: its address, or why it has none.

    `is_link` is True if the page links to the document, even if the start of its address is not known.
    """
    lines = [f"  - kind: {kind}"]
    url = [f"    url: {quoted(address)}"] if address else []
    if state is None:
        return [*lines, *(url or [f"    availability: {'elsewhere' if is_link else 'unknown'}"])]
    if state.state is State.ELSEWHERE:
        note = _comment("If this is another website than the partnership's, write its name as publisher.", "    ")
        return [*lines, note, "    availability: elsewhere", *url]
    more = f" Address: {address}" if address else ""
    if state.state is State.UNKNOWN:
        return [*lines, _comment(f"The page says: {state.state}.{more}", "    "), "    availability: unknown"]
    said = f"The page says: {state.state}."
    if state.state is State.ON_REQUEST:
        return [*lines, "    availability: on-request"]
    withdrawn = {State.WITHDRAWN: "withdrawn", State.NOT_PUBLISHED: "withheld"}.get(state.state)
    if withdrawn and state.reason:
        return [*lines, f"    availability: {withdrawn}", f"    reason: {quoted(_sentence(state.reason))}"]
    note = _comment(f"{said} Write the availability, and the reason that the public may read.{more}", "    ")
    return [*lines, note, "    availability: unknown"]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _opening(what: str, place: Place) -> str:
    text = (
        f'{what}, drafted by "library import" from {place}. Compare each line with the {_noun(place)}. A line that'
        ' begins with # is a note. When everything is right, delete the line "status: draft".'
    )
    return _comment(text)


def _doubts(doubts: Iterable[Doubt]) -> list[str]:
    return [
        _comment(
            f'Check {each.about}: "{each.printed[:_LONGEST]}" ({each.place}) was '
            + (f'read as "{each.proposal}": {each.why}.' if each.proposal else f"left out: {each.why}.")
        )
        for each in doubts
    ]


def _sources(printed: Iterable[tuple[str, Place]]) -> list[str]:
    texts = dict.fromkeys(f"{place}: '{text[: _LONGEST - 60]}'"[:300] for text, place in printed)
    return ["sources:", *(f"  - {_line(each)}" for each in list(texts)[:_MOST_SOURCES])]


def _comment(text: str, indent: str = "") -> str:
    return "\n".join(f"{indent}{line}" for line in yaml_comment(" ".join(text.split())).split("\n"))


def _line(text: str) -> str:
    return quoted(text[:300].strip())
