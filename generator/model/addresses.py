"""All addresses of the site. Only this module builds them. A published address never changes.

An address is relative to the site's root and has no leading slash; the address of a page ends in a slash. The
address of the home page is empty.
"""

from __future__ import annotations

import re
from typing import Final

from generator.model.publication_state import YearOfReview

Address = str

HOME: Final = ""
REVIEWS: Final = "reviews/"
BRIEFINGS: Final = "briefings/"
THEMES: Final = "themes/"
BULLETINS: Final = "bulletins/"
THEMES_BY_YEAR: Final = "themes/by-year/"
"""The page that counts how often each theme and harm recurs. A rule refuses this id for a theme."""

RECOMMENDATIONS: Final = "recommendations/"
OVERDUE_RECOMMENDATIONS: Final = "recommendations/overdue/"
RECOMMENDATION_LISTS: Final = ("to", "status", "year", "all")
"""The folders of lists in `recommendations/`. A rule refuses them as the ids of cases with recommendations."""

NEWS: Final = "news/"
RESOURCES: Final = "resources/"
CONTACT: Final = "about/contact/"
WHO_TO_CALL: Final = "who-to-call"
"""The anchor of the list of all numbers on the contact page."""
ASK_FOR_DOCUMENTS: Final = "about/contact/#documents"
"""The part of the contact page about documents and other formats."""
PRIVACY: Final = "about/privacy/"
FEEDS_AND_DATA: Final = "about/feeds-and-data/"
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
RECOMMENDATIONS_JSON: Final = "data/recommendations.json"
RECOMMENDATIONS_CSV: Final = "data/recommendations.csv"
SEARCH: Final = "search/"
SEARCH_INDEX: Final = "search/index/"
"""The folder of the search index. The search engine chooses the names of its files."""

SEARCH_ENTRY: Final = "search/index/pagefind-entry.json"
"""The file of the search index that lists all its other files."""

SLIDES: Final = "briefings/slides/"
"""The folder of the slides of briefings. It has a frame of its own, and no page."""

FINDER_FILES: Final = "assets/lists/"
"""The folder of the files that a finder reads, if its list is longer than one page."""

_PAGE_OF_LIST: Final = re.compile(r"(?P<list>.+/)page/[0-9]+/")
_PART_OF_RECOMMENDATIONS: Final = re.compile(r"recommendations/all/[0-9]+/")

SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
NOT_FOUND: Final = "404.html"
STYLESHEET: Final = "assets/library.css"
STYLESHEET_PARTS: Final = "assets/library/"
"""The folder of the theme's stylesheets that the build joins into `STYLESHEET`."""
PARTNERSHIP_CSS: Final = "assets/partnership.css"
"""The partnership's own colours and fonts. Part of `STYLESHEET` if the theme has this file."""

MOTIF: Final = "assets/partnership-motif.svg"
MARK: Final = "assets/partnership-mark.svg"
"""The partnership's own drawing: wide for the home page, and small for next to the library's name."""


VERSIONS: Final = "documents/versions/"
"""The folder of earlier versions of documents."""

SHEETS: Final = "documents/sheets/"
POSTERS: Final = "documents/posters/"
SHEET_ARCHIVE: Final = "documents/sheets.zip"
"""One file with all sheets and posters. No document has this address, because theirs all have a hyphen."""

REDIRECTS_FOR_PAGES_HOSTS: Final = "_redirects"
REDIRECTS_FOR_NGINX: Final = "nginx-redirects.conf"
REDIRECTS_FOR_APACHE: Final = "apache-redirects.conf"
MOVED_CSV: Final = "data/moved.csv"
"""Every old address and the new one."""

HEADERS_FOR_PAGES_HOSTS: Final = "_headers"
HEADERS_FOR_APACHE: Final = ".htaccess"
HEADERS_FOR_NGINX: Final = "nginx-headers.conf"
"""The headers that a server should send with each response.

These three files are for servers. No page links to them.
"""

PLAIN_FILES: Final = (
    FEED, REVIEWS_JSON, REVIEWS_CSV, BRIEFINGS_JSON, REVIEWS_BIBTEX, REVIEWS_RIS, BRIEFINGS_BIBTEX, BRIEFINGS_RIS,
    SITEMAP, ROBOTS, PARTNERSHIP_CSS, MOTIF, MARK, BULLETINS_FEED, EVENTS,
)  # fmt: skip


def review(case_id: str) -> Address:
    """Return the address of a case's page."""
    return f"reviews/{case_id}/"


def review_type(type_id: str) -> Address:
    """Return the address of the list of all reviews of a type."""
    return f"reviews/type/{type_id}/"


def review_year(year: YearOfReview) -> Address:
    """Return the address of the list of all reviews published in a year, or of those without a published report.

    None is for reviews whose date is not known.
    """
    return f"reviews/year/{'undated' if year is None else year}/"


def reviews_about(about: str) -> Address:
    """Return the address of the list of all reviews about `children` or about `adults`."""
    return f"reviews/about/{about}/"


def reviews_to_read(way: str) -> Address:
    """Return the address of the list of all reviews that can be read in a way: `read-here`, `pdf`.

    It is next to the pages of the reviews, because each folder of pages needs a frame.
    """
    return f"reviews/how-to-read-{way.removeprefix('read-')}/"


def recommendation(case_id: str, recommendation_id: str) -> Address:
    """Return the address of a recommendation's page: `recommendations/grace/r1/`.

    An id is unique in its case only, so the address has both.
    """
    return f"recommendations/{case_id}/{recommendation_id}/"


def recommendations_to(agency_id: str) -> Address:
    """Return the address of the list of all recommendations to an agency."""
    return f"recommendations/to/{agency_id}/"


def recommendations_with_status(status_id: str) -> Address:
    """Return the address of the list of all recommendations with a status, or with `no-progress`."""
    return f"recommendations/status/{status_id}/"


def recommendations_of_year(year: YearOfReview) -> Address:
    """Return the address of the list of all recommendations of the reviews of a year."""
    return f"recommendations/year/{'undated' if year is None else year}/"


def recommendations_part(number: int) -> Address:
    """Return the address of a part of the list of all recommendations. Part 1 is the page of the section."""
    return f"recommendations/all/{number}/" if number > 1 else RECOMMENDATIONS


def page_of_list(first: Address, number: int) -> Address:
    """Return the address of a page of a long list: `reviews/page/2/`. Page 1 is the list's own address, `first`."""
    if number == 1:
        return first
    return recommendations_part(number) if first == RECOMMENDATIONS else f"{first}page/{number}/"


def is_later_page(address: Address) -> bool:
    """Return True for the second and later pages of a list. They come and go with the number of entries."""
    return bool(_PAGE_OF_LIST.fullmatch(address) or _PART_OF_RECOMMENDATIONS.fullmatch(address))


def finder_file(section: Address, name: str) -> Address:
    """Return the address of a file that the finder of a section reads, or of their folder if the name is empty."""
    return f"{FINDER_FILES}{section}{name}{'.json' if name else ''}"


def theme(theme_id: str) -> Address:
    """Return the address of the list of everything published on a practice theme."""
    return f"themes/{theme_id}/"


def harm(harm_id: str) -> Address:
    """Return the address of the list of everything published on a harm."""
    return f"themes/harm/{harm_id}/"


def briefing(briefing_id: str) -> Address:
    """Return the address of a briefing's page."""
    return f"briefings/{briefing_id}/"


def bulletin(quarter_id: str) -> Address:
    """Return the address of a quarter's bulletin: `bulletins/2022-q3/`."""
    return f"bulletins/{quarter_id}/"


def report_year(year_id: str) -> Address:
    """Return the address of the chapter on a year: `years/2022-23/`."""
    return f"years/{year_id}/"


def feed_for(audience_id: str) -> Address:
    """Return the address of an audience's feed of new records."""
    return f"for/{audience_id}/feed.xml"


def feed_of(page: Address) -> Address:
    """Return the address of the feed of a list, which is below its page: `reviews/feed.xml`."""
    return f"{page}feed.xml"


def event_calendar(notice_id: str) -> Address:
    """Return the address of the calendar file of one event."""
    return f"news/{notice_id}/event.ics"


def series(series_id: str) -> Address:
    """Return the address of the list of all briefings of a series."""
    return f"briefings/series/{series_id}/"


def briefing_year(year: YearOfReview) -> Address:
    """Return the address of the briefings published or revised in a year; None for those whose date is not known."""
    return f"briefings/year/{'undated' if year is None else year}/"


def briefings_for(audience_id: str) -> Address:
    """Return the address of the list of all briefings for an audience."""
    return f"briefings/for/{audience_id}/"


def briefings_about(about: str) -> Address:
    """Return the address of the list of all briefings about `children` or about `adults`."""
    return f"briefings/about/{about}/"


def briefings_to_read(way: str) -> Address:
    """Return the address of the list of all briefings that can be read in a way."""
    return f"briefings/how-to-read-{way.removeprefix('read-')}/"


def notice(notice_id: str, shelf: str) -> Address:
    """Return the address of a notice's page, in its section: `news` or `resources`."""
    return f"{shelf}/{notice_id}/"


def news_about(about: str) -> Address:
    """Return the address of the list of all news about `children`, `adults` or `families`."""
    return f"news/about/{about}/"


def document(record_id: str, kind: str, suffix: str) -> Address:
    """Return the address of a record's local file, built from ids, never from its name. `suffix` is like `pdf`."""
    return f"documents/{record_id}-{kind}.{suffix}"


def earlier_document(record_id: str, kind: str, until: str, suffix: str) -> Address:
    """Return the address of a document's version until a day, `2024-03-12`, as precise as that day is known."""
    return f"{VERSIONS}{record_id}-{kind}-until-{until}.{suffix}"


def record_picture(page: Address, number: int, suffix: str) -> Address:
    """Return the address of a picture on a record's page: `reviews/grace/picture-1.jpg`. `number` is 1-based."""
    return f"{page}picture-{number}.{suffix}"


def slides(briefing_id: str) -> Address:
    """Return the address of a briefing's slides: `briefings/slides/child-neglect/`."""
    return f"{SLIDES}{briefing_id}/"


def sheet(briefing_id: str) -> Address:
    """Return the address of a briefing's print sheet. It has a separate folder, so no document can have its address."""
    return f"{SHEETS}{briefing_id}.pdf"


def poster(briefing_id: str) -> Address:
    """Return the address of a briefing's poster."""
    return f"{POSTERS}{briefing_id}.pdf"


def picture(document: Address) -> Address:
    """Return the address of the picture of a PDF's first page: `documents/pictures/grace-report.webp`."""
    place = document.removeprefix("documents/").removesuffix(".pdf")
    return f"documents/pictures/{place}.webp"


def partnership_logo(suffix: str) -> Address:
    """Return the address of the partnership's logo; `suffix` is `svg`, `png` or `webp`."""
    return f"assets/partnership-logo.{suffix}"


def font(part: str, weight: int, style: str) -> Address:
    """Return the address of a font of the partnership, named after its use: `assets/fonts/text-700-italic.woff2`."""
    return f"assets/fonts/{part}-{weight}{'-italic' if style == 'italic' else ''}.woff2"


def share_picture(kind: str) -> Address:
    """Return the address of the preview picture for shared links to pages of a kind: `assets/share/review.png`."""
    return f"assets/share/{kind}.png"


def share_picture_of(page: Address) -> Address:
    """Return the address of the preview picture with a page's own title: `assets/share/reviews/grace.png`."""
    return f"assets/share/{page.strip('/')}.png"


def path_to_root(address: Address) -> str:
    """Return the relative path from a page to the root: `../../` for `reviews/grace/`, empty for the home page."""
    return "../" * address.count("/")


def parent_folder(address: Address) -> Address:
    """Return the folder that contains the frame of a page: `reviews/` for `reviews/grace/`, empty at the top."""
    parts = address.strip("/").split("/")
    return "/".join(parts[:-1]) + "/" if len(parts) > 1 else ""


def frame_folder(address: Address) -> Address:
    """Return the folder whose frame a page uses: its parent folder, or that of all recommendations of all reviews.

    The folders of reviews in `recommendations/` have no own frames. The one of the agencies is as deep. A
    later page of a list uses the frame of its first page; if that is hand-written, the frame of the section's records.
    """
    folder = parent_folder(address)
    if folder.startswith(RECOMMENDATIONS) and folder != RECOMMENDATIONS:
        return f"{RECOMMENDATIONS}to/"
    later = _PAGE_OF_LIST.fullmatch(address)
    return (parent_folder(later["list"]) or later["list"]) if later is not None else folder


def output_file(address: Address) -> str:
    """Return the path in site/ of the file for an address: `reviews/grace/index.html`."""
    return address + "index.html" if address == "" or address.endswith("/") else address
