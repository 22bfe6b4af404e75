"""The questions about what is unsure, and what each answer changes. Nothing is asked twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.editing import slugify
from generator.importing.found import Doubt, FoundDocument, Unplaced
from generator.importing.proposals import BriefingProposal, CaseProposal, ImportPlan, same_series_name
from generator.importing.question_wordings import PLACE, WORDINGS, Wording
from generator.importing.topics import themes_of
from generator.importing.word.answers import answer_about_word_briefing, answer_about_word_case
from generator.importing.word.values import CASE_TEXTS, part_of
from generator.markdown import shorten
from generator.model import PartialDate, Vocabulary

_MOST_WORDS = 240

LEAVE_OUT = "-"
"""The answer that rejects a proposal."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a proposal."""

    wording: Wording
    printed: str
    """The words of the page, with their place."""

    proposal: str
    """What Enter accepts; empty if Enter leaves it out."""

    choices: tuple[str, ...]
    """Ids that may be typed; empty if any text may be."""

    record: CaseProposal | BriefingProposal | None
    doubt: Doubt | None = None
    unplaced: Unplaced | None = None
    key: str = ""
    """Stays the same when the same pages are read again."""

    @property
    def text(self) -> str:
        """The question in a terminal."""
        return f"{self.wording.ask} {self.wording.keys}"

    @property
    def about(self) -> str:
        """What it is about; `place` for a link that was not placed."""
        return self.doubt.about if self.doubt is not None else "place"


def questions(plan: ImportPlan, vocabulary: Vocabulary) -> list[Question]:
    """Return one question for each unsure proposal, then one for each link that was not placed."""
    kinds, types = tuple(vocabulary.document_kind), tuple(vocabulary.type)
    cases = tuple(each.id for each in plan.known if each.kind == "case")
    series = tuple(each.id for each in vocabulary.briefing_series)
    options = {"kind": kinds, "type": types, "part": CASE_TEXTS, "case": cases, "series": series}
    found: list[Question] = []
    records: list[CaseProposal | BriefingProposal] = [*plan.cases, *plan.briefings]
    for record in records:
        doubts = record.found.doubts if isinstance(record, CaseProposal) else record.doubts
        for doubt in doubts if not record.exists or (isinstance(record, CaseProposal) and record.parts) else ():
            choices = options.get(doubt.about, ())
            printed = f'"{doubt.printed}" ({doubt.place}): {doubt.why}'
            printed += _text_below(record, doubt)
            wording = WORDINGS[doubt.about]
            if doubt.about == "part" and not doubt.proposal:
                wording = replace(wording, yes="Leave it out", no="")
            found.append(Question(wording, printed, doubt.proposal, choices, record, doubt))
    for unplaced in plan.unplaced:
        if unplaced.address.startswith(("http", "/")) or "." in unplaced.address:
            printed = f'"{unplaced.text}" ({unplaced.place}): {unplaced.why}'
            found.append(Question(PLACE, printed, "", tuple(case.id for case in plan.cases), None, None, unplaced))
    return _with_keys(found)


def _text_below(record: CaseProposal | BriefingProposal, doubt: Doubt) -> str:
    """Return the first words below the heading of a part, on a separate line."""
    part = part_of(record.parts, doubt) if doubt.about in ("part", "section") else None
    words = " ".join(block.text for block in part.blocks) if part is not None else ""
    return f"\nBelow it: {shorten(words, _MOST_WORDS)}" if words else ""


def _with_keys(found: list[Question]) -> list[Question]:
    counts: Counter[str] = Counter()
    keyed = []
    for question in found:
        said = (question.about, question.printed, question.proposal, question.unplaced and question.unplaced.address)
        digest = sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:16]
        counts[digest] += 1
        keyed.append(replace(question, key=f"{digest}-{counts[digest]}"))
    return keyed


def is_needed(plan: ImportPlan, question: Question) -> bool:
    """Return False for a question about a record that another answer has removed."""
    record = question.record
    return record is None or any(record is each for each in (*plan.cases, *plan.briefings))


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
        case "name":
            _answer_about_name(plan, case, answer)
        case "type":
            found.types = () if answer == LEAVE_OUT else tuple(each.strip() for each in answer.split(","))
            found.type_is_own = True
        case "published":
            found.published = None if answer == LEAVE_OUT else PartialDate.parse(answer)
        case "state":
            found.state = None
        case "reviewer" | "case" | "part":
            answer_about_word_case(plan, case, doubt, "" if answer == LEAVE_OUT else answer)
        case "kind":
            document = next((each for each in found.documents if each.printed == doubt.printed), None)
            if document is not None and answer == LEAVE_OUT:
                found.documents.remove(document)
            elif document is not None:
                document.kind = answer


def _answer_about_name(plan: ImportPlan, case: CaseProposal, answer: str) -> None:
    if answer == LEAVE_OUT:
        if case in plan.cases:
            plan.cases.remove(case)
        plan.briefings[:] = [each for each in plan.briefings if each.case != case.id or each.exists]
        plan.unplaced += (Unplaced(case.found.printed, "", case.found.place, "you said that it is no review"),)
        return
    case.found.name = answer
    new_id = slugify(answer) or case.id
    case.first_id = case.first_id or case.id
    for each in plan.briefings:
        if each.case == case.id and not each.exists:
            each.case, each.title = new_id, answer
    case.id = new_id


def _answer_for_briefing(
    plan: ImportPlan, briefing: BriefingProposal, doubt: Doubt, answer: str, vocabulary: Vocabulary
) -> None:
    briefing.doubts = tuple(each for each in briefing.doubts if each is not doubt)
    if doubt.about in ("section", "title"):
        answer_about_word_briefing(plan, briefing, doubt, answer, is_rejected=answer == LEAVE_OUT)
    elif doubt.about == "series" and answer in vocabulary.series:
        for each in _named_alike(plan, briefing):
            each.series = answer
    if answer != LEAVE_OUT:
        return
    if doubt.about == "state":
        for mention in briefing.mentions:
            mention.state = None
    elif doubt.about == "topic":
        _split(plan, briefing, doubt, vocabulary)
    elif doubt.about == "series":
        for other in _named_alike(plan, briefing):
            plan.briefings.remove(other)
            for case in plan.cases:
                case.briefings = tuple(each for each in case.briefings if each != other.id)


def _named_alike(plan: ImportPlan, briefing: BriefingProposal) -> list[BriefingProposal]:
    """Return a briefing, and the others whose series has the same name on the page: they have no question."""
    others = [
        each
        for each in plan.briefings
        if each is not briefing
        and not each.exists
        and same_series_name(briefing, each)
        and all(doubt.about != "series" for doubt in each.doubts)
    ]
    return [briefing, *others]


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
