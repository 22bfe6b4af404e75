"""The questions about what is unsure, and what each answer changes. Nothing is asked twice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.editing import slugify
from generator.importing.found import Doubt, FoundDocument, Unplaced
from generator.importing.proposals import BriefingProposal, CaseProposal, ImportPlan, free_id
from generator.importing.topics import same_topic, themes_of
from generator.importing.word_values import CASE_TEXTS, part_of
from generator.model import PartialDate, Vocabulary

LEAVE_OUT = "-"
"""The answer that rejects a proposal."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a proposal."""

    text: str
    printed: str
    """The words of the page, with their place."""

    proposal: str
    """What Enter accepts; empty if Enter leaves it out."""

    choices: tuple[str, ...]
    """Ids that may be typed; empty if any text may be."""

    record: CaseProposal | BriefingProposal | None
    doubt: Doubt | None = None
    unplaced: Unplaced | None = None


_TEXTS = {
    "name": "Is this the name of a review? Enter for yes, - for no, or type the name",
    "type": "Is this the type? Enter for yes, - for no type, or type an id",
    "published": "Is this the date of publication? Enter for yes, - for no date, or type it as 2022-09",
    "kind": "Is this the kind of document? Enter for yes, - to leave the document out, or type an id",
    "topic": "Is it the same briefing? Enter for yes, - for two briefings",
    "series": "Is this the series? Enter for yes, - to leave the briefing out",
    "state": "Is this what the page says of it? Enter for yes, - for no",
    "title": "Is this the title? Enter for yes, or type the title",
    "reviewer": "Is this the lead reviewer? Enter for yes, - for no reviewer, or type the name",
    "case": "Which review is it about? Enter for a new one with this name, or type the id of one of the library",
    "part": "Which part of the briefing is it? Enter for the proposal, - to leave it out, or type one of the parts",
    "section": "Is this the heading of a part? Enter for yes, - for a line of the part before, or type the heading",
}


def questions(plan: ImportPlan, vocabulary: Vocabulary) -> list[Question]:
    """Return one question for each unsure proposal, then one for each link that was not placed."""
    kinds, types = tuple(vocabulary.document_kind), tuple(vocabulary.type)
    cases = tuple(each.id for each in plan.known if each.kind == "case")
    found: list[Question] = []
    records: list[CaseProposal | BriefingProposal] = [*plan.cases, *plan.briefings]
    for record in records:
        doubts = record.found.doubts if isinstance(record, CaseProposal) else record.doubts
        for doubt in doubts if not record.exists or (isinstance(record, CaseProposal) and record.parts) else ():
            choices = {"kind": kinds, "type": types, "part": CASE_TEXTS, "case": cases}.get(doubt.about, ())
            printed = f'"{doubt.printed}" ({doubt.place}): {doubt.why}'
            found.append(Question(_TEXTS[doubt.about], printed, doubt.proposal, choices, record, doubt))
    text = "Which review does it belong to? Enter to leave it out, or type the id and the kind: grace report"
    for unplaced in plan.unplaced:
        if unplaced.address.startswith(("http", "/")) or "." in unplaced.address:
            printed = f'"{unplaced.text}" ({unplaced.place}): {unplaced.why}'
            found.append(Question(text, printed, "", tuple(case.id for case in plan.cases), None, None, unplaced))
    return found


def problem_of_answer(question: Question, answer: str, vocabulary: Vocabulary) -> str:
    """Return what is wrong with an answer, as a sentence for the person who typed it. Empty if nothing is."""
    answer = answer.strip()
    if answer in ("", LEAVE_OUT):
        return ""
    if question.unplaced is not None:
        case, _, kind = answer.partition(" ")
        if case not in question.choices:
            return f'there is no review "{case}"; one of: {", ".join(question.choices[:20])}'
        return (
            "" if kind.strip() in vocabulary.document_kind else "type the id of the review and the kind: grace report"
        )
    assert question.doubt is not None
    if question.choices and any(each.strip() not in question.choices for each in answer.split(",")):
        return f"one of: {', '.join(question.choices[:30])}"
    if question.doubt.about == "published":
        try:
            PartialDate.parse(answer)
        except ValueError as fault:
            return str(fault)
    return ""


def apply_answer(plan: ImportPlan, question: Question, answer: str, vocabulary: Vocabulary) -> None:
    """Change the plan as an answer says. Enter accepts the proposal; the draft then has no note about it."""
    answer = answer.strip()
    if question.unplaced is not None:
        _place(plan, question.unplaced, answer)
        return
    assert question.doubt is not None
    if isinstance(question.record, CaseProposal):
        _answer_for_case(plan, question.record, question.doubt, answer)
    elif question.record is not None:
        _answer_for_briefing(plan, question.record, question.doubt, answer, vocabulary)


def _answer_for_case(plan: ImportPlan, case: CaseProposal, doubt: Doubt, answer: str) -> None:
    found = case.found
    if doubt in found.doubts:
        found.doubts.remove(doubt)
    if not answer:
        return
    match doubt.about:
        case "name" if answer == LEAVE_OUT:
            plan.cases.remove(case)
            plan.briefings[:] = [each for each in plan.briefings if each.case != case.id or each.exists]
            plan.unplaced += (Unplaced(found.printed, "", found.place, "you said that it is no review"),)
        case "name":
            found.name = answer
            new_id = slugify(answer) or case.id
            case.first_id = case.first_id or case.id
            for each in plan.briefings:
                if each.case == case.id and not each.exists:
                    each.case, each.title = new_id, answer
            case.id = new_id
        case "type":
            found.types = () if answer == LEAVE_OUT else tuple(each.strip() for each in answer.split(","))
            found.type_is_own = True
        case "published":
            found.published = None if answer == LEAVE_OUT else PartialDate.parse(answer)
        case "state":
            found.state = None
        case "reviewer":
            case.reviewer = "" if answer == LEAVE_OUT else answer
        case "case":
            _take_known_case(plan, case, answer)
        case "part":
            part = part_of(case.parts, doubt)
            if part is not None:
                part.target = "" if answer == LEAVE_OUT else answer
        case "kind":
            document = next((each for each in found.documents if each.printed == doubt.printed), None)
            if document is not None and answer == LEAVE_OUT:
                found.documents.remove(document)
            elif document is not None:
                document.kind = answer


def _answer_for_briefing(
    plan: ImportPlan, briefing: BriefingProposal, doubt: Doubt, answer: str, vocabulary: Vocabulary
) -> None:
    briefing.doubts = tuple(each for each in briefing.doubts if each is not doubt)
    if doubt.about == "section":
        _answer_for_section(briefing, doubt, answer)
    elif doubt.about == "title" and answer not in ("", LEAVE_OUT):
        _rename_briefing(plan, briefing, answer)
    elif doubt.about == "series" and answer in vocabulary.series:
        briefing.series = answer
    if answer != LEAVE_OUT:
        return
    if doubt.about == "state":
        for each in briefing.mentions:
            each.state = None
    elif doubt.about == "topic":
        _split(plan, briefing, doubt, vocabulary)
    elif doubt.about == "series":
        plan.briefings.remove(briefing)
        for case in plan.cases:
            case.briefings = tuple(each for each in case.briefings if each != briefing.id)


def _answer_for_section(briefing: BriefingProposal, doubt: Doubt, answer: str) -> None:
    """Keep a part, give it another heading, or make it lines of the part before."""
    part = part_of(briefing.parts, doubt)
    if part is None or not answer:
        return
    at = briefing.parts.index(part)
    if answer != LEAVE_OUT:
        part.heading = answer[:300]
    elif at > 0:
        briefing.parts[at - 1].blocks += [part.heading_block, *part.blocks]
        briefing.parts.remove(part)


def _rename_briefing(plan: ImportPlan, briefing: BriefingProposal, title: str) -> None:
    """Give a briefing another title. One that the library has with this title is not drafted again."""
    topics = (each for each in plan.known if each.kind == "briefing" and not each.case)
    existing = next((each for each in topics if any(same_topic(title, name) for name in each.names)), None)
    briefing.title, briefing.exists = title, existing is not None
    taken = {each.id for each in plan.known if each.kind == "briefing"}
    briefing.id = existing.id if existing is not None else free_id(slugify(title) or briefing.id, taken)


def _take_known_case(plan: ImportPlan, case: CaseProposal, identity: str) -> None:
    """Make a proposal one for a review that the library has."""
    known = next((each for each in plan.known if each.kind == "case" and each.id == identity), None)
    if known is None:
        return
    for briefing in plan.briefings:
        if briefing.case == case.id:
            same = [each for each in plan.known if each.case == known.id and each.series == briefing.series]
            briefing.case, briefing.exists = known.id, bool(same)
            briefing.title = known.names[0] if known.names else briefing.title
            taken = {each.id for each in plan.known if each.kind == "briefing"}
            briefing.id = same[0].id if same else free_id(f"{known.id}-{briefing.series}", taken)
    case.id, case.exists = known.id, True
    case.found.name = known.names[0] if known.names else case.found.name


def _split(plan: ImportPlan, briefing: BriefingProposal, doubt: Doubt, vocabulary: Vocabulary) -> None:
    """Make a separate briefing of the spelling that is no typing error."""
    topic = next(each.topic for each in briefing.mentions if each.printed == doubt.printed)
    mentions = [each for each in briefing.mentions if each.topic == topic]
    briefing.mentions = [each for each in briefing.mentions if each.topic != topic] or briefing.mentions
    identity = slugify(topic.removeprefix("The "))
    other = replace(briefing, id=identity, title=topic, mentions=mentions, themes=themes_of(topic, vocabulary))
    plan.briefings.append(other)
    plan.list_briefings()


def _place(plan: ImportPlan, unplaced: Unplaced, answer: str) -> None:
    if answer in ("", LEAVE_OUT):
        return
    identity, _, kind = answer.partition(" ")
    case = next((each for each in plan.cases if identity in (each.id, each.first_id)), None)
    if case is None:
        return
    case.found.documents.append(FoundDocument(kind.strip(), unplaced.text, unplaced.address, unplaced.place))
    plan.unplaced = tuple(each for each in plan.unplaced if each is not unplaced)
