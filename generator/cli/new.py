"""`library new`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.cli import prompts
from generator.cli.options import LazyGroup, day, root_option, today_option
from generator.cli.output import Output
from generator.cli.prompts import Prompter
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.editing import NewRecordFile, draft_briefing, draft_bulletin, draft_case, draft_notice, slugify
from generator.model import Quarter, Records, Series, Vocabulary
from generator.model.starter_texts import StarterText
from generator.system import create_source

_Command = Callable[..., Any]


def _options(*own: _Command) -> Callable[[_Command], _Command]:
    """The options that every kind has, and those of one."""
    shared: tuple[_Command, ...] = (
        click.option("--summary", help="One or two plain sentences."),
        click.option("--source", help="Where the facts came from. Never published."),
        click.option("--id", "identity", help="Its part of the address; made from the name when left out."),
        click.option("--no-input", is_flag=True, help="Ask nothing; take what the options say, and defaults."),
        root_option,
    )

    def decorate(command: _Command) -> _Command:
        for option in reversed((*own, *shared)):
            command = option(command)
        return command

    return decorate


@click.group("new", cls=LazyGroup)
def new_group() -> None:
    """Write a new record, as a draft.

    It asks a few questions; each can be answered by an option instead. The new file explains every other field.
    Nothing is ever overwritten.
    """


@new_group.command("case")
@_options(
    click.option("--name", help="The pseudonym, or the subject of a thematic review."),
    click.option("--type", "review_type", help="A review type's id."),
    click.option("--published", help="2022, 2022-09 or 2022-09-14, as precisely as it is known."),
)
def new_case(
    root: Path,
    no_input: bool,
    identity: str | None,
    name: str | None,
    review_type: str | None,
    published: str | None,
    summary: str | None,
    source: str | None,
) -> None:
    """Write a case: a review of one or more people, or of a theme."""
    records, words = _known(root)
    ask = Prompter(not no_input)
    name = ask.answer("name", name, "Pseudonym, or subject of a thematic review", StarterText.CASE_NAME, prompts.line)
    identity = _id(ask, identity, name, records, "case")
    types = [each.id for each in words.review_types]
    _offer(ask, review_type, words.review_types)
    of_types = prompts.known_id("review type", types)
    review_type = ask.answer("type", review_type, "Review type", types[0] if types else "", of_types)
    published = ask.answer("published", published, "Published (Enter if not known)", "", prompts.parse_date)
    summary = ask.answer("summary", summary, "Summary (Enter if there is none yet)", "", prompts.optional_text)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_case(identity, name, review_type, published, summary, source, words))


@new_group.command("briefing")
@_options(
    click.option("--title", help="The topic alone, such as Child Neglect."),
    click.option("--series", help="seven-minute or lessons-learned."),
    click.option("--case", help="The case whose lessons it tells; for a lessons learned briefing only."),
)
def new_briefing(
    root: Path,
    no_input: bool,
    identity: str | None,
    title: str | None,
    series: str | None,
    case: str | None,
    summary: str | None,
    source: str | None,
) -> None:
    """Write a briefing, of either series."""
    records, words = _known(root)
    ask = Prompter(not no_input)
    title = ask.answer("title", title, "Topic", StarterText.BRIEFING_TITLE, prompts.line)
    identity = _id(ask, identity, title, records, "briefing")
    of_series = prompts.known_id("series", list(Series))
    chosen = Series(ask.answer("series", series, "Series (seven-minute or lessons-learned)", "seven-minute", of_series))
    if chosen is Series.LESSONS_LEARNED:
        cases = prompts.known_id("case", sorted(records.known_ids.get("case", ())))
        case = ask.answer("case", case, "Case whose lessons it tells", "", cases)
    elif case is not None:
        raise click.BadParameter("a 7-minute briefing names no case; cases list it", param_hint="'--case'")
    summary = ask.answer("summary", summary, "Summary (Enter if there is none yet)", "", prompts.optional_text)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_briefing(identity, title, chosen, case or "", summary, source, words))


@new_group.command("notice")
@_options(
    click.option("--title", help="What it is called."),
    click.option("--kind", help="A notice kind's id; it decides whether it is news or a resource."),
    click.option("--date", "dated", help="2022, 2022-09 or 2022-09-14, as precisely as it is known."),
)
def new_notice(
    root: Path,
    no_input: bool,
    identity: str | None,
    title: str | None,
    kind: str | None,
    dated: str | None,
    summary: str | None,
    source: str | None,
) -> None:
    """Write a notice: a piece of news, an event, or a resource."""
    records, words = _known(root)
    ask = Prompter(not no_input)
    title = ask.answer("title", title, "Title", StarterText.NOTICE_TITLE, prompts.line)
    identity = _id(ask, identity, title, records, "notice")
    kinds = [notice_kind.id for notice_kind in words.notice_kinds]
    _offer(ask, kind, words.notice_kinds)
    kind = ask.answer("kind", kind, "Kind", kinds[0] if kinds else "", prompts.known_id("kind of notice", kinds))
    dated = ask.answer("date", dated, "Date (Enter if it has none)", "", prompts.parse_date)
    summary = ask.answer("summary", summary, "Summary", StarterText.NOTICE_SUMMARY, prompts.text)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_notice(identity, title, kind, dated, summary, source, words))


@new_group.command("bulletin")
@click.argument("quarter", metavar="[QUARTER]", required=False)
@click.option("--title", help="What leads in this quarter.")
@click.option("--source", help="Where the facts came from. Never published.")
@click.option("--no-input", is_flag=True, help="Ask nothing; take what the options say, and defaults.")
@root_option
@today_option
def new_bulletin(
    quarter: str | None, title: str | None, source: str | None, no_input: bool, root: Path, today: date | None
) -> None:
    """Write the bulletin of a quarter, such as 2022-q3; of the quarter of today when none is named.

    What the quarter has brought so far stands in the new file as notes, with the line by which each of it can be made
    to lead, or be left out.
    """
    now = day(today)
    records, _ = _known(root)
    chosen = Quarter.of(now) if quarter is None else Quarter.parse(quarter.strip().lower())
    if chosen is None:
        hint = f"write it like {Quarter.of(now).id}, which is {Quarter.of(now).label}"
        raise click.BadParameter(f'"{quarter}" is no quarter; {hint}', param_hint="QUARTER")
    if chosen.id in records.known_ids.get("bulletin", frozenset()):
        _cannot(f"there is a bulletin {chosen.id} already; nothing is overwritten")
    ask = Prompter(not no_input)
    default = f"Bulletin for {chosen.label}"
    title = ask.answer("title", title, "Title: what leads in this quarter", default, prompts.line)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_bulletin(chosen, title, source, records, now))


def _known(root: Path) -> tuple[Records, Vocabulary]:
    """What the site has already. A record with a fault elsewhere is no reason not to write a new one."""
    result = validate_and_link(BuildOptions(root, day(None)))
    if result.records is None or result.records.vocabulary is None:
        Output("text").print_and_exit(result, None)
        raise SystemExit(1)
    return result.records, result.records.vocabulary.record


def _id(ask: Prompter, given: str | None, title: str, records: Records, kind: str) -> str:
    taken = records.known_ids.get(kind, frozenset())
    return ask.answer("id", given, "Id: its part of the address", slugify(title), prompts.new_id(taken))


def _offer(ask: Prompter, given: str | None, terms: Any) -> None:
    if ask.is_asking and given is None:
        prompts.show(terms)


def _write(root: Path, draft: NewRecordFile) -> None:
    path = root / draft.file
    try:
        create_source(path, draft.text.encode())
    except FileExistsError:
        _cannot(f"{draft.file} is there already; nothing is overwritten")
    except OSError as error:
        _cannot(f"{draft.file} cannot be written: {(error.strerror or str(error)).lower()}")
    click.echo(f"library: wrote {draft.file}, a draft that nobody else sees")
    click.echo(f"Next: open {draft.file} and fill it in; it explains every field.")
    click.echo("      library serve  shows it on this machine as you write.")
    click.echo('      library build  publishes it once the line "status: draft" is gone.')


def _cannot(why: str) -> NoReturn:
    click.echo(f"library: {why}", err=True)
    raise SystemExit(2)
