"""The list of private terms. Only this module reads it, and no report shows its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.diagnostics.diagnostic import has_errors
from generator.private_terms.acceptances import Acceptance, incomplete_acceptance, is_acceptance, read_acceptance
from generator.private_terms.list_line import Line, read_line
from generator.private_terms.list_text import decode_list, lines_of, plain_line
from generator.private_terms.name_variants import variants_of
from generator.private_terms.normalisation import normalise, to_word_stream
from generator.private_terms.term import Term, TermKind
from generator.system.git import GitState, git_state, run_git

__all__ = ["Term", "TermKind", "TermList", "read_terms"]

_MOST_TERMS: Final = 20_000
"""Maximum number of terms. A longer list is a register of people, not a list for some reviews, and searching for it
takes more memory than a CI runner has.
"""

_MOST_REPORTED: Final = 20
_SEARCHED: Final = frozenset(TermKind) - {TermKind.ALLOW}


@dataclass(frozen=True, slots=True)
class TermList:
    """What the list of private terms contains."""

    terms: tuple[Term, ...] = ()
    """The terms, and the exceptions as terms of the kind `allow`."""

    acceptances: tuple[Acceptance, ...] = ()


def read_terms(path: Path, root: Path, today: date | None = None) -> WithDiagnostics[TermList]:
    """Return the contents of a file. `today` is None if the days of acceptances are not checked.

    G103 if the file is refused: git tracks it, it is in the site's folder `root` and git does not ignore it, it
    cannot be read, or it has no term. G104 for a line that cannot be searched for, G106 for one that is not fully
    understood, G107 for an exception that would allow a whole term, G111 for an acceptance that lacks something, G113
    for a line of titles or small words. Each names the line and none of its words.
    """
    try:
        text, why = decode_list(path.read_bytes())
    except OSError as error:
        reason = error.strerror or "the system refuses"
        return _refused(f"it cannot be read: {reason}", "name the file that holds it, --private-terms FILE")
    if why is not None:
        return _refused(why, 'save it again as plain text (.txt), in the encoding "UTF-8" or "Unicode (UTF-8)"')
    unsafe = _unsafe(path, root)
    if unsafe is not None:
        return _refused(unsafe, "keep it in a folder of its own, outside of every repository")
    read, findings = _read_lines(lines_of(text), today)
    terms = read.terms
    if len(terms) > _MOST_TERMS:
        return _refused(f"it has more than {_MOST_TERMS:,} terms", "list only the people of your reviews")
    findings = (*findings, *_too_wide(terms))
    if not any(term.kind in _SEARCHED for term in terms) and not has_errors(findings):
        return _refused("it holds no term", "write one term on each line")
    return WithDiagnostics(read, _shortened(findings))


def _refused(why: str, hint: str) -> WithDiagnostics[TermList]:
    """Return the G103 diagnostic. It does not name the file: a list may be named after a child."""
    message = f"the list of private terms is refused: {why}"
    return WithDiagnostics(TermList(), (rule("G103").diagnostic(message, Location("private terms"), hint),))


def _read_lines(lines: Sequence[str], today: date | None) -> tuple[TermList, tuple[Diagnostic, ...]]:
    """Return every term once, at its first line. A list with too many terms is not read to its end."""
    read = cache(read_line)
    terms: dict[tuple[TermKind, str], Term] = {}
    acceptances: list[Acceptance] = []
    findings: list[Diagnostic] = []
    last_term: int | None = None
    for number, written in enumerate(lines, 1):
        text = plain_line(written)
        if is_acceptance(text):
            accepted = read_acceptance(text, number, last_term, today)
            if isinstance(accepted, Acceptance):
                acceptances.append(accepted)
            else:
                findings.append(incomplete_acceptance(number, accepted))
            continue
        line = read(written)
        if any(kind in _SEARCHED for kind, _ in line.found):
            last_term = number
        for kind, words in line.found:
            terms.setdefault((kind, words), Term(number, kind, words))
        findings.extend(_faults(number, line))
        if len(terms) > _MOST_TERMS:
            break
    return TermList(tuple(terms.values()), tuple(acceptances)), tuple(findings)


def _faults(number: int, line: Line) -> Iterator[Diagnostic]:
    if line.not_a_day:
        yield _unfit(
            "G104", number, "is not a day; write it like this: 2011-09-14", "correct the day, or take the line out"
        )
    if line.too_short:
        yield _unfit(
            "G104", number, "is too short: it would be found everywhere", "write the whole name, or take the line out"
        )
    if line.is_small_words:
        hint = "write the whole name; put nickname: in front of a word that is a name, and # in front of a note"
        yield _unfit("G113", number, "has only titles or small words, and nothing is searched for", hint)
    if line.unclear:
        hint = "write one name, day or address on each line; write # in front of a note"
        yield _unfit("G106", number, "is not understood as a whole, so a name in it could be missed", hint)


def _unfit(code: str, number: int, fault: str, hint: str) -> Diagnostic:
    message = f"line {number} of the list of private terms {fault}"
    return rule(code).diagnostic(message, Location("private terms", number), hint)


def _too_wide(terms: Sequence[Term]) -> Iterator[Diagnostic]:
    """Yield diagnostics for exceptions that are themselves a term.

    Exceptions in lower case are allowed: the name is still found with a capital.
    """
    allowed = {
        to_word_stream(normalise(each.text)).strip(): each.line
        for each in terms
        if each.kind is TermKind.ALLOW and not each.text.islower()
    }
    if not allowed:
        return
    for term in terms:
        for line in sorted(
            {allowed[each.words] for each in variants_of(term) if each.words in allowed and not each.is_joined}
        ):
            hint = "write the exception in small letters, or write more of the words around it"
            yield _unfit("G107", line, f"allows the private term of line {term.line} itself", hint)


def _shortened(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the first diagnostics, and one with the number of the others."""
    more = len(findings) - _MOST_REPORTED
    if more <= 0:
        return findings
    message = f"{more:,} more line{'' if more == 1 else 's'} of the list of private terms cannot be used"
    hint = "correct the first lines that are reported, and run the command again"
    return (
        *findings[:_MOST_REPORTED],
        rule(findings[_MOST_REPORTED].code).diagnostic(message, Location("private terms"), hint),
    )


def _unsafe(path: Path, root: Path) -> str | None:
    """Return the reason why a list may be published by mistake; None if git does not track it."""
    real = path.resolve()
    state = git_state(real)
    if state is GitState.TRACKED:
        return "git keeps it, so everybody with the repository has it"
    if state is GitState.UNKNOWN:
        return "it is in a repository, and git could not be asked whether it keeps the list"
    inside = real.is_relative_to(root.resolve())
    if inside and run_git(real.parent, "check-ignore", "--quiet", "--", real.name) is None:
        return "it lies in the site's folder, and git does not ignore it"
    return None
