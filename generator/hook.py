"""MkDocs' hook: plain `mkdocs build` and `mkdocs serve` pour the records into the pages that the engine has built."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pipeline import Request, Result, inspect, pour_into
from generator.report import report

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_pre_build(config: MkDocsConfig) -> None:
    """Stops before the engine empties its output folder when the records have errors."""
    _stop_on_errors(inspect(_request(config)))


def on_post_build(config: MkDocsConfig) -> None:
    """Pours the records into the pages that the engine has just written."""
    _stop_on_errors(pour_into(_request(config), Path(config.site_dir)))


def _request(config: MkDocsConfig) -> Request:
    return Request(Path(config.config_file_path or "mkdocs.yml").parent, date.today())


def _stop_on_errors(result: Result) -> None:
    if result.failed:
        print(report(result.diagnostics), file=sys.stderr)
        raise SystemExit(1)
