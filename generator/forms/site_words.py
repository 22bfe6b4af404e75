"""What the forms call the fields of the vocabulary and of the partnership."""

from __future__ import annotations

from typing import Final

from generator.forms.field_words import DATE, FieldWords

_TERM: Final = {
    "id": FieldWords("Id", "Part of an address. It never changes once published."),
    "label": FieldWords("Name"),
    "plural": FieldWords("Name of several"),
    "description": FieldWords("Meaning", "Readers see this.", rows=2),
    "source": FieldWords("Where it is from", rows=2),
    "also_known_as": FieldWords("Other names", item="name"),
    "replaces": FieldWords("Earlier ids", item="id"),
    "about": FieldWords("Who it is about"),
    "abbreviation": FieldWords("Abbreviation"),
}
_CONTACT_POINT: Final = {
    "label": FieldWords("Name"),
    "url": FieldWords("Web address", "A page about the contact, not a front page."),
    "form": FieldWords("Address of a form", "A form that a person reads and answers."),
    "email": FieldWords("Email"),
    "phone": FieldWords("Phone"),
    "text": FieldWords("What readers should know", rows=2),
}

_LISTS: Final = {
    "review_types": FieldWords("Kinds of review", item="kind of review"),
    "briefing_series": FieldWords("Series of briefings", item="series"),
    "harms": FieldWords("Harms", item="harm"),
    "themes": FieldWords("Themes", item="theme"),
    "document_kinds": FieldWords("Kinds of documents", item="kind of document"),
    "audiences": FieldWords("Audiences", item="audience"),
    "notice_kinds": FieldWords("Kinds of news and resources", item="kind"),
    "recipients": FieldWords("Who gets a copy before publication", item="body"),
    "repositories": FieldWords("Collections that get a report afterwards", item="collection"),
    "agencies": FieldWords("Agencies", item="agency"),
    "recommendation_statuses": FieldWords("Statuses of recommendations", item="status"),
    "annual_reports": FieldWords("What an annual report must say", item="report"),
    "coversheets": FieldWords("Cover sheets", item="cover sheet"),
}
_SYNONYMS: Final = FieldWords("Words that mean the same in the search", item="group of words", part="word")
_PINNED: Final = FieldWords("First results of the search", item="first result")

LIST_LABELS: Final = {name: words.label for name, words in _LISTS.items()}
"""The names of the lists of terms in words."""

SITE_WORDS: Final[dict[str, dict[str, FieldWords]]] = {
    "Term": _TERM,
    "Topic": {
        "helpline": FieldWords("A page about it shows contacts for help"),
        "content_note": FieldWords("Words in a content note", "Leave it empty for the name."),
        "named_first": FieldWords("Content notes name it first", "For suicide, or a death."),
    },
    "Harm": {"group": FieldWords("Heading in the list")},
    "ReviewType": {
        **_TERM,
        "steps": FieldWords("Steps before publication", item="step"),
        "process": FieldWords("Stages that readers see", item="stage"),
        "sent_to": FieldWords("Who gets the report", choices="destinations"),
        "variant_of": FieldWords("It is a variant of", choices="list:review_types"),
    },
    "JointType": {**_TERM, "types": FieldWords("Kinds that it joins", choices="list:review_types")},
    "BriefingSeries": {
        **_TERM,
        "for": FieldWords("What its briefings are about"),
        "parts": FieldWords("Parts with a fixed heading", item="part"),
        "most_parts": FieldWords("Number of parts at most"),
        "sheet": FieldWords("It has a sheet to print"),
        "poster": FieldWords("It has a poster"),
        "minutes": FieldWords("Minutes to read"),
    },
    "DocumentKind": {
        "names_type": FieldWords("Its label also names the kind of review"),
        "replaces_report": FieldWords("It is published if the report is not"),
        "answers_recommendations": FieldWords("It answers recommendations"),
    },
    "NoticeKind": {
        "shelf": FieldWords("Section of the site"),
        "section": FieldWords("Section in a bulletin", "Leave it empty for the usual one."),
    },
    "Destination": {**_TERM, "email": FieldWords("Email")},
    "Recipient": {"gets_reasons": FieldWords("It gets the reasons if a report is not published")},
    "RecommendationStatus": {
        "open": FieldWords("Something is still to be done"),
        "done": FieldWords("It counts as done"),
        "not_implemented": FieldWords("The partners decided not to act"),
        "needs": FieldWords("Fields that an entry with it must have"),
    },
    "SeriesPart": {
        "heading": FieldWords("Heading"),
        "from_case": FieldWords("Text of the case", "Only if its text is from the case."),
    },
    "Step": {
        "rule": FieldWords("Step"),
        "severity": FieldWords("If it is missing", "Leave it empty for the usual answer."),
        "working_days": FieldWords("Working days", "Leave it empty for the usual number."),
        "months": FieldWords("Months", "Leave it empty for the usual number."),
        "to": FieldWords("Who gets a copy", "Nobody ticked means everybody.", choices="list:recipients"),
        "repository": FieldWords("Collection", choices="list:repositories"),
        "by": FieldWords("Who must agree", "Leave it empty if any sign-off is enough.", item="office or body"),
        "parts": FieldWords("Parts that the report must have", "Nothing ticked means all of them."),
        "documents": FieldWords("Documents that count as the report", choices="list:document_kinds"),
        "since": FieldWords("Only for cases published since", in_form=DATE),
        "every_case_since": FieldWords("Also for cases without steps, if published since"),
        "source": FieldWords("Where the rule is from", "Leave it empty for the usual source.", rows=2),
    },
    "ProcessStage": {
        "label": FieldWords("Stage", "In a few words."),
        "text": FieldWords("What happens", "One or two plain sentences.", rows=2),
        "limit": FieldWords("Time limit", "In a few words."),
        "otherwise": FieldWords("What can happen instead", "Only if the process can end or turn here."),
    },
    "AnnualReport": {
        **_TERM,
        "reviews": FieldWords("Kinds of review", choices="list:review_types"),
        "parts": FieldWords("What it must say", item="part"),
    },
    "ReportPart": {
        "paragraph": FieldWords("Where the law says so", "4(1)(d), for example."),
        "label": FieldWords("What it must say"),
        "answer": FieldWords("What the records can give"),
    },
    "Coversheet": {
        **_TERM,
        "repository": FieldWords("Collection that asks for it", choices="list:repositories"),
        "read": FieldWords("Source read on", in_form=DATE),
        "fields": FieldWords("Fields", item="field"),
    },
    "CoversheetField": {
        "id": FieldWords("Id"),
        "label": FieldWords("Name"),
        "group": FieldWords("What it is about"),
        "value": FieldWords("What answers it", "Leave it empty if the editor of the case does."),
        "codes": FieldWords("Codes that can be chosen", item="code"),
    },
    "CoversheetCode": {
        "id": FieldWords("Code", "As the collection writes it."),
        "label": FieldWords("Name"),
        "terms": FieldWords("Harms, themes and agencies that have it", choices="coded_terms"),
    },
    "PinnedAnswer": {
        "words": FieldWords("Words that someone may search for", item="word"),
        "page": FieldWords("Address of the page"),
    },
    "Vocabulary": {
        **_LISTS,
        "synonyms": _SYNONYMS,
        "pinned_answers": _PINNED,
        "use": FieldWords("Packs", "Lists of terms that come with the program.", "", "packs", "pack", is_ordered=True),
        "leave_out": FieldWords(
            "Terms of packs that are left out",
            "Tick what this library does not need.",
            entries={
                **{name: FieldWords(words.label, choices=f"packed:{name}") for name, words in _LISTS.items()},
                "synonyms": FieldWords(_SYNONYMS.label, "One word of the group is enough.", item="word"),
                "pinned_answers": FieldWords(_PINNED.label, "One word of the result is enough.", item="word"),
            },
        ),
        "order": FieldWords(
            "Terms that come first",
            "Lists show these first. The others follow in their own order.",
            entries={
                name: FieldWords(words.label, "", "", f"list:{name}", words.item, is_ordered=True)
                for name, words in _LISTS.items()
            },
        ),
        "joint_types": FieldWords("Names of joint reviews", item="joint kind"),
        "show_unused": FieldWords("Lists that show unused terms", choices="term_lists"),
        "nation": FieldWords("Nation", "Whose bank holidays count."),
    },
    "Partnership": {
        "name": FieldWords("Name of the partnership"),
        "area": FieldWords("Area"),
        "library_name": FieldWords("Name of the library"),
        "description": FieldWords(
            "Description", "One or two sentences on the front page and in search results.", rows=3
        ),
        "language": FieldWords("Language of the site"),
        "website": FieldWords("Website of the partnership"),
        "people": FieldWords("Organisations and their roles", item="organisation"),
        "contacts": FieldWords("Who to call", "In the order in which to call them.", item="contact"),
        "helplines": FieldWords("Helplines", item="helpline"),
        "documents_contact": FieldWords("Who to ask for a document"),
        "feedback": FieldWords("Where to report a mistake"),
        "sign_up": FieldWords("Where to sign up for the bulletin"),
        "older_reports": FieldWords("Where older reports are"),
        "newsletter": FieldWords("Sender of the bulletin"),
        "exit_to": FieldWords("Where “Leave this site” leads"),
        "logo": FieldWords("Logo"),
        "colours": FieldWords("Colours"),
        "fonts": FieldWords("Fonts"),
        "document_rules": FieldWords("Rules on documents", item="rule"),
        "review_order": FieldWords(
            "Reviews in the partnership's own order",
            "Reviews that are not in it come first, the newest first.",
            "",
            "cases",
            "review",
            is_ordered=True,
        ),
        "recommendations": FieldWords("When to ask about recommendations"),
        "licence": FieldWords("Licence of the texts"),
        "adopted": FieldWords("The partnership has agreed to publish this library"),
        "nation": FieldWords("Nation", "Whose bank holidays count."),
    },
    "Partner": {"role": FieldWords("Role"), "organisation": FieldWords("Organisation")},
    "Contact": {
        "id": FieldWords("Id"),
        "label": FieldWords("Name"),
        "phone": FieldWords("Phone"),
        "text": FieldWords("When to call", rows=2),
        "hours": FieldWords("Hours"),
        "url": FieldWords("Website"),
        "sms": FieldWords("Number for text messages"),
        "sms_note": FieldWords("What to know before sending a text message"),
        "web_chat": FieldWords("Address of a chat"),
        "relay": FieldWords("Number for Relay UK or a textphone"),
        "about": FieldWords("For whom"),
    },
    "ContactPoint": _CONTACT_POINT,
    "Newsletter": {
        "from_name": FieldWords("Name of the sender"),
        "from_address": FieldWords("Email of the sender"),
        "reply_to": FieldWords("Email for answers", "Leave it empty if answers go to the sender."),
        "list_unsubscribe": FieldWords("Address to unsubscribe"),
    },
    "Logo": {
        "file": FieldWords("File", "SVG, PNG or WebP.", suffixes=("svg", "png", "webp")),
        "alt": FieldWords("Words for people who cannot see it", "Leave it empty if it only shows the name."),
    },
    "Colours": {
        "brand": FieldWords("Main colour", "#14505c, for example."),
        "brand_dark": FieldWords("Main colour on a dark background"),
        "accent": FieldWords("Second colour"),
    },
    "Fonts": {
        "text": FieldWords("Font of the text"),
        "headings": FieldWords("Font of headings", "Leave it empty if headings have the font of the text."),
    },
    "Typeface": {"family": FieldWords("Name of the font"), "files": FieldWords("Files", item="file")},
    "FontFile": {
        "file": FieldWords("File", "WOFF2.", suffixes=("woff2",)),
        "weight": FieldWords("Weight", "400 is regular, 700 is bold."),
        "style": FieldWords("Style"),
    },
    "RuleSeverity": {"rule": FieldWords("Rule"), "severity": FieldWords("What it counts as here")},
    "RecommendationSettings": {
        "overdue_after_months": FieldWords("Months after the due date"),
        "old_status_after_months": FieldWords("Months after the last entry"),
        "test_done_after_months": FieldWords(
            "Months after something is done", "Then “library due” asks for a test that it works. Empty: never."
        ),
    },
    "Redirect": {
        "old": FieldWords("Old address", "Without the name of the site."),
        "new": FieldWords("New address"),
        "since": FieldWords("Since", in_form=DATE),
    },
}
