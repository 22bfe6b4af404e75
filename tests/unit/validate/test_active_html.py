"""HTML of hand-written pages that runs something, and links that start something."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.markdown.active_html import active_parts_of_file
from generator.model import MarkdownPage, RawRecord, Source
from generator.validate import validate
from tests.unit.diagnostics.conftest import lay, run


def codes(markdown: str, accepted: dict[str, str] | None = None) -> list[str]:
    source = Source("content/pages/about/visits.md", f"---\ntitle: Visits\n---\n\n# Visits\n\n{markdown}\n")
    fields = RawRecord("page", source.file, source, {"accepted_html": accepted}, (1, 1, None)) if accepted else None
    page = MarkdownPage(source, "about/visits/", False, None, fields)
    return [each.code for each in validate([], [], (page,), {}, date(2026, 11, 22)).diagnostics]


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://maps.example/"></iframe>',
        '<iframe\nsrc="https://maps.example/"\n></iframe>',
        '<form action="https://forms.example/"></form>',
        '<base href="https://elsewhere.example/">',
        '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
        "<script>count()</script>",
        '<SCRIPT src="count.js"></SCRIPT>',
        '<img src="plan.png" alt="A plan" onerror="count()">',
        '<img src="plan.png" alt="1 > 0" onerror="count()">',
        '<svg viewBox="0 0 1 1"><set attributeName="href" to="x"/></svg>',
        '<object data="plan.pdf"></object>',
        '[The plan](https://county.example/plan){onclick="count()"}',
    ],
)
def test_html_that_runs_or_loads_something_is_an_error(html: str) -> None:
    assert codes(html) == ["P667"]


def test_it_may_stay_if_the_page_accepts_it_with_a_reason() -> None:
    assert codes("<script>show()</script>", {"script": "It shows the opening hours."}) == []
    assert codes("Visits.", {"script": "It shows the opening hours."}) == ["P668"]


@pytest.mark.parametrize(
    "html",
    [
        "`<iframe>` is an element.",
        "```html\n<script>count()</script>\n```",
        "<!-- <script>count()</script> -->",
        '<div class="lib-note" markdown="1">A note.</div>',
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        "Two < three, and once = 1 {on = 2}.",
    ],
)
def test_other_html_is_left_alone(html: str) -> None:
    assert [code for code in codes(html) if re.match("P66", code)] == []


@pytest.mark.parametrize(
    "link",
    [
        "[The plan](ms-word:ofe|u|https://county.example/plan.docx)",
        "[The plan](intent://plan#Intent;end)",
        "[The plan](blob:https://county.example/1)",
        "[The plan](javascript:open())",
        "[The plan](data:text/html,plan)",
        "[The plan](file:///C:/plan.docx)",
        "[The plan][plan]\n\n[plan]: vbscript:open()",
        '<a href="ms-excel:ofe|u|https://county.example/plan.xlsx">The plan</a>',
        '<a\n class="x" href="java&#115;cript:open()">The plan</a>',
        '[The plan](https://county.example/plan){href="javascript:open()"}',
    ],
)
def test_a_link_that_starts_something_is_an_error(link: str) -> None:
    assert codes(link) == ["L827"]


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("[The plan](https://county.example/our plan.pdf)", "L831"),
        ("[Call us](tel:01632 960101)", "L831"),
        ("[Write to us](mailto:desk at county.example)", "L831"),
        ('[The plan](https://county.example/plan "Our plan")', None),
        ("[The plan](<https://county.example/our plan.pdf>)", None),
    ],
)
def test_a_link_with_a_space_in_its_address_is_an_error(link: str, code: str | None) -> None:
    assert codes(link) == ([] if code is None else [code])


HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title>'


@pytest.mark.parametrize(
    ("html", "names"),
    [
        (f'{HEAD}</head><body><iframe src="https://maps.example/"></iframe></body></html>', ["iframe"]),
        (f"{HEAD}<script>count()</script>", ["script"]),
        ("<p>`<script>count()</script>`</p>", ["script"]),
        ("<!--><script>count()</script><!-- -->", ["script"]),
        ('<meta http-equiv="Refresh" content="0; url=https://elsewhere.example/">', ["meta"]),
        ('<link rel="stylesheet" href="//elsewhere.example/a.css">', ["link"]),
        ('<base href="/x/"><form><button formaction="x">', ["base", "form", "formaction"]),
        ('<img src="plan.png" alt="A plan" onerror="count()">', ["onerror"]),
        ('<a href=" java&#9;script:count()">', ["href"]),
        ('<a href="javascript:count()">Count</a>', ["href"]),
        ('<html xmlns:h="http://www.w3.org/1999/xhtml"><h:script>count()</h:script></html>', ["script"]),
        ('<svg><animate attributeName="href" to="javascript:count()"/></svg>', ["animate", "to"]),
        (f'{HEAD}<meta name="robots" content="noindex"><link rel="stylesheet" href="a.css">', []),
        (f'{HEAD}<body><!-- <script> --><p>Plan</p><img src="data:image/png;base64,iVBO" alt=""></body>', []),
    ],
)
def test_an_html_file_is_held_to_the_same_rule(html: str, names: list[str]) -> None:
    for data in (html.encode(), html.encode("utf-16")):
        assert sorted(name for name, _, _ in active_parts_of_file(data)) == sorted(names)


def test_a_build_refuses_an_html_file_that_runs_something_and_copies_another(tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    page = root / "content" / "pages" / "map.html"
    page.write_text(f"{HEAD}</head>\n<body>\n<script>count()</script>\n</body></html>\n", encoding="utf-8")
    told = run(root, "build", "--without", "search", "--without", "sheets").told
    assert "error[P667]: this page has <script>, which runs something" in told
    assert "--> content/pages/map.html:3" in told
    assert not (root / "site").exists()
    page.write_text(f"{HEAD}</head>\n<body>\n<p>Plan</p>\n</body></html>\n", encoding="utf-8")
    assert "P667" not in run(root, "build", "--without", "search", "--without", "sheets").told
    assert (root / "site" / "map.html").exists()


def test_an_html_file_that_is_not_utf_8_is_an_error_and_not_a_crash(tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    (root / "content" / "pages" / "map.html").write_bytes(b"\x1f\x8b")

    told = run(root, "build", "--without", "search", "--without", "sheets").told

    assert "error[Y107]: this file is not UTF-8 text\n  --> content/pages/map.html:1:2" in told
    assert "Traceback" not in told and "S013" not in told


def test_html_between_two_stray_backticks_of_other_paragraphs_is_reported() -> None:
    html = '<iframe src="https://maps.example/"></iframe>'
    assert codes(f"A stray ` here.\n\n{html}\n\nAnother ` here.") == ["P667"]
    assert codes(f"Code: `{html}`\nand ``{html} ` {html}``.") == []
