"""A partnership's logo and fonts: published from content/, and told when something is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Site

RECORD = "content/partnership.yml"
LOGO = "file: logo.svg"
FONT = "{file: fonts/text-bold.woff2, weight: 700}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def own_styles(site: Site) -> str:
    """What stands of the partnership's own in the one stylesheet."""
    theme, made_from, own = (site.output / "assets/library.css").read_text(encoding="utf-8").partition("/* Made from")
    assert theme and made_from
    return own


def test_logo_and_fonts_are_published_at_addresses_of_our_own(built: Site) -> None:
    content = built.root / "content"
    published = {
        "assets/partnership-logo.svg": "logo.svg",
        "assets/fonts/text-400.woff2": "fonts/text-regular.woff2",
        "assets/fonts/text-700.woff2": "fonts/text-bold.woff2",
    }
    for address, file in published.items():
        # The copy of a picture has no metadata, no comments, and other line breaks.
        written, read = ((folder / name).read_bytes() for folder, name in ((built.output, address), (content, file)))
        assert b"".join(written.split()) == b"".join(re.sub(rb"<!--.*?-->", b"", read, flags=re.DOTALL).split())
    css = own_styles(built)
    assert re.findall(r'url\("(.+?)"\)', css) == ["fonts/text-400.woff2", "fonts/text-700.woff2"]
    assert css.count("font-display: optional;") == 2
    assert '--font-family-text: "Atkinson Hyperlegible Next", var(--font-family-system);' in css
    assert "--font-family-headings" not in css


def test_the_logo_stands_in_the_link_home_with_its_size_on_every_kind_of_page(built: Site) -> None:
    for address in ("", "reviews/", "reviews/heron/", "about/contact/"):
        (logo,) = built.page(address).css("a.lib-brand img")
        way_up = "../" * address.count("/")
        assert logo.attributes == {
            "class": "lib-logo",
            "src": f"{way_up}assets/partnership-logo.svg",
            "width": "160",
            "height": "48",
            "alt": "Tarnshire Safeguarding Partnership",
        }


def test_a_partnership_without_a_look_of_its_own_has_the_systems_fonts(site: Site) -> None:
    text = (site.root / RECORD).read_text(encoding="utf-8")
    plain = re.sub(r"^(?:logo|fonts):\n(?: .*\n)+", "", text, flags=re.MULTILINE)
    assert plain.count("\n") == text.count("\n") - 9
    site.write(RECORD, plain)
    site.build()
    page = site.page("reviews/")
    assert page.css("a.lib-brand img") == page.css('link[as="font"]') == []
    assert "@font-face" not in own_styles(site)
    assert not (site.output / "assets/partnership-logo.svg").exists()
    assert not list((site.output / "assets/fonts").glob("*"))


def test_what_is_wrong_with_a_file_is_told_at_its_line(site: Site) -> None:
    site.write("content/evil.svg", SVG.format("<script/>"))
    site.write("content/empty.svg", "<svg/>")
    site.write("content/heavy.svg", SVG.format(f"<title>{'a' * 100_000}</title>"))
    site.write("content/false.woff2", "a font by name alone")
    site.write("content/words.txt", "no picture")
    as_written = (site.root / RECORD).read_text(encoding="utf-8")
    for old, new, told in (
        (LOGO, "file: lgo.svg", 'error[D401]: there is no file "lgo.svg"'),
        (LOGO, "file: ../mkdocs.svg", 'error[D402]: "../mkdocs.svg" is not allowed'),
        (LOGO, "file: words.txt", 'error[R207]: "logo" "file" cannot be "words.txt"'),
        (LOGO, "file: evil.svg", 'error[R207]: "evil.svg" contains "script"'),
        (LOGO, "file: empty.svg", 'error[D417]: "empty.svg" ends in .svg and is not a picture in SVG format'),
        (LOGO, "file: heavy.svg", 'warning[D418]: "heavy.svg" has'),
        (FONT, "{file: false.woff2}", 'error[D417]: "false.woff2" ends in .woff2 and is not a WOFF2 font'),
        (FONT, "{file: fonts/text-bold.woff2}", "warning[V311]: another font of this weight and style"),
        (FONT, "{file: fonts/text-bold.woff2, weight: heavy}", "error[R203]:"),
    ):
        site.write(RECORD, as_written.replace(old, new))
        found = site.library("check", "--today", "2026-05-01").text
        assert told in found, f"{new}: {found}"
        line = site.root.joinpath(RECORD).read_text(encoding="utf-8").partition(new)[0].count("\n") + 1
        assert f"--> {RECORD}:{line}:" in found
