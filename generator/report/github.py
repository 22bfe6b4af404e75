"""Diagnostics as annotations of a GitHub workflow, which shows the first ten of each kind."""

from __future__ import annotations

from generator.diagnostics import CATALOGUE, Diagnostic, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: tuple[Diagnostic, ...]) -> str:
    """Return one workflow command per line, escaped as the runner requires."""
    return "\n".join(map(_command, findings))


def _command(each: Diagnostic) -> str:
    properties = {"title": f"{each.code} {CATALOGUE[each.code].title}"}
    if each.location is not None:
        properties["file"] = each.location.file
        if each.location.line is not None:
            properties["line"] = str(each.location.line)
        if each.location.column is not None:
            properties["col"] = str(each.location.column)
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = each.message if each.hint is None else f"{each.message}. Hint: {each.hint}"
    return f"::{_LEVEL[each.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
