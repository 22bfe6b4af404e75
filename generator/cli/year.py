"""`library year`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, root_option, today_option
from generator.cli.output import Output, end_unwritten
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.output_files import write_outputs
from generator.commands.year_chapter import YearChapter, year_chapter
from generator.render import ChapterFiles


@click.command("year")
@click.argument("year")
@root_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder for the files; without it, Markdown is shown.",
)
@today_option
@private_option
def year_command(year: str, root: Path, out: Path | None, today: date | None, private: Path | None) -> None:
    """Write the annual report's chapter on learning.

    YEAR is from April to March: 2022-23. The chapter is made from the records: what came out, what recurs, what was
    archived. Figures that no record holds, and what the printed report listed, come from content/years/YEAR.yml.

    With --out it is written as Markdown, as HTML that Word and LibreOffice open, and its charts as SVG to put in. What
    the printed report and the records say differently is told.
    """
    made = year_chapter(BuildOptions(root, day(today), private=private), year)
    if made.files is None:
        Output("text").print_and_exit(made.result, None, strict=True)
        return
    if out is None:
        click.echo(made.files.markdown, nl=False)
        return
    assert made.result.project is not None
    _write(out, _files(year, made.files), made.result.project.cache)
    _tell(made, year)


def _files(year: str, files: ChapterFiles) -> dict[str, bytes]:
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


def _tell(made: YearChapter, year: str) -> None:
    if not made.record:
        click.echo(f"library: no published content/years/{year}.yml: the chapter is from the other records alone")
    differences = made.files.differences if made.files is not None else ()
    if differences:
        click.echo(f"\nThe annual report and the records differ: {len(differences)}")
        for difference in differences:
            click.echo(f"  {difference}")
