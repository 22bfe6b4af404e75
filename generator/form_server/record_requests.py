"""Answers requests about records: the list of all records, a new record, and the form of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.form_server.editing_session import EditingSession, known_form
from generator.form_server.form_page import BrokenPage, FormPage
from generator.form_server.imports.import_views import ImportRow
from generator.form_server.multipart import PostedForm
from generator.form_server.pages import PageMaker
from generator.form_server.reply import TEXT, Reply
from generator.forms import FORMS


class RecordRequests:
    """The pages about the records of one site."""

    def __init__(self, session: EditingSession, pages: PageMaker) -> None:
        self._session = session
        self._pages = pages

    def list(self, query: Mapping[str, Sequence[str]], imports: Sequence[ImportRow]) -> Reply:
        """Answer with the list of all records, with the imports that have something to check."""
        return Reply(self._pages.record_list(query, imports))

    def get(self, path: str, query: Mapping[str, Sequence[str]]) -> Reply:
        """Answer with the page that begins a new record, or with the form of a record: `case/heron`."""
        if path == "new":
            return Reply(self._pages.new(query.get("kind", ["case"])[0]))
        kind, _, identity = path.partition("/")
        form = known_form(kind, identity)
        if form is None:
            return self._shown(None)
        if "saved" not in query:
            return self._shown(self._session.show(form, identity))
        page = self._session.show_saved(form, identity)
        if isinstance(page, FormPage) and not page.notice:
            page = replace(page, notice="Saved.")
        return self._shown(page)

    def post(self, path: str, posted: PostedForm) -> Reply:
        """Take a posted form: a new record, or what was typed into the form of a record."""
        if path == "new":
            return self._create(posted)
        kind, _, identity = path.partition("/")
        form = known_form(kind, identity)
        if form is None:
            return self._shown(None)
        page = self._session.post(form, identity, posted)
        if posted.get("do") == "draft":
            return Reply(status=204, media_type=TEXT)
        if posted.get("do") == "discard" and page is None:
            return Reply(goes_to="")
        if isinstance(page, FormPage) and page.notice == "Saved.":
            return Reply(goes_to=f"{path}?saved=yes")
        return self._shown(page)

    def _create(self, posted: PostedForm) -> Reply:
        form = FORMS.get(posted.get("kind"))
        title = " ".join(posted.get("title").split())[:300]
        identity = self._session.create(form, title) if form is not None and form.can_be_new else ""
        if form is None or not identity:
            return Reply(self._pages.new(posted.get("kind"), posted.get("title"), is_refused=True))
        return Reply(goes_to=f"{form.kind}/{identity}")

    def _shown(self, page: FormPage | BrokenPage | None) -> Reply:
        match page:
            case FormPage():
                return Reply(self._pages.form(page))
            case BrokenPage():
                return Reply(self._pages.broken(page))
        return Reply(self._pages.missing(), status=404)
