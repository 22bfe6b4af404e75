"""The documentation that is installed with the program, for the links of the forms."""

from __future__ import annotations

from typing import Final

from generator.commands.documentation import MissingDocumentationError, address_of_code, documentation_files

HELP: Final = "help/"
"""Address prefix of the documentation, below that of the forms."""

_CODE: Final = "code/"


def help_file(name: str) -> tuple[str, bytes] | None:
    """Return the media type and the content of a page or a picture; None if there is none of this name."""
    try:
        data = documentation_files().get(name)
    except MissingDocumentationError:
        return None
    ending = name.rpartition(".")[2]
    media_type = "text/html; charset=utf-8" if ending == "html" else f"image/{ending}"
    return (media_type, data) if data is not None else None


def help_on_code(name: str) -> str | None:
    """Return the address of the explanation for `code/V302`; None for other names and for unknown codes."""
    if not name.startswith(_CODE):
        return None
    try:
        address = address_of_code(name.removeprefix(_CODE))
    except MissingDocumentationError:
        return None
    return HELP + address if address is not None else None
