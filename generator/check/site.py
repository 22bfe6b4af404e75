"""Every link of a built site, in one pass over its pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.check.links import links_of, target
from generator.diagnostics import Diagnostic, Location, Outcome, Related, did_you_mean, rule
from generator.model.addresses import NOT_FOUND


def check_site(site: Path, site_url: str, origins: Mapping[str, str]) -> Outcome[int]:
    """Checks the links of every page of a folder; the value is how many links were looked at.

    `origins` tells the source file of a page's address, so that a finding points at what an editor can change.
    """
    files = {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}
    anchors: dict[str, set[str]] = {}
    wanted: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    count = 0
    for name in sorted(each for each in files if each.endswith(".html")):
        page = LexborHTMLParser((site / name).read_bytes())
        anchors[name] = {node.attributes.get("id") or "" for node in page.css("[id]")}
        address = name.removesuffix("index.html")
        for link in links_of(page):
            count += 1
            # What is not found may be served at any address; its own links start at the root.
            led_to = target("" if name == NOT_FOUND else address, link.written, site_url)
            if led_to is not None:
                wanted[led_to].append((address, link.written))
    findings = [
        _broken(led_to[0], shown, origins, files) for led_to, shown in wanted.items() if _file(led_to[0], files) is None
    ]
    for (address, anchor), shown in wanted.items():
        name_or_none = _file(address, files)
        if anchor and name_or_none in anchors and anchor not in anchors[name_or_none]:
            findings.append(_no_anchor(anchor, shown, origins, anchors[name_or_none]))
    return Outcome(count, tuple(findings))


def _file(address: str, files: set[str]) -> str | None:
    """The file that answers to an address; None when none does."""
    if (address == "" or address.endswith("/")) and address + "index.html" in files:
        return address + "index.html"
    return address if address in files else None


def _broken(address: str, shown: list[tuple[str, str]], origins: Mapping[str, str], files: set[str]) -> Diagnostic:
    known = [each.removesuffix("index.html") for each in files]
    message = f'the link "{shown[0][1]}" leads to no page or file'
    return rule("L801").found(
        message, _location(shown[0][0], origins), did_you_mean(address.strip("\0"), known), _also(shown, origins)
    )


def _no_anchor(anchor: str, shown: list[tuple[str, str]], origins: Mapping[str, str], known: set[str]) -> Diagnostic:
    message = f'the link "{shown[0][1]}" leads to a place "#{anchor}" that its page does not have'
    return rule("L802").found(
        message, _location(shown[0][0], origins), did_you_mean(anchor, known), _also(shown, origins)
    )


def _location(address: str, origins: Mapping[str, str]) -> Location:
    return Location(origins.get(address, f"/{address}"))


def _also(shown: list[tuple[str, str]], origins: Mapping[str, str], most: int = 3) -> tuple[Related, ...]:
    others = list(dict.fromkeys(address for address, _ in shown))[1:]
    places = [Related("also shown here", _location(each, origins)) for each in others[:most]]
    if len(others) > most:
        places.append(Related(f"and on {len(others) - most} more pages", _location(others[most], origins)))
    return tuple(places)
