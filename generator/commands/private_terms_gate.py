"""Work that looks for private terms in what it writes, and tells nothing with a private word in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from generator.commands.options import BuildOptions, CommandResult
from generator.read import find_project

if TYPE_CHECKING:
    from generator.private_terms import Files, PrivateTermScanner


class HasResult(Protocol):
    """What a command has made, frozen, with the result that it tells."""

    @property
    def result(self) -> CommandResult:
        """What is told."""


AnyMade = TypeVar("AnyMade", bound=HasResult)


def with_private_terms_check(
    options: BuildOptions, work: Callable[[PrivateTermScanner | None], CommandResult]
) -> CommandResult:
    """What comes of some work with the list of private terms, told without any of them.

    G103 or G104, and no work, where there is a list that cannot be used.
    """
    if options.private_terms is None:
        return work(None)
    # Who looks for nothing does not wait for the guard to be loaded.
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
    """The same for work that makes more than a result. `of_result` makes it of a result alone, without any work."""
    made: list[AnyMade] = []

    def work(scanner: PrivateTermScanner | None) -> CommandResult:
        made.append(make(scanner))
        return made[0].result

    result = with_private_terms_check(options, work)
    return cast("AnyMade", replace(cast("Any", made[0]), result=result)) if made else of_result(result)


def with_private_term_findings(
    scanner: PrivateTermScanner | None, files: Files, result: CommandResult
) -> CommandResult:
    """The result with what is found of private terms in files that are public, or about to be."""
    if scanner is None:
        return result
    looked = scanner.scan(files, result.records.sources if result.records is not None else ())
    return replace(result, diagnostics=(*result.diagnostics, *looked.diagnostics), scan_totals=looked.value)
