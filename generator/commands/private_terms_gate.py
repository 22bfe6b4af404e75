"""Runs work that checks its output for private terms, and redacts those terms from its diagnostics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from generator.commands.options import BuildOptions, CommandResult
from generator.read import find_project

if TYPE_CHECKING:
    from generator.private_terms import Files, PrivateTermScanner


class HasResult(Protocol):
    """A frozen value made by a command, with a `result` attribute."""

    @property
    def result(self) -> CommandResult:
        """Return the result of the command."""


AnyMade = TypeVar("AnyMade", bound=HasResult)


def with_private_terms_check(
    options: BuildOptions, work: Callable[[PrivateTermScanner | None], CommandResult]
) -> CommandResult:
    """Return the result of `work`, called with the list of private terms, with those terms redacted.

    Returns G103 or G104, without calling `work`, if there is a list that cannot be used.
    """
    if options.private_terms is None:
        return work(None)
    # Import late, so that a run without a list does not load the guard.
    from generator.private_terms import load_private_terms

    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    scanner = load_private_terms(options.private_terms, project.value.root, project.value.cache)
    if scanner.value is None:
        return CommandResult(scanner.diagnostics, project=project.value)
    result = work(scanner.value)
    sources = result.records.sources if result.records is not None else ()
    findings = (*scanner.diagnostics, *result.diagnostics)
    return replace(result, diagnostics=scanner.value.without_terms(findings, sources))


def with_private_terms_check_of(
    options: BuildOptions,
    make: Callable[[PrivateTermScanner | None], AnyMade],
    of_result: Callable[[CommandResult], AnyMade],
) -> AnyMade:
    """Run `with_private_terms_check` for work that returns more than a result.

    `of_result` makes the return value from a result, without any work.
    """
    made: list[AnyMade] = []

    def work(scanner: PrivateTermScanner | None) -> CommandResult:
        made.append(make(scanner))
        return made[0].result

    result = with_private_terms_check(options, work)
    return cast("AnyMade", replace(cast("Any", made[0]), result=result)) if made else of_result(result)


def with_private_term_findings(
    scanner: PrivateTermScanner | None, files: Files, result: CommandResult
) -> CommandResult:
    """Return the result with findings for the private terms in files that are public, or about to be."""
    if scanner is None:
        return result
    looked = scanner.scan(files, result.records.sources if result.records is not None else ())
    return replace(result, diagnostics=(*result.diagnostics, *looked.diagnostics), scan_totals=looked.value)
