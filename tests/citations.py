"""Reads citations as the programs that readers use do."""

from __future__ import annotations

from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db


def _latex() -> LatexNodes2Text:
    """LaTeX undone, with three of its commands that the reader does not know or takes for something else."""
    known = get_default_latex_context_db()
    said = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    known.add_context_category("said", prepend=True, macros=[MacroTextSpec(*item) for item in said.items()])
    return LatexNodes2Text(latex_context=known, keep_braced_groups=True)


_LATEX = LatexDecodingMiddleware(decoder=_latex())


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Each entry's fields by its key. The braces that keep a field in one piece must be there, and are taken off."""
    library = parse_string(text, append_middleware=[_LATEX])
    assert library.failed_blocks == []
    entries = {}
    for entry in library.entries:
        assert entry.entry_type == "techreport"
        fields = {name: str(field.value) for name, field in entry.fields_dict.items()}
        for name in ("author", "title"):
            assert fields[name].startswith("{") and fields[name].endswith("}"), fields[name]
            fields[name] = fields[name][1:-1]
        entries[entry.key] = fields
    return entries


def read_ris(text: str) -> dict[str, dict[str, Any]]:
    """Each record by its key."""
    return {load["id"]: load for load in rispy.loads(text)}
