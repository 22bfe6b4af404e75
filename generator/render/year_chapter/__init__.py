"""What was learned in a year, as the annual report tells it: gathered once, written in several forms."""

from generator.render.year_chapter.chapter_charts import chart_of_figures, chart_of_recurring
from generator.render.year_chapter.chapter_data import build_chapter
from generator.render.year_chapter.chapter_model import Chapter
from generator.render.year_chapter.file_formats import ChapterFiles, chapter_files

__all__ = [
    "Chapter",
    "ChapterFiles",
    "build_chapter",
    "chapter_files",
    "chart_of_figures",
    "chart_of_recurring",
]
