"""A small site with a joint review, a variant of a type and reviews whose type is not stated."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from tests.conftest import REPOSITORY, Site

JOINT: Final = "Joint Domestic Abuse Related Death Review and Safeguarding Adults Review"
TWO_LABELS: Final = "Child Safeguarding Practice Review and Safeguarding Adults Review"

_SAR: Final = "  - {id: sar,"
_TYPES: Final = """\
  - id: dardr
    label: Domestic Abuse Related Death Review
    plural: Domestic Abuse Related Death Reviews
    abbreviation: DARDR
    about: [adults]
    also_known_as: [Domestic Homicide Review, DHR]
    steps:
      - {rule: legal-check, working_days: 30}
      - {rule: submission, repository: sar-library, working_days: 10}
  - id: discretionary-sar
    label: Discretionary Safeguarding Adults Review
    plural: Discretionary Safeguarding Adults Reviews
    variant_of: sar
  - {id: learning-review, label: Learning review, variant_of: sar}
joint_types:
  - types: [dardr, sar]
    label: Joint Domestic Abuse Related Death Review and Safeguarding Adults Review
    abbreviation: DARDR/SAR
"""

_CASES: Final = {
    "heather": "type: [sar, dardr]\npublished: 2024-05-14\nsummary: Heather was found dead at home.\n"
    "briefings: [checking-in]\ndocuments:\n  - {kind: report, availability: on-request}",
    "sorrel": "type: discretionary-sar\npublished: 2023-11\nsummary: Sorrel lived alone.",
    "bracken": "type: [cspr, sar]\npublished: 2021-06\nsummary: Bracken was seventeen, and then eighteen.",
    "teasel": "published: 2024-02\nbriefings: [checking-in]\nlearning: [A worry can be passed on.]\n"
    "documents:\n  - {kind: report, availability: on-request}",
    "yarrow": "type: learning-review\npublished: 2024-01\nsummary: Yarrow was in care.",
    "flint": "published: 2020-01\nstatus: withdrawn\nstatus_reason: The family asked for it.",
}


def copy_with_review_types(root: Path) -> Site:
    """The small site with two more types, two variants, and six more cases."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    site = Site(root)
    site.change("mkdocs.yml", "custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}")
    vocabulary = root / "content" / "vocabulary.yml"
    lines = vocabulary.read_text(encoding="utf-8").splitlines(keepends=True)
    after = next(number for number, line in enumerate(lines) if line.startswith(_SAR)) + 1
    vocabulary.write_text("".join((*lines[:after], _TYPES, *lines[after:])), encoding="utf-8")
    for identity, fields in _CASES.items():
        site.write(f"content/cases/{identity}/case.yml", case_text(identity, fields))
    site.write(
        "briefings/teasel-lessons/briefing.yml",
        "# Invented for tests.\ntitle: Teasel\nseries: lessons-learned\ncase: teasel\npublished: 2024-03\n",
    )
    site.change(
        "content/partnership.yml",
        "documents_contact:",
        "newsletter: {from_name: Ashdale, from_address: bulletin@ashdale.example}\ndocuments_contact:",
    )
    site.write(
        "content/bulletins/2024-q1.yml",
        "# Invented for tests.\ntitle: News of the winter\nstatus: published\nwelcome: Welcome.\n",
    )
    site.write(
        "content/pages/bulletins/index.md", "---\ntitle: Bulletins\ndescription: All bulletins.\n---\n\n# Bulletins\n"
    )
    site.write(
        "content/pages/search/index.md",
        "---\ntitle: Search\ndescription: Search everything.\ntemplate: search.html\n---\n\n# Search\n\n"
        "<!-- library:search -->\n",
    )
    index = "content/pages/index.md"
    site.write(index, (root / index).read_text(encoding="utf-8") + "\n[Search everything](search/index.md)\n")
    for folder in ("bulletins", "years"):
        site.write(f"content/pages/{folder}/_frame.md", "---\ntemplate: frame.html\n---\n")
    site.write("content/years/2023-24.yml", "# Invented for tests.\nsources: [invented for the tests]\n")
    site.change("content/pages/reviews/index.md", "<!-- library:review-list -->", "<!-- library:review-finder -->")
    site.change("content/pages/reviews/index.md", "section: reviews\n", "section: reviews\ntemplate: finder.html\n")
    return site


def case_text(identity: str, fields: str) -> str:
    """The record of an invented case."""
    return f"# Invented for tests.\nname: {identity.capitalize()}\n{fields}\nsources: [invented for the tests]\n"
