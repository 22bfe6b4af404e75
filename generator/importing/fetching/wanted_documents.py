"""Finds the documents of drafts that have an address and no file, and writes a file in place of the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.diagnostics import Location
from generator.editing import slugify
from generator.editing.yaml_writer import quoted
from generator.link_checker.external import normalise_url
from generator.model.addresses import briefing, review
from generator.model.yaml_node import YamlNode
from generator.read import read_nodes

_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class WantedDocument:
    """A document to fetch."""

    record: str
    """The id of its record."""

    file: str
    """The record's file, from the site's root."""

    page: str
    """The address of the record's page."""

    place: int
    """Its number in `documents`, from 0."""

    name: str
    """What tells it apart in its record: `report`, `report-part-2`. Its file gets this name."""

    address: str
    """As it is written in the record."""

    url: str
    """The form in which it is requested; empty if it cannot be."""

    location: Location


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the drafts say about their documents."""

    wanted: tuple[WantedDocument, ...]
    present: tuple[str, ...]
    """The files that are next to their records already, from the site's root."""

    unreadable: tuple[str, ...]
    """The records whose text has an error."""

    is_known: bool
    """False if a record was asked for, and there is none with this id."""

    records: int = 0
    """How many records were looked at."""


def read_drafts(texts: Mapping[str, str], only: str | None = None) -> Drafts:
    """Return the documents of all drafts; with `only`, those of one record and of the briefings on it, draft or not.

    `texts` are the records of cases and briefings, by their paths from the root. A document with a file, and one that
    says that it stays elsewhere, is left as it is.
    """
    wanted: list[WantedDocument] = []
    present: list[str] = []
    unreadable: list[str] = []
    is_known = only is None
    records = 0
    for file, text in texts.items():
        identity = file.split("/")[-2]
        if only is None and "draft" not in text:
            continue
        if only is not None and only != identity and only not in text:
            continue
        root = read_nodes(text)
        if root is None or not isinstance(root.value, dict):
            unreadable += [file] if only in (None, identity) else []
            is_known |= only == identity
            continue
        if only is not None and only not in (identity, root.value.get("case")):
            continue
        is_known |= only == identity
        if only is None and root.value.get("status") != "draft":
            continue
        records += 1
        for place, node in enumerate(_documents(root)):
            document = node.value
            if isinstance(document, dict) and isinstance(document.get("file"), str):
                present.append(f"{file.rpartition('/')[0]}/{document['file']}")
            elif _is_wanted(document):
                wanted.append(_wanted(file, identity, place, node, text))
    return Drafts(tuple(wanted), tuple(present), tuple(unreadable), is_known, records)


def with_file(text: str, address: str, place: int, name: str) -> str | None:
    """Return the text of a record in which a document has a file in place of its address; the rest stays as it is.

    None if the document has been changed in the meantime, or if the text cannot be changed without risk.
    """
    root = read_nodes(text)
    nodes = _documents(root) if root is not None else ()
    node = nodes[place] if place < len(nodes) else None
    if root is None or node is None or not _is_wanted(node.value) or node.value["url"].strip() != address:
        return None
    field = next(each for each in node.fields if each.name == "url")
    changed = f"{text[: field.start]}file: {quoted(name)}{text[field.node.end :]}"
    after = read_nodes(changed)
    if after is None:
        return None
    documents = list(root.value["documents"])
    documents[place] = {key: value for key, value in documents[place].items() if key != "url"} | {"file": name}
    return changed if after.value == {**root.value, "documents": documents} else None


def _documents(root: YamlNode) -> tuple[YamlNode, ...]:
    return next((field.node.items for field in root.fields if field.name == "documents"), ())


def _is_wanted(document: Any) -> bool:
    """Return True for a document whose address an import has written: it has no other way to reach readers."""
    if not isinstance(document, dict) or not isinstance(document.get("url"), str):
        return False
    return not any(document.get(name) is not None for name in ("file", "availability", "publisher", "from"))


def _wanted(file: str, identity: str, place: int, node: YamlNode, text: str) -> WantedDocument:
    document = node.value
    address = document["url"].strip()
    parts = (document.get("kind"), document.get("id"))
    name = slugify("-".join(str(each) for each in parts if each))[:_LONGEST_NAME].strip("-") or "document"
    line = next(each.line for each in node.fields if each.name == "url")
    page = review(identity) if file.endswith("case.yml") else briefing(identity)
    location = Location(file, line + 1, None, text.split("\n")[line].rstrip("\r"))
    return WantedDocument(identity, file, page, place, name, address, normalise_url(address) or "", location)
