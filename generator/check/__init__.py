"""The finished site, looked at from outside: every link leads to a page, a file or a place that exists."""

from generator.check.documents import check_document_links
from generator.check.handwritten import check_handwritten_links
from generator.check.handwritten_styles import check_handwritten_styles
from generator.check.site import check_site

__all__ = ["check_document_links", "check_handwritten_links", "check_handwritten_styles", "check_site"]
