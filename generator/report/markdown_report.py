"""A report in Markdown as one HTML page, which needs no other file and can be printed."""

from __future__ import annotations

import re

from generator.markdown.commonmark import html_of
from generator.report.page_templates import template_environment


def markdown_page(markdown: str) -> str:
    """Return a page with a report in Markdown, whose first heading is its title, and links to its parts."""
    first, _, rest = markdown.partition("\n")
    title = first.removeprefix("# ")
    body = html_of(rest).replace("<th>", '<th scope="col">')
    parts: list[str] = []

    def with_id(heading: re.Match[str]) -> str:
        parts.append(heading[1])
        return f'<h2 id="part-{len(parts)}">{heading[1]}</h2>'

    body = re.sub(r"<h2>(.*?)</h2>", with_id, body)
    # A phone shows each row as a block, and browsers then forget that it is a table.
    for tag, role in (("table", "table"), ("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row"), ("td", "cell")):
        body = body.replace(f"<{tag}>", f'<{tag} role="{role}">')
    body = body.replace('<th scope="col">', '<th scope="col" role="columnheader">')
    return template_environment().get_template("markdown.html").render(title=title, parts=parts, body=body)
