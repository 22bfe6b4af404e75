"""Describes, in words for an editor, the exceptions that do not end the preview."""

from __future__ import annotations

import traceback

from generator.diagnostics import Diagnostic, rule


def reason_of(error: Exception) -> str:
    """Return what went wrong, in one line: `No space left on device (content/pages)` or `KeyError: 'title'`."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} ({error.filename})" if error.filename else error.strerror
    name = type(error).__name__
    return f"{name}: {error}" if str(error) else name


def traceback_of(error: Exception) -> str:
    """Return the traceback for a maintainer. Empty for a fault of the machine, such as a full disk."""
    return "" if isinstance(error, OSError) else "".join(traceback.format_exception(error))


def rebuild_failure(error: Exception) -> Diagnostic:
    """Return the diagnostic S019 for an exception that stopped a build."""
    hint = "look at the files that you changed last, the free space on the disk and the access rights, then save again"
    if not isinstance(error, OSError):
        hint = (
            "undo the last change and save again; "
            "send the lines above this message in the terminal to the person who maintains the library"
        )
    return rule("S019").diagnostic(f"the preview could not rebuild the site: {reason_of(error)}", hint=hint)
