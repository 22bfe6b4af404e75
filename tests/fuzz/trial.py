"""What the generator does with one changed site, and what is wrong with that."""

from __future__ import annotations

import re
import resource
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final, NoReturn

from click.testing import CliRunner

from generator.cli import main
from generator.commands.build import prepare, validate_and_link
from generator.commands.import_listing import new_files, plan_import
from generator.commands.options import BuildOptions
from generator.commands.private_terms_gate import with_private_terms_check
from generator.diagnostics import Diagnostic
from generator.publish import PlannedSite, files_of
from generator.read import ReadCache
from generator.report import FORMATS, report
from tests.fuzz.inputs import Input

TODAY: Final = date(2026, 5, 1)
LONGEST_CPU: Final = 5.0
"""Seconds of CPU after which an input is slow."""

STOPPED_AFTER: Final = 60
"""Seconds of CPU after which an input is stopped."""

WITHOUT_PLACE: Final = frozenset({"S001", "S002", "S003", "S008", "S013", "S022"})
"""Codes about the folder of the site, the machine or the engine."""

COMMANDS: Final = (
    ("list",), ("list", "--format", "json"), ("list", "--summaries"), ("due",), ("timeline", "heron"),
    ("year", "2024-25"), ("bulletin", "2025-q1", "--out", "../out"), ("sent", "2025-q1"),
    ("pack", "heron", "--out", "../out"),
    ("withdraw", "heron", "--reason", "The family asked for it.", "--yes"),
    ("archive", "heron", "--reason", "It is old.", "--yes"), ("rename", "heron", "bittern", "--yes"),
    ("set-status", "heron", "draft", "--yes"), ("publish", "heron", "--yes"),
    ("schedule", "heron", "2027-01-01", "--yes"), ("new", "notice", "--no-input"), ("undo", "--yes"),
    ("publish-addresses",), ("schema",), ("check", "--records"), ("check", "--records", "--format", "sarif"),
)  # fmt: skip
"""Commands that run on a changed site now and then."""

_NONE: Final = re.compile(rb"(?<![\w/.#=-])None(?![\w-])")
_EMPTY_LINK: Final = re.compile(rb"""<a\b[^>]*\shref=(?:""|''|(?=[\s>]))""")
_TEMPLATE: Final = re.compile(rb"\{\{-?\s|\{%")
"""As the templates write it: BibTeX has two braces without a space."""

_SCRIPTS: Final = re.compile(rb"(?s)<(script|style)\b.*?</\1>")


class TooLongError(BaseException):
    """An input took more CPU than `STOPPED_AFTER`. No `except Exception` catches it."""


@dataclass(slots=True)
class Outcome:
    """What came of one input."""

    number: int
    kind: str
    seconds: float = 0.0
    """CPU time of this process and of the processes that it waited for."""

    faults: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    is_built: bool = False
    """True if the pages were made."""

    command: str | None = None
    """The command that ran on the changed site. None if there was none: nothing but the input was written."""


def try_input(
    one: Input, root: Path, baseline: frozenset[str], read_cache: ReadCache | None = None, builds: float = 1.0
) -> Outcome:
    """Return what is wrong with the answer to one input, which has been laid in `root`.

    `builds` is the share of the inputs whose pages are made; the records of the others are only read and checked.
    """
    outcome = Outcome(one.number, one.kind)
    random = Random(one.number)
    began = _cpu()
    try:
        with _cpu_limit(STOPPED_AFTER):
            _try(one, root, random, outcome, baseline, read_cache, builds)
    except TooLongError:
        outcome.faults.append(f"stopped after {STOPPED_AFTER} s of CPU")
    except Exception as error:  # noqa: BLE001 each kind of traceback is a fault
        outcome.faults.append(f"traceback: {_place_of(error)}")
    outcome.seconds = _cpu() - began
    return outcome


def _try(
    one: Input,
    root: Path,
    random: Random,
    outcome: Outcome,
    baseline: frozenset[str],
    read_cache: ReadCache | None,
    builds: float,
) -> None:
    options = BuildOptions(root, TODAY, excluded=frozenset({"search", "sheets"}), drafts=random.random() < 0.5)
    if one.kind != "settings":
        options = replace(options, read_cache=read_cache)
    if one.kind == "private terms":
        options = replace(options, drafts=False, excluded=frozenset(), private_terms=root.parent / "terms.txt")
        outcome.faults += _check_findings(
            with_private_terms_check(options, lambda _: validate_and_link(options)).diagnostics, outcome
        )
        return
    if one.kind == "listings":
        planned = plan_import(options, next(root.parent.glob("listing.*")), "https://www.example.org/reviews")
        if planned.plan is not None:
            for each in new_files(root, planned.plan):
                each.text.encode()
        outcome.faults += _check_findings((*planned.result.diagnostics, *planned.diagnostics), outcome)
        return
    if one.kind == "private workflow":
        options = replace(options, drafts=False, excluded=frozenset(), private=root.parent / "private")
    # Only some of the sites whose pages or settings are changed are built: the engine takes a second for each.
    is_cheap = one.kind not in {"pages", "settings"}
    is_built = random.random() < (builds if is_cheap else 0.05)
    result = prepare(options) if is_built else validate_and_link(options)
    outcome.faults += _check_findings(result.diagnostics, outcome)
    if result.planned_site is not None:
        outcome.is_built = True
        outcome.faults += _check_pages(result.planned_site, baseline)
    if random.random() < 0.05:
        command = random.choice(COMMANDS)
        outcome.command = command[0]
        outcome.faults += _check_command(root, command)


def _check_findings(findings: tuple[Diagnostic, ...], outcome: Outcome) -> Iterator[str]:
    outcome.codes = sorted({each.code for each in findings})
    for form in FORMATS:
        text = report(findings, form)
        if "Traceback (most" in text:
            yield f"a traceback in the report ({form})"
    for each in findings:
        if (each.location is None or not each.location.file) and each.code not in WITHOUT_PLACE:
            yield f"{each.code} has no place: {each.message[:150]}"
        if "\n" in each.message or not each.message.strip():
            yield f"{each.code} has a message of several lines, or none"
        if re.search(r"\bNone\b|<class|object at 0x|ValidationError|pydantic", each.message) and "None" not in str(
            each.location
        ):
            yield f"{each.code} speaks of Python: {each.message[:150]}"


def _check_pages(planned_site: PlannedSite, baseline: frozenset[str]) -> Iterator[str]:
    for name, make in files_of(planned_site):
        if not name.endswith((".html", ".xml", ".json", ".ics", ".csv", ".txt")) or name.startswith("assets/"):
            continue
        yield from sorted(page_faults(name, make()) - baseline)


def page_faults(name: str, data: bytes) -> set[str]:
    """Return what no page may contain, with the words around it."""
    if name.endswith(".html"):
        data = _SCRIPTS.sub(b"", data)
    found = set()
    for what, pattern in (("None", _NONE), ("an empty link", _EMPTY_LINK), ("template code", _TEMPLATE)):
        if what == "an empty link" and not name.endswith(".html"):
            continue
        for one in pattern.finditer(data):
            around = data[max(0, one.start() - 40) : one.end() + 40].decode("utf-8", "replace")
            found.add(f"{what} in {name}: {around!r}")
    return found


def _check_command(root: Path, command: tuple[str, ...]) -> Iterator[str]:
    name = command[0]
    arguments = [each.replace("../", f"{root.parent}/") for each in command]
    if not (root / "content/cases/heron").exists():
        arguments = [each.replace("heron", "rowan").replace("2025-q1", "2022-q3") for each in arguments]
    dated = () if name == "new" else ("--today", TODAY.isoformat())
    done = CliRunner().invoke(main, [*arguments, "--root", str(root), *dated])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        yield f"library {name}: traceback: {_place_of(done.exception)}"
    elif done.exit_code not in (0, 1, 2):
        yield f"library {name}: exit status {done.exit_code}"
    elif "No such option" in done.output or "Usage:" in done.output:
        yield f"library {name}: this harness gives wrong arguments: {done.output[-200:]}"


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if "/generator/" in each.filename] or frames
    last = own[-1]
    return f"{type(error).__name__} in {last.filename.rpartition('/generator/')[2]}:{last.lineno}: {str(error)[:150]!r}"


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def _cpu_limit(seconds: int) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
