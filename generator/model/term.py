"""One term of a closed list of the vocabulary."""

from __future__ import annotations

from generator.model.record_model import Line, RecordModel, Slug, Text


class Term(RecordModel):
    """One term of a closed list. Its id never changes once published."""

    id: Slug
    label: Line
    plural: Line | None = None
    description: Text | None = None
    source: Text | None = None
    also_known_as: tuple[Line, ...] = ()
    replaces: tuple[Slug, ...] = ()
    """The ids of earlier terms of the same list that this one replaced: a search for one finds the others too."""

    @property
    def in_a_sentence(self) -> str:
        """The label as it appears inside a sentence."""
        return lower_first(self.label)


def lower_first(text: str) -> str:
    """Return a text that begins with a lower-case letter, except an acronym such as FGM."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
