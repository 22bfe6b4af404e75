"""Folders in; located values out. The only stage that opens source files, and the only one that knows YAML."""

from generator.read.code_version import code_version
from generator.read.project import Project, find_project
from generator.read.site_folder import SiteFolder, read_site

__all__ = ["Project", "SiteFolder", "code_version", "find_project", "read_site"]
