"""Charts as SVG, drawn from numbers only. Equal numbers give identical bytes."""

from generator.render.charts.bar_chart import Row, draw_bar_chart
from generator.render.charts.column_chart import draw_column_chart
from generator.render.charts.flow_chart import Box, draw_flow_chart
from generator.render.charts.svg import Bar, Drawing, TextLabel, as_svg

__all__ = [
    "Bar",
    "Box",
    "Drawing",
    "Row",
    "TextLabel",
    "as_svg",
    "draw_bar_chart",
    "draw_column_chart",
    "draw_flow_chart",
]
