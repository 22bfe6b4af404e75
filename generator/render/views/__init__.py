"""What each template is given: plain text, numbers, lists and dicts, and nothing that may not be published."""
