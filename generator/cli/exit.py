"""Ends a command before it has done anything."""

from __future__ import annotations

from typing import NoReturn

import click


def end_command(reason: str, status: int = 2) -> NoReturn:
    """Print why a command could not run, and end it with its exit status."""
    click.echo(f"library: {reason}", err=True)
    raise SystemExit(status)
