"""Each usual typing mistake is reported at its line, with what to type in its place. Rowan and Ashdale are invented."""

from __future__ import annotations

from typing import Final

import pytest

from generator.diagnostics import Diagnostic
from generator.model import FileInfo, RawRecord, Source
from generator.read.vocabulary_packs import with_packs
from generator.read.yaml_loader import load
from generator.validate import validate

from .conftest import FILES, SMALL, TODAY

CASE: Final = "content/cases/rowan/case.yml"
BRIEFING: Final = "briefings/checking-in/briefing.yml"
WORDS: Final = "content/vocabulary.yml"
WHO: Final = "content/partnership.yml"
REDIRECTS: Final = "content/redirects.yml"
ITEM: Final = "- A worry that is written down can be passed on."
PROGRESS: Final = "{date: 2023, status: Complete, text: It was done.}"
DOCUMENT: Final = "  - {kind: report, availability: on-request}\n"


def findings_with(changed: str, old: str, new: str) -> tuple[Diagnostic, ...]:
    """Return the findings of the small site after a text in one of its files is replaced."""
    files = {**{name: (kind, file) for name, (kind, file) in FILES.items()}, "redirects": ("redirects", REDIRECTS)}
    raws: list[RawRecord] = []
    unreadable: list[tuple[str, str]] = []
    findings: list[Diagnostic] = []
    for name, (kind, file) in files.items():
        path = SMALL / file
        text = path.read_text(encoding="utf-8") if path.exists() else "redirects: []\n"
        if file == changed:
            assert old in text
            text = text.replace(old, new, 1)
        loaded = load(Source(file, text))
        findings += loaded.diagnostics
        if loaded.value is None:
            unreadable.append((kind, name))
        else:
            record = RawRecord(kind, name, Source(file, text), *loaded.value)
            raws.append(with_packs(record).value or record if kind == "vocabulary" else record)
    named_files = {
        ("content/cases/rowan", name): FileInfo(f"content/cases/rowan/{name}") for name in ("a.pdf", "b.pdf")
    }
    return (*findings, *validate(raws, unreadable, (), named_files, TODAY).diagnostics)


MISTAKES: Final = {
    # 1: names of vocabulary entries in place of ids
    "the name of a type": (CASE, "type: cspr", "type: Child Safeguarding Practice Review", "R205", 3,
        '"type" is not an id', 'write cspr for "Child Safeguarding Practice Review"'),
    "the abbreviation of a type": (CASE, "type: cspr", "type: CSPR",
        "R205", 3, '"type" is not an id', "write cspr for"),
    "a type with a small mistake": (CASE, "type: cspr", "type: Child Safeguarding Practise Review", "R205", 3,
        '"type" is not an id', "write cspr for"),
    "the name of a theme": (CASE, "[early-help]", "Early Help", "R203", 15,
        '"themes" is text and should be a list', "write themes: [early-help]"),
    "two names of themes": (CASE, "[early-help]", "Early help, Professional curiosity", "R203", 15,
        '"themes" is text', "write themes: [early-help, professional-curiosity]"),
    "the name of a harm as a theme": (CASE, "themes: [early-help]", "themes: Neglect", "R203", 15,
        '"themes" is text', '"Neglect" is a harm: move it to harms: [child-neglect]'),
    "the name of a harm in a list of themes": (CASE, "[early-help]", "[Neglect]", "R205", 15,
        '"themes" item 1 is not an id', '"Neglect" is a harm: move it to harms: [child-neglect]'),
    "the id of a harm as a theme": (CASE, "[early-help]", "[child-neglect]", "V302", 15,
        "unknown theme", '"Neglect" is a harm: move it to harms: [child-neglect]'),
    "the name of a document kind": (CASE, "kind: report", "kind: Report", "R205", 17,
        '"documents" item 1 "kind" is not an id', 'write report for "Report"'),
    "the name of a kind of notice": ("content/notices/new-tool.yml", "kind: update", "kind: Update", "R205", None,
        '"kind" is not an id', 'write update for "Update"'),
    "an audience that is like none": ("briefings/checking-in/briefing.yml", "themes: [early-help]",
        "themes: [early-help]\naudience: [social workers]", "R205", None,
        '"audience" item 1 is not an id', "one of: parents-and-carers, professionals; new ones are added in"),
    "a kind of notice that is like none": ("content/notices/new-tool.yml", "kind: update", "kind: News item", "R205",
        None, '"kind" is not an id', "one of: tool, update; new ones are added in"),
    "a theme that is like none": (CASE, "[early-help]", "Domestic Abuse", "R203", 15,
        '"themes" is text', "write the ids in brackets, [one, two]; one of: early-help, professional-curiosity"),
    "a list of changes as text": ("content/notices/new-tool.yml", "kind: update", "kind: update\nchanges: moved",
        "R203", 4, '"changes" is text and should be a list', "write - {date: "),
    "a day that a month does not have": (CASE, "published: 2022-09", "published: 2026-11-31", "R204", 4,
        "November 2026 has no day 31", "November 2026 has 30 days; write 2026-11 if only the month is known"),
    "bullets in one text": (CASE, f"  {ITEM}", "  \u2022 Nobody asked\n  \u2022 Nobody looked", "R203", None,
        "this is a bullet", "before each item: - Nobody asked"),
    "a special space after a type": (CASE, "type: cspr", "type: cspr\u00a0", "R205", 3,
        '"cspr\u00a0"', 'write cspr for "cspr\u00a0"'),
    "two ids with a space between them": (CASE, "[early-help]", "[early-help professional-curiosity]", "R205", 15,
        '"themes" item 1 is not an id', "these are 2 items, so write a comma between them: early-help, professional-c"),
    "two ids with a semicolon between them": (CASE, "[early-help]", "[early-help; professional-curiosity]", "R205", 15,
        '"themes" item 1 is not an id', "these are 2 items, so write a comma between them: early-help, professional-c"),
    "a word in place of a list that is like none": ("briefings/checking-in/briefing.yml", "themes: [early-help]",
        "themes: [early-help]\naudience: all", "R203", None,
        '"audience" is text and should be a list', "one of: parents-and-carers, professionals; new ones are added in"),
    "an id in brackets": (BRIEFING, "title: Checking In", "title: [Checking In]", "R203", None,
        '"title" is a list and should be text', "write it alone: title: Checking In"),
    "an id as a field": (CASE, "briefings: [checking-in]", "briefings:\n  - checking-in\n  - id: checking-in",
        "R203", None, '"briefings" item 2 is a field and should be text', "write it alone: - checking-in"),
    "a file in place of an id": (CASE, "briefings: [checking-in]", "briefings: [checking-in, checking-in.pdf]",
        "R205", None, '"briefings" item 2 is not an id: "checking-in.pdf"',
        'use small letters, digits and hyphens: "checking-in"'),
    "a file in place of a document": (CASE, DOCUMENT, "  - a.pdf\n", "R203", 17,
        '"documents" item 1 is text and should be fields', "write - {kind: report, file: a.pdf}"),
    "no name": (CASE, "name: Rowan", "name:", "R203", 2,
        '"name" is empty and should be text', "write it after the colon"),
    # fields of other programs
    "a date": (CASE, "published: 2022-09", "date: 2022-09", "R201", 4, 'unknown field "date"', 'write "published"'),
    "tags": (CASE, "themes: [early-help]", "tags: [early-help]", "R201", 15, 'unknown field "tags"', 'write "themes"'),
    "a description": (CASE, "summary: Rowan was", "description: Rowan was", "R201", 5,
        'unknown field "description"', 'write "summary"'),
    "a field that is like none": (CASE, "type: cspr", "type: cspr\nage: 4", "R201", 4,
        'unknown field "age"', "one of: about, "),
    # no space after the colon
    "no space after the first colon": (CASE, "name: Rowan", "name:Rowan", "Y101", 2,
        'the space after the colon of "name" is missing', "put a space after the colon: name: Rowan"),
    "no space after a colon": (CASE, "published: 2022-09", "published:2022-09", "Y101", 4,
        'the space after the colon of "published" is missing', "put a space after the colon: published: 2022-09"),
    # a # inside a text
    "a number sign": (CASE, "lived in Ashdale.", "lived in Ashdale, at house #2 of a row.", "R203", 5,
        '"#2 of a row." is left out, because a # begins a note', 'put the whole text in quotes: "Rowan was four'),
    # 2: a colon or an apostrophe inside { }
    "a colon inside braces": (CASE, DOCUMENT, "  - {kind: report, availability: on-request, reason: Part 1: not yet}\n",
        "Y101", 17, "a text with a colon inside { } has no double quotes", 'reason: "Part 1: not yet"'),
    "an apostrophe inside braces": (CASE, DOCUMENT,
        "  - {kind: report, availability: on-request, reason: 'The child's wish'}\n",
        "Y101", 17, "a text with an apostrophe inside { }", 'reason: "The child\'s wish"'),
    "a colon inside braces on two lines": (CASE, DOCUMENT,
        "  - {kind: report, availability: on-request,\n     reason: Part 1: not yet}\n",
        "Y101", 18, "a text with a colon inside { }", 'reason: "Part 1: not yet"'),
    "a bracket inside braces": (CASE, DOCUMENT, "  - {kind: report, reason: See [1] below}\n",
        "Y101", 17, "a text with a bracket inside { }", 'reason: "See [1] below"'),
    "an apostrophe in single quotes": (CASE, ITEM, "- 'The child's wish'", "Y101", 9,
        "this apostrophe ends the text, and more follows it", '"The child\'s wish"'),
    # 3: a comma inside { }
    "a comma inside braces": (CASE, DOCUMENT,
        "  - {kind: report, availability: on-request, reason: Corrected, see page 3}\n",
        "R201", 17, 'the comma before "see page 3" ends the text', 'reason: "Corrected, see page 3"'),
    # 4: a colon in a list item
    "a colon in an item": (CASE, ITEM, "- Lesson one: nobody asked", "R203", 9,
        'the colon after "Lesson one" makes a field of this line', '"Lesson one: nobody asked"'),
    "a colon at the end of an item": (CASE, ITEM, "- Ask this:", "R203", 9,
        'the colon after "Ask this" makes a field of this line', '"Ask this:"'),
    "a colon in a text": (CASE, "summary: Rowan was", "summary: Rowan: he was", "Y101", 5,
        "a colon followed by a space", 'summary: "Rowan: he was'),
    # 5: a quotation mark that is not closed
    "an open quotation mark": (CASE, "name: Rowan", 'name: "Rowan', "Y101", 2,
        "a quotation mark is opened here and never closed", 'add " at the end of this text'),
    "an open quotation mark above closed ones": (CASE, "name: Rowan\ntype: cspr", 'name: "Rowan\ntype: "cspr"',
        "Y101", 2,
        "a quotation mark is opened here and never closed", 'add " at the end of this text'),
    "an open quotation mark that another text closes": (CASE, "name: Rowan\ntype: cspr", 'name: "Rowan\ntype: cspr"',
        "Y101", 2, "a quotation mark is opened here and never closed", 'add " at the end of this text'),
    "an open single quotation mark in an item": (CASE, ITEM, "- 'A worry", "Y101", 9,
        "a quotation mark is opened here and never closed", "add ' at the end of this text"),
    "a straight mark closed by a curly one": (CASE, "name: Rowan", 'name: "Rowan\u201d', "Y101", 2,
        "a quotation mark is opened here and never closed", "curly one from Word"),
    # 6: curly quotes
    "a name in curly quotes": (CASE, "name: Rowan", "name: \u201cRowan\u201d", "R207", 2,
        '"name" is in curly quotes', 'type straight ones: "Rowan"'),
    "a name in single curly quotes": (CASE, "name: Rowan", "name: \u2018Rowan\u2019", "R207", 2,
        '"name" is in curly quotes', 'type straight ones: "Rowan"'),
    "an id in curly quotes": (CASE, "[early-help]", "[\u201cearly-help\u201d]", "R205", 15,
        '"themes" item 1 is not an id', 'type straight ones: "early-help"'),
    "a date in curly quotes": (CASE, "2022-09", "\u201c2022-09\u201d", "R204", 4, "is not a date",
        'type straight ones: "2022-09"'),
    "a colon in curly quotes": (CASE, "name: Rowan", "name: \u201cRowan: a child\u201d", "Y101", 2,
        "a colon followed by a space", 'type straight ones: name: "Rowan: a child"'),
    # 7: a # that begins a note
    "a colour": (WHO, "area: Ashdale",
        'area: Ashdale\ncolours:\n  brand: #5bc0de\n  brand_dark: "#5bc0de"\n  accent: "#333333"',
        "R203", 5, '"colours" "brand" is empty', 'put it in quotes: "#5bc0de"'),
    "an item that begins with a number sign": (CASE, ITEM, "- #1 Nobody asked", "R203", 9,
        '"learning" item 1 is empty', 'put it in quotes: "#1 Nobody asked"'),
    "an optional field that begins with a number sign": (CASE, "2022-09", "2022-09\nreviewer: #1", "R203", 5,
        '"reviewer" is empty, because a # begins a note', 'put it in quotes: "#1"'),
    # 8: a slash at the beginning of an address
    "a redirect with a slash": (REDIRECTS, "redirects: []", "redirects:\n  - {old: reviews/old/, new: /reviews/rowan/}",
        "R207", 2, '"redirects" item 1 "new" cannot be', "leave out the first slash: reviews/rowan/"),
    "an old address with a slash": (REDIRECTS, "redirects: []", "redirects:\n  - {old: /old/, new: reviews/rowan/}",
        "R207", 2, '"redirects" item 1 "old" cannot be', "leave out the first slash: old/"),
    "a web address without its beginning": (CASE, DOCUMENT, "  - {kind: report, url: www.ashdale.example/a.pdf}\n",
        "R207", None, "cannot be", "write https://www.ashdale.example/a.pdf"),
    "a web address with spaces": (CASE, DOCUMENT, '  - {kind: report, url: "https://ashdale.example/the report.pdf"}\n',
        "R207", None, "cannot be", "write https://ashdale.example/the%20report.pdf"),
    **{f"the address {url}": (CASE, DOCUMENT, f"  - {{kind: report, url: '{url}'}}\n", "R207", None, "cannot be",
        "copy it next to the record, and write file: rowan.pdf in place of url")
       for url in ("file:///C:/Users/ann/rowan.pdf", r"S:\Reviews\rowan.pdf", "rowan.pdf")},
    "two series with one label": (WORDS, "label: lessons learned briefing", "label: 7-minute Briefing", "V324", None,
        '"7-minute Briefing" is the name of two terms', "give one of the two another name"),
    "a logo as text": (WHO, "name:", "logo: logo.svg\nname:", "R203", None, '"logo" is text and should be fields',
        "write logo: {file: ...}"),
    "semicolons between themes": (CASE, "[early-help]", "[early-help; Neglect]", "R205", 15, "is not an id",
        "write a comma between items: early-help, neglect"),
    "the name of an agency": (CASE, "themes: [early-help]",
        "themes: [early-help]\nrecommendations: [{id: r1, text: Call., to: [Ashdale Council]}]", "R205", None,
        "is not an id", 'write council for "Ashdale Council"'),
    "an agency that is like none": (CASE, "themes: [early-help]",
        "themes: [early-help]\nrecommendations: [{id: r1, text: Call., to: [The post office]}]", "R205", None,
        "is not an id", "new ones are added in content/vocabulary.yml"),
    "a status of a recommendation that is like none": (CASE, "themes: [early-help]",
        f"themes: [early-help]\nrecommendations: [{{id: r1, text: Call., progress: [{PROGRESS}]}}]",
        "R205", None, "is not an id",
        "new ones are added in content/vocabulary.yml"),
    "a time that no clock has": (CASE, "published: 2022-09",
        "published: 2022-09\nstatus: scheduled\npublish_on: 2027-01-05 25:00", "R204", 6, "is not a date",
        "or only the day: 2027-01-05"),
    # 9: dates in words
    **{f"the date {written}": (CASE, "published: 2022-09", f"published: {written}",
        "R204", 4, "is not a date", f"write {iso} for")
       for written, iso in (("March 2023", "2023-03"), ("3 March 2023", "2023-03-03"), ("3rd Mar 2023", "2023-03-03"),
                            ("Sept 2022", "2022-09"), ("March 3, 2023", "2023-03-03"), ("14/09/2022", "2022-09-14"),
                            ("Monday 6 March 2023", "2023-03-06"), ("09/2022", "2022-09"), ("2022-9-1", "2022-09-01"))},
    **{f"the date {written}": (CASE, "published: 2022-09", f"published: {written}", "R204", 4, "is not a date", hint)
       for written, hint in (
           ("17th March 2022", "write 2022-03-17 for"), ("17/03/2022", "write 2022-03-17 for"),
           ("2022/3/17", "write 2022-03-17 for"), ("Mar 2022", "write 2022-03 for"),
           ("20220317", "write 2022-03-17 for"),
           ("17.3.22", "write 2022-03-17 for"), ("12/25/2022", "write 2022-12-25 for"),
           ("the 17th of March 2022", "write 2022-03-17 for"), ("2022-03-17T10:00:00", "write 2022-03-17 for"),
           ("03/04/2022", "write 2022-04-03 for 3 April 2022, or 2022-03-04 for 4 March 2022"),
           ("March/April 2022", "write 2022-03 for March 2022, or 2022-04 for April 2022"),
           ("2022-23", "write one year, 2022 or 2023"),
           ("Mawrth 2022", "write 2022-03 for"), ("1 Gorffennaf 2022", "write 2022-07-01 for"),
           ("2022-Q1", "write 2022 if only the year is known"), ("2202-09", "correct the year, or leave"),
           ("31/02/2022", "leave the field out"))},
    "the time of a day in words": (CASE, "published: 2022-09",
        "published: 2022-09\nstatus: scheduled\npublish_on: 17 March 2027 at 9.30am", "R204", 6, "is not a date",
        "write 2027-03-17 09:30 for"),
    "a date of a document": (CASE, DOCUMENT, DOCUMENT.replace("on-request", "on-request, published: 17th March 2022"),
        "R204", None, "is not a date", "write 2022-03-17 for"),
    "a date of a document's change": (CASE, DOCUMENT,
        "  - {kind: report, file: a.pdf, updates: [{date: March 2023, text: Corrected.}]}\n",
        "R204", None, "is not a date", "write 2023-03 for"),
    "a date of a decision": (CASE, "published: 2022-09",
        "published: 2022-09\naccepted_findings: [{rule: P627, text: x, reason: x, date: 17/03/2022}]",
        "R204", None, "is not a date", "write 2022-03-17 for"),
    "a date of a redirect": (REDIRECTS, "redirects: []",
        "redirects:\n  - {old: old/, new: reviews/rowan/, since: Mar 2022}", "R204", None, "is not a date",
        "write 2022-03 for"),
    **{f"{written} in place of a date": (CASE, "published: 2022-09", f"published: {written}", "R204", 4,
        "is not a date", hint)
       for written, hint in (
           ("Not published", 'write "publication: not-published"'),
           ("Not published yet", 'write "publication: not-yet"'),
           ("Expected in March 2027", 'write "publication: not-yet" and "expected: 2027-03"'))},
    "a season": (CASE, "published: 2022-09", "published: Spring 2023", "R204", 4, "is not a date",
        "write 2023 if only the year is known"),
    # 10: another mark than a hyphen and a space
    "a long dash": (CASE, ITEM, "\u2013 A worry", "R203", 9, "this is a long dash and not a hyphen", "- A worry"),
    "a hyphen without a space": (CASE, ITEM, "-A worry",
        "R203", 9, "the space after the hyphen is missing", "- A worry"),
    "a hyphen and a special space": (CASE, ITEM, "-\u00a0A worry", "R203", 9,
        "the space after the hyphen is a special one from Word", "- A worry"),
    "a bullet": (CASE, ITEM, "\u2022 A worry", "R203", 9, "this is a bullet and not a hyphen", "- A worry"),
    "a long dash in a second item": (CASE, ITEM, f"{ITEM}\n  \u2013 A second one", "Y101", 10,
        "this list item begins with a long dash", "- A second one"),
    "a second hyphen without a space": (CASE, ITEM, f"{ITEM}\n  -A second one", "Y101", 10,
        "the space after the hyphen is missing", "- A second one"),
    # 12: two documents of one kind
    "two documents of one kind": (CASE, DOCUMENT, "  - {kind: report, file: a.pdf}\n  - {kind: report, file: b.pdf}\n",
        "D440", 18, 'nothing tells this document "report" apart from another one of this record',
        'id: part-2, title: "Part 2: what this part is about"'),
    # 13: a picture in a record
    "a picture": (CASE, "Rowan was often hungry.", "![A drawing](drawing.jpg)", "P601", 7,
        'the picture "drawing.jpg" cannot be shown here', "below it write: pictures: [{file: door.webp,"),
    # 14: telephone numbers
    "a telephone number that begins with 0": (WHO, "01632 960101", "01632960101", "Y104", 8, "01632960101 is read as",
        'a phone number is in quotes: "01632960101"'),
    "a telephone number of three digits": (WHO, '"999"', "999", "R203", 7, "is a number and should be text",
        'a phone number is in quotes: "999"'),
    "a telephone number with a plus": (WHO, "01632 960101", "+441632960101",
        "R203", 8, "is a number and should be text",
        'a phone number is in quotes: "+441632960101"'),
    # 15: a merge conflict
    "a merge conflict": (CASE, "name: Rowan\n", "<<<<<<< HEAD\nname: Rowan\n=======\nname: Ash\n>>>>>>> theirs\n",
        "Y101", 2, "two people changed this part, and git has kept both versions", "keep one version"),
    # 16: a fault in the vocabulary
    "a fault in the vocabulary": (WORDS, "label: Professionals}", "label: }", "R203", 34, '"audiences" item 1',
        "write it"),
    # 17: special spaces
    "special spaces before an item": (CASE, f"  {ITEM}", f"\u00a0\u00a0{ITEM}", "Y101", 9,
        "this line begins with special spaces from Word", "delete the spaces"),
    "special spaces before a text": (CASE, "  Rowan was often", "\u00a0\u00a0Rowan was often", "Y101", 7,
        "this line begins with special spaces from Word", "delete the spaces"),
    "a special space before a field": (CASE, "type: cspr", "\u00a0type: cspr", "Y101", 3,
        "this line begins with special spaces from Word", "delete the spaces"),
    "special spaces before a field of a document": (CASE, DOCUMENT,
        "  - kind: report\n\u00a0\u00a0\u00a0\u00a0availability: on-request\n", "Y101", 18,
        "this line begins with special spaces from Word", "delete the spaces"),
    "a special space after a colon": (CASE, "type: cspr", "type:\u00a0cspr", "Y101", 3,
        "a special space from Word follows the colon", "press the space bar"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "message", "hint"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_a_typing_mistake_is_reported_once_with_what_to_type(
    file: str, old: str, new: str, code: str, line: int | None, message: str, hint: str
) -> None:
    findings = [finding for finding in findings_with(file, old, new) if finding.code not in ("D406", "D401")]
    assert [finding.code for finding in findings] == [code]
    finding = findings[0]
    assert finding.location is not None
    assert finding.location.file == file
    assert line is None or finding.location.line == line
    assert message in finding.message
    assert hint in (finding.hint or "")


ALLOWED: Final = {
    "a quotation as an item": (ITEM, "- \u201cNobody asked me.\u201d"),
    "a quotation at the beginning of a summary": (
        "summary: Rowan",
        "summary: \u201cLook again\u201d, said Rowan. Rowan",
    ),
    "a note behind a value": ("2022-09", "2022-09 # from the report"),
    "an empty field with a note": ("2022-09", "2022-09\nreviewer: # not known yet"),
    "a quoted text on two lines": (
        "summary: Rowan was four years old and lived in Ashdale.",
        'summary: "Rowan was four years old\n  and lived in Ashdale."',
    ),
    "a dash at the beginning of a line of prose": ("Several people saw it.", "\n\n  \u2013 Several people saw it."),
    "a comma in quotes inside braces": (
        DOCUMENT,
        '  - {kind: report, availability: on-request, reason: "Later, in May: see page 3"}\n',
    ),
}


@pytest.mark.parametrize(("old", "new"), ALLOWED.values(), ids=ALLOWED.keys())
def test_a_text_that_only_looks_like_a_mistake_is_not_reported(old: str, new: str) -> None:
    assert findings_with(CASE, old, new) == ()


@pytest.mark.parametrize(
    ("written", "hint"), [("&#1;", "delete it"), ("&#x7F;", "delete it"), ("&#150;", "write \u2013 in its place")]
)
def test_a_control_character_that_prose_has_by_its_number_is_reported(written: str, hint: str) -> None:
    (found,) = [
        each for each in findings_with(BRIEFING, "Families tell", f"Families {written} tell") if each.code == "R207"
    ]
    assert (found.message, found.hint) == (f'"{written}" stands for a character that nobody sees', hint)
