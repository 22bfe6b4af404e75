"""Folders in; located values out. The only stage that opens source files, and the only one that knows YAML."""

from generator.read.beside import files_beside, templates_of
from generator.read.cache import ReadCache
from generator.read.clean_words import CleanWords
from generator.read.code_version import code_version
from generator.read.pdf_facts import texts_of, texts_of_file
from generator.read.picture_places import pictures_with_places
from generator.read.private_folder import lay_private
from generator.read.project import CONFIGURATION, Project, find_project
from generator.read.published_folders import find_published, hidden_assets
from generator.read.reread import reread
from generator.read.site_folder import SiteFolder, open_cache, read_site

__all__ = [
    "CONFIGURATION",
    "CleanWords",
    "Project",
    "ReadCache",
    "SiteFolder",
    "code_version",
    "files_beside",
    "find_project",
    "find_published",
    "hidden_assets",
    "lay_private",
    "open_cache",
    "pictures_with_places",
    "read_site",
    "reread",
    "templates_of",
    "texts_of",
    "texts_of_file",
]
