"""Recall and precision of the guard on its corpus, and its time beside grep's on the same site; prints Markdown.

`python -m tests.benchmarks.private_terms` from the checkout. A slow day is no failure: the status is 0 all the same.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.commands.build import build
from generator.commands.options import BuildOptions
from generator.private_terms import PrivateTermScanner
from generator.private_terms.matcher import TermMatcher
from generator.private_terms.pdf_image_text import PdfImageExtractor
from generator.private_terms.scan import ScanState, scan_file
from generator.private_terms.terms import Term, TermKind, read_terms
from generator.system import gc_disabled
from tests.name_variants import TERMS, Planted, innocent, planted

from .builders import MissingProgramError
from .corpus import make_corpus
from .synthetic import BRIEFINGS, CASES, write_site

MANY: Final = 5_000
NOTHING_FOUND: Final = 1
"""What grep says where no line has a term."""

TODAY: Final = date(2026, 12, 31)
_PARTS: Final = [
    "ba",
    "be",
    "bi",
    "bo",
    "bra",
    "dre",
    "fi",
    "fla",
    "go",
    "gri",
    "ha",
    "hu",
    "jo",
    "ka",
    "kle",
    "la",
    "lo",
    "ma",
    "mi",
    "mo",
    "na",
    "no",
    "pe",
    "pra",
    "qui",
    "ra",
    "ro",
    "sa",
    "sha",
    "ta",
    "te",
    "tri",
    "va",
    "vo",
    "wi",
    "ze",
]


def hits(files: Iterable[Planted], searcher: TermMatcher, deep: PdfImageExtractor) -> tuple[Counter[str], Counter[str]]:
    """By carrier, how many files there are, and in how many a term was found."""
    all_of, found = Counter[str](), Counter[str]()
    for file in files:
        seen = ScanState()
        scan_file(file.name, file.data, searcher, deep, seen)
        all_of[file.carrier] += 1
        found[file.carrier] += bool(seen.hits)
    return all_of, found


def invented(count: int) -> tuple[Term, ...]:
    """Names, nicknames, days and addresses that no site has."""
    chosen = random.Random(4)

    def name(parts: int) -> str:
        return "".join(chosen.choice(_PARTS) for _ in range(parts)).capitalize() + "zz"

    def term(line: int) -> Term:
        kind = (TermKind.NAME, TermKind.NAME, TermKind.NICKNAME, TermKind.DATE, TermKind.ADDRESS)[line % 5]
        if kind is TermKind.NAME:
            return Term(line, kind, f"{name(2)} {name(3)}")
        if kind is TermKind.NICKNAME:
            return Term(line, kind, name(3))
        if kind is TermKind.DATE:
            return Term(
                line, kind, f"{chosen.randint(1930, 1980)}-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02}"
            )
        return Term(line, kind, f"{chosen.randint(1, 200)} {name(2)} Road, {name(2)}")

    return tuple(term(line) for line in range(1, count + 1))


def peer(terms: tuple[Term, ...], site: Path, folder: Path) -> float:
    """Seconds of `grep` over the same folder: the terms as they are listed, in the bytes, capitals or not."""
    program = shutil.which("grep")
    if program is None:
        raise MissingProgramError("grep")
    listed = folder / "listed.txt"
    listed.write_text("\n".join(term.text for term in terms) + "\n", encoding="utf-8")
    began = time.perf_counter()
    done = subprocess.run((program, "-rFilf", str(listed), str(site)), capture_output=True, check=False)
    assert done.returncode == NOTHING_FOUND, done.stderr
    return time.perf_counter() - began


def _recall(folder: Path) -> None:
    path = folder / "terms.txt"
    path.write_text(TERMS, encoding="utf-8")
    searcher = TermMatcher(read_terms(path, folder / "site").value.terms)
    with PdfImageExtractor(folder / "deep") as deep:
        disguises, found = hits(planted(), searcher, deep)
        neighbours, wrong = hits(innocent(), searcher, deep)
    print("| Where | Disguises | Found | Innocents | Taken for a term |\n|---|---|---|---|---|")
    for carrier, count in disguises.items():
        print(f"| {carrier} | {count} | {found[carrier]} | {neighbours[carrier]} | {wrong[carrier]} |")
    recall, false = found.total() / disguises.total(), wrong.total()
    precision = found.total() / (found.total() + false)
    told = f"Recall {recall:.4f} of {disguises.total():,}, precision {precision:.4f}"
    print(f"\n{told} beside {neighbours.total():,} innocents.\n")


def _times(folder: Path) -> None:
    root = folder / "library"
    write_site(root, make_corpus(CASES, BRIEFINGS))
    built = build(BuildOptions(root, TODAY, excluded=frozenset({"sheets"})))
    assert built.output is not None, built.diagnostics
    files = {
        path.relative_to(built.output).as_posix(): path.read_bytes()
        for path in sorted(built.output.rglob("*"))
        if path.is_file()
    }
    terms = invented(MANY)
    with gc_disabled():
        began = time.perf_counter()
        looked = PrivateTermScanner(terms, folder / "cache").scan(
            ((name, partial(bytes, data)) for name, data in files.items()), ()
        )
        guard_seconds = time.perf_counter() - began
    peer_seconds = peer(terms, built.output, folder)
    assert not looked.diagnostics, looked.diagnostics[:3]
    print(f"{CASES + BRIEFINGS:,} records: {looked.value.summary}.\n")
    print("| | Seconds |\n|---|---|")
    print(f"| the guard, every form in every carrier | {guard_seconds:.1f} |")
    print(f"| `grep -rFi`, the terms as listed, in the bytes | {peer_seconds:.1f} |")


def main() -> int:
    """Prints both tables."""
    with TemporaryDirectory(prefix="library-guard-") as name:
        folder = Path(name)
        _recall(folder)
        _times(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
