"""A table keeps its alignment, and no cell a style of its own."""

from __future__ import annotations

import pytest

from generator.frame.table_alignment import move_alignment_to_classes


@pytest.mark.parametrize(
    ("written", "poured"),
    [
        ('<th style="text-align: right;">a</th>', '<th class="lib-align-right">a</th>'),
        ('<td style="text-align: center;">a</td>', '<td class="lib-align-center">a</td>'),
        ('<td style="text-align: left;">a</td>', '<td class="lib-align-left">a</td>'),
        ('<td class="x y" style="text-align: right;">a</td>', '<td class="x y lib-align-right">a</td>'),
        ('<td style="text-align: right;" class="x">a</td>', '<td class="x lib-align-right">a</td>'),
        ('<td colspan="2" style="text-align: right;">a</td>', '<td colspan="2" class="lib-align-right">a</td>'),
        ('<td style="text-align: right; color: red">a</td>', '<td style="text-align: right; color: red">a</td>'),
        ('<p style="text-align: right;">a</p>', '<p style="text-align: right;">a</p>'),
        ("<td>a</td>", "<td>a</td>"),
        (
            "<p>&lt;td style=&quot;text-align: right;&quot;&gt;</p>",
            "<p>&lt;td style=&quot;text-align: right;&quot;&gt;</p>",
        ),
    ],
)
def test_the_alignment_of_a_cell_becomes_a_class(written: str, poured: str) -> None:
    assert move_alignment_to_classes(written) == poured
