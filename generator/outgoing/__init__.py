"""What leaves the library by other ways than its pages: a bulletin to send, the chapter of a year."""

from generator.outgoing.email import Sending, send_bulletin
from generator.outgoing.sent import Sent, write_down_sent
from generator.outgoing.year import YearChapter, year_chapter

__all__ = ["Sending", "Sent", "YearChapter", "send_bulletin", "write_down_sent", "year_chapter"]
