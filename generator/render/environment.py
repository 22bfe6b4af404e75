"""Our templates: every value is escaped, an unknown name is a bug."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup


@cache
def environment() -> Environment:
    """The one template environment of a process."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_Compiled(str(Path(__file__).parent / "__pycache__"), "%s.jinja"),
    )
    templates.globals["list_item"] = _list_item
    return templates


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates beside compiled modules. Where they cannot be kept, they are compiled each time."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before, if it is still there."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled, if that is allowed."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


def _list_item(form: str, shown: Mapping[str, object], root: str) -> Markup:
    """One item of a list by the macro of that name. A case stands in dozens of lists and is rendered once."""
    return _item(form, root, *shown.items())


@lru_cache(maxsize=32_768)
def _item(form: str, root: str, *fields: tuple[str, object]) -> Markup:
    macro: Callable[[dict[str, object], str], str] = getattr(environment().get_template("_items.html").module, form)
    return Markup(macro(dict(fields), root))  # noqa: S704 the macro has escaped every value
