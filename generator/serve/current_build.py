"""The build that is shown now. It is replaced as a whole, so no page ever mixes two builds."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Condition
from typing import Final

from generator.diagnostics import Diagnostic, Severity
from generator.serve.snapshot import Snapshot

_WAIT_SECONDS: Final = 1.0
"""Seconds between messages on each event stream. A closed browser tab is noticed only when a message is sent to it."""


@dataclass(frozen=True, slots=True, eq=False)
class ServedBuild:
    """The last good site, and the errors since then."""

    site: Snapshot | None
    """None until a build has succeeded."""

    faults: tuple[Diagnostic, ...]
    """The errors that prevent a newer site from being shown."""

    number: int
    """The number of the build, from 1."""

    @property
    def build_token(self) -> str:
        """Return a token that changes with each build.

        It is for a page that could not be made, so that the page reloads after the next build.
        """
        return f"build-{self.number}"

    def token(self, address: str) -> str:
        """Return a token that changes exactly when the page at an address, or the list of errors on it, changes.

        If the page cannot be made, the token changes with each build.
        """
        state = f"{hash(self.faults):x}" if self.faults else "good"
        if self.site is None:
            return f"none-{state}"
        try:
            return f"{self.site.token(address)}-{state}"
        except Exception:  # noqa: BLE001 the server reports it when it makes the page itself
            return self.build_token


class CurrentBuild:
    """Passes the current build from the rebuild loop to the readers."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._now: ServedBuild | None = None
        self._closed = False
        self._builds = 0

    @property
    def is_closed(self) -> bool:
        """True if nothing more will be shown."""
        return self._closed

    def show(self, site: Snapshot | None, findings: tuple[Diagnostic, ...]) -> None:
        """Show a site and its findings to every reader from now on."""
        faults = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
        with self._changed:
            self._builds += 1
            self._now = ServedBuild(site, tuple(sorted(faults, key=lambda fault: fault.order)), self._builds)
            self._changed.notify_all()

    def close(self) -> None:
        """Release every thread that waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def now(self) -> ServedBuild | None:
        """Return the current build, waiting for the first one. None if closed before then."""
        with self._changed:
            self._changed.wait_for(lambda: self._now is not None or self._closed)
            return self._now

    def latest(self) -> ServedBuild | None:
        """Return the current build without waiting. None if there is none yet."""
        with self._changed:
            return self._now

    def wait_for_next(self, seen: ServedBuild | None) -> ServedBuild | None:
        """Return the next build after `seen`, or `seen` again if nothing happens for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._now is not seen or self._closed, _WAIT_SECONDS)
            return self._now
