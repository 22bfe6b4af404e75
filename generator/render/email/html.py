"""The e-mail as HTML: one file, its styles in the elements, nothing to be loaded from anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from css_inline import CSSInliner
from markupsafe import Markup

from generator.markdown import to_html
from generator.model import Partnership
from generator.render.email.colours import dark_colours, light_colours
from generator.render.email.view import MailView
from generator.render.jinja_environment import environment

_KEPT: Final = ' data-css-inline="keep"'
"""Marks the style sheet that stays."""


def as_html(view: MailView, partnership: Partnership, resolve: Callable[[str], str]) -> str:
    """Styles go into the elements: many mail programs drop a style sheet. What is for phones and for dark stays one."""
    html = (
        environment()
        .get_template("email/bulletin.html")
        .render(
            view,
            welcome_html=Markup(to_html(view["welcome"], resolve)),  # noqa: S704 cmark leaves out HTML
            light=light_colours(partnership),
            dark=dark_colours(partnership),
        )
    )
    inliner = CSSInliner(load_remote_stylesheets=False, apply_width_attributes=True)
    return inliner.inline(html).replace(_KEPT, "") + "\n"
