"""Random changes of a text file: what people mistype, what programs cut off, and what nobody would ever write."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

VALUES: Final = (
    "", "~", "null", "no", "on", "0", "-1", "007", "0x1f", "1_000", "3.5", "1e999", ".nan", ".inf", "9" * 5000,
    "2026-02-30", "0001-01-01", "9999-12-31", "2022-13", "2026-11-22T25:00", "1e6", "12:30:45", "=", "<<", "!",
    "&a", "*a", "&a [*a]", "&a {b: *a}", "[]", "{}", "[[]]", "[null]", "{null: null}", "{a: {b: {c: d}}}",
    "[a, [b, [c]]]", "? a", "!!set {a, b}", "!!binary aGVsbG8=", "!!python/object:os.system x",
    "!!timestamp 2026-01-01", "!!str 5", "!!int x", "|", ">-", "'", '"', '"\\ud800"', '"\\x00"',
    '"\\u202e abc"', '"a\\nb\\nc"', "'{a}'", "'%s %(x)s %d'", "a" * 10_000, "'" + "word " * 5_000 + "'",
    "'\u200b'", "'\u00a0'", "\U0001f600", "caf\u00e9", "cafe\u0301", "\u0130stanbul", "rowan", "heron", "wren",
    "early-help", "report.pdf", "../../../etc/passwd", "/etc/passwd", "C:\\x", "a/../b", "..", ".",
    "https://example.org/", "http://[::1", "https://a b/", "//x", "javascript:alert(1)", "mailto:", "tel:", "#",
    "?", "data:,x", "'case:'", "'case:heron'", "'briefing:nowhere'", "<b>x</b>", "<script>", "'&amp;'",
    "'a: b'", "- x", "# x", "%TAG ! x",
)  # fmt: skip
"""Values of YAML: of another type, at a limit, or not values at all."""

MARKS: Final = (
    "[a](case:heron)", "[a](case: heron)", "[a][nowhere]", "[a]()", "![]()", "![a](nowhere.png)",
    "[](https://example.org)", "[a](briefing:)", "[a](#nowhere)", "[a](../../..)", "<https://example.org>",
    "<a href=''>a</a>", "<!--", "-->", "<div>", "</main>", "<script>x</script>", "<svg onload=x>", "```", "~~~",
    "    code", "> " * 400, "* " * 300, "[" * 3_000, "*a **b " * 500, "`" * 999, "![" * 999,
    "|a|b|\n|-|-|\n" + "|x|y|\n" * 300, "| a |\n", "- [ ] a", "1. a", "1)", "***", "---", "===", "[a]: b",
    "[^1]", "{: .a #b onclick=c}", "{:", "&#0;", "&nope;", "&#x110000;", "\\", "\u2028", "\u0085", "\x0b",
    "\x00", "\ufeff", "\u202e", "\ud7ff\U0010ffff", "<table>" * 200, "(" * 2_000, "_" * 2_000,
    "http://" + "a" * 3_000, "<" * 2_000, "a" * 60_000, "\n" * 3_000, "<!-- library:cases -->", "<!-- slot -->",
    "--8<-- 'x'", "!!! note", "=== 'a'", "@a", "$x$", "[[a]]", "{a}", "%(a)s", "\r", "\t",
)  # fmt: skip
"""Pieces of Markdown, HTML and text."""

_CHARACTERS: Final = (
    *"\x00\t:-#'\"[{}]|>&*!%@`\r\x7f\x1b",
    *("\u00a0", "\u2019", "\ufeff", "\U0001f600", "\ufffe"),
)

Mutation = Callable[[Random, str], str]
_VALUE: Final = re.compile(r"(?m)^(\s*(?:- )?\{?[\w-]+:)[ ]*(.*)$")


def _lines(random: Random, text: str) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True) or [""]
    return lines, random.randrange(len(lines))


def without_a_line(random: Random, text: str) -> str:
    """One line is gone."""
    lines, at = _lines(random, text)
    return "".join(lines[:at] + lines[at + 1 :])


def with_a_line_twice(random: Random, text: str) -> str:
    """One line is there twice, or very often."""
    lines, at = _lines(random, text)
    return "".join(lines[:at] + lines[at : at + 1] * random.choice((2, 2, 2, 50, 3_000)) + lines[at + 1 :])


def with_lines_swapped(random: Random, text: str) -> str:
    """Two lines have changed places."""
    lines, at = _lines(random, text)
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "".join(lines)


def with_another_indent(random: Random, text: str) -> str:
    """One line begins elsewhere."""
    lines, at = _lines(random, text)
    lines[at] = random.choice(("", " ", "  ", "    ", "\t", "- ", "  - ", " " * 300)) + lines[at].lstrip()
    return "".join(lines)


def with_another_value(random: Random, text: str) -> str:
    """One value is another."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text + random.choice(VALUES)
    one = random.choice(found)
    return f"{text[: one.start()]}{one[1]} {random.choice(VALUES)}{text[one.end() :]}"


def with_a_word_replaced(random: Random, text: str) -> str:
    """One word, wherever it is, is another value."""
    found = list(re.finditer(r"[\w'-]+", text))
    if not found:
        return random.choice(VALUES)
    one = random.choice(found)
    return text[: one.start()] + random.choice(VALUES + MARKS) + text[one.end() :]


def with_another_key(random: Random, text: str) -> str:
    """One key is another that occurs in the text, or none."""
    found = list(re.finditer(r"[\w-]+(?=:)", text))
    if not found:
        return text
    one = random.choice(found)
    name = random.choice(
        (random.choice(found)[0], "id", "x", "'1'", "1", "null", "[a]", "? a", one[0].upper(), one[0][:-1])
    )
    return text[: one.start()] + name + text[one.end() :]


def with_a_piece_inserted(random: Random, text: str) -> str:
    """A piece of Markdown or of YAML is in between."""
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(("", " ", "\n", "\n\n")) + random.choice(MARKS + VALUES) + text[at:]


def cut_off(random: Random, text: str) -> str:
    """The end is missing, as of a file that a program was writing."""
    return text[: random.randrange(len(text) + 1)]


def without_a_piece(random: Random, text: str) -> str:
    """Some characters are missing."""
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 40, 400)) :]


def with_a_character(random: Random, text: str) -> str:
    """One character is another."""
    at = random.randrange(len(text) + 1)
    other: str = random.choice((*_CHARACTERS, chr(random.randrange(0x20, 0xD7FF))))
    return text[:at] + other + text[at + 1 :]


def with_a_block_repeated(random: Random, text: str) -> str:
    """Some lines are there many times: thousands of mistakes in one file."""
    lines, at = _lines(random, text)
    block = lines[at : at + random.choice((1, 3, 8))]
    return "".join(lines[:at] + block * random.choice((2, 20, 1_000)) + lines[at:])


def nested(random: Random, text: str) -> str:
    """One value is nested very deeply."""
    depth = random.choice((30, 300, 3_000))
    value = random.choice(("[" * depth + "]" * depth, "{a: " * depth + "}" * depth, "- " * depth + "a", "? " * depth))
    found = list(_VALUE.finditer(text))
    if not found:
        return value
    one = random.choice(found)
    return f"{text[: one.start()]}{one[1]} {value}{text[one.end() :]}"


def with_thousands_of_items(random: Random, text: str) -> str:
    """One value is a very long list."""
    item = random.choice(
        ("x", "{a: b}", "rowan", "'nobody knows'", "[a]", "null", "2026-01-01", "{label: A, url: 'x y'}")
    )
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    one = random.choice(found)
    return f"{text[: one.start()]}{one[1]} [{', '.join([item] * random.choice((20, 3_000)))}]{text[one.end() :]}"


def emptied(random: Random, _text: str) -> str:
    """Nothing is left, or nearly nothing."""
    return random.choice(
        ("", "\n", " ", "#", "---", "---\n---\n", "...", "[]", "{}", "null", "5", "'text'", "- a", "\ufeff", "\x00")
    )


def with_other_line_ends(random: Random, text: str) -> str:
    """The lines end as on another system."""
    return text.replace("\n", random.choice(("\r\n", "\r", "\u2028", "\n\r")))


def shouted(random: Random, text: str) -> str:
    """One line is in capitals."""
    lines, at = _lines(random, text)
    lines[at] = lines[at].upper()
    return "".join(lines)


MUTATIONS: Final[tuple[Mutation, ...]] = (
    without_a_line, without_a_line, with_a_line_twice, with_lines_swapped, with_another_indent,
    with_another_value, with_another_value, with_another_value, with_a_word_replaced, with_a_word_replaced,
    with_another_key, with_another_key, with_a_piece_inserted, with_a_piece_inserted, cut_off, without_a_piece,
    with_a_character, with_a_character, with_a_block_repeated, nested, with_thousands_of_items, emptied,
    with_other_line_ends, shouted,
)  # fmt: skip


def mutate(random: Random, text: str) -> bytes:
    """Return the text with one to three random changes, rarely as bytes that are no UTF-8."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        text = random.choice(MUTATIONS)(random, text)
        text = text[:2_000_000]
    data = text.encode("utf-8", "replace")
    if random.random() < 0.02:
        return random.choice(
            (text.encode("utf-16"), text.encode("latin-1", "replace"), data + b"\xff\xfe\x80", b"\x1f\x8b" + data)
        )
    return data
