"""Finished pages and the texts of PDFs in; an index that a browser can search out. Knows Pagefind."""

from generator.search.index import index_site, newest_index
from generator.search.subjects import SearchableDocument, SearchablePage, searchable_documents

__all__ = ["SearchableDocument", "SearchablePage", "index_site", "newest_index", "searchable_documents"]
