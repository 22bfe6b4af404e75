"""Forms in a browser on this machine, for people who know neither YAML nor git, next to the preview of the site."""

from generator.form_server.edit_server import EditServer

__all__ = ["EditServer"]
