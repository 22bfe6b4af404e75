"""Plain MkDocs: one Markdown file a page, with every list written out beforehand."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.model import addresses

from .corpus import Briefing, Case, Collection, Corpus
from .peer_pages import briefing_body, bullets, case_body, copy_overrides, fill, front_matter, when, write

SETTINGS: Final = "peer.yml"
_SETTINGS_TEXT: Final = """INHERIT: mkdocs.yml
docs_dir: docs
site_dir: site
plugins: []
watch: []
"""
_STOCK_PAGE: Final = '{% extends "main.html" %}'
_SECTIONS: Final = {
    "types": "reviews",
    "years": "reviews",
    "themes": "themes",
    "harms": "themes",
    "series": "briefings",
}


def write_hand_written(root: Path, library: Path) -> None:
    """The settings, the theme and the hand-written pages with their frames, but no record."""
    root.mkdir()
    shutil.copy(library / "mkdocs.yml", root / "mkdocs.yml")
    write(root / SETTINGS, _SETTINGS_TEXT)
    copy_overrides(library / "overrides", root / "overrides")
    shutil.copytree(library / "content" / "pages", root / "docs")


def write_mkdocs(root: Path, library: Path, corpus: Corpus) -> None:
    """Writes the folder of the MkDocs site. `library` is the library's own folder with the same records."""
    write_hand_written(root, library)
    docs = root / "docs"
    for frame in docs.rglob("_frame.md"):
        frame.unlink()
    for address, lists in _hubs(corpus):
        hub = docs / f"{address}index.md"
        hub.write_text(fill(hub.read_text(encoding="utf-8"), lists), encoding="utf-8")
    for address, text in _record_pages(corpus):
        write(docs / f"{address}index.md", text)


def use_materials_search(root: Path) -> None:
    """Lets the engine make the index of its own search too."""
    settings = root / SETTINGS
    settings.write_text(settings.read_text(encoding="utf-8").replace("plugins: []", "plugins: [search]"))


def use_stock_material(root: Path) -> None:
    """Takes the library's look away again: what is left is Material as it comes."""
    shutil.rmtree(root / "overrides")
    for name in ("home.html", "search.html", "finder.html"):
        write(root / "overrides" / name, _STOCK_PAGE)


def _hubs(corpus: Corpus) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The hand-written pages that list records: address, and what stands in each slot."""
    home, reviews, briefings, themes = addresses.HOME, addresses.REVIEWS, addresses.BRIEFINGS, addresses.THEMES
    newest = {
        "latest-cases limit=3": _cases(home, corpus.cases[:3]),
        "latest-briefings limit=3": _briefings(home, corpus.briefings[:3]),
    }
    types, years = (_collections(reviews, corpus, kind) for kind in ("types", "years"))
    by_review = {"review-finder": "\n\n".join((types, years, _cases(reviews, corpus.cases)))}
    by_subject = {
        "theme-list": _collections(themes, corpus, "themes"),
        "harm-list": _collections(themes, corpus, "harms"),
    }
    yield home, newest
    yield reviews, by_review
    yield briefings, {"briefing-finder": _briefings(briefings, corpus.briefings)}
    yield themes, by_subject


def _record_pages(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Every page that is made from records: address and Markdown."""
    briefings = {each.id: each for each in corpus.briefings}
    titles = {(each.kind, each.id): each for each in corpus.collections}
    uses: dict[str, list[Case]] = {each: [] for each in briefings}
    for case in corpus.cases:
        yield addresses.review(case.id), _case_page(case, [briefings[each] for each in case.briefings], titles)
        for each in case.briefings:
            uses[each].append(case)
    for briefing in corpus.briefings:
        yield addresses.briefing(briefing.id), _briefing_page(briefing, uses[briefing.id], titles)
    for collection in corpus.collections:
        yield collection.address, _collection_page(collection)


Collections = Mapping[tuple[str, str], Collection]
"""By kind and id."""


def _case_page(case: Case, briefings: Sequence[Briefing], known: Collections) -> str:
    own = addresses.review(case.id)
    facts = (
        f"Type: {_linked(own, known, 'types', [case.type])}",
        f"Published: {when(case.published)}, {_linked(own, known, 'years', [case.year])}",
        f"Harms: {_linked(own, known, 'harms', case.harms)}",
        f"Themes: {_linked(own, known, 'themes', case.themes)}",
    )
    body = case_body(case, lambda address: _to(own, address))
    listed = f"## 7-minute briefings\n\n{_briefings(own, briefings)}"
    return _page("reviews", case.name, case.summary, (case.summary, bullets(facts), body, listed))


def _briefing_page(briefing: Briefing, cases: Sequence[Case], known: Collections) -> str:
    own = addresses.briefing(briefing.id)
    facts = (
        f"Published: {when(briefing.published)}",
        f"Themes: {_linked(own, known, 'themes', briefing.themes)}",
    )
    listed = f"## Reviews behind this briefing\n\n{_cases(own, cases)}"
    parts = (briefing.summary, bullets(facts), briefing_body(briefing), listed)
    return _page("briefings", briefing.title, briefing.summary, parts)


def _collection_page(collection: Collection) -> str:
    own = collection.address
    parts = [f"## Reviews\n\n{_cases(own, collection.cases)}"] if collection.cases else []
    if collection.briefings:
        parts.append(f"## Briefings\n\n{_briefings(own, collection.briefings)}")
    summary = f"All that is published here under {collection.title}."
    return _page(_SECTIONS[collection.kind], collection.title, summary, parts)


def _page(section: str, title: str, description: str, parts: Iterable[str]) -> str:
    fields = {"title": title, "description": description, "section": section}
    return f"{front_matter(fields)}\n# {title}\n\n" + "\n\n".join(parts) + "\n"


def _cases(own: str, cases: Iterable[Case]) -> str:
    return bullets(
        f"[{case.name}]({_to(own, addresses.review(case.id))}), {when(case.published)}. {case.summary}"
        for case in cases
    )


def _briefings(own: str, briefings: Iterable[Briefing]) -> str:
    return bullets(
        f"[{briefing.title}]({_to(own, addresses.briefing(briefing.id))}). {briefing.summary}" for briefing in briefings
    )


def _collections(own: str, corpus: Corpus, kind: str) -> str:
    return bullets(
        f"[{collection.title}]({_to(own, collection.address)}): {len(collection.cases) + len(collection.briefings)}"
        for collection in corpus.collections
        if collection.kind == kind
    )


def _linked(own: str, known: Collections, kind: str, ids: Iterable[str]) -> str:
    found = (known[kind, each] for each in ids)
    return ", ".join(f"[{each.title}]({_to(own, each.address)})" for each in found)


def _to(own: str, address: str) -> str:
    """The link from one page's Markdown file to another's."""
    return f"{addresses.path_to_root(own)}{address}index.md"
