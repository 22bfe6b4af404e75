"""What is shown now. It is swapped whole, so no page ever mixes two builds."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Condition
from typing import Final

from generator.diagnostics import Diagnostic, Severity
from generator.preview.snapshot import Snapshot

_WAIT_SECONDS: Final = 1.0
"""A closed browser tab is noticed when something is sent to it, so each event stream sends something this often."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The last good site, and what has been wrong since."""

    site: Snapshot | None
    """None as long as no build has been good."""

    faults: tuple[Diagnostic, ...]
    """The errors that keep a newer site from being shown."""

    number: int
    """The number of the build, from 1."""

    @property
    def build_token(self) -> str:
        """Changes with each build: for a page that could not be made, so that it reloads after the next build."""
        return f"build-{self.number}"

    def token(self, address: str) -> str:
        """Changes exactly when the page at an address, or the list of errors on it, changes.

        With each build where the page cannot be made.
        """
        told = f"{hash(self.faults):x}" if self.faults else "good"
        if self.site is None:
            return f"none-{told}"
        try:
            return f"{self.site.token(address)}-{told}"
        except Exception:  # noqa: BLE001 the server reports it when it makes the page itself
            return self.build_token


class Showing:
    """Hands what is shown from the build to the readers."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._now: Shown | None = None
        self._closed = False
        self._builds = 0

    @property
    def is_closed(self) -> bool:
        """True when nothing more will be shown."""
        return self._closed

    def show(self, site: Snapshot | None, findings: tuple[Diagnostic, ...]) -> None:
        """From now on, every reader sees this."""
        faults = tuple(each for each in findings if each.severity is Severity.ERROR)
        with self._changed:
            self._builds += 1
            self._now = Shown(site, tuple(sorted(faults, key=lambda each: each.order)), self._builds)
            self._changed.notify_all()

    def close(self) -> None:
        """Lets everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def now(self) -> Shown | None:
        """What is shown; waits for the first build. None when it was closed before."""
        with self._changed:
            self._changed.wait_for(lambda: self._now is not None or self._closed)
            return self._now

    def after(self, seen: Shown | None) -> Shown | None:
        """What is shown after something else was; the same again when nothing happens for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._now is not seen or self._closed, _WAIT_SECONDS)
            return self._now
