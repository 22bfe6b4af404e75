"""The process that opens PDFs: requests in, one answer a line out. Whatever a file does to it, the build goes on."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from generator.system import open_answers

_OF_DAMAGED_FILES: Final = frozenset({None, errno.EINVAL, errno.EOVERFLOW})
"""Pillow raises an OSError without a number for what is no picture; the others come from a wrong offset."""

MEMORY_AT_MOST: Final = 1_500_000_000
"""Bytes; the limit of the process where the system knows one."""


def main() -> None:
    """Answers requests until there are none: `{"do": ..., "path": ..., ...}` in, plain values or a fault out."""
    answers = open_answers()
    for line in sys.stdin:
        request = json.loads(line)
        _limit(request.pop("seconds"))
        answers.write(json.dumps(_answer(request)) + "\n")
        answers.flush()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from generator.pdf.copy_verification import CopyDiffersError
    from generator.pdf.inspection import NeedsPassword
    from generator.pdf.objects import TooManyObjects

    try:
        return _DO[request.pop("do")](**request)
    except NeedsPassword:
        return _fault("it asks for a password")
    except CopyDiffersError as found:
        return _fault(str(found))
    except (MemoryError, RecursionError, TooManyObjects) as error:
        is_lasting = not isinstance(error, MemoryError)
        return _fault("it is built in a way that no reader can be expected to follow", is_lasting)
    except Exception as error:  # noqa: BLE001 any other error of a library over a damaged file is the file's fault
        if isinstance(error, OSError) and error.errno not in _OF_DAMAGED_FILES:
            return {"os_error": [error.errno, error.strerror, error.filename and os.fsdecode(error.filename)]}
        # Its words may quote the file, and what is in a file is nobody's business here.
        return _fault(f"it is damaged ({type(error).__name__})")


def _fault(told: str, lasting: bool = True) -> dict[str, Any]:
    """What is wrong with a file. `lasting` is False where it may be the computer's fault."""
    return {"problem": told, "is_permanent": lasting}


def _look(path: str, texts_to: str) -> dict[str, Any]:
    from generator.pdf.inspection import inspect_pdf, open_pdf
    from generator.pdf.page_images import texts
    from generator.system import write_cached

    # The structure first: it says best what is wrong, and asks for a password in so many words.
    reader = open_pdf(Path(path))
    words = texts(Path(path))
    facts = inspect_pdf(reader, map(len, words))
    if facts.pages != len(words):
        return _fault(f"it is damaged (it says {facts.pages} pages and shows {len(words)})")
    write_cached(Path(texts_to), list(words))
    return {"facts": asdict(facts)}


def _draw(path: str, picture_to: str) -> dict[str, Any]:
    from generator.pdf.page_images import draw_first_page

    size = draw_first_page(Path(path), Path(picture_to))
    return {"size": size}


def _clean(path: str, clean_to: str, title: str, language: str) -> dict[str, Any]:
    from generator.pdf.sanitiser import clean

    return asdict(clean(Path(path), Path(clean_to), title, language))


def _say(path: str, said_to: str) -> dict[str, Any]:
    from generator.system import write_cached

    said = [
        (place, text.encode("utf-8", "replace").decode(), data)
        for place, text, data in dict.fromkeys(_said_in(Path(path)))
    ]
    write_cached(Path(said_to), said)
    return {"said": len(said)}


def _said_in(path: Path) -> Iterable[tuple[str, str, bytes]]:
    from generator.pdf.image_metadata import texts_of_image
    from generator.pdf.inspection import open_pdf
    from generator.pdf.text_extraction import extract_all_text

    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    if is_pdf:
        return extract_all_text(path, open_pdf(path))
    return ((place, text, b"") for place, text in texts_of_image(path.read_bytes()))


_DO: Final[dict[str, Callable[..., dict[str, Any]]]] = {"look": _look, "draw": _draw, "clean": _clean, "say": _say}


def _limit(seconds: float) -> None:
    """From here on, so much memory and so much work; the process ends itself when it takes more."""
    with suppress(ImportError, OSError, ValueError):
        import resource
        import signal

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, MEMORY_AT_MOST))
        signal.setitimer(signal.ITIMER_PROF, seconds + 1)
