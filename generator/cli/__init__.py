"""Arguments in, text and exit status out; nothing else."""

from generator.cli.main import main

__all__ = ["main"]
