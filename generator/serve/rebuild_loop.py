"""Builds the site, then builds it again after each change, in one process that caches what it has read."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from generator.commands.build import prepare
from generator.commands.options import BuildOptions, CommandResult
from generator.model import Records, Status
from generator.model.london_time import start_moment
from generator.read import find_project, open_cache
from generator.serve.current_build import CurrentBuild
from generator.serve.failures import rebuild_failure, traceback_of
from generator.serve.file_watcher import FileWatcher
from generator.serve.snapshot import Snapshot
from generator.system import gc_disabled


@dataclass(frozen=True, slots=True)
class Rebuild:
    """One build, and the changes that led to it."""

    changed: tuple[str, ...]
    """Files that were saved, from the site's root. Empty for the first build and for a scheduled publication."""

    result: CommandResult
    seconds: float
    """Seconds from the moment the save was noticed until the new pages are shown."""


def rebuild_on_change(
    options: BuildOptions,
    current_build: CurrentBuild,
    now: Callable[[], date] | None = None,
    say: Callable[[str], None] = lambda text: None,
) -> Generator[Rebuild, None, None]:
    """Build now and after each change, for ever, and show each result.

    Builds run one after the other: a save during a build leads to the next one. A build with an error only changes the
    faults that are shown; the last good site stays. An exception in a build is reported as the error S019. `now` is
    called before each build, and a build starts at the moment the next scheduled record becomes public. If it is None,
    the day of the request is used. `say` is called with lines for the terminal that are not about the site.
    """
    project = find_project(options.root).value
    site: Snapshot | None = None
    changed: tuple[str, ...] = ()
    try:
        with FileWatcher(options.root, project, options.private, say) as watch:
            while True:
                if options.read_cache is None and project is not None:
                    options = replace(options, read_cache=open_cache(project))
                options = replace(options, today=now()) if now is not None else options
                began = time.perf_counter()
                with gc_disabled():
                    result, site = _rebuild(options, site, say)
                    current_build.show(site, result.diagnostics)
                yield Rebuild(changed, result, time.perf_counter() - began)
                if result.records is None:
                    # An interrupted build may have left an incomplete cache.
                    options = replace(options, read_cache=None)
                until = next_moment(result.records, options.today) if now is not None else inf
                project = result.project or project
                changed = watch.changes(project, until)
    finally:
        if options.read_cache is not None:
            options.read_cache.save()


def _rebuild(
    options: BuildOptions, before: Snapshot | None, say: Callable[[str], None]
) -> tuple[CommandResult, Snapshot | None]:
    """Return the result of a build, and the last good site: the new one, or `before` if anything stopped the build."""
    try:
        result = prepare(options)
        return result, Snapshot.of(result, before) or before
    except Exception as error:  # noqa: BLE001 no exception may end the preview
        if trace := traceback_of(error):
            say(trace)
        return CommandResult((rebuild_failure(error),)), before


def next_moment(records: Records | None, today: date) -> float:
    """Return when the next scheduled record becomes public, in `time.time` seconds. Infinity if there is none."""
    waiting = (
        start_moment(record.record.publish_on).timestamp()
        for record in (records.cases_briefings_notices if records is not None else ())
        if record.record.status is Status.SCHEDULED
        and record.record.publish_on is not None
        and not record.record.is_public(today)
    )
    return min(waiting, default=inf)
