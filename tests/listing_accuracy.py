"""Precision and recall of the import on the invented listing pages in `tests/listings/`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from click.testing import Result

from generator.commands.import_listing import Import, plan_import
from generator.commands.options import BuildOptions
from generator.importing.names import name_key
from generator.importing.topics import same_topic

PAGES: Final = Path(__file__).parent / "listings"
FACTS: Final = ("names", "dates", "types", "kinds", "links", "topics", "own briefings", "briefings", "states")


@dataclass
class Score:
    """What was found of one sort of fact."""

    right: int = 0
    found: int = 0
    expected: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of what is on the pages that was found."""
        return self.right / self.expected if self.expected else 1.0


def pages(folder: Path = PAGES) -> list[Path]:
    """The pages, without the files that say what is expected."""
    return sorted(each for each in folder.iterdir() if each.suffix not in (".json", ".md"))


def measure(root: Path, sources: Iterable[Path]) -> dict[str, Score]:
    """Import each page into a site, without writing, and compare it with what is expected."""
    scores = {fact: Score() for fact in FACTS}
    for page in sources:
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        result = plan_import(BuildOptions(root, date(2026, 11, 28)), page)
        for fact, (wanted, got) in _facts(expected, result).items():
            right = sum((wanted & got).values())
            score = scores[fact]
            score.right += right
            score.found += sum(got.values())
            score.expected += sum(wanted.values())
            score.faults += [f"{page.name}: missing {each}" for each in (wanted - got).elements()]
            score.faults += [f"{page.name}: wrong {each}" for each in (got - wanted).elements()]
    return scores


def table(scores: dict[str, Score]) -> str:
    """The scores as a table."""
    lines = [f"{'fact':<15}{'precision':>10}{'recall':>10}{'expected':>10}"]
    lines += [f"{fact:<15}{s.precision:>10.3f}{s.recall:>10.3f}{s.expected:>10}" for fact, s in scores.items()]
    return "\n".join(lines)


def errors_of_drafts(library: Callable[..., Result]) -> list[str]:
    """The errors that a check reports in cases and briefings."""
    found = json.loads(library("check", "--format", "json").stdout)
    return [
        f"{each['code']} {each['message']} {each['location']['file']}"
        for each in found["diagnostics"]
        if each["severity"] == "error"
        and (each["location"] or {}).get("file", "").startswith(("content/cases", "briefings"))
    ]


def _facts(expected: dict[str, Any], result: Import) -> dict[str, tuple[Counter[Any], Counter[Any]]]:
    wanted: dict[str, Counter[Any]] = {fact: Counter() for fact in FACTS}
    got: dict[str, Counter[Any]] = {fact: Counter() for fact in FACTS}
    titles: list[str] = list(expected["briefings"])
    for case in expected["cases"]:
        key = name_key(case["name"])
        wanted["names"][key] += 1
        wanted["dates"][key, case["published"]] += case["published"] is not None
        wanted["types"][key, tuple(case["type"])] += bool(case["type"])
        for kind, address in case["documents"]:
            wanted["kinds"][key, kind] += 1
            wanted["links"][key, kind, address] += 1
        for topic in case["topics"]:
            wanted["topics"][key, _same(topic, titles)] += 1
        wanted["own briefings"][key] += case["own"]
        wanted["states"][key, case.get("state")] += "state" in case
    for title in titles:
        wanted["briefings"][title] += 1
    plan = result.plan
    for proposal in plan.cases if plan is not None else ():
        assert plan is not None
        found = proposal.found
        key = name_key(found.name)
        got["names"][key] += 1
        got["dates"][key, found.published.iso if found.published else None] += found.published is not None
        got["types"][key, found.types] += bool(found.types)
        for document in found.documents:
            got["kinds"][key, document.kind] += 1
            got["links"][key, document.kind, plan.address_of(document) or document.address] += 1
        for mention in {each.id: each for each in plan.briefings if each.id in proposal.briefings}.values():
            got["topics"][key, _same(mention.title, titles)] += 1
        got["own briefings"][key] += sum(each.case == proposal.id for each in plan.briefings)
        got["states"][key, found.state.state.value if found.state else None] += found.state is not None
    for each in plan.briefings if plan is not None else ():
        if not each.case:
            got["briefings"][_same(each.title, titles)] += 1
    return {fact: (+wanted[fact], +got[fact]) for fact in FACTS}


def _same(title: str, titles: list[str]) -> str:
    return next((each for each in titles if same_topic(each, title)), title)
