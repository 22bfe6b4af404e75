"""Puts the commits of this computer on top of those of colleagues, field by field, without touching any file.

Everything happens in a temporary index. The result is a commit that no branch has yet.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.commands.record_values import text_with_values, values_of
from generator.editing.record_text import says_the_same
from generator.forms import FORMS, Conflict, RecordForm, merge
from generator.model.raw_record import Path as ValuePath
from generator.system import GitProgram
from generator.system.line_endings import encode_like

Decisions = Mapping[tuple[str, ValuePath], str]
"""Which text to keep, `mine` or `theirs`, by file and by path of the value. The path of a whole file is empty."""

_EMPTY_TREE: Final = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_GONE: Final = "The file is deleted."
_NO_TEXT: Final = "A file that has no text: {size} bytes."
_NO_BLOB: Final = "0" * 40


class CombinationError(Exception):
    """Git could not combine the commits; the message has its words."""


@dataclass(frozen=True, slots=True)
class Question:
    """A field, or a whole file, that two people have changed."""

    file: str
    """The path from the root of the site."""

    mine: str
    theirs: str
    form: RecordForm | None = None
    """The form that has the field. None if the question is about a whole file."""

    conflict: Conflict | None = None
    """The two values. None if the question is about a whole file."""

    @property
    def path(self) -> ValuePath:
        """Return the path of the value; empty for a whole file."""
        return self.conflict.path if self.conflict is not None else ()

    @property
    def name(self) -> str:
        """Return the field as in a record: `content/cases/heron/case.yml, summary`."""
        return ", ".join((self.file, *(str(step + 1) if isinstance(step, int) else step for step in self.path)))


@dataclass(frozen=True, slots=True)
class Combination:
    """Both people's changes."""

    commit: str | None
    """None if there are questions to answer first."""

    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """The three versions of a file. None for one in which it does not exist."""

    path: str
    before: bytes | None
    theirs: bytes | None
    mine: bytes | None
    mode: str


def combine(git: GitProgram, onto: str, head: str, decided: Decisions) -> Combination:
    """Return a commit with everything in `head` on top of `onto`. Raises CombinationError if git fails."""
    listed = _checked(git, "rev-list", "--reverse", "--topo-order", "--parents", head, f"^{onto}")
    commits = [line.split() for line in listed.splitlines()]
    if not commits:
        return Combination(onto)
    base = git.run("merge-base", onto, head)
    if base.text == onto:
        return Combination(head)
    if any(len(parents) != 1 for _, *parents in commits):
        # A merge has no single change: everything is taken as one change.
        commits = [[head, base.text or _EMPTY_TREE]]
    tip = onto
    for commit, parent in commits:
        made = _apply(git, parent, commit, tip, decided)
        if made.commit is None:
            return made
        tip = made.commit
    return Combination(tip)


def tree_with_change(git: GitProgram, before: str, after: str, tip: str) -> str | None:
    """Return the tree of `tip` with the change from `before` to `after`; None if they change the same files."""
    tree, _ = _tree(git, before, after, tip, {})
    return tree


def commit_tree(git: GitProgram, tree: str, parent: str, message: str, like: str | None = None) -> str:
    """Make a commit that no branch has. `like` is a commit whose author and date it gets."""
    more: list[tuple[str, str]] = []
    if like is not None:
        name, address, day = _checked(git, "show", "-s", "--format=%an%x00%ae%x00%aI", like).split("\0")
        more = [("GIT_AUTHOR_NAME", name), ("GIT_AUTHOR_EMAIL", address), ("GIT_AUTHOR_DATE", day)]
    given = message.encode("utf-8", "surrogateescape")
    answer = git.run("commit-tree", tree, "-p", parent, "-F", "-", given=given, more=more)
    if not answer.ok:
        raise CombinationError(answer.error)
    return answer.text


def _apply(git: GitProgram, parent: str, commit: str, tip: str, decided: Decisions) -> Combination:
    tree, questions = _tree(git, parent, commit, tip, decided)
    if tree is None:
        return Combination(None, questions)
    if tree == _checked(git, "rev-parse", f"{tip}^{{tree}}"):
        return Combination(tip)
    message = _checked(git, "show", "-s", "--format=%B", commit)
    return Combination(commit_tree(git, tree, tip, message, commit))


def _tree(
    git: GitProgram, before: str, after: str, tip: str, decided: Decisions
) -> tuple[str | None, tuple[Question, ...]]:
    """Return the tree of `tip` with the change from `before` to `after`, or the questions."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        _checked(git, "read-tree", "-i", "-m", "--aggressive", before, tip, after, index=index)
        questions: list[Question] = []
        resolved: list[str] = []
        for sides in _unmerged(git, index):
            content, asked = _resolve(git, sides, decided)
            questions += asked
            if not asked:
                resolved.append(f"0 {_NO_BLOB}\t{sides.path}")
                if content is not None:
                    blob = git.run("hash-object", "-w", "--stdin", given=content)
                    resolved.append(f"{sides.mode} {blob.text}\t{sides.path}")
        if questions:
            return None, tuple(questions)
        given = "".join(f"{line}\0" for line in resolved).encode("utf-8", "surrogateescape")
        _checked(git, "update-index", "-z", "--index-info", index=index, given=given)
        return _checked(git, "write-tree", index=index), ()


def _unmerged(git: GitProgram, index: Path) -> list[_Sides]:
    answer = git.run("ls-files", "-u", "-z", index=index)
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for entry in answer.names:
        facts, _, path = entry.partition("\t")
        mode, blob, stage = facts.split()
        found.setdefault(path, {})[stage] = (mode, blob)

    def content(stages: dict[str, tuple[str, str]], stage: str) -> bytes | None:
        return git.run("cat-file", "blob", stages[stage][1]).output if stage in stages else None

    return [
        _Sides(path, content(stages, "1"), content(stages, "2"), content(stages, "3"), _mode(stages))
        for path, stages in found.items()
    ]


def _mode(stages: Mapping[str, tuple[str, str]]) -> str:
    return next((stages[stage][0] for stage in "23" if stage in stages), "100644")


def _resolve(git: GitProgram, sides: _Sides, decided: Decisions) -> tuple[bytes | None, list[Question]]:
    """Return the content of a file with both changes, or the questions about it."""
    file = sides.path.removeprefix(git.prefix)
    form = form_of_file(file) if sides.path.startswith(git.prefix) else None
    if form is not None and sides.mine is not None and sides.theirs is not None:
        merged = _merge_record(git, sides, file, form, decided)
        if merged is not None:
            return merged
    lines = _merge_lines(git, sides)
    if lines is not None and form is None:
        return lines, []
    choice = decided.get((file, ()))
    if choice is not None:
        return (sides.mine if choice == "mine" else sides.theirs), []
    return None, [Question(file, _shown(sides.mine), _shown(sides.theirs))]


def _merge_record(
    git: GitProgram, sides: _Sides, file: str, form: RecordForm, decided: Decisions
) -> tuple[bytes | None, list[Question]] | None:
    """Return a record with both changes, or the questions; None if a version of it cannot be read or written."""
    texts = [_text(data) for data in (sides.before or b"", sides.theirs, sides.mine)]
    lines = _merge_lines(git, sides)
    if form.is_page and lines is not None:
        return lines, []
    values = [values_of(text, form.is_page) if text is not None else None for text in texts]
    before, theirs, mine = values
    if theirs is None or mine is None or texts[1] is None or (before is None and sides.before):
        return None
    chosen = {path: choice for (name, path), choice in decided.items() if name == file}
    merged = merge(before or {}, mine, theirs, chosen)
    if merged.conflicts:
        questions = [
            Question(file, _in_words(each.mine), _in_words(each.theirs), form, each) for each in merged.conflicts
        ]
        return None, questions
    if lines is not None and says_the_same(values_of(_text(lines) or "", form.is_page), merged.values):
        # Git's own merge says the same, and keeps the comments of both.
        return lines, []
    text = text_with_values(texts[1], merged.values, form.order, form.is_page)
    return (encode_like(text, sides.theirs or b""), []) if text is not None else None


def _merge_lines(git: GitProgram, sides: _Sides) -> bytes | None:
    """Return a text with the changes of both, line by line; None if they touch each other, or if it is no text."""
    versions = (sides.mine, sides.before, sides.theirs)
    if any(data is None or b"\0" in data for data in versions):
        return None
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("mine", "before", "theirs")]
        for path, data in zip(paths, versions, strict=True):
            path.write_bytes(data or b"")
        answer = git.run("merge-file", "-p", "-q", *map(str, paths))
    return answer.output if answer.ok else None


def form_of_file(file: str) -> RecordForm | None:
    """Return the form for a file of the site; None if it has none."""
    return next((form for form in FORMS.values() if _pattern(form).fullmatch(file)), None)


def _pattern(form: RecordForm) -> re.Pattern[str]:
    before, _, after = form.file.partition("{id}")
    inside = ".+" if form.is_page else "[^/]+"
    return re.compile(re.escape(before) + (inside if "{id}" in form.file else "") + re.escape(after))


def _text(data: bytes | None) -> str | None:
    """Return a text as records are read: with one kind of line end, without a mark at its start."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n") if data is not None else None
    except UnicodeDecodeError:
        return None


def _shown(data: bytes | None) -> str:
    if data is None:
        return _GONE
    text = _text(data) if b"\0" not in data else None
    return text if text is not None else _NO_TEXT.format(size=f"{len(data):,}")


def _in_words(value: Any) -> str:
    """Return a value as text for a terminal. The forms show it as a field does."""
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {_in_words(each)}" for name, each in value.items())
    if isinstance(value, list):
        return "\n".join(f"{number}. {_in_words(each)}" for number, each in enumerate(value, 1))
    return "" if value is None else str(value)


def _checked(git: GitProgram, *arguments: str, index: Path | None = None, given: bytes = b"") -> str:
    answer = git.run(*arguments, index=index, given=given)
    if not answer.ok:
        raise CombinationError(answer.error)
    return answer.text
