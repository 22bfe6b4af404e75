"""Context manager that turns off the cyclic garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_disabled() -> Iterator[None]:
    """Turn off the garbage collector for the block.

    A build makes little garbage and has thousands of records: scanning them all can double its time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


def exempt_existing_objects() -> None:
    """Leave all objects that exist now out of later collections, until the end of `gc_disabled`."""
    if not gc.isenabled():
        gc.freeze()


def collect_new_objects() -> None:
    """Free the objects made since the last call that refer to each other, such as those of a rendered template.

    This takes as long as these objects need, however large the library is. It does nothing if the collector is on.
    """
    if not gc.isenabled():
        gc.collect(0)
