"""The fields of a new record: each with its meaning in a comment, and its value or an example."""

from __future__ import annotations

from collections.abc import Iterable

from generator.editing.yaml_writer import quoted, yaml_comment
from generator.model import BriefingSeries, Vocabulary
from generator.model.starter_texts import StarterText
from generator.model.term import Term

DATE = "As precisely as it is known: 2022, 2022-09 or 2022-09-14. Leave it out when it is not known."
PROSE = (
    "Plain text with **bold**, lists and [links](https://www.example.org/); no HTML. A link to another record is"
    " written by its id: [early help](briefing:early-help)."
)


def record_text(what: str, fields: Iterable[str]) -> str:
    """Return the text of a file with these fields, below a note on how to fill it in."""
    opening = (
        f"{what}. A line that begins with # is a note, and the library does not read it. To use a field in a note,"
        " remove its #. Put text that contains a colon, a quote or a # in double quotes."
    )
    return "\n\n".join((yaml_comment(opening), *fields)) + "\n"


def field(name: str, meaning: str, value: str, example: str = "") -> str:
    """Return a field with its meaning above it. Without a value, the field is a comment with an example."""
    return (
        f"{yaml_comment(meaning)}\n{name}: {value}"
        if value
        else f"{yaml_comment(meaning)}\n# {name}: {example}".rstrip()
    )


def optional_text(value: str) -> str:
    """Return a text in double quotes; empty if there is none."""
    return quoted(value) if value else ""


def example_text(text: StarterText) -> str:
    """Return a starter text in double quotes, as in all comments of a new record."""
    return f'"{text}"'


def block_field(name: str, meaning: str, example: str) -> str:
    """Return a field for a text of several lines, as a comment with an example."""
    return f"{yaml_comment(meaning)}\n# {name}: |\n#   {example}"


def list_field(name: str, meaning: str, example: str) -> str:
    """Return a field for a list, as a comment with an example of one item."""
    return f"{yaml_comment(meaning)}\n# {name}:\n#   - {example}"


def sections_field(series: BriefingSeries) -> str:
    """Return the field for the text. With the headings of the series, or one heading to choose."""
    written = [quoted(part.heading) for part in series.parts] or [example_text(StarterText.SECTION_HEADING)]
    most = "" if series.parts or series.most_parts is None else f"At most {series.most_parts} parts. "
    sections = "\n".join(
        f"#   - heading: {heading}\n#     body: |\n#       {StarterText.SECTION_BODY}" for heading in written
    )
    return f"{yaml_comment(f'The text, part by part. {most}{PROSE}')}\n# sections:\n{sections}"


def recommendation_fields(words: Vocabulary) -> tuple[str, str]:
    """Return the fields for findings and recommendations."""
    agency = words.agencies[0].id if words.agencies else "partnership"
    meaning = (
        "What the review says should be done, and later what was done: library docs records explains progress. to is"
        f" one or more of: {term_ids(words.agencies)}."
    )
    return (
        list_field(
            "findings",
            "What the review found, if a recommendation should refer to it.",
            f"{{id: f1, text: {example_text(StarterText.FINDING)}}}",
        ),
        list_field(
            "recommendations",
            meaning,
            f"{{id: r1, text: {example_text(StarterText.RECOMMENDATION)}, to: {agency}, due: 2027-03, finding: f1}}",
        ),
    )


def documents_field(words: Vocabulary) -> str:
    """Return the field for documents, with the kinds that the vocabulary has."""
    kinds = words.document_kinds[0].id if words.document_kinds else "report"
    meaning = (
        f"What readers can download. kind is one of: {term_ids(words.document_kinds)}. Each has one of: file (it is"
        " next to this record), url (it is on another site), from (the id of the case whose record has it), or"
        " availability (elsewhere; on-request; unknown; removed, with since; withheld, delayed or withdrawn, with a"
        " reason that the public may read). Several documents of one kind need an id and a title. published may say"
        " when."
    )
    return f"{yaml_comment(meaning)}\n# documents:\n#   - {{kind: {kinds}, availability: on-request}}"


def sources_field(source: str, needed: str) -> str:
    """Return the field for sources: with the first one, or as a comment."""
    meaning = f"Where each fact came from. Never published. {needed}".strip()
    if source:
        return f"{yaml_comment(meaning)}\nsources:\n  - {quoted(source)}"
    return f"{yaml_comment(meaning)}\n# sources:\n#   - {example_text(StarterText.SOURCE)}"


def term_ids(terms: Iterable[Term]) -> str:
    """Return the ids of terms, as the notes on fields list them."""
    return ", ".join(term.id for term in terms) or "none yet in content/vocabulary.yml"


ABOUT = field(
    "about",
    "children, adults or both. It decides which telephone numbers are shown. If it is missing, the type or the harms"
    " decide.",
    "",
    "[children]",
)
NOTE = list_field(
    "content_note",
    "The topics in the note before the summary, as words or as ids of harms, the gravest first. If this field is"
    " missing, the harms are listed.",
    example_text(StarterText.CONTENT_NOTE),
)
STATUS = field(
    "status",
    "Only you can see a draft. Without this line, the next build publishes it. scheduled needs"
    ' "publish_on: 2026-12-14". archived keeps the page, withdrawn only its address; both may have status_since, and'
    " withdrawn needs a status_reason that the public may read.",
    "draft",
)
SUBTITLE = field(
    "subtitle", "Shown below the name, and tells it apart from others.", "", example_text(StarterText.SUBTITLE)
)
LANGUAGE = "\n".join(
    (
        field("language", "The language of the texts, if it is not the language of the site: pl, cy, ar.", "", "pl"),
        field("direction", "For a language that is written from right to left: rtl.", "", "rtl"),
    )
)
AFTER = field("after", "If the date is not known: the id of the record that was published just before.", "", "grace")
PICTURES = list_field(
    "pictures",
    "Pictures for the page, next to this record: JPEG, PNG or WebP. alt is for people who cannot see it.",
    f"{{file: door.webp, alt: {example_text(StarterText.ALTERNATIVE)}}}",
)
CORRECTIONS = list_field(
    "corrections",
    "What the page said wrongly, once it was public: when it was corrected, and what readers should know.",
    f"{{date: 2026-11-25, text: {example_text(StarterText.CORRECTION)}}}",
)
ALSO = list_field("also_known_as", "Other names under which people look for it.", example_text(StarterText.OTHER_NAME))
ACCEPTED = list_field(
    "accepted_findings",
    "What a check reports and you want to keep: the code, and the words as the finding shows them. Never published.",
    f'{{rule: P627, text: "01234 567890", reason: {example_text(StarterText.ACCEPTED_REASON)}, date: 2026-11-25}}',
)
BEHIND = "Dates and decisions behind publication, in fields of your own. Never published."
OF_A_CASE = "The steps behind publication: library docs records lists them. Never published."
WORKFLOW = f"{yaml_comment(BEHIND)}\n# workflow:\n#   agreed: 2022-09-14"
STEPS = f"{yaml_comment(OF_A_CASE)}\n# workflow:\n#   referral: 2022-09-14"
OWN_ID = "Only when the address should differ from the name of the folder or file. It never changes once published."
LATER = f"{yaml_comment(OWN_ID)}\n# id: {StarterText.OWN_ID}"
