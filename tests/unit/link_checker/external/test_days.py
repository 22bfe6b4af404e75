"""Results of earlier days, and links that an editor has checked by hand, on the day itself and the day after."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.link_checker.external.ignored_links import check_exceptions
from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.result_cache import CachedResult, read_results, updated_result, write_results
from generator.model import LinkException, LinkExceptions, Located, RawRecord, Records, Source

URL = "https://www.tarnshire.example/form"
RAW = RawRecord("link-exceptions", "link-exceptions", Source("content/link-exceptions.yml", ""), {}, (1, 1, {}))


def expired(until: str, today: date) -> list[str]:
    """Return the codes of an exception on a day."""
    exception = LinkException.model_validate(
        {"address": URL, "reason": "It wants a password.", "checked": "2026-03", "until": until}
    )
    records = Records(None, None, link_exceptions=Located(LinkExceptions(exceptions=(exception,)), RAW))
    return [finding.code for finding in check_exceptions(records, {URL}, {}, today)]


@pytest.mark.parametrize(
    ("until", "last_day"),
    [("2026-09-14", date(2026, 9, 14)), ("2026-09", date(2026, 9, 30)), ("2026", date(2026, 12, 31))],
)
def test_an_exception_counts_until_the_end_of_its_last_day(until: str, last_day: date) -> None:
    assert expired(until, last_day) == []
    assert expired(until, date.fromordinal(last_day.toordinal() + 1)) == ["L820"]


@pytest.mark.parametrize("kind", [kind for kind in LinkStatus if kind.is_bad])
def test_two_checks_on_one_day_count_as_one_failure(kind: LinkStatus) -> None:
    answer = LinkResult(kind)
    cached = updated_result(None, answer, date(2026, 11, 1))
    for _ in range(3):
        cached = updated_result(cached, answer, date(2026, 11, 1))
    assert cached.bad_days == 1
    assert not cached.bad_for_a_week
    cached = updated_result(cached, answer, date(2026, 11, 7))
    assert cached.bad_days == 2
    assert not cached.bad_for_a_week
    cached = updated_result(cached, answer, date(2026, 11, 8))
    assert cached.bad_for_a_week


def test_only_results_of_addresses_that_the_site_shows_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    results = {
        address: CachedResult(LinkResult(LinkStatus.GOOD), date(2026, 11, 1), date(2026, 11, 1))
        for address in (URL, "https://www.tarnshire.example/other")
    }
    write_results(path, results, {URL})
    assert read_results(path) == {URL: results[URL]}
