"""The stages of a kind of review, as readers see them: from the referral to what follows the report."""

from __future__ import annotations

from generator.model.record_model import Line, RecordModel, Text


class ProcessStage(RecordModel):
    """One stage of a review, for the picture and the list that explain the process to readers."""

    label: Line
    """The stage in a few words: `Rapid review`."""

    text: Text
    """What happens, in one or two plain sentences."""

    limit: Line | None = None
    """The time limit in a few words: `Within 15 working days`. None if no source gives one."""

    otherwise: Line | None = None
    """What can happen instead, if the process can turn or end here. None if it always goes on."""
