"""Drafts a new record: the answers in their fields, and every other field explained, ready to be filled in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.editing.yaml_writer import quoted, yaml_comment
from generator.markdown import join_words
from generator.model import BriefingSeries, Vocabulary
from generator.model.starter_texts import StarterText
from generator.model.term import Term


@dataclass(frozen=True, slots=True)
class NewRecordFile:
    """A record that is not written yet."""

    file: str
    """The path of the new file, from the site's root."""

    text: str


@dataclass(frozen=True, slots=True)
class EventAnswers:
    """When and where an event takes place. Empty texts if it is not known, and for any other notice."""

    starts: str = ""
    """A day, or a time on a day, as records write it."""

    ends: str = ""
    place: str = ""


def slugify(title: str) -> str:
    """Return an id for a name or a title: `Prada and Jordan` gives `prada-and-jordan`. Empty if no letter is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:60].strip("-")


def draft_case(
    identity: str, name: str, review_type: str, published: str, summary: str, source: str, words: Vocabulary
) -> NewRecordFile:
    """Return a new case. Fields with empty answers are left out."""
    fields = (
        _field("name", "The pseudonym, or the subject of a thematic review. Never a real name.", quoted(name)),
        _SUBTITLE,
        _field(
            "type",
            f"A review type's id: {_ids(words.review_types)}. A joint review has a list: [one, two]. Leave it out if no"
            " source states the type; the page then says so.",
            review_type,
            words.review_types[0].id if words.review_types else "",
        ),
        _STATUS,
        _field("published", f"When the review was published. {_DATE}", published, "2022-09"),
        _field("publication", "In place of published: not-yet or not-published, if there is no report.", "", "not-yet"),
        _field("expected", "When a report that is not published yet is expected.", "", "2027-03"),
        _field("commissioned", "When it was decided to do the review, if that may be published.", "", "2021-11"),
        _field("concluded", "When the review was finished, if not with its publication.", "", "2022-07"),
        _AFTER,
        _field(
            "summary",
            "One or two plain sentences: who, and what happened.",
            _text(summary),
            _example(StarterText.SUMMARY),
        ),
        _block("story", f"What happened. {_PROSE}", StarterText.STORY),
        _field(
            "summary_source",
            'What summary and story are from, as the end of a sentence that begins with "From". No full stop.',
            "",
            '"the published report"',
        ),
        _items("learning", "What we learned. Each item is prose.", _example(StarterText.LEARNING)),
        _items("practice", "Advice for practitioners. Each item is prose.", _example(StarterText.PRACTICE)),
        _items("community", "Advice for the community. Each item is prose.", _example(StarterText.COMMUNITY)),
        *_recommendations(words),
        _field("harms", f"Harm ids, as [one, two]: {_ids(words.harms)}.", "", "[]"),
        _ABOUT,
        _NOTE,
        _field("themes", f"Theme ids, as [one, two]: {_ids(words.themes)}.", "", "[]"),
        _items(
            "briefings", "Ids of briefings on topics, in reading order: the names of their folders.", "child-neglect"
        ),
        _documents(words),
        _PICTURES,
        _field(
            "reviewer",
            "The lead reviewer's name, as printed on the published report.",
            "",
            _example(StarterText.REVIEWER),
        ),
        _items("people", "Other pseudonyms that the story may use.", _example(StarterText.PSEUDONYM)),
        _ALSO,
        _LANGUAGE,
        _ACCEPTED,
        _sources(source, "Needed for a case."),
        _STEPS,
        _LATER,
    )
    return NewRecordFile(f"content/cases/{identity}/case.yml", _record("A case", fields))


def draft_briefing(
    identity: str, title: str, series: BriefingSeries, case: str, summary: str, source: str, words: Vocabulary
) -> NewRecordFile:
    """Return a new briefing of a series. Fields with empty answers are left out."""
    own: list[str] = []
    if series.is_for_case:
        from_case = join_words([str(text) for text, _ in series.case_parts])
        text_is = f" Its text is in the case: {from_case}." if from_case else ""
        own.append(_field("case", f"The id of the case that it is about.{text_is}", case, "grace"))
    if not series.takes_text_from_case:
        own.append(_sections(series))
        own.append(_items("questions", "To talk about in a team.", _example(StarterText.QUESTION)))
    fields = (
        _field("title", f'Only the topic. The words "{series.label}" are added by the library.', quoted(title)),
        _SUBTITLE,
        _field("series", f"Id of the series: {_ids(words.briefing_series)}.", series.id),
        *own,
        _field(
            "written_by",
            "partnership, library (the library wrote all of it) or library-retelling (the title is the partnership's).",
            "",
            "library",
        ),
        _STATUS,
        _field("published", f"When it was published. {_DATE}", "", "2022-09"),
        _field("revised", "When it was last changed, written in the same way.", "", "2023-05"),
        _field("retold", "For library-retelling: the date of the library's text.", "", "2023-05"),
        _AFTER,
        _field("summary", "One or two plain sentences.", _text(summary), _example(StarterText.SUMMARY)),
        _field(
            "summary_source",
            'Where summary is from, if not from the briefing: title, or the end of a sentence that begins with "From".',
            "",
            "title",
        ),
        _field("audience", f"Audience ids: {_ids(words.audiences)}.", "", "[professionals]"),
        _field("harms", f"Harm ids, as [one, two]: {_ids(words.harms)}.", "", "[]"),
        _ABOUT,
        _NOTE,
        _field("themes", f"Theme ids, as [one, two]: {_ids(words.themes)}.", "", "[]"),
        _documents(words),
        _PICTURES,
        _ALSO,
        _LANGUAGE,
        _ACCEPTED,
        _sources(source, ""),
        _WORKFLOW,
        _LATER,
    )
    what = series.with_article
    return NewRecordFile(f"briefings/{identity}/briefing.yml", _record(what[0].upper() + what[1:], fields))


def draft_notice(
    identity: str,
    title: str,
    kind: str,
    dated: str,
    summary: str,
    source: str,
    words: Vocabulary,
    event: EventAnswers = EventAnswers(),
) -> NewRecordFile:
    """Return a new notice: a piece of news or a resource. Fields with empty answers are left out."""
    fields = (
        _field("title", "What it is called.", quoted(title)),
        _field("kind", f"A notice kind's id, which decides where it appears: {_ids(words.notice_kinds)}.", kind),
        _STATUS,
        _field("date", f"The date of the news, or of the resource. {_DATE}", dated, "2022-09-14"),
        _AFTER,
        _field("summary", "One or two plain sentences.", quoted(summary)),
        _block("body", _PROSE, StarterText.BODY),
        _field("about", "Any of adults, children, families.", "", "[children, families]"),
        _field("audience", f"Audience ids: {_ids(words.audiences)}.", "", "[]"),
        _field("starts", "For events: the first day, or day and time (2022-09-14 10:00).", event.starts, "2022-09-14"),
        _field("ends", "The last day, or day and time.", event.ends, "2022-09-15"),
        _field("place", "Where it takes place.", _text(event.place), _example(StarterText.PLACE)),
        _items(
            "changes",
            "What has changed since the event was announced.",
            f"{{date: 2022-09-14, text: {_example(StarterText.CHANGE)}}}",
        ),
        _field(
            "cancelled", "It does not take place.", "", f"{{date: 2022-09-14, text: {_example(StarterText.CANCELLED)}}}"
        ),
        _items(
            "links",
            "Where to read on.",
            f"{{label: {_example(StarterText.LINK_LABEL)}, url: {_example(StarterText.LINK)}}}",
        ),
        _field("harms", f"Harm ids, as [one, two]: {_ids(words.harms)}.", "", "[]"),
        _NOTE,
        _field("themes", f"Theme ids, as [one, two]: {_ids(words.themes)}.", "", "[]"),
        _documents(words),
        _PICTURES,
        _LANGUAGE,
        _ACCEPTED,
        _sources(source, ""),
        _WORKFLOW,
        _LATER,
    )
    return NewRecordFile(f"content/notices/{identity}.yml", _record("A notice: a piece of news or a resource", fields))


_DATE = "As precisely as it is known: 2022, 2022-09 or 2022-09-14. Leave it out when it is not known."
_PROSE = (
    "Plain text with **bold**, lists and [links](https://www.example.org/); no HTML. A link to another record is"
    " written by its id: [early help](briefing:early-help)."
)


def _record(what: str, fields: Iterable[str]) -> str:
    opening = (
        f"{what}. A line that begins with # is a note, and the library does not read it. To use a field in a note,"
        " remove its #. Put text that contains a colon, a quote or a # in double quotes."
    )
    return "\n\n".join((yaml_comment(opening), *fields)) + "\n"


def _field(name: str, meaning: str, value: str, example: str = "") -> str:
    """Return a field with its meaning above it. Without a value, the field is a comment with an example."""
    return (
        f"{yaml_comment(meaning)}\n{name}: {value}"
        if value
        else f"{yaml_comment(meaning)}\n# {name}: {example}".rstrip()
    )


def _text(value: str) -> str:
    return quoted(value) if value else ""


def _example(text: StarterText) -> str:
    """Return a starter text in double quotes, as in all comments of a new record."""
    return f'"{text}"'


def _block(name: str, meaning: str, example: str) -> str:
    return f"{yaml_comment(meaning)}\n# {name}: |\n#   {example}"


def _items(name: str, meaning: str, example: str) -> str:
    return f"{yaml_comment(meaning)}\n# {name}:\n#   - {example}"


def _sections(series: BriefingSeries) -> str:
    """Return the field for the text. With the headings of the series, or one heading to choose."""
    written = [quoted(part.heading) for part in series.parts] or [_example(StarterText.SECTION_HEADING)]
    most = "" if series.parts or series.most_parts is None else f"At most {series.most_parts} parts. "
    sections = "\n".join(
        f"#   - heading: {heading}\n#     body: |\n#       {StarterText.SECTION_BODY}" for heading in written
    )
    return f"{yaml_comment(f'The text, part by part. {most}{_PROSE}')}\n# sections:\n{sections}"


def _recommendations(words: Vocabulary) -> tuple[str, str]:
    agency = words.agencies[0].id if words.agencies else "partnership"
    meaning = (
        "What the review says should be done, and later what was done: docs/records.md explains progress. to is one or"
        f" more of: {_ids(words.agencies)}."
    )
    return (
        _items(
            "findings",
            "What the review found, if a recommendation should refer to it.",
            f"{{id: f1, text: {_example(StarterText.FINDING)}}}",
        ),
        _items(
            "recommendations",
            meaning,
            f"{{id: r1, text: {_example(StarterText.RECOMMENDATION)}, to: {agency}, due: 2027-03, finding: f1}}",
        ),
    )


def _documents(words: Vocabulary) -> str:
    kinds = words.document_kinds[0].id if words.document_kinds else "report"
    meaning = (
        f"What readers can download. kind is one of: {_ids(words.document_kinds)}. Each has one of: file (it is"
        " next to this record), url (it is on another site), from (the id of the case whose record has it), or"
        " availability (elsewhere; on-request; unknown; removed, with since; withheld, delayed or withdrawn, with a"
        " reason that the public may read). Several documents of one kind need an id and a title. published may say"
        " when."
    )
    return f"{yaml_comment(meaning)}\n# documents:\n#   - {{kind: {kinds}, availability: on-request}}"


def _sources(source: str, needed: str) -> str:
    meaning = f"Where each fact came from. Never published. {needed}".strip()
    if source:
        return f"{yaml_comment(meaning)}\nsources:\n  - {quoted(source)}"
    return f"{yaml_comment(meaning)}\n# sources:\n#   - {_example(StarterText.SOURCE)}"


def _ids(terms: Iterable[Term]) -> str:
    return ", ".join(term.id for term in terms) or "none yet in content/vocabulary.yml"


_ABOUT = _field(
    "about",
    "children, adults or both. It decides which telephone numbers are shown. If it is missing, the type or the harms"
    " decide.",
    "",
    "[children]",
)
_NOTE = _items(
    "content_note",
    "The topics in the note before the summary, as words or as ids of harms, the gravest first. If this field is"
    " missing, the harms are listed.",
    _example(StarterText.CONTENT_NOTE),
)
_STATUS = _field(
    "status",
    "Only you can see a draft. Without this line, the next build publishes it. scheduled needs"
    ' "publish_on: 2026-12-14". archived keeps the page, withdrawn only its address; both may have status_since, and'
    " withdrawn needs a status_reason that the public may read.",
    "draft",
)
_SUBTITLE = _field(
    "subtitle", "Shown below the name, and tells it apart from others.", "", _example(StarterText.SUBTITLE)
)
_LANGUAGE = "\n".join(
    (
        _field("language", "The language of the texts, if it is not the language of the site: pl, cy, ar.", "", "pl"),
        _field("direction", "For a language that is written from right to left: rtl.", "", "rtl"),
    )
)
_AFTER = _field("after", "If the date is not known: the id of the record that was published just before.", "", "grace")
_PICTURES = _items(
    "pictures",
    "Pictures for the page, next to this record: JPEG, PNG or WebP. alt is for people who cannot see it.",
    f"{{file: door.webp, alt: {_example(StarterText.ALTERNATIVE)}}}",
)
_ALSO = _items("also_known_as", "Other names under which people look for it.", _example(StarterText.OTHER_NAME))
_ACCEPTED = _items(
    "accepted_findings",
    "What a check reports and you want to keep: the code, and the words as the finding shows them. Never published.",
    f'{{rule: P627, text: "01234 567890", reason: {_example(StarterText.ACCEPTED_REASON)}, date: 2026-11-25}}',
)
_BEHIND = "Dates and decisions behind publication, in fields of your own. Never published."
_OF_A_CASE = "The steps behind publication: docs/records.md lists them. Never published."
_WORKFLOW = f"{yaml_comment(_BEHIND)}\n# workflow:\n#   agreed: 2022-09-14"
_STEPS = f"{yaml_comment(_OF_A_CASE)}\n# workflow:\n#   referral: 2022-09-14"
_OWN_ID = "Only when the address should differ from the name of the folder or file. It never changes once published."
_LATER = f"{yaml_comment(_OWN_ID)}\n# id: {StarterText.OWN_ID}"
