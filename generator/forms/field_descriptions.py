"""The descriptions of fields that an editor program shows, from the docstrings below them in the models."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Mapping
from functools import cache
from typing import Final

from generator.model.record_model import RecordModel

_NONE: Final = re.compile(r"(?<![;,] )\bNone (?=(?:if|for|unless|before|until)\b)")
_NONE_INSIDE: Final = re.compile(r"(?<=[;,] )None (?=(?:if|for|unless|before|until)\b)")


@cache
def field_descriptions(model: type[RecordModel]) -> Mapping[str, str]:
    """Return the first paragraph of the docstring of each field, by field name; only of fields that have one.

    "None if it is not known" becomes "Leave it out if it is not known", as an editor does not write None.
    """
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, RecordModel):
            found |= _own_descriptions(each)
    return found


def _own_descriptions(model: type[RecordModel]) -> Mapping[str, str]:
    statements = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    assert isinstance(statements, ast.ClassDef)
    found: dict[str, str] = {}
    field = ""
    for statement in statements.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            field = statement.target.id
        elif field and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            found[field] = for_editors(inspect.cleandoc(str(statement.value.value)))
            field = ""
        else:
            field = ""
    return found


def for_editors(text: str) -> str:
    """Return the first paragraph of a text, for an editor who types in a file: a field is left out, not empty."""
    first = " ".join(text.split("\n\n", maxsplit=1)[0].split()).replace("Leave it empty", "Leave it out")
    return _NONE_INSIDE.sub("leave it out ", _NONE.sub("Leave it out ", first))
