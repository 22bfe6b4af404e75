"""Invented Word files with what `library import` should find in them.

Each is in a style of its own. All people, places, partnerships and events in them are invented.
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
        h("1. Introduction"), p("This review was commissioned by the Marlow Fen Safeguarding Children Partnership in 2021."),
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
            facts={"type": "dhr", "published": "2020-09", "reviewer": "Fenwick Otterburn"},
        ),
        WordSample(
            "report-author.docx", author, "case", "Child K",
            facts={"type": "scr", "published": "2016-06", "reviewer": "Isolde Wrenfield"},
        ),
    ]  # fmt: skip


SAMPLES: Final = tuple([*_briefings(), *_lessons(), *_reports()])
