"""Prose: CommonMark without HTML, in which a link may name a record by its id."""

from generator.markdown.commonmark import html_in, inline, to_html
from generator.markdown.elements import headings, links_in, pictures_in, tables_without_headings, text_links
from generator.markdown.plain_text import filled, first_words, to_plain
from generator.markdown.reading_age import OLDEST, reading_age
from generator.markdown.record_links import RecordLink, address_in, record_link
from generator.markdown.word_lists import in_a_row

__all__ = [
    "OLDEST",
    "RecordLink",
    "address_in",
    "filled",
    "first_words",
    "headings",
    "html_in",
    "in_a_row",
    "inline",
    "links_in",
    "pictures_in",
    "reading_age",
    "record_link",
    "tables_without_headings",
    "text_links",
    "to_html",
    "to_plain",
]
