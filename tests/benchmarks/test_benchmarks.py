"""The synthetic library is what it says it is. Nothing here is timed."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml

from generator.model import Briefing, Case, Partnership, Vocabulary

from .corpus import BRIEFINGS_PER_CASE, Corpus, make_corpus
from .measure import BuildFailedError, Command, peak_bytes_of, seconds_of
from .saves import ChangeNotShownError, Preview
from .synthetic import CHECKOUT, case_file, edit_case, write_site


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(cases=30, briefings=8)


@pytest.fixture
def site(tmp_path: Path, corpus: Corpus) -> Path:
    write_site(tmp_path / "site", corpus)
    return tmp_path / "site"


def test_the_same_counts_give_the_same_records(corpus: Corpus) -> None:
    assert make_corpus(cases=30, briefings=8) == corpus
    assert make_corpus(cases=30, briefings=8, seed=1) != corpus


def test_there_are_as_many_records_as_were_asked_for(corpus: Corpus) -> None:
    assert len({case.id for case in corpus.cases}) == 30
    assert len({briefing.id for briefing in corpus.briefings}) == 8
    assert len(corpus.harms) == len(corpus.themes) == 20


def test_too_few_briefings_for_a_case_are_refused() -> None:
    with pytest.raises(ValueError, match=f"at least 1 case and {BRIEFINGS_PER_CASE} briefings"):
        make_corpus(cases=1, briefings=BRIEFINGS_PER_CASE - 1)


def test_each_part_of_a_case_has_some_120_words(corpus: Corpus) -> None:
    parts = [
        " ".join(part)
        for case in corpus.cases
        for part in ((case.story,), case.learning, case.practice, case.community)
    ]
    assert 100 <= sum(len(part.split()) for part in parts) / len(parts) <= 140


def test_every_record_has_the_shape_that_the_generator_wants(site: Path) -> None:
    cases = [Case.model_validate(_record(file)) for file in site.glob("content/cases/*/case.yml")]
    briefings = [Briefing.model_validate(_record(file)) for file in site.glob("briefings/*/briefing.yml")]
    Vocabulary.model_validate(_yaml(site / "content" / "vocabulary.yml"))
    Partnership.model_validate(_yaml(site / "content" / "partnership.yml"))
    assert (len(cases), len(briefings)) == (30, 8)


def test_the_frames_are_those_of_the_checkout(site: Path) -> None:
    def files(root: Path) -> set[Path]:
        return {
            each.relative_to(root) for folder in ("overrides", "content/pages") for each in (root / folder).rglob("*")
        }

    assert files(site) == files(CHECKOUT)
    assert "\nhooks:" not in (site / "mkdocs.yml").read_text(encoding="utf-8")


def test_an_edit_changes_one_story_and_nothing_else(site: Path, corpus: Corpus) -> None:
    case = corpus.cases[0].id
    before = _yaml(site / case_file(case))
    edit_case(site, case, "Corrected.")
    after = _yaml(site / case_file(case))
    assert after == {**before, "story": f"Corrected. {before['story']}"}


def test_memory_of_children_is_counted(tmp_path: Path) -> None:
    holds_40_mb = "held = bytearray(b'x' * 40_000_000); import time; time.sleep(0.3)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {holds_40_mb!r}])"
    peak = peak_bytes_of(_python(tmp_path, parent))
    if Path("/proc").is_dir():
        assert peak is not None
        assert 40_000_000 < peak < 200_000_000
    else:
        assert peak is None


def test_a_build_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(BuildFailedError, match="status 3:\nno such site"):
        seconds_of(_python(tmp_path, "print('no such site'); raise SystemExit(3)"))


def _python(folder: Path, code: str) -> Command:
    return Command((sys.executable, "-c", code), folder, {}, folder / "log.txt")


def _record(file: Path) -> dict[str, object]:
    return {**_yaml(file), "id": file.parent.name}


def _yaml(file: Path) -> dict[str, object]:
    """Every value as its text: the models themselves know dates and numbers."""
    read = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


def test_a_save_is_timed_until_the_page_shows_it(tmp_path: Path) -> None:
    page, template = tmp_path / "reviews" / "wren" / "index.html", tmp_path / "base.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>A page.</p>")
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        shows = Preview("good", server.server_port, {}, lambda case, marker: _append(page, marker), template)
        hides = replace(shows, name="bad", edit=lambda case, marker: None, patience=0.2)
        assert shows.seconds_of_save("wren", "Corrected.") > 0
        with pytest.raises(ChangeNotShownError, match="bad did not show Later"):
            hides.seconds_of_save("wren", "Later")
        server.shutdown()


def _append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text()}{text}")
