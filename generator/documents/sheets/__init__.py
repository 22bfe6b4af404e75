"""Briefings as sheets of paper. The only place that knows Typst."""
