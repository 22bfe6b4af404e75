"""The finished index, kept in the cache as long as nothing that it holds has changed."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Outcome, rule
from generator.model import Asset
from generator.model.addresses import SEARCH_INDEX
from generator.search.subjects import SearchableDocument, SearchablePage

_SECONDS_AT_MOST: Final = 300
_KEPT: Final = 3
"""So many finished indexes are kept: another build may still be reading the one before."""

_AT_WORK: Final = "at-work-"
_CONTENTS: Final = "contents.json"
"""Written last: every file of the index with the hash of what it holds."""

_USED: Final = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind")
_USED_SUFFIXES: Final = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
"""Pagefind's ready-made interfaces and its worker are not used; they would be two thirds of a small index."""


def index_site(
    pages: Sequence[SearchablePage], documents: Sequence[SearchableDocument], ground: bytes, cache: Path
) -> Outcome[tuple[Asset, ...]]:
    """The files of the search index, at `search/index/`. Where nothing has changed, nothing runs.

    `ground` stands for the generator at work: another one makes the index anew. An index that cannot be made is a
    warning and no files: a site without search is better than none, and better than one that finds what is gone.
    """
    home = cache / "search"
    folder = home / _fingerprint(pages, documents, ground).hex()
    if not (folder / _CONTENTS).is_file():
        home.mkdir(parents=True, exist_ok=True)
        _tidy(home)
        workshop = Path(tempfile.mkdtemp(prefix=_AT_WORK, dir=home))
        try:
            problem = _make(pages, documents, workshop / "index")
            if problem is not None:
                return Outcome((), (_failed(problem),))
            # It appears whole, at once. Where another build was faster, its index is the same.
            with suppress(OSError):
                (workshop / "index").rename(folder)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    return Outcome(_assets(folder))


def newest_index(cache: Path) -> tuple[Asset, ...]:
    """The files of the index that was made last, for a preview; none where no build has made one."""
    home = cache / "search"
    finished = _finished(home) if home.is_dir() else []
    return _assets(finished[-1]) if finished else ()


def _make(pages: Iterable[SearchablePage], documents: Iterable[SearchableDocument], folder: Path) -> str | None:
    """Makes a whole index in a folder; says what went wrong, or None."""
    from generator.search.indexer import IndexingError, write_index
    from generator.search.stable import make_stable

    try:
        write_index(pages, documents, folder, _SECONDS_AT_MOST)
        _keep_what_is_used(folder)
        make_stable(folder)
        files = sorted(each for each in folder.rglob("*") if each.is_file())
        contents = {each.relative_to(folder).as_posix(): _hash(each.read_bytes()) for each in files}
        (folder / _CONTENTS).write_text(json.dumps(contents), encoding="utf-8")
    except TimeoutError:
        return f"it was stopped after {_SECONDS_AT_MOST} seconds"
    except OSError as error:
        return (error.strerror or str(error)).lower()
    except (IndexingError, ValueError, KeyError) as error:
        return str(error)
    return None


def _keep_what_is_used(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in _USED and not path.name.endswith(_USED_SUFFIXES):
            path.unlink()


def _assets(folder: Path) -> tuple[Asset, ...]:
    contents: dict[str, str] = json.loads((folder / _CONTENTS).read_text(encoding="utf-8"))
    return tuple(
        Asset(SEARCH_INDEX + name, str(folder / name), bytes.fromhex(content)) for name, content in contents.items()
    )


def _fingerprint(pages: Iterable[SearchablePage], documents: Iterable[SearchableDocument], ground: bytes) -> bytes:
    digest = blake2b(ground + _pagefind_version().encode(), digest_size=16)
    for page in sorted(pages, key=lambda each: each.address):
        digest.update(page.address.encode() + b"\0" + page.fingerprint())
    for document in sorted(documents, key=lambda each: each.address):
        digest.update(document.ground)
    return digest.digest()


def _pagefind_version() -> str:
    try:
        return version("pagefind-bin")
    except PackageNotFoundError:
        return ""


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _finished(home: Path) -> list[Path]:
    """Finished indexes, the newest last."""
    found = [each for each in home.iterdir() if (each / _CONTENTS).is_file()]
    return sorted(found, key=lambda each: (each / _CONTENTS).stat().st_mtime_ns)


def _tidy(home: Path) -> None:
    """Removes old indexes, and workshops of builds that were killed: no index takes that long."""
    workshops = [each for each in home.iterdir() if each.name.startswith(_AT_WORK)]
    forgotten = [each for each in workshops if time.time() - each.stat().st_mtime > 2 * _SECONDS_AT_MOST]
    for each in (*forgotten, *_finished(home)[: -_KEPT + 1]):
        shutil.rmtree(each, ignore_errors=True)


def _failed(reason: str) -> Diagnostic:
    hint = (
        "the site is good but cannot be searched: install Pagefind anew, or leave the search out with --without search"
    )
    return rule("S008").found(f"the search index could not be made: {reason}", hint=hint)
