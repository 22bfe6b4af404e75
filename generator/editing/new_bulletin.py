"""Drafts a new bulletin: its fields, and as comments the items of its quarter, ready to be put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.editing.new_record import NewRecordFile
from generator.editing.yaml_writer import quoted, yaml_comment
from generator.model import BulletinItem, BulletinSection, Quarter, Records
from generator.model.quarter_activity import BulletinItemFactory, changes_of, public_changes
from generator.model.starter_texts import StarterText


def draft_bulletin(quarter: Quarter, title: str, source: str, records: Records, today: date) -> NewRecordFile:
    """Return a new bulletin of a quarter.

    Records with faults are left out. If `source` is empty, its field is left out.
    """
    parts = [
        yaml_comment(
            f"The bulletin for {quarter.label}. A line that begins with # is a note, and the library does not read it."
            " To use a field in a note, remove its #."
        ),
        f"{yaml_comment('Its title: the main topic of the quarter.')}\ntitle: {quoted(title)}",
        f"{yaml_comment(_STATUS)}\nstatus: draft",
        f"{yaml_comment(_PROSE)}\nwelcome: |\n  {StarterText.WELCOME}",
        f"{yaml_comment(_ORDER)}\n# order: [reviews, briefings]",
        f"{yaml_comment(_PINNED)}\n# pinned:\n#   - case:grace",
        f"{yaml_comment('Records of the quarter that the bulletin leaves out.')}\n# left_out:\n#   - case:grace",
        f"{yaml_comment('Where each fact came from. Never published.')}\n{_sources(source)}",
        _quarter_lists(quarter, records, today),
    ]
    return NewRecordFile(f"content/bulletins/{quarter.id}.yml", "\n\n".join(parts) + "\n")


_STATUS = (
    'Only you can see a draft. Without this line, the next build publishes it. Never write "sent" yourself: "library'
    ' sent" does it, and records the words that were sent.'
)
_PROSE = (
    "Plain text with **bold**, lists and [links](https://www.example.org/); no HTML. A link to another record is"
    " written by its id: [early help](briefing:early-help)."
)
_ORDER = f"Sections that come first; the others follow in their usual order: {', '.join(BulletinSection)}."
_PINNED = (
    "Records that come first in their sections: copy lines from the lists below. A record without a date is in the"
    " bulletin only if it is pinned."
)


def _sources(source: str) -> str:
    return f"sources:\n  - {quoted(source)}" if source else f'# sources:\n#   - "{StarterText.SOURCE}"'


def _quarter_lists(quarter: Quarter, records: Records, today: date) -> str:
    """Return comment lines to copy below `pinned:` or `left_out:`."""
    assert records.vocabulary is not None
    words = records.vocabulary.record
    public = [record.record for record in records.cases_briefings_notices if record.record.is_public(today)]
    items_of = BulletinItemFactory(public, words)
    items = [items_of.item(change) for change in public_changes(records, today).get(quarter.id, ())]
    opening = f"CHANGES IN THIS QUARTER until {today.isoformat()}. All of them are in the bulletin automatically, and"
    blocks = [yaml_comment(f"{opening} so are later ones. To put one first, or to leave it out, copy its line.")]
    blocks += _by_section(items) or [yaml_comment("Nothing yet.")]
    undated = [
        notice.record
        for notice in records.notices
        if notice.record.is_public(today)
        and not notice.record.is_withdrawn
        and all(change.date is None for change in changes_of(notice.record))
    ]
    if undated:
        blocks.append(yaml_comment("WITHOUT A DATE. These are in a bulletin only if they are pinned. Pin what is new."))
        blocks.append("\n".join(f"#   - {notice.ref}  # {notice.name}" for notice in undated))
    return "\n#\n".join(blocks)


def _by_section(items: list[BulletinItem]) -> list[str]:
    return ["\n".join(_section(section, items)) for section in BulletinSection if _items_in(section, items)]


def _items_in(section: BulletinSection, items: Iterable[BulletinItem]) -> list[BulletinItem]:
    return [item for item in items if item.section is section]


def _section(section: BulletinSection, items: Iterable[BulletinItem]) -> Iterator[str]:
    yield f"# {section.heading} ({section}):"
    for item in _items_in(section, items):
        dated = f", {item.date.label}" if item.date is not None else ""
        yield f"#   - {item.record}  # {' '.join(item.title.split())}: {item.change}{dated}"
