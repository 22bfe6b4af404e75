"""PDFs looked into, cleaned and pictured, in a process with limits. The only floor that knows pypdf and PDFium."""
