"""PDFs looked into, cleaned and pictured, in a process with limits. The only floor that knows pypdf and PDFium."""

from generator.pdf.cleaned import Cleaned
from generator.pdf.own import draw_own
from generator.pdf.pictures import properties_of_picture
from generator.pdf.process import LARGEST, TOO_LARGE, PdfFault, PdfProcess, facts_from, is_too_large

__all__ = [
    "LARGEST",
    "TOO_LARGE",
    "Cleaned",
    "PdfFault",
    "PdfProcess",
    "draw_own",
    "facts_from",
    "is_too_large",
    "properties_of_picture",
]
