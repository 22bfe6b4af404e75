"""Finds the layout in which a text fits its paper, or counts the words that do not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.documents.print_sheets.sheet_model import Sheet
from generator.documents.print_sheets.typst_compiler import CompiledPdf, TypstCompiler


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to lay out a paper."""

    layout: str
    size: float
    """The size of body text: in points for a sheet, as a fraction of the largest size for a poster."""

    pages: int
    """The maximum number of pages."""

    words: int
    """The maximum number of words. Longer texts are not tried, because they would not fit."""


_MOST_WORDS: Final = 3000

FORMS: Final = {
    "sheet": (
        Layout("one-page", 11, 1, 350),
        Layout("one-page", 10.5, 1, 400),
        Layout("front-and-back", 12, 2, 460),
        Layout("front-and-back", 11, 2, 580),
        Layout("two-sides", 11, 2, 1000),
        Layout("two-sides", 10, 2, 1200),
        Layout("columns", 10, 2, _MOST_WORDS),
    ),
    "poster": tuple(Layout("poster", size, 1, _MOST_WORDS) for size in (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6)),
}
"""Kind of paper to its layouts: the best is first, and the last fits the most text."""


@dataclass(frozen=True, slots=True)
class FitResult:
    """A finished paper, or the number of words that do not fit."""

    print: CompiledPdf | None
    """The finished paper; None if it does not fit."""

    excess: tuple[int, ...] = ()
    """The number of excess words in each part of the paper. Without them, the whole paper fits."""


def fit(sheet: Sheet, compiler: TypstCompiler) -> FitResult:
    """Set a paper in the best layout that fits all of its text. Raises a `TypstError` if Typst cannot set it."""
    for form in FORMS[sheet.kind]:
        printed = _print(sheet, form, compiler)
        if printed is not None:
            return FitResult(printed)
    return FitResult(None, _excess(sheet, compiler))


def _excess(sheet: Sheet, compiler: TypstCompiler) -> tuple[int, ...]:
    """Return the number of excess words in each part.

    Only the longest parts are to be shortened: each is cut to one length, the greatest at which the whole paper fits.
    """
    form = FORMS[sheet.kind][-1]
    fits, too_long = 0, max(part.words for part in sheet.parts)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _print(sheet, form, compiler, middle) is not None:
            fits = middle
        else:
            too_long = middle
    return tuple(max(0, part.words - fits) for part in sheet.parts)


def _print(sheet: Sheet, form: Layout, compiler: TypstCompiler, longest: int | None = None) -> CompiledPdf | None:
    """Set a paper in one layout. Return None if it has too many words or takes more pages than the layout allows."""
    words = sum(part.words if longest is None else min(part.words, longest) for part in sheet.parts)
    if words > form.words:
        return None
    data = {**sheet.as_data(longest), "form": {"layout": form.layout, "size": form.size}}
    printed = compiler.print(sheet.kind, data)
    return printed if printed.pages <= form.pages else None
