"""Adds the files for readers to a Library: clean copies, print sheets and pictures of first pages."""

from generator.documents.cleaned_files import CLEANED_ASSETS, clean_assets
from generator.documents.preparation import prepare_documents

__all__ = ["CLEANED_ASSETS", "clean_assets", "prepare_documents"]
