"""A new bulletin: its fields, and as notes what its quarter brought, ready to be put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.author.draft import Draft
from generator.author.quoting import note, quoted
from generator.model import BulletinItem, BulletinSection, Quarter, Records
from generator.model.brought import ItemsOf, happenings, quarters
from generator.model.starter_texts import StarterText


def draft_bulletin(quarter: Quarter, title: str, source: str, records: Records, today: date) -> Draft:
    """A bulletin of a quarter. Records with faults are left out; an empty source leaves its field out."""
    parts = [
        note(
            f"The bulletin for {quarter.label}. A line that begins with # is a note, and the library does not read it."
            " To use a field that stands in a note, take its # away."
        ),
        f"{note('Its title: what leads in this quarter.')}\ntitle: {quoted(title)}",
        f"{note(_STATUS)}\nstatus: draft",
        f"{note(_PROSE)}\nwelcome: |\n  {StarterText.WELCOME}",
        f"{note(_ORDER)}\n# order: [reviews, briefings]",
        f"{note(_PINNED)}\n# pinned:\n#   - case:grace",
        f"{note('Records of the quarter that the bulletin shall not tell of.')}\n# left_out:\n#   - case:grace",
        f"{note('Where each fact came from. Never published.')}\n{_sources(source)}",
        _what_there_is(quarter, records, today),
    ]
    return Draft(f"content/bulletins/{quarter.id}.yml", "\n\n".join(parts) + "\n")


_STATUS = (
    'A draft is seen by nobody but you; without this line the next build publishes it. Never write "sent" by hand:'
    ' "library sent" does it, and writes down with what words it was sent.'
)
_PROSE = (
    "Plain text with **bold**, lists and [links](https://www.example.org/); no HTML. A link to another record is"
    " written by its id: [early help](briefing:early-help)."
)
_ORDER = f"Sections that come first; the others follow in their usual order: {', '.join(BulletinSection)}."
_PINNED = (
    "Records that lead in their sections: the lines of the lists below. A record without a date comes in so alone."
)


def _sources(source: str) -> str:
    return f"sources:\n  - {quoted(source)}" if source else f'# sources:\n#   - "{StarterText.SOURCE}"'


def _what_there_is(quarter: Quarter, records: Records, today: date) -> str:
    """Lines to copy below `pinned:` or `left_out:`."""
    assert records.vocabulary is not None
    words = records.vocabulary.record
    public = [each.record for each in records.published if each.record.is_public(today)]
    items_of = ItemsOf(public, words)
    brought = [items_of.item(each) for each in quarters(public, today).get(quarter.id, ())]
    opening = (
        f"WHAT THE QUARTER BROUGHT until {today.isoformat()}. All of it stands in the bulletin by itself, and what"
    )
    blocks = [note(f"{opening} is yet to come will join it. To let something lead, or to leave it out, copy its line.")]
    blocks += _by_section(brought) or [note("Nothing yet.")]
    undated = [
        each.record
        for each in records.notices
        if each.record.is_public(today)
        and not each.record.is_withdrawn
        and all(one.date is None for one in happenings(each.record))
    ]
    if undated:
        blocks.append(note("WITHOUT A DATE. These stand in no bulletin unless they are pinned; pin what is new."))
        blocks.append("\n".join(f"#   - {each.name_in_records}  # {each.name}" for each in undated))
    return "\n#\n".join(blocks)


def _by_section(brought: Iterable[BulletinItem]) -> list[str]:
    listed = tuple(brought)
    return ["\n".join(_section(section, listed)) for section in BulletinSection if _of(section, listed)]


def _of(section: BulletinSection, items: Iterable[BulletinItem]) -> list[BulletinItem]:
    return [each for each in items if each.section is section]


def _section(section: BulletinSection, items: Iterable[BulletinItem]) -> Iterator[str]:
    yield f"# {section.heading} ({section}):"
    for each in _of(section, items):
        dated = f", {each.date.label}" if each.date is not None else ""
        yield f"#   - {each.name}  # {' '.join(each.title.split())}: {each.change}{dated}"
