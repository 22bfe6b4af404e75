"""Plain sentences out of fixed parts, so that synthetic records read like prose and not like noise."""

from __future__ import annotations

from random import Random
from typing import Final

_SUBJECTS: Final = (
    "The health visitor",
    "A teacher at the school",
    "The family's support worker",
    "A neighbour who knew them well",
    "The duty social worker",
    "The community nurse",
    "An uncle of the young person",
    "The housing officer",
    "A member of the front desk team",
    "The designated safeguarding lead",
    "The practice's own doctor",
    "A volunteer from the youth club",
)
_VERBS: Final = (
    "asked about",
    "wrote down",
    "talked through",
    "came back to",
    "shared",
    "looked again at",
    "did not hear about",
    "was told of",
    "put together",
    "noticed",
    "explained",
    "followed up",
)
_OBJECTS: Final = (
    "the plan for the weeks ahead",
    "what the child had said at home",
    "the history of the household",
    "changes in how everyone slept and ate",
    "the letters that had been missed",
    "a new partner in the home",
    "the worries that others had raised",
    "who was caring for whom",
    "the time away from lessons",
    "the notes of the earlier visit",
    "what each agency knew",
    "the support that was on offer",
)
_CIRCUMSTANCES: Final = (
    "before the first meeting took place",
    "when the family moved across the county",
    "and agreed who would speak to whom",
    "although nobody had the whole picture",
    "after the summer holidays",
    "without waiting for the next review",
    "while the assessment was still open",
    "and set a date to check that it had helped",
    "so that the next person did not start again",
    "in words that everyone could follow",
    "at a time that suited the family",
    "and wrote down the reason",
)
_HALF_A_SENTENCE: Final = 9
"""Words."""


def sentence(random: Random) -> str:
    """One sentence of 12 to 24 words, with a full stop."""
    parts = (random.choice(each) for each in (_SUBJECTS, _VERBS, _OBJECTS, _CIRCUMSTANCES))
    return " ".join(parts) + "."


def passage(random: Random, words: int) -> str:
    """Whole sentences on one line, as many as come nearest to the number of words; at least one."""
    sentences = [sentence(random)]
    so_far = _words(sentences[0])
    while so_far < words - _HALF_A_SENTENCE:
        sentences.append(sentence(random))
        so_far += _words(sentences[-1])
    return " ".join(sentences)


def _words(text: str) -> int:
    return text.count(" ") + 1
