"""What leaves the library by other ways than its pages: a bulletin to send, the chapter of a year."""

from generator.outgoing.email import Sending, send_bulletin
from generator.outgoing.year import YearChapter, year_chapter

__all__ = ["Sending", "YearChapter", "send_bulletin", "year_chapter"]
