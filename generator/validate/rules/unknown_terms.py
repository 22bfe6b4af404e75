"""Ids that the vocabulary does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Briefing, Case, Located, Notice, RawRecord, Records

_Place = tuple[str | int, ...]


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields V301 to V304 and V307, each with the nearest known id. Silent while the vocabulary itself is broken."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    for each in records.cases_briefings_notices:
        record, raw = each.record, each.raw
        yield from _unknown(raw, "V302", "theme", _listed("themes", record.themes), words.theme)
        yield from _unknown(raw, "V303", "harm", _listed("harms", record.harms), words.harm)
        kinds = [(("documents", n, "kind"), document.kind) for n, document in enumerate(record.documents)]
        yield from _unknown(raw, "V304", "document kind", kinds, words.document_kind)
        yield from _own(each, words.type, words.notice_kind, words.audience)


def _own(
    each: Located[Case] | Located[Briefing] | Located[Notice],
    types: Mapping[str, object],
    notice_kinds: Mapping[str, object],
    audiences: Mapping[str, object],
) -> Iterator[Diagnostic]:
    record = each.record
    if isinstance(record, Case):
        yield from _unknown(each.raw, "V301", "review type", [(("type",), record.type)], types)
        return
    if isinstance(record, Notice):
        yield from _unknown(each.raw, "V304", "kind of notice", [(("kind",), record.kind)], notice_kinds)
    if "audience" in each.raw.values:
        yield from _unknown(each.raw, "V307", "audience", _listed("audience", record.audience), audiences)


def _listed(name: str, ids: Iterable[str]) -> list[tuple[_Place, str]]:
    return [((name, index), identity) for index, identity in enumerate(ids)]


def _unknown(
    raw: RawRecord, code: str, what: str, ids: Iterable[tuple[_Place, str]], known: Mapping[str, object]
) -> Iterator[Diagnostic]:
    for path, identity in ids:
        if identity and identity not in known:
            hint = did_you_mean(identity, known) or f"{one_of(known)}; new ones are added in content/vocabulary.yml"
            yield rule(code).diagnostic(f'unknown {what} "{identity}"', raw.location_of(*path), hint)
