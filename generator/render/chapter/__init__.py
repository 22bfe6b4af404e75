"""What was learned in a year, as the annual report tells it: gathered once, written in several forms."""

from generator.render.chapter.charted import chart_of_figures, chart_of_recurring
from generator.render.chapter.forms import ChapterFiles, chapter_files
from generator.render.chapter.gathered import chapter_of
from generator.render.chapter.nouns import Chapter

__all__ = [
    "Chapter",
    "ChapterFiles",
    "chapter_files",
    "chapter_of",
    "chart_of_figures",
    "chart_of_recurring",
]
