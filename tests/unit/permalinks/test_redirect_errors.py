"""Any set of redirects: loops and chains are told exactly where there are some, and every server is told the same."""

from __future__ import annotations

from collections import Counter
from typing import Final
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from generator.model import Located, RawRecord, Records, Redirect, Redirects, Source, to_server_redirect
from generator.permalinks import LiveAddresses, check_redirect_ends, check_redirects
from generator.publish import make_redirect_files
from tests.server_redirects import READERS

SITE: Final = "https://reviews.example/library/"
OLD_SITE: Final = "www.old.example"


def records(*pairs: tuple[str, str]) -> Records:
    """Redirects as they would have been read; each finding stands at its entry's line, from 1."""
    places = [(n, 1, {"old": (n, 1, (n, 1, None)), "new": (n, 1, (n, 1, None))}) for n in range(1, len(pairs) + 1)]
    source = Source("content/redirects.yml", "".join(f"{old} {new}\n" for old, new in pairs))
    raw = RawRecord("redirects", "redirects", source, {}, (1, 1, {"redirects": (1, 1, (1, 1, places))}))
    entries = tuple(Redirect.model_validate({"old": old, "new": new}) for old, new in pairs)
    return Records(None, None, redirects=Located(Redirects(redirects=entries), raw))


def found(*pairs: tuple[str, str]) -> list[tuple[str, int]]:
    """Code and number of the entry, from 0, of each finding."""
    told = check_redirects(records(*pairs), SITE)
    return [(each.code, (each.location.line or 0) - 1) for each in told if each.location is not None]


NAMES: Final = [f"{letter}/" for letter in "abcdef"]
SPELT: Final = {
    "a/": ["a/", "a", "a/index.html", SITE + "a/", "http" + SITE[5:] + "a", "%61/"],
    "b/": ["b/", "b#there", "b/?x=1"],
}


def simple_walk(edges: dict[str, str], start: str) -> tuple[str, int, bool]:
    """The end of the way, its length, and whether it comes back to where it began."""
    here, steps = edges[start], 1
    while here in edges and here != start and steps <= len(edges):
        here, steps = edges[here], steps + 1
    return here, steps, here == start


@given(
    some.lists(some.tuples(some.sampled_from(NAMES), some.sampled_from([*NAMES, "g/", "h/"])), max_size=12), some.data()
)
def test_loops_chains_and_doubles_are_told_exactly_where_there_are_some(
    pairs: list[tuple[str, str]], data: some.DataObject
) -> None:
    written = [
        (
            data.draw(
                some.sampled_from([each for each in SPELT.get(old, [old]) if "#" not in each and "?" not in each])
            ),
            data.draw(some.sampled_from(SPELT.get(new, [new]))),
        )
        for old, new in pairs
    ]
    told = found(*written)
    edges: dict[str, str] = {}
    number: dict[str, int] = {}
    doubles = []
    for n, (old, new) in enumerate(pairs):
        if old in edges:
            doubles.append(n)
        else:
            edges[old], number[old] = new, n
    assert sorted(n for code, n in told if code == "A509") == doubles
    on_a_loop = {old for old in edges if simple_walk(edges, old)[2]}
    loops = {frozenset(_loop(edges, old)) for old in on_a_loop}
    assert Counter(code for code, _ in told)["A505"] == len(loops)
    assert {n for code, n in told if code == "A505"} == {min(number[old] for old in loop) for loop in loops}
    chains = {number[old] for old in edges if (walk := simple_walk(edges, old))[1] > 1 and walk[0] not in edges}
    assert {n for code, n in told if code == "A506"} == chains
    assert not [code for code, _ in told if code == "A510"]


def _loop(edges: dict[str, str], start: str) -> list[str]:
    way = [start]
    while edges[way[-1]] != start:
        way.append(edges[way[-1]])
    return way


def test_the_hint_of_a_chain_is_the_address_at_its_end() -> None:
    told = list(check_redirects(records(("a/", "b"), ("b/", SITE + "c/"), ("c/", "d/#x")), SITE))
    assert [each.hint for each in told] == ['write "new: d/#x"'] * 2


WORDS: Final = some.text(some.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
TAME: Final = some.text("ab.-_~é %$&'()+,;=@!", min_size=1, max_size=60)


def _entry(address: str) -> bool:
    return not any(each.isspace() for each in address) and not address.startswith("/")


OLDS: Final = some.one_of(
    WORDS,
    TAME.map(quote),
    WORDS.map(lambda word: f"https://{word}"),
    TAME.map(lambda word: f"http://{OLD_SITE}/{quote(word)}"),
)
NEWS: Final = some.one_of(
    WORDS, TAME.map(quote), TAME.map(lambda word: f"https://other.example/{quote(word)}?a={quote(word)}#$x")
)


@given(some.lists(some.tuples(OLDS.filter(_entry), NEWS.filter(_entry)), max_size=6))
@example([("https://reviews.example/x.pdf", "a/"), (f"http://{OLD_SITE}/x.pdf", "b/")])
def test_any_entry_is_a_finding_or_is_told_to_every_server_alike(pairs: list[tuple[str, str]]) -> None:
    faulty = {n for code, n in found(*pairs) if code == "A510"}
    list(check_redirect_ends(records(*pairs), LiveAddresses(frozenset({"a/", ""}), {}), SITE))
    entries = [Redirect(old=old, new=new) for n, (old, new) in enumerate(pairs) if n not in faulty]
    told = [to_server_redirect(entry, SITE) for entry in entries]
    expected: dict[tuple[str | None, str], str] = {}
    for each in told:
        expected.setdefault((each.host, each.path), each.to)
        assert each.page is None or ".." not in each.page.split("/")
        assert each.page is None or (not each.page.startswith("/") and each.host is None)
    files = {redirect_file.address: redirect_file.make().decode() for redirect_file in make_redirect_files(told)}
    for name, text in files.items():
        where = READERS[name](text)
        for (host, path), to in expected.items():
            if host is None:
                assert where("any.example", path) == to, name
            elif name != "_redirects":
                assert where(host, path) == to, name
        assert where("any.example", "/nothing/of/the/kind") is None


@pytest.mark.parametrize(
    "old",
    [
        "../x/", "a/../../x/", "a/%2e%2e/x/", "./x/", "a//b/", "%2Fetc/", "a.html/b/", "x" * 201 + "/",
        "a%0Ab/", "a%22b/", "a%5Cb/", "a*/", "a:b/", "a%FFb/", "a?b", "a#b", "C:/x/", "a%00/",
        "https://", "https://[", "https://a%20b.example/", "https://münchen.example/", "https://user@old.example/",
        "https://old.example:8080/x", "https://old.example/x%0Ay",
    ],
)  # fmt: skip
def test_an_old_address_of_which_no_page_and_no_server_could_be_told_is_refused(old: str) -> None:
    assert found((old, "b/")) == [("A510", 0)]


@pytest.mark.parametrize("new", ["https://", "https://[::1", "http://a%20b/", "https://exa_mple.example/"])
def test_a_new_address_without_a_host_is_refused(new: str) -> None:
    assert found(("a/", new)) == [("A510", 0)]


@pytest.mark.parametrize(
    ("old", "standing", "taken"),
    [
        ("reviews/grace", "reviews/grace/", True),
        ("Reviews/Grace/", "reviews/grace/", True),
        (SITE, "", True),
        ("feed.xml/old/", "feed.xml", True),
        ("reviews/grace/old/", "reviews/grace/", False),
        ("https://council.example/reviews/grace/", "reviews/grace/", False),
        ("reviews/", "reviews/grace/", False),
    ],
)
def test_nothing_that_exists_is_hidden(old: str, standing: str, taken: bool) -> None:
    told = check_redirect_ends(records((old, "b/")), LiveAddresses(frozenset({standing, "b/"}), {}), SITE)
    assert [each.code for each in told] == ["A508"] * taken


@pytest.mark.parametrize(
    "new", ["javascript:alert(1)", "mailto:a@b.example", "www.elsewhere.example/", "reviews/nobody/"]
)
def test_what_is_no_address_of_this_site_leads_to_nothing(new: str) -> None:
    told = check_redirect_ends(records(("a/", new)), LiveAddresses(frozenset({"b/"}), {}), SITE)
    assert [each.code for each in told] == ["A507"]
