"""`library new`: write a new record as a draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli import prompts
from generator.cli.exit import end_command
from generator.cli.options import LazyGroup, day, root_option, today_option
from generator.cli.output import Output
from generator.cli.prompts import Prompter
from generator.commands.build import validate_and_link
from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.journal import keep_made_change
from generator.commands.changes.planned_change import FileChange
from generator.commands.new_site import add_section
from generator.commands.options import BuildOptions
from generator.editing import (
    EventAnswers,
    NewRecordFile,
    draft_briefing,
    draft_bulletin,
    draft_case,
    draft_notice,
    free_id,
    redirected_ids,
    slugify,
)
from generator.model import BriefingSeries, BulletinSection, PartialDate, Quarter, Records, Vocabulary
from generator.model.site_sections import ADDABLE_SECTIONS
from generator.model.starter_texts import StarterText
from generator.read import find_project
from generator.system import create_source

_Command = Callable[..., Any]


def _options(*kind_options: _Command) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the options of one kind of record, then those that all kinds share."""
    shared: tuple[_Command, ...] = (
        click.option("--summary", help="Summary, in one or two plain sentences."),
        click.option("--source", help="Where the facts come from. Not published."),
        click.option("--id", "identity", help="Last part of the address.  [default: made from the name]"),
        click.option("--no-input", is_flag=True, help="Do not ask questions: use the options and defaults."),
        root_option,
    )

    def decorate(command: _Command) -> _Command:
        for option in reversed((*kind_options, *shared)):
            command = option(command)
        return command

    return decorate


@click.group("new", cls=LazyGroup)
def new_group() -> None:
    """Write a new record, as a draft.

    The command asks a few questions. You can answer each with an option instead. The new file explains every other
    field. Existing files are never overwritten.
    """


@new_group.command("case")
@_options(
    click.option("--name", help="Pseudonym, or the subject of a thematic review."),
    click.option("--type", "review_type", help="Id of the review type, or ids with commas for a joint review."),
    click.option("--published", help="Date of publication: 2022, 2022-09 or 2022-09-14."),
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
    """Write a case: a review about one or more people, or about a theme."""
    records, vocabulary = _read_records(root)
    ask = Prompter(not no_input)
    name = ask.answer("name", name, "Pseudonym, or subject of a thematic review", StarterText.CASE_NAME, prompts.line)
    identity = _ask_id(root, ask, identity, name, records, "case")
    _show_choices(ask, review_type, vocabulary.review_types)
    question = "Review type (Enter if no source states it; commas for a joint review)"
    review_type = ask.answer("type", review_type, question, "", prompts.review_types(vocabulary))
    published = ask.answer("published", published, "Published (Enter if not known)", "", prompts.parse_date)
    summary = ask.answer("summary", summary, "Summary (Enter if there is none yet)", "", prompts.optional_text)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_case(identity, name, review_type, published, summary, source, vocabulary))
    _note_future_date(published)


@new_group.command("briefing")
@_options(
    click.option("--title", help="Topic, such as Child Neglect."),
    click.option("--series", help="Id of the series."),
    click.option("--case", help="Id of the case. Only for a series that belongs to cases."),
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
    """Write a briefing, of one of the series in content/vocabulary.yml."""
    records, vocabulary = _read_records(root)
    ask = Prompter(not no_input)
    title = ask.answer("title", title, "Topic", StarterText.BRIEFING_TITLE, prompts.line)
    identity = _ask_id(root, ask, identity, title, records, "briefing")
    chosen = _ask_series(ask, series, vocabulary)
    if case is not None and not chosen.is_for_case:
        raise click.BadParameter(
            f"{chosen.with_article} has no case field; list the briefing in the case instead", param_hint="'--case'"
        )
    if chosen.is_for_case:
        cases = sorted(records.known_ids.get("case", ()))
        known = prompts.known_id("case", cases)
        if chosen.is_for_topics:
            question = "Id of the case that it is about (Enter if it is on a topic)"
            case = ask.answer("case", case, question, "", prompts.or_nothing(known))
        else:
            case = ask.answer("case", case, "Id of the case that it is about", "", known)
    summary = ask.answer("summary", summary, "Summary (Enter if there is none yet)", "", prompts.optional_text)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_briefing(identity, title, chosen, case or "", summary, source, vocabulary))


@new_group.command("notice")
@_options(
    click.option("--title", help="Title."),
    click.option("--kind", help="Id of the kind of notice. It decides whether the notice is news or a resource."),
    click.option("--date", "dated", help="Date of the notice: 2022, 2022-09 or 2022-09-14."),
    click.option("--starts", help="For an event: day, or day and time, as 2022-09-14T10:00."),
    click.option("--ends", help="For an event: last day, or day and time."),
    click.option("--place", help="For an event: where it takes place."),
)
def new_notice(
    root: Path,
    no_input: bool,
    identity: str | None,
    title: str | None,
    kind: str | None,
    dated: str | None,
    starts: str | None,
    ends: str | None,
    place: str | None,
    summary: str | None,
    source: str | None,
) -> None:
    """Write a notice: a piece of news, an event, or a resource."""
    records, vocabulary = _read_records(root)
    ask = Prompter(not no_input)
    title = ask.answer("title", title, "Title", StarterText.NOTICE_TITLE, prompts.line)
    identity = _ask_id(root, ask, identity, title, records, "notice")
    kinds = [notice_kind.id for notice_kind in vocabulary.notice_kinds]
    _show_choices(ask, kind, vocabulary.notice_kinds)
    kind = ask.answer("kind", kind, "Kind", kinds[0] if kinds else "", prompts.known_id("kind of notice", kinds))
    if starts is not None or vocabulary.notice_kind[kind].in_bulletins is BulletinSection.EVENTS:
        question = "Starts: the day, or day and time, as 2022-09-14 10:00 (Enter to add it later)"
        starts = ask.answer("starts", starts, question, "", prompts.parse_time)
        ends = ask.answer("ends", ends, "Ends (Enter if it is one day, or not known)", "", prompts.parse_time)
        place = ask.answer("place", place, "Place (Enter to add it later)", "", prompts.optional_line)
    else:
        dated = ask.answer("date", dated, "Date (Enter if it has none)", "", prompts.parse_date)
    summary = ask.answer("summary", summary, "Summary", StarterText.NOTICE_SUMMARY, prompts.text)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    event = EventAnswers(starts or "", ends or "", place or "")
    _write(root, draft_notice(identity, title, kind, dated or "", summary, source, vocabulary, event))


@new_group.command("bulletin")
@click.argument("quarter", metavar="[QUARTER]", required=False)
@click.option("--title", help="Title: the main news of this quarter.")
@click.option("--source", help="Where the facts come from. Not published.")
@click.option("--no-input", is_flag=True, help="Do not ask questions: use the options and defaults.")
@root_option
@today_option
def new_bulletin(
    quarter: str | None, title: str | None, source: str | None, no_input: bool, root: Path, today: date | None
) -> None:
    """Write the bulletin of a quarter.

    QUARTER is written like 2022-q3. Without it, the command uses the current quarter. The new file has a note for each
    change in the quarter until today. The note shows the line that moves the change to the top of the bulletin, and
    the line that leaves it out.
    """
    now = day(today)
    records, _ = _read_records(root)
    chosen = Quarter.of(now) if quarter is None else Quarter.parse(quarter.strip().lower())
    if chosen is None:
        hint = f"write it like {Quarter.of(now).id}, which is {Quarter.of(now).label}"
        raise click.BadParameter(f'"{quarter}" is not a quarter; {hint}', param_hint="QUARTER")
    if chosen.id in records.known_ids.get("bulletin", frozenset()):
        end_command(f"the bulletin {chosen.id} already exists and was not overwritten")
    ask = Prompter(not no_input)
    default = f"Bulletin for {chosen.label}"
    title = ask.answer("title", title, "Title: the main news of this quarter", default, prompts.line)
    source = ask.answer("source", source, "Source of these facts (Enter to add it later)", "", prompts.optional_line)
    _write(root, draft_bulletin(chosen, title, source, records, now))


@new_group.command("section")
@click.argument("section", type=click.Choice(list(ADDABLE_SECTIONS)))
@root_option
def new_section(section: str, root: Path) -> None:
    """Add a section to the library: its pages, and its entry in the menu."""
    if not (root / "mkdocs.yml").is_file():
        Output("text").print_and_exit(validate_and_link(BuildOptions(root, day(None))), None)
    try:
        written = add_section(root, section)
    except (OSError, UnicodeError) as error:
        end_command(f"the section cannot be written: {getattr(error, 'strerror', None) or error}")
    if written is None:
        entry = f"- {ADDABLE_SECTIONS[section]}: {section}/index.md"
        end_command(f'the menu in mkdocs.yml cannot be changed; add "{entry}" to nav, then run the command again')
    if not written:
        end_command(f"the library has the section {section} already; no file was changed")
    for name in written:
        click.echo(f"library: {'changed' if name.startswith('mkdocs') else 'wrote'} {name}")
    click.echo(f"Next: open content/pages/{section}/index.md and read it as a visitor would.")


def _note_future_date(published: str) -> None:
    """Print a note if a review is said to be published on a date that has not begun."""
    published_on = PartialDate.parse(published) if published else None
    if published_on is not None and published_on.first_day > day(None):
        click.echo(
            f"Note: {published_on.label} is in the future. If the report is not published yet, write"
            f' "expected: {published_on.iso}" instead of "published".',
            err=True,
        )


def _read_records(root: Path) -> tuple[Records, Vocabulary]:
    """Return the site's records and vocabulary. Errors in other records do not stop the command."""
    result = validate_and_link(BuildOptions(root, day(None)))
    if result.records is None or result.records.vocabulary is None:
        Output("text").print_and_exit(result, None)
        raise SystemExit(1)
    return result.records, result.records.vocabulary.record


def _ask_id(root: Path, ask: Prompter, value: str | None, title: str, records: Records, kind: str) -> str:
    taken = records.known_ids.get(kind, frozenset())
    project = find_project(root).value
    redirected = redirected_ids(records, kind, project.site_url) if project is not None else frozenset()
    default = free_id(slugify(title), redirected.__contains__)
    check = prompts.new_id(taken, redirected)
    return ask.answer("id", value, "Id: the last part of its address", default, check)


def _ask_series(ask: Prompter, value: str | None, vocabulary: Vocabulary) -> BriefingSeries:
    """Return the chosen series. Without one in the vocabulary, the command ends and says what to write."""
    if not vocabulary.briefing_series:
        end_command('content/vocabulary.yml has no "briefing_series"; write one first: library docs records shows how')
    ids = list(vocabulary.series)
    _show_choices(ask, value, vocabulary.briefing_series)
    return vocabulary.series[ask.answer("series", value, "Series", ids[0], prompts.known_id("series", ids))]


def _show_choices(ask: Prompter, value: str | None, terms: Any) -> None:
    if ask.is_asking and value is None:
        prompts.show(terms)


def _write(root: Path, draft: NewRecordFile) -> None:
    path, data = root / draft.file, draft.text.encode()
    try:
        create_source(path, data)
    except FileExistsError:
        end_command(f"{draft.file} already exists and was not overwritten")
    except OSError as error:
        end_command(f"{draft.file} cannot be written: {(error.strerror or str(error)).lower()}")
    action = ChangeAction(ActionKind.NEW, details={"file": draft.file})
    keep_made_change(root, f"Write {draft.file}", (FileChange(draft.file, None, data),), day(None), action)
    click.echo(f"library: wrote {draft.file}, a draft that is not published")
    click.echo(f"Next: open {draft.file} and fill it in. Notes in the file explain every field.")
    click.echo("      library serve  shows a preview while you write.")
    click.echo('      library build  publishes it after you delete the line "status: draft".')
    click.echo("      library undo   takes it back.")
