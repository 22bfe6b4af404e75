"""Precision and recall of `library import` on the invented Word files of `tests/word_samples.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.commands.import_listing import plan_import
from generator.commands.options import BuildOptions
from generator.importing import ImportPlan, case_values, section_values
from generator.importing.names import name_key
from generator.importing.topics import same_topic
from tests.listing_accuracy import Score
from tests.word_samples import WordSample

WORD_FACTS: Final = ("kind", "title", "sections", "texts", "type", "published", "reviewer")


def measure_word(root: Path, samples: Iterable[WordSample]) -> dict[str, Score]:
    """Import each file into a site, without writing, and compare it with what is expected."""
    scores = {fact: Score() for fact in WORD_FACTS}
    with TemporaryDirectory() as folder:
        for sample in samples:
            file = Path(folder) / sample.name
            file.write_bytes(sample.data)
            plan = plan_import(BuildOptions(root, date(2026, 11, 28)), file).plan
            for fact, wanted, got in _compared(sample, plan):
                score = scores[fact]
                score.right += sum((wanted & got).values())
                score.found += sum(got.values())
                score.expected += sum(wanted.values())
                score.faults += [f"{sample.name}: missing {each}" for each in (wanted - got).elements()]
                score.faults += [f"{sample.name}: wrong {each}" for each in (got - wanted).elements()]
    return scores


def _compared(sample: WordSample, plan: ImportPlan | None) -> Iterable[tuple[str, Counter[Any], Counter[Any]]]:
    case = plan.cases[0] if plan is not None and plan.cases else None
    briefing = plan.briefings[0] if plan is not None and plan.briefings else None
    kind = "" if plan is None else "case" if briefing is None else "lessons" if briefing.case else "briefing"
    yield "kind", Counter([sample.kind]), Counter([kind] if kind else [])
    title = case.found.name if case is not None else briefing.title if briefing is not None else ""
    is_same = same_topic(title, sample.title) or name_key(title) == name_key(sample.title)
    yield "title", Counter([sample.title]), Counter([sample.title if is_same else title] if title else [])
    sections = [each["heading"] for each in section_values(briefing)] if briefing is not None else []
    yield "sections", Counter(sample.sections), Counter(sections)
    values = case_values(case) if case is not None else {}
    texts = {name: values[name] for name in ("story", "learning", "practice", "community") if name in values}
    counts = {name: 1 if isinstance(value, str) else len(value) for name, value in texts.items()}
    yield "texts", Counter(sample.texts.items()), Counter(counts.items())
    for fact in ("type", "published", "reviewer"):
        wanted, got = sample.facts.get(fact), values.get(fact)
        yield fact, Counter([wanted] if wanted else []), Counter([str(got)] if got else [])
