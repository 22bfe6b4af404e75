"""One Library in; page plans, plain files and the filling of slots out. Pure: nothing is read but our own templates."""

from generator.render.site_plan import SitePlan, render
from generator.render.year_chapter import ChapterFiles, chapter_files, chapter_of

__all__ = ["ChapterFiles", "SitePlan", "chapter_files", "chapter_of", "render"]
