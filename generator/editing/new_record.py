"""Drafts a new record: the answers in their fields, and every other field explained, ready to be filled in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from generator.editing.new_record_fields import (
    ABOUT,
    ACCEPTED,
    AFTER,
    ALSO,
    CORRECTIONS,
    DATE,
    LANGUAGE,
    LATER,
    NOTE,
    PICTURES,
    PROSE,
    STATUS,
    STEPS,
    SUBTITLE,
    WORKFLOW,
    block_field,
    documents_field,
    example_text,
    field,
    list_field,
    optional_text,
    recommendation_fields,
    record_text,
    sections_field,
    sources_field,
    term_ids,
)
from generator.editing.yaml_writer import quoted
from generator.markdown import join_words
from generator.model import BriefingSeries, Vocabulary
from generator.model.starter_texts import StarterText


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


def free_id(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """Return an id that is not taken: the one that is wanted, or else with a number behind it, `wren-2`."""
    free, number = wanted, 1
    while is_taken(free):
        number += 1
        free = f"{wanted}-{number}"
    return free


def draft_case(
    identity: str, name: str, review_type: str, published: str, summary: str, source: str, words: Vocabulary
) -> NewRecordFile:
    """Return a new case. Fields with empty answers are left out."""
    fields = (
        field("name", "The pseudonym, or the subject of a thematic review. Never a real name.", quoted(name)),
        SUBTITLE,
        field(
            "type",
            f"A review type's id: {term_ids(words.review_types)}. A joint review has a list: [one, two]. Leave it"
            " out if no source states the type; the page then says so.",
            review_type,
            words.review_types[0].id if words.review_types else "",
        ),
        STATUS,
        field("published", f"When the review was published. {DATE}", published, "2022-09"),
        field("publication", "In place of published: not-yet or not-published, if there is no report.", "", "not-yet"),
        field("expected", "When a report that is not published yet is expected.", "", "2027-03"),
        field("commissioned", "When it was decided to do the review, if that may be published.", "", "2021-11"),
        field("concluded", "When the review was finished, if not with its publication.", "", "2022-07"),
        AFTER,
        field(
            "summary",
            "One or two plain sentences: who, and what happened.",
            optional_text(summary),
            example_text(StarterText.SUMMARY),
        ),
        block_field("story", f"What happened. {PROSE}", StarterText.STORY),
        field(
            "summary_source",
            'What summary and story are from, as the end of a sentence that begins with "From". No full stop.',
            "",
            '"the published report"',
        ),
        list_field("learning", "What we learned. Each item is prose.", example_text(StarterText.LEARNING)),
        list_field("practice", "Advice for practitioners. Each item is prose.", example_text(StarterText.PRACTICE)),
        list_field("community", "Advice for the community. Each item is prose.", example_text(StarterText.COMMUNITY)),
        *recommendation_fields(words),
        field("harms", f"Harm ids, as [one, two]: {term_ids(words.harms)}.", "", "[]"),
        ABOUT,
        NOTE,
        field("themes", f"Theme ids, as [one, two]: {term_ids(words.themes)}.", "", "[]"),
        list_field(
            "briefings", "Ids of briefings on topics, in reading order: the names of their folders.", "child-neglect"
        ),
        documents_field(words),
        PICTURES,
        CORRECTIONS,
        field(
            "reviewer",
            "The lead reviewer's name, as printed on the published report.",
            "",
            example_text(StarterText.REVIEWER),
        ),
        list_field("people", "Other pseudonyms that the story may use.", example_text(StarterText.PSEUDONYM)),
        ALSO,
        LANGUAGE,
        ACCEPTED,
        sources_field(source, "Needed for a case."),
        STEPS,
        LATER,
    )
    return NewRecordFile(f"content/cases/{identity}/case.yml", record_text("A case", fields))


def draft_briefing(
    identity: str, title: str, series: BriefingSeries, case: str, summary: str, source: str, words: Vocabulary
) -> NewRecordFile:
    """Return a new briefing of a series. Fields with empty answers are left out."""
    own: list[str] = []
    if series.is_for_case:
        from_case = join_words([str(text) for text, _ in series.case_parts])
        text_is = f" Its text is in the case: {from_case}." if from_case else ""
        own.append(field("case", f"The id of the case that it is about.{text_is}", case, "grace"))
    if not series.takes_text_from_case:
        own.append(sections_field(series))
        own.append(list_field("questions", "To talk about in a team.", example_text(StarterText.QUESTION)))
    fields = (
        field("title", f'Only the topic. The words "{series.label}" are added by the library.', quoted(title)),
        SUBTITLE,
        field("series", f"Id of the series: {term_ids(words.briefing_series)}.", series.id),
        *own,
        field(
            "written_by",
            "partnership, library (the library wrote all of it) or library-retelling (the title is the partnership's).",
            "",
            "library",
        ),
        STATUS,
        field("published", f"When it was published. {DATE}", "", "2022-09"),
        field("revised", "When it was last changed, written in the same way.", "", "2023-05"),
        field("retold", "For library-retelling: the date of the library's text.", "", "2023-05"),
        AFTER,
        field("summary", "One or two plain sentences.", optional_text(summary), example_text(StarterText.SUMMARY)),
        field(
            "summary_source",
            'Where summary is from, if not from the briefing: title, or the end of a sentence that begins with "From".',
            "",
            "title",
        ),
        field("audience", f"Audience ids: {term_ids(words.audiences)}.", "", "[professionals]"),
        field("harms", f"Harm ids, as [one, two]: {term_ids(words.harms)}.", "", "[]"),
        ABOUT,
        NOTE,
        field("themes", f"Theme ids, as [one, two]: {term_ids(words.themes)}.", "", "[]"),
        documents_field(words),
        PICTURES,
        CORRECTIONS,
        ALSO,
        LANGUAGE,
        ACCEPTED,
        sources_field(source, ""),
        WORKFLOW,
        LATER,
    )
    what = series.with_article
    return NewRecordFile(f"briefings/{identity}/briefing.yml", record_text(what[0].upper() + what[1:], fields))


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
        field("title", "What it is called.", quoted(title)),
        field("kind", f"A notice kind's id, which decides where it appears: {term_ids(words.notice_kinds)}.", kind),
        STATUS,
        field("date", f"The date of the news, or of the resource. {DATE}", dated, "2022-09-14"),
        AFTER,
        field("summary", "One or two plain sentences.", quoted(summary)),
        block_field("body", PROSE, StarterText.BODY),
        field("about", "Any of adults, children, families.", "", "[children, families]"),
        field("audience", f"Audience ids: {term_ids(words.audiences)}.", "", "[]"),
        field("starts", "For events: the first day, or day and time (2022-09-14 10:00).", event.starts, "2022-09-14"),
        field("ends", "The last day, or day and time.", event.ends, "2022-09-15"),
        field("place", "Where it takes place.", optional_text(event.place), example_text(StarterText.PLACE)),
        list_field(
            "changes",
            "What has changed since the event was announced.",
            f"{{date: 2022-09-14, text: {example_text(StarterText.CHANGE)}}}",
        ),
        field(
            "cancelled",
            "It does not take place.",
            "",
            f"{{date: 2022-09-14, text: {example_text(StarterText.CANCELLED)}}}",
        ),
        list_field(
            "links",
            "Where to read on.",
            f"{{label: {example_text(StarterText.LINK_LABEL)}, url: {example_text(StarterText.LINK)}}}",
        ),
        field("harms", f"Harm ids, as [one, two]: {term_ids(words.harms)}.", "", "[]"),
        NOTE,
        field("themes", f"Theme ids, as [one, two]: {term_ids(words.themes)}.", "", "[]"),
        documents_field(words),
        PICTURES,
        CORRECTIONS,
        LANGUAGE,
        ACCEPTED,
        sources_field(source, ""),
        WORKFLOW,
        LATER,
    )
    return NewRecordFile(
        f"content/notices/{identity}.yml", record_text("A notice: a piece of news or a resource", fields)
    )
