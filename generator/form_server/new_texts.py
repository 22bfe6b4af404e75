"""The first text of a new record: its fields as notes that explain them, as `library new` writes them."""

from __future__ import annotations

from generator.editing import draft_briefing, draft_case, draft_notice
from generator.model import Vocabulary


def first_text(kind: str, identity: str, title: str, vocabulary: Vocabulary | None) -> str:
    """Return the first text of a record of a kind. Nothing in it is public: the form adds the state."""
    if vocabulary is not None:
        if kind == "case":
            return draft_case(identity, title, "", "", "", "", vocabulary).text
        if kind == "briefing" and vocabulary.briefing_series:
            return draft_briefing(identity, title, vocabulary.briefing_series[0], "", "", "", vocabulary).text
        if kind == "notice" and vocabulary.notice_kinds:
            return draft_notice(identity, title, vocabulary.notice_kinds[0].id, "", "", "", vocabulary).text
    return f"title: {identity}\n"
