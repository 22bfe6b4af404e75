"""Prose: CommonMark without HTML, in which a link may name a record by its id."""

from generator.prose.commonmark import html_in, inline, links_in, to_html
from generator.prose.links import RecordLink, address_in, record_link
from generator.prose.wording import in_a_row

__all__ = ["RecordLink", "address_in", "html_in", "in_a_row", "inline", "links_in", "record_link", "to_html"]
