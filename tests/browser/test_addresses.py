"""An address leads where Chromium says: thousands of odd ones, in one question."""

from __future__ import annotations

import random
from typing import Final
from urllib.parse import quote, unquote

from playwright.sync_api import Browser

from generator.link_checker.url_resolver import LinkTargetKind, Resolver
from tests.addresses import PAGES, PIECES, ROOT

MANY: Final = 6_000
ASK: Final = """
pairs => pairs.map(([base, written]) => {
  try {
    const url = new URL(written, base);
    return [url.protocol, url.host, url.pathname, url.hash];
  } catch {
    return null;
  }
})
"""


def test_every_address_leads_where_the_browser_says(chromium: Browser) -> None:
    chance = random.Random(5)
    pairs = [(chance.choice(PAGES), "".join(chance.choices(PIECES, k=chance.randint(0, 7)))) for _ in range(MANY)]
    page = chromium.new_page()
    said = page.evaluate(ASK, [[ROOT + quote(address), written] for address, written in pairs])
    page.close()
    resolver = Resolver(ROOT)
    wrong = []
    for (address, written), told in zip(pairs, said, strict=True):
        found = resolver.resolve(address, written)
        if told is None:
            expected = (LinkTargetKind.INVALID, "", "")
        else:
            protocol, host, path, fragment = told
            if protocol not in ("http:", "https:"):
                expected = (LinkTargetKind.NOT_WEB, "", "")
            elif host != "x.example":
                expected = (LinkTargetKind.OTHER_HOST, "", "")
            elif path != "/sub" and not path.startswith("/sub/"):
                expected = (LinkTargetKind.OUTSIDE, "", "")
            else:
                place = unquote(fragment[1:].partition(":~:")[0])
                inside = unquote(path[5:].replace("%2f", "%252F").replace("%2F", "%252F"))
                expected = (LinkTargetKind.INSIDE, inside, place)
        is_inside = found.kind is LinkTargetKind.INSIDE
        if told is not None and told[0] in ("http:", "https:") and "%" in told[1]:
            # Chromium lets a space stand in the name of a host; the standard, and other browsers, do not.
            assert found.kind is LinkTargetKind.INVALID
        elif told is None and found.address.startswith("file:"):
            # Chromium refuses some hosts of `file:` that the standard allows; both are faults here.
            continue
        elif (found.kind, found.address if is_inside else "", found.fragment) != expected:
            wrong.append((address, written, told, found))
    assert wrong == []
    assert len({each and each[0] for each in said}) > 5
