"""What the fields of `data/recommendations.json` and `data/recommendations.csv` mean, for the page about the data."""

from __future__ import annotations

from typing import Final

from generator.languages import message

RECOMMENDATION_FIELDS: Final = (
    (("id",), message("The last part of its address. It never changes, and is unique in its review only")),
    (("address",), message("The page of the recommendation")),
    (("review", "review_name", "review_published"), message("The id, the name and the date of its review")),
    (("review_address",), message("The page of the review. Only in the JSON file")),
    (("text",), message("The recommendation, as plain text")),
    (("to", "to_labels"), message("The agencies that it is addressed to: ids, and in words")),
    (("theme", "harm"), message("Ids, as in the addresses of their pages")),
    (("due",), message("When it should be done")),
    (("status", "status_label"), message("The status of the newest update; empty if no progress is recorded")),
    (("open",), message("Whether something is still to be done")),
    (("overdue",), message("Whether it was open after its due date on the day when the file was made")),
    (("updated",), message("The date of the newest update")),
    (("progress",), message("Every update, the oldest first, with its evidence. Only in the JSON file")),
    (
        ("latest_update", "reason", "evidence"),
        message("The text, reason and evidence of the newest update. Only in the spreadsheet"),
    ),
    (("finding", "answered_by"), message("The finding that it follows from, and responses. Only in the JSON file")),
)
"""Names of fields, and what they mean."""
