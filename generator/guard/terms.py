"""The list of what nobody may read: one term a line. It is read here and nowhere else, and never shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, Outcome, rule
from generator.diagnostics.diagnostic import has_errors
from generator.guard.days import days_in
from generator.guard.folding import folded
from generator.guard.term import Term, TermKind
from generator.machine.git import ask_git

__all__ = ["Term", "TermKind", "read_terms"]

_SHORTEST: Final = 3
_MOST_TOLD: Final = 20


_WITH_KIND: Final = re.compile(r"^(" + "|".join(TermKind) + r")\s*:\s*(.*)$", re.IGNORECASE)


def read_terms(path: Path, root: Path) -> Outcome[tuple[Term, ...]]:
    """The terms of a file. G103 where the file is refused, G104 for a line that cannot be looked for.

    Refused is a list that git keeps, one in the site's folder `root` that git does not ignore, one that cannot be read,
    and one that says nothing.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or "the system refuses"
        return _refused(f"it cannot be read: {reason}", "name the file that holds it, --private-terms FILE")
    except UnicodeDecodeError:
        return _refused("it is not UTF-8", 'save it again as "UTF-8" or "Unicode (UTF-8)"')
    unsafe = _unsafe(path, root)
    if unsafe is not None:
        return _refused(unsafe, "keep it in a folder of its own, outside of every repository")
    found = tuple(_terms(text))
    terms = tuple(each for each in found if isinstance(each, Term))
    findings = tuple(each for each in found if isinstance(each, Diagnostic))
    if not terms and not has_errors(findings):
        return _refused("it holds no term", "write one term on each line")
    return Outcome(terms, findings[:_MOST_TOLD])


def _refused(why: str, hint: str) -> Outcome[tuple[Term, ...]]:
    """The file's own name may be that of a child: it is not told."""
    return Outcome(
        (), (rule("G103").found(f"the list of private terms is refused: {why}", Location("private terms"), hint),)
    )


def _terms(text: str) -> Iterator[Term | Diagnostic]:
    for line, written in enumerate(text.splitlines(), 1):
        bare = " ".join(written.split())
        if not bare or bare.startswith("#"):
            continue
        given = _WITH_KIND.match(bare)
        words = given[2] if given is not None else bare
        kind = TermKind(given[1].lower()) if given is not None else _guessed(words)
        fault = _fault(words, kind)
        yield Term(line, kind, words) if fault is None else _unfit(line, fault)


def _guessed(words: str) -> TermKind:
    if days_in(folded(words)):
        return TermKind.DATE
    return TermKind.ADDRESS if any(each.isdigit() for each in words) else TermKind.NAME


def _fault(words: str, kind: TermKind) -> str | None:
    if kind is TermKind.DATE and not days_in(folded(words)):
        return "is not a day; write it like this: 2011-09-14"
    if sum(each.isalnum() for each in folded(words)) < _SHORTEST:
        return "is too short: it would be found everywhere"
    return None


def _unfit(line: int, fault: str) -> Diagnostic:
    hint = "write the whole name, or take the line out"
    return rule("G104").found(
        f"line {line} of the list of private terms {fault}", Location("private terms", line), hint
    )


def _unsafe(path: Path, root: Path) -> str | None:
    """Why a list may be published by mistake; None when git knows nothing of it."""
    real = path.resolve()
    if ask_git(real.parent, "ls-files", "--error-unmatch", "--", real.name) is not None:
        return "git keeps it, so everybody with the repository has it"
    inside = real.is_relative_to(root.resolve())
    if inside and ask_git(real.parent, "check-ignore", "--quiet", "--", real.name) is None:
        return "it lies in the site's folder, and git does not ignore it"
    return None
