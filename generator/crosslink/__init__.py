"""Records in; one Library out, linked both ways, holding only what is public today. Pure."""

from generator.crosslink.library import crosslink

__all__ = ["crosslink"]
