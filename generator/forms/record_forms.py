"""The kinds of records that have a form: their files, and the groups of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from generator.forms.form_fields import FieldKind, FormField, form_of
from generator.model import Briefing, Bulletin, Case, Notice, Partnership, Redirects, Vocabulary
from generator.model.raw_record import Path
from generator.model.record_model import Line, Text


class HandwrittenPage(BaseModel):
    """The parts of a Markdown page that have a field. Other fields at its top stay as they are."""

    title: Line | None = None
    description: Text | None = None
    to_do: Line | None = None
    body: Text | None = None


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A part of a form with its heading."""

    title: str
    names: tuple[str, ...]
    is_private: bool = False
    """True for fields that are never published."""


@dataclass(frozen=True, slots=True)
class RecordForm:
    """The form of one kind of record."""

    kind: str
    name: str
    """One record of this kind, in words: `case`."""

    plural: str
    model: type[BaseModel]
    file: str
    """The file of a record, with `{id}` for its id. Without it, the site has one record of this kind."""

    groups: tuple[FieldGroup, ...] = ()
    """The groups in their order. Fields that are in none of them follow under "More"."""

    title_field: str = "title"
    page: str = ""
    """The address of the page of a record on the site, with `{id}`. Empty for the first page."""

    can_be_new: bool = True

    @property
    def is_page(self) -> bool:
        """True for Markdown pages, whose ids are their paths."""
        return self.model is HandwrittenPage

    @property
    def is_single(self) -> bool:
        """True if the site has one record of this kind."""
        return "{id}" not in self.file

    @property
    def fields(self) -> FormField:
        """All fields, as one group. The id is left out: it comes from the name of the file and never changes."""
        whole = form_of(self.model)
        shown = tuple(field for field in whole.fields if field.name != "id")
        return FormField("", FieldKind.GROUP, whole.words, fields=shown, model=whole.model)

    @property
    def whole_groups(self) -> tuple[FieldGroup, ...]:
        """The groups, with one more for all other fields."""
        named = {name for group in self.groups for name in group.names}
        rest = tuple(field.name for field in self.fields.fields if field.name not in named)
        return (*self.groups, FieldGroup("More" if self.groups else "Fields", rest)) if rest else self.groups

    def file_of(self, identity: str) -> str:
        """Return the file of a record, as a path from the root of the site."""
        return self.file.format(id=identity)

    def id_of(self, file: str) -> str:
        """Return the id of the record in a file of this form: its kind if the site has one such record."""
        before, _, after = self.file.partition("{id}")
        return self.kind if self.is_single else file.removeprefix(before).removesuffix(after)

    def order(self, path: Path) -> tuple[str, ...]:
        """Return the usual order of the fields in a file at a path of the record."""
        if not path:
            return ("id", *_lead(name for group in self.whole_groups for name in group.names))
        field: FormField | None = self.fields
        for step in path:
            field = (field.item if isinstance(step, int) else field.field(step)) if field is not None else None
        return tuple(each.name for each in field.fields) if field is not None else ()


def _lead(names: Iterator[str]) -> Iterator[str]:
    """Yield the state of a record behind its first two fields, as records are written by hand."""
    rest = [name for name in names if name not in _STATE]
    yield from rest[:2]
    yield from _STATE
    yield from rest[2:]


_STATE: Final = ("status", "publish_on", "status_since", "status_reason")

_WHO_CAN_SEE: Final = FieldGroup("Who can see it", (*_STATE, "after", "language", "direction"))

_CORRECTIONS: Final = FieldGroup("Corrections", ("corrections",))


def _only_for_us(*names: str) -> FieldGroup:
    return FieldGroup("Only for us, never published", names, is_private=True)


_CASE: Final = RecordForm(
    "case",
    "case",
    "Cases",
    Case,
    "content/cases/{id}/case.yml",
    (
        FieldGroup(
            "Who and what",
            (
                "name",
                "subtitle",
                "type",
                "published",
                "publication",
                "expected",
                "commissioned",
                "concluded",
                "summary",
                "story",
                "summary_source",
            ),
        ),
        FieldGroup("What we learned", ("learning", "practice", "community", "findings", "recommendations")),
        FieldGroup("Find it under", ("harms", "themes", "about", "content_note", "briefings", "also_known_as")),
        FieldGroup("Documents and pictures", ("documents", "reviewer", "pictures")),
        _CORRECTIONS,
        _WHO_CAN_SEE,
        _only_for_us("sources", "people", "accepted_findings", "workflow"),
    ),
    "name",
    "reviews/{id}/",
)
_BRIEFING: Final = RecordForm(
    "briefing",
    "briefing",
    "Briefings",
    Briefing,
    "briefings/{id}/briefing.yml",
    (
        FieldGroup(
            "Who and what",
            (
                "title",
                "subtitle",
                "series",
                "case",
                "published",
                "revised",
                "summary",
                "summary_source",
                "written_by",
                "retold",
            ),
        ),
        FieldGroup("What we learned", ("sections", "questions")),
        FieldGroup("Find it under", ("themes", "harms", "about", "audience", "content_note", "also_known_as")),
        FieldGroup("Documents and pictures", ("documents", "pictures")),
        _CORRECTIONS,
        _WHO_CAN_SEE,
        _only_for_us("sources", "accepted_findings", "workflow"),
    ),
    page="briefings/{id}/",
)
_NOTICE: Final = RecordForm(
    "notice",
    "notice",
    "News and resources",
    Notice,
    "content/notices/{id}.yml",
    (
        FieldGroup("Who and what", ("title", "kind", "date", "summary", "body", "links")),
        FieldGroup("When and where", ("starts", "ends", "place", "changes", "cancelled")),
        FieldGroup("Find it under", ("themes", "harms", "about", "audience", "content_note")),
        FieldGroup("Documents and pictures", ("documents", "pictures")),
        _CORRECTIONS,
        _WHO_CAN_SEE,
        _only_for_us("sources", "accepted_findings", "workflow"),
    ),
    page="news/{id}/",
)
_BULLETIN: Final = RecordForm(
    "bulletin",
    "bulletin",
    "Bulletins",
    Bulletin,
    "content/bulletins/{id}.yml",
    (
        FieldGroup("What it says", ("title", "welcome", "order", "pinned", "left_out")),
        FieldGroup("Who can see it", ("status", "sent", "written_by", "items")),
        _only_for_us("sources"),
    ),
    page="bulletins/{id}/",
    can_be_new=False,
)

FORMS: Final = {
    form.kind: form
    for form in (
        _CASE,
        _BRIEFING,
        _NOTICE,
        _BULLETIN,
        RecordForm(
            "page",
            "page",
            "Pages",
            HandwrittenPage,
            "content/pages/{id}.md",
            (FieldGroup("What it says", ("title", "description", "body")), _only_for_us("to_do")),
            can_be_new=False,
        ),
        RecordForm(
            "vocabulary",
            "vocabulary",
            "Vocabulary",
            Vocabulary,
            "content/vocabulary.yml",
            (
                FieldGroup("Themes and harms", ("themes", "harms", "audiences")),
                FieldGroup(
                    "Kinds", ("review_types", "joint_types", "briefing_series", "document_kinds", "notice_kinds")
                ),
                FieldGroup("Recommendations", ("agencies", "recommendation_statuses", "annual_reports")),
                FieldGroup("Who gets a report", ("recipients", "repositories", "coversheets")),
                FieldGroup("Search", ("synonyms", "pinned_answers")),
                FieldGroup("Packs", ("use", "leave_out", "order", "show_unused", "nation")),
            ),
            can_be_new=False,
        ),
        RecordForm(
            "partnership",
            "partnership",
            "Partnership",
            Partnership,
            "content/partnership.yml",
            (
                FieldGroup(
                    "Who you are", ("name", "area", "library_name", "description", "website", "people", "adopted")
                ),
                FieldGroup("Who to call", ("contacts", "helplines")),
                FieldGroup(
                    "Who to write to", ("documents_contact", "feedback", "sign_up", "older_reports", "newsletter")
                ),
                FieldGroup("How it looks", ("logo", "colours", "fonts", "exit_to", "licence", "language")),
                FieldGroup("Rules", ("document_rules", "review_order", "recommendations", "nation")),
            ),
            can_be_new=False,
        ),
        RecordForm("redirects", "redirects", "Redirects", Redirects, "content/redirects.yml", can_be_new=False),
    )
}
"""The forms, by the kind of record, in the order of the list."""
