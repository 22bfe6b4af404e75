"""When two values of a record say the same."""

from __future__ import annotations

from typing import Any

from generator.editing.record_text.prose import join_lines


def comparable(value: Any) -> Any:
    """Return what counts of a value: not the spaces around a text, and not where the file breaks its lines."""
    if isinstance(value, str):
        return join_lines(value.strip())
    if isinstance(value, list | tuple):
        return [comparable(each) for each in value]
    if isinstance(value, dict):
        return {name: comparable(each) for name, each in value.items()}
    return value


def says_the_same(one: Any, other: Any) -> bool:
    """Return True if two values say the same. `True` is not 1, and `2022` is not the text "2022"."""
    return fingerprint(one) == fingerprint(other)


def fingerprint(value: Any) -> str:
    """Return a text that is equal for values that say the same. The order of the fields does not count."""
    return _fingerprint(comparable(value))


def _fingerprint(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{name!r}:{_fingerprint(each)}" for name, each in sorted(value.items())) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_fingerprint, value)) + "]"
    return repr(value)
