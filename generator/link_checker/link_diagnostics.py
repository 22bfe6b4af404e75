"""Makes the diagnostics of a site's broken links: one for each place where an editor can correct them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean, rule
from generator.link_checker.broken_links import BrokenLink, LinkCheckResult, LinkIssue
from generator.link_checker.non_http_urls import invalid_url_reason
from generator.link_checker.source_locations import SourceLocator
from generator.model import Address

_SHOWN: Final = 3
"""Number of pages that are named; the others are counted."""

_GUESSES: Final = 200
"""Number of diagnostics for which the nearest address is looked for: each compares every page of the site."""


class Findings:
    """Turns broken links into diagnostics."""

    def __init__(
        self, judged: LinkCheckResult, known: Sequence[Address], moves: dict[Address, str], where: SourceLocator
    ) -> None:
        """`known` are the addresses that answer; `moves` are the redirected ones, with their targets."""
        self._judged, self._known, self._moves, self._where = judged, known, moves, where
        self._guesses = _GUESSES

    def all(self) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each issue and each place where it is written."""
        groups: dict[tuple[str, ...], list[BrokenLink]] = defaultdict(list)
        for each in self._judged.faulty:
            where_to = each.written if each.fault in (LinkIssue.FORM, LinkIssue.BESIDE) else each.address
            groups[each.fault, where_to, each.fragment if each.fault is LinkIssue.PLACE else ""].append(each)
        for group in groups.values():
            for place, shown in self._placed(group):
                yield self._finding(shown, place)

    def _placed(self, group: Sequence[BrokenLink]) -> Iterator[tuple[Location, list[BrokenLink]]]:
        """Yield the broken links of a group by the place where they are written, or by a fallback place."""
        placed: dict[Location, list[BrokenLink]] = defaultdict(list)
        loose = []
        for each in group:
            place = self._where.on_its_page(each)
            if place is None:
                loose.append(each)
            else:
                placed[place].append(each)
        if loose:
            placed[self._place_of(loose, placed)] += loose
        yield from placed.items()

    def _place_of(self, loose: Sequence[BrokenLink], placed: Iterable[Location]) -> Location:
        """Return the place to report for links that are not in their pages' files: the theme or generator made them."""
        of_theme = len(loose) * 2 > len(self._judged.places)
        if of_theme:
            return self._where.in_theme(loose[0]) or _on_the_site(loose[0].shown)
        return next(iter(placed), None) or self._where.anywhere(loose[0]) or self._origin(loose)

    def _origin(self, loose: Sequence[BrokenLink]) -> Location:
        """Return the file of the page that is missing, or of a page that shows the link, preferably a record's."""
        led_to = [loose[0].address] if loose[0].fault is LinkIssue.MISSING else []
        of_records = [each.shown for each in loose if self._where.of_record(each.shown)]
        for address in (*led_to, *of_records, *(each.shown for each in loose)):
            place = self._where.origin(address)
            if place is not None:
                return place
        return _on_the_site(loose[0].shown)

    def _finding(self, shown: Sequence[BrokenLink], place: Location) -> Diagnostic:
        first = shown[0]
        link = f'the link "{first.written}"'
        match first.fault:
            case LinkIssue.MISSING:
                near = self._near(first.address, self._known)
                found = rule("L801").diagnostic(f"{link} leads to no page or file", place, near)
            case LinkIssue.BESIDE:
                hint = "write an address that does not begin with a slash"
                found = rule("L801").diagnostic(
                    f"{link} leads out of the folder that this site is published below", place, hint
                )
            case LinkIssue.PLACE:
                near = self._near(first.fragment, self._judged.places.get(first.address, frozenset()))
                found = rule("L802").diagnostic(
                    f'{link} leads to a place "#{first.fragment}" that its page does not have', place, near
                )
            case LinkIssue.MOVED:
                hint = f'write "{self._new(first)}"'
                found = rule("L803").diagnostic(f"{link} reaches its page only by way of another address", place, hint)
            case LinkIssue.FORM:
                wrong, hint = invalid_url_reason(first.written, first.use) or (
                    "is no address that a browser understands",
                    "copy the address from the browser's address bar",
                )
                found = rule("L806").diagnostic(f"{link} {wrong}", place, hint)
            case LinkIssue.HTTP:
                hint = f'write "https{first.written[4:]}"'
                found = rule("L807").diagnostic(f"{link} asks this site by http, and it answers by https", place, hint)
        addresses = list(dict.fromkeys(each.shown for each in shown))
        pages = sum(address in self._judged.places for address in addresses)
        return replace(found, related=_shown_on(addresses), pages=pages)

    def _new(self, faulty: BrokenLink) -> str:
        """Return the new address of a redirected one; the address with a slash at its end if there is no redirect."""
        new = self._judged.sent_on.get(faulty.address) or self._moves.get(faulty.address)
        new = faulty.address + "/" if new is None else new
        in_full = faulty.written.lower().startswith(("http:", "https:")) and "://" not in new
        return self._where.site_url + new if in_full else new

    def _near(self, word: str, known: Iterable[str]) -> str | None:
        if self._guesses <= 0:
            return None
        self._guesses -= 1
        return did_you_mean(word, known)


def _shown_on(addresses: Sequence[Address]) -> tuple[RelatedLocation, ...]:
    related = [RelatedLocation("shown on", _on_the_site(address)) for address in addresses[:_SHOWN]]
    more = len(addresses) - _SHOWN
    if more > 0:
        told = f"and on {more:,} more pages, such as" if more > 1 else "shown on"
        related.append(RelatedLocation(told, _on_the_site(addresses[_SHOWN])))
    return tuple(related)


def _on_the_site(address: Address) -> Location:
    return Location(f"/{address}")
