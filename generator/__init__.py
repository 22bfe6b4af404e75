"""The reviews library: records of safeguarding learning in, a public site out. Start at `commands/build.py`."""

__version__ = "0.1.0"
