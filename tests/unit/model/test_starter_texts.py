"""No starter text is left out before it is searched for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from generator.model.starter_texts import StarterText, may_contain_starter_text, starter_text_in

DISGUISES: Final[dict[str, Callable[[str], str]]] = {
    "as it is": str,
    "capitals": str.upper,
    "lines": lambda text: text.replace(" ", "\n"),
    "bold": lambda text: f"**{text[:3]}**{text[3:]}",
    "soft hyphen": lambda text: f"{text[:2]}\u00ad{text[2:]}",
    "full width": lambda text: "".join(chr(ord(sign) + 0xFEE0) if "A" <= sign <= "z" else sign for sign in text),
    "long s": lambda text: text.replace("s", "\u017f"),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("starter", StarterText)
def test_a_starter_text_among_others_is_not_left_out(starter: StarterText, disguise: str) -> None:
    text = DISGUISES[disguise](starter)
    assert may_contain_starter_text(f"One.\n\n{text}\n\nTwo.") or starter_text_in(text) is None
