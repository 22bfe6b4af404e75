"""Drafts records from an old listing page or a Word file. Pure: bytes in, proposals out.

`listing` and its readers turn a page into blocks, `labels` understands one label, `grouping` finds the cases,
`proposals` makes records of them, and `drafts` writes the records as YAML. In `word`, `document` reads a Word file,
`parts` finds its parts, `facts` the facts of a report, and `records` makes the same proposals of them. `fetching` says
what a document fetched from the old site is.
"""

from generator.importing.comparison import Comparison, Verdict, compare
from generator.importing.decoding import decode, is_text
from generator.importing.drafts import draft_records
from generator.importing.grouping import group
from generator.importing.import_report import as_json_values, as_markdown, comparison_table, counts, missing, next_steps
from generator.importing.listing import Listing
from generator.importing.page_address import whole_address
from generator.importing.phrases import Phrases
from generator.importing.proposals import ImportPlan, KnownRecord, propose
from generator.importing.questions import LEAVE_OUT, Question, apply_answer, is_needed, problem_of_answer, questions
from generator.importing.sources import SourceProblem, read_source
from generator.importing.word.document import WordDocument, WordProblem, read_word
from generator.importing.word.kind import KindOfFile, WordKind, kind_of_file
from generator.importing.word.records import propose_word
from generator.importing.word.values import CASE_NAMES, case_values, section_values

__all__ = [
    "CASE_NAMES",
    "LEAVE_OUT",
    "Comparison",
    "ImportPlan",
    "KindOfFile",
    "KnownRecord",
    "Listing",
    "Phrases",
    "Question",
    "SourceProblem",
    "Verdict",
    "WordDocument",
    "WordKind",
    "WordProblem",
    "apply_answer",
    "as_json_values",
    "as_markdown",
    "case_values",
    "compare",
    "comparison_table",
    "counts",
    "decode",
    "draft_records",
    "group",
    "is_needed",
    "is_text",
    "kind_of_file",
    "missing",
    "next_steps",
    "problem_of_answer",
    "propose",
    "propose_word",
    "questions",
    "read_source",
    "read_word",
    "section_values",
    "whole_address",
]
