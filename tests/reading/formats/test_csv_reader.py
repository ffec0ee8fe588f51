from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats.csv import READER
from crossread.reading.page import Problem, Raw, Reference


def read(data: bytes, **more: Any) -> list[str]:
    """The text of each row, and of problems and links what they say."""
    found = []
    for item in READER.read(Raw(data, "a.csv", **more)):
        match item:
            case Raw():
                found.append(item.data.decode())
            case Reference():
                found.append(item.url)
            case Problem():
                found.append(f"{item.part}: {item.message}")
    return found


TRICKY = 'Said "no", and left;\nthen\tcame back | later,\r\nat noon.'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end_gives_the_same_rows(delimiter: str, ending: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=ending)
    writer.writerows([["id", "headline", "body"], [1, "A, b; c", TRICKY], [2, "", "Plain."]])
    data = file.getvalue().encode()
    assert READER.recognises(Raw(data, "-"))
    assert read(data) == [TRICKY, "Plain."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_any_usual_encoding_gives_the_same_rows(encoding: str) -> None:
    data = "title,text\nFerry,Zoë’s café opened at the old pier in town.\n".encode(encoding)
    assert READER.recognises(Raw(data, "-"))
    assert read(data) == ["Zoë’s café opened at the old pier in town."]


def test_a_row_too_long_or_too_short_is_named_with_its_line() -> None:
    data = b'title,text\nA,One.\nB,"Two\nlines."\nC,Three,too,many\nD\n\nE,Four.,,\n'
    assert read(data) == [
        "One.",
        "Two\nlines.",
        "row 3: line 5: 4 cells where the header has 2; put cells that hold the delimiter in quotation marks",
        "row 4: line 6: 1 cell where the header has 2; fill the row up",
        "Four.",
    ]


def test_a_quotation_mark_that_never_closes_keeps_the_rows_before() -> None:
    first, problem = read(b'title,text\nA,One.\nB,"Two.\nC,Three.\n')
    assert first == "One."
    assert problem.startswith("row 2: line 3: a quotation mark opened in this row is never closed")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"https://a.example/1,First,Words.\n", "line 1 looks like a row and not like a header"),
        (b'"title,text\nA,One.\n', "line 1: a quotation mark in the header is never closed"),
        (b"kop;tekst\nA;One.\n", "There are: kop, tekst. Write in the config"),
        (b"title,text\n", "there is no row that can be read"),
        (b"\n\n", "the table is empty"),
        (b"title,text\n,\n ,\n", "there is no row that can be read"),
    ],
)
def test_a_table_that_cannot_be_read_says_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert said in str(caught.value)


def test_the_config_names_the_columns_of_another_language() -> None:
    data = b"kop;tekst, lang\nA;One, two.\n"
    assert read(data, columns={"title": "kop", "text": "tekst, lang"}) == ["One, two."]


def test_a_cell_beyond_the_modules_own_limit_is_read() -> None:
    text = "word " * 40_000
    assert read(f"title,text\nA,{text}\n".encode()) == [text.strip()]


def test_excels_first_line_names_the_delimiter() -> None:
    assert read(b"sep=;\r\ntitle;text\r\nA;One, two, three.\r\n,\r\n")[0] == "One, two, three."


def test_a_few_zero_bytes_are_left_out_and_told() -> None:
    data = b"title,text\nA,One\0." + b" More of it." * 200 + b"\n"
    assert READER.recognises(Raw(data, "-", name="a.csv"))
    text, problem = read(data)
    assert text.startswith("One. More")
    assert problem == "table: zero bytes within it were left out (1)"


def test_a_column_of_addresses_is_a_list_of_links() -> None:
    assert read(b"url\nhttps://a.example/1\nhttps://a.example/2\n") == ["https://a.example/1", "https://a.example/2"]


def test_the_first_of_two_columns_of_one_name_is_meant() -> None:
    assert read(b"text,text\nOne.,Two.\n") == ["One."]


def test_endless_blank_lines_are_bounded() -> None:
    data = b"title,text\nA,One.\n" + b"\n" * 2_100_000 + b"B,Two.\n"
    assert read(data) == ["One.", "table: only the first 2,000,000 lines were read; split the file"]


@pytest.mark.parametrize(
    ("data", "name", "is_table"),
    [
        (b"title,text\nA,One.\n", "", True),
        (b"id,text,label\n1,One.,x\n", "", True),
        (b"title,text", "", False),
        (b"kop,tekst\nA,One.\n", "", False),
        (b"kop,tekst\nA,One.\n", "a.CSV", True),
        (b"kop\ttekst\n", "a.tsv", True),
        (b"", "a.csv", False),
        (b"<html><p>", "a.csv", False),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "a.csv", False),
        (b"News, text\n\nThe mayor said, on Monday, it was over.\nMore came, later.\n", "", False),
        (b"Text, body and soul\nThe mayor said it, loudly\nAnother line, here\n", "", False),
        (b"The ferry sailed, and the text said so, again.\nIt came back, later, late.\n", "", False),
    ],
)
def test_a_table_is_known_by_its_header_or_its_name(data: bytes, name: str, is_table: bool) -> None:
    assert READER.recognises(Raw(data, "-", name=name)) is is_table


def test_csv_is_known_by_its_media_type() -> None:
    assert READER.recognises(Raw(b"kop,tekst\n", "-", media_type="text/csv"))
