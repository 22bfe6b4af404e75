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


def follow(request: Request, showing: Showing, now: Callable[[], date] | None = None) -> Generator[Update, None, None]:
    """Builds now and after each change, for ever, and shows what comes of it.

    One build follows the other: what is saved during a build leads to the next one. A build with an error changes
    nothing but the faults that are shown; the last good site stays. `now` is asked before each build, and the moment
    at which the next scheduled record becomes public leads to one; None keeps to the day of the request.
    """
    project = find_project(request.root).value
    kept = open_cache(project) if project is not None else None
    request = replace(request, kept=kept)
    site: Snapshot | None = None
    changed: tuple[str, ...] = ()
    try:
        with Watch(request.root, project, request.private) as watch:
            while True:
                request = replace(request, today=now()) if now is not None else request
                began = time.perf_counter()
                with undisturbed():
                    result = prepare(request)
                    site = Snapshot.of(result, site) or site
                    showing.show(site, result.diagnostics)
                yield Update(changed, result, time.perf_counter() - began)
                until = next_moment(result.records, request.today) if now is not None else inf
                changed = watch.changes(result.project, until)
    finally:
        if kept is not None:
            kept.save()


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
