"""Watch, build again what changed, serve, reload the browser."""

from generator.serve.current_build import Showing
from generator.serve.rebuild_loop import Update, follow
from generator.serve.server import PreviewServer

__all__ = ["PreviewServer", "Showing", "Update", "follow"]
