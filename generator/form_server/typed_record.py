"""The record that was typed in a form, as values and as the text of its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from generator.commands.record_values import text_with_values, values_of
from generator.form_server.draft_store import Draft
from generator.form_server.multipart import PostedForm
from generator.forms import SIDES, FormValue, RecordForm, to_record, without_files
from generator.model.raw_record import Path as ValuePath

_TAKE: Final = "take:"


def wanted_record(form: RecordForm, base_text: str, values: FormValue) -> dict[str, Any]:
    """Return the record that was typed. `base_text` is the text that the form was made from."""
    base = values_of(base_text, form.is_page) or {}
    wanted = to_record(form.fields, values, {name: each for name, each in base.items() if name != "id"}) or {}
    return {"id": base["id"], **wanted} if "id" in base else wanted


def typed_text(root: Path, form: RecordForm, identity: str, draft: Draft, base_text: str) -> str | None:
    """Return the text of the record as it was typed; None if its file cannot be changed.

    Documents and pictures whose files are only in the draft are left out, as no page can show them yet.
    """
    missing = {*draft.uploads} - _files_in((root / form.file_of(identity)).parent)
    wanted = wanted_record(form, base_text, without_files(draft.values, missing))
    return text_with_values(base_text, wanted, form.order, form.is_page)


def _files_in(folder: Path) -> set[str]:
    try:
        return {each.name for each in folder.iterdir()}
    except OSError:
        return set()


def decisions_in(posted: PostedForm) -> dict[ValuePath, str]:
    """Return which values to take, by path: the fields of the form for a conflict are named `take:documents.0.file`."""
    return {
        tuple(int(step) if step.isdecimal() else step for step in name.removeprefix(_TAKE).split(".")): values[-1]
        for name, values in posted.values.items()
        if name.startswith(_TAKE) and values[-1] in SIDES
    }


def decision_name(path: ValuePath) -> str:
    """Return the name of the form's field that chooses one of two values."""
    return _TAKE + ".".join(map(str, path))
