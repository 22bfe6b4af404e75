"""The preview server with forms in front of it, for one person on this machine."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from typing import Final, cast
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from generator.form_server.actions.action_requests import PREFIX as ACTIONS
from generator.form_server.actions.action_requests import ActionRequests
from generator.form_server.editing_session import EditingSession
from generator.form_server.help_pages import HELP, help_file, help_on_code
from generator.form_server.imports.import_pages import ImportPages
from generator.form_server.imports.import_requests import PREFIX as IMPORTS
from generator.form_server.imports.import_requests import ImportRequests
from generator.form_server.multipart import PostedForm, parse_form
from generator.form_server.page_notes import form_of, note_of
from generator.form_server.pages import EDIT, PageMaker, asset
from generator.form_server.publishing.publish_requests import NAMES as PUBLISHING
from generator.form_server.publishing.publish_requests import PublishRequests
from generator.form_server.record_requests import RecordRequests
from generator.form_server.reply import HTML, TEXT, Reply
from generator.form_server.uploads import LARGEST
from generator.model.addresses import PARTNERSHIP_CSS
from generator.serve import CurrentBuild, PreviewHandler, PreviewServer, load_or_create_key
from generator.serve.access_key import is_same_secret
from generator.serve.current_build import ServedBuild
from generator.serve.overlay import add_preview_script
from generator.serve.server import NOT_FROM_HERE
from generator.serve.snapshot import Response

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_LARGEST_POST: Final = LARGEST + 5_000_000
_NOT_YET: Final = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Not here yet</title></head>'
    "<body><h1>Not here yet</h1><p>The page appears here when the preview has it.</p></body></html>"
)
_STYLE_ONLY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""For pages without scripts whose style is in the page: a help page, and the one for a browser without the key."""


class EditServer(PreviewServer):
    """A preview server with forms."""

    command = "edit"
    first_path = EDIT

    def __init__(
        self,
        port: int,
        current_build: CurrentBuild,
        session: EditingSession,
        say: Callable[[str], None] = lambda text: None,
    ) -> None:
        super().__init__(port, current_build, say, load_or_create_key(session.root))
        self.session = session
        self.token = hmac.digest(self.key.encode(), b"token of the forms", "sha256").hex()
        """Posted with every form, so that no other site can post one."""

        self.pages = PageMaker(session, self.token)
        self.imports = ImportPages(session)
        self.import_requests = ImportRequests(self.imports, self.pages)
        self.records = RecordRequests(session, self.pages)
        self.actions = ActionRequests(session, self.pages)
        self.publishing = PublishRequests(session, self.pages)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve in the background while the caller's block runs, and stop at its end."""
        with super().running():
            try:
                yield
            finally:
                self.session.typed.showing.close()


class EditHandler(PreviewHandler):
    """Answers the requests of one connection: forms below `/_edit/`, and the preview everywhere else."""

    @property
    def _edit_server(self) -> EditServer:
        return cast("EditServer", self.server)

    def answer(self, url: SplitResult) -> None:
        """Answer with a form, or with a page or file of the preview."""
        path = url.path.removeprefix(EDIT)
        if url.path.startswith(EDIT) and not self._is_from_another_site() and path.partition("/")[0] in PUBLISHING:
            self._guarded(lambda: self._send_reply(self._edit_server.publishing.get(path)), nullcontext())
        elif url.path.startswith(EDIT) and not self._is_from_another_site():
            self._guarded(lambda: self._get(unquote(url.path.removeprefix(EDIT)), parse_qs(url.query)))
        elif url.path.startswith(EDIT):
            self._reply_text(403, NOT_FROM_HERE)
        else:
            super().answer(url)

    def do_POST(self) -> None:  # noqa: N802 named by http.server
        """Take a posted form, if it is from a page of this server."""
        if not (self.is_local_request() and self._is_own_origin()):
            self.close_connection = True
            self._reply_text(403, NOT_FROM_HERE)
            return
        if not self.has_key():
            self.close_connection = True
            self.refuse_without_key()
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LARGEST_POST:
            self.close_connection = True
            self._reply_text(413, "The file is too large: 200 MB at most. Go back, and choose a smaller one.\n")
            return
        posted = parse_form(self.headers.get("Content-Type", ""), self.rfile.read(int(length)))
        if posted is None or not is_same_secret(posted.get("token"), self._edit_server.token):
            self.refuse_without_key()
            return
        path = unquote(urlsplit(self.path).path)
        name = path.removeprefix(EDIT)
        if name in PUBLISHING:
            self._guarded(lambda: self._send_reply(self._edit_server.publishing.post(name, posted)), nullcontext())
        else:
            self._guarded(lambda: self._post(name, posted))

    def refuse_without_key(self) -> None:
        """Answer with what to do, and what became of what was typed. Nothing of the site is on the page."""
        page = self._edit_server.pages.needs_key()
        self._reply(403, HTML, page.encode(), {"Content-Security-Policy": _STYLE_ONLY})

    def send_page(self, answer: Response, address: str, shown: ServedBuild) -> None:
        """Send a page without the list of errors: the forms show them.

        Next to a form, a page that the preview does not have yet is announced instead of called missing.
        """
        if answer.status == 404 and self.headers.get("Sec-Fetch-Dest") == "iframe":
            answer = Response(200, HTML, _NOT_YET.encode())
        form = form_of(urlsplit(self.path).query)
        note = note_of(form, shown) if form else ""
        token = shown.token(address)
        body = add_preview_script(answer.body, address, replace(shown, faults=()), token, form, note)
        self.send(Response(answer.status, answer.media_type, body))

    def builds(self, query: str) -> CurrentBuild:
        """Return the site that a request is about: next to a form, the one with what is typed."""
        return self._edit_server.session.typed.showing if form_of(query) else super().builds(query)

    def headers_of_the_site(self) -> dict[str, str]:
        """Return the site's own headers, with leave for a form to show the page next to it."""
        headers = super().headers_of_the_site()
        policy = headers.get("Content-Security-Policy", "")
        headers["Content-Security-Policy"] = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        return headers

    def _guarded(self, work: Callable[[], None], lock: AbstractContextManager[object] | None = None) -> None:
        """Do one piece of work after the other, and report an exception.

        Work with git has no lock, so that the forms do not wait for it.
        """
        try:
            with lock or self._edit_server.session.lock:
                work()
        except (ConnectionError, TimeoutError):
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 the next request must find the forms running
            self._edit_server.report_failure(self.path, 0, error)
            self._reply_html(500, self._edit_server.pages.failure())

    def _get(self, path: str, query: dict[str, list[str]]) -> None:
        server = self._edit_server
        if path == "":
            self._send_reply(server.records.list(query, server.imports.open_questions()))
        elif path.split("/", maxsplit=1)[0] == IMPORTS:
            self._send_reply(server.import_requests.get(path))
        elif path.startswith(f"{ACTIONS}/"):
            self._send_reply(server.actions.get(path))
        elif path.startswith(HELP):
            self._show_help(path.removeprefix(HELP))
        elif path == "assets/partnership.css":
            self._reply(200, "text/css; charset=utf-8", self._colours_of_partnership())
        elif path.startswith("assets/"):
            found = asset(path.removeprefix("assets/"))
            self._reply(*found) if found is not None else self._reply_html(404, server.pages.missing())
        else:
            self._send_reply(server.records.get(path, query))

    def _post(self, path: str, posted: PostedForm) -> None:
        server = self._edit_server
        if path.split("/", maxsplit=1)[0] == IMPORTS:
            self._send_reply(server.import_requests.post(path, posted))
        elif path.startswith(f"{ACTIONS}/"):
            self._send_reply(server.actions.post(path, posted))
        else:
            self._send_reply(server.records.post(path, posted))

    def _show_help(self, name: str) -> None:
        """Answer with a page or a picture of the documentation. `code/V302` leads to what explains that code."""
        address, file = help_on_code(name), help_file(name)
        if address is not None:
            self._send_reply(Reply(goes_to=address))
        elif file is not None:
            self._reply(200, *file, {"Content-Security-Policy": _STYLE_ONLY})
        else:
            self._reply_html(404, self._edit_server.pages.missing())

    def _colours_of_partnership(self) -> bytes:
        """Return the stylesheet with the partnership's own colours; empty if the site has none yet."""
        shown = self._edit_server.showing.latest()
        found = shown.site.answer(PARTNERSHIP_CSS) if shown is not None and shown.site is not None else None
        return found.body if found is not None else b""

    def _is_own_origin(self) -> bool:
        port = self._edit_server.port
        return self.headers.get("Origin") in (f"http://127.0.0.1:{port}", f"http://localhost:{port}")

    def _is_from_another_site(self) -> bool:
        return self.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")

    def _send_reply(self, reply: Reply) -> None:
        if reply.goes_to is not None:
            self._reply(303, TEXT, b"", {"Location": EDIT + reply.goes_to})
        else:
            self._reply(reply.status, reply.media_type, reply.text.encode("utf-8", "replace"))

    def _reply_html(self, status: int, html: str) -> None:
        self._reply(status, HTML, html.encode("utf-8", "replace"))

    def _reply_text(self, status: int, text: str) -> None:
        self._reply(status, TEXT, text.encode())

    def _reply(self, status: int, media_type: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"Content-Type": media_type, "Cache-Control": "no-store", **_HEADERS, **(more or {})}
        if status != 204:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and status != 204:
            self.wfile.write(body)


EditServer.handler = EditHandler
