"""Inspects and cleans Office files, pictures, films and recordings. It takes bytes and opens no files."""

from generator.file_cleaning.office_cleaning import OfficeCleaningError, clean_office_file, inspect_office_file
from generator.file_cleaning.office_finding import OfficeFinding
from generator.file_cleaning.office_text import PlacedText, visible_texts
from generator.file_cleaning.pictures import clean_picture, is_svg, properties_kept
from generator.file_cleaning.recordings import RecordingError, clean_recording, properties_of_recording

__all__ = [
    "OfficeCleaningError",
    "OfficeFinding",
    "PlacedText",
    "RecordingError",
    "clean_office_file",
    "clean_picture",
    "clean_recording",
    "inspect_office_file",
    "is_svg",
    "properties_kept",
    "properties_of_recording",
    "visible_texts",
]
