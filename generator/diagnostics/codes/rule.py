"""The rule behind a code, and the sources that several rules share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Location, RelatedLocation, Severity, join_lines

_MAX_LENGTH: Final = 500
"""Maximum length of a message or hint, in characters."""

PAGES: Final = {
    "S": "s000-site",
    "Y": "y100-yaml",
    "R": "r200-records",
    "V": "v300-vocabulary",
    "D": "d400-documents",
    "A": "a500-addresses",
    "P": "p600-texts",
    "T": "t700-dates",
    "L": "l800-links",
    "B": "b900-bulletins",
    "W": "w900-steps",
    "C": "c100-recommendations",
    "G": "g100-private-terms",
    "I": "i100-import",
}
"""First letter of a code to its page in `docs/diagnostics/`, in the order of the catalogue."""


class Trait(Enum):
    """What other parts of the generator do with the diagnostics of a rule."""

    ENDS_COMMAND = auto()
    """The command could not do its work: its exit status is 2."""

    STOPS_ENGINE = auto()
    """The engine cannot read the file either, so the command does not wait for it."""

    ABOUT_LINKS = auto()
    """The link report shows it."""

    ABOUT_WORDS = auto()
    """It depends only on the words of a record and its PDFs: unchanged records without it are not checked again."""

    ABOUT_STEPS = auto()
    """A step around publication is not done. Reports can be sent to the recipients anyway: the checklist names it."""

    SHOWS_NO_VALUE = auto()
    """Its message and hint contain no value of a record, so they are also shown for private fields."""

    SHOWS_NO_TERM = auto()
    """Its message and hint contain no private term, so they are not redacted."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, title and severity, why it matters and where it comes from."""

    code: str
    slug: str
    """Short name. The sample site in `tests/sites/invalid/` is called `<code>-<slug>`."""

    title: str
    severity: Severity
    why: str
    """Why it matters: the consequence for readers or editors, as a full sentence."""

    source: str = "design of this library"
    """Where the rule comes from: a statute, guidance, a framework, or the design of this library."""

    traits: tuple[Trait, ...] = ()

    def diagnostic(
        self,
        message: str,
        location: Location | None = None,
        hint: str | None = None,
        related: tuple[RelatedLocation, ...] = (),
    ) -> Diagnostic:
        """Return a diagnostic of this rule. Message and hint become one line each, of at most 500 characters."""
        return Diagnostic(self.code, _shorten(message), location, hint and _shorten(hint), related, self.severity)

    @property
    def anchor(self) -> str:
        """The anchor of its section in `docs/diagnostics/`, such as `y102-a-field-appears-twice`."""
        words = "".join(
            letter if letter.isalnum() or letter in " -" else "" for letter in f"{self.code} {self.title}".lower()
        )
        return words.replace(" ", "-")

    @property
    def page(self) -> str:
        """The name of its page in `docs/diagnostics/`, such as `y100-yaml.md`."""
        return f"{PAGES[self.code[0]]}.md"


def _shorten(text: str) -> str:
    line = join_lines(text)
    return line if len(line) <= _MAX_LENGTH else line[: _MAX_LENGTH - 3] + "..."


E: Final = Severity.ERROR


W: Final = Severity.WARNING


N: Final = Severity.NOTE


SUMMER_TIME_ACT: Final = "Summer Time Act 1972, as the time zone database has it"


REASON: Final = "Children Act 2004, section 16F(4) and (5) (general knowledge)"


WORKING_TOGETHER: Final = "Working Together to Safeguard Children 2023, chapter 5"


WORKING_TOGETHER_UNREAD: Final = f"{WORKING_TOGETHER} (general knowledge)"
"""For a rule that no stored copy of the guidance was read for."""


GOOD_PRACTICE: Final = "good practice, as one partnership's framework of March 2021 describes it; not a national duty"


ACCESSIBLE: Final = "Public Sector Bodies Accessibility Regulations, SI 2018/852"


PERSONAL_DETAIL: Final = (
    "national guidance on publishing reviews, as one partnership's framework of March 2021 reports it"
)


SAMARITANS: Final = "Samaritans' media guidelines for reporting suicide, 2020"


LANGUAGE: Final = "The Children's Society and NAPAC, Child exploitation and abuse: an appropriate language guide, 2024"


WCAG: Final = "Web Content Accessibility Guidelines (WCAG) 2.2"


PLAIN: Final = "GOV.UK content design, which aims for a reading age of 9"
