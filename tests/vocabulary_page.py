"""Writes `docs/vocabulary.md`, the list of the vocabulary packs and their terms: `python -m tests.vocabulary_page`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from generator.model.vocabulary import TERM_LISTS
from generator.read.vocabulary_packs import PACKS, pack_names

PAGE: Final = Path(__file__).parents[1] / "docs" / "vocabulary.md"
INTRODUCTION: Final = """\
# The vocabulary packs and their terms

A site uses packs with `use:` in `content/vocabulary.yml`. [records.md](records.md#vocabulary-packs) explains how, and
how to change or leave out a term. This page lists the id and the label of each term. It is written from the packs in
`generator/packs/`: do not edit it.
"""


def vocabulary_page() -> str:
    """Return the page: for each pack, its first comment, then a row of a table for each list of terms."""
    parts = [INTRODUCTION]
    for name in pack_names():
        text = (PACKS / f"{name}.yml").read_text(encoding="utf-8")
        values: dict[str, Any] = yaml.safe_load(text)
        parts.append(f"## `{name}`\n\n{text.splitlines()[0].removeprefix('# ')}\n")
        if "use" in values:
            parts.append(f"Also has the terms of {', '.join(f'`{each}`' for each in values['use'])}.\n")
        rows = [f"| `{each}` | {_terms(values[each])} |\n" for each in TERM_LISTS if each in values]
        parts.append("| List | Terms |\n| --- | --- |\n" + "".join(rows))
    return "\n".join(parts)


def _terms(terms: list[dict[str, Any]]) -> str:
    return "; ".join(f"`{term['id']}` {term['label']}" for term in terms)


if __name__ == "__main__":
    PAGE.write_text(vocabulary_page(), encoding="utf-8")
