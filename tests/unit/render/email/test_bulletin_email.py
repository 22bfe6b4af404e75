"""A bulletin as an e-mail: what it says, how it is packed, and what never gets into it."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from datetime import date
from email.policy import SMTP
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fast_mail_parser import parse_email
from selectolax.lexbor import LexborHTMLParser

from generator.model import BulletinStatus, PartialDate
from generator.render.email import LARGEST, BulletinEmail, bulletin_email

if TYPE_CHECKING:
    from email.message import EmailMessage

    from generator.model import Library

EXPECTED = Path(__file__).parent / "expected"
SITE = "https://learning.tarnshire.example/"
NASTY = "One\r\nBcc: all@tarnshire.example\n\n<script>\u2028two\x00\u202e"


def made(
    library: Library, is_draft: bool = False, newsletter: dict[str, Any] | None = None, **fields: Any
) -> BulletinEmail:
    """The e-mail of the one bulletin, with other fields."""
    [bulletin] = library.bulletins
    if newsletter is not None:
        known = library.partnership.newsletter
        assert known is not None
        library = replace(
            library,
            partnership=library.partnership.model_copy(update={"newsletter": known.model_copy(update=newsletter)}),
        )
    return bulletin_email(replace(bulletin, record=bulletin.record.model_copy(update=fields)), library, is_draft)


def opened(it: BulletinEmail) -> EmailMessage:
    return email.message_from_bytes(it.message, policy=SMTP)


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found is not None
    text: str = found.get_content()
    return text


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_it_is_what_was_looked_at(suffix: str, library: Library) -> None:
    """Whoever changes it looks at it, and keeps `library bulletin 2025-q1` of tests/bulletins.py here."""
    it = made(library)
    assert (it.html if suffix == "html" else it.text).decode() == (EXPECTED / f"2025-q1.{suffix}").read_text("utf-8")


def test_the_message_holds_both_forms_with_their_headers(library: Library) -> None:
    it = made(library, sent=PartialDate.parse("2025-04-08"))
    message = opened(it)
    assert not message.defects
    assert message.get_content_type() == "multipart/alternative"
    assert [iter_part.get_content_type() for iter_part in message.iter_parts()] == ["text/plain", "text/html"]
    for each, whole in zip(message.iter_parts(), (it.text, it.html), strict=True):
        assert not each.defects
        assert (each["Content-Transfer-Encoding"], each.get_content_charset()) == ("quoted-printable", "utf-8")
        assert each.get_content().replace("\r\n", "\n").encode() == whole
    assert dict(message.items()) == {
        "From": "Tarnshire Safeguarding Partnership <bulletin@tarnshire.example>",
        "Reply-To": "office@tarnshire.example",
        "Subject": "Doors & desks: what winter taught us",
        "Date": "Tue, 08 Apr 2025 12:00:00 +0000",
        "Message-ID": "<bulletin-2025-q1@learning.tarnshire.example>",
        "X-Unsent": "1",
        "Content-Language": "en-GB",
        "List-Id": "<bulletin.learning.tarnshire.example>",
        "List-Unsubscribe": "<https://www.tarnshire.example/leave?list=bulletin&how=one-click>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
    }
    assert b"\n" not in it.message.replace(b"\r\n", b"")
    assert it.message.isascii()
    long = [each for each in it.message.split(b"\r\n") if len(each) > 78]
    assert [each.split(b":")[0] for each in long] == [b"List-Unsubscribe"], "an address is never broken"


def test_a_second_parser_reads_the_same(library: Library) -> None:
    it = made(library, title="Café \u2013 what\u2019s new")
    other = parse_email(it.message)
    assert other.subject == "Café \u2013 what\u2019s new"
    [sender] = other.headers["From"]
    assert sender == "Tarnshire Safeguarding Partnership <bulletin@tarnshire.example>"
    assert other.headers.keys() == set(opened(it).keys())
    assert [each.replace("\r\n", "\n").encode() for each in (*other.text_plain, *other.text_html)] == [it.text, it.html]
    assert other.attachments == []


def test_line_breaks_in_titles_and_names_make_no_header(library: Library) -> None:
    it = made(library, title=NASTY, newsletter={"from_name": NASTY})
    message = opened(it)
    assert message.keys() == opened(made(library)).keys()
    assert str(message["Subject"]) == "One Bcc: all@tarnshire.example <script> two"
    [sender] = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (str(message["Subject"]), "bulletin@tarnshire.example")
    assert LexborHTMLParser(part(message, "html")).css_first("script") is None


def test_a_long_way_out_stays_in_one_piece(library: Library) -> None:
    for way in (
        f"https://www.tarnshire.example/{'a' * 400}?x=1,2;3&y=%20",
        "mailto:stop@tarnshire.example?subject=Stop",
    ):
        message = opened(made(library, newsletter={"list_unsubscribe": way}))
        assert str(message["List-Unsubscribe"]) == f"<{way}>"
        assert ("List-Unsubscribe-Post" in message) == way.startswith("https:")


def test_without_a_sender_it_is_left_to_whoever_sends_it(library: Library) -> None:
    alone = replace(library, partnership=library.partnership.model_copy(update={"newsletter": None}))
    message = opened(made(alone))
    assert [each for each in ("From", "Reply-To", "List-Unsubscribe") if each in message] == []
    assert message["X-Unsent"] == "1"
    assert "To stop getting this bulletin, reply to this email." in part(message, "plain")


def test_a_draft_says_so_and_is_another_message(library: Library) -> None:
    it = made(library, is_draft=True)
    message = opened(it)
    assert str(message["Subject"]).startswith("DRAFT: ")
    assert message["Message-ID"] != opened(made(library))["Message-ID"]
    assert part(message, "plain").startswith("DRAFT. This bulletin is not published yet.")
    assert "This bulletin is not published yet." in part(message, "html")


def test_the_same_bulletin_gives_the_same_bytes(library: Library) -> None:
    assert made(library) == made(library)
    sent: dict[str, Any] = {"sent": PartialDate.parse("2025-04-08"), "status": BulletinStatus.SENT}
    assert made(library, **sent) == made(replace(library, today=date(2027, 1, 1)), **sent)


def test_nothing_is_loaded_and_every_link_leads_somewhere_by_itself(library: Library) -> None:
    html = made(library).html.decode()
    page = LexborHTMLParser(html)
    assert page.css("img, script, link, iframe, form, object, embed, video, audio, base, svg") == []
    assert not re.search(r"url\(|@import|src=|background=", html)
    links = page.css("a")
    assert len(links) > 20
    for link in links:
        assert re.match(r"(https://|tel:|mailto:)", link.attributes["href"] or "")
        assert len(link.text().strip()) > 2
    assert {each.attributes.get("role") for each in page.css("table")} == {"presentation"}
    levels = [int((each.tag or "")[1]) for each in page.css("h1, h2, h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_whom_to_call_comes_before_what_is_hard_to_read(library: Library) -> None:
    for text in (made(library).html.decode(), made(library).text.decode()):
        assert text.index("Tarn Listeners") < text.index("lost the use of her own flat")
        assert text.lower().count("some pages listed here mention") == 1


def test_the_text_has_lines_of_72_columns_but_for_addresses(library: Library) -> None:
    text = made(library).text.decode()
    assert all(len(line) <= 72 or line.strip().startswith(("http", "(http")) for line in text.split("\n"))
    assert not re.search(r"<[a-z/]|&amp;|\*\*|\]\(", text)
    assert "Knocking twice\n  (https://learning.tarnshire.example/briefings/knocking-twice/)" in text


def test_what_is_withdrawn_shows_its_name_and_why(library: Library) -> None:
    text = made(library).text.decode()
    item = text[text.index("Teasel\n------") :].split("\n\n\n")[0]
    assert item == (
        "Teasel\n------\nWithdrawn 10 February 2025\n\nThe family asked for it, and the board agreed.\n\n"
        f"Read more:\n{SITE}reviews/teasel/"
    )


def test_the_usual_bulletin_is_far_from_being_cut(library: Library) -> None:
    assert len(made(library).html) < LARGEST / 4


def test_an_email_of_the_library_says_that_the_partnership_did_not_write_it(library: Library) -> None:
    sentence = "not the partnership."
    for kind in ("plain", "html"):
        assert sentence in " ".join(part(opened(made(library, written_by="library")), kind).split())
        assert sentence not in " ".join(part(opened(made(library)), kind).split())
