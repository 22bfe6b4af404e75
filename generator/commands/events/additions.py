"""Plans small additions to a site: a theme, a redirect, an entry of the menu, a bulletin."""

from __future__ import annotations

import re
from typing import Final

from pydantic import TypeAdapter, ValidationError

from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.changed_site import LoadedSite, SiteEdits, load_site
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.changes.planning import by_hand, plan_change, refused
from generator.commands.changes.record_text import RecordText
from generator.commands.events.moved_addresses import redirect_line
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Location, rule
from generator.editing import add_menu_entry, can_be_written, draft_bulletin, slugify
from generator.model import PartialDate, Quarter, Records
from generator.model.published_addresses import Redirect
from generator.model.record_model import Line
from generator.read import CONFIGURATION

_VOCABULARY: Final = "content/vocabulary.yml"
_REDIRECTS: Final = "content/redirects.yml"
_LINE: TypeAdapter[str] = TypeAdapter(Line)
_PAGE: Final = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md")


def plan_theme(options: BuildOptions, label: str, meaning: str) -> PlannedChange:
    """Plan a new theme. Its id is made from its name. Yields W940 if the site has a theme of this name or id."""
    title = f'Add the theme "{label}"'
    opened = _open(options, title)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records = opened
    raw = loaded.raw_of_kind("vocabulary")
    place = Location(_VOCABULARY)
    identity = slugify(label)
    if raw is None or records.vocabulary is None:
        message = "the vocabulary has errors"
        return refused(title, records, rule("W940").diagnostic(message, place, "run: library check"))
    if not identity and _is_line(label) and any(each.isalnum() for each in label):
        message = "the address of the theme needs Latin letters or digits"
        hint = "write a name with them now, and change it in the vocabulary afterwards"
        return refused(title, records, rule("W940").diagnostic(message, place, hint))
    if not identity or not _is_line(label):
        return refused(title, records, rule("W940").diagnostic("the theme has no name", place, "type a short name"))
    known = {each.id for each in records.vocabulary.record.themes}
    labels = {each.label.casefold() for each in records.vocabulary.record.themes}
    if identity in known or label.casefold() in labels:
        message = f'there is a theme "{label}" already'
        return refused(title, records, rule("W940").diagnostic(message, place, "choose another name"))
    if not meaning.strip() or not can_be_written(meaning):
        hint = "say in a sentence what is about it: readers see this"
        return refused(title, records, rule("W940").diagnostic("the theme has no meaning", place, hint))
    text = RecordText(raw)
    text.add_item(("themes",), {"id": identity, "label": label, "description": meaning.strip()})
    if text.text is None:
        return refused(title, records, by_hand(_VOCABULARY, (f"id: {identity}", f"label: {label}")))
    edits = SiteEdits(texts={raw.file: text.text})
    to_do = ("A theme has a page once a public record has it: choose it in the form of the record.",)
    return plan_change(loaded, title, edits, ChangeAction(ActionKind.THEME, details={"title": label}), to_do=to_do)


def plan_redirect(options: BuildOptions, old: str, new: str) -> PlannedChange:
    """Plan a redirect from an address to another. Yields W940 if one of them cannot be used."""
    title = f"Lead {old} to {new}"
    opened = _open(options, title)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records = opened
    place, on = Location(_REDIRECTS), options.today.isoformat()
    try:
        made = Redirect(old=old, new=new, since=PartialDate.parse(on))
    except ValidationError:
        hint = "write both without the name of the site, reviews/grace/, or whole: https://www.example.org/page"
        return refused(title, records, rule("W940").diagnostic("an address cannot be used", place, hint))
    if any(each.old == made.old for each in records.redirect_entries):
        message = f"{made.old} already leads to another page"
        return refused(title, records, rule("W940").diagnostic(message, place, "change that redirect instead"))
    raw = loaded.raw_of_kind("redirects")
    action = ChangeAction(ActionKind.REDIRECT, details={"old": old, "new": new})
    entry = {"old": str(made.old), "new": str(made.new), "since": on}
    if raw is None and not (options.root / _REDIRECTS).exists():
        first = f"redirects:\n  - {redirect_line(made.old, made.new, options.today)}\n"
        return plan_change(loaded, title, SiteEdits(texts={_REDIRECTS: first}), action)
    if raw is None:
        return refused(title, records, by_hand(_REDIRECTS, ("redirects:", f"- {entry}")))
    text = RecordText(raw)
    text.add_item(("redirects",), entry)
    if text.text is None:
        return refused(title, records, by_hand(_REDIRECTS, (f"- {entry}",)))
    return plan_change(loaded, title, SiteEdits(texts={raw.file: text.text}), action)


def plan_menu_entry(options: BuildOptions, label: str, page: str) -> PlannedChange:
    """Plan an entry of the menu that leads to a hand-written page, before "About" and "Search".

    `page` is the path of the page: `for/professionals.md`. Yields W940 if the site has no such page, or if the menu
    cannot be changed.
    """
    title = f'Add "{label}" to the menu'
    opened = _open(options, title)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records = opened
    path = loaded.project.root / CONFIGURATION
    place = Location(CONFIGURATION)
    pages = loaded.project.root / "content" / "pages"
    if not _is_line(label):
        return refused(title, records, rule("W940").diagnostic("the entry has no name", place, "type a short name"))
    if _PAGE.fullmatch(page) is None or not (pages / page).is_file():
        message = f'there is no page "{page}"'
        return refused(title, records, rule("W940").diagnostic(message, place, "choose a page of this library"))
    before = path.read_bytes()
    after = add_menu_entry(before.decode(), label, page)
    if after is None:
        message = "the menu in mkdocs.yml cannot be changed"
        hint = f'add "- {label}: {page}" to nav'
        return refused(title, records, rule("W940").diagnostic(message, place, hint))
    if after == before.decode():
        message = f"{page} is in the menu already"
        return refused(title, records, rule("W940").diagnostic(message, place, "nothing has to be done"))
    words = (f'The menu of every page has a new entry: "{label}"',)
    return PlannedChange(
        title,
        CommandResult((), records=records),
        words,
        (FileChange(CONFIGURATION, before, after.encode()),),
        action=ChangeAction(ActionKind.MENU, details={"title": label, "page": page}),
    )


def plan_bulletin(options: BuildOptions, quarter: str, title: str) -> PlannedChange:
    """Plan the bulletin of a quarter, as a draft with the changes of the quarter as notes. Yields W940 if it exists."""
    chosen = Quarter.parse(quarter)
    words = f"Begin the bulletin for {chosen.label if chosen is not None else quarter}"
    opened = _open(options, words)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records = opened
    place = Location("content/bulletins")
    if chosen is None or records.vocabulary is None:
        return refused(words, records, rule("W940").diagnostic(f'"{quarter}" is not a quarter', place, "choose one"))
    if chosen.id in records.known_ids.get("bulletin", frozenset()):
        message = f"the bulletin for {chosen.label} exists already"
        return refused(words, records, rule("W940").diagnostic(message, place, "open it in the list"))
    draft = draft_bulletin(chosen, title.strip() or f"Bulletin for {chosen.label}", "", records, options.today)
    if (loaded.project.root / draft.file).exists():
        return refused(words, records, rule("W940").diagnostic(f"{draft.file} exists already", place, "choose another"))
    change = FileChange(draft.file, None, draft.text.encode())
    result = CommandResult((), records=records)
    for_readers = ("Nothing changes for readers: it is a draft",)
    action = ChangeAction(ActionKind.BULLETIN, f"bulletin:{chosen.id}", {"quarter": chosen.label})
    return PlannedChange(words, result, for_readers, (change,), action=action)


def _open(options: BuildOptions, title: str) -> tuple[LoadedSite, Records] | PlannedChange:
    loaded = load_site(options)
    return PlannedChange(title, loaded) if isinstance(loaded, CommandResult) else (loaded, loaded.state().records)


def _is_line(text: str) -> bool:
    try:
        _LINE.validate_python(text)
    except ValidationError:
        return False
    return can_be_written(text)
