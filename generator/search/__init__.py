"""The finished site in; an index that a browser can search, pages and the pages of PDFs. Knows Pagefind."""
