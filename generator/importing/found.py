"""What was found on old listing pages: cases with their documents and briefings, and what could not be placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.importing.listing import Place
from generator.importing.names import name_key
from generator.importing.states import PrintedState
from generator.model import PartialDate


@dataclass(slots=True)
class Doubt:
    """One proposal that a person should check."""

    about: str
    """What it is about: `name`, `type`, `published`, `kind`, `topic`, `series`, `state`.

    Of a Word file also `title`, `reviewer`, `case`, `part` and `section`.
    """

    printed: str
    """The words of the page."""

    place: Place
    proposal: str
    """What is proposed, in words for an editor."""

    why: str
    """Why it is not certain, as a sentence without a full stop."""


@dataclass(slots=True)
class FoundDocument:
    """A document on the page."""

    kind: str
    """The id of its kind; empty if it was not understood."""

    printed: str
    address: str
    """As it is written on the page; empty if there is no link."""

    place: Place
    state: PrintedState | None = None
    date: PartialDate | None = None
    """When it was published, if the page says so of this document."""

    shared_with: str = ""
    """The key of the case whose record has it; empty for a document of this case."""


@dataclass(slots=True)
class FoundBriefing:
    """One mention of a briefing."""

    series: str
    topic: str
    """Empty for the briefing of a case."""

    printed: str
    address: str
    place: Place
    kind: str = ""
    """The id of its document kind; empty if the vocabulary has none for the series."""

    state: PrintedState | None = None
    date: PartialDate | None = None
    is_usual: bool = False
    """True if the series was named by a usual word that the vocabulary does not have."""

    series_words: tuple[str, ...] = ()
    """The words of the page that name the series, in the form in which words are compared. Empty for a heading's."""


@dataclass(slots=True)
class FoundCase:
    """A review on the page."""

    name: str
    place: Place
    printed: str
    """The heading or the sentence that names it."""

    types: tuple[str, ...] = ()
    type_printed: str = ""
    type_is_own: bool = False
    """False if only the heading of a section says the type."""

    unknown_type: str = ""
    published: PartialDate | None = None
    date_printed: str = ""
    date_is_own: bool = False
    """False if only the heading of a section says the date."""

    expected: PartialDate | None = None
    state: PrintedState | None = None
    """What the page says about the review itself."""

    documents: list[FoundDocument] = field(default_factory=list)
    topics: list[FoundBriefing] = field(default_factory=list)
    """Briefings on topics, in the order of the page."""

    briefings: list[FoundBriefing] = field(default_factory=list)
    """Briefings about this case."""

    doubts: list[Doubt] = field(default_factory=list)
    not_understood: list[tuple[str, Place]] = field(default_factory=list)
    is_tentative: bool = False
    """True until something other than the form of a heading shows that it is a case."""

    level: int = 0
    """The level of its heading."""

    number: int = 1
    """2 for the second case with one name."""

    @property
    def key(self) -> str:
        """The form in which names are compared; a second case with the name has a number."""
        return name_key(self.name) + (f" {self.number}" if self.number > 1 else "")

    @property
    def has_entries(self) -> bool:
        """True if a document or a briefing was found for it."""
        return bool(self.documents or self.topics or self.briefings)

    def is_proved(self) -> bool:
        """Mark it as a case for which there is evidence."""
        self.is_tentative = False
        return True

    def doubt(self, about: str, printed: str, place: Place, proposal: str, why: str) -> None:
        """Add a proposal that a person should check, once."""
        if all((each.about, each.proposal) != (about, proposal) for each in self.doubts):
            self.doubts.append(Doubt(about, printed, place, proposal, why))


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something that could not be placed: it is listed for the editor."""

    text: str
    address: str
    place: Place
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything on the pages."""

    cases: tuple[FoundCase, ...]
    topics: tuple[FoundBriefing, ...]
    """Every mention of a briefing on a topic, with or without a case."""

    unplaced: tuple[Unplaced, ...]
    prose: tuple[Unplaced, ...]
    """Sentences that were not used."""
