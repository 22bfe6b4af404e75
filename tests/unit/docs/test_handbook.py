"""The handbook says what the program says: its commands, its buttons and labels, and its pictures."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
import pytest
import yaml
from PIL import Image

from generator.cli import main
from generator.commands.push import outcome
from generator.form_server import record_list
from generator.form_server.actions.action_catalogue import ACTIONS
from generator.forms import FORMS, value_words
from generator.forms.document_ways import WAYS
from generator.forms.form_fields import FormField
from tests.handbook_pictures import tasks
from tests.handbook_pictures.officer import LARGEST

REPOSITORY: Final = Path(__file__).parents[3]
HANDBOOK: Final = REPOSITORY / "docs" / "handbook"
PAGES: Final = sorted(HANDBOOK.glob("*.md"))
TASKS: Final = [page for page in PAGES if page.name != "README.md"]
PICTURES: Final = REPOSITORY / "docs" / "pictures" / "handbook"
TEMPLATES: Final = REPOSITORY / "generator" / "form_server" / "templates"
PACKS: Final = REPOSITORY / "generator" / "packs"

_BOLD: Final = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(\.\./pictures/handbook/([\w-]+)\.webp\)")
_COMMAND: Final = re.compile(r"(?:^ *|`)(library [^`\n]+)", re.MULTILINE)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def words_on_the_screen() -> set[str]:
    """Every label, button, heading and choice of the forms, and every sentence of their templates."""
    words = {group.title for form in FORMS.values() for group in form.whole_groups}
    words |= {form.plural for form in FORMS.values()} | set(WAYS.values()) | set(value_words._WORDS.values())
    for action in ACTIONS.values():
        words |= {action.button, *(question.label for question in action.questions)}
    words |= {words.title for words in outcome._WORDS.values()}
    words |= set(record_list.STATES.values()) | set(record_list._TAGS.values()) | {"The site itself"}
    for form in FORMS.values():
        for field in fields_within(form.fields):
            article = "an" if field.words.item[:1] in "aeiou" else "a"
            item = field.words.item
            words |= {field.words.label, f"Add {article} {item}", f"More about this {item}"}
    for pack in PACKS.glob("*.yml"):
        read = yaml.safe_load(text_of(pack))
        words |= {
            term["label"] for terms in read.values() if isinstance(terms, list) for term in terms if "label" in term
        }
    return {each for each in words if each}


def fields_within(field: FormField) -> Iterator[FormField]:
    """Yield a field and all fields in it."""
    yield field
    for each in (*field.fields, *((field.item,) if field.item is not None else ())):
        yield from fields_within(each)


def texts_of_the_templates() -> str:
    """What the templates say, and what the server puts into them."""
    files = [*TEMPLATES.glob("*.html"), *(TEMPLATES.parent).glob("*.py"), *(TEMPLATES.parent / "static").glob("*.js")]
    return " ".join(re.sub(r"<[^<>]*>", "", text_of(file)) for file in files)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_words_in_bold_are_on_the_screen(page: Path) -> None:
    known, said = words_on_the_screen(), re.sub(r"\s+", " ", texts_of_the_templates())
    bold = {re.sub(r"\s+", " ", each) for each in _BOLD.findall(text_of(page))} - {"bold"}
    assert {each for each in bold if each not in known and each not in said} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_are_known_with_their_options(page: Path) -> None:
    for command in _COMMAND.findall(text_of(page)):
        assert problem_of(shlex.split(command)[1:]) == "", command


def problem_of(arguments: list[str]) -> str:
    """Return why a command cannot be run as it is written; empty if it can. Nothing is run."""
    command: click.Command = main
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), arguments[0]) if arguments else None
        if found is None:
            return f"unknown: {arguments}"
        command, arguments = found, arguments[1:]
    parser = command.make_parser(click.Context(command))
    try:
        _, rest, _ = parser.parse_args(list(arguments))
    except click.UsageError as error:
        return error.message
    return " ".join(rest)


def test_a_command_or_an_option_that_does_not_exist_is_found() -> None:
    assert problem_of(["publsh", "grace"])
    assert problem_of(["publish", "grace", "--tomorrow"])
    assert problem_of(["publish", "grace", "--yes"]) == ""


def test_every_picture_is_named_by_a_page_and_taken_by_the_script() -> None:
    named = {name for page in PAGES for _, name in _PICTURE.findall(text_of(page))}
    there = {file.stem for file in PICTURES.iterdir()}
    script = "".join(map(text_of, Path(tasks.__file__).parent.glob("*.py")))
    taken = {name for name in there | named if f'"{name}"' in script}
    assert named == there == taken


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_picture_has_words_for_people_who_cannot_see_it(page: Path) -> None:
    for words, name in _PICTURE.findall(text_of(page)):
        assert len(words.split()) >= 4, name


def test_pictures_are_small_enough_to_load_on_a_phone() -> None:
    for file in PICTURES.iterdir():
        with Image.open(file) as picture:
            assert file.stat().st_size < LARGEST
            assert picture.width <= 1280, file.name


def test_every_task_is_in_the_index_and_ends_with_the_next_one() -> None:
    index = set(re.findall(r"\]\(([\w-]+\.md)\)", text_of(HANDBOOK / "README.md")))
    assert index >= {page.name for page in TASKS}
    for page in TASKS:
        assert re.fullmatch(r"Next: \[[^\]]+\]\([\w-]+\.md\)", text_of(page).splitlines()[-1]), page.name


def test_the_readme_points_to_the_handbook_before_anything_else() -> None:
    links = re.findall(r"\]\(([^)]+)\)", text_of(REPOSITORY / "README.md"))
    assert links[0] == "docs/handbook/README.md"
