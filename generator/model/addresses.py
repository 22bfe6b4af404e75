"""Every address of the site, spelt here alone. They never change once published.

An address is written from the site's root without a leading slash; a page's ends in a slash. The home
page is the empty address.
"""

from __future__ import annotations

from typing import Final

Address = str

HOME: Final = ""
REVIEWS: Final = "reviews/"
BRIEFINGS: Final = "briefings/"
THEMES: Final = "themes/"
BULLETINS: Final = "bulletins/"
YEARS: Final = "years/"
THEMES_BY_YEAR: Final = "themes/by-year/"
"""How often each theme and harm recurs. No theme has this id: a rule refuses it."""

NEWS: Final = "news/"
RESOURCES: Final = "resources/"
CONTACT: Final = "about/contact/"
PRIVACY: Final = "about/privacy/"
FEED: Final = "feed.xml"
BULLETINS_FEED: Final = "bulletins/feed.xml"
EVENTS: Final = "events.ics"
REVIEWS_JSON: Final = "data/reviews.json"
REVIEWS_CSV: Final = "data/reviews.csv"
BRIEFINGS_JSON: Final = "data/briefings.json"
REVIEWS_BIBTEX: Final = "data/reviews.bib"
REVIEWS_RIS: Final = "data/reviews.ris"
BRIEFINGS_BIBTEX: Final = "data/briefings.bib"
BRIEFINGS_RIS: Final = "data/briefings.ris"
SEARCH: Final = "search/"
SEARCH_INDEX: Final = "search/index/"
"""The folder of the search index; its files have names of the index's own."""

SEARCH_ENTRY: Final = "search/index/pagefind-entry.json"
"""The file of the search index that names all others."""

SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
NOT_FOUND: Final = "404.html"
STYLESHEET: Final = "assets/library.css"
STYLESHEET_PARTS: Final = "assets/library/"
"""The folder of the theme's stylesheets that the build joins into `STYLESHEET`."""
PARTNERSHIP_CSS: Final = "assets/partnership.css"
"""The partnership's own colours and fonts; a part of the stylesheet above where the theme has it."""


VERSIONS: Final = "documents/versions/"
"""The folder of what stood at a document's address before."""

REDIRECTS_FOR_PAGES_HOSTS: Final = "_redirects"
REDIRECTS_FOR_NGINX: Final = "nginx-redirects.conf"
REDIRECTS_FOR_APACHE: Final = "apache-redirects.conf"
MOVED_CSV: Final = "data/moved.csv"
"""Every old address and the new one."""

HEADERS_FOR_PAGES_HOSTS: Final = "_headers"
HEADERS_FOR_APACHE: Final = ".htaccess"
HEADERS_FOR_NGINX: Final = "nginx-headers.conf"
"""What a server should say with each answer; these three are for servers, and no page links to them."""

PLAIN_FILES: Final = (
    FEED, REVIEWS_JSON, REVIEWS_CSV, BRIEFINGS_JSON, REVIEWS_BIBTEX, REVIEWS_RIS, BRIEFINGS_BIBTEX, BRIEFINGS_RIS,
    SITEMAP, ROBOTS, PARTNERSHIP_CSS, BULLETINS_FEED, EVENTS,
)  # fmt: skip


def review(case_id: str) -> Address:
    """A case's page."""
    return f"reviews/{case_id}/"


def review_type(type_id: str) -> Address:
    """All reviews of a type."""
    return f"reviews/type/{type_id}/"


def review_year(year: int | None) -> Address:
    """All reviews published in a year; None for those whose date is not known."""
    return f"reviews/year/{'undated' if year is None else year}/"


def reviews_about(about: str) -> Address:
    """All reviews about `children` or about `adults`."""
    return f"reviews/about/{about}/"


def theme(theme_id: str) -> Address:
    """All that is published on a practice theme."""
    return f"themes/{theme_id}/"


def harm(harm_id: str) -> Address:
    """All that is published on a harm."""
    return f"themes/harm/{harm_id}/"


def briefing(briefing_id: str) -> Address:
    """A briefing's page."""
    return f"briefings/{briefing_id}/"


def bulletin(quarter_id: str) -> Address:
    """The bulletin of a quarter: `bulletins/2022-q3/`."""
    return f"bulletins/{quarter_id}/"


def report_year(year_id: str) -> Address:
    """What was learned in a year: `years/2022-23/`."""
    return f"years/{year_id}/"


def feed_for(audience_id: str) -> Address:
    """What is new for an audience, as a feed."""
    return f"for/{audience_id}/feed.xml"


def event_calendar(notice_id: str) -> Address:
    """One event for a calendar."""
    return f"news/{notice_id}/event.ics"


def series(series_id: str) -> Address:
    """All briefings of a series."""
    return f"briefings/series/{series_id}/"


def briefing_year(year: int | None) -> Address:
    """All briefings published or revised in a year; None for those whose date is not known."""
    return f"briefings/year/{'undated' if year is None else year}/"


def briefings_for(audience_id: str) -> Address:
    """All briefings for an audience."""
    return f"briefings/for/{audience_id}/"


def briefings_about(about: str) -> Address:
    """All briefings about `children` or about `adults`."""
    return f"briefings/about/{about}/"


def notice(notice_id: str, shelf: str) -> Address:
    """A notice's page, on its shelf: `news` or `resources`."""
    return f"{shelf}/{notice_id}/"


def document(record_id: str, kind: str, suffix: str) -> Address:
    """A local file of a record, named from ids, never from the file's own name. `suffix` is `pdf`."""
    return f"documents/{record_id}-{kind}.{suffix}"


def earlier_document(record_id: str, kind: str, until: str, suffix: str) -> Address:
    """What stood at a document's address until a day, `2024-03-12`, as precise as it is known."""
    return f"{VERSIONS}{record_id}-{kind}-until-{until}.{suffix}"


def sheet(briefing_id: str) -> Address:
    """A briefing's sheet to print; in a folder of its own, so that no kind of document can have its address."""
    return f"documents/sheets/{briefing_id}.pdf"


def poster(briefing_id: str) -> Address:
    """The poster of a lessons learned briefing."""
    return f"documents/posters/{briefing_id}.pdf"


def picture(document: Address) -> Address:
    """The picture of a PDF's first page: `documents/pictures/grace-report.webp`."""
    place = document.removeprefix("documents/").removesuffix(".pdf")
    return f"documents/pictures/{place}.webp"


def partnership_logo(suffix: str) -> Address:
    """The partnership's logo; `suffix` is `svg`, `png` or `webp`."""
    return f"assets/partnership-logo.{suffix}"


def font(part: str, weight: int, style: str) -> Address:
    """A font of the partnership's own, named for what it is used for: `assets/fonts/text-700-italic.woff2`."""
    return f"assets/fonts/{part}-{weight}{'-italic' if style == 'italic' else ''}.woff2"


def share_picture(kind: str) -> Address:
    """The picture beside a shared link to a page of a kind: `assets/share/review.png`."""
    return f"assets/share/{kind}.png"


def up(address: Address) -> str:
    """The way from a page back to the root: `../../` for `reviews/grace/`, empty for the home page."""
    return "../" * address.count("/")


def folder(address: Address) -> Address:
    """The folder that a page's frame lies in: `reviews/` for `reviews/grace/`, empty at the top."""
    parts = address.strip("/").split("/")
    return "/".join(parts[:-1]) + "/" if len(parts) > 1 else ""


def output_file(address: Address) -> str:
    """The file in site/ that answers to an address: `reviews/grace/index.html`."""
    return address + "index.html" if address == "" or address.endswith("/") else address
