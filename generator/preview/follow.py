"""Builds, then builds again after each change, in one process that keeps what it has read."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from generator.machine import undisturbed
from generator.model import Records, Status
from generator.model.now import beginning
from generator.pipeline import prepare
from generator.preview.failures import rebuild_failure, traceback_of
from generator.preview.showing import Showing
from generator.preview.snapshot import Snapshot
from generator.preview.watch import Watch
from generator.read import find_project, open_cache
from generator.request import Request, Result


@dataclass(frozen=True, slots=True)
class Update:
    """One build, and what led to it."""

    changed: tuple[str, ...]
    """Files that were saved, from the site's root; empty for the first build, and where a record's moment has come."""

    result: Result
    seconds: float
    """From the moment that the save was noticed until the new pages are shown."""


def follow(
    request: Request,
    showing: Showing,
    now: Callable[[], date] | None = None,
    say: Callable[[str], None] = lambda text: None,
) -> Generator[Update, None, None]:
    """Builds now and after each change, for ever, and shows what comes of it.

    One build follows the other: what is saved during a build leads to the next one. A build with an error changes
    nothing but the faults that are shown; the last good site stays. An exception in a build is an error like any
    other: S019. `now` is asked before each build, and the moment at which the next scheduled record becomes public
    leads to one; None keeps to the day of the request. `say` gets lines for the terminal that are not about the site.
    """
    project = find_project(request.root).value
    site: Snapshot | None = None
    changed: tuple[str, ...] = ()
    try:
        with Watch(request.root, project, request.private, say) as watch:
            while True:
                if request.kept is None and project is not None:
                    request = replace(request, kept=open_cache(project))
                request = replace(request, today=now()) if now is not None else request
                began = time.perf_counter()
                with undisturbed():
                    result, site = _rebuild(request, site, say)
                    showing.show(site, result.diagnostics)
                yield Update(changed, result, time.perf_counter() - began)
                if result.records is None:
                    # A build that was stopped half-way may have left half of what it read.
                    request = replace(request, kept=None)
                until = next_moment(result.records, request.today) if now is not None else inf
                project = result.project or project
                changed = watch.changes(project, until)
    finally:
        if request.kept is not None:
            request.kept.save()


def _rebuild(request: Request, before: Snapshot | None, say: Callable[[str], None]) -> tuple[Result, Snapshot | None]:
    """The result of a build, and the last good site: the new one, or `before` if anything stopped the build."""
    try:
        result = prepare(request)
        return result, Snapshot.of(result, before) or before
    except Exception as error:  # noqa: BLE001 no exception may end the preview
        if trace := traceback_of(error):
            say(trace)
        return Result((rebuild_failure(error),)), before


def next_moment(records: Records | None, today: date) -> float:
    """When the next scheduled record becomes public, in seconds as `time.time` tells them; infinite for none."""
    waiting = (
        beginning(each.record.publish_on).timestamp()
        for each in (records.published if records is not None else ())
        if each.record.status is Status.SCHEDULED
        and each.record.publish_on is not None
        and not each.record.is_public(today)
    )
    return min(waiting, default=inf)
