"""Every byte that is about to be public, held against the private terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from ahocorasick_rs import AhoCorasick

from generator.diagnostics import Diagnostic, Location, Outcome, Related, rule
from generator.guard.carriers import Deep, Said, Unread, decoded, said_in
from generator.guard.folding import Words, folded, stream
from generator.guard.masking import Masks
from generator.guard.near import near_spellings
from generator.guard.searching import Lines, Searcher
from generator.guard.term import Term, count_listed
from generator.model import Source

Files = Iterable[tuple[str, Callable[[], bytes]]]
"""The name of each file from the site's folder, and its bytes, made when they are wanted."""

MOST_TOLD = 10
"""Places of one term that are told one by one."""

_WITH_A_LINE = 3
"""Of these so many with the line: the others are mended with them, or look the same."""

_WORDS = re.compile(r"[A-Za-z]{5,}")
_HINT = (
    "take it out, or write the pseudonym; the number is the line in the list of private terms, where you can also allow"
    " ordinary words: see docs/guard.md"
)


@dataclass(frozen=True, slots=True)
class Guarded:
    """What was looked for, and in how much."""

    terms: int = 0
    files: int = 0
    size_bytes: int = 0

    @property
    def told(self) -> str:
        """`214 private terms looked for in 1,254 files, 48,112,904 bytes`."""
        terms = f"{self.terms:,} private term{'' if self.terms == 1 else 's'}"
        return f"{terms} looked for in {self.files:,} file{'' if self.files == 1 else 's'}, {self.size_bytes:,} bytes"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in which a term was found."""

    file: str
    place: str
    is_text: bool
    """It stands in a file that the generator makes of what editors write: its lines can be counted."""


@dataclass
class Seen:
    """What turns up while the files are gone through."""

    hits: dict[int, list[Hit]] = field(default_factory=dict)
    makes: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    texts: list[tuple[str, str, str]] = field(default_factory=list)
    """File, place, and the words as a stream, for a second look for near spellings."""

    unread: list[tuple[str, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    size_bytes: int = 0

    def hit(self, line: int, found: Hit) -> None:
        """Adds a place of the term that stands in this line of the list."""
        listed = self.hits.setdefault(line, [])
        last = listed[-1] if listed else None
        # A text that stands in a page's source as well is one place.
        again = found == last or (last is not None and found.is_text and last.is_text and found.file == last.file)
        if not again:
            listed.append(found)


def guard(
    files: Files, terms: tuple[Term, ...], sources: Iterable[Source], deep: Deep
) -> Outcome[tuple[Guarded, Masks]]:
    """Looks for every term in every file.

    Yields G101 for a term that would be public, G102 for a word that is one letter away from a name, G105 for a file
    that could not be looked into. `sources` are the files that editors write: where one of them holds the term, the
    finding names it. No finding holds a word out of a term, a text, or a name of a file in which one was found.
    """
    searcher = Searcher(terms)
    seen = Seen()
    for name, make in files:
        data = make()
        seen.makes[name] = make
        seen.names.append(name)
        seen.size_bytes += len(data)
        look_into(name, data, searcher, deep, seen)
    written = tuple(sources)
    masks = Masks(terms, seen.names, written)
    findings = (
        *_told(seen, searcher, written, masks),
        *_near(seen, terms, searcher.known, written, masks),
        *(_unread(name, why, masks) for name, why in seen.unread),
    )
    return Outcome((Guarded(count_listed(terms), len(seen.names), seen.size_bytes), masks), findings)


def look_into(name: str, data: bytes, searcher: Searcher, deep: Deep, seen: Seen) -> None:
    """Adds what a file and its name hold."""
    for line in searcher.find(name.replace("/", " / "), is_name=True) | searcher.find(
        name.replace("/", " "), is_name=True
    ):
        seen.hit(line, Hit(name, "in its name", False))
    try:
        for said in said_in(name, data, deep):
            for term in _found(said, name, searcher, seen):
                seen.hit(term, Hit(name, said.place, said.by_line))
    except Unread as why:
        seen.unread.append((name, str(why)))


def _found(said: Said, name: str, searcher: Searcher, seen: Seen) -> Lines:
    if said.pieces:
        return searcher.find_in_pieces(said.pieces)
    found, words = searcher.read(said.text, said.is_name)
    if not said.is_name and said.place != "in its bytes":
        seen.texts.append((name, said.place, words))
    return found


def _line_in(data: bytes, term: int, searcher: Searcher) -> int | None:
    """The first line of a file that holds the whole term; None where it goes over two lines."""
    return next(searcher.places(decoded(data).split("\n"), term, begin=1), None)


def _told(seen: Seen, searcher: Searcher, sources: tuple[Source, ...], masks: Masks) -> Iterator[Diagnostic]:
    if not seen.hits:
        return
    written: dict[int, list[Location]] = {}
    for source in sources:
        for term in searcher.find(source.text):
            for number in searcher.places(source.text.split("\n"), term, begin=1):
                written.setdefault(term, []).append(Location(masks.name(source.file), number))
    for term, hits in sorted(seen.hits.items()):
        yield from _of_term(term, hits, written.get(term, []), masks, partial(_line_of, seen, term, searcher))


def _line_of(seen: Seen, term: int, searcher: Searcher, hit: Hit) -> int | None:
    return _line_in(seen.makes[hit.file](), term, searcher) if hit.is_text else None


def _of_term(
    term: int, hits: list[Hit], written: list[Location], masks: Masks, line_of: Callable[[Hit], int | None]
) -> Iterator[Diagnostic]:
    """Where an editor can mend it: what is shown of that in pages and data is only counted."""
    shown = [each for each in hits if each.is_text] if written else []
    files = sorted({masks.name(each.file) for each in shown})
    related = tuple(Related("it would be public in", Location(each)) for each in files[:5])
    for at in written[:MOST_TOLD]:
        said = f"private term {term} stands here, and would be public in {_counted(len(files))}"
        yield replace(rule("G101").found(said, at, _HINT, related), pages=len(files))
    others = sorted((each for each in hits if each not in shown), key=lambda each: (each.file, each.place))
    for place, hit in enumerate(others[:MOST_TOLD]):
        said = f"private term {term} would be public: it stands {hit.place}"
        line = line_of(hit) if place < _WITH_A_LINE else None
        yield rule("G101").found(said, Location(masks.name(hit.file), line), _HINT)
    if len(others) > MOST_TOLD:
        said = f"private term {term} would be public in {len(others) - MOST_TOLD} more places"
        yield rule("G101").found(said, Location(masks.name(others[MOST_TOLD].file)), _HINT)


def _counted(files: int) -> str:
    return f"{files:,} file{'' if files == 1 else 's'} of the site"


def _near(
    seen: Seen, terms: tuple[Term, ...], known: Words, sources: tuple[Source, ...], masks: Masks
) -> Iterator[Diagnostic]:
    """One finding a term, where an editor can look at it. What is found as it is listed needs none."""
    words = {word for each in known.plain for word in _WORDS.findall(each)}
    near = [each for each in near_spellings(terms, words) if each.line not in seen.hits]
    if not near:
        return
    automaton = AhoCorasick([f" {each.words} " for each in near])

    def lines_in(text: str) -> set[int]:
        return {near[number].line for number, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}

    places: dict[int, dict[str, None]] = {}
    for file, _, text in seen.texts:
        for term in lines_in(text):
            places.setdefault(term, {})[masks.name(file)] = None
    written: dict[int, Location] = {}
    for source in sources if places else ():
        if lines_in(stream(folded(source.text))):
            for number, line in enumerate(source.text.split("\n"), 1):
                for term in lines_in(stream(folded(line))):
                    written.setdefault(term, Location(masks.name(source.file), number))
    for term, files in sorted(places.items()):
        said = f"a word is one letter away from private term {term}; it stands in {_counted(len(files))}"
        place = written.get(term, Location(next(iter(files))))
        yield rule("G102").found(said, place, "look whether the person is meant; if so, take the name out")


def _unread(name: str, why: str, masks: Masks) -> Diagnostic:
    hint = "save it again in the program that made it, or look through it by hand"
    return rule("G105").found(
        f"the file could not be searched for private terms: {why}", Location(masks.name(name)), hint
    )
