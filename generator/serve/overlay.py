"""Adds the preview's script and error list to a page when it is served. They are never written to a file."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import quote

from generator.diagnostics import Diagnostic
from generator.report import report
from generator.serve.current_build import ServedBuild

OWN: Final = "/_preview/"
"""Address prefix of the preview's own files. No id and no page of a site begins with it."""

SCRIPT: Final = """\
// Added only by `library serve`: reloads the page when the page or the list of problems has changed.
const address = document.currentScript.dataset.events;
let events;

function listen() {
  events = new EventSource(address);
  events.onmessage = () => window.location.reload();
}

// A browser opens few connections to one server: a hidden tab closes its connection.
document.addEventListener("visibilitychange", () => {
  events.close();
  if (!document.hidden) listen();
});
window.addEventListener("pagehide", () => events.close());
window.addEventListener("pageshow", (event) => event.persisted && listen());
listen();
"""

STYLE: Final = """\
.preview-faults {
  position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
  margin: 0; padding: 1rem 1.5rem; border-top: 6px solid #d4351c; background: #1d1d1d; color: #fff;
  font: 1rem/1.5 ui-monospace, Consolas, "Liberation Mono", monospace;
}
.preview-faults summary { font-weight: bold; cursor: pointer; }
.preview-faults pre {
  margin: 1rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; color: inherit; background: none;
}
.preview-note {
  position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-width: none; margin: 0; padding: 0.75rem 1rem;
  background: #1d1d1d; color: #fff; font: 1rem/1.4 system-ui, sans-serif;
}
@media print { .preview-faults, .preview-note { display: none; } }
"""

_NOTHING_YET: Final = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Nothing to show yet</title></head>'
    "<body><h1>Nothing to show yet</h1><p>The site appears here when the problems below are fixed.</p></body></html>"
)

_FAILURE: Final = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>This page could not be shown</title></head>'
    "<body><h1>This page could not be shown</h1><p>{}</p><p>The preview is still running, and this page reloads after "
    "the next change that you save. If the message stays, send it to the person who maintains the library, with the "
    "lines from the terminal.</p></body></html>"
)


def add_preview_script(
    html: bytes, address: str, shown: ServedBuild, token: str | None = None, form: str = "", note: str = ""
) -> bytes:
    """Return the page with the script that reloads it, and with the list of errors if there are any.

    The page reloads when its token is no longer `token`. None means its current token. Next to a form, `form` is the
    record, and `note` is a line about the page.
    """
    seen = token or shown.token(address)
    events = f"{OWN}events?page={quote(address, safe='')}&seen={quote(seen, safe='')}"
    if form:
        events += f"&form={quote(form, safe='')}"
    added = f'<script src="{OWN}preview.js" data-events="{escape(events)}" defer></script>'
    if shown.faults:
        added = f'<link rel="stylesheet" href="{OWN}preview.css">{_overlay(shown.faults)}{added}'
    if note:
        note = f'<p class="preview-note" role="status">{escape(note)}</p>'
        added = f'<link rel="stylesheet" href="{OWN}preview.css">{note}{added}'
    before, end, after = html.rpartition(b"</body>")
    return before + added.encode() + end + after if end else html + added.encode()


def placeholder_page() -> bytes:
    """Return the page that is shown until a build has succeeded."""
    return _NOTHING_YET.encode()


def failure_page(reason: str) -> bytes:
    """Return the page for an address that could not be shown because of an exception.

    `reason` describes the exception in one line.
    """
    return _FAILURE.format(escape(reason)).encode()


def _overlay(faults: tuple[Diagnostic, ...]) -> str:
    count = f"{len(faults)} {'problem' if len(faults) == 1 else 'problems'}"
    return (
        f'<section class="preview-faults" role="alert" aria-label="{count}"><details open>'
        f"<summary>{count}: this page is from the last good build</summary>"
        f"<pre>{escape(report(faults))}</pre></details></section>"
    )
