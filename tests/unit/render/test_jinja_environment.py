"""Compiled templates are kept, and a damaged one is compiled again."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.render.jinja_environment import _Compiled


def test_a_damaged_template_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "compiled"
    monkeypatch.setattr(_Compiled, "_file", lambda *_: kept)

    def rendered() -> str:
        templates = Environment(loader=DictLoader({"a": "<p>{{ x }}</p>"}), autoescape=True, bytecode_cache=_Compiled())
        return templates.get_template("a").render(x="<")

    assert rendered() == "<p>&lt;</p>"
    whole = kept.read_bytes()
    for damaged in (b"", b"\0" * 50, whole[:-5], whole[:60] + b"\xff" + whole[61:]):
        kept.write_bytes(damaged)
        assert rendered() == "<p>&lt;</p>"
        assert kept.read_bytes() == whole
