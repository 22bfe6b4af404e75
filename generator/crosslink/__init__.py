"""Builds one Library from the records, linked both ways, with only what is public today. Pure: no I/O."""

from generator.crosslink.library import crosslink

__all__ = ["crosslink"]
