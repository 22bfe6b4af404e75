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

    The results are saved in `result_cache`, also when the check is interrupted. Yields L811 to L822.
    """
    shown = collect_urls(site.folder, site.url, site.library, site.texts_of)
    known = read_results(result_cache)
    due = _due(shown, known, check_options.fresh_days, today)
    answers: dict[str, LinkResult] = {}
    kept: tuple[Diagnostic, ...] = ()
    try:
        with closing(_answers(due, check_options)) as coming:
            answers.update(coming)
    finally:
        offline = _nothing_was_reached(answers)
        fresh = (
            {} if offline else {each: answer for each, answer in answers.items() if answer.kind is not LinkStatus.LATE}
        )
        known |= {each: updated_result(known.get(each), answer, today) for each, answer in fresh.items()}
        if fresh:
            kept = _keep(result_cache, known, shown)
    waiting = [each for each in due if each not in fresh] if check_options.seconds > 0 else []
    return WithDiagnostics(
        len(fresh),
        (
            *_not_asked(waiting, offline),
            *kept,
            *_findings(shown, known, site),
            *check_exceptions(site.records, shown, known, today),
        ),
    )


def _keep(
    result_cache: Path, known: Mapping[str, CachedResult], shown: Mapping[str, UrlOccurrences]
) -> tuple[Diagnostic, ...]:
    try:
        write_results(result_cache, known, shown)
    except OSError as error:
        message = (
            f"what other sites have answered cannot be kept: {result_cache.name}: "
            f"{error.strerror or 'it cannot be written'}"
        )
        return (rule("L819").diagnostic(message, None, "name another file with --memory"),)
    return ()


def _due(
    shown: Mapping[str, UrlOccurrences], known: Mapping[str, CachedResult], fresh_days: int, today: date
) -> list[str]:
    """Return the URLs to request: first those never requested, then those requested longest ago."""
    since = today - timedelta(days=fresh_days)

    def is_fresh(address: str) -> bool:
        good = known[address].good if address in known else None
        return fresh_days > 0 and good is not None and good == known[address].asked and good > since

    due = [each for each in shown if not is_fresh(each)]
    return sorted(due, key=lambda each: (known[each].asked if each in known else date.min, each))


def _answers(due: list[str], check_options: ExternalCheckOptions) -> Generator[tuple[str, LinkResult], None, None]:
    """Yield each URL with its result; one with an https variant again once the variant has answered."""
    wanted = set(due)
    came: dict[str, tuple[UrlResult, LinkResult]] = {}
    with closing(check_urls(due, check_options)) as found:
        for each in found:
            came[each.address] = each, classify(each)
            rest = each.address.partition("://")[2]
            plain, secure = came.get(f"http://{rest}"), came.get(f"https://{rest}")
            if each.address in wanted:
                yield each.address, came[each.address][1]
            if plain is not None and secure is not None and plain[0].address in wanted:
                yield plain[0].address, prefer_https(plain[1], plain[0], secure[1])


def _nothing_was_reached(answers: Mapping[str, LinkResult]) -> bool:
    """Return True if no machine has answered: the fault is this computer's, and no link is reported."""
    hosts = {urlsplit(each).netloc for each, answer in answers.items() if not answer.reached}
    return len(hosts) >= _A_FEW_HOSTS and all(not each.reached for each in answers.values())


def _not_asked(waiting: list[str], offline: bool) -> Iterator[Diagnostic]:
    if offline:
        hint = "look whether this machine is connected to the internet, and run it again"
        yield rule("L819").diagnostic(f"none of {len(waiting):,} addresses on other sites could be reached", None, hint)
    elif waiting:
        many = len(waiting)
        addresses = "1 address on another site was" if many == 1 else f"{many:,} addresses on other sites were"
        hint = "run it again: what was not asked comes first; or give it more time with --seconds"
        yield rule("L819").diagnostic(f"{addresses} not asked in time", None, hint)


def _findings(
    shown: Mapping[str, UrlOccurrences], known: Mapping[str, CachedResult], site: BuiltSite
) -> Iterator[Diagnostic]:
    places = UrlLocations(site.records, source_locations(site.records))
    by_hand = ignored_links(site.records)
    for address, where in shown.items():
        if address in known and address not in by_hand:
            found = diagnostic_for(address, known[address], where, places)
            if found is not None:
                yield found
