"""Makes an index that a browser can search, from pages and the texts of PDFs. Only this package uses Pagefind."""

from generator.search.index import index_site, newest_index
from generator.search.search_vocabulary import SearchVocabulary, field_words
from generator.search.searchable_texts import SearchableDocument, SearchablePage, searchable_documents

__all__ = [
    "SearchVocabulary",
    "SearchableDocument",
    "SearchablePage",
    "field_words",
    "index_site",
    "newest_index",
    "searchable_documents",
]
