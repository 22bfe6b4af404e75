"""Places pages in their frames and writes the site: only changed files, each of them atomically."""

from generator.publish.frame_filling import PlannedSite, SitePage, fill_frames
from generator.publish.headers import Header, type_of
from generator.publish.output_diagnostics import Place
from generator.publish.redirect_files import make_redirect_files
from generator.publish.rendered_pages import RenderedPages
from generator.publish.site_files import files_of
from generator.publish.write import WriteResult, find_foreign_files, lock_site, write_site

__all__ = [
    "Header",
    "Place",
    "PlannedSite",
    "RenderedPages",
    "SitePage",
    "WriteResult",
    "files_of",
    "fill_frames",
    "find_foreign_files",
    "lock_site",
    "make_redirect_files",
    "type_of",
    "write_site",
]
