"""Checks the finished site from outside: every link leads to a page, a file or an anchor that exists."""

from generator.link_checker.csp_violations import check_handwritten_styles
from generator.link_checker.empty_feeds import check_feed_links
from generator.link_checker.markdown_links import check_handwritten_links, check_links_to_pages
from generator.link_checker.pdf_links import PdfLinkTargets, check_document_links
from generator.link_checker.pinned_links import check_pinned_links
from generator.link_checker.raw_markdown import check_raw_markdown
from generator.link_checker.site import SiteLinks, check_site
from generator.link_checker.source_locations import SourceLocator
from generator.link_checker.unreferenced_files import find_unreferenced_files

__all__ = [
    "PdfLinkTargets",
    "SiteLinks",
    "SourceLocator",
    "check_document_links",
    "check_feed_links",
    "check_handwritten_links",
    "check_handwritten_styles",
    "check_links_to_pages",
    "check_pinned_links",
    "check_raw_markdown",
    "check_site",
    "find_unreferenced_files",
]
