"""Where any address leads: as the standard library says where the two agree by design, and as Chromium says always."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.link_checker.url_resolver import LinkTargetKind, Resolver
from tests.addresses import PAGES, PIECES, ROOT

RESOLVER: Final = Resolver(ROOT)

WORDS: Final = st.text("abcXYZ019-_~", min_size=1, max_size=6)
PLAIN: Final = st.builds(
    lambda head, steps, tail, query, place: head + "/".join(steps) + tail + query + place,
    st.sampled_from(["", "/", "/sub/", ROOT, "//x.example/sub/", "https://other.example/"]),
    st.lists(st.sampled_from([".."]), max_size=4).flatmap(
        lambda climbs: st.lists(WORDS, max_size=3).map(lambda names: climbs + names)
    ),
    st.sampled_from(["", "/"]),
    st.just("") | WORDS.map("?{}".format),
    st.just("") | WORDS.map("#{}".format),
)
ODD: Final = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


@given(st.sampled_from(PAGES[:6]), PLAIN)
@settings(deadline=None)
def test_an_ordinary_address_leads_where_the_standard_library_says(page: str, written: str) -> None:
    # Where the two differ: the standard library takes an empty host for none, and leaves the dots of a whole address.
    assume(not written.startswith("//") or written.startswith("//x"))
    assume(".." not in written or not written.startswith(("//", "https:")))
    whole = urlsplit(urljoin(ROOT + page, written))
    path = whole.path or "/"
    found = RESOLVER.resolve(page, written)
    if whole.netloc != "x.example":
        assert found.kind is LinkTargetKind.OTHER_HOST
    elif not (path + "/").startswith("/sub/") or (path != "/sub" and not path.startswith("/sub/")):
        assert found.kind is LinkTargetKind.OUTSIDE
    else:
        assert (found.kind, found.address) == (LinkTargetKind.INSIDE, unquote(path[len("/sub/") :]))
        assert found.fragment == whole.fragment


@given(st.sampled_from(PAGES), ODD)
@settings(max_examples=300, deadline=None)
def test_what_was_worked_out_for_another_page_is_the_same(page: str, written: str) -> None:
    """The memory of the resolver never changes where an address leads."""
    fresh = Resolver(ROOT)
    assert RESOLVER.resolve(page, written) == fresh._resolve(page, written.strip("".join(map(chr, range(33)))))


@given(st.text(max_size=60) | st.text(max_size=3).map(lambda each: each * 40_000))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_odd(written: str) -> None:
    assert RESOLVER.resolve("a/b/", written).kind in LinkTargetKind


def test_half_a_character_leads_nowhere() -> None:
    assert RESOLVER.resolve("a/", "\udce9").kind is LinkTargetKind.INVALID
