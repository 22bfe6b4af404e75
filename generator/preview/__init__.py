"""Watch, build again what changed, serve, reload the browser."""

from generator.preview.follow import Update, follow
from generator.preview.server import PreviewServer
from generator.preview.showing import Showing

__all__ = ["PreviewServer", "Showing", "Update", "follow"]
