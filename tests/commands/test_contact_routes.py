"""A contact leads to a person, and a link says where it leads. Invented people and numbers."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.conftest import TODAY, Site

PARTNERSHIP = "content/partnership.yml"
WEBSITE = "https://www.tarnshire.example"
ASK = "  email: documents@tarnshire.example\n  phone: 01632 960103\n"


@pytest.mark.parametrize(
    ("old", "new", "is_reported"),
    [
        (ASK, f"  url: {WEBSITE}/\n", True),
        (ASK, "  url: https://tarnshire.example/index.html\n", True),
        (ASK, "  url: https://another.example\n", True),
        (ASK, f"  form: {WEBSITE}\n", True),
        (ASK, "  form: https://forms.example\n", False),
        (ASK, f"  url: {WEBSITE}/?page=contact\n", False),
        (f"url: {WEBSITE}/feedback", f"url: {WEBSITE}", True),
        (f"url: {WEBSITE}/bulletin", f"url: {WEBSITE}", True),
        ("url: https://records.tarnshire.example/safeguarding", f"url: {WEBSITE}", True),
        ("url: https://records.tarnshire.example/safeguarding", "url: https://records.tarnshire.example", False),
        (f"url: {WEBSITE}/welcome-desk", f"url: {WEBSITE}/", True),
        (f"url: {WEBSITE}/welcome-desk", f"web_chat: {WEBSITE}/", True),
        ("url: https://www.fell-line.example", f"url: {WEBSITE}", True),
        ("    text: For anyone who wants to talk.\n", "    url: https://listeners.example/\n", False),
        (
            "licence:",
            f'newsletter: {{from_name: T, from_address: a@a.example, list_unsubscribe: "{WEBSITE}/"}}\nlicence:',
            True,
        ),
    ],
)
def test_a_contact_that_is_only_a_front_page_is_refused(full: Site, old: str, new: str, is_reported: bool) -> None:
    full.change(PARTNERSHIP, old, new)
    told = full.library("check", "--records", "--today", TODAY)
    assert told.text.count("error[S032]") == int(is_reported), told.text


def test_the_landing_page_that_is_the_website_of_the_partnership_is_refused_too(full: Site) -> None:
    full.change(PARTNERSHIP, f"website: {WEBSITE}", f"website: {WEBSITE}/bulletin/")
    told = full.library("check", "--records", "--today", TODAY)
    assert '"url" of "sign_up" is the front page of the partnership\'s own website' in told.text


def test_without_a_contact_a_page_says_so_and_links_to_the_website_by_its_name(full: Site) -> None:
    for part in (
        f"documents_contact:\n  label: Ask the Tarnshire partnership office\n{ASK}",
        f"feedback:\n  label: Tell Tarnshire what you think\n  url: {WEBSITE}/feedback\n",
        f"sign_up:\n  label: Get the Tarnshire bulletin\n  url: {WEBSITE}/bulletin\n",
    ):
        full.change(PARTNERSHIP, part, "")
    told = full.library("check", "--records", "--today", TODAY)
    assert "R227" not in told.text
    full.build("--without", "search")
    page = full.main("about/contact")
    assert page.text().count("We do not have an email address, a form or a phone number for this.") == 2
    links = [link for link in page.css("a") if link.attributes["href"] == WEBSITE]
    assert {link.text() for link in links} == {"Tarnshire Safeguarding Partnership's website"}


def test_a_contact_shows_text_messages_chat_and_relay(full: Site) -> None:
    new = 'phone: "999"\n    sms: "999"\n    sms_note: Register first.\n    relay: "18000"\n'
    full.change(PARTNERSHIP, 'phone: "999"\n', new)
    full.change(PARTNERSHIP, "id: tarn-listeners\n", "id: tarn-listeners\n    web_chat: https://chat.example/now\n")
    full.build("--without", "search")
    for address in ("about/contact", "reviews/heron"):
        page = full.page(address)
        assert "Text 999. Register first." in " ".join(page.text().split())
        assert "Relay UK or textphone: 18000" in page.text()
        assert page.css_first('a[href="sms:999"]') is not None
        chat = page.css_first('a[href="https://chat.example/now"]')
        assert chat is not None and chat.text() == "Chat online with Tarn Listeners"


def test_a_document_that_no_source_places_is_said_to_be_unknown(full: Site) -> None:
    case = "content/cases/sorrel/case.yml"
    full.change(case, "availability: on-request", "availability: unknown, reason: A newsletter announces it.")
    full.build("--without", "search")
    text = " ".join(full.main("reviews/sorrel").text().split())
    assert "We do not know whether this is online. A newsletter announces it. How to ask for this document" in text
    record = next(each for each in full.data("data/reviews.json")["reviews"] if each["id"] == "sorrel")
    assert record["documents"][0]["availability"] == "unknown"


def test_without_a_way_to_ask_no_document_has_a_link_to_ask_for_it(full: Site) -> None:
    full.change(PARTNERSHIP, f"documents_contact:\n  label: Ask the Tarnshire partnership office\n{ASK}", "")
    case = "content/cases/sorrel/case.yml"
    full.change(case, "availability: on-request", "availability: unknown, reason: A newsletter announces it.")
    full.build("--without", "search")
    text = " ".join(full.main("reviews/sorrel").text().split())
    assert "We do not know whether this is online. A newsletter announces it. We know of no way to ask for it." in text
    assert "ask for this document" not in text


def test_a_page_can_list_only_some_helplines(full: Site) -> None:
    page = "content/pages/about/contact.md"
    full.change(page, "<!-- library:helplines -->", "<!-- library:helplines only=tarn-listeners -->")
    full.build("--without", "search")
    assert "Tarn Listeners" in full.main("about/contact").text()
    full.change(page, "only=tarn-listeners", "only=tarn-listeners,tarn-listener")
    told = full.library("check", "--records", "--today", TODAY)
    assert "error[P603]" in told.text and 'the slot "helplines" cannot have only=tarn-listener' in told.text
    assert "tarn-listeners" in told.text


def test_get_help_is_on_every_page_and_first_in_the_menu(built: Site) -> None:
    pages = [page for page in built.output.rglob("*.html") if "lib-header" in page.read_text("utf-8")]
    assert len(pages) > 50
    for path in pages:
        address = "" if path.name != "index.html" else str(path.parent.relative_to(built.output)).removeprefix(".")
        if path.name != "index.html":
            continue
        page = built.page(address)
        links = page.css(".lib-get-help")
        assert len(links) == 2, address
        assert all((link.attributes["href"] or "").endswith("about/contact/#who-to-call") for link in links), address
        first = page.css_first(".lib-nav li a")
        assert first is not None and first.text() == "Get help", address
    numbers = built.main("about/contact").css_first("#who-to-call")
    assert numbers is not None and 'href="tel:999"' in (numbers.html or "")


def test_without_all_numbers_on_the_contact_page_get_help_leads_to_the_foot(full: Site) -> None:
    full.change("content/pages/about/contact.md", "<!-- library:contacts -->", "<!-- library:contacts about=adults -->")
    full.build("--without", "search")
    page = full.page("reviews/heron")
    assert {link.attributes["href"] for link in page.css(".lib-get-help")} == {"#lib-worried"}
    assert page.css_first("#lib-worried") is not None


def test_warwickshire_names_every_link_to_a_front_page_for_what_it_is(warwickshire: Site) -> None:
    found = set()
    for path in warwickshire.output.rglob("index.html"):
        address = str(path.parent.relative_to(warwickshire.output)).removeprefix(".")
        for link in warwickshire.page(address).css('a[href^="http"]'):
            parts = urlsplit(link.attributes["href"] or "")
            if parts.path.strip("/") == "" and not parts.query:
                found.add(" ".join(link.text().split()))
    assert found == {
        "Childline website",
        "Equality Advisory and Support Service",
        "Warwickshire Safeguarding website",
        "Warwickshire Safeguarding's website",
    }


def test_warwickshire_lists_childline_before_samaritans(warwickshire: Site) -> None:
    for address in ("about/contact", "reviews/grace", "for/children-and-young-people", ""):
        text = warwickshire.page(address).text()
        assert text.index("Childline") < text.index("Samaritans"), address


@pytest.mark.parametrize("page", ["reviews/cj", "reviews/peter", "reviews/type/sar", "reviews/about/adults"])
def test_warwickshire_has_no_number_for_children_on_a_page_about_adults(warwickshire: Site, page: str) -> None:
    text = warwickshire.page(page).text()
    for number in ("0800 1111", "0808 800 5000", "01926 414144", "01926 886922"):
        assert number not in text
    assert "01926 412080" in text and "999" in text


@pytest.mark.parametrize(
    "page", ["reviews/grace", "reviews/simon", "for/children-and-young-people", "reviews/type/cspr"]
)
def test_warwickshire_has_no_number_for_adults_on_a_page_about_children(warwickshire: Site, page: str) -> None:
    text = warwickshire.page(page).text()
    assert "01926 412080" not in text
    assert "01926 414144" in text
