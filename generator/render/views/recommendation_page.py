"""The page of one recommendation: its text, whom it is addressed to, its status, and everything that was done since."""

from __future__ import annotations

from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.markdown import whole_text
from generator.model import Library, PageKind, addresses
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.urgent_contacts import numbers_needed
from generator.render.citations import cite_recommendation
from generator.render.views.cards import case_date_label
from generator.render.views.citation import citation_facts, citation_view
from generator.render.views.page_view import PageView, status_view
from generator.render.views.recommendation_cards import title_of_recommendation
from generator.render.views.recommendations import heading_of, recommendation_view, status_label
from generator.render.views.record_language import language_attributes, language_of

_RECOMMENDATION: Final = message("Recommendation")


def recommendation_page(published: PublishedRecommendation, library: Library) -> PageView:
    """Return the page of a recommendation. Notes on progress are private: they are not in it."""
    case, recommendation = published.case, published.recommendation
    documents = library.documents_on_page("case", case.id)
    view = recommendation_view(recommendation, published.place, case, library, documents, own_page=True)
    title = title_of_recommendation(published)
    cited = cite_recommendation(published, title, library)
    status = status_label(recommendation, library)
    text = whole_text(recommendation.text)
    finding = next((each for each in case.findings if each.id == recommendation.finding), None)
    review = library.vocabulary.type_label(case.type, not_stated=_("Review"))
    date, is_dated = case_date_label(case, library), case.state is None and case.published is not None
    body: dict[str, object] = {
        "title": title,
        "each": view,
        "entries": [entry for entry in (view["latest"], *_list(view["earlier"])) if entry],
        "finding": finding.text if finding is not None else "",
        "review": {
            "name": case.name,
            "type": review,
            "date": date if is_dated else date[:1].lower() + date[1:],
            "address": addresses.review(case.id),
        },
        "before": _neighbour(published, -1),
        "after": _neighbour(published, 1),
        "own": language_attributes(case, library),
        "search_metadata": _search_metadata(published, title, status, library),
        "citation": citation_view(cited),
        **status_view(case, library),
    }
    return PageView(
        template="recommendation.html",
        address=published.address,
        title=title,
        description=_("{status}. {text}").format(status=status, text=text),
        body=body,
        json_ld=_json_ld(published, title, text, library),
        kind=PageKind.REVIEW,
        about=numbers_needed(case, library),
        cited=citation_facts(cited),
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _neighbour(published: PublishedRecommendation, step: int) -> dict[str, str]:
    """Return the recommendation before or after this one in the review; empty if there is none."""
    place = published.place + step
    if not 1 <= place <= len(published.case.recommendations):
        return {}
    other = published.case.recommendations[place - 1]
    return {"address": f"../{other.id}/", "heading": heading_of(other, place)}


def _search_metadata(
    published: PublishedRecommendation, title: str, status: str, library: Library
) -> dict[str, object]:
    words, recommendation = library.vocabulary, published.recommendation
    labels = [words.agency[each].label for each in recommendation.to]
    themes = [words.theme[each].label for each in filter(None, (recommendation.theme,)) if each in words.theme]
    harms = [words.harm[each].label for each in filter(None, (recommendation.harm,)) if each in words.harm]
    return {
        "title": title,
        "kind": _(_RECOMMENDATION),
        "about": "; ".join((*labels, *themes, *harms)),
        "documents": "",
        "date": status,
        **({"lang": own["lang"]} if (own := language_attributes(published.case, library)) else {}),
    }


def _json_ld(published: PublishedRecommendation, title: str, text: str, library: Library) -> dict[str, object]:
    """Return a part of a report: schema.org has no type for a recommendation of a review."""
    case = published.case
    language = language_of(case, library)
    publisher = {"@type": "Organization", "name": library.partnership.name}
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": title,
        "headline": title,
        "text": text,
        "url": library.site_url + published.address,
        "inLanguage": language,
        "isPartOf": {
            "@type": "Report",
            "name": library.page_title(case),
            "url": library.site_url + addresses.review(case.id),
            "inLanguage": language,
            "publisher": publisher,
        },
        "publisher": publisher,
    }
    if published.recommendation.current is not None:
        data["dateModified"] = published.recommendation.current.date.iso
    return data
