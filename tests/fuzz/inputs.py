"""What is changed: the files of a sample site by their kind, and the files that commands read next to it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from tests.conftest import REPOSITORY, copy_full
from tests.fuzz.mutations import mutate
from tests.unit.diagnostics.conftest import lay

KINDS: Final = {
    "cases": ("content/cases/*/case.yml", 24),
    "briefings": ("briefings/*/briefing.yml", 16),
    "notices": ("content/notices/*.yml", 8),
    "bulletins": ("content/bulletins/*.yml", 6),
    "years": ("content/years/*.yml", 5),
    "partnership": ("content/partnership.yml", 8),
    "vocabulary": ("content/vocabulary.yml", 10),
    "settings": ("mkdocs.yml", 8),
    "pages": ("content/pages/**/*.md", 12),
    "redirects": ("content/redirects.yml", 6),
    "ledger": ("content/published-urls.yml", 5),
    "link exceptions": ("content/link-exceptions.yml", 4),
    "private terms": ("", 6),
    "listings": ("", 6),
    "private workflow": ("", 4),
}
"""The pattern of the files of each kind, and how often it is changed."""

PRIVATE_TERMS: Final = (
    "# Invented people.\nTobias Quillfeather (father), 14/09/2011\nnickname: Tobbo\n"
    "address: 12 Elm Garth Road, Fellbeck\n"
    "Will Young\nallow: will young people\naccept: content/cases/heron/case.yml, 2026-11-20 # He agreed to be named.\n"
    "place: St Hild's Primary School\nMarrowby;Jane;14/09/2011\n"
)
PRIVATE_WORKFLOW: Final = (
    "# Invented.\nreferred: 2026-02-01\nrapid_review: {to_panel: 2026-02-26, decision: 2026-03-04}\n"
)


@dataclass(frozen=True, slots=True)
class Input:
    """One changed site."""

    number: int
    kind: str
    files: dict[str, bytes]
    """The changed files, by their path in the folder of the site, or next to it with `../`."""

    def lay(self, root: Path) -> None:
        """Writes the changed files."""
        for name, data in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


class Inputs:
    """The site before any change, and the inputs of one seed. The same seed and number give the same input."""

    def __init__(self, root: Path, seed: int, sample: str = "full") -> None:
        """`sample` is the name of a site in `tests/sites/valid`. An input of the small one takes half of the time."""
        self.root, self.seed = root, seed
        copy_full(root) if sample == "full" else lay(root)
        self.files = {
            kind: sorted(path for path in root.glob(pattern) if path.is_file())
            for kind, (pattern, _) in KINDS.items()
            if pattern
        }
        self.listings = sorted(
            path for path in (REPOSITORY / "tests/listings").iterdir() if path.suffix in {".html", ".txt", ".csv"}
        )
        self.before = {
            path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
        }

    def input(self, number: int) -> Input:
        """Return one input."""
        random = Random(f"{self.seed}-{number}")
        kind = random.choices(list(KINDS), [share for _, share in KINDS.values()])[0]
        if kind == "private terms":
            return Input(number, kind, {"../terms.txt": mutate(random, PRIVATE_TERMS)})
        if kind == "private workflow":
            return Input(number, kind, {"../private/rowan-and-robin.yml": mutate(random, PRIVATE_WORKFLOW)})
        if kind == "listings":
            source = random.choice(self.listings)
            return Input(
                number, kind, {f"../listing{source.suffix}": mutate(random, source.read_text("utf-8", "replace"))}
            )
        files = {}
        for _ in range(random.choice((1, 1, 1, 1, 2))):
            path = random.choice(self.files[kind] or self.files["cases"])
            other = random.choice(self.files[kind] or self.files["cases"])
            # Rarely, a file has the text of its neighbour: two records with one id.
            text = self.before[(other if random.random() < 0.03 else path).relative_to(self.root).as_posix()]
            files[path.relative_to(self.root).as_posix()] = mutate(random, text.decode())
        return Input(number, kind, files)

    def restore(self, changed: Input | None = None) -> None:
        """Makes the site as it was before any change. `changed` is what was laid, if nothing else was written."""
        if changed is not None:
            for name in changed.files:
                if name in self.before:
                    (self.root / name).write_bytes(self.before[name])
            self._restore_beside()
            return
        for path in self.root.rglob("*"):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and not name.startswith((".cache/", "site/")) and name not in self.before:
                path.unlink()
        for name, data in self.before.items():
            path = self.root / name
            if not path.is_file() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        self._restore_beside()

    def _restore_beside(self) -> None:
        for name in ("terms.txt", "private", "out"):
            path = self.root.parent / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        for listing in self.root.parent.glob("listing.*"):
            listing.unlink()
