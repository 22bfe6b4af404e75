"""One Library in; page plans, plain files and the filling of slots out. Pure: nothing is read but our own templates."""

from generator.render.site_plan import SitePlan, plan_site
from generator.render.year_chapter import ChapterFiles, build_chapter, chapter_files

__all__ = ["ChapterFiles", "SitePlan", "build_chapter", "chapter_files", "plan_site"]
