"""Plans another name or address for a record, and follows it through all files of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.changed_site import LoadedSite, SiteEdits
from generator.commands.changes.planned_change import PlannedChange
from generator.commands.changes.planning import AnyLocated, by_hand, open_record, plan_change, refused
from generator.commands.changes.record_text import RecordText
from generator.commands.events.moved_addresses import change_redirects, moved_addresses, redirect_line
from generator.commands.events.references import find_references, has_title_of_case
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic, rule
from generator.editing import can_be_written, slugify
from generator.editing.record_text import rename_links
from generator.model import (
    Address,
    Briefing,
    Case,
    Notice,
    RawRecord,
    Records,
    Vocabulary,
    address_of,
    site_address,
    title_of,
)
from generator.model.record_model import Line, Slug
from generator.read import parse_text

REDIRECTS = "content/redirects.yml"
_LEFT_ALONE = frozenset({"published_urls", "link_exceptions"})
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)
_LINE: TypeAdapter[str] = TypeAdapter(Line)


def plan_renaming(
    options: BuildOptions, name: str, new_id: str | None = None, new_title: str | None = None
) -> PlannedChange:
    """Plan another id, which is the address, or another title for a record, or both.

    With a new id, the record's folder is moved, each record and page that names it is changed, and each address that
    readers may have is redirected. With a new title, so is the title of its own briefings if they have the same one.
    Yields W940 if neither is given, or if one of them cannot be used.
    """
    title = f"Rename {name}"
    opened = open_record(options, title, name)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records, located = opened
    refusal = _wrong_input(records, located, new_id, new_title, loaded.project.site_url)
    if refusal is not None:
        return refused(title, records, refusal)
    renaming = _Renaming(loaded, records, located, new_id or located.record.id, new_title, options)
    edits = renaming.edits()
    if isinstance(edits, Diagnostic):
        return refused(title, records, edits)
    record = located.record
    words = f'Rename "{title_of(record)}"' if new_title is None else f'Rename "{title_of(record)}" to "{new_title}"'
    details = {"title": title_of(record), "new_id": new_id or record.id}
    action = ChangeAction(
        ActionKind.RENAME, record.ref, details if new_title is None else {**details, "new_title": new_title}
    )
    return plan_change(loaded, words, edits, action, renamed=renaming.renamed, to_do=tuple(renaming.to_do(edits)))


def _wrong_input(
    records: Records, located: AnyLocated, new_id: str | None, new_title: str | None, site_url: str
) -> Diagnostic | None:
    record, place = located.record, located.raw.location_of()

    def w940(message: str, hint: str) -> Diagnostic:
        return rule("W940").diagnostic(message, place, hint)

    if new_id in (None, record.id) and new_title in (None, title_of(record)):
        return w940("no other name is given", 'write the new id, or --name "New name", or both')
    try:
        if new_title is not None:
            _LINE.validate_python(new_title)
            if not can_be_written(new_title):
                return w940("the name has a control character", "type the name again")
    except ValidationError:
        return w940(f'"{new_title}" cannot be a name', "write between 1 and 300 characters on one line")
    if new_id is None or new_id == record.id:
        return None
    try:
        _SLUG.validate_python(new_id)
    except ValidationError:
        better = slugify(new_id) or "a-short-name"
        message = f'"{new_id}" cannot be the last part of an address'
        return w940(message, f'use only small Latin letters, digits, and hyphens between them: "{better}"')
    if new_id in records.known_ids.get(located.raw.kind, ()):
        return w940(f'there is a {located.raw.kind} "{new_id}" already', "choose another last part of the address")
    words = _vocabulary(records)
    renamed = record.model_copy(update={"id": new_id})
    page, own = address_of(renamed, words), set(moved_addresses(record, renamed, words))
    if any(
        site_address(each.old, site_url) == page and site_address(each.new, site_url) not in own
        for each in records.redirect_entries
    ):
        hint = f"choose another last part of the address, or first delete the redirect of {page} in {REDIRECTS}"
        return w940(f"the address {page} already redirects to another page", hint)
    return None


def _vocabulary(records: Records) -> Vocabulary | None:
    return records.vocabulary.record if records.vocabulary is not None else None


class _Renaming:
    """Follows a new id and a new title through a site."""

    def __init__(
        self,
        loaded: LoadedSite,
        records: Records,
        located: AnyLocated,
        new_id: str,
        new_title: str | None,
        options: BuildOptions,
    ) -> None:
        self._loaded = loaded
        self._records = records
        self._located = located
        self._new_id = new_id
        self._new_title = new_title
        self._private = options.private
        self._today = options.today
        self._site_url = loaded.project.site_url
        self._old_ref = located.record.ref
        self._new_ref = f"{located.raw.kind}:{new_id}"

    @property
    def renamed(self) -> dict[str, str]:
        """The name of the record to its new one; empty if the id stays."""
        return {self._old_ref: self._new_ref} if self._new_ref != self._old_ref else {}

    def edits(self) -> SiteEdits | Diagnostic:
        """Return all changes of files, or W940 for a file that no program can change safely."""
        edits = SiteEdits()
        for raw in self._loaded.site.value.records:
            if raw.kind in _LEFT_ALONE:
                continue
            written = self._with_redirects(raw.own or raw)
            text = RecordText(written) if written is not None else None
            if written is not None and text is not None:
                self._edit(written, text)
            if text is None or text.text is None:
                return by_hand(raw.file, (f"the new name {self._new_ref} in place of {self._old_ref}",))
            if text.text != (raw.own or raw).source.text:
                edits.texts[raw.file] = text.text
        if self.renamed:
            for page in self._loaded.site.value.pages:
                new = rename_links(page.source.text, self._old_ref, self._new_ref)
                if new != page.source.text:
                    edits.texts[page.source.file] = new
            self._move(edits)
            if not any(raw.kind == "redirects" for raw in self._loaded.site.value.records):
                self._new_redirects(edits)
        return edits

    def to_do(self, edits: SiteEdits) -> Iterator[str]:
        """Yield what no program can decide."""
        if self._private is not None and self.renamed and (self._private / f"{self._located.record.id}.yml").is_file():
            yield f"Rename {self._located.record.id}.yml in the private folder to {self._new_id}.yml"
        if self.renamed and self._located.raw.kind == "case":
            for briefing in self._records.briefings:
                old_id, identity = self._located.record.id, briefing.record.id
                if briefing.record.case == old_id and f"-{old_id}-" in f"-{identity}-":
                    better = f"-{identity}-".replace(f"-{old_id}-", f"-{self._new_id}-").strip("-")
                    yield f"Its briefing keeps its address; to change it: library rename briefing:{identity} {better}"
        if self._new_title is not None:
            old = title_of(self._located.record)
            places = {file: count for file, count in self._mentions(old, edits) if count}
            for file, count in places.items():
                yield f'Read {file}: "{old}" is still there, in {count} {"place" if count == 1 else "places"}'

    def _mentions(self, old: str, edits: SiteEdits) -> Iterator[tuple[str, int]]:
        pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
        sources = (
            *(raw.source for raw in self._loaded.site.value.records if raw.kind not in _LEFT_ALONE),
            *(page.source for page in self._loaded.site.value.pages),
        )
        for source in sources:
            yield (
                edits.moved.get(source.file, source.file),
                len(pattern.findall(edits.texts.get(source.file, source.text))),
            )

    def _edit(self, raw: RawRecord, text: RecordText) -> None:
        if self.renamed:
            for path in find_references(raw, self._located):
                text.set_value(path, self._new_id)
            text.rename_links(self._old_ref, self._new_ref)
        if raw.file == self._located.raw.file:
            if self.renamed and "id" in raw.values:
                text.set("id", self._new_id)
            if self._new_title is not None:
                text.set("name" if raw.kind == "case" else "title", self._new_title)
        elif self._new_title is not None and has_title_of_case(raw, self._located):
            text.set("title", self._new_title)

    def _move(self, edits: SiteEdits) -> None:
        """Move the record's folder, or the file of a notice. A record that has its id in a field stays where it is."""
        raw, root = self._located.raw, self._loaded.project.root
        if "id" in raw.values:
            return
        if raw.kind == "notice":
            edits.moved[raw.file] = f"{raw.folder}/{self._new_id}.yml"
            return
        target = f"{raw.folder.rpartition('/')[0]}/{self._new_id}"
        for path in sorted((root / raw.folder).rglob("*")):
            if path.is_file():
                inside = path.relative_to(root / raw.folder).as_posix()
                edits.moved[f"{raw.folder}/{inside}"] = f"{target}/{inside}"

    def _new_redirects(self, edits: SiteEdits) -> None:
        redirects = self._redirects()
        if redirects and not Path(self._loaded.project.root / REDIRECTS).exists():
            lines = "".join(f"  - {redirect_line(old, new, self._today)}\n" for old, new in redirects.items())
            edits.texts[REDIRECTS] = f"redirects:\n{lines}"

    def _with_redirects(self, raw: RawRecord) -> RawRecord | None:
        """Return the record of the redirects with those that the renaming needs; None if it cannot be changed safely.

        Any other record is returned as it is.
        """
        if raw.kind != "redirects" or not self.renamed:
            return raw
        text = change_redirects(raw.source.text, self._moves(), self._redirects(), self._site_url, self._today)
        return parse_text(raw, text) if text is not None else None

    def _redirects(self) -> dict[Address, Address]:
        """Return each address that readers may have, and where it leads."""
        moves = self._moves()
        urls = self._records.published_urls
        listed = {entry.address: entry.record for entry in urls.record.published} if urls is not None else {}
        live = self._loaded.state().addresses if self._located.record.is_public(self._today) else frozenset()
        redirects = {old: new for old, new in moves.items() if old in live or old in listed}
        page = address_of(self._renamed_record(), _vocabulary(self._records))
        taken = {site_address(each.old, self._site_url) for each in self._records.redirect_entries}
        back = set(moves.values())
        redirects |= {
            address: page
            for address, record in listed.items()
            if record == self._old_ref and address not in redirects and address not in taken and address not in back
        }
        return redirects

    def _moves(self) -> dict[Address, Address]:
        return moved_addresses(self._located.record, self._renamed_record(), _vocabulary(self._records))

    def _renamed_record(self) -> Case | Briefing | Notice:
        return self._located.record.model_copy(update={"id": self._new_id})
