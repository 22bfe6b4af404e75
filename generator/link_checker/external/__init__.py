"""Checks URLs on other sites: LinkChecker requests each once, results are cached and reported at their sources."""

from generator.link_checker.external.client_process import ExternalCheckOptions
from generator.link_checker.external.external_check import BuiltSite, check_external_links

__all__ = ["BuiltSite", "ExternalCheckOptions", "check_external_links"]
