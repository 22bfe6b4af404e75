"""Plans pages and data files from a Library, and fills slots.

No I/O, except that the generator's templates are read.
"""

from generator.render.site_plan import SitePlan, plan_site
from generator.render.year_chapter import ChapterFiles, build_chapter, chapter_files

__all__ = ["ChapterFiles", "SitePlan", "build_chapter", "chapter_files", "plan_site"]
