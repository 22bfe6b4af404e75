"""What was removed from a copy. It is separate, so that commands that open no PDF need not import pypdf."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SanitiseCounts:
    """The number of removed entries of each kind. The content is never reported, because it may be confidential."""

    properties: int
    """Document properties, in the document information and in XMP."""

    comments: int
    files: int
    scripts: int
    """Scripts, media, and actions that run something."""

    pictures_properties: int
    """Properties of images and pages."""
