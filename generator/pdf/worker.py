"""Entry point of the process that opens PDFs. If a file makes it fail, the build can start another one."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from generator.system import open_answers

_DAMAGED_FILE_ERRORS: Final = frozenset({None, errno.EINVAL, errno.EOVERFLOW})
"""Pillow raises an OSError without a number if a file is not an image; a wrong offset causes the other two."""

MAX_MEMORY: Final = 1_500_000_000
"""Memory limit of the process in bytes, on systems that support one."""


def main() -> None:
    """Read requests, `{"do": ..., "path": ..., "seconds": ...}`, and answer each with plain values or a problem."""
    answers = open_answers()
    for line in sys.stdin:
        request = json.loads(line)
        _set_limits(request.pop("seconds"))
        answers.write(json.dumps(_answer(request)) + "\n")
        answers.flush()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from pypdfium2 import PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    from generator.pdf.copy_verification import CopyDiffersError
    from generator.pdf.inspection import NeedsPassword
    from generator.pdf.objects import TooManyObjects

    try:
        return _ACTIONS[request.pop("do")](**request)
    except NeedsPassword:
        return _problem("it asks for a password")
    except CopyDiffersError as error:
        return _problem(str(error))
    except (MemoryError, RecursionError, TooManyObjects) as error:
        is_permanent = not isinstance(error, MemoryError)
        return _problem("it is too complicated for PDF readers", is_permanent)
    except PdfiumError as error:
        # pypdf opens some files with the owner's password, which is empty. Readers would still need the other one.
        needs_password = error.err_code == FPDF_ERR_PASSWORD
        return _problem("it asks for a password" if needs_password else f"it is damaged ({type(error).__name__})")
    except Exception as error:  # noqa: BLE001 a library may raise any error for a damaged file
        if isinstance(error, OSError) and error.errno not in _DAMAGED_FILE_ERRORS:
            return {"os_error": [error.errno, error.strerror, error.filename and os.fsdecode(error.filename)]}
        # The message of the error may quote the file, which may be confidential.
        return _problem(f"it is damaged ({type(error).__name__})")


def _problem(problem: str, is_permanent: bool = True) -> dict[str, Any]:
    """Return the answer for a file with a problem. `is_permanent` is False if the computer may be the cause."""
    return {"problem": problem, "is_permanent": is_permanent}


def _look(path: str, texts_to: str) -> dict[str, Any]:
    from generator.pdf.accessibility import with_accessibility
    from generator.pdf.hidden_text import page_texts
    from generator.pdf.inspection import inspect_pdf, open_pdf
    from generator.system import write_cached

    # pypdf opens the file first, because its errors are more precise, and it detects a password.
    reader = open_pdf(Path(path))
    pages = list(page_texts(Path(path)))
    facts = inspect_pdf(reader, pages)
    if facts.pages != len(pages):
        return _problem(f"it is damaged (it should have {facts.pages} pages and has {len(pages)})")
    write_cached(Path(texts_to), [page.visible for page in pages])
    return {"facts": asdict(with_accessibility(facts, reader, Path(path)))}


def _draw(path: str, picture_to: str) -> dict[str, Any]:
    from generator.pdf.page_images import draw_first_page

    size = draw_first_page(Path(path), Path(picture_to))
    return {"size": size}


def _clean(path: str, clean_to: str, title: str, language: str) -> dict[str, Any]:
    from generator.pdf.sanitiser import clean

    return asdict(clean(Path(path), Path(clean_to), title, language))


def _extract_texts(path: str, texts_to: str) -> dict[str, Any]:
    from generator.system import write_cached

    extracted = [
        (place, text.encode("utf-8", "replace").decode(), data)
        for place, text, data in dict.fromkeys(_texts_in(Path(path)))
    ]
    write_cached(Path(texts_to), extracted)
    return {"count": len(extracted)}


def _texts_in(path: Path) -> Iterable[tuple[str, str, bytes]]:
    from generator.pdf.image_metadata import texts_of_image
    from generator.pdf.inspection import open_pdf
    from generator.pdf.text_extraction import extract_all_text

    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    if is_pdf:
        return extract_all_text(path, open_pdf(path))
    return ((place, text, b"") for place, text in texts_of_image(path.read_bytes()))


_ACTIONS: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "look": _look,
    "draw": _draw,
    "clean": _clean,
    "extract_texts": _extract_texts,
}


def _set_limits(seconds: float) -> None:
    """Limit the memory of the process and the CPU time of this request. The system kills a process that needs more."""
    # Windows has neither limit, and macOS refuses the first. The parent process stops a request that takes too long.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    with suppress(AttributeError, OSError):
        import signal

        signal.setitimer(signal.ITIMER_PROF, seconds + 1)
