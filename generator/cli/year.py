"""`library year`: write the annual report's chapter on learning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, end_unwritten, stop_for_private_terms
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.output_files import write_outputs
from generator.commands.private_terms_gate import with_private_terms_check
from generator.commands.year_chapter import YearChapter, year_chapter
from generator.render import ChapterFiles


@click.command("year")
@click.argument("year")
@root_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write the files to. Without it, the chapter is printed as Markdown.",
)
@today_option
@private_option
@private_terms_option
def year_command(
    year: str, root: Path, out: Path | None, today: date | None, private: Path | None, private_terms: Path | None
) -> None:
    """Write the annual report's chapter on learning.

    YEAR runs from April to March and is written like 2022-23. The chapter lists what was published and archived, and
    what recurs, from the records. Figures that are not in the records, and the lists of the printed report, come from
    content/years/YEAR.yml.

    With --out, the command writes the chapter as Markdown and as HTML for Word or LibreOffice, and its charts as SVG.
    It also lists the differences between the printed report and the records.
    """
    options = BuildOptions(root, day(today), private=private, private_terms=private_terms)
    chapter = year_chapter(options, year)
    if chapter.files is None:
        redacted = with_private_terms_check(options, lambda _: chapter.result)
        Output("text").print_and_exit(redacted, None, strict=True)
        return
    texts = (data.decode() for data in _encode_files(year, chapter.files).values())
    stop_for_private_terms(options, "\n".join((*texts, *chapter.files.differences)), chapter.result)
    if out is None:
        click.echo(chapter.files.markdown, nl=False)
        return
    assert chapter.result.project is not None
    _write(out, _encode_files(year, chapter.files), chapter.result.project.cache)
    _print_differences(chapter, year)


def _encode_files(year: str, files: ChapterFiles) -> dict[str, bytes]:
    texts = {f"{year}.md": files.markdown, f"{year}.html": files.html}
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
