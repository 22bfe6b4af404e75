"""Finds the text of a page that readers cannot see: covered, white, off the page, in a hidden layer, too small.

Each page is drawn twice, with its text and without. A character that changes no pixel is one that nobody sees. This
needs no knowledge of why it cannot be seen. A character that is smaller than any print is not seen either, although
it changes a pixel. The text that a scanner adds below the picture of a page is never drawn
either: such a character counts as seen if the page shows something at its place.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from generator.model import HiddenText, HiddenTextCause
from generator.pdf.page_drawing import SEEN, changed_pixels, draw_page, make_text_invisible, remove_icons
from generator.pdf.page_images import MAX_PAGE_TEXT, MAX_TEXT

_SCALE: Final = 2.0
"""Pixels for each point of a page (1/72 inch), so that thin letters at 6 points still change a pixel clearly."""

_MAX_PIXELS: Final = 8_000_000
"""A larger page, such as a poster, is drawn at a smaller scale."""

_SCANNED: Final = 40
"""How much the pixels around a word in the text layer of a scan must differ if there is something to read."""

_MAX_SIDE: Final = 30_000
"""Pixels of the longer side of a drawn page."""

_SMALLEST_SCALE: Final = 0.25
"""A page that is so large that letters would not be seen at its scale is not examined."""

_FEWEST: Final = 2
"""Letters and digits in a row that count as hidden text. Single ones are often left over from layout."""

_FEWEST_WORDS_IN_SCAN: Final = 2
"""Words in a row at a white place of a scan that count as hidden. Recognised words are often beside their picture."""

_DARK: Final = 128
"""A box that is darker than this is a box in black or grey, as for a redaction."""

_TINY: Final = 1.5
"""Points below which a character is too small to be seen: Word and other programs offer 1 point, nobody prints it."""

_CLIPPING: Final = range(pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP, pdfium.FPDF_TEXTRENDERMODE_CLIP + 1)
"""Modes in which letters are the window through which something else is seen."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page as readers see it, and what they cannot see of it."""

    visible: str
    """On one line, without the hidden text."""

    hidden: tuple[HiddenText, ...]


@dataclass(frozen=True, slots=True)
class _Character:
    """A character that should be visible: no space, and not added by PDFium."""

    index: int
    letter: str
    box: tuple[int, int, int, int]
    """In pixels: left, top, right, bottom. Empty if it is outside the page."""

    mode: int
    """The text rendering mode (ISO 32000-2, table 104). 3 is never drawn."""

    colour: tuple[int, int, int] | None

    is_tiny: bool
    """True if it is drawn smaller than any print, whatever the size of its font."""

    @property
    def is_on_page(self) -> bool:
        left, top, right, bottom = self.box
        return right > left and bottom > top

    @property
    def is_letter(self) -> bool:
        return self.letter.isalnum()


def page_texts(path: Path) -> Iterator[PageText]:
    """Yield the text of each page. Raise an error of PDFium if it cannot open the file."""
    left = MAX_TEXT
    with closing(pypdfium2.PdfDocument(path)) as document:
        if document.get_formtype() == pdfium.FORMTYPE_ACRO_FORM:
            document.init_forms()
        for number in range(len(document)):
            if left <= 0:
                yield PageText("", ())
                continue
            with closing(document[number]) as page:
                text = _page_text(page, number + 1)
            left -= len(text.visible)
            yield text


def _page_text(page: pypdfium2.PdfPage, number: int) -> PageText:
    with closing(page.get_textpage()) as words:
        count = min(MAX_PAGE_TEXT, words.count_chars())
        if count == 0:
            return PageText("", ())
        hidden = _hidden_runs(page, words, count)
        visible = " ".join(_without(words, count, hidden).split()).replace("\ufffe", "").replace("\0", "")
    causes: dict[HiddenTextCause, int] = {}
    for run, cause in hidden:
        causes[cause] = causes.get(cause, 0) + len(run)
    return PageText(visible, tuple(HiddenText(number, cause, length) for cause, length in causes.items()))


def _without(words: Any, count: int, hidden: Sequence[tuple[list[_Character], HiddenTextCause]]) -> str:
    """Return the text of a page without these runs, with a space in place of each."""
    parts, start = [], 0
    for run, _ in hidden:
        parts.append(words.get_text_range(start, run[0].index - start) if run[0].index > start else "")
        start = run[-1].index + 1
    parts.append(words.get_text_range(start, count - start) if count > start else "")
    return " ".join(parts)


def _hidden_runs(page: pypdfium2.PdfPage, words: Any, count: int) -> list[tuple[list[_Character], HiddenTextCause]]:
    """Return each run of characters that cannot be seen, in the order of the text, with the cause."""
    remove_icons(page)
    width, height = page.get_size()
    scale = min(_SCALE, (_MAX_PIXELS / max(width * height, 1)) ** 0.5, _MAX_SIDE / max(width, height, 1))
    if scale < _SMALLEST_SCALE:
        return []
    drawn = draw_page(page, scale)
    bare = draw_page(page, scale, with_annotations=False) if pdfium.FPDFPage_GetAnnotCount(page) > 0 else None
    characters = list(_characters(page, words, count, scale, drawn.size))
    is_drawn = any(character.mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for character in characters)
    if is_drawn:
        make_text_invisible(page)
    changes = changed_pixels(drawn, draw_page(page, scale)) if is_drawn else None
    runs: list[list[_Character]] = [[]]
    for word in _words(characters):
        for character in word:
            if _is_seen(character, word, drawn, changes):
                runs.append([])
            else:
                runs[-1].append(character)
    hidden = [run for run in runs if _is_hidden_text(run, drawn)]
    if not hidden or bare is None:
        return [(run, _cause(run, drawn)) for run in hidden]
    bare_changes = changed_pixels(bare, draw_page(page, scale, with_annotations=False)) if is_drawn else None
    return [
        (run, HiddenTextCause.MARK if _is_seen(run[0], run, bare, bare_changes) else _cause(run, drawn))
        for run in hidden
    ]


def _words(characters: list[_Character]) -> Iterator[list[_Character]]:
    """Yield the words of the text, each a list of characters without a gap and of one rendering mode."""
    word: list[_Character] = []
    for character in characters:
        if word and (character.index != word[-1].index + 1 or character.mode != word[-1].mode):
            yield word
            word = []
        word.append(character)
    if word:
        yield word


def _is_seen(character: _Character, word: list[_Character], drawn: Image.Image, changes: Image.Image | None) -> bool:
    if not character.is_on_page:
        return False
    if character.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return _differs(drawn, _around(word, drawn.size))
    if character.is_tiny:
        return False
    if character.mode in _CLIPPING and _differs(drawn, character.box):
        return True
    return changes is not None and changes.crop(character.box).getbbox() is not None


def _is_hidden_text(run: list[_Character], drawn: Image.Image) -> bool:
    if sum(character.is_letter for character in run) < _FEWEST:
        return False
    if any(character.mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for character in run) or _is_dark(run, drawn):
        return True
    words = 1 + sum(one.index + 1 != other.index for one, other in pairwise(run))
    return words >= _FEWEST_WORDS_IN_SCAN and sum(character.is_letter for character in run) >= 2 * _FEWEST


def _cause(run: list[_Character], drawn: Image.Image) -> HiddenTextCause:
    first = next((character for character in run if character.is_on_page), None)
    if first is None:
        return HiddenTextCause.OUTSIDE
    if first.is_tiny:
        return HiddenTextCause.TINY
    if _is_dark(run, drawn):
        return HiddenTextCause.COVERED
    if all(character.mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for character in run):
        return HiddenTextCause.INVISIBLE
    if first.box[3] - first.box[1] <= 2 * _SCALE + 3:
        return HiddenTextCause.TINY
    if first.colour is not None and _are_close(first.colour, _middle_pixel(first, drawn)):
        return HiddenTextCause.COLOUR
    return HiddenTextCause.COVERED


def _is_dark(run: list[_Character], drawn: Image.Image) -> bool:
    """Return True if the page shows a dark box at the first of these characters that is on it."""
    first = next((character for character in run if character.is_on_page), None)
    return first is not None and sum(_middle_pixel(first, drawn)) / 3 < _DARK


def _middle_pixel(character: _Character, drawn: Image.Image) -> tuple[float, ...]:
    left, top, right, bottom = character.box
    pixel = drawn.getpixel(((left + right) // 2, (top + bottom) // 2))
    return pixel if isinstance(pixel, tuple) else ()


def _are_close(colour: tuple[int, int, int], pixel: tuple[float, ...]) -> bool:
    return all(abs(a - b) < 2 * SEEN for a, b in zip(colour, pixel, strict=False))


def _around(word: list[_Character], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the box of a word with half a line around it: recognised text is not exactly above its picture."""
    left, top = min(one.box[0] for one in word), min(one.box[1] for one in word)
    right, bottom = max(one.box[2] for one in word), max(one.box[3] for one in word)
    more = max(4, (bottom - top) // 2)
    return max(left - more, 0), max(top - more, 0), min(right + more, size[0]), min(bottom + more, size[1])


def _differs(drawn: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Return True if the page is not of one colour here."""
    values = drawn.crop(box).convert("L").histogram()
    used = [value for value, count in enumerate(values) if count]
    return bool(used) and used[-1] - used[0] > _SCANNED


def _characters(
    page: pypdfium2.PdfPage, words: Any, count: int, scale: float, size: tuple[int, int]
) -> Iterator[_Character]:
    for index in range(count):
        letter = chr(pdfium.FPDFText_GetUnicode(words, index))
        if not letter.strip() or not letter.isprintable() or pdfium.FPDFText_IsGenerated(words, index) == 1:
            continue
        text = pdfium.FPDFText_GetTextObject(words, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text) if text else pdfium.FPDF_TEXTRENDERMODE_FILL
        box = _box(page, words, index, scale, size)
        yield _Character(index, letter, box, mode, _colour(text), _is_tiny(words, index))


def _is_tiny(words: Any, index: int) -> bool:
    """Return True for a character that is drawn smaller than any print.

    The size of its font says little: a font of 1 point is often scaled by the text matrix, and a bitmap font (Type 3)
    has another scale. So the outline must be small too, and known.
    """
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(words, index, matrix):
        return False
    scale = max(math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d))
    if pdfium.FPDFText_GetFontSize(words, index) * scale >= _TINY:
        return False
    left, right, bottom, top = _outline(words, index)
    return 0 < max(right - left, top - bottom) < _TINY


def _box(
    page: pypdfium2.PdfPage, words: Any, index: int, scale: float, size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return the box of a character in pixels of the drawn page, cut off at its edges."""
    left, right, bottom, top = _outline(words, index)
    corners = [_pixel(page, x, y, scale) for x, y in ((left, bottom), (right, top))]
    (x1, x2), (y1, y2) = (sorted(values) for values in zip(*corners, strict=True))
    return max(int(x1) - 1, 0), max(int(y1) - 1, 0), min(int(x2) + 2, size[0]), min(int(y2) + 2, size[1])


def _outline(words: Any, index: int) -> tuple[float, float, float, float]:
    """Return the box of a character in points of the page: left, right, bottom, top."""
    edges = tuple(ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(words, index, *edges)
    left, right, bottom, top = (edge.value for edge in edges)
    return left, right, bottom, top


def _pixel(page: pypdfium2.PdfPage, x: float, y: float, scale: float) -> tuple[float, float]:
    """Return the pixel of a point of the page. Rotation and the crop box are taken into account."""
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    parts = 64
    pdfium.FPDF_PageToDevice(page, 0, 0, round(width * parts), round(height * parts), 0, x, y, across, down)
    return across.value / parts * scale, down.value / parts * scale


def _colour(text: Any) -> tuple[int, int, int] | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not text or not pdfium.FPDFPageObj_GetFillColor(text, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value
