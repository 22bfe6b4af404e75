"""Work that looks for private terms in what it writes, and tells nothing with a private word in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from generator.read import find_project
from generator.request import Request, Result

if TYPE_CHECKING:
    from generator.guard import Files, Watch


class HoldsResult(Protocol):
    """What a command has made, frozen, with the result that it tells."""

    @property
    def result(self) -> Result:
        """What is told."""


AnyMade = TypeVar("AnyMade", bound=HoldsResult)


def watched(request: Request, work: Callable[[Watch | None], Result]) -> Result:
    """What comes of some work with the list of private terms, told without any of them.

    G103 or G104, and no work, where there is a list that cannot be used.
    """
    if request.private_terms is None:
        return work(None)
    # Who looks for nothing does not wait for the guard to be loaded.
    from generator.guard import open_watch

    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    watch = open_watch(request.private_terms, project.value.root, project.value.cache)
    if watch.value is None:
        return Result(watch.diagnostics, project=project.value)
    result = work(watch.value)
    sources = result.records.sources if result.records is not None else ()
    findings = (*watch.diagnostics, *result.diagnostics)
    return replace(result, diagnostics=watch.value.without_terms(findings, sources))


def watched_making(
    request: Request, make: Callable[[Watch | None], AnyMade], of_result: Callable[[Result], AnyMade]
) -> AnyMade:
    """The same for work that makes more than a result. `of_result` makes it of a result alone, without any work."""
    made: list[AnyMade] = []

    def work(watch: Watch | None) -> Result:
        made.append(make(watch))
        return made[0].result

    result = watched(request, work)
    return cast("AnyMade", replace(cast("Any", made[0]), result=result)) if made else of_result(result)


def searched(watch: Watch | None, files: Files, result: Result) -> Result:
    """The result with what is found of private terms in files that are public, or about to be."""
    if watch is None:
        return result
    looked = watch.look(files, result.records.sources if result.records is not None else ())
    return replace(result, diagnostics=(*result.diagnostics, *looked.diagnostics), guarded=looked.value)
