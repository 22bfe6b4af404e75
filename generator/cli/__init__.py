"""Arguments in, text and exit status out; nothing else."""

import os

# pydantic would look through every installed package for plugins at each start; this command has none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from generator.cli.main import main

__all__ = ["main"]
