"""Inspects, cleans and draws PDFs in a process with limits. The only package that imports pypdf and PDFium."""

from generator.pdf.generated_pdfs import draw_generated
from generator.pdf.images import properties_of_picture
from generator.pdf.sandbox import LARGEST, TOO_LARGE, PdfError, PdfSandbox, facts_from, is_too_large, plain_values_of
from generator.pdf.sanitiser import SanitiseCounts

__all__ = [
    "LARGEST",
    "TOO_LARGE",
    "PdfError",
    "PdfSandbox",
    "SanitiseCounts",
    "draw_generated",
    "facts_from",
    "is_too_large",
    "plain_values_of",
    "properties_of_picture",
]
