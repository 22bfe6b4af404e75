"""What a change does, as data. The journal keeps it, so that words about it can be made at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ActionKind(StrEnum):
    """What can be done to a site in one change."""

    NEW = "new"
    SAVE = "save"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"
    SET_STATUS = "set-status"
    RENAME = "rename"
    REPLACE_DOCUMENT = "replace-document"
    BULLETIN = "bulletin"
    SENT = "sent"
    THEME = "theme"
    MENU = "menu"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """What a change does, and the record that it is about."""

    kind: ActionKind
    record: str = ""
    """The name of the record before the change: `case:grace`. Empty for an addition to the site."""

    details: Mapping[str, str] = field(default_factory=dict)
    """What else the words need, by name: `{"title": "Grace", "new_title": "Hope"}`."""

    def to_json(self) -> dict[str, object]:
        """Return the action as the journal keeps it."""
        return {"kind": self.kind.value, "record": self.record, "details": dict(self.details)}

    @classmethod
    def from_json(cls, stored: object) -> ChangeAction | None:
        """Return the action that the journal keeps. None for an entry that an older or a newer program has written."""
        if not isinstance(stored, dict) or stored.get("kind") not in set(ActionKind):
            return None
        record, details = stored.get("record"), stored.get("details")
        if not isinstance(record, str) or not isinstance(details, dict):
            return None
        return cls(ActionKind(stored["kind"]), record, {str(name): str(each) for name, each in details.items()})
