"""The values passed to each template: plain text, numbers, lists and dicts, all of them publishable."""
