"""The nations of the United Kingdom, which have different bank holidays."""

from __future__ import annotations

from enum import StrEnum


class Nation(StrEnum):
    """A nation: its law is in its vocabulary packs, and its bank holidays are not working days."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def label(self) -> str:
        """The name as it appears inside a sentence."""
        return self.value.replace("-", " ").title()

    @property
    def possessive(self) -> str:
        """The name as in "England's bank holidays"."""
        return f"{self.label}'" if self.label.endswith("s") else f"{self.label}'s"
