"""Checks URLs on other sites: LinkChecker requests each once, results are cached and reported at their sources.

The same client fetches the documents of a partnership's old site.
"""

from generator.link_checker.external.client_process import ExternalCheckOptions, FileStore, check_urls
from generator.link_checker.external.external_check import BuiltSite, check_external_links
from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.redirect_chain import RequestFailure, UrlResult
from generator.link_checker.external.status_classification import classify
from generator.link_checker.external.url_extraction import normalise_url

__all__ = [
    "BuiltSite",
    "ExternalCheckOptions",
    "FileStore",
    "LinkResult",
    "LinkStatus",
    "RequestFailure",
    "UrlResult",
    "check_external_links",
    "check_urls",
    "classify",
    "normalise_url",
]
