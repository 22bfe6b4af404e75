"""How a review or a briefing is cited: as a sentence, as BibTeX, as RIS."""

from generator.render.citing.bibtex import as_bibtex
from generator.render.citing.cited import Cited, cited_briefing, cited_case
from generator.render.citing.ris import as_ris
from generator.render.citing.sentence import as_sentence

__all__ = ["Cited", "as_bibtex", "as_ris", "as_sentence", "cited_briefing", "cited_case"]
