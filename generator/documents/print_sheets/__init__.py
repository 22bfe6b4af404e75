"""What Typst sets: briefings as sheets of paper, and the pictures beside shared links. The only place that knows it."""

from generator.documents.print_sheets.share_images import draw_share_pictures
from generator.documents.print_sheets.sheet_build import print_sheets
from generator.documents.print_sheets.sheet_model import PrintedSheet

__all__ = ["PrintedSheet", "draw_share_pictures", "print_sheets"]
