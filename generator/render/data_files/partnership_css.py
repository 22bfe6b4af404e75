"""The partnership's own colours and fonts, as a stylesheet, and its own drawing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import GeneratedFile, Partnership, addresses
from generator.model.motif import mark, wide_motif
from generator.model.partnership import FontFile, Fonts


def partnership_css(partnership: Partnership) -> GeneratedFile:
    """Return a stylesheet that sets the theme's custom properties; no rules if the partnership sets none."""
    css = "/* Made from content/partnership.yml. */\n" + "".join(_faces(partnership.fonts)) + _properties(partnership)
    return GeneratedFile(addresses.PARTNERSHIP_CSS, css.encode)


def partnership_drawings(partnership: Partnership) -> tuple[GeneratedFile, ...]:
    """Return the partnership's own drawing as SVG, wide and small. The stylesheet names both files."""
    return (
        GeneratedFile(addresses.MOTIF, wide_motif(partnership).encode),
        GeneratedFile(addresses.MARK, mark(partnership).encode),
    )


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
    """Yield an `@font-face` rule for each font file.

    `font-display: optional`: if a font is not loaded when text is first shown, the page keeps the reader's default
    font, so that the layout does not shift. The next page finds the font in the cache.
    """
    for part, typeface in fonts.typefaces if fonts is not None else ():
        for file in typeface.files:
            yield _face(typeface.family, part, file)


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
