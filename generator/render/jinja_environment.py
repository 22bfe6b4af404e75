"""Our templates: every value is escaped, an unknown name is a bug."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.system import read_cached, write_cached


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
        bytecode_cache=_Compiled(),
    )
    templates.globals["list_item"] = _list_item
    return templates


class _Compiled(BytecodeCache):
    """Compiled templates next to compiled modules. Where they cannot be kept, they are compiled each time."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before from the same template; nothing where that is damaged."""
        compiled = read_cached(self._file(bucket))
        if compiled is not None:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled, if that is allowed."""
        with suppress(OSError):
            write_cached(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return Path(__file__).parent / "__pycache__" / f"{bucket.key}.jinja"


def _list_item(form: str, shown: Mapping[str, object], root: str) -> Markup:
    """One item of a list by the macro of that name. A case stands in dozens of lists and is rendered once."""
    return _item(form, root, *shown.items())


@lru_cache(maxsize=32_768)
def _item(form: str, root: str, *fields: tuple[str, object]) -> Markup:
    macro: Callable[[dict[str, object], str], str] = getattr(environment().get_template("_items.html").module, form)
    return Markup(macro(dict(fields), root))  # noqa: S704 the macro has escaped every value
