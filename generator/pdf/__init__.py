"""Inspects, cleans and draws PDFs in a process with limits. The only package that imports pypdf and PDFium."""

from generator.pdf.generated_pdfs import draw_generated
from generator.pdf.images import (
    DamagedImageError,
    TooManyPixelsError,
    looks_the_same,
    properties_of_picture,
    published_copy,
    shown_size,
)
from generator.pdf.sandbox import LARGEST, TOO_LARGE, PdfError, PdfSandbox, facts_from, is_too_large, plain_values_of
from generator.pdf.sanitise_counts import SanitiseCounts

__all__ = [
    "LARGEST",
    "TOO_LARGE",
    "DamagedImageError",
    "PdfError",
    "PdfSandbox",
    "SanitiseCounts",
    "TooManyPixelsError",
    "draw_generated",
    "facts_from",
    "is_too_large",
    "looks_the_same",
    "plain_values_of",
    "properties_of_picture",
    "published_copy",
    "shown_size",
]
