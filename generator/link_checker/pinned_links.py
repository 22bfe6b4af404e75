"""Checks that the pinned answers of the search lead to pages of the site."""

from __future__ import annotations

from collections.abc import Iterator, Set

from generator.diagnostics import Diagnostic, did_you_mean_path, rule
from generator.markdown import page_link, resolve_record_link
from generator.model import Address, Library, Records
from generator.model.pinned_answer import own_answers

_HOW = "write a file among the pages, about/contact.md, or a link by id, theme:early-help"


def check_pinned_links(records: Records, library: Library, known: Set[Address]) -> Iterator[Diagnostic]:
    """Yield V335 for an address that the site does not have, and V343 for a term that has no page yet.

    `known` are the addresses of all pages and files.
    """
    if records.vocabulary is None:
        return
    for number, answer in own_answers(records.vocabulary.raw, records.vocabulary.record.pinned_answers):
        link = page_link(answer.page)
        target = resolve_record_link(link, library).partition("#")[0] if link is not None else ""
        if link is None or target in known or f"{target.rstrip('/')}/".removeprefix("/") in known:
            continue
        place = records.vocabulary.raw.location_of("pinned_answers", number, "page")
        if link.kind in ("theme", "harm", "type"):
            message = f'"{answer.page}" has no page yet, so the search leaves this answer out'
            hint = f"choose another page, or wait until a public record has this {link.kind}"
            yield rule("V343").diagnostic(message, place, hint)
        else:
            hint = did_you_mean_path(target, (each for each in known if each.endswith("/"))) or _HOW
            yield rule("V335").diagnostic(f'this site has no page "{answer.page}"', place, hint)
