"""Reads folders into located values. The only stage that opens source files, and the only one that parses YAML."""

from generator.read.clean_text_cache import CleanTextCache
from generator.read.code_version import compute_code_version
from generator.read.content_files import list_content_files, templates_of
from generator.read.document_files import facts_of_file, hidden_metadata
from generator.read.document_texts import document_texts, placed_texts, searched_texts
from generator.read.earlier_records import with_earlier_records
from generator.read.image_gps import pictures_with_places
from generator.read.pdf_cache import texts_of
from generator.read.private_folder import merge_private_workflow
from generator.read.project import CONFIGURATION, PLACEHOLDER_URL, Project, find_project
from generator.read.published_folders import find_published, hidden_assets
from generator.read.record_cache import ReadCache
from generator.read.record_text import parse_text
from generator.read.site_folder import SiteFolder, open_cache, read_site
from generator.read.site_url import problem_of_site_url
from generator.read.unsaved_record import UnsavedRecord
from generator.read.vocabulary_packs import with_packs
from generator.read.yaml_nodes import read_nodes

__all__ = [
    "CONFIGURATION",
    "PLACEHOLDER_URL",
    "CleanTextCache",
    "Project",
    "ReadCache",
    "SiteFolder",
    "UnsavedRecord",
    "compute_code_version",
    "document_texts",
    "facts_of_file",
    "find_project",
    "find_published",
    "hidden_assets",
    "hidden_metadata",
    "list_content_files",
    "merge_private_workflow",
    "open_cache",
    "parse_text",
    "pictures_with_places",
    "placed_texts",
    "problem_of_site_url",
    "read_nodes",
    "read_site",
    "searched_texts",
    "templates_of",
    "texts_of",
    "with_earlier_records",
    "with_packs",
]
