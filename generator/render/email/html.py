"""The e-mail as HTML: one file with inline styles that loads nothing."""

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
"""The attribute of the style sheet that is not inlined."""


def as_html(view: MailView, partnership: Partnership, resolve: Callable[[str], str]) -> str:
    """Return the HTML with inline styles, because many mail programs remove a style sheet.

    Styles for phones and for dark mode stay in one style sheet.
    """
    html = (
        environment()
        .get_template("email/bulletin.html")
        .render(
            view,
            language=partnership.language,
            welcome_html=Markup(to_html(view["welcome"], resolve)),  # noqa: S704 cmark leaves out HTML
            light=light_colours(partnership),
            dark=dark_colours(partnership),
        )
    )
    inliner = CSSInliner(load_remote_stylesheets=False, apply_width_attributes=True)
    return inliner.inline(html).replace(_KEPT, "") + "\n"
