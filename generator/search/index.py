"""Caches the finished index until any of its sources changes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.model import Asset
from generator.model.addresses import SEARCH_INDEX
from generator.search.search_vocabulary import SearchVocabulary, groups_file, spelling_file
from generator.search.searchable_texts import SearchableDocument, SearchablePage
from generator.system import (
    CHECKSUMS,
    cache_folder,
    package_fingerprint,
    read_checksums,
    rename_unless_finished,
    time_of_change,
    write_checksums,
)

_SECONDS_AT_MOST: Final = 300
_KEPT: Final = 3
"""Number of finished indexes to keep: another build may still be reading the previous one."""

_TEMP_PREFIX: Final = "at-work-"


def index_site(
    pages: Sequence[SearchablePage],
    documents: Sequence[SearchableDocument],
    words: SearchVocabulary,
    fingerprint_seed: bytes,
    cache: Path,
) -> WithDiagnostics[tuple[Asset, ...]]:
    """Return the files of the search index, at `search/index/`. If nothing has changed, Pagefind does not run.

    `words` are written next to it, for synonyms and spelling. `fingerprint_seed` is the fingerprint of the generator: a
    different one makes the index again. If the index cannot be made, the result is a warning and no files: a site
    without search is better than none, and better than one that finds deleted pages.
    """
    folder = cache / "search" / _fingerprint(pages, documents, words, fingerprint_seed).hex()
    found = read_checksums(folder / CHECKSUMS)
    if found is None:
        problem = _make(pages, documents, words, folder)
        if problem is not None:
            return WithDiagnostics((), (_failed(problem),))
        found = read_checksums(folder / CHECKSUMS)
    if found is None:
        return WithDiagnostics((), (_failed("its files could not be kept on this computer"),))
    with suppress(OSError):
        (folder / CHECKSUMS).touch()
    return WithDiagnostics(_assets(folder, found.digests))


def newest_index(cache: Path) -> tuple[Asset, ...]:
    """Return the files of the index that a build used last, for a preview; none if there was no such build."""
    home = cache / "search"
    for folder in reversed(_finished(home) if home.is_dir() else []):
        found = read_checksums(folder / CHECKSUMS)
        if found is not None:
            return _assets(folder, found.digests)
    return ()


def _make(
    pages: Iterable[SearchablePage], documents: Sequence[SearchableDocument], words: SearchVocabulary, folder: Path
) -> str | None:
    """Make the index in a temporary folder and move it to `folder`; return what went wrong, or None."""
    from generator.search.deterministic_index import make_deterministic
    from generator.search.pagefind_process import IndexingError, write_index

    home = folder.parent
    try:
        cache_folder(home)
        _tidy(home)
        with TemporaryDirectory(prefix=_TEMP_PREFIX, dir=home, ignore_cleanup_errors=True) as temp_dir:
            made = Path(temp_dir) / "index"
            write_index(pages, documents, made, _SECONDS_AT_MOST)
            held = make_deterministic(made, {document.address: document.record for document in documents})
            (made / "words.json").write_bytes(groups_file(words))
            (made / "spelling.json").write_bytes(spelling_file(words, held))
            files = sorted(path for path in made.rglob("*") if path.is_file())
            write_checksums(made / CHECKSUMS, [file.relative_to(made).as_posix() for file in files])
            rename_unless_finished(made, folder)
    except IndexingError as error:
        return str(error)
    except (OSError, ValueError, KeyError) as error:
        return f"what Pagefind wrote could not be used: {error}"
    return None


def _assets(folder: Path, digests: Mapping[str, bytes]) -> tuple[Asset, ...]:
    return tuple(Asset(SEARCH_INDEX + name, str(folder / name), digest) for name, digest in digests.items())


def _fingerprint(
    pages: Iterable[SearchablePage],
    documents: Iterable[SearchableDocument],
    words: SearchVocabulary,
    fingerprint_seed: bytes,
) -> bytes:
    digest = blake2b(fingerprint_seed + package_fingerprint("pagefind_bin") + bytes(words), digest_size=16)
    for page in sorted(pages, key=lambda each: each.address):
        digest.update(page.address.encode() + b"\0" + page.fingerprint())
    for document in sorted(documents, key=lambda each: each.address):
        digest.update(document.ground)
    return digest.digest()


def _finished(home: Path) -> list[Path]:
    """Return the finished indexes, the most recently used one last."""
    found = [path for path in home.iterdir() if (path / CHECKSUMS).is_file()]
    return sorted(found, key=lambda each: time_of_change(each / CHECKSUMS))


def _tidy(home: Path) -> None:
    """Remove old indexes, and the temporary folders of killed builds: no index takes that long."""
    temp_dirs = [path for path in home.iterdir() if path.name.startswith(_TEMP_PREFIX)]
    forgotten = [temp_dir for temp_dir in temp_dirs if time.time() - time_of_change(temp_dir) > 2 * _SECONDS_AT_MOST]
    for each in (*forgotten, *_finished(home)[: -_KEPT + 1]):
        shutil.rmtree(each, ignore_errors=True)


def _failed(reason: str) -> Diagnostic:
    hint = (
        "the site is good, but cannot be searched: install pagefind and pagefind-bin again, or build --without search"
    )
    return rule("S008").diagnostic(f"the search index could not be made: {reason}", hint=hint)
