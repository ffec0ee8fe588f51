"""Who says what, sentence by sentence: source, cue, content, form and the rule that found it."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text

# sentence, source, cue, pieces of content, form, rule
ROWS: list[tuple[str, str | None, str, list[str], str, str]] = [
    ("The mayor said the wall leaked.", "The mayor", "said", ["the wall leaked"], "indirect", "subject"),
    ("Ann Lee has repeatedly said that it leaked.", "Ann Lee", "has repeatedly said", ["that it leaked"],
     "indirect", "subject"),
    ("On Monday, Ann Lee said the wall leaked.", "Ann Lee", "said", ["the wall leaked"], "indirect", "subject"),
    ("Ann Lee said on Monday that the wall leaked.", "Ann Lee", "said", ["that the wall leaked"],
     "indirect", "subject"),
    ("Officials said on condition of anonymity that it leaked.", "Officials", "said", ["that it leaked"],
     "indirect", "subject"),
    ("In a statement, the council said the wall was safe.", "the council", "said", ["the wall was safe"],
     "indirect", "subject"),
    ("But Ann Lee said the wall leaked.", "Ann Lee", "said", ["the wall leaked"], "indirect", "subject"),
    ("Ann Lee and Bo Ek said the wall leaked.", "Ann Lee and Bo Ek", "said", ["the wall leaked"],
     "indirect", "subject"),
    ("He said the wall leaked.", "He", "said", ["the wall leaked"], "indirect", "subject"),
    ("Ann Lee denied that the wall leaked.", "Ann Lee", "denied", ["that the wall leaked"], "indirect", "subject"),
    ("Ann Lee asked whether the wall leaked.", "Ann Lee", "asked", ["whether the wall leaked"],
     "indirect", "subject"),
    ("“It is safe,” Ann Lee told reporters outside the hall.", "Ann Lee", "told", ["“It is safe,”"],
     "direct", "clause_first"),
    ("“It is safe,” she told a crowd of neighbours near the wall.", "she", "told", ["“It is safe,”"],
     "direct", "clause_first"),
    ("Hauliers said the closure would add an hour.", "Hauliers", "said", ["the closure would add an hour"],
     "indirect", "subject"),
    ("The notice said workers had found a crack.", "The notice", "said", ["workers had found a crack"],
     "indirect", "subject"),
    ("Ann Lee told Radio Coast she had written to the mayor.", "Ann Lee", "told",
     ["she had written to the mayor"], "indirect", "subject"),
    ("Two people, who asked not to be named, said the wall leaked.", "Two people, who asked not to be named", "said",
     ["the wall leaked"], "indirect", "subject"),
    ("The survey found most people agree.", "The survey", "found", ["most people agree"], "indirect", "subject"),
    ("Ann Lee promised to mend the wall.", "Ann Lee", "promised", ["to mend the wall"], "indirect", "subject"),
    ("Ann Lee condemned the plan.", "Ann Lee", "condemned", ["the plan"], "indirect", "subject"),
    ("Critics argue that the plan is too dear.", "Critics", "argue", ["that the plan is too dear"],
     "indirect", "subject"),
    ("A spokesman for the council said the wall was safe.", "A spokesman for the council", "said",
     ["the wall was safe"], "indirect", "subject"),
    ("The report states that the wall leaked.", "The report", "states", ["that the wall leaked"],
     "indirect", "subject"),
    ("Ann Lee wrote: “The wall leaks.”", "Ann Lee", "wrote", ["“The wall leaks.”"], "direct", "subject"),
    ("Ann Lee said the plan was “a costly mistake.”", "Ann Lee", "said", ["the plan was “a costly mistake.”"],
     "mixed", "subject"),
    ("Ann Lee described the plan as “a mistake.”", "Ann Lee", "described", ["the plan as “a mistake.”"],
     "mixed", "subject"),
    # told X that
    ("The minister told reporters on Friday that all was well.", "The minister", "told", ["that all was well"],
     "indirect", "subject"),
    ("The minister told the Daily Herald that all was well.", "The minister", "told", ["that all was well"],
     "indirect", "subject"),
    ("“It leaks,” Ann Lee told the council.", "Ann Lee", "told", ["“It leaks,”"], "direct", "clause_first"),
    # the quotation or the clause first
    ("“The wall leaks,” Ann Lee said.", "Ann Lee", "said", ["“The wall leaks,”"], "direct", "clause_first"),
    ("“The wall leaks,” she said.", "she", "said", ["“The wall leaks,”"], "direct", "clause_first"),
    ("The wall leaked for years, Ann Lee said.", "Ann Lee", "said", ["The wall leaked for years"],
     "indirect", "clause_first"),
    ("The wall leaks, the report says.", "the report", "says", ["The wall leaks"], "indirect", "clause_first"),
    ("“The wall,” Ann Lee said, “has leaked for years.”", "Ann Lee", "said",
     ["“The wall,”", "“has leaked for years.”"], "direct", "clause_first"),
    ("The wall, Ann Lee said, had leaked for years.", "Ann Lee", "said", ["The wall", "had leaked for years"],
     "indirect", "clause_first"),
    ("The move was “a mistake,” she said.", "she", "said", ["The move was “a mistake,”"], "mixed", "clause_first"),
    ('"The wall leaks," Ann Lee said.', "Ann Lee", "said", ['"The wall leaks,"'], "direct", "clause_first"),
    # inverted
    ("“The wall leaks,” said Ann Lee.", "Ann Lee", "said", ["“The wall leaks,”"], "direct", "inverted"),
    ("“Does it leak?” asked Ann Lee.", "Ann Lee", "asked", ["“Does it leak?”"], "direct", "inverted"),
    ("“The wall leaks,” said Ann Lee, a builder from Hull.", "Ann Lee, a builder from Hull", "said",
     ["“The wall leaks,”"], "direct", "inverted"),
    ("“The wall leaks,” said the minister on Monday.", "the minister", "said", ["“The wall leaks,”"],
     "direct", "inverted"),
    # according to
    ("According to Ann Lee, the wall leaks badly.", "Ann Lee", "According to", ["the wall leaks badly"],
     "indirect", "according_to"),
    ("According to Ann Lee, a builder, it leaks badly.", "Ann Lee, a builder", "According to", ["it leaks badly"],
     "indirect", "according_to"),
    ("The wall leaks, according to the harbour office.", "the harbour office", "according to", ["The wall leaks"],
     "indirect", "according_to"),
    ("“It leaks badly,” according to the Institute for Tides (IFT).", "the Institute for Tides (IFT)",
     "according to", ["“It leaks badly,”"], "direct", "according_to"),
    ("It leaks, according to Ann Lee, a builder from Hull.", "Ann Lee, a builder from Hull", "according to",
     ["It leaks"], "indirect", "according_to"),
    # passive
    ("The plan was rejected by Ann Lee as “a costly mistake.”", "Ann Lee", "was rejected",
     ["The plan", "as “a costly mistake.”"], "mixed", "passive_by"),
    ("The plan was criticised by the unions.", "the unions", "was criticised", ["The plan"],
     "indirect", "passive_by"),
    # one subject for two cues
    ("Ann Lee left the hall, saying the wall leaked.", "Ann Lee", "saying", ["the wall leaked"],
     "indirect", "shared_subject"),
    ("Ann Lee visited the school and said the wall leaked.", "Ann Lee", "said", ["the wall leaked"],
     "indirect", "shared_subject"),
    # appositions, relative clauses, dashes
    ("Ann Lee, a builder from Hull, said it leaked.", "Ann Lee, a builder from Hull", "said", ["it leaked"],
     "indirect", "subject"),
    ("Ann Lee, 46, said the wall leaked.", "Ann Lee, 46", "said", ["the wall leaked"], "indirect", "subject"),
    ("The minister, Ann Lee, said the wall leaked.", "The minister, Ann Lee", "said", ["the wall leaked"],
     "indirect", "subject"),
    ("Ann Lee — who leads the union — said it leaked.", "Ann Lee", "said", ["it leaked"], "indirect", "subject"),
    ("They met Ann Lee, who said that it leaked.", "Ann Lee", "said", ["that it leaked"], "indirect", "relative"),
    # no answer
    ("Ann Lee did not say why the wall leaked.", "Ann Lee", "did not say", ["why the wall leaked"], "indirect",
     "no_answer"),
    ("Ann Lee declined to comment on the leak.", "Ann Lee", "declined to comment on", ["the leak"], "indirect",
     "no_answer"),
    ("Ann Lee did not respond to questions about it.", "Ann Lee", "did not respond to", ["questions about it"],
     "indirect", "no_answer"),
    # inserted
    ("In Hull, Ann Lee said, the wall leaked.", "Ann Lee", "said", ["In Hull", "the wall leaked"], "indirect",
     "inserted"),
    ("As Ann Lee noted, it is hard to find the leak.", "Ann Lee", "noted", ["it is hard to find the leak"],
     "indirect", "inserted"),
    # between commas, brackets and quotations
    ("Ann Lee (D-Norland), said it leaked.", "Ann Lee (D-Norland)", "said", ["it leaked"], "indirect", "subject"),
    ("The ad, titled “Why?”, says the wall leaks.", "The ad", "says", ["the wall leaks"], "indirect", "subject"),
    ("The mayor, still in the hall, said it leaked.", "The mayor", "said", ["it leaked"], "indirect", "subject"),
    ("Ann Lee, who's a builder, said it leaked.", "Ann Lee, who's a builder", "said", ["it leaked"], "indirect",
     "subject"),
    ("It leaked, said Will Lee, a builder.", "Will Lee, a builder", "said", ["It leaked"], "indirect", "inverted"),
    # before the subject, and after verbs that only carry on
    ("Calling the plan reckless, Ann Lee left.", "Ann Lee", "Calling", ["the plan reckless"], "indirect", "fronted"),
    ("Ann Lee began calling for new walls.", "Ann Lee", "began calling for", ["new walls"], "indirect", "subject"),
    ("Ann Lee has not yet endorsed the plan.", "Ann Lee", "has not yet endorsed", ["the plan"], "indirect",
     "subject"),
    ("Ann Lee issued a statement saying it leaked.", "Ann Lee", "saying", ["it leaked"], "indirect",
     "shared_subject"),
    ("Ann Lee has concerns about the wall.", "Ann Lee", "has concerns about", ["the wall"], "indirect",
     "nominal_topic"),
    # where the content ends
    ("“It leaks,” Ann Lee said, another sign of haste.", "Ann Lee", "said", ["“It leaks,”"], "direct",
     "clause_first"),
    ("“It leaks,” Ann Lee said on “Today.”", "Ann Lee", "said", ["“It leaks,”"], "direct", "clause_first"),
    ("Ann Lee praised the plan and left the hall.", "Ann Lee", "praised", ["the plan"], "indirect", "subject"),
    ("A rule which Ann Lee said would hold, fell.", "Ann Lee", "said", ["which", "would hold"], "indirect",
     "subject"),
    ("Ann Lee added, though, that it leaked.", "Ann Lee", "added", ["that it leaked"], "indirect", "subject"),
    # a question ends a sentence, and a colon a paragraph
    ("“Why not?” Ann Lee asked. “It leaks.”", "Ann Lee", "asked", ["“Why not?”", "“It leaks.”"], "direct",
     "clause_first"),
    ("Ann Lee said:\n\n“The wall leaks at night.”", "Ann Lee", "said", ["“The wall leaks at night.”"], "direct",
     "subject"),
    ("“It leaks,” the note states.", "the note", "states", ["“It leaks,”"], "direct", "clause_first"),
    # adverbials
    ("In a new poll, Ann Lee leads by ten.", "a new poll", "In", ["Ann Lee leads by ten"], "indirect", "in_poll"),
    ("Ann Lee reportedly left the hall.", None, "reportedly", ["Ann Lee", "left the hall"], "indirect",
     "hearsay_adverb"),
    # deeds of speech, and what nobody is named to say
    ("Ann Lee took the stage to praise the plan.", "Ann Lee", "to praise", ["the plan"], "indirect", "infinitive"),
    ("There were allegations of fraud in Hull.", None, "allegations of", ["fraud in Hull"], "indirect",
     "nominal_agentless"),
    ("The plan is “dead,” as Ann Lee put it.", "Ann Lee", "put it", ["The plan is “dead,”"], "mixed",
     "clause_first"),
    ("The wall leaked, as Ann Lee said on Monday.", "Ann Lee", "said", ["The wall leaked"], "indirect",
     "clause_first"),
    ("“It is over,” Ann Lee was quoted as saying by Tass.", "Ann Lee", "was quoted as saying", ["“It is over,”"],
     "direct", "quoted_as"),
    # contractions, and phrases whose noun has a verb of its own
    ("They'll say that it leaked.", "They", "say", ["that it leaked"], "indirect", "subject"),
    ("A video showing the rescue was released.", "A video", "showing", ["the rescue"], "indirect", "subject"),
    # passives
    ("Ann Lee was quoted as saying it leaked.", "Ann Lee", "was quoted as saying", ["it leaked"], "indirect",
     "quoted_as"),
    ("He was told by Ann Lee that it leaked.", "Ann Lee", "was told", ["that it leaked"], "indirect", "passive_by"),
    ("Ann Lee was asked about the leak.", None, "was asked about", ["the leak"], "indirect", "agentless"),
    ("Ann Lee was accused of lying.", None, "was accused", ["Ann Lee", "of lying"], "indirect", "agentless"),
    ("The plan was announced on Monday.", None, "was announced", ["The plan"], "indirect", "agentless"),
    ("Ann Lee is worried that it leaks.", "Ann Lee", "is worried", ["that it leaks"], "indirect", "felt"),
    # what somebody is called, and asked to do
    ("Ann Lee called the mayor a liar.", "Ann Lee", "called", ["the mayor a liar"], "indirect", "subject"),
    ("Ann Lee called the plan “reckless”.", "Ann Lee", "called", ["the plan “reckless”"], "mixed", "subject"),
    ("Ann Lee accused the mayor of lying.", "Ann Lee", "accused", ["the mayor of lying"], "indirect", "subject"),
    ("Ann Lee asked the mayor to resign.", "Ann Lee", "asked", ["the mayor to resign"], "indirect", "subject"),
    ("Ann Lee sees herself as a mender.", "Ann Lee", "sees", ["herself as a mender"], "indirect", "subject"),
    ("When Ann Lee asked the mayor if it leaked, he left.", "Ann Lee", "asked", ["if it leaked"], "indirect",
     "subject"),
    ("Ann Lee attacked the council's plan.", "Ann Lee", "attacked", ["the council's plan"], "indirect", "subject"),
    # nouns with what they are about
    ("Ann Lee's criticism of the council drew fire.", "Ann Lee's", "criticism of", ["the council"], "indirect",
     "nominal_topic"),
    ("Her promise to mend the wall was kept.", "Her", "promise", ["to mend the wall"], "indirect", "nominal_topic"),
    ("Their opposition to the wall grew.", "Their", "opposition to", ["the wall"], "indirect", "nominal_topic"),
]  # fmt: skip

SILENT = [
    "Nobody believes a word of it.",
    "No one said why the wall fell.",
    "Let us be clear about who is to blame.",
    "A routine inspection found a crack in the wall.",
    "Ann Lee has not responded.",
    "It was hard to see the wall.",
    "Ann Lee put it on the shelf.",
    "Some credit card debt is old.",
    "It is too close to call.",
    "The rest of us hope to leave.",
    "The states that will vote in March are many.",
    "Lee's emails had moved through Hull.",
    "The admiral added another wing to the house.",
    "Ann Lee called off the vote.",
    "Ann Lee called the police at noon.",
    "She bought a book called “Walls”.",
    "They counted the pledged delegates.",
    "Russia attacked Ukraine in February.",
    "Troops defended the bridge for a week.",
    "The rebels threatened the port.",
    "The fire claimed 12 lives.",
    "Ann Lee declined to comment on Monday.",
    "The report states' rights were at issue.",
    "He lives in the United States.",
    "She works at a think tank in Hull.",
    "The call for help came at dawn.",
    "His claims were false.",
    "The states' attorneys met in May.",
    "Their demands grew by the hour.",
    "A comment from the mayor was not available.",
    "The question of money remains open.",
    "She left a note on the door.",
    "The plan is on hold.",
    "He made an offer of ten pounds.",
    "The latest estimate is ten pounds.",
    "The warning came too late.",
    "A reading of the law takes an hour.",
    "The meeting was held in Hull.",
    "The fire was reported at dawn.",
    "The recorded answer was lost.",
    "The project costs ten pounds.",
    "The show begins at eight.",
    "The order of the day is calm.",
    "The promise of rain kept them in.",
    "The so-called experts left.",
    "Hopes of peace faded.",
    "The post office is shut.",
    "The reply took a week.",
    "The suspect was seen in Hull.",
    "Needless to say, the wall fell.",
    "The tweet was deleted within an hour.",
    "The vow of silence was broken.",
    "They were told to leave.",
    "According to plan, it rained.",
    "The “wall” fell.",
]


def found(text: str) -> list[tuple[str | None, str | None, list[str], str, str]]:
    document = document_from_text(text)
    return [
        (
            text[a.source.start : a.source.end] if a.source else None,
            " ".join(text[span.start : span.end] for span in a.cue.spans) if a.cue else None,
            [text[span.start : span.end] for span in a.content],
            a.form,
            a.rule,
        )
        for a in document.attributions
    ]


@pytest.mark.parametrize(("text", "source", "cue", "content", "form", "rule"), ROWS, ids=[row[0] for row in ROWS])
def test_a_construction_is_read(
    text: str, source: str | None, cue: str, content: list[str], form: str, rule: str
) -> None:
    assert found(text) == [(source, cue, content, form, rule)]


@pytest.mark.parametrize("text", SILENT)
def test_what_attributes_nothing_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee said the wall leaked and added that the floor was damp.",
            [("Ann Lee", "said", ["the wall leaked"]), ("Ann Lee", "added", ["that the floor was damp"])],
        ),
        (
            "“It leaks,” she said, adding that the floor was damp.",
            [("she", "said", ["“It leaks,”"]), ("she", "adding", ["that the floor was damp"])],
        ),
        (
            "Ann Lee said it leaked, but Bo Ek said it was dry.",
            [("Ann Lee", "said", ["it leaked"]), ("Bo Ek", "said", ["it was dry"])],
        ),
        (
            "“It leaks,” Ann Lee said, according to the Brill Courier.",
            [
                ("Ann Lee", "said", ["“It leaks,”"]),
                ("the Brill Courier", "according to", ["“It leaks,” Ann Lee said"]),
            ],
        ),
    ],
)
def test_a_sentence_may_hold_two_attributions(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert [row[:3] for row in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "“It leaks badly,” Ann Lee said. “It must be mended before winter comes.”",
            ["“It leaks badly,”", "“It must be mended before winter comes.”"],
        ),
        (
            "“It leaks badly,” Ann Lee said.\n\n“It must be mended before the next winter comes.”",
            ["“It leaks badly,”", "“It must be mended before the next winter comes.”"],
        ),
        (
            "“It leaks badly,” Ann Lee said. “It must be mended.\n\n“It may fall before the winter comes.”",
            ["“It leaks badly,”", "“It must be mended.", "“It may fall before the winter comes.”"],
        ),
    ],
)
def test_a_quotation_carried_on_stays_with_its_speaker(text: str, pieces: list[str]) -> None:
    document = document_from_text(text)
    assert len(document.attributions) == 1
    assert [document.text[span.start : span.end] for span in document.attributions[0].content] == pieces
    assert {quotation.speaker for quotation in document.quotations} == {document.attributions[0].speaker}


@pytest.mark.parametrize(
    "text",
    [
        "“It leaks badly,” Ann Lee said. The “wall” is old.",
        "“It leaks badly,” Ann Lee said.\n\nNobody was there.\n\nIt rained.\n\n“The wall must be mended by May.”",
    ],
)
def test_a_term_in_marks_or_a_quotation_further_on_is_nobodys(text: str) -> None:
    document = document_from_text(text)
    assert [quotation.speaker is None for quotation in document.quotations] == [False, True]


def test_a_verb_inside_quotation_marks_attributes_nothing() -> None:
    assert found("“He said that the wall leaked and she told them so.”") == []


def test_a_page_without_full_stops_is_read_in_stretches() -> None:
    document = document_from_text("Ann Lee said it leaked, but Bo Ek said it was dry, and " * 400 + "so on.")
    assert len(document.sentences) == 1
    assert len(document.attributions) >= 700
    assert max(a.content[-1].end - a.content[0].start for a in document.attributions) < 4_000
