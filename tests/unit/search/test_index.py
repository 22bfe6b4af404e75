"""The index holds what may be found, is made once, and is the same whenever it is made."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path
from stat import S_IXUSR
from typing import Final

import cbor2
import pytest

from generator.model import Asset
from generator.search import SearchablePage, SearchVocabulary, index, index_site, newest_index
from generator.search.pagefind_files import content_of
from generator.system import CHECKSUMS
from tests.unit.search.conftest import Asked, article, document, fragments, page

Site = Callable[[], list[SearchablePage]]
WORDS: Final = SearchVocabulary((("MASH", "Safeguarding hub"),), ("Hazel", "Rowan"))
REPORT: Final = document(
    "documents/hazel-report.pdf",
    "Hazel: Review report",
    [f"This is what page {number} says of the lantern." if number != 3 else " " for number in range(1, 13)],
)


def test_pages_and_the_pages_of_documents_are_indexed_with_what_their_results_show(site: Site, tmp_path: Path) -> None:
    found = index_site(site(), [REPORT], WORDS, b"", tmp_path)
    assert found.diagnostics == ()
    held = fragments(found.value)
    parts = ["documents/hazel-report.pdf", *(f"documents/hazel-report.pdf#page={first}" for first in (5, 9))]
    assert held.keys() == {"reviews/hazel/", "reviews/rowan/", "briefings/asking/", *parts}
    assert held["reviews/hazel/"]["content"] == "Hazel. Story. The tarn froze over."
    assert held["reviews/hazel/"]["filters"] == {
        "Kind": ["Review"],
        "Theme": ["Early help", "Cold, wet homes", "Money"],
    }
    for part in (held[each] for each in parts):
        assert part["meta"] == {"title": "Hazel: Review report", "kind": "Document", "read": "PDF"}
    anchors = [each["id"] for part in parts for each in held[part]["anchors"]]
    assert anchors == [f"page={number}" for number in range(1, 13) if number != 3]


def test_the_name_of_what_is_found_says_where_it_lies(site: Site, tmp_path: Path) -> None:
    odd = page("about/50% more~@/", article("More", "A page with signs in its address.", "Page"))
    files = index_site([*site(), odd, page("", article("Home", "Welcome."))], [REPORT], WORDS, b"", tmp_path).value
    names = [file.address.rpartition("/")[2] for file in files if "/fragment/" in file.address]
    assert sorted(name.rpartition("~")[0] for name in names if "~" in name) == [
        "",
        "briefings~asking",
        "reviews~hazel",
        *["reviews~hazel~@hazel-report.pdf"] * 3,
        "reviews~rowan",
    ]
    assert next(name for name in names if "~" not in name).startswith("en_")


def test_the_words_lie_in_small_files_and_none_is_lost(tmp_path: Path) -> None:
    words = [f"{first}{second}{third}{end}" for first in "bdg" for second in "aeio" for third in "lmn" for end in "dkt"]
    text = " ".join(f"{word} " * 400 for word in words)
    found = index_site([page("reviews/hazel/", article("Hazel", text))], [], WORDS, b"", tmp_path).value
    held = word_files(found)
    assert len(held) > 2
    assert {word for each in held.values() for word in each} >= set(words)
    assert [first for first, _ in held] == sorted(first for first, _ in held)
    beginnings = [beginning for each in held.values() for beginning in {word[:3] for word in each}]
    assert len(beginnings) == len(set(beginnings)), "words that begin alike lie in one file"


def test_a_common_word_does_not_lie_with_rare_ones(tmp_path: Path) -> None:
    text = f"slab sled sleepy slept slim off offend of {'sleep offer officer ' * 6_000}"
    held = word_files(index_site([page("reviews/hazel/", article("Hazel", text))], [], WORDS, b"", tmp_path).value)
    assert file_for("sleeping", held) == file_for("slee", held) == ["sleep", "sleepi"]
    assert "sleep" not in file_for("slept", held) + file_for("slim", held) + file_for("sled", held)
    assert {"off", "offic"} <= {*file_for("officer", held)}
    assert "offer" not in file_for("officer", held) + file_for("off", held) + file_for("of", held)


def test_a_typed_word_leads_to_the_file_with_its_stem(tmp_path: Path) -> None:
    text = f"cart careful caretaker babble back runner rung {'care baby carpet run ' * 6_000}"
    held = word_files(index_site([page("reviews/hazel/", article("Hazel", text))], [], WORDS, b"", tmp_path).value)
    for typed, stem in (
        ("caring", "care"),
        ("cares", "care"),
        ("baby", "babi"),
        ("babies", "babi"),
        ("running", "run"),
    ):
        assert stem in file_for(typed, held), typed


def test_the_list_of_pages_is_small(site: Site, tmp_path: Path) -> None:
    found = index_site(site(), [REPORT], WORDS, b"", tmp_path).value
    _, pages, _, filters, sorts, _ = cbor2.loads(content_of(meta_of(found)))
    assert (filters, sorts) == ([], [])
    assert all(bin(words).rstrip("0")[2:] == bin(words)[2:][:4].rstrip("0") for _, words in pages)
    assert all(re.fullmatch(r"[0-9a-z]{2}(\.\d+)?", name.rpartition("~")[2]) for name, _ in pages if "~" in name)
    assert len({name for name, _ in pages}) == len(pages)


def meta_of(files: tuple[Asset, ...]) -> Path:
    return next(Path(each.path) for each in files if each.address.endswith(".pf_meta"))


def word_files(files: tuple[Asset, ...]) -> dict[tuple[str, str], list[str]]:
    """The words of each file, by the range of typed words for which Pagefind loads it."""
    paths = {Path(each.path).stem: Path(each.path) for each in files if each.address.endswith(".pf_index")}
    listed = cbor2.loads(content_of(meta_of(files)))[2]
    assert sorted(name for _, _, name in listed) == sorted(paths)
    return {
        (first, last): [str(word[0]) for word in cbor2.loads(content_of(paths[name]))[0]]
        for first, last, name in listed
    }


def file_for(typed: str, held: dict[tuple[str, str], list[str]]) -> list[str]:
    """The words of all files that Pagefind loads for a typed word."""
    return [word for (first, last), words in held.items() if first <= typed <= last for word in words]


def test_only_what_a_browser_asks_for_is_published(site: Site, tmp_path: Path) -> None:
    files = index_site(site(), [], WORDS, b"", tmp_path).value
    names = {file.address.removeprefix("search/index/") for file in files if "/fragment/" not in file.address}
    plain = {name for name in names if "/" not in name and not name.endswith(".pf_meta")}
    assert plain == {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "words.json", "spelling.json"}
    assert {Path(each).suffix for each in names - plain} == {".pf_meta", ".pf_index"}


def test_nothing_runs_while_nothing_changes(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = index_site(site(), [REPORT], WORDS, b"", tmp_path)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nothing here"))
    assert index_site(site(), [REPORT], WORDS, b"", tmp_path) == first
    assert index_site(site(), [REPORT], SearchVocabulary(), b"", tmp_path).value == ()
    assert index_site(site()[:-1], [REPORT], WORDS, b"", tmp_path).value == ()


def test_a_page_is_made_only_when_the_index_is(tmp_path: Path) -> None:
    asked = Asked({})
    pages = [page("reviews/hazel/", article("Hazel", "The tarn."), asked)]
    for _ in range(2):
        index_site(pages, [], WORDS, b"", tmp_path)
    assert asked.times == {"reviews/hazel/": 1}


def test_the_same_pages_give_the_same_bytes_in_any_order(site: Site, tmp_path: Path) -> None:
    made = [
        {
            each.address: Path(each.path).read_bytes()
            for each in index_site(pages, [REPORT], WORDS, b"", tmp_path / name).value
        }
        for name, pages in (("one", site()), ("two", site()), ("three", site()[::-1]), ("four", site()))
    ]
    assert made[0]
    assert all(each == made[0] for each in made)


def test_an_index_with_another_text_keeps_the_files_that_are_the_same(site: Site, tmp_path: Path) -> None:
    before = {each.address: each.fingerprint for each in index_site(site(), [], WORDS, b"", tmp_path).value}
    other = [*site()[:-1], page("reviews/sorrel/", article("Sorrel", "A third name."))]
    after = {each.address: each.fingerprint for each in index_site(other, [], WORDS, b"", tmp_path).value}
    kept = {name for name, content in before.items() if after.get(name) == content}
    assert {"search/index/pagefind.js", "search/index/wasm.en.pagefind"} < kept
    assert len([each for each in kept if "/fragment/" in each]) == 3
    assert after["search/index/pagefind-entry.json"] != before["search/index/pagefind-entry.json"]


def test_the_index_that_was_used_last_is_the_one_for_a_preview(site: Site, tmp_path: Path) -> None:
    assert newest_index(tmp_path) == ()
    for pages in (site(), site()[:2], site()):
        for path in tmp_path.glob(f"search/*/{CHECKSUMS}"):
            os.utime(path, (1_000_000_000, 1_000_000_000))
        used = index_site(pages, [], WORDS, b"", tmp_path).value
        assert newest_index(tmp_path) == used


def test_a_few_old_indexes_are_kept_and_dead_workshops_removed(site: Site, tmp_path: Path) -> None:
    dead = tmp_path / "search" / "at-work-dead"
    (dead / "index").mkdir(parents=True)
    os.utime(dead, (0, 0))
    for number in range(5):
        index_site(site(), [], WORDS, bytes([number]), tmp_path)
    assert len(list((tmp_path / "search").iterdir())) == 3
    assert not dead.exists()


def test_no_thread_is_left_behind(site: Site, tmp_path: Path) -> None:
    before = threading.active_count()
    index_site(site(), [], WORDS, b"", tmp_path)
    for _ in range(600):
        if threading.active_count() <= before:
            return
        time.sleep(0.1)
    raise AssertionError("a thread is left behind")


SCRIPTS: Final = {
    "it says nothing and leaves": ("exit 3", "Pagefind ended with exit status 3"),
    "it complains and leaves": (
        "echo 'thread main panicked'; exit 101",
        "Pagefind stopped and said: thread main panicked",
    ),
    "the system ends it": ("kill -9 $$", "Pagefind was ended by the system or by another program (SIGKILL)"),
    "it speaks another language": ("printf 'bm90aGluZw==,'; exec sleep 3600", "Pagefind answered: bm90aGluZw=="),
    "it does not stop to think": ("exec sleep 3600", "Pagefind was stopped after 0.5 seconds"),
    "it closes its ears": ("exec 0<&-; exec sleep 3600", "Pagefind was stopped after 0.5 seconds"),
}
HANGING: Final = ("it does not stop to think", "it closes its ears")


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_pagefind_that_fails_or_hangs_is_a_warning(
    name: str, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, said = SCRIPTS[name]
    program = tmp_path / "pagefind.sh"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | S_IXUSR)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    monkeypatch.setattr(index, "_SECONDS_AT_MOST", 0.5 if name in HANGING else 600)
    found = index_site(site(), [], WORDS, b"", tmp_path)
    assert found.value == ()
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["S008"]
    assert found.diagnostics[0].message.startswith(f"the search index could not be made: {said}")
    assert list((tmp_path / "search").iterdir()) == []


def test_a_pagefind_of_another_form_is_a_warning(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.search import pagefind_files

    monkeypatch.setattr(pagefind_files, "_MARK", b"pagefind_two")
    found = index_site(site(), [], WORDS, b"", tmp_path)
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["S008"]
    assert found.value == ()
