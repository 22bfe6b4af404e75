"""A report of an import as one HTML page, which needs no other file and can be printed."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from generator.markdown.commonmark import html_of

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #16212b; --paper: #fff; --line: #8a96a1; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef2f5; --paper: #12181e; --line: #7d8b97; --link: #9cc9ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: .5rem 1rem 2rem; overflow-wrap: anywhere; }
h1 { margin: .5rem 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; }
a { color: var(--link); }
nav ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a { display: inline-block; padding: .25rem 0; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
li { margin: .25rem 0; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden; }
  table, tbody, tr, td { display: block; }
  td { padding: .1rem 0; border: 0; }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
}
@media print { nav { display: none; } tr, li { break-inside: avoid; } h2 { break-after: avoid; } }
"""


def as_html(markdown: str) -> str:
    """Return a page with a report in Markdown, whose first heading is its title, and links to its parts."""
    first, _, rest = markdown.partition("\n")
    title = first.removeprefix("# ")
    body = html_of(rest).replace("<th>", '<th scope="col">')
    names: list[str] = []

    def with_id(heading: re.Match[str]) -> str:
        names.append(heading[1])
        return f'<h2 id="part-{len(names)}">{heading[1]}</h2>'

    body = re.sub(r"<h2>(.*?)</h2>", with_id, body)
    parts = "".join(f'<li><a href="#part-{n}">{name}</a></li>' for n, name in enumerate(names, 1))
    # A phone shows each row as a block, and browsers then forget that it is a table.
    for tag, role in (("table", "table"), ("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row"), ("td", "cell")):
        body = body.replace(f"<{tag}>", f'<{tag} role="{role}">')
    body = body.replace('<th scope="col">', '<th scope="col" role="columnheader">')
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<nav aria-label="Parts of the report"><ul>{parts}</ul></nav>
{body}</main>
</body>
</html>
"""
