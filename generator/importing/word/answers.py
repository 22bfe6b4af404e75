"""What the answers to questions about a Word file change."""

from __future__ import annotations

from generator.editing import slugify
from generator.importing.found import Doubt
from generator.importing.proposals import BriefingProposal, CaseProposal, ImportPlan, take_id
from generator.importing.topics import same_topic
from generator.importing.word.values import part_of


def answer_about_word_case(plan: ImportPlan, case: CaseProposal, doubt: Doubt, answer: str) -> None:
    """Change the lead reviewer, the review of the library, or the place of a part. Empty leaves it out."""
    if doubt.about == "reviewer":
        case.reviewer = answer
    elif doubt.about == "case":
        _take_known_case(plan, case, answer)
    elif (part := part_of(case.parts, doubt)) is not None:
        part.target = answer


def answer_about_word_briefing(
    plan: ImportPlan, briefing: BriefingProposal, doubt: Doubt, answer: str, *, is_rejected: bool
) -> None:
    """Change the title of a briefing, or the heading of a part."""
    if doubt.about == "section":
        _answer_for_section(briefing, doubt, answer, is_rejected)
    elif answer and not is_rejected:
        _rename_briefing(plan, briefing, answer)


def _answer_for_section(briefing: BriefingProposal, doubt: Doubt, answer: str, is_rejected: bool) -> None:
    """Keep a part, give it another heading, or make it lines of the part before."""
    part = part_of(briefing.parts, doubt)
    if part is None or not answer:
        return
    at = briefing.parts.index(part)
    if not is_rejected:
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
    briefing.id = existing.id if existing is not None else take_id(slugify(title) or briefing.id, taken)


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
            briefing.id = same[0].id if same else take_id(f"{known.id}-{briefing.series}", taken)
    case.id, case.exists = known.id, True
    case.found.name = known.names[0] if known.names else case.found.name
