"""Changes records as text: only what differs is written again, and comments, order and quotation marks stay. Pure."""

from generator.editing.record_text.changes import FieldOrder, change_text
from generator.editing.record_text.comparison import comparable, fingerprint, says_the_same
from generator.editing.record_text.prose import join_lines
from generator.editing.record_text.record_links import rename_links
from generator.editing.record_text.yaml_values import write_inline, write_record

__all__ = [
    "FieldOrder",
    "change_text",
    "comparable",
    "fingerprint",
    "join_lines",
    "rename_links",
    "says_the_same",
    "write_inline",
    "write_record",
]
