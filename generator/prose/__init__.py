"""Prose: CommonMark without HTML, in which a link may name a record by its id."""

from generator.prose.commonmark import html_in, inline, links_in, to_html
from generator.prose.links import RecordLink, record_link

__all__ = ["RecordLink", "html_in", "inline", "links_in", "record_link", "to_html"]
