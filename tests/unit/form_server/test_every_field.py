"""Every field of every record can be filled in, and a form that nobody changed changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.forms import FORMS, FieldKind, FormField
from generator.forms.form_fields import known_words
from generator.model.record_model import RecordModel
from tests.unit.form_server.conftest import CASE, SAMPLE, Form, Officer, form_in

ONLY_IN_THE_FILE = {
    "briefing.workflow": "No step of a briefing is checked: any names and values are right.",
    "notice.workflow": "No step of a notice is checked: any names and values are right.",
    "bulletin.items": "They are what was sent. `library sent` writes them, and they stay as they are.",
}
"""The fields that no form changes, with the reason."""

VOCABULARY = "content/vocabulary.yml"


def fields_in(field: FormField, path: str) -> Iterator[tuple[str, FormField]]:
    yield path, field
    for each in field.fields:
        yield from fields_in(each, f"{path}.{each.name}")
    if field.item is not None:
        yield from fields_in(field.item, f"{path}[]")


def models_in(annotation: object) -> Iterator[type[RecordModel]]:
    if isinstance(annotation, type) and issubclass(annotation, RecordModel):
        yield annotation
    for each in getattr(annotation, "__args__", ()):
        yield from models_in(each)


def test_every_field_can_be_filled_in_or_has_a_reason_why_not() -> None:
    opaque = {
        path
        for kind, form in FORMS.items()
        for path, field in fields_in(form.fields, kind)
        if field.kind is FieldKind.OPAQUE
    }
    assert opaque == set(ONLY_IN_THE_FILE)


def test_every_field_has_words_of_its_own() -> None:
    wordless, waiting, seen = set(), [form.model for form in FORMS.values()], set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, info in model.model_fields.items():
            if known_words(model, info.alias or name) is None and name != "id":
                wordless.add(f"{model.__name__}.{info.alias or name}")
            if (model.__name__, name) != ("Bulletin", "items"):
                waiting += models_in(info.annotation)
    assert not wordless


RECORDS = sorted(
    f"{kind}/{form.id_of(path.relative_to(SAMPLE).as_posix())}"
    for kind, form in FORMS.items()
    for path in SAMPLE.glob(form.file.replace("{id}", "**/*" if form.is_page else "*"))
    if not any(part.startswith("_") for part in path.parts)
)


@pytest.mark.parametrize("record", RECORDS)
def test_saving_a_form_that_nobody_changed_changes_no_byte(officer: Officer, record: str) -> None:
    kind, _, identity = record.partition("/")
    path = officer.root / FORMS[kind].file_of(identity)
    before = path.read_bytes()
    reply = officer.post(officer.open(record))
    assert reply.text(".notice") == ["Nothing was changed."], reply.text(".finding")
    assert path.read_bytes() == before


def added(officer: Officer, form: Form, name: str, choice: str = "") -> Form:
    """The form after a press of the button that adds an item."""
    return form_in(officer.post(form.set(f"choose:{name}", choice) if choice else form, f"add:{name}"))


def test_terms_of_packs_are_left_out_and_others_come_first(officer: Officer) -> None:
    path = officer.root / VOCABULARY
    path.write_text(path.read_text(encoding="utf-8") + "use: [children-england]\n", encoding="utf-8")
    page = officer.get("/_edit/vocabulary/vocabulary").page
    themes = [each.attributes["value"] for each in page.css('input[name="leave_out.themes"]')]
    assert themes
    first = page.css('select[name="choose:order.themes"] option')[-1].attributes["value"]
    form = officer.open("vocabulary/vocabulary").set("leave_out.themes", str(themes[0]))
    form = added(officer, form, "order.themes", str(first))
    reply = officer.post(form)
    assert "Saved." in reply.body, reply.text(".finding")
    text = officer.read(VOCABULARY)
    assert f"leave_out: {{themes: [{themes[0]}]}}\norder: {{themes: [{first}]}}\n" in text
    officer.post(officer.open("vocabulary/vocabulary").set("leave_out.themes").set("order.themes"))
    assert officer.read(VOCABULARY).endswith("use: [children-england]\n")


def test_words_that_mean_the_same_are_groups_of_words(officer: Officer) -> None:
    form = officer.open("vocabulary/vocabulary")
    assert form["synonyms.0.1"] == "Looking back"
    words = officer.get("/_edit/vocabulary/vocabulary").page.css_first("#field-synonyms")
    assert words is not None
    assert "Group of words 2" in words.text()
    assert "Add a word" in words.text()
    officer.post(form.set("synonyms.0.1", "Looking behind"))
    assert "[TCR, Looking behind]" in officer.read(VOCABULARY)
    assert "[KT, Knock twice]" in officer.read(VOCABULARY)


def test_a_picture_is_added_with_what_it_shows(officer: Officer) -> None:
    form = added(officer, officer.open("case/heron"), "pictures")
    form.files.append(("file:pictures.0.file", "Blue Door.png", PNG))
    reply = officer.post(form)
    assert "What it shows" in " ".join(reply.text(".notice")), "the words for people who cannot see it are asked for"
    form = form_in(reply)
    assert form["pictures.0.file"] == "blue-door.png"
    reply = officer.post(form.set("pictures.0.alt", "A blue door with a bell"))
    assert "Saved." in reply.body, reply.text(".finding")
    text = officer.read(CASE)
    assert "blue-door.png" in text
    assert "A blue door with a bell" in text
    assert (officer.root / "content/cases/heron/blue-door.png").exists()


def test_a_picture_is_no_pdf(officer: Officer) -> None:
    form = added(officer, officer.open("case/heron"), "pictures")
    form.files.append(("file:pictures.0.file", "report.pdf", b"%PDF-1.7 "))
    assert "choose a file of the kind JPEG or PNG or WEBP" in " ".join(officer.post(form).text(".notice"))
    accepted = officer.get("/_edit/case/heron").page.css_first('input[name="file:pictures.0.file"]')
    assert accepted is not None
    assert accepted.attributes["accept"] == ".jpg,.jpeg,.png,.webp"


def test_the_answers_for_a_coversheet_have_a_field_and_an_answer(officer: Officer) -> None:
    form = added(officer, officer.open("case/heron"), "workflow.coding")
    form.set("workflow.coding.0.name", "family-structure").set("workflow.coding.0.value", "12")
    reply = officer.post(form)
    assert "Saved." in reply.body, reply.text(".finding")
    assert "coding: {family-structure: " in officer.read(CASE).replace("coding:\n    family", "coding: {family")
    form = officer.open("case/heron").set("workflow.coding.#")
    officer.post(form)
    assert "coding" not in officer.read(CASE)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738"
    "550000000049454e44ae426082"
)
