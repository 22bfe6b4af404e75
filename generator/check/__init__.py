"""The finished site, looked at from outside: every link leads to a page, a file or a place that exists."""

from generator.check.documents import check_document_links
from generator.check.handwritten import check_handwritten_links
from generator.check.handwritten_styles import check_handwritten_styles
from generator.check.site import SiteLinks, check_site
from generator.check.unused import unused_files
from generator.check.written import WhereWritten

__all__ = [
    "SiteLinks",
    "WhereWritten",
    "check_document_links",
    "check_handwritten_links",
    "check_handwritten_styles",
    "check_site",
    "unused_files",
]
