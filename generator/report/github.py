"""Diagnostics as annotations of a GitHub workflow, which shows the first ten of each kind."""

from __future__ import annotations

from generator.diagnostics import CATALOGUE, Diagnostic, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: tuple[Diagnostic, ...]) -> str:
    """Return one workflow command per line, escaped as the runner requires."""
    return "\n".join(map(_command, findings))


def _command(finding: Diagnostic) -> str:
    properties = {"title": f"{finding.code} {CATALOGUE[finding.code].title}"}
    if finding.location is not None:
        properties["file"] = finding.location.file
        if finding.location.line is not None:
            properties["line"] = str(finding.location.line)
        if finding.location.column is not None:
            properties["col"] = str(finding.location.column)
    attributes = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = finding.message if finding.hint is None else f"{finding.message}. Hint: {finding.hint}"
    return f"::{_LEVEL[finding.severity]} {attributes}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
