"""The page of one case."""

from __future__ import annotations

from collections.abc import Iterable

from generator.languages import gettext as _
from generator.languages import message, ngettext
from generator.markdown import join_words
from generator.model import Briefing, Case, Library, PageKind, RelatedCase, Status, addresses
from generator.model.how_to_read import can_be_opened, label_ways
from generator.model.page_titles import with_kind
from generator.model.urgent_contacts import numbers_needed
from generator.model.vocabulary import REVIEW
from generator.model.ways_to_read import ways_to_read
from generator.model.withheld_report import is_report_withheld
from generator.render.citations import cite_case
from generator.render.page_dates import record_dates
from generator.render.views.bulletin import bulletin_links
from generator.render.views.cards import Card, CardFactory, case_date_label
from generator.render.views.citation import citation_facts, citation_view
from generator.render.views.corrections import correction_views
from generator.render.views.documents import document_views, how_to_get
from generator.render.views.page_view import PageView, content_warning, date_modified, status_view
from generator.render.views.recommendations import recommendations_view
from generator.render.views.record_language import language_attributes, language_of
from generator.render.views.record_pictures import picture_views
from generator.render.views.search_metadata import search_metadata
from generator.render.views.term_links import term_links


def case_page(case: Case, cards: CardFactory) -> PageView:
    """Return a case's page: people, story, learning, advice, documents, briefings, related cases and citation."""
    library = cards.library
    words = library.vocabulary
    own_briefings = library.case_briefings_of.get(case.id, ())
    briefings = library.briefings_of.get(case.id, ())
    documents = document_views(library.documents_on_page("case", case.id), library.partnership)
    for briefing in own_briefings:
        documents += document_views(library.documents_on_page("briefing", briefing.id), library.partnership)
    harms = [words.harm[harm] for harm in case.harms]
    cited = cite_case(case, library)
    title = library.page_title(case)
    body: dict[str, object] = {
        "name": case.name,
        "subtitle": case.subtitle or "",
        "also_known_as": list(case.also_known_as),
        **_type(case, library),
        "published": case_date_label(case, library),
        "published_known": case.published is not None,
        "published_state": case.state is not None,
        "year_address": addresses.review_year(case.year),
        "summary": case.summary or "",
        "summary_source": (case.summary_source or "") if case.summary or case.story else "",
        "no_summary": "" if case.summary else _no_summary(case, library),
        "story": case.story or "",
        "pictures": picture_views(case, library),
        "learning": list(case.learning),
        "practice": list(case.practice),
        "community": list(case.community),
        **recommendations_view(case, library),
        "without_lessons": case.state is None
        and not (case.learning or case.practice or case.community or case.findings or case.recommendations),
        "commissioned": case.commissioned.label if case.commissioned is not None else "",
        "concluded": case.concluded.label if case.concluded is not None else "",
        "reviewer": case.reviewer or "",
        "themes": term_links((words.theme[theme] for theme in case.themes), "theme", library),
        "briefing_themes": term_links(
            (words.theme[theme] for theme in library.briefing_themes_of.get(case.id, ())), "theme", library
        ),
        "harms": term_links(harms, "harm", library),
        **content_warning(case, library),
        "documents": documents,
        "own_briefings": [_own_briefing(briefing, cards) for briefing in own_briefings],
        "briefings_heading": _briefings_heading(briefings),
        "briefings": [cards.briefing(each) for each in briefings if can_be_opened(ways_to_read(each, library))],
        "other_briefings": _not_opened(briefings, cards),
        "related": [_related(related, cards) for related in library.related_to.get(case.id, ())],
        "in_bulletins": bulletin_links(case.ref, cards),
        "corrections": correction_views(case),
        "record_dates": record_dates(case, library),
        **status_view(case, library),
        **_without_report(case, library),
        "own": language_attributes(case, library),
        "search_metadata": search_metadata(case, title, library),
        "citation": citation_view(cited),
    }
    toc = _toc(body)
    body["jump"] = _jump(toc)
    return PageView(
        template="case.html",
        address=addresses.review(case.id),
        title=title,
        description=describe(case, library),
        body=body,
        json_ld=_json_ld(case, library),
        toc=toc,
        kind=PageKind.REVIEW,
        about=numbers_needed(case, library),
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
    label = library.vocabulary.type_label(case.type, not_stated=_(REVIEW).lower())
    values = {"name": case.name, "type": label, "partnership": library.partnership.name}
    if case.state is not None:
        sentence = _("{name}: {type} by {partnership}. {state}.")
        return sentence.format(**values, state=case.state_label(library.today))
    has_briefings = case.id in library.case_briefings_of or case.id in library.briefings_of
    parts = {
        _("documents"): bool(library.documents_of.get(("case", case.id))),
        _("briefings"): has_briefings,
    }
    had = join_words([name for name, is_there in parts.items() if is_there])
    if case.published is None:
        sentence = _("{name}: {type}, published by {partnership}").format(**values)
    else:
        dated = (
            _("{name}: {type}, published by {partnership} on {date}")
            if case.published.day is not None
            else _("{name}: {type}, published by {partnership} in {date}")
        )
        sentence = dated.format(**values, date=case.published.label)
    return _("{sentence}, with its {parts}.").format(sentence=sentence, parts=had) if had else f"{sentence}."


def _no_summary(case: Case, library: Library) -> str:
    """Return the sentences to show if there is no summary, with the way to get the report if there is one."""
    sentence = _("We have no summary of this review.")
    report = next((each for each in library.documents_on_page("case", case.id) if each.kind == "report"), None)
    return f"{sentence} {how_to_get(report, _('report'))}".rstrip()


def _without_report(case: Case, library: Library) -> dict[str, object]:
    """Return whether the report is not published, and the address of what is published in its place.

    The address is empty if nothing is published in its place, or if it cannot be opened.
    """
    words = library.vocabulary
    own = library.documents_on_page("case", case.id)
    replacing = [each for each in own if each.kind in words.kinds_replacing_report]
    reports = [kind.id for kind in words.document_kinds if kind.names_type]
    return {
        "is_report_withheld": is_report_withheld(case, reports),
        "improvements": next(
            (document_views([each], library.partnership)[0] for each in replacing if each.address), None
        ),
    }


def _own_briefing(briefing: Briefing, cards: CardFactory) -> dict[str, object]:
    card = cards.briefing(briefing)
    return {
        "label": briefing.series.label,
        "address": card["address"],
        "can_be_opened": can_be_opened(ways_to_read(briefing, cards.library)),
        "how_to_read": card.get("how_to_read", ""),
        "is_here": card.get("is_here", False),
    }


def _not_opened(briefings: Iterable[Briefing], cards: CardFactory) -> list[dict[str, object]]:
    """Return the briefings that readers cannot open here, by how to read them: `On the partnership's website`."""
    groups: dict[str, list[Card]] = {}
    for briefing in briefings:
        ways = ways_to_read(briefing, cards.library)
        if not can_be_opened(ways):
            groups.setdefault(label_ways(ways), []).append(cards.briefing(briefing))
    return [{"how_to_read": how, "cards": listed} for how, listed in groups.items()]


def _briefings_heading(briefings: Iterable[Briefing]) -> str:
    """Return the line above the briefings that a case lists."""
    headings = {briefing.series.heading for briefing in briefings}
    heading = headings.pop() if len(headings) == 1 else _("Briefings")
    return _("{briefings} linked to this review").format(briefings=heading)


def _related(related: RelatedCase, cards: CardFactory) -> Card:
    library = cards.library
    card = cards.case(related.case).copy()
    reasons = []
    if related.briefings:
        titles = [briefing.title for briefing in related.briefings]
        reasons.append(
            ngettext("Shares the briefing {titles}", "Shares the briefings {titles}", len(titles)).format(
                titles=join_words(titles, most=3)
            )
        )
    elif related.themes:
        labels = [library.vocabulary.theme[theme].label for theme in related.themes]
        reasons.append(
            ngettext("Shares the theme {labels}", "Shares the themes {labels}", len(labels)).format(
                labels=join_words(labels, most=3)
            )
        )
    card["note"] = "; ".join(reasons)
    card["summary"] = ""
    return card


_SECTIONS = (
    ("story", "story", message("What happened")),
    ("learning", "learning", message("What we learned")),
    ("practice", "practice", message("Advice for practitioners")),
    ("community", "community", message("Advice for the community")),
    ("findings", "findings", message("What the review found")),
    ("recommendations", "changed", message("What has changed since")),
    ("documents", "documents", message("Documents")),
    ("corrections", "corrections", message("Corrections")),
    ("briefings", "briefings", message("Briefings")),
    ("related", "related", message("Related reviews")),
)


def _toc(body: dict[str, object]) -> tuple[tuple[str, str], ...]:
    shown = [
        (anchor, _(label))
        for key, anchor, label in _SECTIONS
        if body[key] or (key == "briefings" and (body["own_briefings"] or body["other_briefings"]))
    ]
    return (*shown, ("cite", _("Cite this review")))


def _jump(toc: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Return links to what a reader may want before a long story, for windows that are too narrow for the contents."""
    parts = [part for part in toc if part[0] in ("learning", "practice", "changed", "documents")]
    return [*parts, ("facts", _("About this review"))]


def _json_ld(case: Case, library: Library) -> dict[str, object]:
    words = library.vocabulary
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": with_kind(case.name, words.type_label(case.type, not_stated=_(REVIEW).lower())),
        "url": library.site_url + addresses.review(case.id),
        "inLanguage": language_of(case, library),
        "publisher": {"@type": "Organization", "name": library.partnership.name},
        "isPartOf": {"@type": "Collection", "name": library.partnership.library_name, "url": library.site_url},
        "spatialCoverage": library.partnership.area,
    }
    if case.subtitle is not None:
        data["alternativeHeadline"] = case.subtitle
    if case.also_known_as:
        data["alternateName"] = list(case.also_known_as)
    if case.state is not None:
        data["creativeWorkStatus"] = case.state_label(library.today)
    if case.published is not None:
        data["datePublished"] = case.published.iso
    data |= date_modified(case, case.published, library)
    if case.summary is not None:
        data["abstract"] = case.summary
    if case.harms:
        data["about"] = [{"@type": "Thing", "name": words.harm[harm].label} for harm in case.harms]
    if case.themes:
        data["keywords"] = [words.theme[theme].label for theme in case.themes]
    if case.reviewer is not None:
        data["author"] = {"@type": "Person", "name": case.reviewer}
    if case.status is Status.ARCHIVED:
        data["creativeWorkStatus"] = "Archived"
    return data
