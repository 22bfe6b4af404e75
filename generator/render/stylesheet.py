"""The partnership's own colours, as a stylesheet."""

from __future__ import annotations

from generator.model import Partnership, PlainFile, addresses


def partnership_css(partnership: Partnership) -> PlainFile:
    """Sets the custom properties that the theme's stylesheet reads; empty where the partnership names no colours."""
    colours = partnership.colours
    rules = ""
    if colours is not None:
        properties = {"brand": colours.brand, "brand-dark": colours.brand_dark, "accent": colours.accent}
        rules = ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in properties.items()) + "}\n"
    return PlainFile(addresses.PARTNERSHIP_CSS, f"/* Made from content/partnership.yml. */\n{rules}".encode)
