"""Hugo, with the frames that the engine built as its templates: the same page around the same text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from generator.model import PartialDate, addresses

from .corpus import Briefing, Case, Corpus
from .peer_pages import briefing_body, case_body, fill, front_matter, when, write

_PARTS: Final = Path(__file__).parent / "hugo"
_TEMPLATES: Final = {
    # the engine's page: (Hugo's layout, the part that stands in `content`)
    "reviews/_frame/": ("reviews/page.html", "case.html"),
    "briefings/_frame/": ("briefings/page.html", "briefing.html"),
    "reviews/type/_frame/": ("types/term.html", "collection.html"),
    "reviews/year/_frame/": ("years/term.html", "collection.html"),
    "themes/_frame/": ("themes/term.html", "collection.html"),
    "themes/harm/_frame/": ("harms/term.html", "collection.html"),
    "briefings/series/_frame/": ("series/page.html", "series.html"),
}
_UNUSED: Final = ("images", "javascripts", "stylesheets")
"""Folders of Material's own files, which the library's look does not use."""

_HUBS: Final = {
    addresses.HOME: "home.html",
    addresses.REVIEWS: "reviews/section.html",
    addresses.BRIEFINGS: "briefings/section.html",
    addresses.THEMES: "themes/taxonomy.html",
}


def write_hugo(root: Path, engine_site: Path, corpus: Corpus) -> None:
    """Writes the folder of the Hugo site. `engine_site` is what the engine built of the hand-written pages."""
    root.mkdir()
    shutil.copy(_PARTS / "hugo.toml", root / "hugo.toml")
    _write_layouts(root / "layouts", engine_site)
    _write_static(root / "static", engine_site)
    for file, text in _content(corpus):
        write(root / "content" / file, text)


def _write_layouts(layouts: Path, engine_site: Path) -> None:
    for address, (layout, part) in _TEMPLATES.items():
        slots = {
            "title": "{{ .Title }}",
            "head": _part("head.html"),
            "toc": "{{ .TableOfContents }}",
            "content": _part(part),
        }
        write(layouts / layout, fill(_built(engine_site, address), slots))
    for address, layout in _HUBS.items():
        write(layouts / layout, fill(_built(engine_site, address), _lists()))


def _lists() -> Mapping[str, str]:
    """The listing slots of the hubs, as Hugo computes them."""
    reviews = '(site.GetPage "/reviews").RegularPages'
    briefings = '(site.GetPage "/briefings").RegularPages'
    return {
        "latest-cases limit=3": _part("case-list.html", f"first 3 {reviews}"),
        "latest-briefings limit=3": _part("briefing-list.html", f"first 3 {briefings}"),
        "review-finder": _part("term-list.html", "site.Taxonomies.types.Alphabetical")
        + _part("term-list.html", "site.Taxonomies.years.Alphabetical.Reverse")
        + _part("case-list.html", reviews),
        "briefing-finder": _part("briefing-list.html", briefings),
        "theme-list": _part("term-list.html", "site.Taxonomies.themes.Alphabetical"),
        "harm-list": _part("term-list.html", "site.Taxonomies.harms.Alphabetical"),
    }


def _write_static(static: Path, engine_site: Path) -> None:
    """The other hand-written pages and the library's own styles, finished: Hugo only has to copy them."""
    shutil.copytree(engine_site, static, ignore=shutil.ignore_patterns("_frame", "sitemap.xml*", *_UNUSED))
    for address in _HUBS:
        (static / addresses.output_file(address)).unlink()


def _content(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Every Markdown file: its path below content/, and its text."""
    uses: dict[str, list[str]] = {each.id: [] for each in corpus.briefings}
    for case in corpus.cases:
        yield f"reviews/{case.id}.md", _case(case)
        for each in case.briefings:
            uses[each].append(f"/reviews/{case.id}")
    for briefing in corpus.briefings:
        yield f"briefings/{briefing.id}.md", _briefing(briefing, uses[briefing.id])
    for collection in corpus.collections:
        file = f"{collection.kind}/{collection.id}"
        fields = {"title": collection.title, "url": f"/{collection.address}"}
        yield (f"{file}.md" if collection.kind == "series" else f"{file}/_index.md"), front_matter(fields)
    for kind in ("types", "years", "harms"):
        yield f"{kind}/_index.md", front_matter({"title": kind, "build": {"render": "never"}})
    yield "series/_index.md", front_matter({"title": "series", "build": {"render": "never"}})


def _case(case: Case) -> str:
    fields = {
        "title": case.name,
        "description": case.summary,
        "date": _first_day(case.published),
        "when": when(case.published),
        "types": [case.type],
        "years": [case.year],
        "harms": case.harms,
        "themes": case.themes,
        "uses": [f"/briefings/{briefing}" for briefing in case.briefings],
    }
    return front_matter(fields) + case_body(case, lambda address: f"/{address}")


def _briefing(briefing: Briefing, cases: list[str]) -> str:
    fields = {
        "title": briefing.title,
        "description": briefing.summary,
        "date": _first_day(briefing.published),
        "when": when(briefing.published),
        "themes": briefing.themes,
        "uses": cases,
    }
    return front_matter(fields) + briefing_body(briefing)


def _first_day(iso: str) -> str:
    """Hugo wants a whole day to sort by."""
    return PartialDate.parse(iso).first_day.isoformat()


def _built(engine_site: Path, address: str) -> str:
    return (engine_site / addresses.output_file(address)).read_text(encoding="utf-8")


def _part(name: str, pages: str = "") -> str:
    return (_PARTS / name).read_text(encoding="utf-8").replace("PAGES", pages)
