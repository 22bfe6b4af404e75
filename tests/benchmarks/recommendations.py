"""What recommendations cost: builds of the invented library with 8 recommendations for each case, and without any.

`python -m tests.benchmarks.recommendations` prints a table. The builds run in pairs, one of each, so that a slow moment
of the machine affects both.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

import yaml

from generator.editing.new_site import add_to_menu, draft_section

from .corpus import BRIEFINGS_PER_CASE, SEED, make_corpus
from .measure import Command, seconds_of
from .synthetic import BRIEFINGS, CASES, case_file, write_site
from .wording import passage, sentence

EACH: Final = 8
"""Recommendations of a case."""

_WORDS: Final = 30
_STATUSES: Final = ("accepted", "under-way", "done", "not-accepted")
_AGENCIES: Final = ("council", "police", "health", "schools", "probation", "housing")


def add_recommendations(root: Path, each: int = EACH) -> None:
    """Add recommendations to every case of a site, their terms to its vocabulary, and the section to its menu."""
    random = Random(SEED)
    vocabulary = root / "content" / "vocabulary.yml"
    terms = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    with vocabulary.open("a", encoding="utf-8") as file:
        file.write(yaml.dump(_terms(), sort_keys=False))
    themes = [theme["id"] for theme in terms["themes"]]
    for case in sorted((root / "content" / "cases").iterdir()):
        record = root / case_file(case.name)
        listed = [_recommendation(number, random, themes) for number in range(1, each + 1)]
        with record.open("a", encoding="utf-8") as file:
            file.write(yaml.dump({"recommendations": listed}, sort_keys=False, width=110))
    for drafted in draft_section("recommendations"):
        path = root / drafted.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drafted.text, encoding="utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(add_to_menu(settings.read_text(encoding="utf-8"), "recommendations") or "", encoding="utf-8")


def _terms() -> dict[str, object]:
    return {
        "agencies": [{"id": each, "label": each.capitalize()} for each in _AGENCIES],
        "recommendation_statuses": [
            {"id": "accepted", "label": "Accepted", "description": "The agency will act on it."},
            {"id": "under-way", "label": "Under way", "description": "Work has begun."},
            {"id": "done", "label": "Done", "description": "It is done.", "open": False, "done": True},
            {
                "id": "not-accepted",
                "label": "Not accepted",
                "description": "The agency will not act on it.",
                "open": False,
                "not_implemented": True,
                "needs": ["reason"],
            },
        ],
    }


def _recommendation(number: int, random: Random, themes: list[str]) -> dict[str, object]:
    statuses = ("accepted", random.choice(_STATUSES))
    progress: list[dict[str, object]] = [
        {"date": f"{2024 + place}-0{random.randint(1, 9)}", "status": status, "text": sentence(random)}
        for place, status in enumerate(statuses)
    ]
    if statuses[-1] == "not-accepted":
        progress[-1]["reason"] = sentence(random)
    return {
        "id": f"r{number}",
        "text": passage(random, _WORDS),
        "to": [random.choice(_AGENCIES)],
        "theme": random.choice(themes),
        "due": f"2027-0{random.randint(1, 9)}",
        "progress": progress,
    }


def build_command(root: Path, arguments: tuple[str, ...]) -> Command:
    """Return the command that builds a site into its own folder `out`."""
    program = (sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(root / "out"))
    environment = {**os.environ, "NO_COLOR": "1", "XDG_CACHE_HOME": str(root.parent / f"cache-{root.name}")}
    return Command((*program, *arguments), root, environment, root.parent / f"{root.name}.log")


def forget_last_build(root: Path) -> None:
    """Remove everything that a build made, so that the next one starts from nothing."""
    for made in (root / "out", root / ".cache", root.parent / f"cache-{root.name}"):
        shutil.rmtree(made, ignore_errors=True)


def _processor_seconds() -> float:
    """Return how long the processors have worked for finished builds: other programs do not slow this down."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks.recommendations", description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=max(BRIEFINGS, BRIEFINGS_PER_CASE))
    parser.add_argument("--each", type=int, default=EACH, help="recommendations of a case")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--without", action="append", default=[], help="a part that is not built: search, sheets")
    parser.add_argument("--keep", type=Path, help="a folder that does not exist yet, for the sites")
    arguments = parser.parse_args()
    parts = tuple(word for part in arguments.without for word in ("--without", part))
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        plain, full = folder / "without", folder / "with"
        corpus = make_corpus(arguments.cases, arguments.briefings)
        write_site(plain, corpus)
        write_site(full, corpus)
        add_recommendations(full, arguments.each)
        ratios = []
        for number in range(1, arguments.pairs + 1):
            seconds, worked = [], []
            for root in (plain, full):
                forget_last_build(root)
                before = _processor_seconds()
                seconds.append(seconds_of(build_command(root, parts)))
                worked.append(_processor_seconds() - before)
            ratios.append(worked[1] / worked[0])
            print(
                f"pair {number}: without {seconds[0]:.1f} s ({worked[0]:.1f} s of a processor), "
                f"with {seconds[1]:.1f} s ({worked[1]:.1f} s), ratio {seconds[1] / seconds[0]:.2f} ({ratios[-1]:.2f})",
                flush=True,
            )
        print(f"median ratio of the processor's seconds {median(ratios):.2f}")


if __name__ == "__main__":
    _main()
