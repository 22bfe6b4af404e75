"""Reads the vocabulary packs of the package, and adds the ones that a site uses to its vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, WithDiagnostics, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import RawRecord, Source
from generator.read.pack_merge import UsedPack, merge_packs
from generator.read.yaml_loader import load

PACKS: Final = Path(__file__).parent.parent / "packs"
"""The folder of the packs: each file `<name>.yml` is one pack, in the format of `content/vocabulary.yml`."""

_WITHOUT_USE: Final = ("children-england", "adults-england")
_LISTS_WITHOUT_USE: Final = ("recipients", "repositories")
"""The lists that a vocabulary without `use` has from packs: older versions had no lists of recipients."""


@dataclass(frozen=True, slots=True)
class _Pack:
    name: str
    values: Mapping[str, Any]


def pack_names() -> tuple[str, ...]:
    """Return the names of all packs, in alphabetical order."""
    return tuple(sorted(path.stem for path in PACKS.glob("*.yml")))


@lru_cache(maxsize=4)
def with_packs(site: RawRecord) -> WithDiagnostics[RawRecord | None]:
    """Return a site's vocabulary with the terms of the packs under `use`; unchanged if it names none.

    Yields V330 for an unknown pack, and returns None: without its terms, other records would look wrong. Yields V331
    and V332 for packs that disagree and for an entry that no pack has. A record that was not read again has the same
    result.
    """
    use = site.values.get("use")
    names = [(index, name) for index, name in enumerate(use) if isinstance(name, str)] if isinstance(use, list) else []
    unknown = tuple(_unknown_pack(site, index, name) for index, name in names if name not in pack_names())
    if unknown:
        return WithDiagnostics(None, unknown)
    packs: dict[str, UsedPack] = {}
    if "use" not in site.values:
        for name in _WITHOUT_USE:
            values = {
                key: value for key, value in _read(PACKS / f"{name}.yml").values.items() if key in _LISTS_WITHOUT_USE
            }
            packs[name] = UsedPack(name, values, (1, 1), 0)
    for index, name in names:
        for pack in _with_its_packs(name):
            line, column = _line_and_column(site, index)
            packs.setdefault(pack.name, UsedPack(pack.name, pack.values, (line, column), index))
    return merge_packs(site, tuple(packs.values()))


def _unknown_pack(site: RawRecord, index: int, name: str) -> Diagnostic:
    near = did_you_mean(name, pack_names())
    hint = "; ".join(filter(None, (near, one_of(pack_names()))))
    return rule("V330").diagnostic(f'there is no vocabulary pack "{name}"', site.location_of("use", index), hint)


def _line_and_column(site: RawRecord, index: int) -> tuple[int, int]:
    location = site.location_of("use", index)
    return location.line or 1, location.column or 1


def _with_its_packs(name: str) -> Iterator[_Pack]:
    """Yield the packs that a pack uses, and then the pack."""
    pack = _read(PACKS / f"{name}.yml")
    for other in pack.values.get("use", ()):
        yield from _with_its_packs(other)
    yield pack


@cache
def _read(path: Path) -> _Pack:
    loaded = load(Source(path.name, path.read_text(encoding="utf-8")))
    if loaded.value is None:
        raise ValueError(f"the vocabulary pack {path.name} cannot be read: {loaded.diagnostics}")
    return _Pack(path.stem, loaded.value[0])
