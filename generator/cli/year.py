"""`library year`: write the annual report's chapter on learning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, end_unwritten, stop_for_private_terms
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.output_files import write_outputs
from generator.commands.private_terms_gate import with_private_terms_check
from generator.commands.year_chapter import YearChapter, year_chapter
from generator.commands.year_gaps import YearGap
from generator.render import ChapterFiles


@click.command("year")
@click.argument("year")
@root_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write the files to. Without it, the chapter is printed as Markdown.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@today_option
@private_option
@private_terms_option
def year_command(
    year: str,
    root: Path,
    out: Path | None,
    form: str,
    today: date | None,
    private: Path | None,
    private_terms: Path | None,
) -> None:
    """Write the annual report's chapter on learning.

    YEAR runs from April to March and is written like 2022-23. The chapter lists what was published and archived, and
    what recurs, from the records. It also has what the law asks for: findings, reviews that were ongoing, what was
    done, and what it was decided not to do. Figures that are not in the records, and the lists of the printed report,
    come from content/years/YEAR.yml.

    With --out, the command writes the chapter as Markdown, as HTML for Word or LibreOffice and as JSON, and its charts
    as SVG. It also lists the differences between the printed report and the records. Without --out, --format json
    prints data for programs, with what is missing.

    The command also lists what the law asks for and no record says, with the file to complete. That list is not part of
    the chapter, and may name drafts: share it only with people who may know about them.
    """
    options = BuildOptions(root, day(today), private=private, private_terms=private_terms)
    chapter = year_chapter(options, year)
    if chapter.files is None:
        redacted = with_private_terms_check(options, lambda _: chapter.result)
        Output("text").print_and_exit(redacted, None, strict=True)
        return
    data = {"version": 1, **chapter.files.data, "missing": [asdict(each) for each in chapter.gaps]}
    as_json = json.dumps(data, ensure_ascii=False, indent=1)
    texts = (encoded.decode() for encoded in _encode_files(year, chapter.files).values())
    stop_for_private_terms(options, "\n".join((*texts, *chapter.files.differences, as_json)), chapter.result)
    if form == "json" and out is None:
        click.echo(as_json)
        return
    if out is None:
        click.echo(chapter.files.markdown, nl=False)
        for line in _missing(chapter.gaps):
            click.echo(line, err=True)
        return
    assert chapter.result.project is not None
    _write(out, _encode_files(year, chapter.files), chapter.result.project.cache)
    _print_differences(chapter, year)
    for line in _missing(chapter.gaps):
        click.echo(line)


def _encode_files(year: str, files: ChapterFiles) -> dict[str, bytes]:
    data = json.dumps({"version": 1, **files.data}, ensure_ascii=False, indent=1)
    texts = {f"{year}.md": files.markdown, f"{year}.html": files.html, f"{year}.json": f"{data}\n"}
    texts |= {f"{chart.name}.svg": f"{chart.svg}\n" for chart in files.charts}
    return {name: text.encode() for name, text in texts.items()}


def _write(out: Path, files: dict[str, bytes], cache: Path) -> None:
    try:
        in_the_way = write_outputs(out, files, cache)
    except OSError as error:
        end_unwritten(out, error)
    if in_the_way:
        Output("text").print_and_exit(CommandResult(in_the_way), None, strict=True)
    for name in files:
        click.echo(f"library: {out / name}")


def _print_differences(chapter: YearChapter, year: str) -> None:
    if not chapter.record:
        click.echo(
            f"library: there is no published content/years/{year}.yml, so the chapter uses only the other records"
        )
    differences = chapter.files.differences if chapter.files is not None else ()
    if differences:
        click.echo(f"\nDifferences between the annual report and the records: {len(differences)}")
        for difference in differences:
            click.echo(f"  {difference}")


def _missing(gaps: tuple[YearGap, ...]) -> Iterator[str]:
    """Yield what no record says, under the paragraph that asks for it. Nothing if all is there."""
    if not gaps:
        return
    yield f"\nNot in the records: {len(gaps)}"
    shown = ("", "")
    for gap in gaps:
        if (gap.report, gap.paragraph) != shown:
            shown = (gap.report, gap.paragraph)
            yield f"  {gap.paragraph}"
        yield f"    {': '.join(filter(None, (gap.title, gap.what, gap.file)))}"
