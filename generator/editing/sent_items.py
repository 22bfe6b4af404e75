"""Writes the items of a sent bulletin as they are kept in its record, with today's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.editing.yaml_writer import quoted, yaml_list
from generator.model import BulletinItem


def sent_items(items: Iterable[BulletinItem]) -> str:
    """Return the field `items` of a sent bulletin, with a note for editors above it."""
    return f"{_NOTE}\nitems:\n" + "".join(f"{line}\n" for line in _lines(items))


_NOTE = '# What was sent, word for word. It stays as it is: what comes later shows as "Since this bulletin".'


def _lines(items: Iterable[BulletinItem]) -> Iterator[str]:
    for item in items:
        yield f"  - record: {item.record}"
        yield f"    section: {item.section}"
        yield f"    change: {item.change}"
        if item.date is not None:
            yield f"    date: {item.date.iso}"
        yield f"    title: {quoted(item.title)}"
        yield f"    what: {quoted(item.what)}"
        for name in ("text", "when", "place"):
            if value := getattr(item, name):
                yield f"    {name}: {quoted(value)}"
        if item.lines:
            yield "    lines:"
            yield from (f"      - {quoted(line)}" for line in item.lines)
        if item.about:
            yield f"    about: {yaml_list(item.about)}"
        if item.how_to_read is not None:
            yield f"    how_to_read: {yaml_list(item.how_to_read)}"
        if item.hard_subjects:
            yield f"    hard_subjects: [{', '.join(map(quoted, item.hard_subjects))}]"
        if item.reading:
            yield "    reading:"
        for reading in item.reading:
            yield f"      - record: {reading.record}"
            yield f"        title: {quoted(reading.title)}"
            yield f"        what: {quoted(reading.what)}"
            if reading.question is not None:
                yield f"        question: {quoted(reading.question)}"
            if reading.how_to_read is not None:
                yield f"        how_to_read: {yaml_list(reading.how_to_read)}"
