"""The addresses on other sites: asked by LinkChecker once each, remembered, and judged where they are written."""

from generator.link_checker.external.client_process import ExternalCheckOptions
from generator.link_checker.external.external_check import BuiltSite, check_external_links

__all__ = ["BuiltSite", "ExternalCheckOptions", "check_external_links"]
