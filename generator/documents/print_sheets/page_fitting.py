"""Paper has an end: the form in which a text fits, or how much of it does not."""

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
    """Of body text, in points for a sheet, as a share of the largest for a poster."""

    pages: int
    """How many there may be."""

    words: int
    """More than so many are not tried: they would not fit."""


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
"""By kind, the best first; the last holds the most."""


@dataclass(frozen=True, slots=True)
class FitResult:
    """A paper on its pages, or by how much it is too long."""

    print: CompiledPdf | None
    """None when it does not fit."""

    excess: tuple[int, ...] = ()
    """For each part of the paper, how many words too many it has. With so many words fewer, all of it fits."""


def fit(sheet: Sheet, compiler: TypstCompiler) -> FitResult:
    """Sets a paper in the best form that holds all of it. A `TypstError` where the press cannot."""
    for form in FORMS[sheet.kind]:
        printed = _print(sheet, form, compiler)
        if printed is not None:
            return FitResult(printed)
    return FitResult(None, _excess(sheet, compiler))


def _excess(sheet: Sheet, compiler: TypstCompiler) -> tuple[int, ...]:
    """The longest parts are the ones to shorten: each is cut to one length, the greatest at which all of it fits."""
    form = FORMS[sheet.kind][-1]
    fits, too_long = 0, max(each.words for each in sheet.parts)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _print(sheet, form, compiler, middle) is not None:
            fits = middle
        else:
            too_long = middle
    return tuple(max(0, each.words - fits) for each in sheet.parts)


def _print(sheet: Sheet, form: Layout, compiler: TypstCompiler, longest: int | None = None) -> CompiledPdf | None:
    """None where it takes more pages than there may be."""
    words = sum(each.words if longest is None else min(each.words, longest) for each in sheet.parts)
    if words > form.words:
        return None
    data = {**sheet.as_data(longest), "form": {"layout": form.layout, "size": form.size}}
    printed = compiler.print(sheet.kind, data)
    return printed if printed.pages <= form.pages else None
