"""Writes the site folder of an invented library, as a comms team would have it.

The records are made up (see `corpus.py`). The look, the settings and the hand-written pages are copies of the
checkout's own, so that the frames are the real ones. `python -m tests.benchmarks.synthetic DIR` writes one to look at.
"""

from __future__ import annotations

import re
import shutil
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from .corpus import SERIES, Briefing, Case, Corpus, make_corpus

CHECKOUT: Final = Path(__file__).parents[2]
CASES: Final = 1_000
BRIEFINGS: Final = 250

_OWN_FILES: Final = Path(__file__).parent / "site"
_NOTE: Final = "# Invented, for the benchmark alone. It follows no real person, place or review.\n"
_RECORD_LINK: Final = re.compile(r"\[([^\]]+)\]\((?:case|briefing|theme|harm|notice|type|page|site):[^)]*\)")
_OWN_WORDS: Final = re.compile(r"<!-- library:review-process [^>]*-->| only=[\w,-]+")
"""Slots and their arguments that need the vocabulary of the checkout's own library."""
HOOKS: Final = re.compile(r"^hooks:.*\n(?:[ \t]+.*\n|\n)*", re.MULTILINE)


class _Dumper(yaml.CSafeDumper):
    """Writes text of several lines as editors do, below a `|`."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def write_site(root: Path, corpus: Corpus, checkout: Path = CHECKOUT) -> None:
    """Writes the whole folder. `root` must not exist yet."""
    shutil.copytree(_OWN_FILES, root)
    _copy_frames(root, checkout)
    for case in corpus.cases:
        _write(root / case_file(case.id), _case(case))
    for briefing in corpus.briefings:
        _write(root / "briefings" / briefing.id / "briefing.yml", _briefing(briefing))


def case_file(case_id: str) -> Path:
    """Where a case is written, from the site's root."""
    return Path("content", "cases", case_id, "case.yml")


def edit_case(root: Path, case_id: str, marker: str) -> None:
    """Puts a marker in front of the first word of a case's story, as a small correction would."""
    file = root / case_file(case_id)
    written = file.read_text(encoding="utf-8")
    edited = re.sub(r"^(story: \|-?\n +)", lambda start: f"{start[1]}{marker} ", written, count=1, flags=re.MULTILINE)
    if edited == written:
        raise ValueError(f"{file} has no story")
    file.write_text(edited, encoding="utf-8")


def _copy_frames(root: Path, checkout: Path) -> None:
    """The settings without their hook, the theme's overrides, and the hand-written pages without links to records."""
    settings = (checkout / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(HOOKS.sub("", settings), encoding="utf-8")
    shutil.copytree(checkout / "overrides", root / "overrides")
    pages = root / "content" / "pages"
    shutil.copytree(checkout / "content" / "pages", pages)
    for page in pages.rglob("*.md"):
        text = _RECORD_LINK.sub(r"\1", page.read_text(encoding="utf-8"))
        page.write_text(_OWN_WORDS.sub("", text), encoding="utf-8")


def _case(case: Case) -> dict[str, object]:
    return {
        "name": case.name,
        "type": case.type,
        "published": _date(case.published),
        "summary": case.summary,
        "story": case.story,
        "learning": list(case.learning),
        "practice": list(case.practice),
        "community": list(case.community),
        "harms": list(case.harms),
        "themes": list(case.themes),
        "documents": [
            {"kind": "report", "availability": "on-request"},
            {"kind": "statement", "availability": "on-request"},
        ],
        "briefings": list(case.briefings),
        "sources": ["Invented for the benchmark"],
    }


def _briefing(briefing: Briefing) -> dict[str, object]:
    return {
        "title": briefing.title,
        "series": SERIES,
        "published": _date(briefing.published),
        "summary": briefing.summary,
        "sections": [{"heading": heading, "body": body} for heading, body in briefing.sections],
        "questions": list(briefing.questions),
        "themes": list(briefing.themes),
    }


def _date(iso: str) -> int | str | date:
    """The value that YAML writes without quotes."""
    match len(iso):
        case 4:
            return int(iso)
        case 10:
            return date.fromisoformat(iso)
        case _:
            return iso


def _write(file: Path, record: dict[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(record, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    file.write_text(_NOTE + text, encoding="utf-8")


def _main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks.synthetic", description="Write an invented library.")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=BRIEFINGS)
    arguments = parser.parse_args()
    write_site(arguments.folder, make_corpus(arguments.cases, arguments.briefings))


if __name__ == "__main__":
    _main()
