"""Fixtures of the tests of commands."""

from tests.installed import installed, sources, wheel

__all__ = ["installed", "sources", "wheel"]
