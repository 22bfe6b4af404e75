"""What a page shows of each field of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from generator.form_server.uploads import DOCUMENTS
from generator.forms import Choices, FieldKind, FormField, FormFinding, FormValue
from generator.forms.choices import options_of
from generator.forms.document_ways import FIELDS_OF_WAYS, WAY, WAYS
from generator.forms.form_fields import Option
from generator.forms.form_values import KEPT, ORIGIN
from generator.forms.posted import name_of
from generator.forms.record_forms import FieldGroup
from generator.model.raw_record import Path

TEXT_IN_CASE: Final = (
    "The page of this briefing takes its text from its review. Write the text in the form of the review, then remove "
    "the sections here."
)
"""The help for sections that no page shows."""

_ROWS: Final = 3
_MANY: Final = 12
"""A longer list of boxes to tick is folded."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field, ready for the template."""

    kind: str
    name: str
    id: str
    label: str
    help: str
    is_required: bool
    findings: tuple[FormFinding, ...]
    value: str = ""
    chosen: tuple[str, ...] = ()
    chosen_labels: tuple[str, ...] = ()
    option_groups: tuple[tuple[str, tuple[Option, ...]], ...] = ()
    items: tuple[FieldView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    what: str = ""
    """What an item is called: `lesson`."""

    part: str = ""
    """What an item inside it is called, if it is a list."""

    number: int = 0
    """The number of an item, from 1; 0 for a field that is not an item."""

    count: int = 0
    """The number of items in its list."""

    rows: int = _ROWS
    suffixes: tuple[str, ...] = ()
    """The endings of the files that can be chosen."""

    is_kept: bool = False
    """True for a value that can only be changed in the file."""

    hidden: tuple[tuple[str, str], ...] = ()
    """Names and values of hidden fields."""

    ways: tuple[tuple[str, str, str], ...] = ()
    """For a document: each way's id, its words, and the id of the input."""

    way: str = ""
    of_ways: str = ""
    """For a field of a document: the ways that show it, separated by spaces. Empty if all do."""

    decides: bool = False
    """True if other fields depend on the choice: the form follows when it changes."""

    is_open: bool = False
    is_folded: bool = False
    """True for what is shown when someone opens it."""

    @property
    def described_by(self) -> str:
        """The ids of the texts that describe it: its findings, then its help."""
        return " ".join((*(["f-" + self.id] if self.findings else []), *(["h-" + self.id] if self.help else [])))

    @property
    def has_error(self) -> bool:
        """True if the record cannot be saved with the value."""
        return any(finding.is_error for finding in self.findings)

    @property
    def is_filled(self) -> bool:
        """True if anything is in it."""
        parts = (*self.items, *self.fields)
        return bool(self.value or self.chosen or self.is_kept or any(part.is_filled for part in parts))

    @property
    def all_findings(self) -> tuple[FormFinding, ...]:
        """The findings of the field and of everything inside."""
        return (*self.findings, *(each for part in (*self.items, *self.fields) for each in part.all_findings))


@dataclass(frozen=True, slots=True)
class GroupView:
    """A part of a form with its heading."""

    id: str
    title: str
    is_private: bool
    fields: tuple[FieldView, ...]
    findings: tuple[FormFinding, ...] = field(default=())


class FieldViewMaker:
    """Makes the views of one form."""

    def __init__(self, choices: Choices, findings: Iterable[FormFinding]) -> None:
        self._choices = choices
        self._findings = tuple(findings)

    def groups(
        self, form: FormField, groups: Iterable[FieldGroup], values: FormValue, left_out: frozenset[str] = frozenset()
    ) -> Iterator[GroupView]:
        """Yield the parts of a form in their order, without the fields that are left out."""
        for number, group in enumerate(groups, 1):
            fields = []
            for name in group.names:
                each = form.field(name)
                if name in left_out:
                    continue
                if each is not None and isinstance(values, dict) and _is_shown(each, values.get(name)):
                    fields.append(self.view(each, values.get(name, ""), name, (name,)))
            yield GroupView(f"part-{number}", group.title, group.is_private, tuple(fields))

    def view(self, form: FormField, value: FormValue, name: str, path: Path) -> FieldView:
        """Return the view of a field with its value."""
        view = FieldView(
            form.kind.value,
            name,
            "field-" + name.replace(".", "-").replace("_", "-").replace("@", ""),
            form.words.label,
            " ".join(filter(None, (form.words.in_form, form.words.help))),
            form.required,
            tuple(each for each in self._findings if each.path == path),
            rows=form.words.rows or _ROWS,
            what=form.words.item,
            part=form.words.item,
            decides=form.words.decides,
            suffixes=form.words.suffixes or tuple(sorted(DOCUMENTS)) if form.kind is FieldKind.FILE else (),
        )
        if isinstance(value, dict) and KEPT in value:
            return replace(view, is_kept=True, hidden=((name_of(name, KEPT), "yes"),))
        match form.kind:
            case FieldKind.GROUP:
                return self._group(form, value if isinstance(value, dict) else {}, view, path)
            case FieldKind.LIST:
                return self._list(form, value if isinstance(value, list) else [], view, path)
            case FieldKind.SET | FieldKind.ORDER | FieldKind.CHOICE:
                return self._choice(form, value, view)
        return replace(view, value=value if isinstance(value, str) else "")

    def _group(self, form: FormField, values: dict[str, FormValue], view: FieldView, path: Path) -> FieldView:
        fields = tuple(
            self.view(each, values.get(each.name, ""), name_of(view.name, each.name), (*path, each.name))
            for each in form.fields
            if _is_shown(each, values.get(each.name))
        )
        hidden = tuple((name_of(view.name, each), str(values[each])) for each in (ORIGIN,) if each in values)
        if form.model == "Document":
            way = str(values.get(WAY) or "file")
            ways = tuple((each, label, f"{view.id}-way-{each}") for each, label in WAYS.items())
            fields = tuple(replace(each, of_ways=_ways_of(each.name.rpartition(".")[2])) for each in fields)
            view = replace(view, ways=ways, way=way)
        whole = replace(view, fields=_order_of_document(fields) if form.model == "Document" else fields, hidden=hidden)
        return replace(whole, is_open=whole.is_filled or bool(whole.all_findings))

    def _list(self, form: FormField, values: list[FormValue], view: FieldView, path: Path) -> FieldView:
        assert form.item is not None
        items = []
        for number, each in enumerate(values):
            item = self.view(form.item, each, name_of(view.name, number), (*path, number))
            if form.item.kind is FieldKind.LIST:
                item = replace(item, label=f"{item.label} {number + 1}")
            items.append(
                replace(item, what=form.words.item, number=number + 1, count=len(values), is_open=True, help="")
            )
        return replace(view, items=tuple(items))

    def _choice(self, form: FormField, value: FormValue, view: FieldView) -> FieldView:
        options = options_of(form, self._choices)
        chosen = tuple(str(each) for each in value) if isinstance(value, list) else ((value,) if value else ())
        chosen = tuple(each for each in chosen if isinstance(each, str))
        if form.kind is FieldKind.CHOICE and not chosen and form.default:
            chosen = (form.default,)
        unknown = [
            Option(each, f"{each} (not in the list)") for each in chosen if each not in {o.value for o in options}
        ]
        labels = {option.value: option.label for option in (*options, *unknown)}
        ticked = [each for each in (*options, *unknown) if each.value in chosen] if form.kind is FieldKind.SET else []
        groups = tuple((name, tuple(each)) for name, each in groupby((*options, *unknown), lambda each: each.group))
        return replace(
            view,
            value=chosen[0] if chosen and form.kind is FieldKind.CHOICE else "",
            chosen=chosen,
            chosen_labels=tuple(each.label for each in ticked) or tuple(labels[each] for each in chosen),
            option_groups=groups,
            is_folded=len(options) > _MANY,
        )


def with_help(group: GroupView, name: str, text: str) -> GroupView:
    """Return a part of a form with another help at a field, unless a finding says what to do about the field."""
    fields = (replace(each, help=text) if each.name == name and not each.findings else each for each in group.fields)
    return replace(group, fields=tuple(fields))


def _is_shown(form: FormField, value: FormValue | None) -> bool:
    """Return False for a value that no form changes and that the record does not have."""
    return form.kind is not FieldKind.OPAQUE or isinstance(value, dict)


def _ways_of(name: str) -> str:
    return " ".join(way for way, names in FIELDS_OF_WAYS.items() if name in names)


def _order_of_document(fields: tuple[FieldView, ...]) -> tuple[FieldView, ...]:
    """Return the fields of a document: its kind, those of the chosen way, then the others."""
    kind = tuple(each for each in fields if each.name.endswith(".kind"))
    of_ways = tuple(each for each in fields if each.of_ways)
    return (*kind, *of_ways, *(each for each in fields if each not in kind and each not in of_ways))
