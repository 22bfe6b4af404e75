"""Import in the forms: the pages that turn an old listing page or a Word file into drafts."""
