"""The process that runs Typst, which ends its whole process if it gets no memory.

It is started by its path and imports only Typst, because importing the generator takes longer than setting a sheet.
"""

import base64
import json
import os
import sys
from typing import Any

import typst

_NO_TIME = 0
"""The time that is passed to Typst. It is fixed, so that equal records give equal bytes on any day."""

_POINTS_TO_AN_INCH = 72.0


def main(templates: str, fonts: str) -> None:
    """Read requests, `{"template": ..., "data": ..., "is_picture": ...}`, and answer each with files or a fault."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    compiler = typst.Compiler(root=templates, font_paths=[fonts], ignore_system_fonts=True)
    for line in sys.stdin:
        request = json.loads(line)
        request["template"] = f"{templates}/{request['template']}.typ"
        try:
            answer = _draw(compiler, request) if request["is_picture"] else _print(compiler, request)
        except typst.TypstError as fault:
            answer = {"fault": fault.message}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _print(compiler: typst.Compiler, request: dict[str, Any]) -> dict[str, Any]:
    pdf = compiler.compile(
        input=request["template"],
        format="pdf",
        sys_inputs={"data": request["data"]},
        pdf_standards=["ua-1"],
        timestamp=_NO_TIME,
    )
    pages = json.loads(compiler.query("<pages>", field="value", one=True))
    return {"files": _encoded(pdf), "pages": pages}


def _draw(compiler: typst.Compiler, request: dict[str, Any]) -> dict[str, Any]:
    """Set each page as a PNG, with one pixel for each point."""
    png = compiler.compile(
        input=request["template"], format="png", ppi=_POINTS_TO_AN_INCH, sys_inputs={"data": request["data"]}
    )
    return {"files": _encoded(png)}


def _encoded(files: bytes | list[bytes] | None) -> list[str]:
    """Return the files as text. Typst returns a list if there are several."""
    return [base64.b64encode(each).decode() for each in ([files] if isinstance(files, bytes) else files or ())]


if __name__ == "__main__":
    main(*sys.argv[1:])
