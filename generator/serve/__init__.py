"""Watch, build again what changed, serve, reload the browser."""

from generator.serve.current_build import CurrentBuild
from generator.serve.rebuild_loop import Rebuild, follow
from generator.serve.server import PreviewServer

__all__ = ["CurrentBuild", "PreviewServer", "Rebuild", "follow"]
