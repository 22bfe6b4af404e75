"""A process that goes on, as a preview does, checks only what has changed, and finds the same as a new process."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

import pytest

from generator.commands.build import validate_records
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic
from generator.diagnostics.catalogue import CATALOGUE
from generator.model import Records
from generator.read import find_project, open_cache
from generator.validate import record_findings, record_validation
from tests import pdfs
from tests.unit.diagnostics.conftest import lay, sample_folder
from tests.unit.validate.conftest import TODAY

FULL: Final = Path(__file__).parents[2] / "sites" / "valid" / "full"
CASE: Final = "content/cases/rowan/case.yml"
BRIEFING: Final = "briefings/rowan-lessons/briefing.yml"
PARTNERSHIP: Final = "content/partnership.yml"
STEPS: Final = 60

Edit = Callable[[str, random.Random], str]


def _say(words: str) -> Edit:
    return lambda text, chance: re.sub(r"(?m)^((?:story|body|welcome): \|)\n", rf"\1\n  {words}\n", text, count=1)


def _without(*fields: str) -> Edit:
    blocks = re.compile(rf"(?m)^(?:{'|'.join(fields)}):.*\n(?:[ -].*\n)*")
    return lambda text, chance: blocks.sub("", text)


def _set(field: str, value: str) -> Edit:
    return lambda text, chance: f"{_without(field)(text, chance).rstrip()}\n{field}: {value}\n"


def _comment(text: str, chance: random.Random) -> str:
    return f"{text}# TODO: look at this again\n"


def _without_a_line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def _as_written(text: str, chance: random.Random) -> str:
    return text


def _of_another_case(text: str, chance: random.Random) -> str:
    return re.sub(r"(?m)^case: .*$", f"case: {chance.choice(('bramble', 'wren', 'heron', 'nobody'))}", text)


EDITS: Final[tuple[Edit, ...]] = (
    _as_written,
    _as_written,
    _without_a_line,
    _without_a_line,
    _of_another_case,
    _say("Somebody wrote down 01632 960999 about a suicide. It was called a lifestyle choice. TODO"),
    _say("See [the page](briefing:nowhere) and <b>this</b>."),
    _say("![](picture.png) Это было давно."),
    _set("content_note", "[suicide, phisical-abuse]"),
    _set("status", "nonsense"),
    _set("status", "draft"),
    _set("status", "withdrawn"),
    _set("themes", "[no-such-theme, no-such-theme]"),
    _set("harms", "[]"),
    _set("accepted_findings", "[{rule: P642, text: lifestyle choice, reason: It is invented., date: 2026-11}]"),
    _set("published", "2031-02"),
    _set("summary", '"Ещё attempted suicide: TODO"'),
    _set("summary_source", "title"),
    _set("type", "[sar, no-such-type]"),
    _set("id", "another-id"),
    _set("website", "https://tarnshire.example"),
    _set("language", "cy"),
    _without("website"),
    _without("story", "learning", "practice", "community"),
    _comment,
)


def _fresh(monkeypatch: pytest.MonkeyPatch, options: BuildOptions) -> tuple[Diagnostic, ...]:
    """The findings of a process that has checked nothing before."""
    with monkeypatch.context() as patch:
        patch.setattr(record_findings, "_FINDINGS", WeakKeyDictionary())
        return validate_records(options).diagnostics


def test_after_any_edits_the_findings_are_those_of_a_new_process_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "site"
    shutil.copytree(FULL, root, ignore=shutil.ignore_patterns(".cache", "site"))
    project = find_project(root).value
    assert project is not None
    long_lived = open_cache(project)
    chance = random.Random(7)
    texts = {path: path.read_text("utf-8") for pattern in ("*.yml", "*.md") for path in root.rglob(pattern)}
    records = sorted(path for path in texts if path.name != "mkdocs.yml" and path.suffix == ".yml")
    singles = [path for path in records if path.parent.name == "content"]
    pages = sorted(path for path in texts if path.suffix == ".md")
    documents = {path: path.read_bytes() for path in sorted(root.rglob("*.pdf"))}
    second = root / "content/cases/a-second-bramble"
    today, seen = TODAY, set()
    for step in range(STEPS):
        for kind in chance.choices(("record", "single", "page", "document", "date", "folder"), (9, 3, 1, 3, 1, 1), k=2):
            if kind in ("record", "single", "page"):
                path = chance.choice({"record": records, "single": singles, "page": pages}[kind])
                path.write_text(chance.choice(EDITS)(texts[path], chance), "utf-8")
            elif kind == "document":
                path = chance.choice(list(documents))
                faulty = pdfs.FAULTY[chance.choice(sorted(pdfs.FAULTY))]
                path.unlink(missing_ok=True)
                if (made := chance.choice((documents[path], faulty(), None))) is not None:
                    path.write_bytes(made)
            elif kind == "date":
                today = TODAY + timedelta(days=chance.randrange(-400, 400))
            elif second.exists():
                shutil.rmtree(second)
            else:
                shutil.copytree(root / "content/cases/bramble", second)
        found = validate_records(BuildOptions(root, today, read_cache=long_lived)).diagnostics
        assert found == _fresh(monkeypatch, BuildOptions(root, today)), step
        seen |= {each.code for each in found}
    assert len(seen) > 25, "the edits have led to few different findings"


@pytest.mark.parametrize(
    ("before", "changed", "code"),
    [
        (
            {
                CASE: ("Rowan was often hungry.", "Rowan was often hungry. Somebody died by suicide."),
                BRIEFING: ("case: rowan\n", "case: rowan\ncontent_note: [suicide]\n"),
            },
            (CASE, "Somebody died by suicide.", ""),
            "P647",
        ),
        (
            {
                CASE: ("availability: on-request", "availability: elsewhere"),
                PARTNERSHIP: ("\nname:", "\nwebsite: https://ashdale.example\nname:"),
            },
            (PARTNERSHIP, "website: https://ashdale.example\n", ""),
            "D477",
        ),
    ],
)
def test_a_record_is_checked_again_when_another_file_changes_by_which_it_is_judged(
    before: dict[str, tuple[str, str]], changed: tuple[str, str, str], code: str, tmp_path: Path
) -> None:
    root = lay(tmp_path / "site")
    for file, (old, new) in before.items():
        _replace(root / file, old, new)
    project = find_project(root).value
    assert project is not None
    options = BuildOptions(root, TODAY, read_cache=open_cache(project))
    assert code not in {each.code for each in validate_records(options).diagnostics}
    _replace(root / changed[0], *changed[1:])
    assert code in {each.code for each in validate_records(options).diagnostics}


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("code", [code for code in CATALOGUE if code[0] in "CDLPRTV"])
def test_what_is_found_in_a_record_does_not_depend_on_which_others_are_checked_with_it(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[Records, Records, date]] = []

    def take(*records: Records | date) -> tuple[Diagnostic, ...]:
        given.append(records)  # type: ignore[arg-type]
        return ()

    monkeypatch.setattr(record_validation, "find_in_each_record", take)
    validate_records(BuildOptions(lay(tmp_path / "site", sample_folder(code)), TODAY))
    for partial, valid, today in given:
        everything = sorted(map(repr, record_findings._check(partial, valid, today)))
        monkeypatch.setattr(record_findings, "_FINDINGS", WeakKeyDictionary())
        assert sorted(map(repr, record_findings.find_in_each_record(partial, valid, today))) == everything
        for subject in list(record_findings._FINDINGS):
            del record_findings._FINDINGS[subject]
            assert sorted(map(repr, record_findings.find_in_each_record(partial, valid, today))) == everything
