"""Caches the finished index until any of its sources changes."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.model import Asset
from generator.model.addresses import SEARCH_INDEX
from generator.search.answers import make_answers
from generator.search.search_vocabulary import SearchVocabulary, spelling_file, words_file
from generator.search.searchable_texts import SearchableDocument, SearchablePage
from generator.system import (
    CHECKSUMS,
    finished_folders,
    make_temp_folder,
    move_into_place,
    package_fingerprint,
    read_checksums,
)

_SECONDS_AT_MOST: Final = 300


def index_site(
    pages: Sequence[SearchablePage],
    documents: Sequence[SearchableDocument],
    words: SearchVocabulary,
    fingerprint_seed: bytes,
    cache: Path,
    language: str = "en",
) -> WithDiagnostics[tuple[Asset, ...]]:
    """Return the files of the search index, at `search/index/`. If nothing has changed, Pagefind does not run.

    `language` is the site's, for the endings of words. `words` are written next to the index, for synonyms and
    spelling. If the generator changes, so does `fingerprint_seed`, and the index is made again. If that fails, the
    result is no files and the warning S008: a site without search is better than a search that finds deleted pages.
    """
    seed = fingerprint_seed + language.encode()
    folder = cache / "search" / _fingerprint(pages, documents, words, seed).hex()
    checksums = read_checksums(folder / CHECKSUMS)
    if checksums is None:
        problem = _make(pages, documents, words, folder, language)
        if problem is not None:
            return WithDiagnostics((), (_failed(problem),))
        checksums = read_checksums(folder / CHECKSUMS)
    if checksums is None:
        return WithDiagnostics((), (_failed("its files could not be saved on this computer"),))
    with suppress(OSError):
        (folder / CHECKSUMS).touch()
    return WithDiagnostics(_assets(folder, checksums.digests))


def newest_index(cache: Path) -> tuple[Asset, ...]:
    """Return the files of the last index that a build used, for a preview; none if no build has made one."""
    for folder in reversed(finished_folders(cache / "search")):
        checksums = read_checksums(folder / CHECKSUMS)
        if checksums is not None:
            return _assets(folder, checksums.digests)
    return ()


def _make(
    pages: Sequence[SearchablePage],
    documents: Sequence[SearchableDocument],
    words: SearchVocabulary,
    folder: Path,
    language: str,
) -> str | None:
    """Make the index in a temporary folder and move it to `folder`; return what went wrong, or None."""
    from generator.search.deterministic_index import make_deterministic
    from generator.search.pagefind_process import IndexingError, write_index

    temp_dir = None
    try:
        temp_dir = make_temp_folder(folder.parent, _SECONDS_AT_MOST)
        index = temp_dir / "index"
        lists = write_index(pages, documents, index, _SECONDS_AT_MOST, language)
        records = {document.address: document.record for document in documents}
        texts = make_deterministic(index, records, words.months)
        (index / "words.json").write_bytes(words_file(words, make_answers(words.answers, pages, lists), texts))
        (index / "spelling.json").write_bytes(spelling_file(words, texts))
        move_into_place(index, folder)
    except IndexingError as error:
        return str(error)
    except (OSError, ValueError, KeyError) as error:
        return f"Pagefind's files cannot be used: {error}"
    finally:
        if temp_dir is not None:
            shutil.rmtree(temp_dir, ignore_errors=True)
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
    for page in sorted(pages, key=lambda page: page.address):
        digest.update(page.address.encode() + (b"\1" if page.is_list else b"\0") + page.fingerprint())
    for document in sorted(documents, key=lambda document: document.address):
        digest.update(document.digest)
    return digest.digest()


def _failed(reason: str) -> Diagnostic:
    remedy = "install pagefind and pagefind-bin again, or build --without search"
    if "too little memory" in reason:
        remedy = "close other programs and build again, or build --without search"
    hint = f"the site is good, but cannot be searched: {remedy}"
    return rule("S008").diagnostic(f"the search index could not be made: {reason}", hint=hint)
