"""A citation for LaTeX."""

from __future__ import annotations

from typing import Final

from generator.model.partial_date import MONTHS
from generator.render.citations.citation import Citation

_MONTHS: Final = tuple(month[:3].lower() for month in MONTHS)
"""BibTeX's month macros, which each style prints in its own form."""

_SPELT: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts a brace even if it is escaped with a backslash, and an unmatched one would break the rest of the
        # file.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "&%$#_"},
    }
)
_NOT_IN_AN_ADDRESS: Final = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


def as_bibtex(citation: Citation) -> str:
    """Return one entry, one field a line, without a final line break.

    Double braces keep an organisation's name in one piece and preserve the capitals of a title. Accents are not
    escaped, because BibTeX files are UTF-8 today.
    """
    fields = [("author", f"{{{{{_spelt(citation.author)}}}}}"), ("title", f"{{{{{_spelt(citation.title)}}}}}")]
    fields += [("type", f"{{{citation.kind}}}"), ("institution", f"{{{_spelt(citation.author)}}}")]
    if citation.dated is not None:
        fields.append(("year", f"{{{citation.dated.year}}}"))
        if citation.dated.month is not None:
            fields.append(("month", _MONTHS[citation.dated.month - 1]))
    if citation.reviewer:
        fields.append(("note", f"{{Lead reviewer: {_spelt(citation.reviewer)}}}"))
    fields.append(("url", f"{{{citation.address.translate(_NOT_IN_AN_ADDRESS)}}}"))
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields)
    return f"@techreport{{{citation.key},\n{lines}\n}}"


def _spelt(text: str) -> str:
    return text.translate(_SPELT)
