"""Pages poured into their frames, and the site written: only what changed, each file whole."""

from generator.publish.headers import Header, type_of
from generator.publish.pour import PouredPage, Pouring, pour
from generator.publish.redirect_files import redirect_files
from generator.publish.write import Written, files_of, write_site

__all__ = [
    "Header",
    "PouredPage",
    "Pouring",
    "Written",
    "files_of",
    "pour",
    "redirect_files",
    "type_of",
    "write_site",
]
