"""The chapter as files: Markdown, one plain HTML file that a word processor can open, and its charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.markdown import record_link_resolver, to_html
from generator.model import Library
from generator.render.jinja_environment import environment
from generator.render.year_chapter.chapter_charts import chart_of_figures, chart_of_recurring
from generator.render.year_chapter.chapter_json import chapter_data
from generator.render.year_chapter.chapter_model import Chapter, ChapterEntry
from generator.render.year_chapter.markdown import as_markdown


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart of the chapter."""

    name: str
    """The file name without the extension: `2022-23-themes`."""

    svg: str


@dataclass(frozen=True, slots=True)
class ChapterFiles:
    """Every form of a chapter except its page. Links lead to the public site."""

    markdown: str
    html: str
    charts: tuple[Charted, ...]
    data: Mapping[str, object]
    """The year, its reviews and what the law asks for, as plain data for programs."""

    differences: tuple[str, ...]
    """The differences between the annual report and the records, in plain words."""


def chapter_files(chapter: Chapter, library: Library) -> ChapterFiles:
    """Return the files of a chapter. Equal chapters give identical bytes."""
    resolve = record_link_resolver(library)
    html = (
        environment()
        .get_template("chapter.html")
        .render(
            chapter=chapter,
            language=library.partnership.language,
            site_url=library.site_url,
            partnership=library.partnership.name,
            introduction=Markup(to_html(chapter["introduction"], resolve)),  # noqa: S704 cmark leaves out all HTML
        )
    )
    return ChapterFiles(
        markdown=as_markdown(chapter, library.site_url, library.partnership.name, resolve),
        html=html,
        charts=tuple(_charts(chapter)),
        data=chapter_data(chapter, library.site_url),
        differences=tuple(_differences(chapter)),
    )


def _differences(chapter: Chapter) -> Iterator[str]:
    entries = [*chapter["reviews"], *(entry for series in chapter["series"] for entry in series["new"])]
    yield from (f"{_full_title(entry)}: {entry['note']}" for entry in entries if entry["note"])
    sentences = (chapter["missing_reviews"], *(series["missing"] for series in chapter["series"]))
    yield from (sentence for sentence in sentences if sentence)


def _full_title(entry: ChapterEntry) -> str:
    return entry["title"] if entry["what"] in entry["title"] else f"{entry['title']} ({entry['what']})"


def _charts(chapter: Chapter) -> list[Charted]:
    charts = [
        Charted(f"{chapter['id']}-{name}", chart_of_recurring(recurring, name))
        for name, recurring in (("themes", chapter["themes"]), ("harms", chapter["harms"]))
        if recurring
    ]
    return charts + [
        Charted(f"{chapter['id']}-figures-{number}", chart_of_figures(each, f"figures-{number}"))
        for number, each in enumerate(chapter["figures"], start=1)
    ]
