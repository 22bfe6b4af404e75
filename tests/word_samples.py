# ruff: noqa: RUF001 the files have the dashes and quotation marks that Word types
"""Invented Word files with what `library import` should find in them.

Each is in its own style. All people, places, partnerships and events in them are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from tests.word_files import b, br, docx, h, li, link, ol, p, run, table


@dataclass(frozen=True)
class WordSample:
    """A file and what is in it."""

    name: str
    data: bytes
    kind: str
    """`briefing`, `lessons` or `case`."""

    title: str = ""
    """The title of a briefing on a topic, or the name of the review."""

    sections: tuple[str, ...] = ()
    """The headings of a briefing on a topic, in order."""

    texts: dict[str, int] = field(default_factory=dict)
    """The fields of a case, each with its number of points; 1 for the story."""

    facts: dict[str, str] = field(default_factory=dict)
    """`type`, `published` and `reviewer`."""


SEVEN: Final = (
    ("Background", "Rain fell for a week on the invented town of Marlow Fen before the review began."),
    ("Why it matters", "A quiet child may be a frightened child."),
    ("Information", "Two services held half of the picture each."),
    ("Signs to look for", "A child who stops coming to swimming lessons."),
    ("What to do", "Ask again, and ask someone else."),
    ("Questions", "Who in the team knows the family best?"),
    ("Where to find more", "The duty desk of Marlow Fen has a leaflet."),
)
HEADINGS: Final = tuple(heading for heading, _ in SEVEN)


def _briefings() -> list[WordSample]:
    styled = docx(
        p("7-Minute Briefing: Quiet Children", style="Title"),
        *(h(heading) + p(text) for heading, text in SEVEN),
    )
    numbered = docx(
        p("Seven Minute Briefing", style="Title"),
        h("Missed appointments"),
        *(h(f"{number}. {heading}", 2) + p(text) for number, (heading, text) in enumerate(SEVEN, 1)),
    )
    bold = docx(
        b("7 minute briefing – Working with grandparents"),
        *(b(heading) + p(text) + li("Ring the school", "Write it down") for heading, text in SEVEN),
    )
    columns = docx(
        p("7 Minute Briefing – Night-time noise", style="Title"),
        table(*((b(heading), text) for heading, text in SEVEN)),
    )
    grid = docx(
        b("7MB: Dogs in small flats"),
        table(
            *(
                [b(f"{at}. {SEVEN[at - 1][0]}") + p(SEVEN[at - 1][1]) for at in numbers]
                for numbers in ((1, 2, 3), (6, 5, 4))
            ),
            [b("7. Where to find more") + p(SEVEN[6][1]), p()],
        ),
    )
    typed = docx(
        p("Seven-minute briefing on lost keys"),
        *(p(f"{number}) {heading}:") + p(text) for number, (heading, text) in enumerate(SEVEN, 1)),
    )
    printed = ("What happened?", "Why does it matter?", "Key facts", "Warning signs", "What should you do?",
               "Reflective questions", "Further information")  # fmt: skip
    variants = docx(
        p("Learning from two winters", style="Title"),
        p("7-minute briefing"),
        *(h(heading) + p(SEVEN[at][1]) for at, heading in enumerate(printed)),
    )
    capitals = docx(
        p("7 MINUTE BRIEFING"),
        p("Cold homes"),
        *(p(heading.upper()) + p(text) for heading, text in SEVEN),
    )
    starts = docx(
        p("7-minute briefing: Young carers at weekends", style="Title"),
        *(p(run(f"{heading}: ", bold=True), text) for heading, text in SEVEN),
    )
    below = docx(
        h("7-minute briefing: Handing over a case"),
        h("Background", 2), p("Three teams handed the case on."), h("The first handover", 3), p("By letter."),
        h("Why it matters", 2), p("Nobody read the letter.", br(), "Nobody rang."),
        h("What to do", 2), ol("Ring.", "Write.", "Ring again."), p("Then ", link("ask the duty desk"), "."),
        h("Where to find more", 2), p("See www.handover.example.org."),
    )  # fmt: skip
    return [
        WordSample("styled.docx", styled, "briefing", "Quiet Children", HEADINGS),
        WordSample("numbered.docx", numbered, "briefing", "Missed appointments", HEADINGS),
        WordSample("bold.docx", bold, "briefing", "Working with grandparents", HEADINGS),
        WordSample("columns.docx", columns, "briefing", "Night-time noise", HEADINGS),
        WordSample("grid.docx", grid, "briefing", "Dogs in small flats", HEADINGS),
        WordSample("typed.docx", typed, "briefing", "lost keys", HEADINGS),
        WordSample("variants.docx", variants, "briefing", "Learning from two winters", printed),
        WordSample("capitals.docx", capitals, "briefing", "Cold homes", tuple(each.upper() for each in HEADINGS)),
        WordSample("starts.docx", starts, "briefing", "Young carers at weekends", HEADINGS),
        WordSample(
            "below.docx",
            below,
            "briefing",
            "Handing over a case",
            ("Background", "Why it matters", "What to do", "Where to find more"),
        ),
    ]


_STORY: Final = p("Willow lived on a boat with an uncle.") + p("In 2019. the boat was sold.")
_LEARNED: Final = li("Ask who lives on the boat.", "Moves are a sign.", "Uncles are family too.")


def _lessons() -> list[WordSample]:
    styled = docx(
        p("Lessons Learned Briefing: Willow", style="Title"),
        h("The story"), _STORY, h("What we learned"), _LEARNED,
        h("Advice for practitioners"), p("Practitioners should:"), li("Knock twice.", "Write the date."),
        h("Advice for the community"), p("Say hello to new neighbours."), p("Ring if you are worried."),
    )  # fmt: skip
    bold = docx(
        b("Lessons Learned – Child K"),
        b("What happened?"), _STORY, b("Key learning"), _LEARNED,
        b("What this means for practice"), li("Knock twice."), b("What the community can do"), li("Ring.", "Ask."),
    )  # fmt: skip
    columns = docx(
        p("LLB", style="Title"), p("‘Maren and Tove’"),
        table(
            (b("Maren and Tove's story"), _STORY), (b("What did we learn?"), _LEARNED),
            (b("For practitioners"), li("Knock twice.", "Listen.")), (b("For the public"), p("Ring.")),
        ),
    )  # fmt: skip
    numbered = docx(
        p("Lessons learned briefing"), p("Rowan"),
        p("1. The story"), _STORY, p("2. What we learned"), _LEARNED,
        p("3. Advice for professionals"), p("• Knock twice."), p("• Listen."),
        p("4. Advice for families"), p("- Ring."), p("- Ask."),
    )  # fmt: skip
    deep = docx(
        h("Lessons learned briefing – Adult B"),
        h("Background", 2), _STORY,
        h("Findings", 2), h("Moves", 3), p("Moves are a sign."), h("Uncles", 3), p("Uncles are family too."),
        h("Implications for practice", 2), ol("Knock twice.", "Listen."),
        h("Advice for the community", 2), p("Ring."),
        h("References", 2), p("A leaflet of the harbour office."),
    )  # fmt: skip
    four = {"story": 1, "learning": 3, "practice": 2, "community": 2}
    return [
        WordSample("llb-styled.docx", styled, "lessons", "Willow", texts=four),
        WordSample("llb-bold.docx", bold, "lessons", "Child K", texts=four | {"practice": 1}),
        WordSample("llb-columns.docx", columns, "lessons", "Maren and Tove", texts=four | {"community": 1}),
        WordSample("llb-numbered.docx", numbered, "lessons", "Rowan", texts=four),
        WordSample(
            "llb-deep.docx",
            deep,
            "lessons",
            "Adult B",
            texts={"story": 1, "learning": 2, "practice": 2, "community": 1},
        ),
    ]


def _reports() -> list[WordSample]:
    cover = docx(
        p("Marlow Fen Safeguarding Children Partnership"),
        p("Child Safeguarding Practice Review", style="Title"),
        p("Willow"),
        p("Lead Reviewer: Dr Quillon Featherby, Independent Consultant"),
        p("Published: March 2023"),
        p("Contents", style="TOC1"),
        h("1. Introduction"), p("This was commissioned by the Marlow Fen Safeguarding Children Partnership in 2021."),
        h("2. Findings"), p("Moves are a sign."),
    )  # fmt: skip
    labels = docx(
        p("Safeguarding Adults Review: Overview Report", style="Title"),
        table(
            ("Subject", "Adult B"),
            ("Independent reviewer", "Ottoline Marchbanks"),
            ("Date of publication", "14 May 2022"),
            ("Commissioned by", "Marlow Fen Safeguarding Adults Board"),
        ),
        h("Introduction"), p("Adult B was a baker."),
    )  # fmt: skip
    sentence = docx(
        b("Domestic Homicide Review"),
        b("‘Tamsin’"),
        b("September 2020"),
        p("Fenwick Otterburn was appointed as the independent lead reviewer in the spring."),
        p("The Lower Marl Community Safety Partnership commissioned the review in 2018."),
        h("Background"), p("Tamsin kept bees."),
    )  # fmt: skip
    author = docx(
        p("Serious Case Review – Child K", style="Title"),
        p("Report author: Isolde Wrenfield"),
        p("June 2016"),
        h("1 Introduction"), p("Child K was four."),
    )  # fmt: skip
    return [
        WordSample(
            "report-cover.docx", cover, "case", "Willow",
            facts={"type": "cspr", "published": "2023-03", "reviewer": "Dr Quillon Featherby"},
        ),
        WordSample(
            "report-labels.docx", labels, "case", "Adult B",
            facts={"type": "sar", "published": "2022-05-14", "reviewer": "Ottoline Marchbanks"},
        ),
        WordSample(
            "report-sentence.docx", sentence, "case", "Tamsin",
            facts={"type": "dardr", "published": "2020-09", "reviewer": "Fenwick Otterburn"},
        ),
        WordSample(
            "report-author.docx", author, "case", "Child K",
            facts={"type": "scr", "published": "2016-06", "reviewer": "Isolde Wrenfield"},
        ),
    ]  # fmt: skip


_OWN_HEADING: Final = (
    '<w:style w:type="paragraph" w:styleId="FenHeading"><w:name w:val="Fen Heading"/>'
    '<w:basedOn w:val="Heading1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="FenBold"><w:name w:val="Fen Bold"/><w:rPr><w:b/></w:rPr></w:style>'
)


def _later() -> list[WordSample]:
    """Files that were written after the last change of the parser that they could have led to."""
    own_style = docx(
        p("Marlow Fen Safeguarding Partnership"),
        p("7-Minute Briefing"),
        p("Bruises on babies"),
        p("September 2023"),
        *(p(heading, style="FenHeading") + p(text) for heading, text in SEVEN),
        styles=_OWN_HEADING,
    )
    bold_style = docx(
        p("7 Minute Briefing: Bathing babies", style="Title"),
        *(p(heading, style="FenBold") + p(text) + p(text) for heading, text in SEVEN),
        styles=_OWN_HEADING,
    )
    automatic = docx(
        p("Seven Minute Briefing – The long weekend", style="Title"),
        *(p(run(heading, bold=True), bullet="2") + p(text) for heading, text in SEVEN),
    )
    unknown = ("Meet Sam", "A wet spring", "Who saw Sam", "Three letters", "The bridge", "Your turn")
    own_words = docx(
        h("7-minute briefing: Sam and the bridge"),
        *(h(heading, 2) + p("The bridge was closed in spring.") + li("One", "Two") for heading in unknown),
    )
    first_row = docx(
        b("Lessons Learned Briefing: Tilda"),
        table(
            (b("The story"), b("What we learned"), b("Advice for practitioners"), b("Advice for the community")),
            (_STORY, _LEARNED, li("Knock twice."), p("Ring.")),
        ),
    )
    runs = docx(
        p(run("Lessons ", bold=True), run("Learned Brief", bold=True), run("ing\u00a0– Wren", bold=True)),
        p(run("The sto", bold=True), run("ry: ", bold=True)), _STORY,
        p(run("What\u00a0we learned", bold=True), run(" ")), _LEARNED,
        p(run("Advice for prac\u00adtitioners", bold=True)), p("o\tKnock twice."), p("o\tListen."),
        p(run("Advice for the community ", bold=True)), p("Ring."),
    )  # fmt: skip
    logo = docx(
        table((p(), b("Lessons learned briefing") + b("Case: Ivo"))),
        h("What happened"), _STORY, h("Lessons learned"), _LEARNED,
        h("What practitioners can do"), li("Knock twice."), h("What the public can do"), li("Ring."),
    )  # fmt: skip
    lines = docx(
        b("MARLOW FEN SAFEGUARDING CHILDREN PARTNERSHIP"),
        b("Local Child Safeguarding Practice Review"),
        b("In respect of Child M"),
        p("Report Author – Jessamy Holloway"),
        p("Date: 3rd June 2021"),
        p(""),
        h("1. Introduction"), p("Child M was two."),
    )  # fmt: skip
    joint = docx(
        p("Joint Safeguarding Adults Review and Domestic Homicide Review", style="Title"),
        p("into the deaths of ‘Ivy’ and ‘Fern’"),
        p("The lead reviewer was Barnaby Thistlewood."),
        p("This report was published on 2 February 2024."),
        h("Background"), p("Ivy and Fern were sisters."),
    )  # fmt: skip
    plain_report = docx(
        p("Safeguarding Adults Review"),
        p("Edwin"),
        p("Overview report written by Marigold Pennyfeather"),
        p("Final version, January 2019"),
        p("1. Summary"), p("Edwin repaired clocks."), p("2. Findings"), p("Clocks stop."),
    )  # fmt: skip
    llb = {"story": 1, "learning": 3, "practice": 1, "community": 1}
    return [
        WordSample("own-style.docx", own_style, "briefing", "Bruises on babies", HEADINGS),
        WordSample("bold-style.docx", bold_style, "briefing", "Bathing babies", HEADINGS),
        WordSample("automatic.docx", automatic, "briefing", "The long weekend", HEADINGS),
        WordSample("own-words.docx", own_words, "briefing", "Sam and the bridge", unknown),
        WordSample("llb-first-row.docx", first_row, "lessons", "Tilda", texts=llb),
        WordSample("llb-runs.docx", runs, "lessons", "Wren", texts=llb | {"practice": 2}),
        WordSample("llb-logo.docx", logo, "lessons", "Ivo", texts=llb),
        WordSample(
            "report-lines.docx", lines, "case", "Child M",
            facts={"type": "cspr", "published": "2021-06-03", "reviewer": "Jessamy Holloway"},
        ),
        WordSample(
            "report-joint.docx", joint, "case", "Ivy and Fern",
            facts={"type": "['sar', 'dardr']", "published": "2024-02-02", "reviewer": "Barnaby Thistlewood"},
        ),
        WordSample(
            "report-plain.docx", plain_report, "case", "Edwin",
            facts={"type": "sar", "reviewer": "Marigold Pennyfeather"},
        ),
    ]  # fmt: skip


SAMPLES: Final = (*_briefings(), *_lessons(), *_reports(), *_later())
