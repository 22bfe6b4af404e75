"""A few answers in; a new record to edit out."""
