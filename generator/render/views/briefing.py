"""The page of one briefing: its own text, or the texts of its case, in the parts of its series.

A briefing whose text is not on this site has a shorter page, which begins with how to get the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.languages import gettext as _
from generator.languages import message
from generator.markdown import join_words
from generator.model import (
    Availability,
    Briefing,
    Case,
    Library,
    PageKind,
    Partnership,
    PublishedDocument,
    WrittenBy,
    addresses,
)
from generator.model.briefing_series import CaseText
from generator.model.how_to_read import can_be_opened
from generator.model.page_titles import with_kind
from generator.model.sorting import name_key
from generator.model.urgent_contacts import numbers_needed
from generator.model.ways_to_read import has_text, is_on_own_website, label_ways_to_read, ways_to_read
from generator.render.citations import cite_briefing
from generator.render.page_dates import record_dates
from generator.render.views.bulletin import bulletin_links
from generator.render.views.cards import NOT_READ, CardFactory, date_label
from generator.render.views.citation import citation_facts, citation_view
from generator.render.views.corrections import correction_views
from generator.render.views.documents import document_views, possessive_website
from generator.render.views.page_view import PageView, content_warning, date_modified, status_view
from generator.render.views.record_language import language_attributes, language_of
from generator.render.views.record_pictures import picture_views
from generator.render.views.search_metadata import search_metadata
from generator.render.views.term_links import term_links

_SHORT = {"sheet": message("Sheet to print"), "poster": message("Poster")}


def briefing_page(briefing: Briefing, cards: CardFactory) -> PageView:
    """Return the page of a briefing, with the cases that are linked to it."""
    library = cards.library
    words = library.vocabulary
    cases = library.cases_of.get(briefing.id, ())
    case = cases[0] if briefing.case is not None and cases else None
    harms = [words.harm[harm] for harm in briefing.harms or (case.harms if case is not None else ())]
    themes = briefing.themes or (case.themes if case is not None else ())
    sharing = {
        each.id: each
        for theme in briefing.themes
        for each in library.briefings_by_theme.get(theme, ())
        if each.id != briefing.id and each.series.id == briefing.series.id
    }
    documents = library.documents_on_page("briefing", briefing.id)
    story_parts = _parts(briefing, case)
    alike = sorted(sharing.values(), key=lambda each: (name_key(each.title), each.id))
    of_review = library.briefings_of.get(case.id, ()) if case is not None else ()
    cited = cite_briefing(briefing, library)
    title = library.page_title(briefing)
    is_full = has_text(briefing, library)
    if not is_full:
        # A reader who cannot read this briefing here needs others to read.
        alike = [each for each in alike if can_be_opened(ways_to_read(each, library))]
        of_review = tuple(each for each in of_review if can_be_opened(ways_to_read(each, library)))
    body: dict[str, object] = {
        "title": briefing.title,
        "subtitle": briefing.subtitle or "",
        "kicker": briefing.kicker if not briefing.counts_as_partnership else briefing.series.kicker,
        "series_heading": briefing.series.heading,
        "series_address": addresses.series(briefing.series.id),
        "summary": briefing.summary or "",
        "retelling": _retelling(briefing, library.partnership.name),
        "retold": briefing.retold.label if briefing.retold else "",
        "not_read": _(NOT_READ) if briefing.summary_is_from_title else "",
        "text_source": _text_source(briefing, case, story_parts),
        "audience": [words.audience[audience].label for audience in briefing.audience if audience in words.audience],
        "published": date_label(briefing.published),
        "revised": briefing.revised.label if briefing.revised else "",
        "sections": [{"heading": section.heading, "body": section.body} for section in briefing.sections],
        "questions": list(briefing.questions),
        "story_parts": story_parts,
        "full_text": "" if is_full else _full_text(briefing, documents, library.partnership),
        "how_to_read": label_ways_to_read(briefing, library),
        "after_story": _after_story(story_parts),
        "readers": _readers(briefing),
        "case": cards.case(case) if case is not None else None,
        "case_type": words.type_label(case.type, not_stated="") if case is not None else "",
        "cases": [cards.case(each) for each in cases],
        "themes": term_links((words.theme[each] for each in themes), "theme", library),
        "harms": term_links(harms, "harm", library),
        **content_warning(briefing, library),
        "pictures": picture_views(briefing, library),
        "documents": document_views(documents, library.partnership),
        "slides": addresses.slides(briefing.id) if library.shows_as_slides(briefing) else "",
        "to_take_away": _to_take_away(briefing, documents),
        "briefings": [cards.briefing(each) for each in of_review],
        "similar_briefings": [cards.briefing(similar) for similar in alike[:5]],
        "in_bulletins": bulletin_links(briefing.ref, cards),
        "corrections": correction_views(briefing),
        "record_dates": record_dates(briefing, library),
        **status_view(briefing, library),
        "own": language_attributes(briefing, library),
        "search_metadata": search_metadata(briefing, title, library),
        "citation": citation_view(cited),
    }
    return PageView(
        template="briefing.html" if is_full else "briefing-stub.html",
        address=addresses.briefing(briefing.id),
        title=title,
        description=_describe(briefing, case, library),
        body=body,
        json_ld=_json_ld(briefing, library),
        toc=_toc(body) if is_full else (),
        kind=PageKind.BRIEFING,
        about=numbers_needed(briefing, library),
        cited=citation_facts(cited),
    )


def _retelling(briefing: Briefing, partnership: str) -> str:
    """Return that the text is not the partnership's, although the title is; empty for a text that is not retold."""
    if briefing.written_by is not WrittenBy.LIBRARY_RETELLING:
        return ""
    sentence = _(
        "{partnership} has its own briefing with this title. This text is retold for this library, not in the"
        " partnership's words."
    )
    return sentence.format(partnership=partnership)


def _text_source(briefing: Briefing, case: Case | None, parts: Iterable[dict[str, object]]) -> str:
    """Return what the texts of the page are from: the story of its case, or its own summary. Empty if not known."""
    if case is not None and any(map(_has_text, parts)):
        return case.summary_source or ""
    return "" if briefing.summary is None or briefing.summary_is_from_title else briefing.summary_source or ""


def _has_text(part: dict[str, object]) -> bool:
    return bool(part["text"] or part["items"])


def _to_take_away(briefing: Briefing, documents: Iterable[PublishedDocument]) -> list[dict[str, object]]:
    """Return the partnership's own briefing, if it can be opened, the sheet and the poster. Empty without a sheet."""
    listed = list(documents)
    sheets = [each for each in listed if each.is_sheet]
    own = [each for each in listed if each.kind == briefing.series.id and each.address is not None] if sheets else []
    return [
        {
            "short": _(_SHORT[each.kind]) if each.is_sheet else _("The partnership's own briefing"),
            "address": each.address or "",
            "detail": each.detail,
            "is_local": each.is_local,
        }
        for each in (*own, *sheets)
    ]


def _parts(briefing: Briefing, case: Case | None) -> list[dict[str, object]]:
    """Return the parts whose text comes from the case. Some may be empty."""
    if case is None:
        return []
    texts: dict[CaseText, tuple[str, ...]] = {
        CaseText.LEARNING: case.learning,
        CaseText.PRACTICE: case.practice,
        CaseText.COMMUNITY: case.community,
    }
    return [
        {
            "anchor": str(text),
            "heading": part.heading,
            "text": (case.story or "") if text is CaseText.STORY else "",
            "items": list(texts.get(text, ())),
        }
        for text, part in briefing.series.case_parts
    ]


def _after_story(parts: Iterable[dict[str, object]]) -> str:
    """Return the anchor of the learning if the page also has the story, which a reader may want to skip; else empty."""
    shown = {part["anchor"] for part in parts if part["text"] or part["items"]}
    return str(CaseText.LEARNING) if {CaseText.STORY, CaseText.LEARNING} <= shown else ""


def _full_text(briefing: Briefing, documents: Iterable[PublishedDocument], partnership: Partnership) -> str:
    """Return where to find the full text of a briefing whose page does not have it."""
    own = [each for each in documents if not each.is_sheet]
    document = next((each for each in own if each.kind == briefing.series.id), own[0] if own else None)
    if document is not None and document.publisher is not None:
        return _("The full briefing is on {website}.").format(website=possessive_website(document.publisher))
    if document is not None and not document.format and is_on_own_website(document.address, partnership):
        return _("The full briefing is on {website}.").format(website=possessive_website(partnership.name))
    if document is not None and document.address is not None:
        return _("The full briefing is in the {format}.").format(format=document.format or _("document"))
    if document is not None and document.availability is Availability.ON_REQUEST:
        return _("The full briefing is not online. You can ask for it.")
    if document is not None and document.availability is Availability.UNKNOWN:
        return _("We do not know whether the full briefing is online.")
    return _("We have not published the full text of this briefing yet.")


def _describe(briefing: Briefing, case: Case | None, library: Library) -> str:
    if briefing.summary:
        return f"{briefing.summary} {_(NOT_READ)}" if briefing.summary_is_from_title else briefing.summary
    if case is not None:
        about = _("What services learned from {name}'s review").format(name=case.name)
        label = f" ({library.vocabulary.type_label(case.type)})" if case.type else ""
        return f"{about}{label}{_readers(briefing)}."
    if not has_text(briefing, library):
        values = {"title": briefing.title, "series": briefing.series.label, "partnership": library.partnership.name}
        sentence = _("{title}: {series} by {partnership}. {how_to_read}.")
        return sentence.format(**values, how_to_read=label_ways_to_read(briefing, library))
    time = briefing.series.reading_time
    topic = _("{title} in {time}").format(title=briefing.title, time=time) if time else briefing.title
    return _("{topic}: a short briefing for teams, with the reviews linked to it.").format(topic=topic)


def _readers(briefing: Briefing) -> str:
    """Return the readers whom the parts of the series speak to, as the end of a sentence; empty if no part says."""
    readers = {CaseText.PRACTICE: _("practitioners"), CaseText.COMMUNITY: _("the community")}
    named = [readers[text] for text, _part in briefing.series.case_parts if text in readers]
    return _(", for {readers}").format(readers=join_words(named)) if named else ""


def _toc(body: dict[str, object]) -> tuple[tuple[str, str], ...]:
    sections = body["sections"]
    parts = body["story_parts"]
    assert isinstance(sections, list) and isinstance(parts, list)
    entries = [(f"section-{number}", f"{number}. {each['heading']}") for number, each in enumerate(sections, 1)]
    entries += [(part["anchor"], part["heading"]) for part in parts if part["text"] or part["items"]]
    for key, label in (
        ("questions", _("Talk about it")),
        ("documents", _("Documents")),
        ("corrections", _("Corrections")),
        ("cases", _("Reviews linked to this briefing")),
    ):
        if body[key] and not (key == "cases" and body["case"]):
            entries.append((key, label))
    if body["briefings"]:
        entries.append(("briefings", _("Briefings of this review")))
    return (*entries, ("cite", _("Cite this briefing")))


def _json_ld(briefing: Briefing, library: Library) -> dict[str, object]:
    words = library.vocabulary
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": with_kind(briefing.title, briefing.series.label),
        "url": library.site_url + addresses.briefing(briefing.id),
        "inLanguage": language_of(briefing, library),
        "learningResourceType": briefing.series.label,
        "publisher": {"@type": "Organization", "name": library.partnership.name},
        "isPartOf": {"@type": "Collection", "name": library.partnership.library_name, "url": library.site_url},
    }
    if briefing.subtitle is not None:
        data["alternativeHeadline"] = briefing.subtitle
    if briefing.also_known_as:
        data["alternateName"] = list(briefing.also_known_as)
    is_retelling = briefing.written_by is WrittenBy.LIBRARY_RETELLING
    if briefing.published is not None and not is_retelling:
        data["datePublished"] = briefing.published.iso
    if is_retelling and briefing.retold is not None:
        data["dateModified"] = briefing.retold.iso
    else:
        data |= date_modified(briefing, briefing.published, library)
    if briefing.written_by.is_library_text:
        own = {"@type": "Organization", "name": library.partnership.library_name, "url": library.site_url}
        data["author"] = data["publisher"] = own
    if briefing.themes:
        data["about"] = [{"@type": "Thing", "name": words.theme[theme].label} for theme in briefing.themes]
    # A case that only lists a briefing need not be where the briefing comes from.
    cases = library.cases_of.get(briefing.id, ()) if briefing.case is not None else ()
    if cases:
        data["isBasedOn"] = [library.site_url + addresses.review(case.id) for case in cases]
    return data
