"""What the forms call each field, in the words of a communications officer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words and the look of one field."""

    label: str
    help: str = ""
    """A sentence below the label; empty if the label says enough."""

    in_form: str = ""
    """How to fill the field in, where a form differs from a file. It is shown before `help`, and in forms only."""

    choices: str = ""
    """The name of the list that the values are from: `themes`. Empty for any value."""

    item: str = "entry"
    """What one entry of a list is called: `lesson`."""

    part: str = "entry"
    """What one entry of an item is called, for a list of lists: `word`."""

    rows: int = 0
    """The height of a text in lines; 0 for the usual one."""

    is_prose: bool = False
    """True for a text that may have Markdown."""

    is_ordered: bool = False
    """True for a list of known values whose order counts."""

    is_read_only: bool = False
    """True for what no form changes."""

    entries: Mapping[str, FieldWords] = field(default_factory=dict)
    """For values by name, such as ids by the name of a list: the words for each name."""

    of_entries: tuple[FieldWords, FieldWords] | None = None
    """For values by any name: the words for the name and for the value. A form shows them as a list."""

    suffixes: tuple[str, ...] = ()
    """The endings of the files that can be chosen. Empty for those of a document."""

    decides: bool = False
    """True for a choice that decides which other fields are offered."""


DATE: Final = "As precisely as you know it: 2022, September 2022 or 14 September 2022."
PROSE: Final = "Leave an empty line between two paragraphs."


def _after(choices: str) -> FieldWords:
    help_text = "Only for a record without a date: the record that was published just before it."
    return FieldWords("Place in lists", help_text, choices=choices)


_PUBLICATION: Final = {
    "status": FieldWords("Who can see it", "Nobody but you sees a draft."),
    "publish_on": FieldWords(
        "Public from",
        "Only for a scheduled record.",
        "A day, or a day and a time, for example 14 December 2026, 00:01.",
    ),
    "status_since": FieldWords("Archived or withdrawn since", in_form=DATE),
    "status_reason": FieldWords("Reason for the public", "Why it was archived or withdrawn. Readers see this.", rows=2),
    "summary": FieldWords("Summary", "One or two plain sentences: who, and what happened.", rows=4),
    "themes": FieldWords("Themes", "What it is about. Readers find it under each theme.", choices="themes"),
    "harms": FieldWords(
        "What happened to someone", "These decide which telephone numbers for help are shown.", choices="harms"
    ),
    "about": FieldWords("Who it is about", in_form="Leave it empty if the choices above say it."),
    "content_note": FieldWords(
        "Content note",
        "Topics that may distress a reader, the gravest first. Leave it empty to use the harms.",
        item="topic",
    ),
    "language": FieldWords("Language", "Only if it is not written in the language of the site: cy or pl, for example."),
    "direction": FieldWords("Direction of writing", "Only if it differs from the usual direction of the language."),
    "documents": FieldWords(
        "Report and other documents",
        "Readers get a clean copy, without the names and other details that programs hide in a file.",
        item="document",
    ),
    "accepted_findings": FieldWords("Warnings that you decided to accept", item="accepted warning"),
    "sources": FieldWords("Where each fact is from", in_form="One source in each box.", item="source", rows=2),
    "also_known_as": FieldWords("Other names", "Names that people may search for.", item="name"),
    "audience": FieldWords("For whom", choices="audiences"),
    "workflow": FieldWords("Steps before publication", "Dates and decisions, for example the sign-off."),
    "pictures": FieldWords(
        "Pictures",
        "Shown below the text. Never one from which a person, a home or a school can be recognised. Readers get a copy "
        "without hidden details such as the place.",
        item="picture",
    ),
    "corrections": FieldWords(
        "Corrections of this page",
        "If the page said something wrong: correct it in its field, and add here what readers should know. The page, "
        "the feeds and the next bulletin say it.",
        item="correction",
    ),
}

WORDS: Final[dict[str, dict[str, FieldWords]]] = {
    "Case": {
        **_PUBLICATION,
        "after": _after("cases"),
        "name": FieldWords("Name", "The pseudonym, or the subject of a thematic review. Never a real name."),
        "subtitle": FieldWords("Second line of the title", "What tells it apart from others of its name."),
        "type": FieldWords("Kind of review", "Choose several for a joint review.", choices="review_types"),
        "published": FieldWords("Published", in_form=DATE),
        "publication": FieldWords("If there is no published report"),
        "expected": FieldWords("Expected", "When a report that is not published yet is expected."),
        "commissioned": FieldWords("Commissioned", "When it was decided to do the review, if that may be published."),
        "concluded": FieldWords("Concluded", "When the review was finished."),
        "story": FieldWords("What happened", PROSE, rows=14, is_prose=True),
        "summary_source": FieldWords(
            "Where summary and story are from", 'The end of a sentence that begins with "From".', is_prose=True
        ),
        "learning": FieldWords(
            "What we learned", in_form="One lesson in each box.", item="lesson", rows=3, is_prose=True
        ),
        "practice": FieldWords(
            "Advice for practitioners", in_form="One piece of advice in each box.", item="advice", rows=3, is_prose=True
        ),
        "community": FieldWords(
            "Advice for the community", in_form="One piece of advice in each box.", item="advice", rows=3, is_prose=True
        ),
        "findings": FieldWords("Findings", "What the review found.", item="finding"),
        "recommendations": FieldWords(
            "Recommendations", "What the review says should be done, and what was done.", item="recommendation"
        ),
        "briefings": FieldWords(
            "Briefings", "In the order in which to read them.", choices="briefings", item="briefing"
        ),
        "people": FieldWords("Other pseudonyms", "Other names that the story may use.", item="pseudonym"),
        "reviewer": FieldWords("Lead reviewer", "As printed on the published report."),
    },
    "Briefing": {
        **_PUBLICATION,
        "after": _after("all_briefings"),
        "title": FieldWords("Topic", "Only the topic. The name of the series is added to it."),
        "subtitle": FieldWords("Second line of the title", "What tells it apart from others of its title."),
        "series": FieldWords("Series", choices="series", decides=True),
        "case": FieldWords("Case", "Only for a briefing about one case.", choices="cases"),
        "summary_source": FieldWords(
            "Where the summary is from",
            "Only if it is not from the briefing itself: write title if you have read only the title. Or the end of a "
            'sentence that begins with "From".',
            is_prose=True,
        ),
        "written_by": FieldWords("Who wrote the text"),
        "retold": FieldWords("Text last changed by the library", "Only for a text that the library retells."),
        "published": FieldWords("Published", in_form=DATE),
        "revised": FieldWords("Last revised", in_form=DATE),
        "sections": FieldWords("Sections", "The parts of the briefing, in their order.", item="section"),
        "questions": FieldWords("Questions to talk about", "For a team.", item="question", rows=2),
    },
    "Notice": {
        **_PUBLICATION,
        "after": _after("notices"),
        "title": FieldWords("Title"),
        "kind": FieldWords("Kind", "It decides if this is under News or Resources.", choices="notice_kinds"),
        "date": FieldWords("Date", in_form=DATE),
        "summary": FieldWords("Summary", "One or two plain sentences.", rows=4),
        "body": FieldWords("Text", PROSE, rows=12, is_prose=True),
        "starts": FieldWords("Starts", in_form="A day, or a day and a time, for example 14 December 2026, 10:00."),
        "ends": FieldWords("Ends", "The last day, or the time at which it ends."),
        "place": FieldWords("Place"),
        "changes": FieldWords(
            "What has changed", "A new day, time or place, for readers who have it in their diaries.", item="change"
        ),
        "cancelled": FieldWords("Cancelled", "Fill this in only if the event does not take place."),
        "links": FieldWords("Links", item="link"),
    },
    "Correction": {
        "date": FieldWords("Date", in_form=DATE),
        "text": FieldWords(
            "What was wrong, and what is right",
            "One or two sentences. Readers see them. Never repeat a name or a detail that should not be public.",
            rows=2,
        ),
    },
    "Section": {"heading": FieldWords("Heading"), "body": FieldWords("Text", PROSE, rows=6, is_prose=True)},
    "Link": {"label": FieldWords("Words of the link"), "url": FieldWords("Web address", "https://...")},
    "RecordPicture": {
        "file": FieldWords("File", "JPEG, PNG or WebP.", suffixes=("jpg", "jpeg", "png", "webp")),
        "alt": FieldWords("What it shows", "One sentence for people who cannot see it.", rows=2),
        "caption": FieldWords("Words below it", rows=2, is_prose=True),
    },
    "EventChange": {
        "date": FieldWords("Date", "The day on which readers are informed."),
        "text": FieldWords("What has changed", rows=2),
    },
    "Cancellation": {
        "text": FieldWords("Why it does not take place", "One sentence. Readers see it.", rows=2),
    },
    "Document": {
        "kind": FieldWords("What it is", choices="document_kinds"),
        "id": FieldWords(
            "Id", "Only if there are several of one kind: part-2, for example. It becomes part of the address."
        ),
        "title": FieldWords("What tells it apart", "Only if there are several of one kind."),
        "from": FieldWords("Case that has the document", choices="cases"),
        "file": FieldWords("File", "PDF, Word, PowerPoint or a picture."),
        "url": FieldWords("Web address", "https://..."),
        "availability": FieldWords("How readers get it"),
        "publisher": FieldWords("Whose website", "Only if it is not the partnership's own."),
        "reason": FieldWords("Reason for the public", "Why it is not available. Readers see this.", rows=2),
        "since": FieldWords("Removed since", in_form=DATE),
        "published": FieldWords("Published", "Only if it differs from the date of the record."),
        "language": FieldWords("Language", "Only if it is not English: cy or pl, for example."),
        "answers": FieldWords("Recommendations that it answers", "Their ids.", item="recommendation"),
        "accepted": FieldWords("Warnings that you decided to accept", item="accepted warning"),
        "updates": FieldWords("Corrections", "What was corrected in the document.", item="correction"),
    },
    "DocumentUpdate": {
        "date": FieldWords("Date", in_form=DATE),
        "text": FieldWords("What was corrected, and why", "Readers see this.", rows=2),
        "earlier": FieldWords("Earlier file", "If readers may still get the earlier version."),
    },
    "Accepted": {
        "rule": FieldWords("Warning"),
        "reason": FieldWords("Reason for the public", "The accessibility statement shows it.", rows=2),
        "decided": FieldWords("Decided on", in_form=DATE),
        "until": FieldWords("Until", "Leave it empty if it lasts as long as the document."),
    },
    "AcceptedFinding": {
        "rule": FieldWords("Code", "As the warning says it: P625, for example."),
        "text": FieldWords("Words in quotation marks", "As in the warning."),
        "reason": FieldWords("Reason", rows=2),
        "date": FieldWords("Decided on", in_form=DATE),
    },
    "Finding": {
        "id": FieldWords("Id", "f1, for example."),
        "text": FieldWords("Finding", rows=3, is_prose=True),
        "theme": FieldWords("Theme", choices="themes"),
    },
    "Recommendation": {
        "id": FieldWords("Id", "r1, for example. It never changes once published."),
        "text": FieldWords("Recommendation", "In the words of the review.", rows=3, is_prose=True),
        "to": FieldWords("Addressed to", choices="agencies"),
        "theme": FieldWords("Theme", choices="themes"),
        "harm": FieldWords("Harm", choices="harms"),
        "due": FieldWords("Due", in_form=DATE),
        "finding": FieldWords("Id of the finding", "The finding above that it follows from."),
        "progress": FieldWords("Progress", "What was done, the oldest first.", item="progress entry"),
    },
    "Progress": {
        "date": FieldWords("Date", in_form=DATE),
        "status": FieldWords("Status", choices="recommendation_statuses"),
        "text": FieldWords("What happened", "One sentence for the public.", rows=2, is_prose=True),
        "reason": FieldWords("Reason for the public", rows=2, is_prose=True),
        "how": FieldWords("How it was tested", "For the public.", rows=2, is_prose=True),
        "superseded_by": FieldWords("Replaced by", "The id of the recommendation that replaces it."),
        "evidence": FieldWords("Evidence", item="piece of evidence"),
        "notes": FieldWords("Notes", "Never published.", rows=2),
    },
    "Evidence": {
        "document": FieldWords(
            "Document of this case", "Its kind, for example action-plan. Leave it empty for anything else."
        ),
        "kind": FieldWords("What it is"),
        "label": FieldWords("Its name", "Leave it empty for a document of this case."),
        "url": FieldWords("Web address", "Only if it is online."),
    },
    "Bulletin": {
        "title": FieldWords("Title", "The main topic of the quarter."),
        "written_by": FieldWords("Who put it together"),
        "status": FieldWords("Who can see it", 'Never choose "Sent" yourself: "library sent" records what was sent.'),
        "sent": FieldWords("Sent on", in_form=DATE),
        "welcome": FieldWords("Welcome", "Two to four sentences.", rows=6, is_prose=True),
        "order": FieldWords("Sections that come first"),
        "pinned": FieldWords(
            "Records at the top", "They come first in their sections.", "", "records", "record", is_ordered=True
        ),
        "left_out": FieldWords("Records that are left out", "", "", "records", "record", is_ordered=True),
        "items": FieldWords(
            "What was sent", "Word for word. “library sent” writes it, and it stays as it is.", is_read_only=True
        ),
        "sources": FieldWords("Where each fact is from", in_form="One source in each box.", item="source", rows=2),
    },
    "AnnualReportLists": {
        "reviews": FieldWords("New reviews", choices="cases"),
        "lessons": FieldWords("Cases whose own briefings are new", choices="cases"),
        "briefings": FieldWords("Other new briefings", choices="briefings"),
    },
    "HandwrittenPage": {
        "title": FieldWords("Title", "In the browser's tab and in search results."),
        "description": FieldWords("Description", "One sentence, for search results.", rows=2),
        "to_do": FieldWords("To do", "A note for editors. Never published."),
        "body": FieldWords(
            "Text",
            "Markdown: # is the heading of the page, ## that of a part. Leave an empty line between two paragraphs.",
            choices="markdown",
            rows=20,
        ),
    },
    "Redirects": {
        "redirects": FieldWords(
            "Addresses that lead to another page",
            "Readers who follow an old address arrive at the new one.",
            item="redirect",
        ),
    },
}
