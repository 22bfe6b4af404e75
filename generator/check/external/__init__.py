"""The addresses on other sites: asked by LinkChecker once each, remembered, and judged where they are written."""

from generator.check.external.asking import Asking
from generator.check.external.check import BuiltSite, check_external_links

__all__ = ["Asking", "BuiltSite", "check_external_links"]
