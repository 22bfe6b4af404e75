"""The chapter about a year's learning, for the annual report: its data, and the forms in which it is written."""

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
