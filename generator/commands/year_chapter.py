"""The chapter on learning of an annual report, as files to include in the report."""

from __future__ import annotations

from dataclasses import dataclass

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.year_gaps import YearGap, year_gaps
from generator.diagnostics import Diagnostic, rule
from generator.languages import use_language
from generator.model import ReportYear, Year
from generator.render import ChapterFiles, build_chapter, chapter_files


@dataclass(frozen=True, slots=True)
class YearChapter:
    """The chapter of a year, and the diagnostics of the records."""

    result: CommandResult
    files: ChapterFiles | None = None
    """None if there is no such year, or if the records have errors."""

    gaps: tuple[YearGap, ...] = ()
    """What the records lack for the parts that the law asks for. Never part of the files."""

    record: str = ""
    """The file of the year's record, for what no other record says. Empty if there is none, or only a draft."""


def year_chapter(options: BuildOptions, written: str) -> YearChapter:
    """Return the chapter of a year such as `2022-23`, as of a day.

    Yields B960 for a text that is not a year, and B965 for a year that has not begun.
    """
    year = ReportYear.parse(written)
    if year is None:
        hint = "write the two years that it lies in: 2022-23"
        return _refused(rule("B960").diagnostic(f'"{written}" is not the year of an annual report', hint=hint))
    if year.first_day > options.today:
        hint = "choose a year that has begun"
        return _refused(rule("B965").diagnostic(f"{year.label} has not begun", hint=hint))
    result = validate_and_link(options)
    if result.library is None or result.failed:
        return YearChapter(result)
    record = next((each for each in result.library.years if each.year == year), None)
    with use_language(result.library.partnership.language, is_marked=False):
        files = chapter_files(build_chapter(result.library, year, record), result.library)
    listed = record.stated.reviews if record is not None and record.stated is not None else ()
    gaps = year_gaps(result.records, year, listed) if result.records is not None else ()
    return YearChapter(result, files, gaps, _file(result, record))


def _refused(found: Diagnostic) -> YearChapter:
    return YearChapter(CommandResult((found,)))


def _file(result: CommandResult, record: Year | None) -> str:
    years = result.records.years if result.records is not None else ()
    return next((year.raw.source.file for year in years if year.record is record), "")
