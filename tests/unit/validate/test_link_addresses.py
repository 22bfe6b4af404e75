"""Links that no reader can follow, that lead into an office, or that contain a colleague's e-mail address."""

from __future__ import annotations

import pytest

from generator.model.link_problems import LinkProblemKind, address_behind, leads_where_readers_cannot_go, link_problem

GUIDE = "https://guide.example/neglect"


@pytest.mark.parametrize(
    "url",
    [
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fguide.example%2Fneglect&data=05%7C01",
        "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp.html?url=https%3A%2F%2Fguide.example%2Fneglect",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__guide.example_neglect&d=DwMF",
        "https://urldefense.com/v3/__https://guide.example/neglect__;!!abc$",
        "https://secure-web.cisco.com/1abc/https%3A%2F%2Fguide.example%2Fneglect",
        "https://eu-west-1.protection.sophos.com?d=guide.example&u=aHR0cHM6Ly9ndWlkZS5leGFtcGxlL25lZ2xlY3Q=&i=1",
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fguide.example%2fneglect&c=E",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fguide.example%2Fneglect",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fguide.example%2Fneglect",
        (
            "https://www.google.com/url?q=https%3A%2F%2Feur02.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252F"
            "guide.example%252Fneglect"
        ),
    ],
)
def test_a_link_through_a_scanner_is_reported_with_the_address_behind_it(url: str) -> None:
    problem = link_problem(url)
    assert problem is not None
    assert problem.kind is LinkProblemKind.SCANNER
    assert address_behind(url) == GUIDE
    assert problem.hint == f'write "{GUIDE}"'


def test_a_scanner_that_hides_the_address_is_reported_too() -> None:
    problem = link_problem("https://protect-eu.mimecast.com/s/abcd?domain=guide.example")
    assert problem is not None
    assert problem.kind is LinkProblemKind.SCANNER
    assert "open the link" in problem.hint


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8000/x",
        "http://intranet/plan",
        "https://files.council.local/x",
        "http://192.168.1.4/plan",
        "http://[::1]/",
        "https://intranet.council.example/",
        "https://council-my.sharepoint.com/:w:/g/personal/pat_lee_council_example/abc",
        "//server/share/plan.docx",
        "https://council.sharepoint.com/:w:/r/sites/team/plan.docx",
        "https://teams.microsoft.com/l/channel/19%3Aabc/General",
        "https://docs.google.com/document/d/abc/edit",
        "https://www.dropbox.com/home/Team/form.docx",
    ],
)
def test_a_link_into_an_office_is_reported(url: str) -> None:
    problem = link_problem(url)
    assert problem is not None
    assert problem.kind is LinkProblemKind.PRIVATE_NETWORK
    assert leads_where_readers_cannot_go(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://",
        "https:///plan",
        "https://council.example:99999/",
        "htps://council.example/plan",
        "ftp://council.example/plan",
        "file:///C:/Users/name/plan.docx",
        "C:\\Users\\name\\plan.docx",
        "\\\\server\\share\\plan.docx",
        "ms-word:ofe|u|https://council.example/plan.docx",
        "intent://scan/#Intent;end",
        "blob:https://council.example/1",
        "java\tscript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
    ],
)
def test_a_link_that_no_reader_can_follow_is_reported(url: str) -> None:
    problem = link_problem(url)
    assert problem is not None
    assert problem.kind is LinkProblemKind.UNUSABLE


def test_an_email_address_in_a_link_is_reported_unless_it_is_public() -> None:
    url = "https://guide.example/plan?from=pat.lee%40ashdale.example"
    problem = link_problem(url)
    assert problem is not None
    assert problem.kind is LinkProblemKind.EMAIL_ADDRESS
    assert "pat" not in problem.reason + problem.hint
    assert link_problem(url, frozenset({"@ashdale.example"})) is None


@pytest.mark.parametrize(
    "url",
    [
        GUIDE,
        "HTTPS://Council.Example/Plan",
        "https://council.example/a|b",
        "https://www.google.com/search?q=https://guide.example",
        "https://www.google.com/maps/@52.28,-1.58,15z",
        "https://www.mimecast.com/about",
        "https://social.example/@pat@guide.example",
        "https://council.sharepoint.com/sites/safeguarding",
        "mailto:desk@council.example",
        "tel:+441632960000",
        "webcal://council.example/events.ics",
        "https://8.8.8.8/",
        "../contact.md",
        "#top",
        "",
    ],
)
def test_an_ordinary_link_is_not_reported(url: str) -> None:
    assert link_problem(url) is None
