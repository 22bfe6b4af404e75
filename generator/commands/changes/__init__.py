"""Changes of records that are planned, shown in words, then written or taken back as a whole."""
