"""What a save or a command does not need is not done: counted in calls and modules, never in seconds."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.commands.build import build, prepare, validate_records
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic
from generator.model import Case, Library, Page, Records, address_of
from generator.read import find_project, open_cache
from generator.render import plan_site
from generator.render.page_html import render_page
from generator.render.views.cards import CardFactory
from generator.render.views.case import case_page
from generator.render.views.page_view import PageView
from generator.serve.snapshot import Snapshot
from tests.conftest import Site


def preview(small: Path) -> tuple[Snapshot, Library]:
    """The site as `library serve` shows it, and its library."""
    result = prepare(BuildOptions(small, date(2026, 11, 1), excluded=frozenset({"sheets", "search"})))
    site = Snapshot.of(result, None)
    assert site is not None and result.library is not None
    return site, result.library


def test_a_save_makes_the_view_of_the_page_that_is_shown_and_of_no_other_review(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(case: Case, cards: CardFactory) -> PageView:
        made.append(case.id)
        return case_page(case, cards)

    monkeypatch.setattr("generator.render.site_plan.case_page", counted)

    site, library = preview(small)

    assert made == []
    shown = library.cases[0]
    answer = site.answer(f"reviews/{shown.id}/")
    assert answer is not None and library.page_title(shown).encode() in answer.body
    assert made == [shown.id]


def test_a_save_makes_no_entry_of_a_list_and_fills_no_slot_of_a_page_that_nobody_looks_at(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(self: CardFactory, case: Case) -> Any:
        made.append(case.id)
        return make_card(self, case)

    make_card = CardFactory.case
    monkeypatch.setattr(CardFactory, "case", counted)

    site, library = preview(small)

    assert site.answer(address_of(library.notices[0], library.vocabulary)) is not None
    assert made == []
    assert site.answer("reviews/") is not None
    assert set(made) == {case.id for case in library.cases}


def test_a_save_checks_the_changed_record_and_its_briefings_only(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = find_project(small).value
    assert project is not None
    options = BuildOptions(small, date(2026, 11, 1), read_cache=open_cache(project))
    validate_records(options)
    case = small / "content/cases/rowan/case.yml"
    case.write_text(case.read_text("utf-8").replace("four years old", "five years old"), "utf-8")
    checked: set[str] = set()

    def counted(records: Records, today: date) -> Iterator[Diagnostic]:
        checked.update(each.raw.file for each in records.prose_records)
        checked.update(page.source.file for page in records.pages)
        return iter(())

    monkeypatch.setattr("generator.validate.record_findings.RULES_FOR_EACH_VALID_RECORD", (counted,))
    validate_records(options)

    assert checked == {"content/cases/rowan/case.yml", "briefings/rowan-lessons/briefing.yml"}


def test_a_title_that_is_known_before_its_page_is_the_title_of_the_page(small: Path) -> None:
    library = prepare(BuildOptions(small, date(2026, 11, 1), excluded=frozenset({"sheets", "search"}))).library

    assert library is not None
    for plan in plan_site(library, b"").plans:
        assert plan.title() == plan.compose().title, plan.address


def test_a_build_with_a_search_renders_each_page_once(full: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: Counter[str] = Counter()

    def counted(view: PageView, *inputs: Any) -> Page:
        rendered[view.address] += 1
        return render_page(view, *inputs)

    monkeypatch.setattr("generator.render.lazy_page.render_page", counted)

    built = build(BuildOptions(full.root, date(2026, 11, 1), excluded=frozenset({"sheets"})))

    assert built.output is not None and (built.output / "search" / "index").is_dir()
    assert rendered and set(rendered.values()) == {1}


def test_the_view_of_a_rendered_page_is_not_kept(small: Path) -> None:
    library = prepare(BuildOptions(small, date(2026, 11, 1), excluded=frozenset({"sheets", "search"}))).library
    assert library is not None
    plans = plan_site(library, b"").plans

    pages = [(plan.fingerprint(), plan.compose()) for plan in plans if plan.address.startswith("reviews/")]

    gc.collect()
    kept = [each for each in gc.get_objects() if isinstance(each, PageView) and each.template == "case.html"]
    assert pages and kept == []


def test_a_command_that_opens_no_pdf_does_not_import_the_libraries_for_them() -> None:
    code = "import generator.cli, sys; print(*{'pypdf', 'pypdfium2', 'PIL', 'cryptography'} & sys.modules.keys())"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout.split() == []
