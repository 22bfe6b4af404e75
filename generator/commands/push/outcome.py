"""What became of sending changes to the shared repository, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.commands.push.combination import Question
from generator.diagnostics import Diagnostic


class PushState(StrEnum):
    """What became of it."""

    PUBLISHED = "published"
    PROPOSED = "proposed"
    """The branch is protected: the changes are on another branch of the shared repository, to be approved."""

    UNDONE = "undone"
    NOTHING = "nothing"
    READY = "ready"
    """Only for a plan: there is something to publish."""

    ONLY_THEIRS = "only-theirs"
    """There was nothing to publish, and the changes of colleagues were fetched."""

    NO_SENTENCE = "no-sentence"
    ERRORS = "errors"
    QUESTIONS = "questions"
    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    NOT_READABLE = "not-readable"
    NO_REMOTE = "no-remote"
    DETACHED = "detached"
    UNFINISHED = "unfinished"
    LOCKED = "locked"
    NO_NAME = "no-name"
    REFUSED_HERE = "refused-here"
    OFFLINE = "offline"
    PASSWORD = "password"  # noqa: S105 the name of a state
    PROTECTED = "protected"
    BUSY = "busy"
    IN_THE_WAY = "in-the-way"
    CANNOT_UNDO = "cannot-undo"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PushWords:
    """A state in words."""

    title: str
    text: str
    next: str
    """The next step. Empty if there is none."""


@dataclass(frozen=True, slots=True)
class PushOutcome:
    """What became of it. Nothing that was saved or published before is lost, whatever the state."""

    state: PushState
    detail: str = ""
    """What the words of the state leave open: names of files, the address of the repository, the words of git."""

    files: tuple[str, ...] = ()
    """The files that the state is about, as paths from the root of the site."""

    sentence: str = ""
    """What was published or undone, in the words of the person who did it."""

    questions: tuple[Question, ...] = ()
    """The fields that two people have changed."""

    seen: str = ""
    """The commits that the questions are about."""

    findings: tuple[Diagnostic, ...] = ()
    """The errors that stopped it."""

    is_kept: bool = False
    """True if the changes are in a commit on this computer, which the next attempt sends."""

    from_others: int = 0
    """How many changes of other people were fetched."""

    address: str = ""
    """Where the change can be approved, as the shared repository says. Empty if it does not say."""

    when: str = ""
    """When the site is built, as the site's settings say. Empty if they do not."""

    @property
    def ok(self) -> bool:
        """Return True if everything is in the shared repository, or nothing has to be."""
        return self.state in _FINE

    @property
    def words(self) -> PushWords:
        """Return the state in words."""
        words = _WORDS[self.state]
        values = {"detail": self.detail, "sentence": self.sentence, "files": ", ".join(self.files)}
        text = words.text.format(**values)
        if self.is_kept and not self.ok:
            text = _followed(text, _KEPT)
        if self.from_others and self.ok:
            text = _followed(text, _from_others(self.from_others))
        if self.when and self.state in (PushState.PUBLISHED, PushState.UNDONE):
            text = _followed(text, self.when)
        next_step = words.next.format(**values)
        if self.state is PushState.NO_REMOTE and self.files:
            next_step += f" Until then, give that person the files that you changed: {values['files']}"
        if self.state is PushState.PROPOSED and self.address:
            next_step = f"Open this address and ask for the change to be approved: {self.address}"
        return PushWords(words.title, text.strip(), next_step)


_FINE: Final = (
    PushState.PUBLISHED,
    PushState.PROPOSED,
    PushState.UNDONE,
    PushState.NOTHING,
    PushState.READY,
    PushState.ONLY_THEIRS,
)

_KEPT: Final = "Your changes are kept on this computer, and the next attempt sends them."

_ASK: Final = "Ask the person who maintains the library"

_WORDS: Final = {
    PushState.PUBLISHED: PushWords("Published", "Your changes are sent: {sentence}", ""),
    PushState.PROPOSED: PushWords(
        "Sent for approval",
        "You may not publish to this branch yourself, so readers do not see your changes yet. They are in the shared "
        'repository, on the branch "{detail}", and on this computer.',
        _ASK + ' to merge the branch "{detail}". Git services call this a merge request or a pull request.',
    ),
    PushState.UNDONE: PushWords(
        "Undone",
        'The change "{sentence}" is taken back. It is kept in the history.',
        "To bring it back, press Undo again, or run: library push --undo",
    ),
    PushState.NOTHING: PushWords("Nothing to publish", "Everything that you saved is published.", ""),
    PushState.READY: PushWords("Ready to publish", "Nothing is sent until you press Publish.", ""),
    PushState.ONLY_THEIRS: PushWords("Nothing to publish", "Everything that you saved is published.", ""),
    PushState.NO_SENTENCE: PushWords(
        "Say what you changed",
        "Nothing was sent.",
        "Write one sentence about what you changed, on one line, then publish again. Colleagues read it later.",
    ),
    PushState.ERRORS: PushWords(
        "Not published: there are errors",
        "The site cannot be built with these changes.",
        "Correct what is listed, then publish again.",
    ),
    PushState.QUESTIONS: PushWords(
        "Someone else has changed the same text",
        "Nothing is lost, and nothing was sent yet. What only one of you has changed is kept in any case.",
        "Choose which text to keep, then publish again.",
    ),
    PushState.NO_GIT: PushWords(
        "Git is not installed",
        "Your changes are saved on this computer. Without the program git they cannot be sent from here.",
        _ASK + " to install git, or give that person these files: {files}",
    ),
    PushState.NO_REPOSITORY: PushWords(
        "This folder is not in a repository",
        "Your changes are saved in the folder {detail}. It is not connected with the published site.",
        _ASK + " where the site is published from, and copy these files there, to the same places: {files}",
    ),
    PushState.NOT_READABLE: PushWords(
        "Git does not open this repository",
        "Your changes are saved. Git refuses the folder {detail}, for example because it belongs to another user.",
        _ASK + " to give you the folder, or give that person these files: {files}",
    ),
    PushState.NO_REMOTE: PushWords(
        "There is no place to publish to",
        "Your changes are saved on this computer. The folder is not connected with the shared repository yet.",
        _ASK + " to connect the folder (git remote add origin ADDRESS).",
    ),
    PushState.DETACHED: PushWords(
        "The folder shows an earlier version",
        "Your changes are saved. Git is at a single version and on no branch (detached head), so nothing can be sent.",
        _ASK + " to switch to the branch that is published: git switch BRANCH",
    ),
    PushState.UNFINISHED: PushWords(
        "A step of git is not finished",
        "Your changes are saved. Someone has begun a {detail} in this folder and has not finished it.",
        _ASK + " to finish the {detail} or to stop it: git {detail} --abort",
    ),
    PushState.LOCKED: PushWords(
        "Another program is using the repository",
        "Your changes are saved. Git has locked the repository with the file {detail}.",
        "Close other programs that use git, wait a minute, and try again. If the file stays, a program has stopped "
        "halfway: delete the file.",
    ),
    PushState.NO_NAME: PushWords(
        "Git does not know your name",
        "Your changes are saved. Each change in the shared repository has the name of the person who made it.",
        'Run: git config --global user.name "Your name"   and: git config --global user.email "you@example.org"',
    ),
    PushState.REFUSED_HERE: PushWords(
        "A check on this computer refused the changes",
        "Your changes are saved. It says: {detail}",
        "Correct what it says, then publish again.",
    ),
    PushState.OFFLINE: PushWords(
        "The shared repository cannot be reached",
        "Nothing was sent. Git says: {detail}",
        "Check your connection, then publish again. If the connection works, ask the person who maintains the library "
        "if the repository has moved.",
    ),
    PushState.PASSWORD: PushWords(
        "The shared repository asks who you are",
        "Nothing was sent. It wants a password or a key that git on this computer does not have. Git says: {detail}",
        _ASK + " to set up your access. You need to do that once.",
    ),
    PushState.PROTECTED: PushWords(
        "You may not publish to this branch",
        "The shared repository refused the changes: its branch is protected, or one of its checks failed. It says: "
        "{detail}",
        _ASK + " to publish them for you, or to let you publish.",
    ),
    PushState.BUSY: PushWords(
        "Colleagues are publishing at the same time",
        "Nothing was sent: each time, a colleague was faster.",
        "Wait a minute, then publish again.",
    ),
    PushState.IN_THE_WAY: PushWords(
        "A file has changed meanwhile",
        "Nothing was sent. Colleagues have changed {files}. So has someone on this computer, without publishing it.",
        "Publish again. If this page comes again, ask the person who maintains the library to put the files away.",
    ),
    PushState.CANNOT_UNDO: PushWords(
        "This cannot be undone here", "{detail}", "Change the records in the forms instead."
    ),
    PushState.FAILED: PushWords(
        "Not published",
        "Git could not do it. It says: {detail}",
        _ASK + " and show this page. Then publish again.",
    ),
}


def _followed(text: str, sentence: str) -> str:
    """Return a text with one more sentence. What git or a person wrote may have no full stop."""
    text = text.strip()
    return f"{text}{'' if text.endswith(('.', '!', '?', '…')) else '.'} {sentence}"


def _from_others(count: int) -> str:
    if count == 1:
        return "One change of a colleague is now on this computer too."
    return f"{count} changes of colleagues are now on this computer too."
