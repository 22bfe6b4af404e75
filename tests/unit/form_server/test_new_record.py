"""A new record: its name, and what is asked if a record of this name exists."""

from __future__ import annotations

import pytest

from tests.unit.form_server.conftest import Form, Officer, form_in


def new_record(officer: Officer, kind: str, title: str, **more: str) -> Form:
    form = form_in(officer.get("/_edit/new")).set("kind", kind).set("title", title)
    for name, value in more.items():
        form.set(name, value)
    return form


@pytest.mark.parametrize(
    ("kind", "title", "address"), [("case", "Wren", "wren"), ("briefing", "Lamplight", "lamplight")]
)
def test_a_name_that_exists_asks_for_a_second_line(officer: Officer, kind: str, title: str, address: str) -> None:
    page = officer.post(new_record(officer, kind, title), "")
    assert "of this name already" in page.text("#f-subtitle")[0]
    assert [each.attributes["href"] for each in page.page.css("#f-subtitle a")] == [f"/_edit/{kind}/{address}"]
    assert form_in(page)["title"] == title
    again = officer.post(form_in(page), "")
    assert "of this name already" in again.text("#f-subtitle")[0], "without a second line, nothing is begun"
    form = form_in(again).set("subtitle", "The years after 2020")
    location = officer.location_after(form, "")
    assert location == f"/_edit/{kind}/{address}-the-years-after-2020"
    begun = form_in(officer.get(location))
    assert (begun["title" if kind == "briefing" else "name"], begun["subtitle"]) == (title, "The years after 2020")
    third = officer.post(form, "")
    assert "write another second line" in third.text("#f-subtitle")[0], "also if the other one is not saved yet"
    assert [each.attributes["href"] for each in third.page.css("#f-subtitle a")] == [location]


def test_a_notice_of_a_title_that_exists_needs_another_title(officer: Officer) -> None:
    name = next(path.stem for path in sorted((officer.root / "content/notices").glob("*.yml")))
    page = officer.post(new_record(officer, "notice", name), "")
    assert "tells the two apart" in page.text("#f-title")[0]
    assert [each.attributes["href"] for each in page.page.css("#f-title a")] == [f"/_edit/notice/{name}"]
    assert page.page.css_first("#subtitle") is None
    assert officer.location_after(form_in(page).set("title", f"{name} again"), "") == f"/_edit/notice/{name}-again"
