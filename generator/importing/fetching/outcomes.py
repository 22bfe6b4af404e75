"""What became of a document that was wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics import Diagnostic
from generator.importing.fetching.wanted_documents import WantedDocument


class OutcomeState(StrEnum):
    """What became of a document."""

    FETCHED = "fetched"
    WOULD_FETCH = "would fetch"
    """Nothing was requested: a dry run, or a run that ended before."""

    FAILED = "could not"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document, and what became of it."""

    document: WantedDocument
    state: OutcomeState
    file: str = ""
    """The stored file, from the site's root."""

    size: int = 0
    """In bytes."""

    redirects: tuple[str, ...] = ()
    """The old addresses that redirect to the record's page."""

    diagnostics: tuple[Diagnostic, ...] = ()

    is_reached: bool = True
    """False if no machine answered: this computer may have no connection."""
