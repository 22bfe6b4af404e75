"""Answers requests about imports: which page an address below `/_edit/import` has, and where a post leads."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from generator.form_server.imports.import_pages import KINDS, ImportPages
from generator.form_server.imports.import_views import ImportList, ImportPage, QuestionPage, WrittenImport
from generator.form_server.kept_results import KeptResults
from generator.form_server.multipart import PostedForm
from generator.form_server.pages import PageMaker
from generator.form_server.reply import Reply

PREFIX: Final = "import"
"""The first part of the addresses that are answered here."""


class ImportRequests:
    """The pages about the imports of one site."""

    def __init__(self, imports: ImportPages, pages: PageMaker) -> None:
        self._imports = imports
        self._pages = pages
        self._written: KeptResults[WrittenImport] = KeptResults()

    def get(self, path: str) -> Reply:
        """Answer a request for a page."""
        match path.split("/"):
            case ["import"]:
                return self._shown(self._imports.list())
            case ["import", identity]:
                return self._shown(self._imports.show(identity))
            case ["import", identity, "written", result]:
                written = self._written.find(result)
                plan = self._imports.show(identity)
                if written is None or written.id != identity or plan is None:
                    # The plan shows which drafts were written, and what is next.
                    return Reply(goes_to=f"import/{identity}") if plan is not None else self._missing()
                return self._shown(replace(plan, done=written.done, filled=written.filled))
            case ["import", identity, "check"]:
                page = self._imports.question(identity)
                if page is None and self._imports.show(identity) is not None:
                    return Reply(goes_to=f"import/{identity}")
                return Reply(goes_to=f"import/{identity}/check/{page.number}") if page else self._missing()
            case ["import", identity, "check", number] if number.isdecimal() and len(number) < 6:
                return self._shown(self._imports.question(identity, int(number)))
        return self._missing()

    def post(self, path: str, posted: PostedForm) -> Reply:
        """Take a posted form."""
        match path.split("/"):
            case ["import"]:
                added = self._imports.add(posted)
                return Reply(goes_to=f"import/{added}") if isinstance(added, str) else self._shown(added)
            case ["import", identity] if posted.get("do") == "remove":
                self._imports.remove(identity)
                return Reply(goes_to="import")
            case ["import", identity] if posted.get("do") in ("write", "write-without"):
                result = self._imports.write(identity, posted)
                if not isinstance(result, WrittenImport):
                    return self._shown(result)
                return Reply(goes_to=f"import/{identity}/written/{self._written.keep(result)}")
            case ["import", identity, "check", number] if number.isdecimal() and len(number) < 6:
                answered = self._imports.answer(identity, int(number), posted)
                if isinstance(answered, int):
                    end = f"/check/{answered}" if answered else "?checked=yes"
                    return Reply(goes_to=f"import/{identity}{end}")
                return self._shown(answered)
        return self._missing()

    def _shown(self, page: ImportList | ImportPage | QuestionPage | None) -> Reply:
        match page:
            case ImportList():
                return Reply(self._pages.render("import.html", page=page, kinds=KINDS))
            case ImportPage():
                return Reply(self._pages.render("import_plan.html", page=page))
            case QuestionPage():
                return Reply(self._pages.render("import_question.html", page=page))
        return self._missing()

    def _missing(self) -> Reply:
        return Reply(self._pages.missing(), status=404)
