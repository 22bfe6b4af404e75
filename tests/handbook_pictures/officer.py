"""An officer at the forms: clicks, types, takes pictures, and counts both."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.handbook_pictures.ashdale import Ashdale

LARGEST: Final = 120_000
"""The most bytes of a picture."""

WIDTH: Final = 1280

_MARK: Final = "outline: 3px solid #b3261e; outline-offset: 3px; border-radius: 3px"


@dataclass(slots=True)
class Count:
    """What one job takes in the forms."""

    clicks: int = 0
    fields: int = 0
    """Fields that are typed in, or whose file is chosen."""


@dataclass(slots=True)
class Officer:
    """A browser with the forms, and the folder for the pictures."""

    page: Page
    library: Ashdale
    pictures: Path
    counts: dict[str, Count] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    _count: Count = field(default_factory=Count)

    @contextmanager
    def job(self, name: str) -> Iterator[None]:
        """Count what is done inside as one job, which begins at the list of all records."""
        self._count = self.counts[name] = Count()
        self.go_to_list()
        yield
        self._count = Count()

    def click(self, target: Locator) -> None:
        """Click a button, a link or a box."""
        self._count.clicks += 1
        target.click()

    def press(self, name: str, inside: Locator | None = None) -> None:
        """Press the button with this name."""
        self.click((inside or self.page).get_by_role("button", name=name, exact=True).first)

    def follow(self, name: str) -> None:
        """Follow the link with this text."""
        self.click(self.page.get_by_role("link", name=name, exact=True).first)

    def tick(self, label: str, inside: Locator | None = None) -> None:
        """Tick a box or choose a radio button."""
        self._count.clicks += 1
        (inside or self.page).get_by_label(label, exact=True).first.check()

    def choose(self, target: Locator, label: str) -> None:
        """Choose an entry of a list: one click opens the list, the second one chooses."""
        self._count.clicks += 2
        target.select_option(label=label)

    def fill(self, target: Locator, text: str) -> None:
        """Type into a field."""
        self._count.fields += 1
        target.fill(text)

    def upload(self, target: Locator, file: Path) -> None:
        """Choose a file."""
        self._count.fields += 1
        target.set_input_files(file)

    def field(self, name: str) -> Locator:
        """The field of a form with this id."""
        return self.page.locator(f"#{name}")

    def go_to_list(self) -> None:
        """Go to the list of all records."""
        self.page.goto(self.library.opening.partition("?")[0])

    def open_record(self, title: str) -> None:
        """Open a record from the list."""
        self.follow(title)
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(title)

    def tick_folded(self, name: str, label: str) -> None:
        """Open a folded set of boxes, and tick one."""
        boxes = self.field(f"field-{name}")
        self.click(boxes.locator("summary"))
        self.tick(label, boxes)

    def act(self, button: str, answers: Mapping[str, str], picture: str = "") -> None:
        """Press the button of something that happens, answer its questions, look at what changes, and press again."""
        self.follow(button)
        for label, answer in answers.items():
            field = self.page.get_by_role("main").get_by_label(re.compile(f"^{label}"))
            if field.evaluate("element => element.tagName") == "SELECT":
                self._count.clicks += 2
                field.select_option(answer)
            elif field.get_attribute("type") == "file":
                self.upload(field, Path(answer))
            else:
                self.fill(field, answer)
        if answers:
            self.press("Show what changes")
        expect(self.page.get_by_role("heading", name="What changes for readers")).to_be_visible()
        if picture:
            self.picture(picture, self.page.get_by_role("button", name=button, exact=True), height=780)
        self.press(button)
        expect(self.page.get_by_role("heading", name="Done", exact=True)).to_be_visible()

    def send(self, sentence: str, picture: str = "") -> None:
        """Publish what was saved, with one sentence."""
        self.follow("Publish")
        self.fill(self.page.get_by_label("What did you change?"), sentence)
        if picture:
            self.picture(picture, self.page.get_by_role("button", name="Publish", exact=True))
        self.press("Publish")
        expect(self.page.get_by_role("heading", name="Published", exact=True)).to_be_visible()

    def save(self) -> None:
        """Press Save, and wait until it is saved. As a person does, after what was typed is kept."""
        self.page.wait_for_timeout(1000)
        self.press("Save", self.page.locator(".save-bar"))
        expect(self.page.locator(".notice.good")).to_contain_text("Saved.")

    def picture(
        self, name: str, *marked: Locator, near: Locator | None = None, height: int = 640, width: int = WIDTH
    ) -> None:
        """Take a picture of the window, with a frame around what the text is about.

        `near` is scrolled to the top, and the picture then shows only the form, without the page next to it.
        """
        page = self.page
        page.set_viewport_size({"width": width, "height": height})
        if near is not None:
            near.evaluate("element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 120)")
        for each in marked:
            each.first.evaluate("(element, style) => { element.style.cssText += style }", _MARK)
        page.wait_for_timeout(300)
        data = page.screenshot(animations="disabled", caret="hide")
        for each in marked:
            each.first.evaluate("element => { element.style.cssText = '' }")
        box = page.locator("main").bounding_box() if page.locator("main").count() else None
        is_narrow = near is not None or page.locator("main.narrow").count() > 0
        margin = 0 if near is not None else 20
        sides = (int(box["x"]) - 20, int(box["x"] + box["width"]) + margin) if box and is_narrow else (0, WIDTH)
        write_picture(data, self.pictures / f"{name}.webp", sides)
        page.set_viewport_size({"width": WIDTH, "height": 900})
        self.made.append(name)


def write_picture(data: bytes, file: Path, sides: tuple[int, int]) -> None:
    """Write a picture as WebP, from one side to the other, small enough for a page."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    image = image.crop((max(sides[0], 0), 0, min(sides[1], image.width), image.height))
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file, "WEBP", quality=80, method=6)
    assert file.stat().st_size < LARGEST, f"{file.name} has {file.stat().st_size} bytes"
