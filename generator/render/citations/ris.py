"""A citation for reference managers: RIS, as EndNote, Mendeley, RefWorks and Zotero read it."""

from __future__ import annotations

from generator.model import PartialDate
from generator.render.citations.citation import Citation


def as_ris(citation: Citation) -> str:
    """Return one record, one tag a line, without a final line break. In a file its lines end in CR LF.

    The comma after the author marks it as an organisation. Without the comma, its last word is taken for a surname.
    """
    tags = [
        ("TY", "RPRT"),
        ("ID", citation.key),
        ("AU", f"{citation.author},"),
        ("TI", citation.title),
        ("T2", citation.collection),
        ("PB", citation.author),
    ]
    if citation.dated is not None:
        tags += [("PY", str(citation.dated.year)), ("DA", _date(citation.dated))]
    if citation.reviewer:
        tags.append(("N1", f"Lead reviewer: {citation.reviewer}"))
    tags += [("LA", citation.language), ("UR", citation.address), ("ER", "")]
    return "\n".join(f"{tag}  - {text}" for tag, text in tags)


def _date(dated: PartialDate) -> str:
    """Return a date as `2022/09/14/`. Unknown parts are empty."""
    month = f"{dated.month:02d}" if dated.month is not None else ""
    day = f"{dated.day:02d}" if dated.day is not None else ""
    return f"{dated.year}/{month}/{day}/"
