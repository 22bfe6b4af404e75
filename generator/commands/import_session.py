"""An import that goes on over several days: its plan with all answers so far, and its drafts on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.commands.import_listing import Import, plan_import
from generator.commands.import_store import ImportStore, StoredImport
from generator.commands.import_word import WordOptions
from generator.commands.options import BuildOptions
from generator.importing import (
    ImportPlan,
    Question,
    WordKind,
    apply_answer,
    draft_records,
    is_needed,
    problem_of_answer,
    questions,
)
from generator.model import Vocabulary
from generator.system import FileTransaction


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what became of it."""

    question: Question
    answer: str | None = None
    """None if it has no answer yet."""

    is_left_open: bool = False
    is_needed: bool = True
    """False if another answer has removed the record that it is about."""

    is_changed: bool = False
    """True if a person has changed the draft since, so that an answer no longer changes it."""

    @property
    def is_open(self) -> bool:
        """True if a person should still look at it."""
        return self.answer is None and self.is_needed and not self.is_changed


@dataclass(frozen=True, slots=True)
class OpenImport:
    """An import as it is now."""

    stored: StoredImport
    found: Import
    asked: tuple[Asked, ...] = ()
    """In the same order each time."""

    @property
    def plan(self) -> ImportPlan | None:
        """The plan with all answers."""
        return self.found.plan

    @property
    def open_count(self) -> int:
        """The number of questions without an answer."""
        return sum(each.is_open for each in self.asked)


def open_import(options: BuildOptions, store: ImportStore, stored: StoredImport) -> OpenImport:
    """Read the files of an import again, and apply the answers. Its own drafts count as if they did not exist."""
    word = WordOptions(WordKind(stored.kind) if stored.kind in set(WordKind) else None, stored.case)
    found = plan_import(options, store.source(stored), stored.base, word, frozenset(stored.written))
    if found.plan is None or found.vocabulary is None:
        return OpenImport(stored, found)
    changed = {file for file, digest in stored.written.items() if _digest(options.root / file) != digest}
    asked: list[Asked] = []
    for question in questions(found.plan, found.vocabulary):
        needed = is_needed(found.plan, question)
        is_changed = question.record is not None and question.record.file in changed
        answer = stored.answers.get(question.key)
        if answer is not None and needed and not problem_of_answer(question, answer, found.vocabulary):
            apply_answer(found.plan, question, answer, found.vocabulary)
        asked.append(Asked(question, answer, question.key in stored.left_open, needed, is_changed))
    # A later answer can remove the record of an earlier question.
    return OpenImport(
        stored, found, tuple(replace(each, is_needed=is_needed(found.plan, each.question)) for each in asked)
    )


def answer_question(
    store: ImportStore, opened: OpenImport, question: Question, answer: str | None, vocabulary: Vocabulary
) -> str:
    """Keep an answer; None leaves the question open. Return what is wrong with the answer, or nothing."""
    stored = opened.stored
    others = tuple(each for each in stored.left_open if each != question.key)
    answers = {key: value for key, value in stored.answers.items() if key != question.key}
    if answer is None:
        store.keep(replace(stored, answers=answers, left_open=(*others, question.key)))
        return ""
    problem = problem_of_answer(question, answer, vocabulary)
    if not problem:
        store.keep(replace(stored, answers={**answers, question.key: answer}, left_open=others))
    return problem


@dataclass(frozen=True, slots=True)
class WrittenDrafts:
    """What became of writing the drafts."""

    written: tuple[str, ...]
    kept: tuple[str, ...] = ()
    """Files that exist and are not as the import wrote them, so they were left as they are."""

    removed: tuple[str, ...] = ()


def write_drafts(root: Path, store: ImportStore, opened: OpenImport) -> WrittenDrafts:
    """Write the drafts as the answers are now. A file that a person has changed is left as it is.

    All changes are made, or none: if a file cannot be written or removed, or the import cannot be kept, everything that
    was changed is undone, and OSError is raised.
    """
    if opened.plan is None:
        return WrittenDrafts(())
    before = opened.stored.written
    drafts = {each.file: each.text.encode() for each in draft_records(opened.plan)}
    own = {file for file, digest in before.items() if _digest(root / file) == digest}
    new = {file: data for file, data in drafts.items() if not (root / file).exists() and file not in before}
    again = {file: data for file, data in drafts.items() if file in own and sha256(data).hexdigest() != before[file]}
    gone = tuple(file for file in own if file not in drafts)
    written = {file: digest for file, digest in before.items() if file not in gone}
    written |= {file: sha256(data).hexdigest() for file, data in (new | again).items()}
    with FileTransaction(root) as transaction:
        staged = {file: transaction.stage(data)[0] for file, data in (new | again).items()}
        for file, path in staged.items():
            if file in again:
                Path(path).chmod((root / file).stat().st_mode & 0o777)
            transaction.put(path, file)
        for file in gone:
            transaction.remove(file)
        # The import must know what it has written, or it would take its own drafts for a person's.
        store.keep(replace(opened.stored, written=written, is_written=True))
    kept = tuple(file for file in drafts if file not in new and file not in own)
    return WrittenDrafts((*new, *again), kept, gone)


def remember_import(root: Path, source: Path, found: Import, stored: StoredImport, drafts: Mapping[str, str]) -> None:
    """Keep an import that the command line has written, so that `library edit` can go through what is unsure."""
    if source.is_dir():
        files = {name: (source / name).read_bytes() for name in found.sources}
    else:
        files = {source.name: source.read_bytes()}
    written = {file: sha256(text.encode()).hexdigest() for file, text in drafts.items()}
    name = source.name or source.resolve().name or "pages"
    ImportStore(root).add(name, files, replace(stored, written=written, is_written=True))


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
