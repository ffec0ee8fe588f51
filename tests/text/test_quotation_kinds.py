"""Speech, titles, terms and scare quotes, told by the words around them."""

from __future__ import annotations

import pytest

from crossread.model import Attribution, Quotation, Span
from crossread.parse import document_from_text
from crossread.text.quotation_kinds import tell_kinds


def kinds(text: str) -> list[str]:
    """The kinds of the quotations of a text in which nothing is attributed."""
    quotations, start = [], text.find("“")
    while start >= 0:
        end = text.find("”", start) + 1
        quotations.append(Quotation(start, end, (Span(start, end),), True))
        start = text.find("“", end)
    return [quotation.kind for quotation in tell_kinds(text, quotations, [])]


@pytest.mark.parametrize(
    "text",
    [
        "Her second novel, “The Salt Year”, sold well.",
        "The film “Low Water” opens on Friday.",
        "The film, called “Harbour,” opens on Friday.",
        "He was the host of “Evening Table” for years.",
        "The “Iron Coast” star bought the mill.",
        "The paper ran a story headlined “How the dyke was sold” on Monday.",
        "The essay, entitled “On being late”, won a prize.",
        "She spoke on CNN’s “Morning Hour” about it.",
        "The crowd sang the song “Harbour” twice.",
        "They danced to “A Night on the Water” until dawn.",
    ],
)
def test_titles_of_works(text: str) -> None:
    assert kinds(text) == ["title"]


@pytest.mark.parametrize(
    "text",
    [
        "Robert “Bob” Sand owns the boats.",
        "Anna “the Eel” Grau won the race.",
        "The so-called “peace pipeline” is dry.",
        "The method is known as “cold ashing”.",
        "The word “dyke” appears eleven times.",
        "The team is nicknamed “the Eels” at home.",
        "HSB is short for “high-speed boat”.",
        "The plain is called “the Plate” in winter.",
    ],
)
def test_terms_and_names(text: str) -> None:
    assert kinds(text) == ["term"]


@pytest.mark.parametrize(
    "text",
    [
        "The “reform” doubled the bill.",
        "The firm had “lost” the papers again.",
        "These “volunteers” were paid forty crowns.",
        "What the town got was a “solution.”",
        "The bill was doubled. The “reform” was over. Then the minister said no.",
    ],
)
def test_scare_quotes(text: str) -> None:
    assert kinds(text) == ["scare"]


@pytest.mark.parametrize(
    "text",
    [
        "“It fell.”",
        "“Reckless,” said Edda Kohl.",
        "Edda Kohl called the plan “reckless”.",
        "The plan, Edda Kohl said, was “reckless”.",
        "He wrote: “Low Water.”",
        "She asked “The Salt Year?” twice.",
        "The plan came under fire as “a silent closure of the ward”.",
        "They chanted “Lock the Gates” for an hour.",
        "The minister dismissed “Mister Nobody” with a wave.",
        "The vote was “a farce and a shame on this old house”.",
        "The so-called reform, critics say, is “a trick”.",
    ],
)
def test_speech(text: str) -> None:
    assert kinds(text) == ["speech"]


def test_what_stands_beside_speech_is_said_in_the_same_breath() -> None:
    assert kinds("The ward was “cold and dark at all hours of the day” and quite “empty”.") == ["speech", "speech"]
    assert kinds("The ward was “cold and dark at all hours of the day” when at last in March the “reform” came.") == [
        "speech",
        "scare",
    ]


def test_a_phrase_inside_an_attribution_is_speech() -> None:
    text = "The “reform” doubled the bill."
    quotation = Quotation(4, 12, (Span(4, 12),), True, "vell")
    attribution = Attribution(None, None, (Span(0, 29),), "vell", "mixed", "neutral", "test")
    assert tell_kinds(text, [quotation], []) == (Quotation(4, 12, (Span(4, 12),), True, None, "scare"),)
    assert tell_kinds(text, [quotation], [attribution]) == (quotation,)


@pytest.mark.parametrize("closed", [True, False])
def test_a_quotation_of_several_paragraphs_or_left_open_is_speech(closed: bool) -> None:
    text = "The “reform\n\n“wall” fell."
    spans = (Span(4, 11), Span(13, 19)) if closed else (Span(4, 11),)
    assert tell_kinds(text, [Quotation(4, spans[-1].end, spans, closed)], [])[0].kind == "speech"


def test_titles_and_scare_quotes_have_no_speaker() -> None:
    document = document_from_text(
        "The wall fell at noon on Monday.\n\nAnn Lee said she had read the novel “The Salt Year” twice. "
        "“I liked it,” she said. The “reform” came in May."
    )
    assert [(q.kind, bool(q.speaker)) for q in document.quotations] == [
        ("title", False),
        ("speech", True),
        ("scare", False),
    ]


@pytest.mark.parametrize("unit", ["“a” ", "“A” ", "Bob “A B” C ", "the film “A B C” ", "“a”\n", "said “a”, "])
def test_thousands_of_phrases_on_one_line_are_told(unit: str) -> None:
    assert len(kinds(unit * 5_000)) == 5_000
