"""What Typst sets: briefings as sheets of paper, and the pictures beside shared links. The only place that knows it."""

from generator.documents.sheets.paper import PrintedSheet
from generator.documents.sheets.printing import print_sheets
from generator.documents.sheets.sharing import draw_share_pictures

__all__ = ["PrintedSheet", "draw_share_pictures", "print_sheets"]
