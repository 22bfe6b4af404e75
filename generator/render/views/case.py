"""The page of one case."""

from __future__ import annotations

from generator.markdown import join_words
from generator.model import Case, Library, PageKind, RelatedCase, Status, addresses
from generator.model.vocabulary import REVIEW
from generator.render.citations import cite_case
from generator.render.views.bulletin import bulletin_links
from generator.render.views.cards import Card, CardFactory, date_label
from generator.render.views.citation import citation_facts, citation_view
from generator.render.views.documents import document_views, how_to_get
from generator.render.views.page_view import PageView, content_warning, status_view
from generator.render.views.search_metadata import search_metadata
from generator.render.views.term_links import term_links


def case_page(case: Case, cards: CardFactory) -> PageView:
    """Return a case's page: people, story, learning, advice, documents, briefings, related cases and citation."""
    library = cards.library
    words = library.vocabulary
    lessons = library.lessons_of.get(case.id)
    briefings = library.briefings_of.get(case.id, ())
    documents = document_views(library.documents_on_page("case", case.id), library.partnership)
    if lessons is not None:
        documents += document_views(library.documents_on_page("briefing", lessons.id), library.partnership)
    harms = [words.harm[harm] for harm in case.harms]
    cited = cite_case(case, library)
    body: dict[str, object] = {
        "name": case.name,
        **_type(case, library),
        "published": date_label(case.published),
        "published_known": case.published is not None,
        "year_address": addresses.review_year(case.published.year if case.published else None),
        "summary": case.summary or "",
        "no_summary": "" if case.summary else _no_summary(case, library),
        "story": case.story or "",
        "learning": list(case.learning),
        "practice": list(case.practice),
        "community": list(case.community),
        "reviewer": case.reviewer or "",
        "themes": term_links((words.theme[theme] for theme in case.themes), "theme", library),
        "harms": term_links(harms, "harm", library),
        **content_warning(case, library),
        "documents": documents,
        "lessons": cards.briefing(lessons) if lessons is not None else None,
        "briefings": [cards.briefing(briefing) for briefing in briefings],
        "related": [_related(related, cards) for related in library.related_to.get(case.id, ())],
        "in_bulletins": bulletin_links(case.ref, cards),
        **status_view(case, library),
        "search_metadata": search_metadata(case, cited.title, library),
        "citation": citation_view(cited),
    }
    return PageView(
        template="case.html",
        address=addresses.review(case.id),
        title=cited.title,
        description=describe(case, library),
        body=body,
        json_ld=_json_ld(case, library),
        toc=_toc(body),
        kind=PageKind.REVIEW,
        cited=citation_facts(cited),
    )


def _type(case: Case, library: Library) -> dict[str, object]:
    """Return the label of the type, and a link to the list of each type. A joint review has two links or more."""
    words = library.vocabulary
    links = term_links((words.type[each] for each in words.in_order(case.type)), "type", library)
    label = words.type_label(case.type)
    has_own_name = len(links) > 1 and label != join_words([link["label"] for link in links])
    return {"type": label, "types": links, "joint_name": label if has_own_name else ""}


def describe(case: Case, library: Library) -> str:
    """Return the summary, or a description from the other fields if there is no summary."""
    if case.summary:
        return case.summary
    label = library.vocabulary.type_label(case.type, not_stated=REVIEW.lower())
    when = f" in {case.published.label}" if case.published else ""
    has_briefings = case.id in library.lessons_of or case.id in library.briefings_of
    parts = {"documents": bool(library.documents_of.get(("case", case.id))), "briefings": has_briefings}
    had = " and ".join(name for name, is_there in parts.items() if is_there)
    sentence = f"{case.name}: {label}, published by {library.partnership.name}{when}"
    return f"{sentence}, with its {had}." if had else f"{sentence}."


def _no_summary(case: Case, library: Library) -> str:
    """Return the sentences to show if there is no summary, with the way to get the report if there is one."""
    sentence = "We have not published a summary of this review yet."
    report = next((each for each in library.documents_on_page("case", case.id) if each.kind == "report"), None)
    return f"{sentence} {how_to_get(report, 'report')}".rstrip()


def _related(related: RelatedCase, cards: CardFactory) -> Card:
    library = cards.library
    card = cards.case(related.case).copy()
    reasons = []
    if related.briefings:
        titles = [briefing.title for briefing in related.briefings]
        reasons.append(
            ("Shares the briefing " if len(titles) == 1 else "Shares the briefings ") + join_words(titles, most=3)
        )
    elif related.themes:
        labels = [library.vocabulary.theme[theme].label for theme in related.themes]
        reasons.append(("Shares the theme " if len(labels) == 1 else "Shares the themes ") + join_words(labels, most=3))
    card["note"] = "; ".join(reasons)
    card["summary"] = ""
    return card


_SECTIONS = (
    ("story", "story", "What happened"),
    ("learning", "learning", "What we learned"),
    ("practice", "practice", "Advice for practitioners"),
    ("community", "community", "Advice for the community"),
    ("documents", "documents", "Documents"),
    ("briefings", "briefings", "Briefings"),
    ("related", "related", "Related reviews"),
)


def _toc(body: dict[str, object]) -> tuple[tuple[str, str], ...]:
    shown = [
        (anchor, label) for key, anchor, label in _SECTIONS if body[key] or (key == "briefings" and body["lessons"])
    ]
    return (*shown, ("cite", "Cite this review"))


def _json_ld(case: Case, library: Library) -> dict[str, object]:
    words = library.vocabulary
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": f"{case.name}: {words.type_label(case.type, not_stated=REVIEW.lower())}",
        "url": library.site_url + addresses.review(case.id),
        "inLanguage": "en-GB",
        "publisher": {"@type": "Organization", "name": library.partnership.name},
        "isPartOf": {"@type": "Collection", "name": library.partnership.library_name, "url": library.site_url},
        "spatialCoverage": library.partnership.area,
    }
    if case.published is not None:
        data["datePublished"] = case.published.iso
    if case.summary is not None:
        data["abstract"] = case.summary
    about = [words.theme[theme].label for theme in case.themes] + [words.harm[harm].label for harm in case.harms]
    if about:
        data["about"] = [{"@type": "Thing", "name": each} for each in about]
    if case.reviewer is not None:
        data["author"] = {"@type": "Person", "name": case.reviewer}
    if case.status is Status.ARCHIVED:
        data["creativeWorkStatus"] = "Archived"
    return data
