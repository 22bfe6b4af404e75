"""Checks the series of briefings in the vocabulary, and that each briefing has the parts of its series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.markdown import join_words
from generator.model import Briefing, BriefingSeries, Located, Records
from generator.model.vocabulary import Vocabulary
from generator.validate.vocabulary_names import term_hint

_USUAL_PARTS = 5


def check_series_of_briefings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V325 once if the vocabulary has no series, or V326 for each unknown one.

    Yield nothing while the vocabulary itself has errors.
    """
    if records.vocabulary is None or not records.briefings:
        return
    words = records.vocabulary.record
    if not words.briefing_series:
        count = len(records.briefings)
        named = "1 briefing names a series" if count == 1 else f"{count} briefings name a series"
        yield rule("V325").diagnostic(
            f'{named}, and the vocabulary has no "briefing_series"',
            records.vocabulary.raw.location_of(),
            _hint_for_first_series(records.briefings),
        )
        return
    for briefing in records.briefings:
        identity = briefing.record.series.id
        if identity not in words.series:
            yield rule("V326").diagnostic(
                f'unknown series "{identity}"', briefing.raw.location_of("series"), _hint_for_unknown(identity, words)
            )


def _hint_for_unknown(identity: str, words: Vocabulary) -> str:
    return (
        term_hint(words, "series", identity, is_exact=True)
        or did_you_mean(identity, words.series)
        or f'{one_of(words.series)}; new ones are added in content/vocabulary.yml, under "briefing_series"'
    )


def _hint_for_first_series(briefings: Iterable[Located[Briefing]]) -> str:
    """Return what to write for the first series that the briefings name, and the ids of the others."""
    by_series: dict[str, list[Briefing]] = {}
    for briefing in briefings:
        by_series.setdefault(briefing.record.series.id, []).append(briefing.record)
    first, *others = by_series
    name = first.replace("-", " ")
    label = name if "briefing" in name else f"{name} briefing"
    subject = "case" if any(briefing.case is not None for briefing in by_series[first]) else "topics"
    most = max(_USUAL_PARTS, *(len(briefing.sections) for briefing in by_series[first]))
    entry = f"{{id: {first}, label: {label}, plural: {label}s, for: [{subject}], most_parts: {most}}}"
    also = f", and entries for {join_words(others)}" if others else ""
    start = f'write it in content/vocabulary.yml: "briefing_series:", then "  - {entry}"'
    return f"{start}{also}; library docs records shows how"


def check_series(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V327 for a series without parts, or whose fields contradict each other."""
    if records.vocabulary is None:
        return
    for index, series in enumerate(records.vocabulary.record.briefing_series):
        found = next(_contradictions(series), None)
        if found is not None:
            field, message, hint = found
            at = records.vocabulary.raw.location_of("briefing_series", index, *field, key=bool(field))
            yield rule("V327").diagnostic(f'the series "{series.id}" {message}', at, hint)


def usable_series(words: Vocabulary) -> frozenset[str]:
    """Return the ids of the series without contradictions. Rules about briefings check only these."""
    return frozenset(series.id for series in words.briefing_series if next(_contradictions(series), None) is None)


def _contradictions(series: BriefingSeries) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield field, message and hint for each fault. The field is empty if a field is missing."""
    own = [part for part in series.parts if part.from_case is None]
    if not series.subjects:
        yield ("for",), "is for nothing", "write for: [topics], for: [case] or for: [topics, case]"
    if not series.parts and series.most_parts is None:
        hint = 'list the headings under "parts", or write "most_parts: 5" if each briefing chooses its own headings'
        yield (), "has no parts", hint
    if series.parts and series.most_parts is not None:
        hint = 'remove "most_parts", or remove "parts" if each briefing chooses its own headings'
        yield ("most_parts",), "has both parts and most_parts", hint
    if series.takes_text_from_case and own:
        hint = f'write "from_case" for "{own[0].heading}" too, or for no part'
        yield ("parts",), "takes the text of some parts from the case, and of others not", hint
    if series.takes_text_from_case and series.is_for_topics:
        yield ("for",), "takes its text from a case, and is for topics", "write for: [case]"
    for name, values in (
        ("heading", [part.heading for part in series.parts]),
        ("from_case", [str(text) for text, _ in series.case_parts]),
    ):
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            yield ("parts",), f'has two parts with the {name} "{twice}"', "take one of the two out"


def check_parts(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R207 for a briefing with too many parts, and V328 for a heading that is not one of its series."""
    if records.vocabulary is None:
        return
    usable = usable_series(records.vocabulary.record)
    for located in records.briefings:
        series, sections, raw = located.record.series, located.record.sections, located.raw
        if series.id not in usable or series.takes_text_from_case:
            continue
        if series.part_limit is not None and len(sections) > series.part_limit:
            yield rule("R207").diagnostic(
                f'"sections" has {len(sections)} items, and {series.with_article} has at most {series.part_limit}',
                raw.location_of("sections"),
                "take some out, or join two",
            )
        headings = [part.heading for part in series.parts]
        for index, section in enumerate(sections):
            if headings and section.heading not in headings:
                hint = did_you_mean(section.heading, headings) or f"its parts are {join_words(headings)}"
                yield rule("V328").diagnostic(
                    f'{series.with_article} has no part "{section.heading}"',
                    raw.location_of("sections", index, "heading"),
                    hint,
                )
