"""A page that is made when it is needed: its fingerprint first, and the page itself only if that has changed."""

from __future__ import annotations

import marshal
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from hashlib import blake2b

from generator.languages import use_language
from generator.model import Library, Page
from generator.render.page_html import NumbersToCall, render_page
from generator.render.views.page_view import PageSource, PageView
from generator.render.views.share_image import share_picture
from generator.system import collect_new_objects


@dataclass(frozen=True, slots=True)
class SharedInputs:
    """What all pages of a library are made from, in addition to their own views."""

    library: Library
    context: dict[str, object]
    """The details of the partnership for every template."""

    numbers: NumbersToCall
    digest: bytes
    """A hash of the partnership, the vocabulary and the version of the generator."""


@dataclass(slots=True)
class LazyPage:
    """One page of a library.

    Its view is made each time that it is needed, and never kept: the views of thousands of pages would need more memory
    than their records.
    """

    source: PageSource
    shared: SharedInputs
    _fingerprint: bytes = field(default=b"", init=False)

    def title(self) -> str:
        """Return the title of the page."""
        if self.source.title is None:
            return self._view().title
        with self._in_language():
            return self.source.title()

    def fingerprint(self) -> bytes:
        """Return a hash of everything that the page is made from."""
        return self._fingerprint or self._hash(self._view())

    def compose(self) -> Page:
        """Return the page without its frame."""
        view, shared = self._view(), self.shared
        self._hash(view)
        with self._in_language():
            rendered = render_page(view, shared.library, shared.context, self.source.is_indexed, shared.numbers)
        collect_new_objects()
        return rendered

    def _view(self) -> PageView:
        with self._in_language():
            return self.source.view()

    def _in_language(self) -> AbstractContextManager[None]:
        return use_language(self.shared.library.partnership.language)

    def _hash(self, view: PageView) -> bytes:
        picture = share_picture(view.kind, self.shared.library, view.address)
        shared_as = (picture.address, picture.alt) if picture is not None else None
        shown = (view.template, view.address, view.title, view.description, view.body, view.toc, self.source.is_indexed)
        about = [str(each) for each in view.about]
        digest = blake2b(self.shared.digest, digest_size=16)
        # marshal version 2 has no references, so equal values give equal bytes.
        digest.update(marshal.dumps(shown, 2))
        digest.update(marshal.dumps((view.json_ld, shared_as, view.cited, about), 2))
        self._fingerprint = digest.digest()
        return self._fingerprint
