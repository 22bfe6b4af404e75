"""A Library in; the same with the files that readers take away: clean copies, print sheets, pictures of first pages."""

from generator.documents.preparation import prepare_documents

__all__ = ["prepare_documents"]
