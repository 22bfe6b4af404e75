"""Word files: their printed text as blocks, what each file is, and the records that it gives."""
