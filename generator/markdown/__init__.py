"""Prose: CommonMark without HTML, in which a link may name a record by its id."""

from generator.markdown.commonmark import inline, raw_html_tags, to_html
from generator.markdown.document_html import Document, document_html
from generator.markdown.elements import headings, links_in, pictures_in, tables_without_headings, text_links
from generator.markdown.language_marks import language_marks
from generator.markdown.plain_text import join_words, shorten, to_plain, truncate_words, whole_text, wrap_paragraph
from generator.markdown.reading_age import OLDEST, estimate_reading_age
from generator.markdown.record_links import (
    RecordLink,
    page_link,
    record_link,
    record_link_resolver,
    resolve_record_link,
)

__all__ = [
    "OLDEST",
    "Document",
    "RecordLink",
    "document_html",
    "estimate_reading_age",
    "headings",
    "inline",
    "join_words",
    "language_marks",
    "links_in",
    "page_link",
    "pictures_in",
    "raw_html_tags",
    "record_link",
    "record_link_resolver",
    "resolve_record_link",
    "shorten",
    "tables_without_headings",
    "text_links",
    "to_html",
    "to_plain",
    "truncate_words",
    "whole_text",
    "wrap_paragraph",
]
