from __future__ import annotations

import codecs
import unicodedata

import pytest

from crossread.errors import InputError
from crossread.reading import article_from_text
from crossread.reading.decode import decode, normalise

TEXT = "Zoë’s “café” opened — at last.\nIt sells tea.\n"
LONGER = TEXT * 3  # without a mark UTF-16 is known by its share of zero bytes


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TEXT.encode(), "utf-8", TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
        (LONGER.encode("utf-16-le"), "utf-16-le", LONGER),
        (LONGER.encode("utf-16-be"), "utf-16-be", LONGER),
        (TEXT.encode("windows-1252"), "windows-1252", TEXT),
        (b"Plain words only.", "utf-8", "Plain words only."),
        ("Ships \N{ROCKET} sail.".encode(), "utf-8", "Ships \N{ROCKET} sail."),
    ],
)
def test_each_encoding_gives_the_same_text(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "not a text file"),
        (b"PK\x03\x04" + b"\x01\x02\x03\x04\x05" * 40, "does not look like text"),
        (b"\xff\xfeA\0\x00\xd8B\0", "cannot be read as utf-16-le"),
        (codecs.BOM_UTF8 + b"caf\xe9 ole", "cannot be read as utf-8"),
        (b"\x81\x8d\x8f some words \x90\x9d", "cannot be read as windows-1252"),
    ],
)
def test_what_is_not_text_is_refused_by_name_and_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        decode(data, "folder/a.bin")
    assert str(caught.value).startswith("folder/a.bin: ")


def test_a_few_control_characters_do_not_make_a_text_unreadable() -> None:
    text = "A bell \x07 rang once in a line that is long enough."
    assert decode(text.encode(), "a.txt") == (text, "utf-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_newline_becomes_one_line_feed(newline: str) -> None:
    assert normalise(f"one{newline}two{newline}{newline}three") == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("cafe\u0301", "café"),
        ("co\u00adoper\u00adate", "cooperate"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Minsk\u00a0city", "Minsk\u00a0city"),
        ("a \N{ROCKET} b", "a \N{ROCKET} b"),
        ("—" * 100, "—" * 100),
        ("family \N{MAN}\u200d\N{WOMAN}", "family \N{MAN}\u200d\N{WOMAN}"),
    ],
)
def test_text_is_composed_and_rid_of_marks_nobody_sees(raw: str, text: str) -> None:
    assert normalise(raw) == text


def test_offsets_count_code_points_of_the_normalised_text() -> None:
    article = article_from_text(
        "Cafe\u0301 \N{ROCKET} news\r\n\r\nThe sec\u00adond paragraph is a little longer than it."
    )
    assert [article.text[zone.start : zone.end] for zone in article.zones] == [
        "Café \N{ROCKET} news",
        "The second paragraph is a little longer than it.",
    ]
    assert article.zones[1].start == len("Café \N{ROCKET} news\n\n")


def test_endless_accents_on_one_letter_are_parted_and_none_is_lost() -> None:
    raw = "a" + "\u0301\u0316" * 50_000
    text = normalise(raw)
    longest = max(len(run) for run in text.split("\u034f"))
    assert longest <= 2 * 64
    assert sum(map(unicodedata.normalize("NFD", text).count, "\u0301\u0316")) == 100_000
    assert normalise(text) == text
