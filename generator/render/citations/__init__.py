"""Citations of reviews, briefings and recommendations: as a sentence, as BibTeX, as RIS."""

from generator.render.citations.bibtex import as_bibtex
from generator.render.citations.citation import Citation, cite_briefing, cite_case, cite_recommendation
from generator.render.citations.harvard import as_sentence
from generator.render.citations.ris import as_ris

__all__ = ["Citation", "as_bibtex", "as_ris", "as_sentence", "cite_briefing", "cite_case", "cite_recommendation"]
