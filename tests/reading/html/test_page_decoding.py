"""The charset of a page is found, whatever it declares; markup nested too deep loses no text."""

from __future__ import annotations

import pytest

from crossread.errors import InputError
from crossread.reading.html.tree import decode_page, flatten, parse_page


def page(text: str, charset: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}</head><body><p>{text}</p></body></html>"


TEXT = "Bølgene slo over moloen på Ærøy – igjen"
RUSSIAN = "Волны снова перехлестнули через мол"


@pytest.mark.parametrize(
    ("data", "charset", "encoding"),
    [
        (page(TEXT).encode(), "", "utf-8"),
        (page(TEXT, "utf-8").encode(), "utf-8", "utf-8"),
        (page(TEXT, "iso-8859-1").encode(), "", "utf-8"),
        (page(TEXT).encode(), "windows-1252", "utf-8"),
        (page(TEXT).encode("utf-8-sig"), "iso-8859-1", "utf-8"),
        (page(TEXT, "utf-8").encode("cp1252"), "utf-8", "windows-1252"),
        (page(TEXT).encode("cp1252"), "", "windows-1252"),
        (page(TEXT, "iso-8859-1").encode("cp1252"), "", "cp1252"),
        (page(TEXT).encode("cp1252"), "no-such-charset", "windows-1252"),
        (page(TEXT).encode("cp1252"), "utf-16", "windows-1252"),
        (page(TEXT).encode("cp1252"), "rot13", "windows-1252"),
        (page(RUSSIAN, "windows-1251").encode("cp1251"), "", "cp1251"),
        (page(RUSSIAN, "utf-8").encode("koi8-r"), "koi8-r", "koi8-r"),
        (page("방파제를 다시 짓는다", "euc-kr").encode("cp949"), "", "cp949"),
        (page("防波堤を建て直す", "Shift_JIS").encode("cp932"), "", "cp932"),
        (page("防波堤を建て直す").encode("iso2022_jp"), "iso-2022-jp", "iso2022_jp"),
        (page(TEXT).encode("utf-16"), "", "utf-16-le"),
    ],
)  # fmt: skip
def test_the_charset_is_found(data: bytes, charset: str, encoding: str) -> None:
    text, found = decode_page(data, charset, "a.html")
    assert found == encoding
    assert any(words in text for words in (TEXT, RUSSIAN, "방파제를 다시 짓는다", "防波堤を建て直す"))


def test_one_broken_character_does_not_change_the_charset() -> None:
    data = page(f"{RUSSIAN} " * 40).encode().replace("мол".encode(), b"\xd0", 1)
    text, encoding = decode_page(data, "utf-8", "a.html")
    assert encoding == "utf-8"
    assert text.count(RUSSIAN) == 39


def test_bytes_that_are_no_text_are_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"a\.html"):
        decode_page(b"<html>\x00\x01\x02\x03" * 500, "", "a.html")


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul><li"])
@pytest.mark.parametrize("closed", [True, False])
def test_a_hundred_thousand_nested_tags_lose_no_text(tag: str, closed: bool) -> None:
    end = "".join(f"</{name}>" for name in reversed(tag.split("><"))) if closed else ""
    html = f"<html><body><p>Before.</p>{f'<{tag}>' * 100_000}Deep within.{end * 100_000}<p>After.</p></body></html>"
    text = parse_page(html, "a.html").text_content()
    assert "".join(text.split()) == "Before.Deepwithin.After."


def test_text_between_tags_that_are_dropped_stays_in_its_order() -> None:
    html = "".join(f"<div>{i} " for i in range(300)) + "<script>no</script>" + "</div>" * 300 + "end"
    flat = flatten(html, depth=10)
    assert flat.count("<div>") == flat.count("</div>") == 10
    assert "no" not in flat
    assert parse_page(flat, "a.html").text_content().split() == [*map(str, range(300)), "end"]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    entities = '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">'
    html = f"<!DOCTYPE html [{entities}]><p>x &b; &f; y</p>"
    assert "aaaa" not in parse_page(html, "a.html").text_content()


@pytest.mark.parametrize("html", ["", "   ", "<!-- -->"])
def test_a_page_without_markup_is_refused_by_name(html: str) -> None:
    with pytest.raises(InputError, match=r"a\.html: .*save the page again"):
        parse_page(html, "a.html")
