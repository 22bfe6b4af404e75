"""What is changed: the files of a sample site by their kind, and the files that commands read next to it.

An input is one changed file. The inputs of a block change different files of one site, so they are tried together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from tests.conftest import REPOSITORY, copy_full
from tests.fuzz.mutations import Mutated, mutate
from tests.fuzz.pieces import GARBAGE, NAMES
from tests.unit.diagnostics.conftest import lay

KINDS: Final = {
    "cases": ("content/cases/*/case.yml", 4.0),
    "briefings": ("briefings/*/briefing.yml", 3.0),
    "notices": ("content/notices/*.yml", 1.5),
    "bulletins": ("content/bulletins/*.yml", 1.5),
    "years": ("content/years/*.yml", 1.0),
    "partnership": ("content/partnership.yml", 0.6),
    "vocabulary": ("content/vocabulary.yml", 0.6),
    "settings": ("mkdocs.yml", 0.6),
    "pages": ("content/pages/**/*.md", 0.5),
    "redirects": ("content/redirects.yml", 0.8),
    "ledger": ("content/published-urls.yml", 0.8),
    "link exceptions": ("content/link-exceptions.yml", 0.5),
}
"""The pattern of the files of each kind, and how often one of them is changed."""

ADDED: Final = ("cases", "briefings", "notices", "bulletins", "years", "pages")
"""The kinds that also get a copy under an odd name."""

OUTSIDE_THE_SITE: Final = {"private terms": 0.6, "listings": 0.6, "private workflow": 0.4}
"""What is changed next to the site, and how often. Each of these inputs is tried separately."""

BLOCK: Final = 40
"""How many files of a site are changed at once, at most."""

PRIVATE_TERMS: Final = (
    "# Invented people.\nTobias Quillfeather (father), 14/09/2011\nnickname: Tobbo\n"
    "address: 12 Elm Garth Road, Fellbeck\n"
    "Will Young\nallow: will young people\naccept: content/cases/heron/case.yml, 2026-11-20 # He agreed to be named.\n"
    "place: St Hild's Primary School\nMarrowby;Jane;14/09/2011\n"
)
PRIVATE_WORKFLOW: Final = (
    "# Invented.\nreferred: 2026-02-01\nrapid_review: {to_panel: 2026-02-26, decision: 2026-03-04}\n"
)
_LEDGERS: Final = {
    "redirects": "redirects:\n  - {old: reviews/old-heron/, new: reviews/rowan-and-robin/, since: 2025-01-01}\n"
    "  - {old: a/, new: reviews/, since: 2025-01-01}\n  - {old: 'https://www.example.org/b?c=d', new: a/}\n",
    "ledger": "published:\n  - {address: reviews/, since: 2025-03-02}\n"
    "  - {address: reviews/rowan-and-robin/, since: 2025-03-02, record: case:rowan-and-robin}\n"
    "  - {address: briefings/cold-homes/, since: 2025-03-02, record: briefing:cold-homes}\n",
    "link exceptions": "exceptions:\n  - {address: 'https://www.example.org/', reason: It turns programs away.,"
    " checked: 2026-03-02, until: 2026-09-30}\n",
}
"""Texts for the lists that are empty in the sample sites."""


@dataclass(frozen=True, slots=True)
class Input:
    """One changed file."""

    number: int
    kind: str
    files: dict[str, bytes]
    """The changed files, by their path in the folder of the site, or next to it with `../`."""

    mutations: tuple[str, ...]
    """The names of the changes, in their order."""

    @property
    def is_outside_the_site(self) -> bool:
        """True if the files of the site itself are as they were."""
        return self.kind in OUTSIDE_THE_SITE


@dataclass(slots=True)
class ChangedSite:
    """The folder of the site. It knows which of its files are changed."""

    root: Path
    before: dict[str, bytes]
    """The content of each file before any change, by its path."""

    _changed: dict[str, bytes] = field(default_factory=dict)

    def lay(self, inputs: Iterable[Input]) -> None:
        """Make the site as it was before any change, except for these inputs."""
        wanted = {name: data for one in inputs for name, data in one.files.items()}
        for name in self._changed.keys() - wanted.keys():
            self._put_back(name)
        for name, data in wanted.items():
            if self._changed.get(name) != data:
                path = self.root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        self._changed = wanted

    def restore(self) -> None:
        """Make the site as it was before any change, also where a command wrote."""
        self.lay(())
        for path in list(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and not name.startswith((".cache/", "site/")) and name not in self.before:
                self._put_back(name)
        for name, data in self.before.items():
            path = self.root / name
            if not path.is_file() or path.read_bytes() != data:
                self._put_back(name)

    def _put_back(self, name: str) -> None:
        path = self.root / name
        if name in self.before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.before[name])
            return
        path.unlink(missing_ok=True)
        folder = path.parent
        while folder not in {self.root, self.root.parent} and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


class Inputs:
    """The site before any change, and the inputs of one seed. The same seed and number give the same input."""

    def __init__(self, root: Path, seed: int, sample: str = "full") -> None:
        """`sample` is the name of a site in `tests/sites/valid`."""
        self.root, self.seed = root, seed
        copy_full(root) if sample == "full" else lay(root)
        names = {
            kind: sorted(path.relative_to(root).as_posix() for path in root.glob(pattern) if path.is_file())
            for kind, (pattern, _) in KINDS.items()
        }
        self._names = {kind: found for kind, found in names.items() if found}
        self._listings = sorted(
            path for path in (REPOSITORY / "tests/listings").iterdir() if path.suffix in {".html", ".txt", ".csv"}
        )
        self.site = ChangedSite(
            root, {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        )
        self._texts = {
            kind: tuple(self.site.before[name].decode() for name in found) for kind, found in self._names.items()
        }
        self._slots = [
            *((kind, name, KINDS[kind][1]) for kind, found in self._names.items() for name in found),
            *(("file names", str(number), 1.0) for number in range(3)),
            *((kind, "", share) for kind, share in OUTSIDE_THE_SITE.items()),
        ]
        self.block_size = min(BLOCK, len(self._slots))
        self._block: tuple[int, list[tuple[str, str, float]]] = (-1, [])

    def block_of(self, number: int) -> int:
        """Return the number of the block that an input belongs to."""
        return number // self.block_size

    def block(self, number: int) -> range:
        """Return the numbers of the inputs of a block."""
        return range(number * self.block_size, (number + 1) * self.block_size)

    def input(self, number: int) -> Input:
        """Return one input."""
        kind, name, _ = self._slots_of(self.block_of(number))[number % self.block_size]
        random = Random(f"{self.seed}-{number}")
        if kind == "private terms":
            return self._made(number, kind, "../terms.txt", mutate(random, PRIVATE_TERMS))
        if kind == "private workflow":
            return self._made(number, kind, "../private/rowan-and-robin.yml", mutate(random, PRIVATE_WORKFLOW))
        if kind == "listings":
            listing = random.choice(self._listings)
            text = listing.read_text("utf-8", "replace")
            return self._made(number, kind, f"../listing{listing.suffix}", mutate(random, text))
        if kind == "file names":
            return self._added(number, random)
        # Rarely, a file has the text of its neighbour: two records with one id.
        source = random.choice(self._names[kind]) if random.random() < 0.02 else name
        text = self.site.before[source].decode()
        if kind in _LEDGERS and random.random() < 0.8:
            text = _LEDGERS[kind]
        return self._made(number, kind, name, mutate(random, text, self._texts[kind]))

    def _slots_of(self, block: int) -> list[tuple[str, str, float]]:
        if self._block[0] != block:
            random = Random(f"{self.seed}-block-{block}")
            # Weighted, and each file once: https://doi.org/10.1016/j.ipl.2005.11.003
            keys = [random.random() ** (1 / share) for _, _, share in self._slots]
            order = sorted(range(len(keys)), key=keys.__getitem__, reverse=True)
            self._block = block, [self._slots[at] for at in order[: self.block_size]]
        return self._block[1]

    def _made(self, number: int, kind: str, name: str, mutated: Mutated) -> Input:
        return Input(number, kind, {name: mutated.data}, mutated.names)

    def _added(self, number: int, random: Random) -> Input:
        """Return an input with one more file: a record or a page under an odd name, or a file that is nothing."""
        kind = random.choice([kind for kind in ADDED if kind in self._names])
        source = Path(random.choice(self._names[kind]))
        name = random.choice(NAMES)
        place = source.parent.with_name(name) / source.name
        if kind not in {"cases", "briefings"} or random.random() < 0.2:
            place = source.with_name(f"{name}{source.suffix}")
        data = self.site.before[source.as_posix()]
        names: tuple[str, ...] = ("a copy under another name",)
        if random.random() < 0.3:
            mutated = mutate(random, data.decode(), self._texts[kind])
            data, names = mutated.data, (*names, *mutated.names)
        if random.random() < 0.3:
            place = source.with_name(
                name + random.choice((".pdf", ".png", ".svg", ".docx", ".md", ".yml", ".html", ""))
            )
            data, names = random.choice(GARBAGE), ("a file that is nothing",)
        if place.as_posix() in self.site.before:
            place = place.with_name(f"x{place.name}")
        return Input(number, "file names", {place.as_posix(): data}, names)
