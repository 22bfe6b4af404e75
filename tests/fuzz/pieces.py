"""What is put into files: values of YAML, pieces of Markdown and HTML, names of files, and files that are nothing."""

from __future__ import annotations

from typing import Final

EVALUATED: Final = "62615533"
"""What a template engine makes of `{{ 7919*7907 }}`. No page may contain it."""

VALUES: Final = (
    "", "~", "null", "no", "on", "0", "-1", "007", "0x1f", "1_000", "3.5", "1e999", ".nan", ".inf", "9" * 5000,
    "2026-02-30", "0001-01-01", "9999-12-31", "2022-13", "2026-11-22T25:00", "1e6", "12:30:45", "=", "<<", "!",
    "&a", "*a", "&a [*a]", "&a {b: *a}", "[]", "{}", "[[]]", "[null]", "{null: null}", "{a: {b: {c: d}}}",
    "[a, [b, [c]]]", "? a", "!!set {a, b}", "!!binary aGVsbG8=", "!!python/object:os.system x",
    "!!timestamp 2026-01-01", "!!str 5", "!!int x", "|", ">-", "'", '"', '"\\ud800"', '"\\x00"',
    '"\\u202e abc"', '"a\\nb\\nc"', "'{a}'", "'%s %(x)s %d'", "a" * 10_000, "'" + "word " * 5_000 + "'",
    "'\u200b'", "'\u00a0'", "\U0001f600", "caf\u00e9", "cafe\u0301", "\u0130stanbul", "rowan", "heron", "wren",
    "early-help", "report.pdf", "../../../etc/passwd", "/etc/passwd", "C:\\x", "a/../b", "..", ".",
    "https://example.org/", "http://[::1", "https://a b/", "//x", "javascript:alert(1)", "mailto:", "tel:", "#",
    "?", "data:,x", "'case:'", "'case:heron'", "'briefing:nowhere'", "<b>x</b>", "<script>", "'&amp;'",
    "'a: b'", "- x", "# x", "%TAG ! x", "true", "yes", "'null'", "'2026-01-01'", "'5'", "[true, 1, 'x', null]",
    "2026-01-01 10:00:00+25:00", "2026-01-01T10:00:00Z", "0000-00-00", "10000-01-01", "-0001-01-01", "1.5e3",
    "0o17", "0b11", "1:60:00", "- - - x", "[{}, [], '']", "{'': ''}", "{[a]: b}", "{? [a] : b}", "!x y", "!<x> y",
    "!!omap [a: b]", "!!null ''", "!!float .inf", "!!map []", "!!seq {}", "[&x a, *x]", "{<<: {a: b}}",
    "{<<: [{a: b}, {c: d}]}", "{<<: x}", "{<<: &b {<<: *b}}", "|9\n a", "|+2\n\n   a\n\n", ">-\n a\n  b\n\n c",
    '"\\U0010FFFF"', '"\\U00110000"', '"\\a\\b\\0"', '"unclosed', "'unclosed", "[unclosed", "{unclosed",
    "case:heron", "briefing:heron-lessons", "http://user:secret@example.org:99999/", "https://xn--/", "https://\u0130/",
    "HTTPS://EXAMPLE.ORG/%zz", "https://example.org/\u202e", "ftp://x", "file:///etc/passwd", "mailto:a@b@c",
    "office@example.org", "'" + "a-" * 5_000 + "'", "'" + "1" * 4_000 + "-01-01'", "'" + "A" * 3_000 + "!'",
    "'" + "aB1 " * 3_000 + "'", "'" + "(" * 3_000 + "'", "'" + "@." * 3_000 + "'", "'" + "https://" * 1_000 + "'",
)  # fmt: skip
"""Values of YAML: of another type, at a limit, or not values at all."""

MARKS: Final = (
    "[a](case:heron)", "[a](case: heron)", "[a][nowhere]", "[a]()", "![]()", "![a](nowhere.png)",
    "[](https://example.org)", "[a](briefing:)", "[a](#nowhere)", "[a](../../..)", "<https://example.org>",
    "<a href=''>a</a>", "<!--", "-->", "<div>", "</main>", "<script>x</script>", "<svg onload=x>", "```", "~~~",
    "    code", "> " * 400, "* " * 300, "[" * 3_000, "*a **b " * 500, "`" * 999, "![" * 999,
    "|a|b|\n|-|-|\n" + "|x|y|\n" * 300, "| a |\n", "- [ ] a", "1. a", "1)", "***", "---", "===", "[a]: b",
    "[^1]", "{: .a #b onclick=c}", "{:", "&#0;", "&nope;", "&#x110000;", "\\", "\u2028", "\u0085", "\x0b",
    "\x00", "\ufeff", "\u202e", "\ud7ff\U0010ffff", "<table>" * 200, "(" * 2_000, "_" * 2_000,
    "http://" + "a" * 3_000, "<" * 2_000, "a" * 60_000, "\n" * 3_000, "<!-- library:cases -->", "<!-- slot -->",
    "--8<-- 'x'", "!!! note", "=== 'a'", "@a", "$x$", "[[a]]", "{a}", "%(a)s", "\r", "\t", "{{ 7919*7907 }}",
    "{% for x in y %}", "{# note #}", "{{ config }}", "{{ ''.__class__.__mro__ }}", "{% include 'x' %}", "}}", "%}",
    "{%- raw -%}", "${7919*7907}", "#{7919*7907}", "<%= 7919*7907 %>", "**" * 2_000, ">" * 3_000,
    "[[[[a](b)](c)](d)](e)",
    "****a****", "***a** b*", "- " * 30 + "a", "1. " * 40 + "a", "#" * 7 + " a", "# a\n" * 300, "a\n===\n", "a\n---\n",
    "[a](<b c>)", "[a](b 'c')", "[a](javascript:alert(1))", "[a](data:text/html,x)", "![a](data:image/png;base64,x)",
    "[a]: <b>\n\n[a]", "[^1]: [^1]", "*[HTML]: x", "a^b^ ~c~ ==d== ++e++", ":smile:", "<!-- library: -->",
    "<!-- library:latest-cases limit=-1 -->", "<!-- library:latest-cases limit=99999999999999999999 -->",
    "<!-- library:nowhere a=b -->", "<!-- library:latest-news limit='x -->", "<!-- /library -->", "<?php x ?>",
    "<![CDATA[x]]>", "]]>", "<!DOCTYPE x>", "<iframe src=//x></iframe>", "<style>*{}</style>", "<a name=x>",
    "<br/><br>",
    "<img src=x onerror=y>", "<details><summary>a", "<p id=main>", "<h1>a</h1>", "<math><mi>", "&lt;b&gt;", "&amp;amp;",
    "&#x202e;", "&#128512;", "\u200f\u0627\u0644\u0639", "\u2067a\u2069", "\u200d\u200c", "e" + "\u0301" * 500,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 50, "\ufdd0", "\x1b[31m", "\x7f", "\x9c", "\ufffd", "\u00ad" * 100,
    "BEGIN:VEVENT", "=1+1", "+1", "-1", "@SUM(1)", '"', "'", ",", ";", "a,b;c\td", "\\n", "\\u0000", "\\begin{x}",
    "a" + "a " * 5_000, "aaaa-" * 2_000, "the the " * 2_000, "Dr. " * 2_000, "1,1," * 2_000, "a.b." * 2_000,
    "(a(b" * 1_000, "https://a.example/?" + "a=b&" * 2_000, "a@b." * 1_000, "0" * 4_000, "2026-" * 1_000, "$$" * 1_000,
    "\u2018" * 1_000, "<a " * 1_000, "<!--" * 1_000, "&" * 3_000, "&#" * 2_000, "](" * 1_000, "[x](" * 1_000,
    "!" * 3_000,
)  # fmt: skip
"""Pieces of Markdown, HTML, templates and text."""

NAMES: Final = (
    "\u00dcn\u00ef", "a b", "CON", "x" * 200, "-rf", "..hidden", ".hidden", "a.b", "a%20b", "a&b", "a'b", 'a"b',
    "{{ x }}",
    "<b>", "a\nb", "null", "1", "0123", "true", "2024-25", "2025-q1", "2025-q9", "index", "_frame", "_draft", "a#b",
    "a?b",
    "cafe\u0301", "caf\u00e9", "ROWAN", "Heron", "year", "type", "about", "new", "feed", "search", "assets",
    "\U0001f600",
    "a:b", "a|b", "a*b", "a\\b", "a\tb", " a", "a ", "a.", "...", "~", "$HOME", "`id`", "%s", "\u202eabc", "\u200b",
    "\u0130",
    "i\u0307", "\ufb01", "xn--caf-dma", "a--b", "-", "_", "heron", "heron-", "rowan--and-robin", "site", ".cache",
    "mkdocs",
    "\x01", "\x7f", "case.yml", "briefing", "published-urls", "redirects", "vocabulary", "a" * 63, "a" * 120,
)  # fmt: skip
"""Names of folders and files, without their suffix."""

GARBAGE: Final = (
    b"", b"\x00", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBP", b"PK\x03\x04",
    b"PK\x05\x06" + b"\x00" * 18,
    b"<svg/>", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg>&b;</svg>",
    b"<svg xmlns='http://www.w3.org/2000/svg' width='1e999' height='-1'/>", b"<svg" + b"<g>" * 5_000,
    b"\xef\xbb\xbf", b"\xff\xfe",
    b"\x1f\x8b", b"MZ", b"#!/bin/sh\n", b"<html>", b"---\n", b"---\ntitle: A\n---\n", b"a\n", b"\xd0\xcf\x11\xe0",
    b"a" * 100_000,
)  # fmt: skip
"""Files that are nothing, or not what their names say."""
