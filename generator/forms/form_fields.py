"""The fields of a form, from the model of a record and the words for officers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.forms.field_words import WORDS, FieldWords
from generator.forms.site_words import SITE_WORDS
from generator.forms.value_words import humanise, words_of_value
from generator.forms.workflow_words import WORKFLOW_WORDS
from generator.model import EventTime, PartialDate
from generator.model.record_model import in_a_list

_IN_ORDER: Final = frozenset({"briefings", "order"})
"""Lists of known values whose order readers see."""

_ALL_WORDS: Final = WORDS | SITE_WORDS | WORKFLOW_WORDS
_FILES: Final = frozenset({"file", "earlier"})
NAME: Final = "name"
"""The field with the name of an entry, in an item for one of several values by name."""

VALUE: Final = "value"
"""The field with the value of such an entry."""


class FieldKind(StrEnum):
    """How a field is shown."""

    LINE = "line"
    TEXT = "text"
    MARKDOWN = "markdown"
    """A whole page, with the line breaks of its file."""

    DATE = "date"
    MOMENT = "moment"
    """A date, perhaps with a clock time."""

    NUMBER = "number"
    YES_NO = "yes-no"
    CHOICE = "choice"
    SET = "set"
    """Boxes to tick."""

    ORDER = "order"
    """Known values in an order."""

    LIST = "list"
    GROUP = "group"
    FILE = "file"
    OPAQUE = "opaque"
    """A value that can only be changed in the file. Saving keeps it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen."""

    value: str
    label: str
    group: str = ""
    """The heading under which it is listed; empty if there is none."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form."""

    name: str
    """The name in the record. Empty for an item of a list."""

    kind: FieldKind
    words: FieldWords
    required: bool = False
    options: tuple[Option, ...] = ()
    """The values of a closed list in code. Those of the vocabulary are in `Choices`."""

    default: str = ""
    """What a record without the field means."""

    item: FormField | None = None
    """The field of one item; None for other kinds than a list."""

    fields: tuple[FormField, ...] = ()
    model: str = ""
    """The name of the model of a group."""

    may_be_single: bool = False
    """True for a list whose only item is written without the list."""

    is_mapping: bool = False
    """True for a list whose items are the entries of a mapping in the record."""

    def field(self, name: str) -> FormField | None:
        """Return the field of a group with a name."""
        return next((field for field in self.fields if field.name == name), None)


@cache
def form_of(model: type[BaseModel]) -> FormField:
    """Return all fields of a record as one group."""
    return FormField(
        "", FieldKind.GROUP, FieldWords(model.__name__), fields=tuple(_fields(model)), model=model.__name__
    )


def _fields(model: type[BaseModel]) -> Iterator[FormField]:
    for name, info in model.model_fields.items():
        written = info.alias or name
        words = known_words(model, written) or FieldWords(humanise(written))
        yield _field(written, info.annotation, tuple(info.metadata), words, info.is_required(), _default(info))


def known_words(model: type[BaseModel], name: str) -> FieldWords | None:
    """Return the words for a field by its name in the record; None if it has none."""
    return next((words for each in model.__mro__ if (words := _ALL_WORDS.get(each.__name__, {}).get(name))), None)


def _default(info: FieldInfo) -> str:
    if info.default is True:
        return "yes"
    if isinstance(info.default, Enum):
        return str(info.default.value)
    return info.default if isinstance(info.default, str) else ""


def _field(
    name: str, annotation: Any, metadata: tuple[Any, ...], words: FieldWords, required: bool = False, default: str = ""
) -> FormField:
    kind, metadata = _without_none(annotation, metadata)
    if words.is_read_only:
        return FormField(name, FieldKind.OPAQUE, words, required)
    if get_origin(kind) is dict and words.entries:
        entries = (_field(key, get_args(kind)[1], (), each) for key, each in words.entries.items())
        return FormField(name, FieldKind.GROUP, words, required, fields=tuple(entries))
    if get_origin(kind) is dict and words.of_entries is not None:
        return _mapping(name, get_args(kind)[1], words)
    if get_origin(kind) is tuple:
        return _list(name, get_args(kind)[0], metadata, words, required)
    if words.choices and words.choices != "markdown":
        return FormField(name, FieldKind.CHOICE, words, required, default=default)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return FormField(name, FieldKind.CHOICE, words, required, _options(kind), default)
    if get_origin(kind) is Literal:
        options = tuple(Option(each, words_of_value(each)) for each in get_args(kind))
        return FormField(name, FieldKind.CHOICE, words, required, options, default)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return FormField(name, FieldKind.GROUP, words, required, fields=tuple(_fields(kind)), model=kind.__name__)
    return FormField(name, _simple_kind(name, kind, metadata, words), words, required, default=default)


def _list(name: str, item: Any, metadata: tuple[Any, ...], words: FieldWords, required: bool) -> FormField:
    single = any(getattr(each, "func", None) is in_a_list for each in metadata)
    inner, _ = _without_none(item, ())
    is_enum = isinstance(inner, type) and issubclass(inner, StrEnum)
    if words.choices or is_enum:
        options = _options(inner) if is_enum else ()
        kind = FieldKind.ORDER if name in _IN_ORDER or words.is_ordered else FieldKind.SET
        return FormField(name, kind, words, required, options, may_be_single=single)
    words_of_item = FieldWords(humanise(words.item), item=words.part, rows=words.rows, is_prose=words.is_prose)
    return FormField(name, FieldKind.LIST, words, required, item=_field("", item, (), words_of_item, True))


def _mapping(name: str, value: Any, words: FieldWords) -> FormField:
    """Return the field of values by any name: a list whose items have a name and a value."""
    assert words.of_entries is not None
    words_of_name, words_of_value = words.of_entries
    fields = (_field(NAME, str, (), words_of_name, True), _field(VALUE, value, (), words_of_value, True))
    item = FormField("", FieldKind.GROUP, FieldWords(humanise(words.item)), True, fields=fields)
    return FormField(name, FieldKind.LIST, words, item=item, is_mapping=True)


def _without_none(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Return the type inside `Annotated` and `| None`, with all its metadata."""
    if get_origin(annotation) is Annotated:
        kind, *more = get_args(annotation)
        return _without_none(kind, (*metadata, *more))
    if get_origin(annotation) in (Union, UnionType):
        kinds = [each for each in get_args(annotation) if each is not NoneType]
        return _without_none(kinds[0], metadata) if len(kinds) == 1 else (object, metadata)
    return annotation, metadata


def _simple_kind(name: str, kind: Any, metadata: Iterable[Any], words: FieldWords) -> FieldKind:
    if name in _FILES:
        return FieldKind.FILE
    if words.choices == "markdown":
        return FieldKind.MARKDOWN
    simple = {PartialDate: FieldKind.DATE, EventTime: FieldKind.MOMENT, bool: FieldKind.YES_NO, int: FieldKind.NUMBER}
    if kind in simple:
        return simple[kind]
    if kind is not str:
        return FieldKind.OPAQUE
    limits = [getattr(each, limit, None) for each in metadata for limit in ("max_length", "pattern")]
    return FieldKind.LINE if any(limits) and not words.rows else FieldKind.TEXT


def _options(kind: type[StrEnum]) -> tuple[Option, ...]:
    return tuple(Option(each.value, words_of_value(each.value, kind)) for each in kind)
