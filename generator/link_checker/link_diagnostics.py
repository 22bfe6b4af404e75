"""What is wrong with the links of a site, told once for each place where somebody can mend it."""

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
"""Pages that are named; the others are counted."""

_GUESSES: Final = 200
"""Findings for which the nearest address is looked for: each looks at every page of the site."""


class Findings:
    """Turns faults into findings."""

    def __init__(
        self, judged: LinkCheckResult, known: Sequence[Address], moves: dict[Address, str], where: SourceLocator
    ) -> None:
        """`known` are the addresses that answer; `moves` those that lead on."""
        self._judged, self._known, self._moves, self._where = judged, known, moves, where
        self._guesses = _GUESSES

    def all(self) -> Iterator[Diagnostic]:
        """One finding for each fault and each place where it is written."""
        groups: dict[tuple[str, ...], list[BrokenLink]] = defaultdict(list)
        for each in self._judged.faulty:
            where_to = each.written if each.fault in (LinkIssue.FORM, LinkIssue.BESIDE) else each.address
            groups[each.fault, where_to, each.fragment if each.fault is LinkIssue.PLACE else ""].append(each)
        for group in groups.values():
            for place, shown in self._placed(group):
                yield self._finding(shown, place)

    def _placed(self, group: Sequence[BrokenLink]) -> Iterator[tuple[Location, list[BrokenLink]]]:
        """The same fault by the place where it is written. A link that is written nowhere belongs to its page."""
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
        """Where to look for a link that the files of its pages do not hold: the theme or the generator has made it."""
        of_theme = len(loose) * 2 > len(self._judged.places)
        if of_theme:
            return self._where.in_theme(loose[0]) or _on_the_site(loose[0].shown)
        return next(iter(placed), None) or self._where.anywhere(loose[0]) or self._origin(loose)

    def _origin(self, loose: Sequence[BrokenLink]) -> Location:
        """The file of the page that it should lead to, else of a page that shows it, a record's if there is one."""
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
        pages = sum(each in self._judged.places for each in addresses)
        return replace(found, related=_shown_on(addresses), pages=pages)

    def _new(self, faulty: BrokenLink) -> str:
        """Where a moved address leads; the same address with its slash, where nothing has moved."""
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
    related = [RelatedLocation("shown on", _on_the_site(each)) for each in addresses[:_SHOWN]]
    more = len(addresses) - _SHOWN
    if more > 0:
        told = f"and on {more:,} more pages, such as" if more > 1 else "shown on"
        related.append(RelatedLocation(told, _on_the_site(addresses[_SHOWN])))
    return tuple(related)


def _on_the_site(address: Address) -> Location:
    return Location(f"/{address}")
