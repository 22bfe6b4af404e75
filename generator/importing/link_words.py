"""The words of links: without the size of a file, and without words that say nothing, such as "Click here"."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.lines import squash

_FILE_NOTE: Final = re.compile(
    r"\s*[\[(](?:[^\[\]()]*?\b(?:pdf|docx?|word|pptx?|xlsx?|zip|rtf|kb|mb|new (?:window|tab)|external link|opens in"
    r"|page[s]?|download)\b[^\[\]()]*)[\])]|\s+[-|]?\s*\b(?:pdf|docx?)\b,?\s*[\d.,]+\s*[km]b\b|\.(?:pdf|docx?|pptx?)$"
    r"|\s+(?:\d+[.,]\d+\s*[km]b|\d+\s*kb|\d{2,}\s*mb)$|\s*\bopens in (?:a )?new (?:window|tab)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"^(?:lawrlwytho(?:'r| y| yr)?|darllen(?:'r| y| yr)?"
    r"|(?:please )?(?:click|select|tap)(?: here| on)?(?: to| for)?|(?:to )?(?:download|view|read|open|see"
    r"|access|find out|learn)(?: a copy of| a pdf of| more about)?)\b(?!$)(?: to (?:view|read|download|open|see))?"
    r"(?: here)?\s*:?\s*(?:the |our )?",
    re.IGNORECASE,
)
_GENERIC_LABEL: Final = re.compile(
    r"(?:please )?(?:click |tap )?(?:darllen (?:mwy|rhagor)|lawrlwytho|cliciwch yma|gweld|agor"
    r"|here|this link|link|download|view|read(?: more| on)?|more|open|pdf|word|details?|"
    r"(?:download|view|open|read|see) (?:it |now|here|online|the |this )?(?:document|file|pdf|page|more)?"
    r"|find out more|more information|document|file|full (?:text|document)|see more|continue reading|click here(?: to"
    r" (?:read|view|download)(?: more| it)?)?|attachment)",
    re.IGNORECASE,
)


def clean_label(text: str) -> str:
    """Return a label without the type and the size of the file, and without words such as "Click here to download"."""
    text = squash(_FILE_NOTE.sub(" ", squash(text)))
    return squash(_VERB.sub("", text)) or text


def is_generic(text: str) -> bool:
    """Return True for the text of a link that does not say where it leads: "Click here", "Download"."""
    return _GENERIC_LABEL.fullmatch(clean_label(text).strip(" .:>»→")) is not None or not re.search(r"\w", text)
