"""What is gone, and where it has probably gone to."""

from __future__ import annotations

import difflib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from generator.model import Located, Notice, PublishedUrls, RawRecord, Records, Redirect, Redirects, Source
from generator.permalinks import LiveAddresses, check_entries, check_missing_addresses
from generator.permalinks.live_addresses import record_by_address
from generator.permalinks.rename_suggestions import _MAX_COMPARED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SITE: Final = "https://reviews.example/"
TODAY: Final = date(2026, 5, 2)
HASHES: Final = ("a" * 64, "b" * 64)


def records(*entries: Mapping[str, object], redirects: tuple[str, ...] = ()) -> Records:
    """Published addresses as they would have been read; each finding stands at its entry's line, from 1."""
    places = [(n, 5, {"address": (n, 5, (n, 15, None))}) for n in range(1, len(entries) + 1)]
    source = Source("content/published-urls.yml", "".join(f"  - {entry}\n" for entry in entries))
    raw = RawRecord("published_urls", "", source, {}, (1, 1, {"published": (1, 1, (1, 1, places))}))
    urls = PublishedUrls.model_validate({"published": [{"since": "2026-05-01", **entry} for entry in entries]})
    led = Redirects(redirects=tuple(Redirect(old=old, new="new/") for old in redirects))
    return Records(None, None, published_urls=Located(urls, raw), redirects=Located(led, raw))


@pytest.mark.parametrize(
    ("gone", "new", "offered"),
    [
        ("reviews/wren/", ["reviews/jenny-wren/"], "reviews/jenny-wren/"),
        ("reviews/wren/", ["briefings/wren-lessons/"], "..."),
        ("reviews/wren/", ["reviews/sedge/"], "..."),
        ("reviews/wren/", [], "..."),
        (
            "documents/wren-report.pdf",
            ["documents/wrens-report.pdf", "documents/sedge.pdf"],
            "documents/wrens-report.pdf",
        ),
    ],
)
def test_an_entry_to_paste_is_offered_with_the_likeliest_new_address(gone: str, new: list[str], offered: str) -> None:
    known = records({"address": "reviews/"}, {"address": gone, "record": "case:wren"})
    (told,) = check_missing_addresses(known, LiveAddresses(frozenset({"reviews/", *new}), {}), SITE, TODAY)
    assert (told.code, told.location.line if told.location else 0) == ("A502", 2)
    assert told.hint is not None
    assert told.hint.endswith(f'below "redirects:": - {{old: {gone}, new: {offered}, since: 2026-05-02}}')


@pytest.mark.parametrize(
    ("gone", "offered"),
    [
        ("reviews/year/2022/", "reviews/"),
        ("themes/harm/neglect/", "themes/harm/child-neglect/"),
        ("about/people/", "..."),
    ],
)
def test_a_list_leads_to_the_nearest_page_above_it(gone: str, offered: str) -> None:
    standing = LiveAddresses(
        frozenset({"", "reviews/", "reviews/year/2023/", "themes/", "themes/harm/child-neglect/"}), {}
    )
    (told,) = check_missing_addresses(records({"address": gone}), standing, SITE, TODAY)
    assert f"new: {offered}, since" in (told.hint or "")


def test_what_is_led_on_is_not_gone_and_what_is_listed_twice_is_told_once() -> None:
    known = records({"address": "a/"}, {"address": "b/"}, {"address": "b/"}, redirects=(f"{SITE}a", "c/"))
    told = list(check_missing_addresses(known, LiveAddresses(frozenset({"c/"}), {}), SITE, TODAY))
    assert [(each.code, each.location.line if each.location else 0) for each in told] == [("A502", 2)]


@pytest.mark.parametrize(("status", "codes"), [("withdrawn", []), ("published", ["A502"])])
def test_an_events_calendar_file_goes_with_a_notice_that_is_withdrawn(status: str, codes: list[str]) -> None:
    notice = Notice.model_validate({"id": "moot", "title": "Moot", "kind": "event", "summary": "S", "status": status})
    raw = RawRecord("notice", "moot", Source("content/notices/moot.yml", ""), {}, (1, 1, None))
    known = records({"address": "news/moot/event.ics", "record": "notice:moot"})
    known = replace(known, notices=(Located(notice, raw),))
    assert [
        check_missing_address.code
        for check_missing_address in check_missing_addresses(known, LiveAddresses(frozenset(), {}), SITE, TODAY)
    ] == codes
    assert record_by_address(known)["news/moot/event.ics"] == "notice:moot"


def test_a_document_may_stand_again_with_another_version_and_not_with_the_same() -> None:
    first, second = (
        {"address": "documents/a.pdf", "versions": [{"sha256": each, "since": "2026-05-01"}]} for each in HASHES
    )
    assert list(check_entries(records(first, second, first))) == []
    told = list(check_entries(records(first, second, second, {"address": "documents/a.pdf"})))
    assert [(each.code, each.location.line if each.location else 0) for each in told] == [("A503", 3), ("A503", 4)]


def test_of_thousands_that_are_gone_no_more_names_are_compared_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    find = difflib.get_close_matches

    def counted(word: str, names: Sequence[str], n: int, cutoff: float) -> list[str]:
        compared.append(len(names))
        return find(word, names, n, cutoff)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    entries = [{"address": f"reviews/case-{n}/", "record": f"case:case-{n}"} for n in range(2_000)]
    known = records(*entries)
    standing = LiveAddresses(frozenset(f"reviews/kase-{n}/" for n in range(2_000)), {})
    told = list(check_missing_addresses(known, standing, SITE, TODAY))
    assert list(check_entries(known)) == []
    assert 0 < sum(compared) <= _MAX_COMPARED
    assert len(told) == 101
    assert told[-1].message == "and 1,900 more published addresses are gone"
