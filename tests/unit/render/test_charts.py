"""The geometry of charts: bars in their box and in proportion, words where they can be read."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as any_of

from generator.render.charts import Drawing, Row, as_svg, draw_bar_chart, draw_column_chart
from generator.render.charts.svg import Fill

COUNTS = any_of.integers(min_value=0, max_value=10**6)
LABELS = any_of.text(alphabet="abcdef <&\"'é", max_size=90)


def lies_in_its_box(drawing: Drawing) -> bool:
    return all(
        bar.x >= 0
        and bar.y >= 0
        and bar.x + bar.width <= drawing.width + 0.001
        and bar.y + bar.height <= drawing.height + 0.001
        for bar in drawing.bars
    ) and all(0 <= word.x <= drawing.width and 0 <= word.y <= drawing.height for word in drawing.words)


@settings(max_examples=60)
@given(
    any_of.lists(any_of.tuples(LABELS, COUNTS, COUNTS), max_size=8), any_of.sampled_from([("", ""), ("a", "b" * 40)])
)
def test_lying_bars_are_in_proportion_and_none_sticks_out(
    rows: list[tuple[str, int, int]], columns: tuple[str, str]
) -> None:
    drawing = draw_bar_chart([Row(label, (a, b)) for label, a, b in rows], columns)
    assert lies_in_its_box(drawing)
    values = [value for _, a, b in rows for value in (a, b) if value]
    assert len(drawing.bars) == len(values)
    for (value, bar), (other, another) in pairwise(zip(values, drawing.bars, strict=True)):
        assert abs(bar.width * other - another.width * value) <= 0.001 * max(value, other)
    tops = [each.y for each in drawing.bars]
    assert all(above + bar.height <= below for above, below, bar in zip(tops, tops[1:], drawing.bars, strict=False))


@settings(max_examples=60)
@given(any_of.lists(COUNTS, min_size=1, max_size=14), COUNTS)
def test_standing_bars_are_in_proportion_to_the_tallest_of_all_charts(counts: list[int], more: int) -> None:
    most = max(counts) + more
    drawing = draw_column_chart({2010 + place: count for place, count in enumerate(counts)}, most)
    assert lies_in_its_box(drawing)
    bars = [bar for bar in drawing.bars if bar.fill is not Fill.GROUND]
    heights = iter(bars)
    for count in filter(None, counts):
        assert abs(next(heights).height * max(most, 1) - 48 * count) <= 0.001 * max(most, 1)
    said = {word.text for word in drawing.words}
    assert {str(2010), str(2009 + len(counts))} <= said
    assert max(counts) == 0 or str(max(counts)) in said


def test_the_same_numbers_give_the_same_bytes_without_style_or_script() -> None:
    rows = [Row('Neglect & "care" <1>', (3, 0)), Row("Early help", (1, 2))]
    svg = as_svg(draw_bar_chart(rows, ("Child", "Adult")), "Harm & help", "Told <here>", "chart-a")
    assert svg == as_svg(draw_bar_chart(rows, ("Child", "Adult")), "Harm & help", "Told <here>", "chart-a")
    assert not re.search(r"style|script|\son\w+=|href|url\(", svg)
    assert "Neglect &amp; &#34;care&#34; &lt;1&gt;" in svg
    assert 'aria-labelledby="chart-a-title chart-a-told"' in svg


def test_a_chart_of_nothing_is_still_a_drawing() -> None:
    assert draw_bar_chart([]).height > 0
    assert draw_column_chart({}, 0).words == ()
