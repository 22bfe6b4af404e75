"""`library init`: start a new library."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import click
from pydantic import TypeAdapter, ValidationError

from generator.cli import prompts
from generator.cli.exit import end_command
from generator.cli.prompts import Prompter
from generator.commands.new_site import address_problem, colours_for, files_in_the_way, write_new_site
from generator.editing import DocumentsContact, PeopleCovered, PhoneContact, SiteAnswers
from generator.model.partnership import Colour, Phone, is_front_page
from generator.model.record_model import WebAddress

_NATIONS: Final = ("england", "wales", "scotland", "northern-ireland")
_PACKS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "england": {
        "children": ("children-england",),
        "adults": ("adults-england", "community-safety"),
        "both": ("children-england", "adults-england", "community-safety"),
    },
    "wales": dict.fromkeys(("children", "adults", "both"), ("wales", "community-safety")),
}
_SHARED_PACK: Final = ("common",)
"""What a nation without a pack of its own uses."""

_PEOPLE: Final[dict[str, PeopleCovered]] = {"children": "children", "adults": "adults", "both": "both"}
_PHONE: Final = re.compile(
    r"(?P<label>[^:]+):\s*(?P<number>[+0-9][0-9 ]*[0-9])(?:\s*\((?P<about>children|adults)\))?", re.IGNORECASE
)
_PHONE_EXAMPLE: Final = "Duty team: 01632 960001 (children)"


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the partnership or board.")
@click.option("--area", help="Area, such as Ashdale.")
@click.option("--about", help="Whose reviews it publishes: children, adults or both.")
@click.option("--title", help="Name of the library.  [default: AREA reviews library]")
@click.option("--address", help="Public address, such as https://reviews.example.org/.")
@click.option("--phone", "phones", multiple=True, help=f'Number to call, as "{_PHONE_EXAMPLE}". Can be repeated.')
@click.option("--documents", help="Who to ask for a document: an email address, web address or phone number.")
@click.option("--nation", help=f"Nation: {', '.join(_NATIONS)}.")
@click.option("--colour", help='Main colour as hex, such as "#17495a".')
@click.option("--no-input", is_flag=True, help="Do not ask questions: use the options and defaults.")
def init_command(
    folder: Path,
    name: str | None,
    area: str | None,
    about: str | None,
    title: str | None,
    address: str | None,
    phones: tuple[str, ...],
    documents: str | None,
    nation: str | None,
    colour: str | None,
    no_input: bool,
) -> None:
    """Start a new library in FOLDER.

    The command asks nine questions. You can answer each with an option instead. It writes the settings, the vocabulary
    and the pages of a library that builds at once. Notes in the files say what only you can complete. FOLDER must be
    new or empty.
    """
    _stop_if_in_the_way(folder)
    ask = Prompter(not no_input)
    name = ask.answer("name", name, "Name of the partnership or board", "", prompts.line)
    area = ask.answer("area", area, "Area", "", prompts.line)
    about = ask.answer("about", about, "Reviews of children, adults or both", "both", _people)
    title = ask.answer("title", title, "Name of the library", f"{area} reviews library", prompts.line)
    address = ask.answer("address", address, "Public address (Enter if not known)", "", _site_address)
    question = f'Numbers to call, such as "{_PHONE_EXAMPLE}"; separate several with ; (Enter if not known)'
    phone_list = ask.answer("phone", "; ".join(phones) if phones else None, question, "", _phone_list)
    question = "Who to ask for a document: email, web address or phone (Enter if not known)"
    documents = ask.answer("documents", documents, question, "", _documents_contact)
    nation = ask.answer("nation", nation, f"Nation: {', '.join(_NATIONS)}", _NATIONS[0], _nation)
    colour = ask.answer("colour", colour, 'Main colour, such as "#17495a" (Enter for the usual one)', "", _colour)
    answers = SiteAnswers(
        name=name,
        area=area,
        about=_PEOPLE[about],
        title=title,
        address=address or None,
        phones=tuple(_parse_phone(phone) for phone in _split(phone_list)),
        documents_contact=_parse_contact(documents) if documents else None,
        nation=nation,
        packs=_PACKS.get(nation, {}).get(about, _SHARED_PACK),
        has_pack=nation in _PACKS,
        colours=colours_for(colour) if colour else None,
    )
    if answers.colours is not None and answers.colours.brand != colour:
        click.echo(f"library: {colour} is too light to read on white; the library uses {answers.colours.brand}")
    try:
        written = write_new_site(folder, answers)
    except OSError as error:
        end_command(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}")
    click.echo(f"library: wrote {written} files of a new library in {folder}")
    click.echo(f"Next: cd {_quoted(folder)}")
    click.echo("      library edit      opens the forms in a browser. A double-click on Start library does the same.")
    click.echo("      library new case  starts the record of your first review.")
    click.echo("      library serve     shows the library while you write.")
    click.echo("      library check     lists what is still to do.")


def _stop_if_in_the_way(folder: Path) -> None:
    try:
        names = files_in_the_way(folder)
    except OSError as error:
        end_command(f"{folder} is not a folder that can be used: {(error.strerror or str(error)).lower()}")
    if names:
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        end_command(
            f"{folder} has files already ({', '.join(names[:3])}{more}); give the name of a new or empty folder"
        )


def _people(value: str) -> str:
    return prompts.known_id("answer", _PEOPLE)(value.lower())


def _nation(value: str) -> str:
    return prompts.known_id("nation", _NATIONS)(value.strip().lower().replace(" ", "-"))


def _site_address(value: str) -> str:
    """Return the public address of the site, with a slash at its end; empty if it is not known."""
    address = value.strip()
    if not address:
        return ""
    if "://" not in address:
        address = f"https://{address}"
    fault = address_problem(address)
    if fault:
        raise click.BadParameter(f"{value} cannot be the address of the site: {fault}")
    return address.rstrip("/") + "/"


def _split(phones: str) -> list[str]:
    return [phone.strip() for phone in phones.split(";") if phone.strip()]


def _phone_list(value: str) -> str:
    for phone in _split(value):
        _parse_phone(phone)
    return value.strip()


def _parse_phone(value: str) -> PhoneContact:
    match = _PHONE.fullmatch(value.strip())
    if match is None or not _is_valid(match["number"], Phone):
        hint = f'write a name, a colon and the number, such as "{_PHONE_EXAMPLE}"; in brackets: children or adults'
        raise click.BadParameter(f'"{value}": {hint}')
    return PhoneContact(prompts.line(match["label"]), match["number"], _PEOPLE[(match["about"] or "both").lower()])


def _documents_contact(value: str) -> str:
    if value.strip():
        _parse_contact(value)
    return value.strip()


def _parse_contact(value: str) -> DocumentsContact:
    written = value.strip()
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", written):
        return DocumentsContact("email", written)
    if _is_valid(written, Phone):
        return DocumentsContact("phone", written)
    if _is_valid(written, WebAddress):
        if is_front_page(written):
            hint = "this is the front page of a website; write the address of the contact page or form itself"
            raise click.BadParameter(f'"{value}": {hint}')
        return DocumentsContact("url", written)
    raise click.BadParameter(f'"{value}": write an email address, a web address with https:// or a phone number')


def _colour(value: str) -> str:
    colour = value.strip().lower()
    if not colour:
        return ""
    colour = colour if colour.startswith("#") else f"#{colour}"
    if not _is_valid(colour, Colour):
        raise click.BadParameter(f'"{value}": write a colour as hex, with six digits: "#17495a"')
    return colour


def _is_valid(value: str, shape: Any) -> bool:
    try:
        TypeAdapter(shape).validate_python(value)
    except ValidationError:
        return False
    return True


def _quoted(folder: Path) -> str:
    """Return a path as it is typed in a terminal."""
    name = str(folder)
    return name if re.fullmatch(r"[\w./~:\\-]+", name) else f'"{name}"'
