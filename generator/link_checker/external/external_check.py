"""Checks all URLs on other sites: collects them, requests them, caches the results and reports diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.link_checker.external.client_process import ExternalCheckOptions, check_urls
from generator.link_checker.external.ignored_links import check_exceptions, ignored_links
from generator.link_checker.external.link_diagnostics import UrlLocations, diagnostic_for
from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.redirect_chain import UrlResult
from generator.link_checker.external.result_cache import CachedResult, read_results, updated_result, write_results
from generator.link_checker.external.source_locations import source_locations
from generator.link_checker.external.status_classification import classify, prefer_https
from generator.link_checker.external.url_collection import UrlOccurrences, collect_urls
from generator.model import Library, PublishedDocument, Records

_A_FEW_HOSTS: Final = 3
_SAVED_EVERY: Final = 5
"""The number of answers after which the results are saved."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built site and its sources."""

    folder: Path
    url: str
    records: Records
    library: Library | None
    """None if the records have errors: PDFs are then not included."""

    texts_of: Callable[[PublishedDocument], tuple[str, ...]]
    """Returns the text of each page of a PDF."""


def check_external_links(
    site: BuiltSite, check_options: ExternalCheckOptions, result_cache: Path, today: date
) -> WithDiagnostics[int]:
    """Check all URLs on other sites in the site and its PDFs; the value is the number requested.

    Results are saved in `result_cache` as they come, so that a check that is killed keeps them. Yields L811 to L822.
    """
    occurrences = collect_urls(site.folder, site.url, site.library, site.texts_of)
    known = read_results(result_cache)
    due = _due(occurrences, known, check_options.fresh_days, today)
    answers: dict[str, LinkResult] = {}
    save_problems: tuple[Diagnostic, ...] = ()
    before = known
    try:
        with closing(_answers(due, check_options)) as new_answers:
            for url, answer in new_answers:
                answers[url] = answer
                # If nobody has answered yet, this computer may be offline.
                if len(answers) % _SAVED_EVERY == 0 and any(each.reached for each in answers.values()):
                    _save(result_cache, _with_answers(before, _fresh(answers), today), occurrences)
    finally:
        fresh = _fresh(answers)
        known = _with_answers(before, fresh, today)
        if fresh:
            save_problems = _save(result_cache, known, occurrences)
    offline = _nothing_was_reached(answers)
    not_requested = [url for url in due if url not in fresh] if check_options.seconds > 0 else []
    return WithDiagnostics(
        len(fresh),
        (
            *_unfinished(not_requested, offline),
            *save_problems,
            *_diagnostics(occurrences, known, site),
            *check_exceptions(site.records, occurrences, known, today),
        ),
    )


def _fresh(answers: Mapping[str, LinkResult]) -> dict[str, LinkResult]:
    """Return the answers that say something about a link: none if this computer was offline."""
    if _nothing_was_reached(answers):
        return {}
    return {url: answer for url, answer in answers.items() if answer.kind is not LinkStatus.LATE}


def _with_answers(
    before: Mapping[str, CachedResult], fresh: Mapping[str, LinkResult], today: date
) -> dict[str, CachedResult]:
    return {**before, **{url: updated_result(before.get(url), answer, today) for url, answer in fresh.items()}}


def _save(
    result_cache: Path, known: Mapping[str, CachedResult], occurrences: Mapping[str, UrlOccurrences]
) -> tuple[Diagnostic, ...]:
    try:
        write_results(result_cache, known, occurrences)
    except OSError as error:
        message = (
            f"the results for other sites cannot be saved: {result_cache.name}: "
            f"{error.strerror or 'it cannot be written'}"
        )
        return (rule("L819").diagnostic(message, None, "name another file with --memory"),)
    return ()


def _due(
    occurrences: Mapping[str, UrlOccurrences], known: Mapping[str, CachedResult], fresh_days: int, today: date
) -> list[str]:
    """Return the URLs to request: first those never requested, then those requested longest ago."""
    since = today - timedelta(days=fresh_days)

    def is_fresh(address: str) -> bool:
        good = known[address].good if address in known else None
        return fresh_days > 0 and good is not None and good == known[address].asked and good > since

    due = [url for url in occurrences if not is_fresh(url)]
    return sorted(due, key=lambda url: (known[url].asked if url in known else date.min, url))


def _answers(due: list[str], check_options: ExternalCheckOptions) -> Generator[tuple[str, LinkResult], None, None]:
    """Yield each URL with its result; one with an https variant again once the variant has answered."""
    wanted = set(due)
    received: dict[str, tuple[UrlResult, LinkResult]] = {}
    with closing(check_urls(due, check_options)) as results:
        for result in results:
            received[result.address] = result, classify(result)
            rest = result.address.partition("://")[2]
            plain, secure = received.get(f"http://{rest}"), received.get(f"https://{rest}")
            if result.address in wanted:
                yield result.address, received[result.address][1]
            if plain is not None and secure is not None and plain[0].address in wanted:
                yield plain[0].address, prefer_https(plain[1], plain[0], secure[1])


def _nothing_was_reached(answers: Mapping[str, LinkResult]) -> bool:
    """Return True if no machine has answered: the fault is this computer's, and no link is reported."""
    hosts = {urlsplit(url).netloc for url, answer in answers.items() if not answer.reached}
    return len(hosts) >= _A_FEW_HOSTS and all(not answer.reached for answer in answers.values())


def _unfinished(not_requested: list[str], offline: bool) -> Iterator[Diagnostic]:
    if offline:
        hint = "check the internet connection of this computer, then run the check again"
        yield rule("L819").diagnostic(
            f"none of {len(not_requested):,} addresses on other sites could be reached", None, hint
        )
    elif not_requested:
        count = len(not_requested)
        addresses = "1 address on another site was" if count == 1 else f"{count:,} addresses on other sites were"
        hint = "run the check again, which starts with these; or give it more time with --seconds"
        yield rule("L819").diagnostic(f"{addresses} not checked in time", None, hint)


def _diagnostics(
    occurrences: Mapping[str, UrlOccurrences], known: Mapping[str, CachedResult], site: BuiltSite
) -> Iterator[Diagnostic]:
    places = UrlLocations(site.records, source_locations(site.records))
    ignored = ignored_links(site.records)
    for address, where in occurrences.items():
        if address in known and address not in ignored:
            diagnostic = diagnostic_for(address, known[address], where, places)
            if diagnostic is not None:
                yield diagnostic
