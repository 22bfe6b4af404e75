"""JSON Schemas of the record files, for editor programs such as VS Code that complete and check YAML as it is typed.

The schemas come from the models, so they have the fields that `library check` accepts. Names, descriptions and choices
are those of the forms; a field without a sentence in the forms has that of the model. What depends on other records
(does the file exist, is a date in order) only `check` can say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.forms.choices import RECORD_CHOICES, Choices, choices_of
from generator.forms.field_descriptions import field_descriptions, for_editors
from generator.forms.form_fields import Option, known_words
from generator.forms.site_words import SITE_WORDS
from generator.model import Briefing, Case, Notice, Partnership, Records
from generator.model.bulletin import Bulletin
from generator.model.published_addresses import LinkExceptions, Redirects
from generator.model.record_model import SLUG_PATTERN, RecordModel
from generator.model.report_year import Year
from generator.model.term import Term
from generator.model.vocabulary import Vocabulary

_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that the YAML extension of VS Code knows best."""


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """A kind of record file that has a schema."""

    name: str
    """The name of the schema's file, without its ending."""

    model: type[RecordModel]
    title: str
    files: tuple[str, ...]
    """Patterns of the paths of the records, from the site's root."""


RECORD_FILES: Final = (
    RecordFiles("case", Case, "A review", ("content/cases/*/case.yml",)),
    RecordFiles("briefing", Briefing, "A briefing", ("briefings/*/briefing.yml",)),
    RecordFiles("notice", Notice, "A notice", ("content/notices/*.yml",)),
    RecordFiles("bulletin", Bulletin, "A bulletin", ("content/bulletins/*.yml",)),
    RecordFiles("year", Year, "A year of the annual report", ("content/years/*.yml",)),
    RecordFiles("partnership", Partnership, "The partnership", ("content/partnership.yml",)),
    RecordFiles("vocabulary", Vocabulary, "The vocabulary", ("content/vocabulary.yml",)),
    RecordFiles("redirects", Redirects, "Redirects", ("content/redirects.yml",)),
    RecordFiles("link-exceptions", LinkExceptions, "Exceptions for links", ("content/link-exceptions.yml",)),
)


def draft_schemas(records: Records) -> Mapping[str, str]:
    """Return the text of each schema by the name of its file, `case.json`.

    Lists of a vocabulary that is missing or has faults are left open: any id fits.
    """
    choices = choices_of(records)
    return {f"{each.name}.json": _as_text(_draft(each, choices)) for each in RECORD_FILES}


def _draft(each: RecordFiles, choices: Choices) -> dict[str, Any]:
    drafted = each.model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = drafted.pop("$defs", {})
    models = {model.__name__: model for model in _models_in(each.model)}
    if "id" in each.model.model_fields:
        drafted["required"] = [name for name in drafted.get("required", ()) if name != "id"]
    for name, schema in ((each.model.__name__, drafted), *definitions.items()):
        _simplify(schema)
        model = models.get(name)
        if model is not None:
            _describe(schema, model, choices)
    return {"$schema": _DIALECT, "title": each.title, **drafted, "definitions": definitions}


def _models_in(model: type[RecordModel]) -> Iterator[type[RecordModel]]:
    """Yield a model and the models of the values in its fields."""
    waiting, seen = [model], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        yield one
        for field in one.model_fields.values():
            waiting += _record_models(field.annotation)


def _record_models(annotation: object) -> list[type[RecordModel]]:
    if isinstance(annotation, type) and issubclass(annotation, RecordModel):
        return [annotation]
    return [each for inner in getattr(annotation, "__args__", ()) for each in _record_models(inner)]


def _describe(schema: dict[str, Any], model: type[RecordModel], choices: Choices) -> None:
    """Add the words for fields and the ids that they can have to the schema of a model."""
    descriptions = field_descriptions(model)
    if issubclass(model, Term):
        # A term of a pack can be changed field by field, so the record needs no more than its id.
        schema["required"] = ["id"]
    for name, field in model.model_fields.items():
        written = schema["properties"][field.alias or name]
        words = known_words(model, field.alias or name)
        if words is not None and (options := choices.get(words.choices)):
            # A list of terms in the vocabulary itself is open: the term may be new in the same file.
            is_open = words.choices in RECORD_CHOICES or model.__name__ in SITE_WORDS
            _offer(written, options, is_closed=not is_open)
        if words is not None:
            written["title"] = words.label
        description = for_editors(words.help) if words is not None and words.help else descriptions.get(name)
        if description:
            written["description"] = description


def _offer(schema: dict[str, Any], options: Sequence[Option], is_closed: bool) -> None:
    """Replace the schema of an id inside another one by the list of ids. An open list allows any other id too."""
    for part in list(_parts(schema)):
        if part.get("pattern") == SLUG_PATTERN:
            listed = {"enum": [each.value for each in options], "enumDescriptions": [each.label for each in options]}
            if is_closed:
                part.clear()
                part.update(listed)
            else:
                other = dict(part)
                part.clear()
                part["anyOf"] = [listed, other]


def _parts(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in list(schema.values()):
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


def _simplify(schema: dict[str, Any]) -> None:
    """Take out what editors need not see: titles that repeat the field's name, and `null`, which no record has."""
    for part in _parts(schema):
        if isinstance(part.get("title"), str):
            del part["title"]
        choices = part.get("anyOf")
        if isinstance(choices, list) and {"type": "null"} in choices:
            choices.remove({"type": "null"})
            if part.get("default", 0) is None:
                del part["default"]
            if len(choices) == 1:
                del part["anyOf"]
                for key, value in choices[0].items():
                    part.setdefault(key, value)


def _as_text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
