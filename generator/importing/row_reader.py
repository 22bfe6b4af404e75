"""Reads a row of a table or of a CSV file: the case, its type and date, and its documents."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.importing.case_book import CaseBook
from generator.importing.entries import EntryReader
from generator.importing.found import FoundCase
from generator.importing.labels import Label, subject_of_thematic_review, understand
from generator.importing.link_words import is_generic
from generator.importing.listing import BOLD_LEVEL, Block, Cell, Link
from generator.importing.names import parse_names
from generator.importing.phrases import Phrases
from generator.importing.printed_dates import PrintedDate, find_dates
from generator.importing.row_columns import Column, column_of, is_date_of_publication, name_column, title_column
from generator.importing.states import PrintedState, find_state_in_column, find_state_of_cell, says_offered

_ROW_LEVEL = BOLD_LEVEL + 2


class RowReader:
    """Reads rows. A row without a name belongs to the case of the row above."""

    def __init__(self, book: CaseBook, entries: EntryReader, phrases: Phrases) -> None:
        self._book = book
        self._entries = entries
        self._phrases = phrases
        self._file = ""
        self._above: FoundCase | None = None

    def read(self, block: Block) -> None:
        """Read one row."""
        if block.place.file != self._file:
            self._file, self._above = block.place.file, None
        named = self._name_column(block)
        columns = [
            (Column.NAME if place == named else self._column(cell), cell) for place, cell in enumerate(block.cells)
        ]
        outer = self._book.current
        label = self._facts(columns, block)
        has_name_column = any(column is Column.NAME for column, _ in columns)
        is_continued = not any(cell.text for column, cell in columns if column is Column.NAME)
        if label.name:
            case: FoundCase | None = self._begin(label, block)
        elif is_continued and self._above is not None and not self._is_on_topic(columns):
            case = self._above
        else:
            case = None if has_name_column else outer
        self._book.current = case
        columns = self._with_kinds(self._with_series(columns, case))
        for column, cell in columns:
            self._read_cell(column, cell, block, case, label)
            if column is Column.DATE and cell.text and case is not None and not self._is_understood_date(cell.text):
                case.not_understood.append((cell.text, block.place))
            if column is Column.STATE and case is not None and not self._is_understood_state(cell.text):
                case.not_understood.append((cell.text, block.place))
        state = label.state
        if state is not None and case is not None:
            self._apply(state, case, block)
        self._above = case
        self._book.current = outer if case is None else None
        if case is None and not any(cell.links for cell in block.cells) and block.text:
            self._book.add_prose(block.text, block.place)

    def _name_column(self, block: Block) -> int | None:
        headers = [cell.header for cell in block.cells]
        named = name_column(headers)
        types = [cell for cell in block.cells if column_of(cell.header) is Column.TYPE]
        if named is None and any(understand(cell.text, self._phrases).types for cell in types):
            # "Title | Category | Attachments": a row whose category is a type of review has the title of a review.
            return title_column(headers)
        return named

    def _is_on_topic(self, columns: list[tuple[Column, Cell]]) -> bool:
        """Return True for a row without a name that lists a briefing on a topic: it may belong to no case."""
        return any(
            understand(cell.text, self._phrases).topic
            or (column is Column.TYPE and understand(cell.text, self._phrases).series)
            for column, cell in columns
        )

    def _is_understood_date(self, text: str) -> bool:
        found = find_dates(text, self._phrases.latest_year) or find_state_of_cell(text)
        return bool(found) or not re.search(r"\d", text)

    def _is_understood_state(self, text: str) -> bool:
        return bool(says_offered(text) or find_state_in_column(text) or understand(text, self._phrases).kinds)

    def _with_series(self, columns: list[tuple[Column, Cell]], case: FoundCase | None) -> list[tuple[Column, Cell]]:
        """Return the columns of a row whose type is a series of briefings with that series in each label."""
        of_type = next((cell.text for column, cell in columns if column is Column.TYPE), "")
        series = understand(of_type, self._phrases).series
        if case is not None or not series:
            return columns
        return [
            (column, replace(cell, links=tuple(self._named(link, of_type, series) for link in cell.links)))
            if column is Column.LABEL
            else (column, cell)
            for column, cell in columns
        ]

    def _with_kinds(self, columns: list[tuple[Column, Cell]]) -> list[tuple[Column, Cell]]:
        """Return the columns with the kind of document in place of the name of its file, if another cell has the kind.

        "sian.pdf" in the column of files is a report if the column of notes says "Report".
        """
        says = next(
            (
                cell
                for column, cell in columns
                if column in (Column.STATE, Column.OTHER)
                and not cell.links
                and understand(cell.text, self._phrases).kinds
            ),
            None,
        )
        files = [cell for column, cell in columns if column is Column.LABEL and cell.links]
        if says is None or not files or any(self._names_document(link) for cell in files for link in cell.links):
            return columns
        named = {
            id(cell): replace(cell, text=says.text, links=tuple(replace(link, text=says.text) for link in cell.links))
            for cell in files
        }
        return [(column, named.get(id(cell), cell)) for column, cell in columns if cell is not says]

    def _names_document(self, link: Link) -> bool:
        label = understand(link.text, self._phrases)
        is_file = re.search(r"\.[a-z]{3,4}$", link.text, re.IGNORECASE) is not None
        return bool(label.series or set(label.kinds) - ({"report"} if is_file else set()))

    def _named(self, link: Link, of_type: str, series: str) -> Link:
        is_named = understand(link.text, self._phrases).series == series
        return link if is_named else replace(link, text=f"{of_type}: {link.text}")

    def _column(self, cell: Cell) -> Column:
        if cell.header:
            column = column_of(cell.header)
            names_type = column in (Column.OTHER, Column.NOT_READ) and understand(cell.header, self._phrases).types
            return Column.NAME if names_type else column
        label = understand(cell.text, self._phrases)
        if cell.links:
            return Column.NAME if label.names and not (label.kinds or label.series) else Column.LABEL
        if label.kinds or label.series:
            return Column.LABEL
        if label.names:
            return Column.NAME
        if label.types or label.unknown_type:
            return Column.TYPE
        if label.date:
            return Column.DATE
        return Column.STATE if label.state else Column.OTHER

    def _facts(self, columns: list[tuple[Column, Cell]], block: Block) -> Label:
        """Return what the cells of a row say about its case."""
        facts = Label(block.text)
        # "Date of report" next to "Date published" is another date.
        has_publication = any(is_date_of_publication(cell.header) for column, cell in columns if column is Column.DATE)
        for column, cell in columns:
            label = understand(cell.text, self._phrases)
            if column is Column.NAME and cell.text and not facts.name:
                name = cell.text.strip(" '\"‘’“”")  # noqa: RUF001
                names = label.names or (parse_names(name) or (name,) if len(name.split()) <= 8 else ())
                is_title = bool(label.kinds or label.series) and not label.names
                subject = subject_of_thematic_review(label)
                if subject:
                    facts = replace(facts, names=(subject,), name=subject, is_certain_name=True)
                elif names and not is_title:
                    facts = replace(facts, names=names, name=label.name or name, is_certain_name=True)
            if column in (Column.NAME, Column.TYPE) and (label.types or label.unknown_type):
                facts = replace(facts, types=facts.types or label.types, unknown_type=label.unknown_type)
            elif column is Column.NAME and cell.text and not facts.types:
                facts = replace(facts, types=understand(cell.header, self._phrases).types)
            elif column is Column.TYPE and cell.text and not facts.types:
                facts = replace(facts, unknown_type=cell.text)
            date = self._date_of(column, cell, label)
            if date is not None and (not has_publication or is_date_of_publication(cell.header)):
                facts = replace(facts, date=facts.date or replace(date, is_publication=True))
            if column in (Column.STATE, Column.DATE) and cell.text and facts.state is None:
                find = find_state_in_column if column is Column.STATE else find_state_of_cell
                facts = replace(facts, state=find(cell.text))
        if not any(column is Column.NAME for column, _ in columns):
            facts = self._facts_of_labels(facts, columns)
        return facts

    def _date_of(self, column: Column, cell: Cell, label: Label) -> PrintedDate | None:
        """Return the date of publication in a cell. Only a column of dates may have years of two digits."""
        if column is Column.DATE:
            return next(iter(find_dates(cell.text, self._phrases.latest_year)), None)
        return label.date if column is Column.NAME else None

    def _facts_of_labels(self, facts: Label, columns: list[tuple[Column, Cell]]) -> Label:
        """Return the facts with the name that the labels of a row give, if they all give the same."""
        labels = [understand(link.text, self._phrases) for _, cell in columns for link in cell.links]
        names = {label.name for label in labels if label.names and not label.topic}
        first = next((label for label in labels if label.name in names), None)
        if first is None or len(names) != 1 or not (first.types or first.is_certain_name or facts.types or facts.date):
            return facts
        return replace(
            facts, names=first.names, name=first.name, is_certain_name=True, types=facts.types or first.types
        )

    def _begin(self, label: Label, block: Block) -> FoundCase:
        known = self._book.find(label.name)
        is_row = known is not None and known.level == _ROW_LEVEL and known.place.file == block.place.file
        if known is not None and is_row and (not label.types or not known.types or set(label.types) & set(known.types)):
            # Each document of a case has a row: the date of a later row is the date of that document.
            self._book.add_facts(known, replace(label, date=None, state=None), block.place)
            if label.date is not None and (known.published is None or label.date.date.iso < known.published.iso):
                known.published, known.date_printed = label.date.date, label.printed
            return known
        return self._book.begin(replace(label, state=None), block.place, _ROW_LEVEL)

    def _read_cell(self, column: Column, cell: Cell, block: Block, case: FoundCase | None, facts: Label) -> None:
        is_label = column in (Column.LABEL, Column.OTHER)
        place = replace(block, text=cell.text, links=cell.links)
        before = len(case.documents) if case is not None else 0
        for link in cell.links:
            text = link.text
            if is_generic(text):
                rest = cell.text.replace(text, " ").strip(" -:()")
                text = rest if rest and not is_generic(rest) else cell.header or text
            if column is Column.NAME and not understand(text, self._phrases).kinds:
                text = f"{text} report" if "report" in self._phrases.vocabulary.document_kind else text
            self._entries.read(
                Link(text, link.address), replace(place, links=(Link(text, link.address),), text=text)
            ) if (link.address) else self._entries.read_label(text, "", place, case)
        if not cell.links and is_label and cell.text:
            label = understand(cell.text, self._phrases)
            if label.kinds or label.series:
                self._entries.read_label(cell.text, "", place, case)
            elif label.state is not None and case is not None and facts.state is None:
                self._apply(label.state, case, block)
            elif case is not None:
                case.not_understood.append((cell.text, block.place))
        if case is not None and facts.date is not None and case.published not in (None, facts.date.date):
            for document in case.documents[before:]:
                document.date = document.date or facts.date.date

    def _apply(self, state: PrintedState, case: FoundCase, block: Block) -> None:
        """Say of the row's document what its state is; without a document, of the case."""
        here = [each for each in case.documents if each.place == block.place]
        for each in here:
            each.state = each.state or state
        if not here and case.state is None and not any(each.place == block.place for each in case.briefings):
            case.state = state
            case.doubt("state", block.text, block.place, state.state, "a person has to decide what readers may see")
