"""The chapter as Markdown: CommonMark with tables, which is also readable as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.diagnostics import one_line
from generator.markdown.record_links import KINDS
from generator.render.views.cards import ContactView
from generator.render.year_chapter.chapter_model import Briefings, Chapter, ChapterEntry, Recurring
from generator.render.year_chapter.statutory_parts import PartItem, StatutoryReport

_MEANS_SOMETHING: Final = re.compile(r"([\\`*_\[\]<>|])|(&)(?=#?\w+;)|^([#+-]|\d+(?=[.)]))")
_LINK: Final = re.compile(r"(\]\(\s*|^ {0,3}\[[^\]]+\]:\s*)((?:" + "|".join(KINDS) + r"):[^)\s]*)", re.MULTILINE)


def as_markdown(chapter: Chapter, site_url: str, partnership: str, resolve: Callable[[str], str]) -> str:
    """Return the chapter as one text. `resolve` turns a link of the introduction into an absolute address."""
    blocks = [block for block in _blocks(chapter, site_url, partnership, resolve) if block]
    return "\n\n".join(blocks) + "\n"


def escape_markdown(text: str) -> str:
    """Return a text on one line, with every character escaped that has a meaning in Markdown."""
    return _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}" if not found[3] else _start(found[3]), one_line(text))


def _start(text: str) -> str:
    """Escape the characters that would begin a list or a heading. After a number, the dot is escaped."""
    return f"{text}\\" if text.isdecimal() else f"\\{text}"


def _blocks(chapter: Chapter, site_url: str, partnership: str, resolve: Callable[[str], str]) -> Iterator[str]:
    numbers: dict[str, int] = {}

    def link(label: str, address: str) -> str:
        return f"[{escape_markdown(label)}][{numbers.setdefault(address, len(numbers) + 1)}]"

    yield f"# Learning from reviews: {chapter['span']}"
    yield f"{escape_markdown(partnership)}. {chapter['counted']}"
    if not chapter["is_over"]:
        yield "The year is not over yet, so more may be added."
    yield _LINK.sub(lambda found: found[1] + resolve(found[2]), chapter["introduction"])
    if chapter["helplines"]:
        about = escape_markdown(chapter["sensitive_topics"])
        yield f"Some of these reviews mention {about}. If it upsets you, you can talk to someone now:"
        yield "\n".join(f"- {escape_markdown(_whom_to_call(helpline))}" for helpline in chapter["helplines"])
    yield "## Reviews published"
    yield from _reviews(chapter, link)
    for series in chapter["series"]:
        yield from _briefings(series, link)
    yield from _recurring("Themes", "theme", chapter["themes"], chapter["themes_once"], link)
    yield from _recurring("Types of harm", "type of harm", chapter["harms"], chapter["harms_once"], link)
    if chapter["archived_or_withdrawn"]:
        yield "## Archived or withdrawn"
        yield _table(
            ("What", "Since", "Why"),
            [
                (
                    f"{link(each['title'], each['address'])}: {each['what'].lower()}",
                    each["date"],
                    escape_markdown(each["text"]),
                )
                for each in chapter["archived_or_withdrawn"]
            ],
        )
    yield from statutory_blocks(chapter["statutory"], link)
    if chapter["figures"]:
        yield "## Figures"
    for figures in chapter["figures"]:
        yield f"### {escape_markdown(figures['title'])}"
        yield _table(
            (figures["by"], *figures["columns"]),
            [(escape_markdown(label), *map(str, values)) for label, values in figures["rows"]],
            numbers=len(figures["columns"]),
        )
        yield escape_markdown(figures["note"])
        yield f"Source: {escape_markdown(figures['source'])}"
    if chapter["stated_source"] or chapter["undated"]:
        yield "## Where this comes from"
    if chapter["stated_source"]:
        yield f"Source of the annual report's lists: {escape_markdown(chapter['stated_source'])}"
    yield escape_markdown(chapter["undated"])
    yield "\n".join(f"[{number}]: {site_url}{address}" for address, number in numbers.items())


def _whom_to_call(helpline: ContactView) -> str:
    return ": ".join(filter(None, (helpline["label"], helpline["phone"] or helpline["url"])))


def _reviews(chapter: Chapter, link: Callable[[str, str], str]) -> Iterator[str]:
    if not chapter["reviews"]:
        yield "We do not know of any review published in this year."
    for review in chapter["reviews"]:
        yield f"### {escape_markdown(review['title'])}"
        facts = (f"{review['what']}.", f"{review['date']}." if review["date"] else "")
        yield escape_markdown(" ".join(filter(None, facts)))
        yield escape_markdown(review["text"])
        yield link(f"{review['title']}: the whole page", review["address"])
    if chapter["types"]:
        yield _table(
            ("Type of review", "Reviews"), [(escape_markdown(a), str(b)) for a, b in chapter["types"]], numbers=1
        )
        yield chapter["types_note"]


def _briefings(series: Briefings, link: Callable[[str, str], str]) -> Iterator[str]:
    yield f"## {series['heading']}"
    if series["new"]:
        yield from _dated("New in the year", "Published", series["new"], link)
    if series["revised"]:
        yield from _dated("Revised in the year", "Revised", series["revised"], link)


def _dated(first: str, dated: str, entries: Sequence[ChapterEntry], link: Callable[[str, str], str]) -> Iterator[str]:
    undated = sum(not entry["date"] for entry in entries)
    if undated:
        count = "one" if undated == 1 else undated
        number = f"{count} of " if undated < len(entries) else ""
        verb = "was" if number and undated == 1 else "were"
        yield f"We do not know in which month {number}these {verb} published."
    rows = [(link(entry["title"], entry["address"]), entry["date"] or "Not known") for entry in entries]
    yield _table((first, dated), rows) if undated < len(entries) else _table((first,), [row[:1] for row in rows])


def _recurring(
    heading: str, what: str, recurring: Sequence[Recurring], once: Sequence[str], link: Callable[[str, str], str]
) -> Iterator[str]:
    if not recurring and not once:
        return
    yield f"## {heading}"
    if recurring:
        yield _table(
            (what[0].upper() + what[1:], "Reviews", "Which"),
            [
                (_term(each, link), str(each["count"]), escape_markdown(", ".join(each["reviews"])))
                for each in recurring
            ],
            numbers=1,
        )
    if once:
        yield f"In one review each: {escape_markdown('; '.join(once))}."


def statutory_blocks(reports: Sequence[StatutoryReport], link: Callable[[str, str], str]) -> Iterator[str]:
    """Yield what each annual report must say by law: its parts, and what the records cannot give."""
    for report in reports:
        yield f"## {escape_markdown(report['heading'])}"
        yield escape_markdown(report["description"])
        yield f"Asked for by: {escape_markdown(report['source'])}" if report["source"] else ""
        for part in report["parts"]:
            paragraph = f" ({part['paragraph']})" if part["paragraph"] else ""
            yield f"### {escape_markdown(part['heading'] + paragraph)}"
            yield "\n".join(_item(each, link) for each in part["items"]) or part["empty"]
        if report["elsewhere"]:
            yield "The records of reviews do not give these parts:"
            yield "\n".join(f"- {escape_markdown(named_part(*each))}" for each in report["elsewhere"])


def named_part(paragraph: str, label: str) -> str:
    """Return a part of a report in one line: `4(1)(a): What the board did`."""
    return f"{paragraph}: {label}" if paragraph else label


def _item(item: PartItem, link: Callable[[str, str], str]) -> str:
    first = f"- {link(item['title'], item['address'])}. {escape_markdown(item['facts'])}".rstrip()
    return "\n".join((first, *(f"  - {escape_markdown(line)}" for line in item["lines"])))


def _term(recurring: Recurring, link: Callable[[str, str], str]) -> str:
    """Return a theme or harm as a link, or only its label if the site has no page for it."""
    label = recurring["label"]
    return link(label, recurring["address"]) if recurring["address"] else escape_markdown(label)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> str:
    """Return a table with columns as wide as their longest cell.

    The `numbers` columns after the first are right-aligned.
    """
    titles = [escape_markdown(each) for each in head]
    widths = [max(3, *(len(row[n]) for row in (titles, *rows))) for n in range(len(titles))]
    right = range(1, 1 + numbers)

    def line(cells: Sequence[str]) -> str:
        padded = [each.rjust(widths[n]) if n in right else each.ljust(widths[n]) for n, each in enumerate(cells)]
        return f"| {' | '.join(padded)} |"

    rule = [f"{'-' * (widths[n] - 1)}:" if n in right else "-" * widths[n] for n in range(len(titles))]
    return "\n".join((line(titles), line(rule), *map(line, rows)))
