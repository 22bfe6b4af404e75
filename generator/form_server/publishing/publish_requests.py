"""Answers requests about Publish and Undo. Both take long, so they run in the background."""

from __future__ import annotations

from typing import Final

from generator.form_server.editing_session import EditingSession
from generator.form_server.multipart import PostedForm
from generator.form_server.pages import PageMaker
from generator.form_server.publishing.publish_page import PublishPage, publish, publish_page
from generator.form_server.publishing.undo_page import UndoPage, undo, undo_page
from generator.form_server.reply import TEXT, Reply

NAMES: Final = frozenset({"publish", "undo"})
"""The first parts of the addresses that are answered here."""

_AT_ONCE_SECONDS: Final = 0.5


class PublishRequests:
    """The pages Publish and Undo of one site."""

    def __init__(self, session: EditingSession, pages: PageMaker) -> None:
        self._session = session
        self._pages = pages

    def get(self, path: str) -> Reply:
        """Answer with the result of Publish or Undo, or that it is not finished, or what it would do.

        Each piece of work has an address for its result, for all tabs that wait for it. Without that address, the
        page Publish or Undo shows a result that no tab has shown yet.
        """
        jobs = self._session.jobs
        name, _, rest = path.partition("/")
        identity, _, part = rest.partition("/")
        running = jobs.running
        if identity and part == "state":
            return Reply(status=204 if running is not None else 200, media_type=TEXT)
        if part:
            return Reply(self._pages.missing(), status=404)
        if running is not None:
            return Reply(self._pages.working(running))
        job = jobs.find(name, identity)
        if job is None and identity:
            return Reply(goes_to=name)
        done = job.show() if job is not None else None
        if name == "publish":
            return Reply(self._pages.publish(done if isinstance(done, PublishPage) else publish_page(self._session)))
        return Reply(self._pages.undo(done if isinstance(done, UndoPage) else undo_page(self._session)))

    def post(self, name: str, posted: PostedForm) -> Reply:
        """Start Publish or Undo. What ends at once is shown at once."""
        work = publish if name == "publish" else undo
        job, is_started = self._session.jobs.start(name, lambda: work(self._session, posted))
        if not is_started and job.name != name:
            return Reply(self._pages.working(job, not_done=True))
        self._session.jobs.wait(_AT_ONCE_SECONDS)
        return Reply(goes_to=f"{job.name}/{job.id}")
