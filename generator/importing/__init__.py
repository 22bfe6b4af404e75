"""Drafts records from an old listing page: a saved web page, plain text or CSV. Pure: bytes in, proposals out.

`listing` and its readers turn a page into blocks, `labels` understands one label, `grouping` finds the cases,
`proposals` makes records of them, and `drafts` writes the records as YAML.
"""

from generator.importing.comparison import Comparison, Verdict, compare
from generator.importing.decoding import decode, is_text
from generator.importing.drafts import draft_records
from generator.importing.grouping import group
from generator.importing.import_report import as_json_values, as_markdown, comparison_table, counts, missing, next_steps
from generator.importing.listing import Listing
from generator.importing.phrases import Phrases
from generator.importing.proposals import ImportPlan, KnownRecord, propose
from generator.importing.questions import Question, apply_answer, problem_of_answer, questions
from generator.importing.sources import SourceProblem, read_source

__all__ = [
    "Comparison",
    "ImportPlan",
    "KnownRecord",
    "Listing",
    "Phrases",
    "Question",
    "SourceProblem",
    "Verdict",
    "apply_answer",
    "as_json_values",
    "as_markdown",
    "compare",
    "comparison_table",
    "counts",
    "decode",
    "draft_records",
    "group",
    "is_text",
    "missing",
    "next_steps",
    "problem_of_answer",
    "propose",
    "questions",
    "read_source",
]
