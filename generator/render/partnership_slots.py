"""The content of the slots about the partnership: contacts, where to ask, and the organisations behind the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generator.languages import gettext as _
from generator.model import About, Address, Library, PageKind, SiteSection, addresses
from generator.model.frame import Slot
from generator.model.partnership import FontStyle
from generator.model.site_sections import notices_heading
from generator.model.urgent_contacts import contacts_for, helplines_for
from generator.render.interface_texts import script_words, site_language, site_locale, theme_text
from generator.render.listings import TemplateCall
from generator.render.views.cards import CardFactory, contact_point_view, contact_views
from generator.render.views.documents import possessive_website
from generator.render.views.share_image import share_picture_view
from generator.render.views.urgent_numbers import urgent_numbers

INTERFACE: Final[dict[str, Callable[[Library, Slot], str]]] = {
    "text": theme_text,
    "language": site_language,
    "locale": site_locale,
    "script-words": script_words,
}
"""The slots of the theme that give their HTML themselves."""

TEXTS: Final[dict[str, Callable[[Library], str]]] = {
    "partnership-name": lambda library: library.partnership.name,
    "library-name": lambda library: library.partnership.library_name,
    "area": lambda library: library.partnership.area,
    "exit-address": lambda library: library.partnership.exit_to,
}


def _contacts(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "contacts.html", {
        "contacts": contact_views(contacts_for(cards.library.partnership.contacts, _people_in(slot))),
        # "Get help" leads to the list of all numbers on the contact page.
        "anchor": "" if _people_in(slot) else addresses.WHO_TO_CALL,
    }


def _helplines(cards: CardFactory, slot: Slot) -> TemplateCall:
    only = slot.argument("only")
    shown = [each for each in cards.library.partnership.helplines if only is None or each.id in only.split(",")]
    return "contacts.html", {
        "contacts": contact_views(helplines_for(shown, _people_in(slot))),
        "anchor": "",
    }


def _people_in(slot: Slot) -> list[About]:
    """Return the people that `about=children` or `about=adults` names; empty without it, which means all numbers."""
    return [each for each in About if each == slot.argument("about")]


def _published_by(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "published-by.html", {"is_adopted": cards.library.partnership.adopted}


def _worried(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "worried.html", urgent_numbers(cards.library, _people_in(slot))


def _get_help(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the link to all numbers: on the contact page, or at the foot of the same page if that lists none."""
    return "get-help.html", {"anchor": addresses.WHO_TO_CALL if cards.library.has_all_numbers else ""}


def _desk(name: str) -> Callable[[CardFactory, Slot], TemplateCall]:
    def shown(cards: CardFactory, slot: Slot) -> TemplateCall:
        partnership = cards.library.partnership
        return "desk.html", {
            "desk": contact_point_view(getattr(partnership, name)),
            "website": partnership.website or "",
            "website_name": possessive_website(partnership.name),
        }

    return shown


def _partners(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "partners.html", {
        "people": [
            {"role": person.role, "organisation": person.organisation} for person in cards.library.partnership.people
        ]
    }


def _footer_links(cards: CardFactory, slot: Slot) -> TemplateCall:
    partnership = cards.library.partnership
    return "footer-links.html", {
        "website": partnership.website or "",
        "licence": partnership.licence or "",
        "feedback": contact_point_view(partnership.feedback),
        "privacy_address": addresses.PRIVACY,
        "data_address": addresses.FEEDS_AND_DATA if _has_page(cards, addresses.FEEDS_AND_DATA) else "",
    }


def _has_page(cards: CardFactory, address: Address) -> bool:
    return address in cards.library.handwritten_pages


def _logo(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "partnership-logo.html", {"logo": cards.library.logo}


def _fonts(cards: CardFactory, slot: Slot) -> TemplateCall:
    fonts = cards.library.partnership.fonts
    typefaces = fonts.typefaces if fonts is not None else ()
    upright = [
        addresses.font(part, each.weight, each.style)
        for part, typeface in typefaces
        for each in typeface.files
        if each.style is FontStyle.NORMAL
    ]
    return "partnership-fonts.html", {"fonts": list(dict.fromkeys(upright))}


def _lists_to_browse(cards: CardFactory) -> list[tuple[str, Address]]:
    """Return the lists that a reader can browse instead of searching, by name."""
    ways = (
        (_("the reviews"), addresses.REVIEWS),
        (_("the briefings"), addresses.BRIEFINGS),
        (_("the themes"), addresses.THEMES),
    )
    return [way for way in ways if _has_page(cards, way[1])]


def _search(cards: CardFactory, slot: Slot) -> TemplateCall:
    has_contact = _has_page(cards, addresses.CONTACT)
    helplines = helplines_for(cards.library.partnership.helplines, ()) if has_contact else ()
    return "search.html", {
        "index": addresses.SEARCH_INDEX,
        "ways": _lists_to_browse(cards),
        "only_notices": _only_notices(cards),
        "contact": addresses.CONTACT,
        "helplines": contact_views(helplines),
    }


def _search_box(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "search-box.html", {
        "search": addresses.SEARCH,
        "index": addresses.SEARCH_INDEX,
        "ways": _lists_to_browse(cards),
        "contact": addresses.CONTACT if _has_page(cards, addresses.CONTACT) else "",
        "only_notices": _only_notices(cards),
    }


def _only_notices(cards: CardFactory) -> str:
    """Return "News" or "Resources" if the site has only one of the two; empty for both or neither."""
    sections = cards.library.sections
    both = {SiteSection.NEWS, SiteSection.RESOURCES}
    return notices_heading(sections) if len(both & sections) == 1 else ""


def _share_picture(cards: CardFactory, slot: Slot) -> TemplateCall:
    kind = slot.argument("kind")
    known = PageKind(kind) if kind in list(PageKind) else PageKind.PAGE
    return "share-picture.html", {"picture": share_picture_view(known, cards.library)}


CHROME: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "contacts": _contacts,
    "helplines": _helplines,
    "worried": _worried,
    "documents-contact": _desk("documents_contact"),
    "feedback": _desk("feedback"),
    "sign-up": _desk("sign_up"),
    "older-reports": _desk("older_reports"),
    "partners": _partners,
    "partnership-logo": _logo,
    "partnership-fonts": _fonts,
    "footer-links": _footer_links,
    "get-help": _get_help,
    "search": _search,
    "search-box": _search_box,
    "published-by": _published_by,
    "share-picture": _share_picture,
}
