"""What the forms call the steps of a review before its publication. Nothing of it is published."""

from __future__ import annotations

from typing import Final

from generator.forms.field_words import DATE, FieldWords

_REASON: Final = FieldWords("Reason", rows=2)

WORKFLOW_WORDS: Final[dict[str, dict[str, FieldWords]]] = {
    "Workflow": {
        "aware": FieldWords("Local authority became aware", in_form=DATE),
        "notification": FieldWords("Incident notified nationally"),
        "notified": FieldWords("Who else was notified", "Another body, and the day.", item="notification"),
        "referral": FieldWords("Referral"),
        "rapid_review": FieldWords("Rapid review"),
        "decision": FieldWords("Decision after the rapid review"),
        "methodology": FieldWords("Methodology"),
        "completed": FieldWords("Review complete", "Only if it was complete before the day of publication."),
        "sign_off": FieldWords("Sign-off", "Who agreed to the report, and when.", item="sign-off"),
        "family_informed": FieldWords("Family informed"),
        "legal_check": FieldWords("Legal check"),
        "report_holds": FieldWords("Found in the report", "The parts that the law asks for."),
        "planned": FieldWords("Planned day of publication"),
        "media_contact": FieldWords("Office that answers the press", "One office, not a person."),
        "impact_considered": FieldWords(
            "Impact considered", "The day on which you planned for the effect on people close to the case."
        ),
        "copies": FieldWords("Copies sent before publication", item="copy"),
        "submissions": FieldWords("Sent to collections after publication", item="submission"),
        "delay": FieldWords("If it takes longer than six months"),
        "not_published": FieldWords("If it is not published", "This reason goes to the Panel, not to readers."),
        "coroner_reports": FieldWords(
            "Coroner's reports to prevent future deaths",
            "They name a person, so they are never published.",
            item="report",
        ),
        "coding": FieldWords(
            "Coversheet",
            "What a national library asks for and no other field says.",
            item="answer",
            of_entries=(FieldWords("Field", choices="coversheet_fields"), FieldWords("Answer", "A code or a text.")),
        ),
        "availability_reviewed": FieldWords(
            "Decided to keep it published", "When this was last decided, after the first year."
        ),
        "accepted": FieldWords("Steps that you decided not to follow", item="decision"),
        "notes": FieldWords("Notes", item="note", rows=2),
    },
    "RapidReview": {
        "recommended": FieldWords("Advice of the advisers"),
        "decided": FieldWords("Decided by the partners"),
        "family_contacted": FieldWords("Family contacted", "Leave it empty if contact was not right yet."),
        "forms_sent": FieldWords("Forms and invitations sent"),
        "forms_back": FieldWords("Forms back"),
        "meeting": FieldWords("Meeting"),
        "report": FieldWords("Report written"),
        "to_panel": FieldWords("Sent to the Panel"),
    },
    "Decision": {
        "date": FieldWords("Date", in_form=DATE),
        "outcome": FieldWords("Outcome"),
        "other_review": FieldWords("Which other review", "Only if another review follows."),
        "reason": _REASON,
    },
    "SignOff": {
        "by": FieldWords("Who agreed", "An office or a body, not the name of a person."),
        "date": FieldWords("Date", "Leave it empty until it is signed off."),
    },
    "Notification": {"to": FieldWords("Body", choices="list:recipients"), "date": FieldWords("Date", in_form=DATE)},
    "CopySent": {"to": FieldWords("Body", choices="list:recipients"), "sent": FieldWords("Sent on", in_form=DATE)},
    "Submission": {
        "to": FieldWords("Collection", choices="list:repositories"),
        "sent": FieldWords("Sent on", in_form=DATE),
    },
    "Delay": {
        "reason": _REASON,
        "notified": FieldWords("Panel informed"),
        "until": FieldWords("Expected", in_form=DATE),
    },
    "NotPublished": {"reason": _REASON, "notified": FieldWords("Panel informed")},
    "CoronerReport": {
        "date": FieldWords("Sent by the coroner", "The answer is due 56 days later.", DATE),
        "to": FieldWords("Who has to answer", choices="agencies"),
        "extended_to": FieldWords("Last day for the answer", "Only if the coroner gave more time."),
        "answered": FieldWords("Answered", "When the last of them answered."),
    },
    "AcceptedStep": {
        "rule": FieldWords("Step"),
        "reason": _REASON,
        "date": FieldWords("Decided on", in_form=DATE),
    },
}
