"""Random changes of a text file: what people mistype, what programs cut off, and what nobody would ever write."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from tests.fuzz.pieces import MARKS, VALUES

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


def with_a_text_extended(random: Random, text: str) -> str:
    """One text has a piece of Markdown, HTML or a template at its end, written so that it is YAML."""
    found = [one for one in _VALUE.finditer(text) if re.search(r"[a-z] [a-z]", one[2])]
    if not found:
        return with_a_piece_inserted(random, text)
    one = random.choice(found)
    old = one[2].strip("'\"[]")
    value = json.dumps(
        random.choice((f"{old} {{}}", f"{{}} {old}", f"{old}\n\n{{}}\n", "{}")).replace("{}", random.choice(MARKS))
    )
    value = f"[{value}]" if one[2].startswith("[") else value
    return f"{text[: one.start()]}{one[1]} {value}{text[one.end() :]}"


def with_another_date(random: Random, text: str) -> str:
    """One date is another, or less precise."""
    found = list(re.finditer(r"\b\d{4}(?:-\d\d){0,2}\b", text))
    if not found:
        return with_another_value(random, text)
    one = random.choice(found)
    year = random.choice((1, 1066, 1970, 2023, 2024, 2025, 2026, 2027, 2100, 9999))
    month, day = random.randrange(1, 13), random.randrange(1, 32)
    new = random.choice(
        (f"{year:04}", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}", "2024-02-29", "2026-05-01")
    )
    return text[: one.start()] + new + text[one.end() :]


def with_a_merge_key(random: Random, text: str) -> str:
    """A part of the file is an alias of another part, or merged into it."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    one = random.choice(found)
    other = random.choice(("*x", "{<<: *x}", "[*x, *x]", "{<<: [*x, *x], a: *x}", "&x a"))
    changed = f"{text[: one.start()]}{one[1]} &x {one[2]}{text[one.end() :]}"
    after = [each for each in _VALUE.finditer(changed) if each.start() > one.start()]
    if not after:
        return f"{changed}\nx: {other}\n"
    second = random.choice(after)
    return f"{changed[: second.start()]}{second[1]} {other}{changed[second.end() :]}"


def with_aliases_of_aliases(random: Random, text: str) -> str:
    """A few lines that are a billion values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, random.choice((3, 9)))]
    return "\n".join((text, *lines, ""))


def as_text_or_list(random: Random, text: str) -> str:
    """One value is of another type: a list where there was a text, a text where there was a list."""
    found = [one for one in _VALUE.finditer(text) if one[2].strip()]
    if not found:
        return text
    one = random.choice(found)
    forms = ("[{}]", "[[{}]]", "'{}'", "{{a: {}}}", "[{}, {}]", "[{}, null]", "- {}", "!!str {}", "{{text: {}, x: {}}}")
    return f"{text[: one.start()]}{one[1]} {random.choice(forms).format(one[2], one[2])}{text[one.end() :]}"


MUTATIONS: Final[tuple[Mutation, ...]] = (
    without_a_line, without_a_line, with_a_line_twice, with_lines_swapped, with_another_indent,
    with_another_value, with_another_value, with_another_value, with_a_word_replaced, with_a_word_replaced,
    with_another_key, with_another_key, with_a_piece_inserted, with_a_piece_inserted, cut_off, without_a_piece,
    with_a_character, with_a_character, with_a_block_repeated, nested, with_thousands_of_items, emptied,
    with_other_line_ends, shouted, with_a_text_extended, with_a_text_extended, with_a_text_extended,
    with_another_date, with_another_date, with_a_merge_key, with_aliases_of_aliases, as_text_or_list,
)  # fmt: skip


def with_a_part_of_another(random: Random, text: str, other: str) -> str:
    """One part is, or is also, that of another file of the same kind."""
    mine, others = _parts(text), _parts(other)
    if not mine or not others:
        return text
    part = random.choice(others)
    name = part.partition(":")[0]
    same = [at for at, each in enumerate(mine) if each.partition(":")[0] == name]
    if same and random.random() < 0.9:
        mine[same[0]] = part
    else:
        mine.insert(random.randrange(len(mine) + 1), part)
    return "".join(mine)


def with_a_value_of_another(random: Random, text: str, other: str) -> str:
    """One value is a value of another file of the same kind."""
    mine, others = list(_VALUE.finditer(text)), list(_VALUE.finditer(other))
    if not mine or not others:
        return text
    one = random.choice(mine)
    like = [each for each in others if each[1].strip() == one[1].strip()] or others
    return f"{text[: one.start()]}{one[1]} {random.choice(like)[2]}{text[one.end() :]}"


def _parts(text: str) -> list[str]:
    return re.findall(r"(?m)^[\w'-]+:.*\n(?:(?:[ \t#-].*)?\n)*", text)


@dataclass(frozen=True, slots=True)
class Mutated:
    """A changed file."""

    data: bytes
    names: tuple[str, ...]
    """The names of the changes, in their order."""


def mutate(random: Random, text: str, others: Sequence[str] = ()) -> Mutated:
    """Return the text with one to three random changes, rarely as bytes that are no UTF-8.

    `others` are the files of the same kind.
    """
    names = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if others and random.random() < 0.15:
            crossing = random.choice((with_a_part_of_another, with_a_value_of_another))
            text = crossing(random, text, random.choice(others))
            names.append(_name(crossing))
        else:
            mutation = random.choice(MUTATIONS)
            text = mutation(random, text)
            names.append(_name(mutation))
        text = text[:2_000_000]
    data = text.encode("utf-8", "replace")
    if random.random() < 0.02:
        data = random.choice(
            (
                text.encode("utf-16", "replace"),
                text.encode("latin-1", "replace"),
                data + b"\xff\xfe\x80",
                b"\x1f\x8b" + data,
                b"\xef\xbb\xbf" + data,
            )
        )
        names.append("other bytes")
    return Mutated(data, tuple(names))


def _name(mutation: Callable[..., str]) -> str:
    return mutation.__name__.replace("_", " ")
