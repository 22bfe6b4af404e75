"""Checks located values, and returns records and diagnostics. Pure: no files, no clock."""

from generator.validate.date_hints import date_hint
from generator.validate.record_validation import validate
from generator.validate.rules.active_html import check_html_files
from generator.validate.rules.assets import check_assets
from generator.validate.rules.branding import nearest_readable_colour
from generator.validate.rules.languages import check_theme_language
from generator.validate.rules.personal_data import check_documents, check_pictures
from generator.validate.schema import validate_model
from generator.validate.vocabulary_names import type_hint

__all__ = [
    "check_assets",
    "check_documents",
    "check_html_files",
    "check_pictures",
    "check_theme_language",
    "date_hint",
    "nearest_readable_colour",
    "type_hint",
    "validate",
    "validate_model",
]
