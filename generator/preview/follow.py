"""Builds, then builds again after each change, in one process that keeps what it has read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.machine import undisturbed
from generator.pipeline import Request, Result, prepare
from generator.preview.showing import Showing
from generator.preview.snapshot import Snapshot
from generator.preview.watch import Watch
from generator.read import find_project, open_cache


@dataclass(frozen=True, slots=True)
class Update:
    """One build, and what led to it."""

    changed: tuple[str, ...]
    """Files that were saved, from the site's root; empty for the first build."""

    result: Result
    seconds: float
    """From the moment that the save was noticed until the new pages are shown."""


def follow(request: Request, showing: Showing) -> Iterator[Update]:
    """Builds now and after each change, for ever, and shows what comes of it.

    One build follows the other: what is saved during a build leads to the next one. A build with an error changes
    nothing but the faults that are shown; the last good site stays.
    """
    project = find_project(request.root).value
    kept = open_cache(project) if project is not None else None
    request = replace(request, kept=kept)
    site: Snapshot | None = None
    changed: tuple[str, ...] = ()
    try:
        with Watch(request.root, project, request.private) as watch:
            while True:
                began = time.perf_counter()
                with undisturbed():
                    result = prepare(request)
                    site = Snapshot.of(result, site) or site
                    showing.show(site, result.diagnostics)
                yield Update(changed, result, time.perf_counter() - began)
                changed = watch.changes(result.project)
    finally:
        if kept is not None:
            kept.save()
