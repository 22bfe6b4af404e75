"""Print sheets and posters of briefings, and share images for links. The only package that imports Typst."""

from generator.documents.print_sheets.share_images import draw_share_pictures
from generator.documents.print_sheets.sheet_build import print_sheets
from generator.documents.print_sheets.sheet_model import PrintedSheet

__all__ = ["PrintedSheet", "draw_share_pictures", "print_sheets"]
