"""One Library in; page plans, plain files and the filling of slots out. Pure: nothing is read but our own templates."""

from generator.render.chapter import ChapterFiles, chapter_files, chapter_of
from generator.render.plan import Rendering, render

__all__ = ["ChapterFiles", "Rendering", "chapter_files", "chapter_of", "render"]
