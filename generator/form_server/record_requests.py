"""Answers requests about records: the list of all records, a new record, and the form of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from generator.form_server.editing_session import EditingSession, known_form
from generator.form_server.form_page import NOTICES, PUT_AWAY, BrokenPage, FormPage
from generator.form_server.imports.import_views import ImportRow
from generator.form_server.multipart import PostedForm
from generator.form_server.new_record import TakenName, begin_record, find_taken_name
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
            return self._new(query)
        kind, _, identity = path.partition("/")
        form = known_form(kind, identity)
        if form is None:
            return self._shown(None)
        notice = NOTICES.get(query.get("done", [""])[0])
        if notice is None:
            return self._shown(self._session.show(form, identity))
        page = self._session.show_saved(form, identity)
        # What was typed since is not saved: then the form says that instead.
        if isinstance(page, FormPage) and not page.draft_time:
            can_be_brought_back = notice == PUT_AWAY and self._session.drafts.is_set_aside(kind, identity)
            page = replace(page, notice=notice, can_be_brought_back=can_be_brought_back)
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
        if isinstance(page, FormPage) and page.notice:
            done = next(name for name, notice in NOTICES.items() if notice == page.notice)
            return Reply(goes_to=f"{path}?done={done}")
        if posted.get("do") == "restore" and page is not None:
            return Reply(goes_to=path)
        return self._shown(page)

    def _new(self, query: Mapping[str, Sequence[str]]) -> Reply:
        """Answer with the page that begins a new record. With a title, it asks what tells it from the other one."""
        kind, title, second_line = (query.get(name, [""])[0] for name in ("kind", "title", "subtitle"))
        form = FORMS.get(kind)
        is_asked = form is not None and form.can_be_new and bool(title)
        taken = find_taken_name(self._session, form, title, second_line) if form is not None and is_asked else None
        return Reply(self._pages.new(kind or "case", title, taken, second_line))

    def _create(self, posted: PostedForm) -> Reply:
        form = FORMS.get(posted.get("kind"))
        title, second_line = (" ".join(posted.get(name).split())[:300] for name in ("title", "subtitle"))
        begun = begin_record(self._session, form, title, second_line) if form is not None and form.can_be_new else ""
        if isinstance(begun, TakenName):
            return Reply(goes_to=f"new?{urlencode({'kind': begun.form.kind, 'title': title, 'subtitle': second_line})}")
        if form is None or not begun:
            return Reply(self._pages.new(posted.get("kind"), posted.get("title"), is_refused=True))
        return Reply(goes_to=f"{form.kind}/{begun}")

    def _shown(self, page: FormPage | BrokenPage | None) -> Reply:
        match page:
            case FormPage():
                return Reply(self._pages.form(page))
            case BrokenPage():
                return Reply(self._pages.broken(page))
        return Reply(self._pages.missing(), status=404)
