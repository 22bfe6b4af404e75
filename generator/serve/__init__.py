"""Watches the files, rebuilds what changed, serves the site and reloads the browser."""

from generator.serve.access_key import load_or_create_key
from generator.serve.current_build import CurrentBuild
from generator.serve.rebuild_loop import Rebuild, rebuild_on_change
from generator.serve.server import PreviewHandler, PreviewServer
from generator.serve.unsaved_text import UnsavedText

__all__ = [
    "CurrentBuild",
    "PreviewHandler",
    "PreviewServer",
    "Rebuild",
    "UnsavedText",
    "load_or_create_key",
    "rebuild_on_change",
]
