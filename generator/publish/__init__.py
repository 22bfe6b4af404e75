"""Pages poured into their frames, and the site written: only what changed, each file whole."""

from generator.publish.headers import Header, type_of
from generator.publish.output_findings import Place
from generator.publish.pour import PouredPage, Pouring, pour
from generator.publish.redirect_files import redirect_files
from generator.publish.site_files import files_of
from generator.publish.write import Written, find_foreign_files, write_site

__all__ = [
    "Header",
    "Place",
    "PouredPage",
    "Pouring",
    "Written",
    "files_of",
    "find_foreign_files",
    "pour",
    "redirect_files",
    "type_of",
    "write_site",
]
