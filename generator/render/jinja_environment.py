"""The environment of the generator's templates: every value is escaped, and an unknown name raises an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.languages import active_catalogue, gettext, ngettext
from generator.system import read_cached, write_cached


@cache
def environment() -> Environment:
    """Return the template environment of this process. There is only one."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(),
        extensions=["jinja2.ext.i18n"],
    )
    templates.globals.update(gettext=gettext, ngettext=ngettext)
    templates.globals["list_item"] = _list_item
    templates.globals["lang"] = lang_attributes
    templates.filters["unbroken"] = _unbroken
    return templates


def lang_attributes(shown: Mapping[str, str]) -> Markup:
    """Return ` lang="pl" dir="ltr"` for a value with a language of its own; empty for any other."""
    if not shown.get("lang"):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(shown["lang"], shown["dir"])


def _unbroken(title: str) -> Markup:
    """Return a title in which no line ends after the hyphen of a number: "7-minute" stays in one line."""
    return Markup(_NUMBER_AND_WORD.sub(r'<span class="lib-unbroken">\g<0></span>', str(escape(title))))  # noqa: S704 escaped


_NUMBER_AND_WORD: Final = re.compile(r"\b\d+-\w+")


class _Compiled(BytecodeCache):
    """A cache of compiled templates next to compiled modules.

    If it cannot be written, templates are compiled each time.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the compiled form of a template. A damaged one is ignored."""
        compiled = read_cached(self._file(bucket))
        if compiled is not None:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save the compiled form of a template, if the folder is writable."""
        with suppress(OSError):
            write_cached(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return Path(__file__).parent / "__pycache__" / f"{bucket.key}.jinja"


def _list_item(form: str, shown: Mapping[str, object], root: str) -> Markup:
    """Render one list item with the macro of that name.

    A case appears in dozens of lists, but is rendered only once.
    """
    return Markup(_item(active_catalogue().tag, form, tuple(shown), *shown.values()).replace(_ROOT, root))  # noqa: S704 escaped


_ROOT: Final = "\0"
"""Stands for the path to the root, so that an item is rendered once for lists in folders of any depth."""


@lru_cache(maxsize=32_768)
def _item(language: str, form: str, names: tuple[str, ...], *values: object) -> str:
    macro: Callable[[dict[str, object], str], str] = getattr(environment().get_template("_items.html").module, form)
    return str(macro(dict(zip(names, values, strict=True)), _ROOT))
