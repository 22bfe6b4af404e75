"""What a browser would refuse is found at its Markdown line; what the policy allows is left alone."""

from __future__ import annotations

import pytest

from generator.link_checker import check_handwritten_styles
from generator.model import MarkdownPage
from generator.model.raw_record import Source

HEAD = "---\ntitle: Invented\n---\n\n"


def found(markdown: str, html: str) -> list[tuple[int | None, int | None, str]]:
    page = MarkdownPage(Source("content/pages/about/index.md", HEAD + markdown), "about/", False)
    told = check_handwritten_styles([page], {"about/": html.encode()})
    return [(each.location.line, each.location.column, each.message) for each in told if each.location is not None]


@pytest.mark.parametrize(
    ("markdown", "html", "line", "column", "words"),
    [
        ('<p style="color: red">x</p>', '<p style="color: red">x</p>', 5, 4, 'style="color: red"'),
        ("<p style='color: red'>x</p>", '<p style="color: red">x</p>', 5, 4, 'style="color: red"'),
        ("x\n{: style=color:red }", '<p style="color:red">x</p>', 6, 4, 'style="color:red"'),
        ("x\n\n<STYLE>p {}</STYLE>", "<p>x</p><style>p {}</style>", 7, 1, "<style>"),
        ('<b onclick="f()">x</b>', '<b onclick="f()">x</b>', 5, 4, "onclick"),
        ("[x](javascript:f())", '<a href="javascript:f()">x</a>', 5, 5, "javascript:"),
        ("[x](JavaScript:f())", '<a href="JavaScript:f()">x</a>', 5, 5, "javascript:"),
    ],
)
def test_what_a_browser_refuses_is_found_at_its_line(
    markdown: str, html: str, line: int, column: int, words: str
) -> None:
    told = found(markdown, html)
    assert [each[:2] for each in told] == [(line, column)]
    assert words in told[0][2]


def test_each_place_is_told() -> None:
    twice = '<p style="color: red">x</p>\n<p style="color: red">y</p>'
    assert [each[0] for each in found(twice, twice)] == [5, 6]


def test_what_the_theme_wrote_is_told_once_and_without_a_line() -> None:
    pages = [MarkdownPage(Source(f"content/pages/{name}.md", HEAD), f"{name}/", False) for name in ("a", "b")]
    html = b'<body onload="f()">'
    told = list(check_handwritten_styles(pages, {"a/": html, "b/": html}))
    assert [(each.location and (each.location.file, each.location.line)) for each in told] == [
        ("content/pages/a.md", None)
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p class="lib-lede">x</p>',
        '<td class="lib-align-right">x</td>',
        "<p>Write style=&quot;color: red&quot; and onclick=&quot;f()&quot;, and javascript:f()</p>",
        '<script src="a.js"></script><script type="application/ld+json">{"a": 1}</script>',
        '<a href="https://example.org/?style=1&onload=2">x</a>',
        '<link rel="stylesheet" href="a.css">',
    ],
)
def test_what_a_browser_allows_is_left_alone(html: str) -> None:
    assert found("x", html) == []
