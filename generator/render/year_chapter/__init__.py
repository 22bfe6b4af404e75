"""What was learned in a year, as the annual report tells it: gathered once, written in several forms."""

from generator.render.year_chapter.chapter_charts import chart_of_figures, chart_of_recurring
from generator.render.year_chapter.chapter_data import chapter_of
from generator.render.year_chapter.chapter_model import Chapter
from generator.render.year_chapter.file_formats import ChapterFiles, chapter_files

__all__ = [
    "Chapter",
    "ChapterFiles",
    "chapter_files",
    "chapter_of",
    "chart_of_figures",
    "chart_of_recurring",
]
