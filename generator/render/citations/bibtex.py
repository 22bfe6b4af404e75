"""A citation for LaTeX."""

from __future__ import annotations

from typing import Final

from generator.render.citations.citation import Citation

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own words for them, which each style spells in its way."""

_SPELT: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Escaped with a backslash, a brace would still count for BibTeX, and one alone would swallow the file.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "&%$#_"},
    }
)
_NOT_IN_AN_ADDRESS: Final = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


def as_bibtex(citation: Citation) -> str:
    """One entry, a field a line, without a line break at its end.

    Two pairs of braces keep an organisation in one piece and a name in its capitals. Accents stay as they are: BibTeX
    files have been UTF-8 for long.
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
