"""Runs what takes long, such as publishing, while the forms go on answering."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_hex
from threading import Lock, Thread


@dataclass(slots=True)
class Job:
    """One piece of work, and what came of it."""

    name: str
    id: str = field(default_factory=lambda: token_hex(4))
    """The end of the address of its result."""

    is_finished: bool = False
    result: object | None = None
    """None while it is not finished. An exception if it failed."""

    is_shown: bool = False
    """True if its result was asked for."""

    def show(self) -> object | None:
        """Return the result. Raises what the work has raised."""
        self.is_shown = True
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class BackgroundJobs:
    """One piece of work at a time, in a separate thread. The result of the last one is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread: Thread | None = None
        self._last: Job | None = None

    @property
    def running(self) -> Job | None:
        """The work that is not finished; None if there is none."""
        last = self._last
        return last if last is not None and not last.is_finished else None

    def start(self, name: str, work: Callable[[], object]) -> tuple[Job, bool]:
        """Start a piece of work, and return it with True. Work that is not finished is returned with False instead."""
        with self._lock:
            running = self.running
            if running is not None:
                return running, False
            self._last = job = Job(name)
            self._thread = Thread(target=_run, args=(job, work), daemon=True)
            self._thread.start()
        return job, True

    def wait(self, seconds: float) -> None:
        """Wait for the end of the work, but not longer than this."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def find(self, name: str, identity: str) -> Job | None:
        """Return the last work if it has this name and id. An empty id finds work whose result nobody has seen."""
        last = self._last
        if last is None or last.name != name:
            return None
        is_meant = last.id == identity if identity else not last.is_shown
        return last if is_meant else None


def _run(job: Job, work: Callable[[], object]) -> None:
    try:
        job.result = work()
    except Exception as error:  # noqa: BLE001 it is raised again where someone sees it
        job.result = error
    job.is_finished = True
