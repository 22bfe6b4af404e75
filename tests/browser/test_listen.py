"""A page read aloud by the device itself: only with a voice that keeps the text on the device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_until_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Opened

CASE = "reviews/grace/"
BRIEFING = "briefings/using-a-7-minute-briefing/"

VOICES = """(() => {
  const voices = %s.map(([lang, localService]) => ({ lang, localService, name: lang }));
  const calls = [];
  const fake = {
    getVoices: () => voices,
    addEventListener() {},
    speak(each) { calls.push(each.text); globalThis.speaking = each; },
    pause() { calls.push("<pause>"); },
    resume() { calls.push("<resume>"); },
    cancel() { calls.push("<cancel>"); },
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: fake });
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  globalThis.calls = calls;
})()"""
"""Voices in the place of the device's own, and what they are asked to do."""


@pytest.fixture
def with_voices(chromium: Browser, address: str) -> Iterator[Callable[[str, str], Page]]:
    """Opens a page in a browser with these voices: pairs of a language and whether the voice is on the device."""
    context = chromium.new_context()

    def open_page(where: str, voices: str) -> Page:
        page = context.new_page()
        page.add_init_script(VOICES % voices)
        page.goto(address + where)
        wait_until_ready(page)
        return page

    yield open_page
    context.close()


def calls(page: Page) -> list[str]:
    """What the voice was asked to do so far."""
    made: list[str] = page.evaluate("calls")
    return made


@pytest.mark.parametrize("voices", ["[]", '[["en-GB", false]]', '[["pl-PL", true]]', '[["en-GB", undefined]]'])
def test_without_a_voice_of_the_device_for_the_language_there_is_no_button(
    with_voices: Callable[[str, str], Page], voices: str
) -> None:
    page = with_voices(CASE, voices)
    expect(page.get_by_role("button", name="Listen")).to_have_count(0)
    expect(page.locator("[data-listen]")).to_be_hidden()


def test_without_scripts_there_is_no_button(opened: Opened) -> None:
    with opened(CASE, scripts=False) as page:
        expect(page.locator("[data-listen]")).to_be_hidden()


@pytest.mark.parametrize("voice", ["en-GB", "en-US", "en_IN"])
def test_a_voice_of_the_device_reads_the_title_the_summary_and_the_parts(
    with_voices: Callable[[str, str], Page], voice: str
) -> None:
    page = with_voices(BRIEFING, f'[["en-GB", false], ["{voice}", true]]')
    page.get_by_role("button", name="Listen").click()
    assert page.evaluate("speaking.voice.lang") == voice
    for _block in range(200):
        if page.get_by_role("button", name="Listen").count():
            break
        page.evaluate("speaking.dispatchEvent(new Event('end'))")
    read = calls(page)
    assert read[0] == "Using a 7-minute briefing in your team"
    assert read[1].startswith("How to read a briefing together")
    assert [each for each in read if each in ("Background", "Why it matters", "Where to find more")] != []
    assert read.index("Background") < read.index("Why it matters") < read.index("Where to find more")
    assert "Talk about it" in read
    assert not [each for each in read if "Documents" in each or "Cite" in each or "PDF," in each]
    assert len(read) == len(set(read))


def test_reading_can_be_paused_and_stopped(with_voices: Callable[[str, str], Page]) -> None:
    page = with_voices(CASE, '[["en-GB", true]]')
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    page.get_by_role("button", name="Listen").click()
    expect(page.locator(".lib-spoken")).to_have_text("Grace")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Stop").click()
    assert calls(page) == ["Grace", "<pause>", "<resume>", "<resume>", "<cancel>"]
    expect(page.get_by_role("button", name="Listen")).to_be_focused()
    expect(page.locator(".lib-spoken")).to_have_count(0)


def test_a_reader_who_leaves_the_site_hears_no_more_of_it(with_voices: Callable[[str, str], Page]) -> None:
    page = with_voices(CASE, '[["en-GB", true]]')
    page.get_by_role("button", name="Listen").click()
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert calls(page)[-1] == "<cancel>"
