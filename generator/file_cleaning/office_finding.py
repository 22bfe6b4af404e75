"""What an Office file contains and its pages do not show, and where to click to remove it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class OfficeFinding:
    """Something in an Office file that readers would get without seeing it. Its words are never quoted."""

    phrase: str
    """What was found: `3 comments`."""

    step: str = ""
    """Where to click to remove it; empty if the copy for readers is without it."""


class Step(StrEnum):
    """Where to click in Word, Excel, PowerPoint and LibreOffice, for what a cleaned copy cannot leave out safely."""

    CHANGES = (
        "tracked changes: in Word, Review, Accept, Accept all changes and stop tracking; in LibreOffice, Edit, Track "
        "changes, Accept all"
    )
    HIDDEN_TEXT = (
        "hidden text: in Word, Home, Show all (the sign ¶), then delete the words with a dotted line; in LibreOffice, "
        "View, Formatting marks"
    )
    FIELDS = (
        "fields: in Word, press Alt and F9 to show the codes in curly brackets, delete those that begin with XE, TC, "
        "TA, COMMENTS, PRIVATE, SET, ASK or FILLIN, and press Alt and F9 again; in LibreOffice, View, Field names"
    )
    INVISIBLE = (
        "text that nobody can see: in Word, Home, Replace, More, Format, Font, choose the colour or the size and find "
        "it; in Excel and LibreOffice, select the whole sheet or text and set the colour to automatic and the size to "
        "12; in PowerPoint, View, Outline view; then delete what should not be public"
    )
    NOTES = (
        "speaker notes: in PowerPoint, File, Info, Check for issues, Inspect document, Presentation notes, Remove all; "
        "in LibreOffice, View, Notes, then delete them"
    )
    HIDDEN_SLIDES = (
        "hidden slides: in PowerPoint, right-click the slide, then Delete slide or Unhide slide; in LibreOffice, "
        "right-click it, then Delete or Show slide"
    )
    HIDDEN_SHAPES = (
        "hidden shapes: in PowerPoint, Word or Excel, Layout or Arrange, Selection pane, then show or delete each; in "
        "LibreOffice, View, Navigator"
    )
    HIDDEN_SHEETS = (
        "hidden sheets: in Excel and LibreOffice, right-click the name of a sheet, Unhide or Show sheet, then delete "
        "it; or in Excel, File, Info, Check for issues, Inspect document"
    )
    HIDDEN_CELLS = (
        "hidden rows and columns: in Excel and LibreOffice, select the whole sheet, right-click a row or column, "
        "Unhide or Show, then delete what should not be public; and clear filters under Data"
    )
    OTHER_DATA = (
        "data from elsewhere: in Excel, copy the table, then Paste special, Values; and Data, Edit links, Break link; "
        "in LibreOffice, Edit, Links to external files"
    )
    FILES = (
        "files inside it: in each program, select the chart or object, Cut, then Paste special as a picture; in Word "
        "and PowerPoint, delete attached files"
    )
    MACROS = "macros: in each program, File, Save as, and choose the format without macros, such as .docx"
    PATHS = (
        "paths: in Word, Excel and PowerPoint, right-click the link, Remove hyperlink, or File, Info, Edit links to "
        "files, Break link; in LibreOffice, Edit, Links to external files"
    )
    PICTURES = (
        "pictures: remove the properties of each picture before it goes into the document (Windows: Properties, "
        "Details, Remove properties; macOS: Preview, Tools, Show inspector)"
    )
    CROPPED = (
        "cropped pictures: in Word, Excel and PowerPoint, Picture format, Compress pictures, tick 'Delete cropped "
        "areas of pictures'; in LibreOffice, right-click the picture, Compress"
    )
    OTHER = "in each program, File, Export or Save as PDF, and publish that: a PDF is cleaned"
