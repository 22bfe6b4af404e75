"""The steps of a review around its publication: where a case stands, what is due, what is withdrawn or handed on."""
