"""Texts that were pasted, and that readers would see otherwise than meant, are reported. Right ones are not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import REPOSITORY, Site

TODAY: Final = "2026-11-25"
CODES: Final = ("P675", "P676", "P677", "P678", "P679", "P695", "P696", "P697", "P698", "P609", "L831")
IN_RECORDS: Final = {
    "She said:\n• cold\n• late": "P675",
    "o\tcold\no\tlate": "P675",
    "· cold\n· late": "P675",
    "\uf0b7\u00a0cold\n\uf0b7\u00a0late": "P675",
    "\u2013 cold\n\u2013 late": "P675",
    "-cold\n-late": "P675",
    "a) cold\nb) late": "P675",
    "(i) cold\n(ii) late": "P675",
    "We saw: • cold • late • hungry": "P675",
    "1999. She was born.\n\n2001. She moved.": "P676",
    "2019) In that year": "P676",
    "1. cold\n3. late": "P676",
    "> 50 children": "P676",
    "She moved.\n---\nShe moved again.": "P677",
    "She moved.\n===": "P677",
    "She moved\n-": "P677",
    "A note[^1].\n\n[^1]: Page 4.": "P678",
    "**two homes": "P678",
    "** two homes **": "P678",
    "two homes**": "P678",
    "__two homes": "P678",
    "a * small * home": "P678",
    "[plan] (https://county.example)": "P678",
    "[plan](https://county.example/a(b)": "P678",
    "[plan](https://county.example": "P678",
    "(plan)[https://county.example]": "P678",
    "[plan][1]": "P678",
    "##What happened": "P678",
    "- [ ] call the school": "P678",
    "~~gone~~": "P678",
    "==important==": "P678",
    "!!! note\n    Read this.": "P678",
    "A home{.big}": "P678",
    "| a | b |\n| 1 | 2 |": "P678",
    "parents &amp;amp; carers": "P679",
    "two {% include 'x' %} homes": "P679",
    "Area\tReferrals\nNorth\t3\nSouth\t4": "P678",
    "Text.\n\n    She moved again in spring.": "P695",
    "Text.\n\n\tShe moved again in spring.": "P695",
    "See https://county.example/plan.": "P696",
    "See www.county.example/plan.": "P696",
    "See HTTP://COUNTY.example.": "P696",
    "The school didnâ€™t ask": "P698",
    "The cafÃ© closed": "P698",
    "Â£40 a week": "P698",
    "A letter\ufffd was lost": "P698",
    "[plan](https://county.example/our plan)": "L831",
    "[Rowan](case: rowan)": "L831",
}
RIGHT: Final = (
    "- cold\n- late",
    "1. cold\n2. late\n\nThen:\n\n3. hungry",
    "1. cold\n1. late",
    "2019\\. She moved.",
    "In 2019. Then",
    "She moved.\n\n---\n\nAgain.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "**two homes** and *one* school",
    "\\*\\*not bold\\*\\*",
    "Her name* is invented.",
    "`**code**` and `[^1]` and `https://county.example`",
    "```\nhttps://county.example **\n    indented code of a page\n```",
    "[plan](https://county.example/a_(b))",
    "[sic] (page 3)",
    "parents &amp; carers",
    "- item\n\n    more of the item here",
    "5 > 3 and a_b_c and 2*3*4",
    "Café, naïve, £40, Siân, \u2018so\u2019 \u2013 and",
    "> a quotation",
    "o'clock",
    "a. single letter",
)
IN_TITLES: Final = {
    "Parents &amp; carers": "P679",
    "The child&#8217;s day": "P679",
    "The child&#x2019;s day": "P679",
    "A caf&eacute;": "P679",
    "A <b>new</b> tool": "P679",
    "A {% include 'x' %} tool": "P679",
    "A new<br>tool": "P679",
    "A **new** tool": "P678",
    "A *new* tool": "P678",
    "A [new](https://county.example) tool": "P678",
    "The childâ€™s day": "P698",
    "Q&A for parents": "",
    "5 * 3 * 2 days": "",
}
ON_PAGES: Final = {
    "We come:\n- on Mondays\n- on Fridays": "P697",
    "We come:\n1. on Mondays\n2. on Fridays": "P697",
    "Area\tReferrals\nNorth\t3": "P678",
    "| Area\t| Referrals |\n| --- | --- |\n| North\t| 3 |": "",
    "One\ttab in a text.": "",
    "We come:\n* on Mondays": "P697",
    "1) cold\n2) late": "P697",
    "- cold\n  - at home\n  - at school": "P697",
    "Text.\n\n2. late\n3. cold": "P676",
    "• cold\n• late": "P675",
    "##First part\n\nText.\n\n####Much deeper": "P609",
    "Text[^1].": "P678",
    "**two homes": "P678",
    "See https://county.example/plan.": "P696",
    '<div class="note">\n\n## A heading\n\n- one\n- two\n\n</div>': "P678",
    "<details><summary>More</summary>\n**Bold** and [a link](contact.md)\n</details>": "P678",
    "<div>\n- one\n- two\n</div>": "P678",
    "A {% include 'x' %} tool.": "P679",
    "Parents &amp;amp; carers": "P679",
    "The cafÃ© closed": "P698",
    "She moved away.\n---": "P677",
    "Text\n\n    She moved again in spring.": "P695",
    "##First part\n\nText.\n\n###Second part": "",
    "## A part\n- one\n- two": "",
    "- one\n    - two\n    - three": "",
    "First part\n----------\n\nText.": "",
    "| a | b |\n|---|---|\n| 1 | 2 |": "",
    "1. one\n2. two": "",
    "\\*\\*stars\\*\\*": "",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small sample site, with one notice or page for each text."""
    root = tmp_path_factory.mktemp("pasted") / "small"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    made = Site(root)
    for number, text in enumerate((*IN_RECORDS, *RIGHT)):
        body = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
        # The first line tells YAML the indent: a line of the text may begin with spaces.
        made.write(
            f"content/notices/n{number}.yml",
            f"title: Notice {number}\nkind: update\ndate: 2022-11-03\nsummary: Invented.\nbody: |2\n{body}",
        )
    for number, text in enumerate(IN_TITLES):
        title = json.dumps(text, ensure_ascii=False)
        made.write(
            f"content/notices/t{number}.yml", f"title: {title}\nkind: update\ndate: 2022-11-03\nsummary: Invented.\n"
        )
    for number, text in enumerate(ON_PAGES):
        made.write(f"content/pages/about/p{number}.md", f"# Page {number}\n\n{text}\n")
    return made


@pytest.fixture(scope="module")
def records_found(site: Site) -> dict[str, set[str]]:
    """The codes of each record, as `library check` lists them."""
    return found(site, "check")


@pytest.fixture(scope="module")
def pages_found(site: Site) -> dict[str, set[str]]:
    """The codes of each page while the site is built. The records with errors are taken out."""
    for number, code in enumerate(IN_RECORDS.values()):
        if code == "L831":
            (site.root / f"content/notices/n{number}.yml").unlink()
    return found(site, "build")


def found(site: Site, command: str) -> dict[str, set[str]]:
    told = site.library(command, "--format", "json", "--today", TODAY)
    listed, _ = json.JSONDecoder().raw_decode(told.text[told.text.index("{") :])
    codes: dict[str, set[str]] = {}
    for each in listed["diagnostics"]:
        if each["code"] in CODES:
            codes.setdefault(Path(each["location"]["file"]).stem, set()).add(each["code"])
    return codes


@pytest.mark.parametrize("text", IN_RECORDS)
def test_a_text_of_a_record_that_readers_would_see_otherwise_is_reported(
    text: str, records_found: dict[str, set[str]]
) -> None:
    assert IN_RECORDS[text] in records_found.get(f"n{list(IN_RECORDS).index(text)}", set())


@pytest.mark.parametrize("text", RIGHT)
def test_a_text_that_is_right_is_not_reported(text: str, records_found: dict[str, set[str]]) -> None:
    assert records_found.get(f"n{len(IN_RECORDS) + RIGHT.index(text)}", set()) == set()


@pytest.mark.parametrize("text", IN_TITLES)
def test_code_and_signs_in_a_title_are_reported(text: str, records_found: dict[str, set[str]]) -> None:
    expected = {IN_TITLES[text]} - {""}
    assert records_found.get(f"t{list(IN_TITLES).index(text)}", set()) == expected


@pytest.mark.parametrize("text", ON_PAGES)
def test_a_text_of_a_page_that_readers_would_see_otherwise_is_reported(
    text: str, pages_found: dict[str, set[str]]
) -> None:
    codes = pages_found.get(f"p{list(ON_PAGES).index(text)}", set())
    assert ON_PAGES[text] in codes if ON_PAGES[text] else codes == set()


def test_what_the_build_finds_on_a_page_is_found_by_the_check_as_well(
    site: Site, pages_found: dict[str, set[str]]
) -> None:
    checked = found(site, "check")
    assert {name: codes for name, codes in checked.items() if name.startswith("p")} == {
        name: codes for name, codes in pages_found.items() if name.startswith("p")
    }
