"""Work that is not stopped again and again to look for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_disabled() -> Iterator[None]:
    """A build makes little garbage and holds thousands of records: looking through them all can double its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
