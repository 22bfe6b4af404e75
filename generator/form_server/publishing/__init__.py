"""Publish and Undo in the forms."""
