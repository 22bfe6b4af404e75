"""What an import proposes: records with their facts, each with the words of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urljoin

from generator.editing import free_id, slugify
from generator.importing.found import Doubt, Found, FoundBriefing, FoundCase, FoundDocument, Unplaced
from generator.importing.listing import Listing
from generator.importing.names import name_key
from generator.importing.page_address import whole_address
from generator.importing.phrases import Phrases
from generator.importing.topics import Topic, harms_of, merge_topics, same_topic, themes_of
from generator.importing.word.parts import WordPart
from generator.importing.word.report_points import ReportPoint
from generator.model import Vocabulary

NO_SUCH_WORDS: Final = "the vocabulary has no such words"
_NOT_RELATIVE: Final = re.compile(r"#|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record that the site has already."""

    id: str
    names: tuple[str, ...]
    """Its name or title, and its other names."""

    kind: str
    """`case` or `briefing`."""

    series: str = ""
    case: str = ""
    """For the briefing of a case, the id of that case."""

    @property
    def file(self) -> str:
        """The path of its record."""
        folder, name = ("content/cases", "case") if self.kind == "case" else ("briefings", "briefing")
        return f"{folder}/{self.id}/{name}.yml"


@dataclass(slots=True)
class BriefingProposal:
    """A briefing to draft, or one that exists."""

    id: str
    title: str
    series: str
    mentions: list[FoundBriefing]
    case: str = ""
    themes: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    exists: bool = False
    parts: list[WordPart] = field(default_factory=list)
    """The parts of a Word file, each with its heading; empty for a briefing of a listing page."""

    notes: list[str] = field(default_factory=list)
    """What a person should know of a Word file, as comments of the draft."""

    is_from_word: bool = False

    @property
    def file(self) -> str:
        """The path of its record."""
        return f"briefings/{self.id}/briefing.yml"


@dataclass(slots=True)
class CaseProposal:
    """A case to draft, or one that exists."""

    id: str
    found: FoundCase
    briefings: tuple[str, ...] = ()
    """Ids of briefings on topics, in the order of the page."""

    themes: tuple[str, ...] = ()
    exists: bool = False
    parts: list[WordPart] = field(default_factory=list)
    """The parts of a Word file; the target of each is a field of the case, or empty if it is left out."""

    points: tuple[ReportPoint, ...] = ()
    """The findings and recommendations of a Word file."""

    reviewer: str = ""
    reviewer_printed: str = ""
    """The sentence that names the lead reviewer."""

    notes: list[str] = field(default_factory=list)
    first_id: str = ""
    """The id that it had before its name was corrected; empty if it was not."""

    @property
    def file(self) -> str:
        """The path of its record."""
        return f"content/cases/{self.id}/case.yml"


@dataclass(slots=True)
class ImportPlan:
    """Everything that an import would write, and what it could not place."""

    cases: list[CaseProposal]
    briefings: list[BriefingProposal]
    unplaced: tuple[Unplaced, ...]
    prose: tuple[Unplaced, ...]
    bases: dict[str, str]
    """The address from which the relative links of a file start; empty if no page says it."""

    known: tuple[KnownRecord, ...] = ()
    """The records that the site has already."""

    def list_briefings(self) -> None:
        """Give each case the ids of the briefings on topics that are below it on the page."""
        ids = {id(mention): each.id for each in self.briefings for mention in each.mentions}
        for case in self.cases:
            listed = (ids.get(id(each)) for each in case.found.topics)
            case.briefings = tuple(dict.fromkeys(each for each in listed if each is not None))

    @property
    def doubts(self) -> list[tuple[str, Doubt]]:
        """Everything that a person should check, with the file of its record."""
        of_cases = [(case.file, doubt) for case in self.cases if not case.exists for doubt in case.found.doubts]
        return of_cases + [(each.file, doubt) for each in self.briefings if not each.exists for doubt in each.doubts]

    @property
    def links_without_address(self) -> int:
        """Return how many documents of new records would lose their link, because nobody knows where it starts."""
        found: list[FoundDocument | FoundBriefing] = []
        found += [each for case in self.cases if not case.exists for each in case.found.documents]
        found += [each for briefing in self.briefings if not briefing.exists for each in briefing.mentions]
        return len(
            {
                each.address
                for each in found
                if each.address
                and each.state is None
                and self.bases.get(each.place.file) == ""
                and not _NOT_RELATIVE.match(each.address)
            }
        )

    def address_of(self, item: FoundDocument | FoundBriefing) -> str:
        """Return the full address of a document; empty if it has none, or if nobody knows where it starts."""
        if not item.address:
            return ""
        base = self.bases.get(item.place.file, "")
        try:
            address = urljoin(base, item.address.replace(" ", "%20"))
        except ValueError:
            return ""
        is_web = address.lower().startswith(("http://", "https://")) and not set(address) & set('<>"\\^`{|}')
        return address if is_web and len(address) <= 2_000 else ""


def propose(
    found: Found, listings: tuple[Listing, ...], phrases: Phrases, known: tuple[KnownRecord, ...], base: str = ""
) -> ImportPlan:
    """Return the records that the pages give. `base` is where relative links start; without it, what a page says."""
    vocabulary = phrases.vocabulary
    topics = merge_topics(found.topics, [name for each in known if each.kind == "briefing" for name in each.names[:1]])
    taken: dict[str, set[str]] = {
        kind: {each.id for each in known if each.kind == kind} for kind in ("case", "briefing")
    }
    cases = [_case(each, known, taken["case"]) for each in found.cases]
    briefings = [_topic(each, known, taken["briefing"], vocabulary) for each in topics]
    for case in cases:
        if "thematic" in case.found.types:
            case.themes = themes_of(case.found.name, vocabulary)
        briefings += _own_briefings(case, known, taken["briefing"])
    _ask_once(briefings, vocabulary)
    bases = {listing.file: whole_address(base) or listing.base for listing in listings}
    plan = ImportPlan(cases, briefings, found.unplaced, found.prose, bases, known)
    plan.list_briefings()
    return plan


def _case(found: FoundCase, known: tuple[KnownRecord, ...], taken: set[str]) -> CaseProposal:
    if found.number == 1:
        key = name_key(found.name)
        for each in known:
            if each.kind == "case" and key in (name_key(name) for name in each.names):
                return CaseProposal(each.id, found, exists=True)
    dated = f"{found.name} {found.published.year}" if found.number > 1 and found.published else found.name
    return CaseProposal(take_id(slugify(dated) or "review", taken), found)


def _topic(topic: Topic, known: tuple[KnownRecord, ...], taken: set[str], vocabulary: Vocabulary) -> BriefingProposal:
    existing = next(
        (
            each
            for each in known
            if each.kind == "briefing" and not each.case and any(same_topic(topic.title, name) for name in each.names)
        ),
        None,
    )
    doubts = []
    if topic.typing_error_of:
        mention = next(each for each in topic.mentions if each.topic == topic.printed_error)
        why = f'"{topic.printed_error}" may be a typing error of "{topic.typing_error_of}"'
        doubts.append(Doubt("topic", mention.printed, mention.place, topic.title, why))
    if existing is not None:
        return BriefingProposal(
            existing.id, topic.title, topic.series, topic.mentions, exists=True, doubts=tuple(doubts)
        )
    title = topic.title
    if any(each.is_usual for each in topic.mentions):
        first = next(each for each in topic.mentions if each.is_usual)
        doubts.append(Doubt("series", first.printed, first.place, topic.series, NO_SUCH_WORDS))
    doubts += [
        Doubt("state", each.printed, each.place, each.state.state, "a person has to decide")
        for each in topic.mentions
        if each.state is not None
    ]
    identity = take_id(slugify(title.removeprefix("The ")) or "briefing", taken)
    themes = themes_of(title, vocabulary)
    return BriefingProposal(
        identity, title, topic.series, topic.mentions, "", themes, harms_of(title, vocabulary), tuple(doubts)
    )


def _own_briefings(case: CaseProposal, known: tuple[KnownRecord, ...], taken: set[str]) -> list[BriefingProposal]:
    proposals: dict[str, BriefingProposal] = {}
    for found in case.found.briefings:
        if found.series in proposals:
            proposals[found.series].mentions.append(found)
            continue
        existing = next((each for each in known if each.case == case.id and each.series == found.series), None)
        identity = existing.id if existing else take_id(f"{case.id}-{found.series}"[:78].strip("-"), taken)
        doubts: tuple[Doubt, ...] = ()
        if found.is_usual:
            doubts = (Doubt("series", found.printed, found.place, found.series, NO_SUCH_WORDS),)
        proposals[found.series] = BriefingProposal(
            identity, case.found.name, found.series, [found], case.id, doubts=doubts, exists=existing is not None
        )
    return list(proposals.values())


def same_series_name(one: BriefingProposal, other: BriefingProposal) -> bool:
    """Return True for two briefings whose series the page names with the same words, which the vocabulary lacks."""
    return _name_of_series(one) is not None and _name_of_series(one) == _name_of_series(other)


def _name_of_series(briefing: BriefingProposal) -> tuple[object, ...] | None:
    mention = next((each for each in briefing.mentions if each.is_usual), None)
    if mention is None or briefing.is_from_word:
        return None
    # "7MB" and "7-minute briefing" are one kind of document.
    return (mention.series, mention.kind or mention.series_words)


def _ask_once(briefings: list[BriefingProposal], vocabulary: Vocabulary) -> None:
    """Keep one question for all briefings whose series the page names with the same words."""
    asked: list[BriefingProposal] = []
    for briefing in briefings:
        doubt = next((each for each in briefing.doubts if each.about == "series"), None)
        if doubt is None or briefing.exists:
            continue
        if any(same_series_name(briefing, each) for each in asked):
            briefing.doubts = tuple(each for each in briefing.doubts if each is not doubt)
            continue
        asked.append(briefing)
        others = sum(same_series_name(briefing, each) and not each.exists for each in briefings) - 1
        too = f", nor for {others} more with this name" if others else ""
        label = vocabulary.series[briefing.series].label
        why = f'{NO_SUCH_WORDS}{too}; to use them, change the label "{label}" in content/vocabulary.yml'
        briefing.doubts = tuple(replace(each, why=why) if each is doubt else each for each in briefing.doubts)


def take_id(identity: str, taken: set[str]) -> str:
    """Return an id that no record has, and take it."""
    free = free_id(identity, taken.__contains__)
    taken.add(free)
    return free
