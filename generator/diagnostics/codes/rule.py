"""What a code stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Location, RelatedLocation, Severity, one_line

_LONGEST: Final = 500
"""Characters of a message or a hint."""

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
    "G": "g100-private-terms",
}
"""The pages in `docs/diagnostics/` by the first letter of a code, in the order in which findings are listed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for."""

    code: str
    slug: str
    """The name of its sample site, `<code>-<slug>`."""

    title: str
    severity: Severity
    why: str
    """Why it matters, to the people who read or keep the library."""

    source: str = "design of this library"
    """The rule's origin: a statute, a guidance, a framework, or this library's own design."""

    def diagnostic(
        self,
        message: str,
        location: Location | None = None,
        hint: str | None = None,
        related: tuple[RelatedLocation, ...] = (),
    ) -> Diagnostic:
        """One finding under this rule. What was written into the message stays in one line of readable length."""
        return Diagnostic(self.code, _shorten(message), location, hint and _shorten(hint), related, self.severity)

    @property
    def anchor(self) -> str:
        """The anchor of its section, such as `y102-a-key-stands-twice`."""
        words = "".join(
            letter if letter.isalnum() or letter in " -" else "" for letter in f"{self.code} {self.title}".lower()
        )
        return words.replace(" ", "-")

    @property
    def page(self) -> str:
        """The name of its page in `docs/diagnostics/`, such as `y100-yaml.md`."""
        return f"{PAGES[self.code[0]]}.md"


def _shorten(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."


E: Final = Severity.ERROR


W: Final = Severity.WARNING


N: Final = Severity.NOTE


SUMMER_TIME_ACT: Final = "Summer Time Act 1972, as the time zone database has it"


REASON: Final = "Working Together, as source 002 reports it; Warrington CSPR framework of March 2021, 4.2.5"


FRAMEWORK: Final = "Warrington CSPR framework of March 2021"


ACCESSIBLE: Final = "Public Sector Bodies Accessibility Regulations, SI 2018/852"


FRAMEWORK_4_2_2: Final = "Warrington CSPR framework of March 2021, 4.2.2"


SAMARITANS: Final = "Samaritans' media guidelines for reporting suicide, 2020"


LANGUAGE: Final = "The Children's Society and NAPAC, Child exploitation and abuse: an appropriate language guide, 2024"


WCAG: Final = "Web Content Accessibility Guidelines (WCAG) 2.2"


PLAIN: Final = "GOV.UK content design, which aims for a reading age of 9"
