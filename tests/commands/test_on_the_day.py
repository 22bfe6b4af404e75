"""What is withdrawn leaves every byte of what is built, and its notice stays."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model import BulletinItem
from tests.commands.test_states import CANARY, put, record

if TYPE_CHECKING:
    from tests.conftest import Site

NAME = "Gone Tomorrow"
"""What the notice may say: everything else of the record holds the canary."""


def found(folder: Path, word: str) -> set[str]:
    """Files whose path or bytes hold a word, those that are packed among them."""
    names = set()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            if word.encode() in data.lower() or word in name:
                names.add(name)
    return names


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, built: Site) -> Site:
    """The sample with a public case that has words in every field, its lessons, and a bulletin that was sent."""
    root = tmp_path_factory.mktemp("withdrawn") / "full"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("site"))
    site = type(built)(root)
    fields = record("case", "published") | {"name": NAME, "id": "gone-tomorrow", "published": "2026-02-03"}
    put(site, "case", "published", {each: value for each, value in fields.items() if not each.startswith("status")})
    lessons = record("briefing", "published") | {"title": NAME, "series": "lessons-learned", "case": "gone-tomorrow"}
    lessons |= {"id": "gone-tomorrow-lessons", "sections": []}
    put(site, "briefing", "published", {each: v for each, v in lessons.items() if not each.startswith("status")})
    item = {"record": "case:gone-tomorrow", "section": "reviews", "change": "new", "title": NAME, "text": CANARY}
    item |= {"what": "Review"} if "what" in BulletinItem.model_fields else {}
    bulletin = {"title": "Early spring", "welcome": "Hello.", "status": "sent", "sent": "2026-04-02", "items": [item]}
    site.write("content/bulletins/2026-q1.yml", f"# invented\n{json.dumps(bulletin)}\n")
    for kind, folder in (("case", "content/cases"), ("briefing", "briefings")):
        # As an editor writes it: each field on its lines.
        path = root / folder / f"{CANARY}-{kind}-published" / f"{kind}.yml"
        values = json.loads(path.read_text("utf-8").partition("\n")[2])
        path.write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items()), encoding="utf-8")
    site.build()
    return site


def test_a_withdrawn_case_leaves_every_byte_and_name_of_the_site(told: Site, tmp_path: Path) -> None:
    assert "reviews/gone-tomorrow/index.html" in found(told.output, CANARY)
    assert any(name.startswith("search/") for name in found(told.output, CANARY)), "the index is not looked into"
    assert (told.output / "documents" / "gone-tomorrow-full-report.pdf").is_file()
    done = told.library("withdraw", "gone-tomorrow", "--reason", "The family asked for it.", "--today", "2026-05-01")
    assert done.status == 0, done.text
    told.build()
    assert found(told.output, CANARY) == set()
    assert found(told.output / "documents", "gone-tomorrow") == set()
    named = found(told.output, NAME.lower()) | found(told.output, "gone-tomorrow")
    named = {name for name in named if not name.startswith("bulletins/")}
    assert named == {"reviews/gone-tomorrow/index.html", "briefings/gone-tomorrow-lessons/index.html"}
    notice = told.main("reviews/gone-tomorrow").text()
    assert "The family asked for it." in notice and "Withdrawn, 1 May 2026" in notice
