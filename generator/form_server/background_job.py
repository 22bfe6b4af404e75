"""Runs what takes long, such as publishing, while the forms go on answering."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread


class BackgroundJob:
    """One piece of work at a time, in a separate thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread: Thread | None = None
        self._results: dict[str, object] = {}
        self._name = ""

    @property
    def name(self) -> str:
        """The name of the work that is not finished; empty if there is none."""
        return self._name

    def start(self, name: str, work: Callable[[], object]) -> bool:
        """Start a piece of work, and return True. False if other work is not finished."""
        with self._lock:
            if self._name:
                return False
            self._name = name
            self._results.pop(name, None)
            self._thread = Thread(target=self._run, args=(name, work), daemon=True)
            self._thread.start()
        return True

    def wait(self, seconds: float) -> None:
        """Wait for the end of the work, but not longer than this."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def take(self, name: str) -> object | None:
        """Return the result of finished work, once. None if there is none. Raises what the work has raised."""
        result = self._results.pop(name, None)
        if isinstance(result, Exception):
            raise result
        return result

    def _run(self, name: str, work: Callable[[], object]) -> None:
        try:
            result: object = work()
        except Exception as error:  # noqa: BLE001 it is raised again where someone sees it
            result = error
        with self._lock:
            self._results[name] = result
            self._name = ""
