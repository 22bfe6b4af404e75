"""Runs work that checks its output for private terms, and redacts those terms from its diagnostics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics.diagnostic import has_errors
from generator.read import Project, find_project, list_content_files, templates_of

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
    scanner = load_private_terms(options.private_terms, project.value.root, project.value.cache, options.today)
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


def private_terms_in_output(options: BuildOptions, text: str, result: CommandResult) -> CommandResult | None:
    """Return the findings in a text that a command is about to print; None if it has no private term.

    A list that cannot be used is such a finding too, so that nothing is printed unsearched.
    """
    searched = with_private_terms_check(
        options,
        lambda scanner: with_private_term_findings(
            scanner, [("the output.txt", text.encode)], replace(result, diagnostics=())
        ),
    )
    return searched if has_errors(searched.diagnostics) else None


def with_private_term_findings(
    scanner: PrivateTermScanner | None, files: Files, result: CommandResult, *, is_whole_site: bool = False
) -> CommandResult:
    """Return the result with findings for the private terms in files that are public, or about to be.

    `is_whole_site` is True if an acceptance that matches nothing in these files matches nothing at all.
    """
    if scanner is None:
        return result
    written = result.records.sources if result.records is not None else ()
    project = result.project
    templates = templates_of(project) if project is not None else ()
    looked = scanner.scan(
        files,
        (*written, *templates),
        partial(_is_copied, project, frozenset(source.file for source in written)),
        is_whole_site=is_whole_site,
    )
    return replace(result, diagnostics=(*result.diagnostics, *looked.diagnostics), scan_totals=looked.value)


def _is_copied(project: Project | None, written: frozenset[str], data: bytes) -> bool:
    """Return True for the bytes of a file of the site's folders that is neither a record nor a page."""
    if project is None:
        return True
    files = (project.root / file for file in list_content_files(project) if file not in written)
    return any(file.stat().st_size == len(data) and file.read_bytes() == data for file in files if file.is_file())
