"""Pagefind's own client loads the right files of an index whose words the generator has divided anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from generator.search import SearchVocabulary, index_site
from tests.served_folder import serving_folder
from tests.unit.search.conftest import article, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COMMON = "care baby carpet run sleep housing officer off "
RARE = "cart careful caretaker babble back runner rung slab sled slept sleepy slim hour offend offer of"
ASK = """async (words) => {
  const pagefind = await import("/search/index/pagefind.js");
  await pagefind.options({ noWorker: true });
  const { results } = await pagefind.search(words);
  const data = await Promise.all(results.map((each) => each.data()));
  return data.map((each) => each.url);
}"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("words")
    pages = [
        page("reviews/hazel/", article("Hazel", COMMON * 6_000)),
        page("reviews/rowan/", article("Rowan", RARE)),
    ]
    for file in index_site(pages, [], SearchVocabulary(), b"", folder / "cache").value:
        target = folder / "site" / file.address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file.path, target)
    (folder / "site" / "index.html").write_text("<!doctype html><title>Words</title>", encoding="utf-8")
    with serving_folder(folder / "site") as address:
        yield address


@pytest.fixture
def asking(chromium: Browser, root: str) -> Iterator[Page]:
    """A page of a browser that has loaded nothing yet."""
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(root)
    yield tab
    context.close()


@pytest.mark.parametrize(
    "words",
    [
        "care",
        "caring",
        "cares",
        "baby",
        "babies",
        "run",
        "running",
        "runs",
        "sleeping",
        "slee",
        "houses",
        "offices",
        "off",
    ],
)
def test_every_form_of_a_common_word_is_found(asking: Page, words: str) -> None:
    assert "/reviews/hazel/" in asking.evaluate(ASK, words)


@pytest.mark.parametrize(
    "words", ["cart", "caretakers", "babble", "rungs", "slept", "sleepy", "slim", "hours", "offers"]
)
def test_every_form_of_a_rare_word_next_to_a_common_one_is_found(asking: Page, words: str) -> None:
    assert "/reviews/rowan/" in asking.evaluate(ASK, words)


def test_a_rare_word_does_not_load_the_file_of_a_common_one(asking: Page) -> None:
    loaded: list[str] = []
    asking.on("response", lambda answer: loaded.append(answer.url))
    assert asking.evaluate(ASK, "slept") == ["/reviews/rowan/"]
    assert "/reviews/hazel/" in asking.evaluate(ASK, "sleeping")
    assert len({url for url in loaded if url.endswith(".pf_index")}) == 2, loaded
