"""PDFs looked into, cleaned and pictured, in a process with limits. The only floor that knows pypdf and PDFium."""

from generator.pdf.cleaned import Cleaned
from generator.pdf.own import draw_own
from generator.pdf.process import LARGEST, PdfFault, PdfProcess, facts_from

__all__ = ["LARGEST", "Cleaned", "PdfFault", "PdfProcess", "draw_own", "facts_from"]
