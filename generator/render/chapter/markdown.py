"""The chapter as Markdown: CommonMark with tables, readable as plain text too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.prose.links import KINDS
from generator.render.chapter.gathered import Chapter, Entry, Recurring
from generator.render.views.cards import ContactView

_MEANS_SOMETHING: Final = re.compile(r"([\\`*_\[\]<>|])|(&)(?=#?\w+;)|^([#+-]|\d+(?=[.)]))")
_LINK: Final = re.compile(r"(\]\(\s*|^ {0,3}\[[^\]]+\]:\s*)((?:" + "|".join(KINDS) + r"):[^)\s]*)", re.MULTILINE)


def as_markdown(chapter: Chapter, site_url: str, partnership: str, resolve: Callable[[str], str]) -> str:
    """The chapter in one text. `resolve` turns a link of the introduction into a whole address."""
    blocks = [block for block in _blocks(chapter, site_url, partnership, resolve) if block]
    return "\n\n".join(blocks) + "\n"


def words(text: str) -> str:
    """A text of which nothing means anything to Markdown, in one line."""
    return _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}" if not found[3] else _start(found[3]), " ".join(text.split()))


def _start(text: str) -> str:
    """What would begin a list or a heading at the start of a line. A number's dot is what makes it one."""
    return f"\\{text}" if not text.isdecimal() else text


def _blocks(chapter: Chapter, site_url: str, partnership: str, resolve: Callable[[str], str]) -> Iterator[str]:
    def link(label: str, address: str) -> str:
        return f"[{words(label)}]({site_url}{address})"

    yield f"# Learning from reviews: {chapter['span']}"
    yield f"{words(partnership)}. {chapter['counted']}"
    if not chapter["is_over"]:
        yield "The year is not over yet. More may come."
    yield _LINK.sub(lambda found: found[1] + resolve(found[2]), chapter["introduction"])
    if chapter["helplines"]:
        about = words(chapter["speaks_about"])
        yield f"This chapter speaks about {about}. If it is hard to read, you can talk to someone now:"
        yield "\n".join(f"- {words(_whom_to_call(each))}" for each in chapter["helplines"])
    yield "## Reviews published"
    yield from _reviews(chapter, link)
    yield from _listed("Lessons learned briefings", "new", chapter["lessons"], link)
    yield from _listed("Lessons learned briefings", "revised", chapter["lessons_revised"], link)
    yield from _listed("7-minute briefings", "new", chapter["briefings"], link)
    yield from _listed("7-minute briefings", "revised", chapter["briefings_revised"], link)
    if chapter["compared"]:
        yield "## The annual report and this library"
        yield "\n".join(f"- {words(each)}" for each in chapter["compared"])
        yield f"Source: {words(chapter['stated_source'])}"
    yield from _recurring("Themes", "theme", chapter["themes"], chapter["themes_once"], link)
    yield from _recurring("Types of harm", "type of harm", chapter["harms"], chapter["harms_once"], link)
    if chapter["left"]:
        yield "## Archived or withdrawn"
        yield _table(
            ("What", "Since", "Why"),
            [(f"{link(each['title'], each['address'])}: {each['what'].lower()}", each["date"], words(each["text"]))
             for each in chapter["left"]],
        )
    if chapter["figures"]:
        yield "## Figures"
    for figures in chapter["figures"]:
        yield f"### {words(figures['title'])}"
        yield _table(
            (figures["by"], *figures["columns"]),
            [(words(label), *map(str, values)) for label, values in figures["rows"]],
            numbers=len(figures["columns"]),
        )
        yield words(figures["note"])
        yield f"Source: {words(figures['source'])}"
    yield words(chapter["undated"])


def _whom_to_call(helpline: ContactView) -> str:
    return ": ".join(filter(None, (helpline["label"], helpline["phone"] or helpline["url"])))


def _reviews(chapter: Chapter, link: Callable[[str, str], str]) -> Iterator[str]:
    if not chapter["reviews"]:
        yield "No review is known to have been published in this year."
    for each in chapter["reviews"]:
        yield f"### {words(each['title'])}"
        yield f"{words(each['what'])}. {_dated(each)}"
        yield words(each["text"])
        yield link(f"{each['title']}: the whole page", each["address"])
    if chapter["types"]:
        yield _table(("Type of review", "Reviews"), [(words(a), str(b)) for a, b in chapter["types"]], numbers=1)


def _listed(what: str, change: str, entries: Sequence[Entry], link: Callable[[str, str], str]) -> Iterator[str]:
    if entries:
        yield f"## {what}: {change} in the year"
        yield _table(
            ("Briefing", "Published" if change == "new" else "Revised", "What the record says"),
            [(link(each["title"], each["address"]), each["date"], words(each["note"])) for each in entries],
        )


def _recurring(
    heading: str, what: str, recurring: Sequence[Recurring], once: Sequence[str], link: Callable[[str, str], str]
) -> Iterator[str]:
    if not recurring and not once:
        return
    yield f"## {heading}"
    if recurring:
        yield _table(
            (what[0].upper() + what[1:], "Reviews", "Which"),
            [(link(each["label"], each["address"]), str(each["count"]), words(", ".join(each["reviews"])))
             for each in recurring],
            numbers=1,
        )
    if once:
        yield f"In one review each: {words('; '.join(once))}."


def _dated(entry: Entry) -> str:
    return f"{words(entry['date'])}. {words(entry['note'])}".strip()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> str:
    """A table whose columns are as wide as their longest cell. `numbers` columns after the first stand to the right."""
    titles = [words(each) for each in head]
    widths = [max(3, *(len(row[n]) for row in (titles, *rows))) for n in range(len(titles))]
    right = range(1, 1 + numbers)

    def line(cells: Sequence[str]) -> str:
        padded = [each.rjust(widths[n]) if n in right else each.ljust(widths[n]) for n, each in enumerate(cells)]
        return f"| {' | '.join(padded)} |"

    rule = [f"{'-' * (widths[n] - 1)}:" if n in right else "-" * widths[n] for n in range(len(titles))]
    return "\n".join((line(titles), line(rule), *map(line, rows)))
