"""Renders a page view with its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from markupsafe import Markup

from generator.languages import dates
from generator.markdown import inline, record_link, resolve_record_link, to_html, truncate_words
from generator.markdown.wide_tables import wrap_wide_tables
from generator.model import About, Address, Library, Page, addresses
from generator.render.jinja_environment import environment, lang_attributes
from generator.render.structured_data import script_element
from generator.render.views.page_view import PageView
from generator.render.views.share_image import share_picture_view
from generator.render.views.urgent_numbers import urgent_numbers

_LONGEST_DESCRIPTION: Final = 300
"""In characters."""


NumbersToCall = Callable[[tuple[About, ...], str], str]
"""Returns the HTML of the numbers at the foot of a page, from the people it is about and the path to the root."""


def numbers_to_call(library: Library, shared: dict[str, object]) -> NumbersToCall:
    """Return a function that renders the numbers once for all pages that have the same ones."""

    @cache
    def render(about: tuple[About, ...], root: str) -> str:
        template = environment().get_template("slots/worried.html")
        return template.render({**shared, **urgent_numbers(library, about)}, root=Markup(root))  # noqa: S704 nothing but ../

    return render


def render_page(
    view: PageView, library: Library, shared: dict[str, object], indexed: bool, numbers: NumbersToCall
) -> Page:
    """Render a page without the frame around it. `indexed`: search engines may list it."""
    prose = Prose(view.address, library)
    root = Markup(addresses.path_to_root(view.address))  # noqa: S704 nothing but ../
    templates = environment()
    page = {"page_title": view.title, "page_address": library.site_url + view.address}
    content = templates.get_template(view.template).render({**shared, **page, **view.body}, root=root, prose=prose)
    content = wrap_wide_tables(content)
    head = templates.get_template("head.html").render(
        shared,
        title=view.title,
        description=_short(view.description),
        address=library.site_url + view.address,
        indexed=indexed,
        locale=dates.open_graph_locale(),
        cited=view.cited,
        pages=view.body.get("pages"),
        site_url=library.site_url,
        picture=share_picture_view(view.kind, library, view.address),
        json_ld=script_element(view.json_ld) if view.json_ld else "",
    )
    worried = numbers(view.about, root)
    toc = templates.get_template("toc.html").render(toc=view.toc) if len(view.toc) > 2 else ""
    return Page(view.address, view.title, head, content, toc, worried)


class Prose:
    """Turns prose into HTML for the page at one address."""

    def __init__(self, address: Address, library: Library) -> None:
        self._root = addresses.path_to_root(address)
        self._library = library

    def block(self, text: str, own: Mapping[str, str] | None = None) -> str:
        """Render paragraphs, lists and other blocks. `own` is their language, if it is not that of the page."""
        html = to_html(text, self._resolve)
        return f"<div{lang_attributes(own)}>{html}</div>" if own else html

    def inline(self, text: str) -> str:
        """Render prose, without the paragraph element if there is only one."""
        return inline(text, self._resolve)

    def _resolve(self, destination: str) -> str:
        link = record_link(destination)
        return destination if link is None else (self._root + resolve_record_link(link, self._library)) or "./"


def _short(description: str) -> str:
    """Return the description of a page, cut if it is longer than search engines and chats show."""
    return (
        description if len(description) <= _LONGEST_DESCRIPTION else truncate_words(description, _LONGEST_DESCRIPTION)
    )
