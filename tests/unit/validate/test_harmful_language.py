"""Words that do harm are told, their innocent neighbours are not. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest

from generator.model import MarkdownPage, Source
from generator.validate import validate
from generator.validate.rules.harmful_language.matcher import WORDINGS, Match, TextContext, find_harmful_wording
from tests.unit.validate.wording_samples import MORE_NOT_SAID, MORE_SAID

SUICIDE: Final = TextContext(suicide=True)
ADULTS: Final = TextContext(only_adults=True)
ANYTHING: Final = TextContext()

SAID: Final[tuple[tuple[str, TextContext, str, str], ...]] = (
    ("P640", ANYTHING, "He committed suicide in May.", "committed suicide"),
    ("P640", ANYTHING, "A young person who commits\nsuicide", "commits suicide"),
    ("P640", ANYTHING, "Men complete suicide more often.", "complete suicide"),
    ("P640", ANYTHING, "It was a failed suicide attempt.", "failed suicide attempt"),
    ("P640", ANYTHING, "An unsuccessful attempt to end her life", "unsuccessful attempt to end her life"),
    ("P640", SUICIDE, "After the second failed attempt she was seen.", "failed attempt"),
    ("P640", ANYTHING, "Her suicide came after a failed overdose.", "failed overdose"),
    ("P640", ANYTHING, "The family of a suicide victim", "suicide victim"),
    ("P640", ANYTHING, "Police spoke of a suicide bid.", "suicide bid"),
    ("P640", ANYTHING, "There was a spate of suicides.", "spate of suicides"),
    ("P640", SUICIDE, "It was a cry for help.", "cry for help"),
    ("P641", ANYTHING, "She hanged herself.", "hanged herself"),
    ("P641", ANYTHING, "He suffocated himself.", "suffocated himself"),
    ("P641", ANYTHING, "He set fire to himself.", "set fire to himself"),
    ("P641", ANYTHING, 'The notes said she "cut her wrists".', "cut her wrists"),
    ("P641", SUICIDE, "A ligature was found.", "ligature"),
    ("P641", ANYTHING, "He took an overdose of paracetamol.", "overdose of paracetamol"),
    ("P641", ANYTHING, "Before her suicide she took two packets of tablets.", "took two packets of tablets"),
    ("P641", SUICIDE, "He jumped from a car park.", "jumped from a car park"),
    ("P641", ANYTHING, "He took his own life at a railway line.", "at a railway line"),
    ("P641", ANYTHING, "She died by suicide. Her suicide note was found.", "suicide note"),
    ("P642", ANYTHING, "They called her a child prostitute.", "child prostitute"),
    ("P642", ANYTHING, "It was seen as a lifestyle choice.", "lifestyle choice"),
    ("P642", ANYTHING, "The file says promiscuous.", "promiscuous"),
    ("P642", ANYTHING, "He placed himself at risk.", "placed himself at risk"),
    ("P642", ANYTHING, "She made poor choices.", "poor choices"),
    ("P642", ANYTHING, "Her risky behaviour grew.", "risky behaviour"),
    ("P642", ANYTHING, "A consenting teenager", "consenting teenager"),
    ("P642", ANYTHING, "They thought she consented to sex.", "consented to sex"),
    ("P642", ANYTHING, "She was in a relationship with an older man.", "relationship with an older man"),
    ("P642", ANYTHING, "This was attention-seeking.", "attention-seeking"),
    ("P642", ANYTHING, "He was a drug runner.", "drug runner"),
    ("P642", ANYTHING, "He looked at child pornography.", "child pornography"),
    ("P642", ANYTHING, "Convicted of sex tourism", "sex tourism"),
    ("P643", ANYTHING, "Services for the mentally ill", "the mentally ill"),
    ("P643", ANYTHING, "His uncle was a schizophrenic.", "a schizophrenic"),
    ("P643", ANYTHING, "Her mother was a heroin addict.", "heroin addict"),
    ("P643", SUICIDE, "He was known as a self-harmer.", "self-harmer"),
    ("P644", ANYTHING, "Hard-to-reach families", "Hard-to-reach"),
    ("P644", ANYTHING, "There was disguised compliance.", "disguised compliance"),
    ("P644", ANYTHING, "The parents did not engage with services.", "did not engage with"),
    ("P644", ANYTHING, "His father suffers from depression.", "suffers from depression"),
    ("P640", ANYTHING, "She suicided in the spring.", "suicided"),
    ("P640", ANYTHING, "He successfully took his own life.", "successfully took his own life"),
    ("P640", ANYTHING, "She tried to kill herself unsuccessfully.", "tried to kill herself unsuccessfully"),
    ("P642", ANYTHING, "She let herself be drawn in.", "let herself be drawn"),
    ("P642", ANYTHING, "He was his own worst enemy.", "his own worst enemy"),
    ("P642", ANYTHING, "She would not leave her violent partner.", "would not leave her violent partner"),
    ("P642", ANYTHING, "She chose to go back to the abuser.", "chose to go back to the abuser"),
    (
        "P642",
        ANYTHING,
        "The girl was in a relationship with a man aged 40.",
        "girl was in a relationship with a man aged 40",
    ),
    ("P642", ANYTHING, "The girl dressed provocatively.", "girl dressed provocatively"),
    ("P642", ANYTHING, "He was wise beyond his years.", "wise beyond his years"),
    ("P642", ANYTHING, "She is grown up for her age.", "grown up for her age"),
    ("P642", ANYTHING, "He put himself in dangerous situations.", "put himself in dangerous situations"),
    ("P642", ANYTHING, "The girl could have asked for help.", "girl could have asked for help"),
    (
        "P642",
        ANYTHING,
        "The siblings were able to look after themselves.",
        "siblings were able to look after themselves",
    ),
    ("P643", ANYTHING, "His uncle was an alcoholic.", "an alcoholic"),
    ("P643", ANYTHING, "She was confined to a wheelchair.", "confined to a wheelchair"),
    ("P643", ANYTHING, "A room for the disabled.", "the disabled"),
    ("P643", ANYTHING, "Neighbours spoke of a nutter.", "nutter"),
    ("P643", ANYTHING, "Two failed asylum seekers lived there.", "failed asylum seekers"),
    ("P643", ANYTHING, "A kitchen for the homeless.", "the homeless"),
    ("P643", ANYTHING, "They were known as a problem family.", "problem family"),
    ("P644", ANYTHING, "Her mother repeatedly failed to attend.", "mother repeatedly failed to attend"),
    ("P644", ANYTHING, "She refused all help.", "She refused all help"),
    ("P644", ANYTHING, "The mother failed to protect the baby.", "mother failed to protect"),
    ("P644", ANYTHING, "They came from a chaotic home.", "chaotic home"),
    ("P644", ANYTHING, "The ward called her a frequent flyer.", "frequent flyer"),
    ("P644", ANYTHING, "The plan named the toxic trio.", "toxic trio"),
    ("P644", ANYTHING, "The LAC review was late.", "LAC review"),
    ("P644", ANYTHING, "Teams will utilise the tool.", "utilise"),
    ("P640", ANYTHING, "He committed \u017fu\u0131cide in May.", "committed \u017fu\u0131cide"),
    ("P642", ANYTHING, "She played a part in her\u00a0own\n abuse.", "played a part in her own abuse"),
    *((code, ANYTHING, text, words) for code, text, words in MORE_SAID),
)

NOT_SAID: Final = (
    (ANYTHING, "We are committed to keeping children safe, and will commit money to it."),
    (ANYTHING, "He committed an offence. Suicide was not thought of."),
    (ANYTHING, "A failed attempt to call the family; an unsuccessful attempt at a visit."),
    (SUICIDE, "After a failed attempt to call, the worker went there."),
    (ANYTHING, "The training was successful."),
    (SUICIDE, "She made an attempt to end her life, and four months later another."),
    (ANYTHING, "A bid for money was turned down."),
    (ANYTHING, "An epidemic of flu"),
    (ANYTHING, "The victims of the fire, and a suicide prevention plan"),
    (ANYTHING, "Coats hanging in the hall; the picture hung by itself"),
    (ANYTHING, "Workers drowned in paper and cut their costs."),
    (SUICIDE, "Agencies jumped from one plan to the next. The family lived near the railway."),
    (ANYTHING, "The children's centre stands at the railway bridge."),
    (SUICIDE, "He took an overdose. She had an overdose of information."),
    (ANYTHING, "The nurse counted twenty tablets."),
    (ANYTHING, "A note for the file; the school left a note for her mother."),
    (ANYTHING, "A lifestyle that suits a young family; choices about food"),
    (ANYTHING, "Children at risk, and places that put them in danger"),
    (ADULTS, "He made poor choices about money, and his relationship with older men was known."),
    (ANYTHING, "Parents consent to sharing information; consent was not asked."),
    (ANYTHING, "A relationship with an older sister, and with trusted adults"),
    (ANYTHING, "The message got attention. Drugs ran through the story; running costs too."),
    (ANYTHING, "Tourism brings money to the town."),
    (ANYTHING, "Support for people with mental health problems; mentally he was well"),
    (ANYTHING, "She had a psychotic episode and a depressive illness."),
    (ANYTHING, "He was addicted to gambling and had help with addiction."),
    (ANYTHING, "A pair of wire cutters and a cutter for cakes"),
    (ANYTHING, "The number is hard to find, and help was out of reach."),
    (ANYTHING, "Compliance with the plan was checked; a disguised voice"),
    (ANYTHING, "Agencies struggled to engage James, and services did not engage or support him."),
    (ANYTHING, "The service suffered from a lack of staff. Children suffer."),
    (ANYTHING, "Records called it “a lifestyle choice”, 'promiscuous' and \"risky behaviour\"."),
    (ANYTHING, "The old file said:\n\n> She is promiscuous and hard to reach.\n\nToday nobody writes so."),
    (ANYTHING, "Services failed to engage with her mother, and the council failed to protect the children."),
    (ANYTHING, "The school refused to attend the meeting. Agencies, who would not take the offer, had no plan."),
    (ANYTHING, "She refused to answer, and the doctor made himself available."),
    (ANYTHING, "The baby was dressed for summer in January, and her brother looked after himself badly."),
    (ANYTHING, "The girl had a good relationship with a man aged 70 who taught her chess."),
    (ADULTS, "He was wise beyond his years."),
    (ANYTHING, "Children were treated as adults. The older boys are tall for their age."),
    (ANYTHING, "Alcoholic drinks were in the kitchen, and Alcoholics Anonymous helped."),
    (ANYTHING, "The homeless hostel and the disabled access were closed. The deaf community met."),
    (ANYTHING, "A problem with families' benefits; the family had a problem."),
    (ANYTHING, "The doctor must not use the word addict, and the term frequent flyer."),
    (ANYTHING, "Training on what is called adultification, and on the word promiscuous."),
    (ANYTHING, "Professionals should have asked for help, and put plans in a dangerous place."),
    (ANYTHING, "The plan moved forward; a lack of staff; a place of their own."),
    (ANYTHING, "The staff successfully took part. They tried to call her twice, unsuccessfully."),
    (ANYTHING, "Grace's mother didn't know of the school's worry, and the others' reports were late."),
    *((ANYTHING, text) for text in MORE_NOT_SAID),
)


@pytest.mark.parametrize(("code", "about", "text", "words"), SAID, ids=[each[3] for each in SAID])
def test_a_harmful_wording_is_told(code: str, about: TextContext, text: str, words: str) -> None:
    assert [(each.wording.code, each.words) for each in find_harmful_wording(text, about)] == [(code, words)]


@pytest.mark.parametrize(("about", "text"), NOT_SAID, ids=[each[1][:40] for each in NOT_SAID])
def test_an_innocent_neighbour_is_left_alone(about: TextContext, text: str) -> None:
    assert find_harmful_wording(text, about) == ()


def test_every_row_of_the_tables_is_tried_and_a_third_of_what_is_tried_is_innocent() -> None:
    tried = {found.wording for _, about, text, _ in SAID for found in find_harmful_wording(text, about)}
    assert set(WORDINGS) == tried
    assert len(NOT_SAID) * 3 >= len(SAID) + len(NOT_SAID)


def test_no_pattern_has_the_name_of_a_part_in_place_of_the_part() -> None:
    assert [wording.pattern.pattern for wording in WORDINGS if "{_" in wording.pattern.pattern] == []


def test_a_hint_says_what_to_write_and_who_says_so() -> None:
    for wording in WORDINGS:
        found = Match(wording, "these words")
        assert found.hint.startswith(("write ", "say ", "put ", "leave ", "a child cannot"))
        assert found.hint.endswith(")") and wording.source in found.hint


def test_words_are_found_where_they_are_broken_over_two_lines(small: dict[str, Any], found_in: Any) -> None:
    long = "This is a line that is so long that it has to be broken somewhere near its end, and then it was a lifestyle"
    small["rowan"]["story"] = f"{long} choice of hers. And a second one came after it in the same long paragraph."
    (told,) = (finding for finding in found_in(small).findings if finding.code == "P642")
    assert told.message.startswith('"lifestyle choice" ')
    assert told.location is not None and told.location.source is not None
    assert "lifestyle" in told.location.source


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("rowan", "name", "Rowan, a drug addict"),
        ("rowan", "learning", ["Nobody asked the drug addict."]),
        ("rowan", "documents", [{"kind": "report", "availability": "withheld", "reason": "A drug addict asks."}]),
        ("checking-in", "questions", ["What would you ask a drug addict?"]),
        ("checking-in", "sections", [{"heading": "A drug addict", "body": "Words."}]),
        ("new-tool", "body", "A tool for a drug addict."),
        ("vocabulary", "themes", [{"id": "early-help", "label": "Early help", "description": "For a drug addict."}]),
    ],
)  # fmt: skip
def test_every_text_that_is_shown_is_looked_at(
    small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any], name: str, field: str, value: Any
) -> None:
    small[name][field] = value
    assert [finding.message for finding in found_in(small).findings if finding.code == "P643"] == [
        '"drug addict" makes a label of a person'
    ]


def test_of_a_withdrawn_record_only_what_is_shown_is_looked_at(small: dict[str, Any], found_in: Any) -> None:
    small["rowan"] |= {"status": "withdrawn", "status_reason": "An error.", "summary": "He committed suicide."}
    assert [finding.code for finding in found_in(small).findings if finding.code.startswith("P64")] == []
    small["rowan"]["status_reason"] = "It said committed suicide."
    assert [finding.code for finding in found_in(small).findings if finding.code.startswith("P64")] == ["P640"]


def test_a_hand_written_page_is_looked_at_below_its_fields() -> None:
    page = MarkdownPage(
        Source("content/pages/about/help.md", "---\ntitle: Help\n---\n\n# Help\n\nHe committed suicide.\n"),
        "about/help/",
        False,
    )
    (told,) = validate([], [], (page,), {}, date(2026, 11, 22)).diagnostics
    assert (told.code, told.location and told.location.line) == ("P640", 7)


def test_a_text_about_suicide_wants_helplines_on_its_page(small: dict[str, Any], found_in: Any) -> None:
    def codes() -> list[str]:
        return [finding.code for finding in found_in(small).findings if finding.code == "P645"]

    def hint() -> str | None:
        [hint] = [finding.hint for finding in found_in(small).findings if finding.code == "P645"]
        assert hint is None or isinstance(hint, str)
        return hint

    small["rowan"]["story"] = "Rowan died by suicide."
    assert codes() == ["P645"]
    # A theme of a case is the subject of a briefing that it lists, so it brings no note.
    small["vocabulary"]["themes"].append({"id": "suicide-awareness", "label": "Suicide awareness", "helpline": True})
    small["rowan"]["themes"] = ["suicide-awareness"]
    assert codes() == ["P645"]
    assert hint() == 'write "content_note: [suicide]", or the other subject of the text'
    small["vocabulary"]["harms"].append({"id": "suicide", "label": "Suicide", "helpline": True})
    assert hint() == 'add "suicide" to "harms"'
    small["rowan"]["harms"] = ["suicide"]
    assert codes() == []
    del small["rowan"]["harms"]
    small["rowan"]["content_note"] = ["suicide"]
    assert codes() == []


def test_a_content_note_has_to_name_the_suicide_that_the_text_speaks_of(small: dict[str, Any], found_in: Any) -> None:
    def codes() -> list[str]:
        return [finding.code for finding in found_in(small).findings if finding.code in ("P645", "P646")]

    small["rowan"]["story"] = "Rowan died by suicide."
    small["vocabulary"]["harms"].append({"id": "bullying", "label": "Bullying", "helpline": True})
    small["rowan"]["harms"] = ["bullying"]
    assert codes() == ["P646"]
    small["rowan"]["content_note"] = ["bullying"]
    assert codes() == ["P646"]
    small["rowan"]["content_note"] = ["bullying", "self-harm"]
    assert codes() == []


def test_a_record_may_accept_words_one_by_one(small: dict[str, Any], found_in: Any) -> None:
    def codes() -> list[str]:
        return [finding.code for finding in found_in(small).findings if finding.code in ("P633", "P642", "P645")]

    small["rowan"]["story"] = "They called it a lifestyle\nchoice. Rowan spoke of suicide."
    assert codes() == ["P642", "P645"]
    accepted = {"text": "Lifestyle Choice", "reason": "The report asks why it was called that.", "date": "2026-11"}
    small["rowan"]["accepted_findings"] = [
        {"rule": "P642", **accepted},
        {"rule": "P645", **accepted, "text": "suicide"},
    ]
    assert codes() == []
    small["rowan"]["story"] = "Nobody said it."
    assert codes() == ["P633", "P633"]
