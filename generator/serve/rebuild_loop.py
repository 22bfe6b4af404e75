"""Builds the site, then builds it again after each change, in one process that caches what it has read."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from generator.commands.build import prepare
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Severity
from generator.model import RawRecord, Records, Status
from generator.model.london_time import start_moment
from generator.read import UnsavedRecord, find_project, open_cache
from generator.serve.current_build import CurrentBuild
from generator.serve.failures import rebuild_failure, traceback_of
from generator.serve.file_watcher import FileWatcher
from generator.serve.snapshot import Snapshot
from generator.serve.unsaved_text import UnsavedText
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
    typed: UnsavedText | None = None,
    polls: bool = False,
) -> Generator[Rebuild, None, None]:
    """Build now and after each change, for ever, and show each result.

    Builds run one after the other: a save during a build leads to the next one. A build with an error only changes the
    faults that are shown; the last good site stays. An exception in a build is reported as the error S019. `now` is
    called before each build, and a build starts at the moment the next scheduled record becomes public. If it is None,
    the day of the request is used. `say` is called with lines for the terminal that are not about the site. `typed` is
    the text of a form that is not saved yet: a second site has it, and goes on while other records have errors. With
    `polls`, changed files are found by checking all of them, and the system is not asked.
    """
    project = find_project(options.root).value
    site: Snapshot | None = None
    form_site = _FormSite(typed) if typed is not None else None
    changed: tuple[str, ...] = ()
    try:
        with FileWatcher(options.root, project, options.private, say, polls) as watch:
            while True:
                if options.read_cache is None and project is not None:
                    options = replace(options, read_cache=open_cache(project))
                options = replace(options, today=now()) if now is not None else options
                began = time.perf_counter()
                with gc_disabled():
                    result, site = _rebuild(options, site, say)
                    current_build.show(site, result.diagnostics)
                    if form_site is not None:
                        form_site.follow(options, result, site)
                yield Rebuild(changed, result, time.perf_counter() - began)
                if result.records is None:
                    # An interrupted build may have left an incomplete cache.
                    options = replace(options, read_cache=None)
                until = next_moment(result.records, options.today) if now is not None else inf
                project = result.project or project
                changed = watch.changes(project, until, form_site.is_waiting if form_site is not None else _never)
                while form_site is not None and not changed and form_site.is_waiting():
                    with gc_disabled():
                        form_site.build(options)
                    changed = watch.changes(project, until, form_site.is_waiting)
    finally:
        if options.read_cache is not None:
            options.read_cache.save()


class _FormSite:
    """The site next to a form: with the text that is typed, and with the last good version of records with errors."""

    def __init__(self, typed: UnsavedText) -> None:
        self._typed = typed
        self._good: dict[str, RawRecord] = {}
        self._last_good: dict[str, RawRecord] = {}
        self._base: tuple[CommandResult, Snapshot | None] | None = None
        self._site: Snapshot | None = None

    def is_waiting(self) -> bool:
        """Return True if there is a newer text."""
        return self._typed.is_waiting

    def follow(self, options: BuildOptions, result: CommandResult, site: Snapshot | None) -> None:
        """Show the site after a build of its files."""
        if not result.failed and result.records is not None:
            located = (*result.records.cases_briefings_notices, *result.records.bulletins)
            self._good = {each.raw.file: each.raw for each in located}
        errors = (each for each in result.diagnostics if each.severity is Severity.ERROR)
        faulty = {each.location.file for each in errors if each.location is not None}
        self._last_good = {file: self._good[file] for file in faulty if file in self._good}
        self._base, self._site = (result, site), site
        self._show(options, self._typed.take(is_new_build=True))

    def build(self, options: BuildOptions) -> None:
        """Show the site with the latest text."""
        self._show(options, self._typed.take())

    def _show(self, options: BuildOptions, text: UnsavedRecord | None) -> None:
        assert self._base is not None
        result, site = self._base
        if text is not None or (result.failed and self._last_good):
            others = {file: raw for file, raw in self._last_good.items() if text is None or file != text.file}
            excluded = options.excluded | {"sheets"}
            wanted = replace(options, unsaved=text, last_good=others, excluded=excluded)
            result, site = _rebuild(wanted, self._site, lambda line: None)
        self._site = site
        self._typed.showing.show(site, result.diagnostics)


def _never() -> bool:
    return False


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
