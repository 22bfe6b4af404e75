"""A Library in; the same with the files that readers take away: clean copies, print sheets, pictures of first pages."""

from generator.documents.preparation import with_documents

__all__ = ["with_documents"]
