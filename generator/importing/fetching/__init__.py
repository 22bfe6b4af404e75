"""Documents that are fetched from the old site: which ones, what each file is, and what is written for it."""

from generator.importing.fetching.fetch_report import as_json_values, as_markdown, counts, next_steps
from generator.importing.fetching.fetched_file import FileFault, FileInspection, inspect_file
from generator.importing.fetching.old_addresses import has_no_values, old_addresses, with_redirects
from generator.importing.fetching.outcomes import Outcome, OutcomeState
from generator.importing.fetching.wanted_documents import Drafts, WantedDocument, read_drafts, with_file

__all__ = [
    "Drafts",
    "FileFault",
    "FileInspection",
    "Outcome",
    "OutcomeState",
    "WantedDocument",
    "as_json_values",
    "as_markdown",
    "counts",
    "has_no_values",
    "inspect_file",
    "next_steps",
    "old_addresses",
    "read_drafts",
    "with_file",
    "with_redirects",
]
