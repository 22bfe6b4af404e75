"""The partnership's own colours and fonts, as a stylesheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Partnership, PlainFile, addresses
from generator.model.partnership import FontFile, Fonts


def partnership_css(partnership: Partnership) -> PlainFile:
    """Sets the custom properties that the theme's stylesheet reads; empty where the partnership names nothing."""
    css = "/* Made from content/partnership.yml. */\n" + "".join(_faces(partnership.fonts)) + _properties(partnership)
    return PlainFile(addresses.PARTNERSHIP_CSS, css.encode)


def _properties(partnership: Partnership) -> str:
    colours, fonts = partnership.colours, partnership.fonts or Fonts()
    properties: dict[str, str] = {}
    if colours is not None:
        properties |= {
            "color-brand": colours.brand,
            "color-brand-dark": colours.brand_dark,
            "color-accent": colours.accent,
        }
    names = {"text": "font-family-text", "headings": "font-family-headings"}
    properties |= {names[part]: f'"{each.family}", var(--font-family-system)' for part, each in fonts.typefaces}
    lines = "".join(f"  --{name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{lines}}}\n" if properties else ""


def _faces(fonts: Fonts | None) -> Iterator[str]:
    """Each file as a font of its family.

    `optional`: where a font has not come by the time that words are first shown, the page keeps the reader's own font,
    and nothing moves under their eyes. It is in the cache for the next page.
    """
    for part, typeface in fonts.typefaces if fonts is not None else ():
        for each in typeface.files:
            yield _face(typeface.family, part, each)


def _face(family: str, part: str, file: FontFile) -> str:
    address = addresses.font(part, file.weight, file.style).removeprefix("assets/")
    return (
        "@font-face {\n"
        f'  font-family: "{family}";\n'
        f'  src: url("{address}") format("woff2");\n'
        f"  font-weight: {file.weight};\n"
        f"  font-style: {file.style};\n"
        "  font-display: optional;\n"
        "}\n"
    )
