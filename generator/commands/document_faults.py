"""Why a document could not be fetched, and what the editor can do about it."""

from __future__ import annotations

from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.importing.fetching import FileFault, FileInspection, WantedDocument
from generator.link_checker.external import LinkStatus, RequestFailure, UrlResult, classify

_BY_HAND: Final = "open it in a browser, save the document next to the record, and write file in place of url"
_ASK: Final = "ask the owner of the old site for the file, put it next to the record, and write file in place of url"
_AGAIN: Final = "run the command again tomorrow"

_BY_STATUS: Final = {
    LinkStatus.PRIVATE: ("I111", _BY_HAND),
    LinkStatus.GONE: ("I113", _ASK),
    LinkStatus.SOFT_404: ("I113", _ASK),
    LinkStatus.LOGIN: ("I115", _BY_HAND),
    LinkStatus.ROBOTS: ("I119", _BY_HAND),
    LinkStatus.CERTIFICATE: ("I112", f"{_BY_HAND}, if you trust the site"),
    LinkStatus.LATE: ("I112", "run the command again"),
    LinkStatus.TROUBLE: ("I112", f"{_AGAIN}, or {_BY_HAND}"),
}
_BY_FAULT: Final = {
    FileFault.EMPTY: ("I116", _ASK),
    FileFault.DAMAGED: ("I116", _ASK),
    FileFault.WEB_PAGE: (
        "I114",
        "write the address of the document itself as url; if readers need the page, add availability: elsewhere",
    ),
    FileFault.LOGIN: ("I115", _BY_HAND),
    FileFault.LOCKED: (
        "I115",
        "save the document without a password, next to the record, and write file in place of url",
    ),
    FileFault.TYPE: (
        "I118",
        "save the document as a PDF or a Word file next to the record, and write file in place of url",
    ),
}


def find_answer_fault(document: WantedDocument, result: UrlResult, most_bytes: int) -> Diagnostic | None:
    """Return why the server gave no file; None if there is a file to look at."""
    last = result.hops[-1] if result.hops else None
    if last is not None and last.fault is RequestFailure.TOO_LARGE:
        message = f"{_named(document)} has more than {most_bytes // 1_000_000} MB"
        hint = f"fetch it with --most-mb, or {_BY_HAND}"
        return document_diagnostic("I117", message, document, hint)
    if last is not None and last.fault is RequestFailure.WRONG_LENGTH:
        message = f"{_named(document)} ends too early: the file is shorter than its server announced"
        return document_diagnostic("I116", message, document, f"run the command again; if the message stays, {_ASK}")
    answer = classify(result)
    # What arrived decides: an address of a login or of a home page may give a document.
    is_document = last is not None and bool(last.file) and not last.is_page
    if answer.kind in _BY_STATUS and not is_document:
        code, hint = _BY_STATUS[answer.kind]
        if last is not None and last.fault is RequestFailure.LATE:
            return document_diagnostic(code, f"{_named(document)} was not fetched in time", document, hint)
        if answer.kind is LinkStatus.ROBOTS:
            return document_diagnostic(code, f"{_named(document)} is closed to programs (robots.txt)", document, hint)
        return document_diagnostic(code, f"{_named(document)} {answer.said}", document, hint)
    return (
        None
        if last is not None and last.file
        else document_diagnostic("I112", f"{_named(document)} has no content", document, _AGAIN)
    )


def find_file_fault(document: WantedDocument, inspection: FileInspection) -> Diagnostic | None:
    """Return why a file is not a document for readers; None if it is one."""
    if inspection.fault is None:
        return None
    code, hint = _BY_FAULT[inspection.fault]
    return document_diagnostic(code, f"{_named(document)} {inspection.detail}", document, hint)


def document_diagnostic(code: str, message: str, document: WantedDocument, hint: str) -> Diagnostic:
    """Return a diagnostic at the address of a document."""
    return rule(code).diagnostic(message, document.location, hint)


def _named(document: WantedDocument) -> str:
    return f'"{document.address}"'
