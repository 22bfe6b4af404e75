"""The site with the text that someone is typing in a form, which is not in a file yet."""

from __future__ import annotations

from threading import Lock

from generator.read import UnsavedRecord
from generator.serve.current_build import CurrentBuild


class UnsavedText:
    """Passes the text from the forms to the rebuild loop, and the site with it from there to the browser."""

    def __init__(self) -> None:
        self.showing = CurrentBuild()
        """The site with the text; without any text, the site as it is in its files."""

        self._lock = Lock()
        self._text: UnsavedRecord | None = None
        self._is_waiting = False
        self._is_saved = False

    @property
    def is_waiting(self) -> bool:
        """True if the site does not have the latest text yet."""
        return self._is_waiting

    @property
    def file(self) -> str:
        """The file of the record with the text; empty if there is no text."""
        return self._text.file if self._text is not None else ""

    def set(self, text: UnsavedRecord | None) -> None:
        """Show the site with a text as soon as possible; None for the site as it is in its files."""
        with self._lock:
            self._is_waiting = self._is_waiting or text != self._text
            self._text, self._is_saved = text, False

    def mark_saved(self) -> None:
        """Show the text until the next build, which finds it in the file."""
        with self._lock:
            self._is_saved = True

    def take(self, is_new_build: bool = False) -> UnsavedRecord | None:
        """Return the latest text, to be built now. After a new build of the files, a saved text is left out."""
        with self._lock:
            if is_new_build and self._is_saved:
                self._text = None
            self._is_waiting = False
            return self._text
