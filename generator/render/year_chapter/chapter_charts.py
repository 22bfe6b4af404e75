"""The charts of a chapter. Each comes before a table with the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.markdown import join_words
from generator.render.charts import Row, as_svg, draw_bar_chart
from generator.render.views.cards import pluralise
from generator.render.year_chapter.chapter_model import Recurring, Table

_TITLES: Final = {
    "themes": message("Themes of two reviews or more"),
    "harms": message("Types of harm in two reviews or more"),
}


def chart_of_recurring(recurring: Sequence[Recurring], key: str) -> str:
    """Return a chart of the number of reviews of the year with each theme or harm. `key` is `themes` or `harms`."""
    drawing = draw_bar_chart([Row(each["label"], (each["count"],)) for each in recurring])
    description = join_words(
        [f"{each['label']}, {pluralise(each['count'], 'review', 'reviews')}" for each in recurring]
    )
    return as_svg(
        drawing, _(_TITLES[key]), _("Bar chart: {description}.").format(description=description), f"chart-{key}"
    )


def chart_of_figures(table: Table, key: str) -> str:
    """Return a chart of a table of figures.

    If there are several columns, each number is followed by its column's name.
    """
    columns = table["columns"] if len(table["columns"]) > 1 else [""]
    drawing = draw_bar_chart([Row(label, tuple(values)) for label, values in table["rows"]], columns)
    description = "; ".join(
        f"{label}, " + join_words([f"{value} {name}".strip() for value, name in zip(values, columns, strict=True)])
        for label, values in table["rows"]
    )
    return as_svg(
        drawing, table["title"], _("Bar chart: {description}.").format(description=description), f"chart-{key}"
    )
