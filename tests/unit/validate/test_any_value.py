"""Whatever stands in whatever field: never a traceback, and what passes can be rendered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.crosslink import crosslink
from generator.diagnostics.diagnostic import has_errors
from generator.render import plan_site
from generator.report import FORMATS, report

WORDS: Final = st.sampled_from(
    [
        *(
            "",
            "   ",
            "no",
            "0000",
            "2022-13",
            "2022-02-30",
            "9999-99-99",
            "\uff12\uff10\uff12\uff12",
            "2200-12-31",
            "1900",
        ),
        *("draft", "scheduled", "archived", "withdrawn", "lessons-learned", "seven-minute", "early-help", "rowan"),
        *("grace\n", "a" * 81, "Ü", "\u202eabc", "\u200f", "😀" * 100, "a\nb", "\t", "x" * 20_000),
        *("<script>", "<!--", "&amp;", "`" * 50, "*" * 2000, "[" * 2000, ">" * 1000, "- " * 500, "|a|\n|-|\n|1|"),
        *("[x](case:nobody)", "[x](javascript:alert(1))", "[x](<case:a b>)", "[x](page:)", "[a]: <b>", "![x](y)"),
        *("https://x", "https://[", "http://[::1", "..", "/", "~", "a\\b", "type", "year"),
    ]
)
VALUES: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | WORDS | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["kind", "id", "file", "url", "x"]), inner)
    ),
    max_leaves=6,
)
NEW_FIELDS: Final = st.sampled_from(
    (
        *("id", "status", "publish_on", "status_since", "status_reason", "workflow", "sources", "audience", "about"),
        *("questions", "revised", "starts", "ends", "reviewer", "also_known_as", "colours", "licence", "exit_to"),
        *("people", "helplines", "feedback", "documents", "links", "harms", "themes", "x"),
    )
)


@st.composite
def spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The value with one place in it changed, taken out or added."""
    return spoil(draw, value)


def spoil(draw: st.DrawFn, value: Any, depth: int = 0) -> Any:
    if depth < 4 and isinstance(value, dict) and value and draw(st.booleans()):
        key = draw(st.sampled_from(sorted(value)))
        match draw(st.sampled_from(["inside", "inside", "take out", "add"])):
            case "inside":
                return {**value, key: spoil(draw, value[key], depth + 1)}
            case "add":
                return {**value, draw(NEW_FIELDS): draw(VALUES)}
        return {name: each for name, each in value.items() if name != key}
    if depth < 4 and isinstance(value, list) and value and draw(st.booleans()):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], spoil(draw, value[place], depth + 1), *value[place + 1 :]]
    return draw(VALUES)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_value_in_any_field_is_told_or_published(
    data: st.DataObject,
    fresh_values: Callable[[], dict[str, Any]],
    found_in: Callable[[dict[str, Any]], Any],
) -> None:
    fields = fresh_values()
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(fields)))
        fields[name] = data.draw(spoilt(fields[name]))
    validated = found_in(fields)
    for form in FORMATS:
        assert report(validated.findings, form).encode() or not validated.findings
    for finding in validated.findings:
        assert finding.location is not None
        assert finding.location.file
    if not has_errors(validated.findings):
        library = crosslink(validated.records, date(2026, 11, 22), "https://ashdale.example/")
        for plan in plan_site(library, b"").plans:
            assert plan.compose().title
