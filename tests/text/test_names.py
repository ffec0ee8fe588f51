from __future__ import annotations

from itertools import pairwise

import pytest

from crossread.parse import document_from_text

PLAIN = "The talks went on until the evening and nobody left."


def names(text: str) -> list[tuple[str, str, str]]:
    document = document_from_text(f"{text} {PLAIN}")
    return [(document.text[name.start : name.end], name.key, name.kind) for name in document.names]


def written(text: str) -> list[str]:
    return [name for name, _, _ in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was said by President Ann Lee on the pier.", ["Ann Lee"]),
        ("It was said by Prime Minister Ann Lee on the pier.", ["Ann Lee"]),
        ("It was said by Mr. Lee on the pier.", ["Lee"]),
        ("It was said by Dr. Ann Lee on the pier.", ["Ann Lee"]),
        ("The house of Ann Lee’s mother stood there.", ["Ann Lee"]),
        ("The house of Ann Lee's mother stood there.", ["Ann Lee"]),
        ("He met Ann Lee, Bo Ek and Cleo de Voss there.", ["Ann Lee", "Bo Ek", "Cleo de Voss"]),
        ("He met George W. Lee there.", ["George W. Lee"]),
        ("He went to New Zealand by ship.", ["New Zealand"]),
        ("He joined the Institute for the Study of Tides there.", ["Institute for the Study of Tides"]),
        ("He wrote to the Department of Health in May.", ["Department of Health"]),
        ("They met on Monday in March and left.", []),
        ("However, the wall fell. Nobody saw it. Meanwhile, it rained.", []),
        ("The wall fell. Walls do. I saw it, and I’m sure.", []),
        ("Many were hurt. Some were not. Speaking later, he left.", []),
    ],
)
def test_names_are_runs_of_capitals_without_titles_and_openers(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("He met Minister Ann Lee there. Later on Lee left.", ["ann lee", "ann lee"]),
        ("The Northern Harbour Agency (NHA) met. The NHA left.", ["northern harbour agency"] * 3),
        ("He saw Ann Lee’s boat and Ann Lee’s pier.", ["ann lee", "ann lee"]),
        ("He met Ann Lee and Bo Ek. Later Ek left.", ["ann lee", "bo ek", "bo ek"]),
        ("He saw France and then France’s coast.", ["france", "france"]),
    ],
)
def test_forms_of_one_name_share_a_key(text: str, keys: list[str]) -> None:
    assert [key for _, key, _ in names(text)] == keys


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was said by President Ann Lee on the pier.", "Ann Lee", "person"),
        ("They saw Ann Lee, a builder, on the pier.", "Ann Lee", "person"),
        ("They saw Ann Lee, 46, on the pier.", "Ann Lee", "person"),
        ("They saw Ann Lee there. Then Lee left.", "Ann Lee", "person"),
        ("They went to Ukraine by ship.", "Ukraine", "place"),
        ("They went to the United States by ship.", "United States", "place"),
        ("They asked the BBC about it.", "BBC", "organisation"),
        ("They asked the Ministry of Defence about it.", "Ministry of Defence", "organisation"),
        ("They asked Tidewatch, a charity that counts boats, about it.", "Tidewatch", "organisation"),
        ("They sailed past Skerryvore at noon.", "Skerryvore", "other"),
        ("It was said by Ann Lee, a River House counsel, on the pier.", "Ann Lee", "person"),
        ("It was said by Hajun, a river watchdog based in Norby.", "Hajun", "organisation"),
    ],
)
def test_the_kind_comes_from_the_name_and_its_company(text: str, name: str, kind: str) -> None:
    assert {found: found_kind for found, _, found_kind in names(text)}[name] == kind


def test_a_headline_in_capitals_is_no_name() -> None:
    document = document_from_text(
        "THE COUNCIL OF BRILL HAS VOTED TO MEND THE OLD HARBOUR WALL BEFORE THE NEXT WINTER BEGINS\n\n" + PLAIN * 3
    )
    assert document.names == ()


def test_names_are_in_order_and_never_overlap() -> None:
    document = document_from_text("Minister Ann Lee of Norland met Bo Ek (BE) in Brill, Norland, on Monday. Lee left.")
    spans = [(name.start, name.end) for name in document.names]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
