"""Writes the list of all codes at the end of `docs/diagnostics/README.md`: `make docs`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Final

from generator.diagnostics import CATALOGUE

FOLDER: Final = Path(__file__).parents[1] / "docs" / "diagnostics"
START: Final = "## All codes\n"


def index_of_codes() -> str:
    """Return the index as Markdown: for each page its title, then a row of a table for each code."""
    blocks = [START]
    for page, rules in groupby(CATALOGUE.values(), key=lambda rule: rule.page):
        title = (FOLDER / page).read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        rows = [f"| [{rule.code}]({page}#{rule.anchor}) | {rule.severity} | {rule.title} |\n" for rule in rules]
        blocks.append(f"### [{title}]({page})\n\n| Code | Severity | Title |\n| --- | --- | --- |\n{''.join(rows)}")
    return "\n".join(blocks)


if __name__ == "__main__":
    readme = FOLDER / "README.md"
    introduction = readme.read_text(encoding="utf-8").partition(START)[0].rstrip("\n")
    readme.write_text(f"{introduction}\n\n{index_of_codes()}", encoding="utf-8")
