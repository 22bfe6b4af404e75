"""`library explain` and `library docs`: the documentation that is installed with the program."""

from __future__ import annotations

import re
import shutil
import webbrowser
from typing import Final, NoReturn

import click

from generator.cli.exit import end_command
from generator.commands.documentation import (
    MissingDocumentationError,
    explain_code,
    page_names,
    write_documentation,
)
from generator.diagnostics import CATALOGUE
from generator.diagnostics.suggest import did_you_mean_path
from generator.system import told_of

_CODE: Final = re.compile(r"[A-Za-z][0-9]{3}(?![0-9])")
_WIDEST: Final = 100
"""Longer lines are hard to read."""


@click.command("explain")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
def explain_command(codes: tuple[str, ...]) -> None:
    """Explain a message: what is wrong, why it matters, and what to write.

    CODE is the letter and the three digits in the message, such as V302. Several codes can be given.
    """
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    known = [_known_code(code) for code in codes]
    try:
        sections = [explain_code(code, width) for code in dict.fromkeys(known)]
    except MissingDocumentationError:
        _end_incomplete()
    click.echo("\n\n".join(sections), nl=False)


@click.command("docs")
@click.argument("page", required=False)
@click.option("--browser/--no-browser", default=True, help="Open the browser, or only print the address.")
@click.option("--list", "lists", is_flag=True, help="List the names of all pages.")
def docs_command(page: str | None, browser: bool, lists: bool) -> None:
    """Open the documentation in the browser.

    PAGE is the name of a page, such as records. Without it, the list of all pages is opened. The pages belong to the
    installed version and need no internet.
    """
    try:
        names = page_names()
        if lists:
            click.echo("\n".join(names))
            return
        name = None if page is None else _known_page(page, names)
        path = write_documentation(name)
    except MissingDocumentationError:
        _end_incomplete()
    except OSError as error:
        end_command(f"the pages cannot be written: {told_of(error)}")
    click.echo(f"library: the documentation is at {path.as_uri()}")
    if browser:
        webbrowser.open(path.as_uri())


def _known_code(given: str) -> str:
    match = _CODE.search(given)
    code = match[0].upper() if match else given.upper()
    if code not in CATALOGUE:
        hint = "library docs diagnostics lists them" if match else "a code is a letter and three digits, such as V302"
        end_command(f'there is no code "{given}"; {hint}')
    return code


def _known_page(given: str, names: tuple[str, ...]) -> str:
    """Return the name of a page that is given as `records`, `records.md`, `docs/records.md` or with an anchor."""
    wanted = given.replace("\\", "/").partition("#")[0].removeprefix("docs/").strip("/").removesuffix(".md")
    name = next((each for each in (wanted, f"{wanted}/README") if each in names), None)
    if name is None:
        hint = did_you_mean_path(wanted, names) or "library docs --list lists the names"
        end_command(f'there is no page "{given}"; {hint}')
    return name


def _end_incomplete() -> NoReturn:
    end_command("the documentation is missing, because the installation is incomplete: install the program again")
