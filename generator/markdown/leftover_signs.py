"""Finds Markdown that was not understood: signs that readers see in the finished HTML of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

_CODE: Final = re.compile(r"<(code|pre|script|style|textarea|svg|template)\b[^>]*>.*?</\1>", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK: Final = re.compile(r"<a\b[^>]*>.*?</a>", re.DOTALL)
_BLOCK: Final = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|div|section|article|td|th|tr|dd|dt|blockquote|details)\b[^>]*>|<br\b"
)
_TAG: Final = re.compile(r"<[^>]*>")
_LONGEST_LINE: Final = 3_000
_LINK_WORDS: Final = "\ufffc"
"""Stands for the words of a link."""


@dataclass(frozen=True, slots=True)
class LeftoverSign:
    """A sign, or an address, that readers see as it was typed."""

    piece: str
    """What readers see, as it is in the text."""

    slug: str
    """The slug of the rule."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    found: re.Pattern[str]
    message: str
    hint: str | Callable[[re.Match[str]], str]
    slug: str = "markdown-shown-raw"


def _failed_link(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2].strip()
    if match[0][len(match[1]) + 2] == " ":
        return f"take out the space before the round bracket: [{words}]({address})"
    if "(" in address and address.count("(") > address.count(")"):
        fixed = address.replace("(", "%28").replace(")", "%29")
        return f"the address has a bracket that is not closed: write %28 for ( and %29 for ), [{words}]({fixed})"
    if not match[3]:
        return f"close the bracket after the address: [{words}]({address})"
    return "write it on one line, without spaces in the address: [words](https://...)"


_FOOTNOTE_HINT: Final = "footnotes are not supported: write the note in round brackets, or as a link to its source"
_BOLD_HINT: Final = "write the two stars directly before the first word and directly after the last: **two words**"
_ITALIC_HINT: Final = "write one star directly before the first word and one directly after the last: *two words*"

_PATTERNS: Final = (
    _Pattern(
        re.compile(r"\[([^\[\]\n]{1,200})\] ?\(((?:https?:|www\.|mailto:|tel:|[a-z]{3,10}:\s?\S)[^\n)]*)(\)?)"),
        "this link does not work: readers see its brackets",
        _failed_link,
    ),
    _Pattern(
        re.compile(r"\[([^\[\]\n]{1,200})\]\(([^\s)]*)(\)?)"),
        "this link does not work: readers see its brackets",
        _failed_link,
    ),
    _Pattern(
        re.compile(r"\(([^()\n]{1,200})\)\[((?:https?:|www\.|[a-z]{3,10}:)[^\]\n]*)\]"),
        "the brackets of this link are the wrong way round",
        lambda match: f"write [{match[1]}]({match[2]})",
    ),
    _Pattern(
        re.compile(r"\[([^\[\]\n]{1,200})\]\[[^\[\]\n]*\]"),
        "this link has no address",
        lambda match: f"write the address in round brackets: [{match[1]}](https://...)",
    ),
    _Pattern(
        re.compile(r"\[\[([^\[\]\n]{1,200})\]\]"),
        "this is no link: readers see its brackets",
        lambda match: f"write [{match[1].rpartition('|')[2]}](https://...), or an id such as (briefing:early-help)",
    ),
    _Pattern(
        re.compile(r"\[\^[\w-]{1,30}\]:?"),
        "this is the mark of a footnote, and readers see it as it is",
        _FOOTNOTE_HINT,
    ),
    _Pattern(
        re.compile(r"\]\([^\s)]*\)?"), "this link does not work: readers see its brackets", "write [words](https://...)"
    ),
    _Pattern(
        re.compile(r"(?<![*\w])\*\*(?!\*)[ \t]*[^\s*]*|[^\s*]*[ \t]*(?<!\*)\*\*(?!\*)"),
        "these stars do not make the words bold: readers see them",
        _BOLD_HINT,
    ),
    _Pattern(
        re.compile(r"(?<![\w_])__(?=[A-Za-z])[^\s_]*"),
        "these lines do not make the words bold: readers see them",
        _BOLD_HINT,
    ),
    _Pattern(
        re.compile(r"(?<![\w*])\*[ \t]+[^\W\d_][^*\n]{0,80}?[ \t]*\*(?![\w*])"),
        "these stars do not make the words italic: readers see them",
        _ITALIC_HINT,
    ),
    _Pattern(
        re.compile(r"~~[^~\n]+~~"),
        "words cannot be struck through: readers see the signs",
        "delete the words, and the signs",
    ),
    _Pattern(re.compile(r"==\w[^=\n]*=="), "words cannot be highlighted: readers see the signs", "write **bold**"),
    _Pattern(
        re.compile(r"(?:^|(?<=\n))(#{2,6}[^\s#][^\n]*|#[^\W\d][^\s#]* [^\n#]*)(?=\n|$)"),
        "this is not a heading, because there is no space after the #",
        lambda match: f"write {_with_space(match[1])[:80]}",
    ),
    _Pattern(
        re.compile(r"(?:^|(?<=\n))(#{1,6}) [^\n]+"),
        "this is not a heading: readers see the #",
        'write an empty line above it; inside HTML, add markdown="1" to the opening tag: <div markdown="1">',
    ),
    _Pattern(
        re.compile(r"(?:^|(?<=\n))\[[ xX]?\] "),
        "there are no boxes to tick: readers see the brackets",
        "write the item without the square brackets",
    ),
    _Pattern(
        re.compile(r"(?:^|(?<=\n))(?:!!!|\?\?\?\+?|:::) ?[\w{][^\n]*"),
        "this box is not supported here: readers see its signs",
        "write the text as an ordinary paragraph, or begin it with a bold word: **Note:**",
    ),
    _Pattern(
        re.compile(r"\{%[^{}\n]{1,200}%\}"),
        "this is the code of a template: readers see it as it is",
        "take it out",
        "code-in-text",
    ),
    _Pattern(
        re.compile(r"\{(?::\s*)?[.#][\w-][^{}\n]*\}"),
        "these braces are not understood here: readers see them",
        "take them out",
    ),
    _Pattern(
        re.compile(r"(?:^|(?<=\n))\|[^\n]*\|[^\n]*\|[ \t]*\n\|[^\n]*\|"),
        "this is not a table: readers see its lines",
        "write the headings in the first line, and | --- | --- | below it",
    ),
    _Pattern(
        re.compile(r"(?<!\S):[a-z][a-z_]{2,30}:(?!\S)"), "this is shown as it is, not as a picture", "take it out"
    ),
    _Pattern(
        re.compile(r"(?:https?://|(?<![\w.@/-])www\.)[^\s<>\"“”()\[\]\ufffc]*[\w/]", re.IGNORECASE),
        "this web address is not a link: readers cannot follow it",
        lambda match: f"write the words for it as well: [the name of that page]({_whole(match[0])})",
        "bare-address",
    ),
    _Pattern(
        re.compile(
            r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip|pound|[a-zA-Z]{1,2}(?:acute|grave|circ|uml|cedil|tilde));"
        ),
        "this is the code of a web page: readers see it as it is",
        lambda match: f"write the sign itself: {_sign(match[0])}",
        "code-in-text",
    ),
)


# Each alternative begins with one character: a search then skips all others.
_SIGNS_IN_MARKDOWN: Final = re.compile(r"\[|\]|\*|_|~|=|#|\{|\||&|`|\\|<|!!!|\?\?\?|:(?=[a-z:/])|w[wW]{2}\.|W[wW]{2}\.")


def may_leave_signs(text: str) -> bool:
    """Return False for a text, of Markdown or plain, that leaves no signs in its HTML."""
    return _SIGNS_IN_MARKDOWN.search(text) is not None


def leftover_signs(html: str) -> Iterator[LeftoverSign]:
    """Yield each sign of Markdown that readers see in a piece of HTML. Code and the words of links have none."""
    text = _COMMENT.sub("", _CODE.sub("", html))
    text = _BLOCK.sub("\n", _LINK.sub(_LINK_WORDS, text))
    text = unescape(_TAG.sub("", text))
    # A longer line is no prose, and would take long.
    text = "\n".join(line.strip(" \t")[:_LONGEST_LINE] for line in text.split("\n"))
    if not re.search(r"[\[\]*_~=#{|&!?:]|www\.", text, re.IGNORECASE):
        return
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.found.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            hint = pattern.hint if isinstance(pattern.hint, str) else pattern.hint(match)
            yield LeftoverSign(match[0].strip().split("\n")[0], pattern.slug, pattern.message, hint)


def first_of_each(signs: Iterable[LeftoverSign]) -> Iterator[LeftoverSign]:
    """Yield each sign, but only the first with the same message and hint: one fault often causes several signs."""
    seen: set[tuple[str, str]] = set()
    for sign in signs:
        if (sign.message, sign.hint) not in seen:
            seen.add((sign.message, sign.hint))
            yield sign


def _whole(address: str) -> str:
    return address if "://" in address else f"https://{address}"


def _sign(entity: str) -> str:
    sign = unescape(entity)
    return sign if sign.strip() and sign != "\xa0" else "an ordinary space"


def _with_space(line: str) -> str:
    signs = len(line) - len(line.lstrip("#"))
    return f"{line[:signs]} {line[signs:]}"
