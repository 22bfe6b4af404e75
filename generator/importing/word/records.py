"""Makes proposals of a Word file: a briefing with its parts, the texts of a case, or the facts of a report."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.editing import slugify
from generator.importing.found import Doubt, FoundBriefing, FoundCase, Unplaced
from generator.importing.labels import Label, understand
from generator.importing.lines import squash
from generator.importing.listing import Place
from generator.importing.names import name_key
from generator.importing.phrases import Phrases
from generator.importing.printed_dates import find_dates
from generator.importing.proposals import BriefingProposal, CaseProposal, ImportPlan, KnownRecord, take_id
from generator.importing.topics import harms_of, same_topic, themes_of
from generator.importing.word.document import WordDocument
from generator.importing.word.facts import find_facts
from generator.importing.word.headings import Headings
from generator.importing.word.kind import KindOfFile, WordKind, titles_of
from generator.importing.word.parts import WordParts, flatten_blocks, split_into_parts
from generator.importing.word.report_points import find_report_points
from generator.importing.word.texts import as_items
from generator.importing.word.values import CASE_TEXTS
from generator.model import BriefingSeries, PartialDate


def propose_word(
    document: WordDocument, kind: KindOfFile, phrases: Phrases, known: tuple[KnownRecord, ...], case: str = ""
) -> ImportPlan:
    """Return the records that a Word file gives. `case` is the id of the case of a briefing; empty if not given."""
    if kind.series is None:
        return _report(document, phrases, known, case)
    if kind.kind is WordKind.LESSONS:
        return _about_case(document, kind, kind.series, phrases, known, case)
    return _on_topic(document, kind, kind.series, phrases, known)


def parts_of(document: WordDocument, series: BriefingSeries, phrases: Phrases) -> WordParts:
    """Return the parts of a briefing, with the heading of each in the record, or the field of the case."""
    headings = Headings(series)

    def is_title(text: str) -> bool:
        names_series = len(text.split()) <= _LONGEST_TITLE and bool(understand(text, phrases).series)
        return text == document.title or (names_series and headings.find(text) is None)

    parts = split_into_parts(document.blocks, lambda text: headings.find(text) is not None, is_title)
    for part in parts.parts:
        known = headings.find(part.printed)
        part.heading = headings.heading_of(part.printed, known)
        if series.takes_text_from_case:
            part.target = known.id if known is not None and known.id in CASE_TEXTS else ""
    return parts


def _on_topic(
    document: WordDocument, kind: KindOfFile, series: BriefingSeries, phrases: Phrases, known: tuple[KnownRecord, ...]
) -> ImportPlan:
    parts = parts_of(document, series, phrases)
    title, printed, why = _topic(document, parts, phrases)
    place = _place(document, _number(document, printed))
    existing = _known_topic(title, known)
    doubts = []
    if why:
        doubts.append(Doubt("title", printed, place, title, why))
    if kind.why:
        doubts.append(Doubt("series", printed, place, series.id, kind.why))
    headings = Headings(series)
    filled = [part for part in parts.parts if part.blocks]
    most = series.part_limit or len(filled)
    for part in filled:
        is_known = headings.find(part.printed) is not None
        if not is_known and (not part.is_alike or len(filled) > most):
            why = "it may be a heading of a part, or a line of the part before"
            doubts.append(Doubt("section", part.printed, _place(document, part.number), part.heading, why))
    taken = {each.id for each in known if each.kind == "briefing"}
    identity = existing.id if existing else take_id(slugify(title.removeprefix("The ")) or "briefing", taken)
    date = _publication(parts)
    briefing = BriefingProposal(
        identity,
        title,
        series.id,
        [FoundBriefing(series.id, title, printed, "", place, date=date)],
        "",
        themes_of(title, phrases.vocabulary),
        harms_of(title, phrases.vocabulary),
        tuple(doubts),
        existing is not None,
        filled,
        is_from_word=True,
    )
    return ImportPlan([], [briefing], _not_used(document, parts, {printed}), (), {}, known)


def _about_case(
    document: WordDocument,
    kind: KindOfFile,
    series: BriefingSeries,
    phrases: Phrases,
    known: tuple[KnownRecord, ...],
    case: str,
) -> ImportPlan:
    parts = parts_of(document, series, phrases)
    name, printed, why = _name(document, phrases)
    place = _place(document, _number(document, printed))
    existing = _known_case(name, case, known)
    ids = {each.id for each in known if each.kind == "case"}
    found = FoundCase(existing.names[0] if existing and existing.names else name, place, printed)
    if existing is None:
        reason = why or "no review of the library has this name"
        found.doubt("case", printed, place, name, reason)
    elif why and not case:
        found.doubt("case", printed, place, existing.id, why)
    proposal = CaseProposal(existing.id if existing else take_id(slugify(name) or "review", ids), found)
    proposal.exists = existing is not None
    filled = [part for part in parts.parts if part.blocks]
    own = existing and next((each for each in known if each.case == existing.id and each.series == series.id), None)
    briefings = {each.id for each in known if each.kind == "briefing"}
    title = found.name
    briefing = BriefingProposal(
        own.id if own else take_id(f"{proposal.id}-{series.id}", briefings),
        title,
        series.id,
        [FoundBriefing(series.id, "", printed, "", place, date=_publication(parts))],
        proposal.id,
        exists=own is not None,
        is_from_word=True,
    )
    if kind.why:
        briefing.doubts = (Doubt("series", printed, place, series.id, kind.why),)
    left: tuple[Unplaced, ...] = ()
    if series.takes_text_from_case:
        proposal.parts = filled
        _doubt_parts(proposal, document, Headings(series))
        left = _introductions(proposal, document)
    else:
        briefing.parts = filled
    return ImportPlan([proposal], [briefing], (*_not_used(document, parts, {printed}), *left), (), {}, known)


def _doubt_parts(case: CaseProposal, document: WordDocument, headings: Headings) -> None:
    """Ask about each part whose heading is not one of the series."""
    for part in case.parts:
        known = headings.find(part.printed)
        if known is None or not known.is_exact:
            why = "the heading is not one of the series" if known is None else "the series has other words for it"
            case.found.doubts.append(Doubt("part", part.printed, _place(document, part.number), part.target, why))


def _introductions(case: CaseProposal, document: WordDocument) -> tuple[Unplaced, ...]:
    """Return the sentences that only introduce a list, and the parts without a place in the record."""
    found = []
    for part in case.parts:
        if part.target and part.target != "story":
            texts = as_items(part.blocks)[1]
            found += [Unplaced(each, "", _place(document, part.number), "it only introduces a list") for each in texts]
        elif not part.target:
            text = squash(" ".join(each.text for each in flatten_blocks(part.blocks)))
            why = f'its heading "{part.printed}" is not one of the parts of the briefing'
            found.append(Unplaced(text, "", _place(document, part.number), why))
    return tuple(found)


def _report(document: WordDocument, phrases: Phrases, known: tuple[KnownRecord, ...], case: str) -> ImportPlan:
    facts = find_facts(document.blocks, document.title, document.file, phrases)
    name = facts.get("name")
    title = titles_of(document)[0]
    shown = name.value if name else _from_file_name(document)
    existing = _known_case(shown, case, known)
    place = name.place if name else _place(document, _number(document, title))
    found = FoundCase(existing.names[0] if existing and existing.names else shown, place, title)
    if existing is None and (name is None or name.why):
        why = name.why if name else "the file names no review on its first pages; this is the name of the file"
        found.doubt("name", name.printed if name else title, place, shown, why)
    ids = {each.id for each in known if each.kind == "case"}
    proposal = CaseProposal(existing.id if existing else take_id(slugify(shown) or "review", ids), found)
    proposal.exists = existing is not None
    if (types := facts.get("type")) is not None:
        found.types, found.unknown_type, found.type_printed = types.types, types.unknown_type, types.printed
        found.type_is_own = True
        if types.why:
            found.doubt("type", types.printed, types.place, types.value, types.why)
    if (published := facts.get("published")) is not None and published.date is not None:
        found.published, found.date_printed = published.date, published.printed
        if published.why:
            found.doubt("published", published.printed, published.place, published.value, published.why)
    if (reviewer := facts.get("reviewer")) is not None:
        proposal.reviewer, proposal.reviewer_printed = reviewer.value, reviewer.printed
        if reviewer.why:
            found.doubt("reviewer", reviewer.printed, reviewer.place, reviewer.value, reviewer.why)
    if (board := facts.get("commissioned")) is not None:
        proposal.notes.append(f'Commissioned by {board.value}, as printed ({board.place}): "{board.printed[:200]}"')
    proposal.notes.append("The Word file is not copied: put the report that you publish next to this record, as PDF.")
    found_points = find_report_points(document.blocks)
    proposal.points = found_points.points
    left = tuple(
        Unplaced(each.text, "", _place(document, each.number), f"it is below the heading of the {field}, in no list")
        for field, each in found_points.others
    )
    return ImportPlan([proposal], [], left, (), {}, known)


def _topic(document: WordDocument, parts: WordParts, phrases: Phrases) -> tuple[str, str, str]:
    """Return the title of a briefing on a topic, the line that has it, and why it is not certain."""
    for text in titles_of(document):
        label = understand(text, phrases)
        if label.series and label.topic:
            why = "" if text != titles_of(document)[-1] else "only the name of the file has it"
            return label.topic, text, why
    opening = [document.title] if document.title else []
    opening += [each.text for each in flatten_blocks(parts.opening) if each.text != document.title]
    for text in opening[:_FIRST]:
        if len(text.split()) <= _LONGEST_TITLE and not _is_furniture(understand(text, phrases), text):
            is_title = text == document.title
            return text.rstrip("."), text, "" if is_title else "it is the first line that may be a title"
    name = _from_file_name(document)
    return name, titles_of(document)[-1], "the file has no title; this is the name of the file"


_FIRST = 8
_LONGEST_TITLE = 14


def _is_furniture(label: Label, text: str) -> bool:
    """Return True for a line that is the name of the series, a date or the name of a board, and no title."""
    bare = re.sub(r"\W", "", text)
    has_words = sum(each.isalpha() for each in bare) >= 4
    is_series = bool(label.series) and not label.topic
    is_date = bool(find_dates(text)) and len(text.split()) <= 5
    is_board = re.search(r"(?i)\b(?:partnership|board|council)\b", text) is not None and len(text.split()) <= 8
    return not has_words or is_series or is_date or is_board


def _name(document: WordDocument, phrases: Phrases) -> tuple[str, str, str]:
    """Return the name of the case of a briefing, the line that has it, and why it is not certain."""
    titles = titles_of(document)
    has_series = False
    for text in titles[:-1]:
        label = understand(text, phrases)
        if label.name and (label.series or has_series or label.is_certain_name):
            return label.name, text, ""
        has_series = has_series or bool(label.series)
    label = understand(titles[-1], phrases)
    if label.name:
        return label.name, titles[-1], "only the name of the file has it"
    return titles[0][:80], titles[0], "no name of a review was found in the title"


def _known_case(name: str, asked: str, known: tuple[KnownRecord, ...]) -> KnownRecord | None:
    cases = [each for each in known if each.kind == "case"]
    if asked:
        return next((each for each in cases if each.id == asked), None)
    key = name_key(name)
    return next((each for each in cases if key and key in {name_key(one) for one in each.names}), None)


def _known_topic(title: str, known: tuple[KnownRecord, ...]) -> KnownRecord | None:
    topics = (each for each in known if each.kind == "briefing" and not each.case)
    return next((each for each in topics if any(same_topic(title, name) for name in each.names)), None)


def _publication(parts: WordParts) -> PartialDate | None:
    """Return the date of publication if a line above the first part names it."""
    dates = [date for each in flatten_blocks(parts.opening) for date in find_dates(each.text) if date.is_publication]
    return dates[0].date if len(dates) == 1 else None


def _not_used(document: WordDocument, parts: WordParts, used: set[str]) -> tuple[Unplaced, ...]:
    """Return the lines above the first part, and the tables with data."""
    lines = [each for each in flatten_blocks(parts.opening) if each.text not in used]
    above = [Unplaced(each.text, "", _place(document, each.number), "it is above the first part") for each in lines]
    why = "a table: write what it says as text or as a list"
    return (*above, *(Unplaced(each, "", Place(document.file, 1, "paragraph"), why) for each in parts.tables))


def _from_file_name(document: WordDocument) -> str:
    name = re.sub(r"[_\-]+|%20", " ", PurePosixPath(document.file).stem)
    name = squash(re.sub(r"(?i)\b(?:final|draft|v\d[\d.]*|version \d+|copy|\d{4,8})\b", " ", name))
    return (name or "Briefing")[:1].upper() + (name or "Briefing")[1:]


def _number(document: WordDocument, text: str) -> int:
    return next((each.number for each in flatten_blocks(document.blocks) if each.text == text), 1)


def _place(document: WordDocument, number: int) -> Place:
    return Place(document.file, number, "paragraph")
