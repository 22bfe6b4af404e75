"""What a notice says of an event holds together, to the minute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

AFTER = {"date": "2022-11-04", "text": "It has moved."}
BEFORE = {"date": "2022-11-02", "text": "It has moved."}
COMING = {"date": "2026-11-23", "text": "It has moved."}


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"starts": "2023-06-08 10:00", "ends": "2023-06-08 12:30"}, []),
        ({"starts": "2023-06-08 10:00", "ends": "2023-06-08 10:00"}, []),
        ({"starts": "2023-06-08 22:00", "ends": "2023-06-09 01:00"}, []),
        ({"starts": "2023-06", "ends": "2023-07"}, []),
        ({"starts": "2023-06-08 10:00", "ends": "2023-06-08 09:59"}, ["T705"]),
        ({"starts": "2023-06-08 10:00", "ends": "2023-06-07 12:00"}, ["T705"]),
        ({"starts": "2023-06-08", "ends": "2023-06-07"}, ["T705"]),
        ({"starts": "2023-06-08 10:00", "ends": "2023-06-07"}, ["T705"]),
        ({"starts": "2023-06-08 10:00", "ends": "2023-06-08"}, ["T713"]),
        ({"starts": "2023-06-08", "ends": "2023-06-08 16:00"}, ["T713"]),
        ({"starts": "2023-03-26 01:30", "ends": "2023-03-26 01:45"}, ["T708", "T708"]),
        ({"starts": "2023-10-29 00:30", "ends": "2023-10-29 01:30"}, ["T709"]),
        ({"starts": "2023-06-08 23:30", "ends": "2023-06-08 23:59"}, []),
        ({"starts": "10:00"}, ["T710"]),
        ({"starts": "2023 10:00"}, ["T710"]),
        ({"starts": "2023-06-08 25:00"}, ["R204"]),
        ({"starts": "2023-06-08", "changes": [AFTER], "cancelled": AFTER}, []),
        ({"starts": "2023-06-08", "changes": [AFTER, BEFORE]}, ["T711"]),
        ({"starts": "2023-06-08", "cancelled": BEFORE}, ["T711"]),
        ({"starts": "2027-06-08", "cancelled": COMING}, ["T704"]),
        ({"starts": "2027-06-08", "cancelled": COMING, "status": "draft"}, []),
        ({"ends": "2023-06-08"}, ["T712"]),
        ({"cancelled": AFTER}, ["T712"]),
        ({"changes": [AFTER], "ends": "2023-06-08"}, ["T712"]),
        ({"starts": "2023-06-08", "cancelled": {"date": "2022-11-04"}}, ["R202"]),
    ],
)
def test_an_event(
    fields: dict[str, Any], codes: list[str], small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any]
) -> None:
    small["new-tool"] |= fields
    assert [code for code, _ in found_in(small).told] == codes
