"""Searches every byte that is to be published for private terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from ahocorasick_rs import AhoCorasick

from generator.diagnostics import Diagnostic, Location, RelatedLocation, WithDiagnostics, rule
from generator.model import Source
from generator.private_terms.acceptances import AcceptedFindings, Origin
from generator.private_terms.matcher import Lines, TermMatcher
from generator.private_terms.near_matches import near_spellings
from generator.private_terms.normalisation import WordSplitter, normalise, to_word_stream
from generator.private_terms.redaction import Redactor
from generator.private_terms.term import Term, TermMatch, count_listed
from generator.private_terms.text_extraction import Deep, ExtractedText, UnreadableFileError, decoded, extract_text

Files = Iterable[tuple[str, Callable[[], bytes]]]
"""The name of each file, relative to the site's folder, and a function that returns its bytes when they are needed."""

MAX_REPORTED = 10
"""Maximum number of places of one term that are reported separately."""

_WITH_A_LINE = 3
"""Number of reported places that show a line: the others are fixed with them, or look alike."""

_WORDS = re.compile(r"[A-Za-z]{5,}")
_WORD_IN_A_SENTENCE = re.compile(r"[\"'(]*([a-z]{5,})(?:'s)?[\"').,;:!?]*")
_PAGES = (".html", ".htm", ".txt", ".md")
_HINT = (
    "take it out, or write the pseudonym; the number is the line in the list of private terms, where you can also allow"
    " ordinary words or accept this place: library docs guard shows how"
)


@dataclass(frozen=True, slots=True)
class ScanTotals:
    """The number of terms searched for, and the number and size of the files searched."""

    terms: int = 0
    files: int = 0
    size_bytes: int = 0

    @property
    def summary(self) -> str:
        """Return `214 private terms looked for in 1,254 files, 48,112,904 bytes`."""
        terms = f"{self.terms:,} private term{'' if self.terms == 1 else 's'}"
        return f"{terms} looked for in {self.files:,} file{'' if self.files == 1 else 's'}, {self.size_bytes:,} bytes"


@dataclass
class ScanState:
    """The results collected during a scan."""

    hits: dict[int, list[TermMatch]] = field(default_factory=dict)
    makes: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    texts: list[tuple[TermMatch, str]] = field(default_factory=list)
    """The place and the word stream of each text, for the later search for near spellings."""

    prose: set[str] = field(default_factory=set)
    """The words of the sentences in pages and documents, with the punctuation next to them."""

    unread: list[tuple[str, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    size_bytes: int = 0

    def add(self, line: int, match: TermMatch) -> None:
        """Add a place of the term on this line of the list."""
        matches = self.hits.setdefault(line, [])
        last = matches[-1] if matches else None
        # A text that is also in a page's source counts as one place.
        is_repeated = match == last or (last is not None and match.is_text and last.is_text and match.file == last.file)
        if not is_repeated:
            matches.append(match)


def scan_files(
    files: Files,
    terms: tuple[Term, ...],
    sources: Iterable[Source],
    deep: Deep,
    accepted: AcceptedFindings,
) -> WithDiagnostics[tuple[ScanTotals, Redactor]]:
    """Search for every term in every file.

    Yield G101 for a term that would be public, G102 for a word that is one letter away from a name, G105 for a file
    that could not be searched. `sources` are the files that editors write: if one of them contains the term, the
    diagnostic names it. No diagnostic contains a word of a term or of a text, or a file name in which a term was found.

    What `accepted` covers is not reported.
    """
    searcher = TermMatcher(terms)
    seen = ScanState()
    for name, make in files:
        data = make()
        seen.makes[name] = make
        seen.names.append(name)
        seen.size_bytes += len(data)
        scan_file(name, data, searcher, deep, seen)
    written = tuple(sources)
    accepted.add_searched((*seen.names, *(source.file for source in written)))
    redactor = Redactor(terms, seen.names, written, searcher)
    findings = (
        *_term_findings(seen, searcher, written, redactor, accepted),
        *_near_findings(seen, terms, searcher.known, written, redactor, accepted),
        *(_unread_finding(name, why, redactor) for name, why in seen.unread if not accepted.cover(None, name)),
    )
    return WithDiagnostics((ScanTotals(count_listed(terms), len(seen.names), seen.size_bytes), redactor), findings)


def scan_file(name: str, data: bytes, searcher: TermMatcher, deep: Deep, seen: ScanState) -> None:
    """Add the terms in a file and in its name."""
    for line in searcher.find(name.replace("/", " / "), is_name=True) | searcher.find(
        name.replace("/", " "), is_name=True
    ):
        seen.add(line, TermMatch(name, "in its name", False))
    try:
        for message in extract_text(name, data, deep):
            for term in _terms_in(message, name, searcher, seen):
                seen.add(term, TermMatch(name, message.place, message.by_line))
    except UnreadableFileError as why:
        seen.unread.append((name, str(why)))


def _terms_in(message: ExtractedText, name: str, searcher: TermMatcher, seen: ScanState) -> Lines:
    if message.pieces:
        return searcher.find_in_pieces(message.pieces)
    found, words = searcher.read(message.text, message.is_name)
    if not message.is_name and message.place != "in its bytes":
        seen.texts.append((TermMatch(name, message.place, message.by_line), words))
    if message.place.startswith("on page ") or (message.by_line and name.endswith(_PAGES)):
        seen.prose |= searcher.known.words
    return found


def _line_in(data: bytes, term: int, searcher: TermMatcher) -> int | None:
    """Return the first line of a file that contains the whole term; None if the term is split over two lines."""
    return next(searcher.places(decoded(data).split("\n"), term, begin=1), None)


def _term_findings(
    seen: ScanState,
    searcher: TermMatcher,
    sources: tuple[Source, ...],
    redactor: Redactor,
    accepted: AcceptedFindings,
) -> Iterator[Diagnostic]:
    if not seen.hits:
        return
    written: dict[int, list[Location]] = {}
    accepted_in_sources: set[int] = set()
    for source in sources:
        for term in searcher.find(source.text) & seen.hits.keys():
            if accepted.cover(term, source.file):
                accepted_in_sources.add(term)
                continue
            for number in searcher.places(source.text.split("\n"), term, begin=1):
                written.setdefault(term, []).append(Location(redactor.name(source.file), number))

    for term, found in sorted(seen.hits.items()):
        origin = _origin(term, written, accepted_in_sources)
        hits = accepted.remaining(term, found, origin, lambda file: seen.makes[file]())
        if hits:
            line_of = partial(_line_of, seen, term, searcher)
            yield from _findings_of_term(term, hits, written.get(term, []), redactor, line_of)


def _origin(term: int, written: Container[int], accepted: Container[int]) -> Origin:
    return Origin.WRITTEN if term in written else Origin.ACCEPTED if term in accepted else Origin.ELSEWHERE


def _line_of(seen: ScanState, term: int, searcher: TermMatcher, hit: TermMatch) -> int | None:
    return _line_in(seen.makes[hit.file](), term, searcher) if hit.is_text else None


def _findings_of_term(
    term: int,
    hits: list[TermMatch],
    written: list[Location],
    redactor: Redactor,
    line_of: Callable[[TermMatch], int | None],
) -> Iterator[Diagnostic]:
    """Yield the places where an editor can fix the text. Its copies in pages and data are only counted."""
    text_hits = [hit for hit in hits if hit.is_text] if written else []
    files = sorted({redactor.name(hit.file) for hit in text_hits})
    related = tuple(RelatedLocation("it would be public in", Location(file)) for file in files[:5])
    for location in written[:MAX_REPORTED]:
        message = f"private term {term} is here, and would be public in {_files_in_words(len(files))}"
        yield replace(rule("G101").diagnostic(message, location, _HINT, related), pages=len(files))
    others = sorted((hit for hit in hits if hit not in text_hits), key=lambda hit: (hit.file, hit.place))
    for index, hit in enumerate(others[:MAX_REPORTED]):
        message = f"private term {term} would be public: it is {hit.place}"
        line = line_of(hit) if index < _WITH_A_LINE else None
        yield rule("G101").diagnostic(message, Location(redactor.name(hit.file), line), _HINT)
    if len(others) > MAX_REPORTED:
        message = f"private term {term} would be public in {len(others) - MAX_REPORTED} more places"
        yield rule("G101").diagnostic(message, Location(redactor.name(others[MAX_REPORTED].file)), _HINT)


def _files_in_words(files: int) -> str:
    return f"{files:,} file{'' if files == 1 else 's'} of the site"


def _near_findings(
    seen: ScanState,
    terms: tuple[Term, ...],
    known: WordSplitter,
    sources: tuple[Source, ...],
    redactor: Redactor,
    accepted: AcceptedFindings,
) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each term, where an editor can check it. Terms also found as listed need none."""
    words = {word for text in known.plain for word in _WORDS.findall(text)}
    sentences = filter(None, map(_WORD_IN_A_SENTENCE.fullmatch, seen.prose))
    lower_case = {match[1] for match in sentences}
    matches = [match for match in near_spellings(terms, words, lower_case) if match.line not in seen.hits]
    if not matches:
        return
    automaton = AhoCorasick([f" {match.words} " for match in matches])

    def lines_in(text: str) -> set[int]:
        return {matches[number].line for number, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}

    places: dict[int, dict[str, TermMatch]] = {}
    for match, text in seen.texts:
        for term in lines_in(text):
            places.setdefault(term, {}).setdefault(match.file, match)
    written: dict[int, Location] = {}
    accepted_in_sources: set[int] = set()
    for source in sources if places else ():
        for term in lines_in(to_word_stream(normalise(source.text))) & places.keys():
            if accepted.cover(term, source.file):
                accepted_in_sources.add(term)
                continue
            lines = enumerate(source.text.split("\n"), 1)
            number = next((number for number, line in lines if term in lines_in(to_word_stream(normalise(line)))), None)
            written.setdefault(term, Location(redactor.name(source.file), number))
    for term, found in sorted(places.items()):
        origin = _origin(term, written, accepted_in_sources)
        left = accepted.remaining(term, found.values(), origin, lambda file: seen.makes[file]())
        if not left:
            continue
        files = list(dict.fromkeys(redactor.name(match.file) for match in left))
        message = f"a word is one letter away from private term {term}; it is in {_files_in_words(len(files))}"
        place = written.get(term, Location(files[0]))
        yield rule("G102").diagnostic(
            message, place, "check whether it means that person; if it does, take the name out"
        )


def _unread_finding(name: str, why: str, redactor: Redactor) -> Diagnostic:
    hint = (
        "save it again in the program that made it, or look through it by hand and accept it:"
        " library docs guard shows how"
    )
    return rule("G105").diagnostic(
        f"the file could not be searched for private terms: {why}", Location(redactor.name(name)), hint
    )
