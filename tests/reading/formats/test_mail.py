"""Mails: the part that is the article, who sent it, and what a newsletter's headers claim."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from textwrap import fill

import pytest

from crossread.errors import InputError
from crossread.model import Article
from crossread.reading.formats.mail import READER
from crossread.reading.page import Page, Raw
from crossread.reading.readers import read_whole

STORY = (
    "The council voted on Tuesday to close the harbour road for eighteen months while engineers rebuild the sea wall, "
    "a decision that shopkeepers called a disaster and that the mayor defended as one nobody could avoid any longer. "
    "Buses will go by Mill Lane from the third of June, she said.\n"
)


GREETED = f"Good morning, dear readers.\n\n{STORY}\n{STORY}"
HEADED = f"Harbour road to close\n\n{STORY}\n{STORY}"


def mail(text: str = STORY, html: str = "", **fields: str) -> EmailMessage:
    message = EmailMessage()
    defaults = {"From": "The Harbour Gazette <news@harbour.example>", "To": "me@home.example"}
    defaults |= {"Subject": "Harbour road to close", "Date": "Tue, 14 May 2024 07:30:00 +0200"}
    for name, value in (defaults | {name.replace("_", "-"): value for name, value in fields.items()}).items():
        message[name] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def items(message: EmailMessage | bytes) -> Sequence[object]:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return list(READER.read(Raw(data, "letter.eml", "letter.eml")))


def claims(message: EmailMessage) -> set[tuple[str, str, str]]:
    [item] = items(message)
    assert isinstance(item, Page | Raw)
    return {(each.field, each.found.value, each.found.rule) for each in item.claims}


def test_the_html_of_a_newsletter_is_handed_on_with_what_the_headers_claim() -> None:
    [item] = items(mail("Read this in a browser.", f"<html><body><p>{STORY}</p></body></html>"))
    assert isinstance(item, Raw)
    assert (item.media_type, item.charset, item.part) == ("text/html", "utf-8", "")
    assert b"The council voted" in item.data
    assert {(each.field, each.found.value) for each in item.claims} == {
        ("title", "Harbour road to close"),
        ("publisher", "The Harbour Gazette"),
        ("published", "2024-05-14T07:30:00+02:00"),
    }


@pytest.mark.parametrize(
    "footer",
    [
        "Unsubscribe https://harbour.example/u\n\n4 Rope Walk, Velmouth",
        "You’re receiving this because you signed up at harbour.example.\n\n4 Rope Walk, Velmouth",
        "Manage your preferences: https://harbour.example/p\n\n4 Rope Walk, Velmouth",
    ],
)
def test_the_way_to_the_web_and_the_footer_of_a_plain_mail_are_furniture(footer: str) -> None:
    view = "View this post on the web at https://harbour.example/p/wall"
    [page] = items(mail(f"{view}\n\n{STORY}\n{footer}\n"))
    assert isinstance(page, Page)
    assert [(block.kind, block.rule) for block in page.blocks] == [
        ("furniture", "furniture.mail_view"),
        ("body", "body.mail"),
        ("furniture", "furniture.mail_footer"),
        ("furniture", "furniture.mail_footer"),
    ]


def test_a_greeting_is_no_title_and_a_headline_in_the_text_may_be_one() -> None:
    zones = [read_whole(Raw(mail(text).as_bytes(), "a.eml", "a.eml")) for text in (GREETED, HEADED)]
    first = [next(iter(each)) for each in zones]
    assert [isinstance(each, Article) and each.zones[0].kind for each in first] == ["body", "title"]


@pytest.mark.parametrize(
    "story",
    [
        f"Read it before the browser is shut, she said.\n\n{STORY}",
        f"To unsubscribe from a club is hard, he said.\n\n{STORY * 3}" + STORY.join("\n\n\n" for _ in range(9)),
        "Unsubscribe",
    ],
)
def test_words_of_a_story_are_no_footer(story: str) -> None:
    [page] = items(mail(story))
    assert isinstance(page, Page)
    assert "furniture.mail_footer" not in {block.rule for block in page.blocks}


def test_plain_text_is_read_where_there_is_no_html() -> None:
    wrapped = fill(STORY, 72)
    [page] = items(mail(wrapped + "\n\nA second paragraph.\n"))
    assert isinstance(page, Page)
    assert [page.text[b.start : b.end].split()[0] for b in page.blocks] == ["The", "A"]


def test_flowed_lines_are_put_together() -> None:
    message = mail("x")
    message.set_param("format", "flowed")
    message.set_payload("The council voted \non Tuesday.\nBuses go by Mill Lane.\n")
    [page] = items(message)
    assert isinstance(page, Page)
    assert page.text.split("\n")[:2] == ["The council voted on Tuesday.", "Buses go by Mill Lane."]


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("Jane Doe <jane@harbour.example>", {("author", "Jane Doe")}),
        ("The Harbour Gazette <jane@harbour.example>", {("publisher", "The Harbour Gazette")}),
        ("Morning Briefing <hello@harbour.example>", {("publisher", "Morning Briefing")}),
        ("Reuters <news@reuters.example>", {("publisher", "Reuters")}),
        ("Jane Doe at The Harbour <x@list.example>", {("author", "Jane Doe"), ("publisher", "The Harbour")}),
        ("jane doe <jane.doe@harbour.example>", {("author", "jane doe")}),
        ("=?utf-8?q?Zo=C3=AB_M=C3=BCller?= <zoe@harbour.example>", {("author", "Zoë Müller")}),
        ("news@harbour.example", set()),
    ],
)
def test_a_person_who_sends_is_the_author_and_anything_else_the_publisher(
    sender: str, expected: set[tuple[str, str]]
) -> None:
    data = mail().as_bytes().replace(b"The Harbour Gazette <news@harbour.example>", sender.encode(), 1)
    [page] = items(data)
    assert isinstance(page, Page)
    found = {(each.field, each.found.value) for each in page.claims}
    assert {each for each in found if each[0] in ("author", "publisher")} == expected


def test_who_forwards_a_mail_is_not_its_author_nor_the_date_its_own() -> None:
    assert claims(mail(Subject="Fwd: Harbour road to close", From="Jane Doe <jane@home.example>")) == {
        ("title", "Harbour road to close", "mail.subject")
    }


def test_a_short_note_with_an_article_attached_is_read_from_the_attachment() -> None:
    message = mail("See attached.")
    message.add_attachment(b"%PDF-1.7 ...", maintype="application", subtype="pdf", filename="wall.pdf")
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="octet-stream", filename="wall.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = items(message)
    assert [(each.name, each.part, each.claims) for each in found if isinstance(each, Raw)] == [
        ("wall.pdf", "wall.pdf", ()),
        ("wall.docx", "wall.docx", ()),
    ]


def test_an_attachment_beside_a_story_is_named_as_not_read() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.7 ...", maintype="application", subtype="pdf", filename="map.pdf")
    [page] = items(message)
    assert isinstance(page, Page)
    assert "map.pdf" in page.warnings[0]


def test_a_mailbox_gives_each_of_its_mails() -> None:
    first, second = mail().as_bytes(), mail(Subject="Ferry late").as_bytes()
    line = b"From news@harbour.example Tue May 14 07:30:00 2024\n"
    found = items(line + first + b"\n\n" + line + second)
    assert [each.part for each in found if isinstance(each, Raw)] == ["mail 1", "mail 2"]
    [page] = items(line + first)
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"From: a@b.example\r\nSubject: x\r\nDate: Tue, 14 May 2024 07:30:00 +0200\r\n\r\nText", "", True),
        (b"Return-Path: <a@b.example>\nReceived: from x\n by y\nFrom: a@b.example\n\nText", "", True),
        (b"From a@b.example Tue May 14 07:30:00 2024\nFrom: a\nTo: b\nSubject: c\n\nText", "", True),
        (b"Subject: x\n\nText", "letter.eml", True),
        (b"Date: 14 May 2024\nBy: Jane Doe\n\nThe council voted.", "", False),
        (b"From: Jane Doe\nThe council voted on Tuesday.", "", False),
        (b"Harbour road to close\n\nFrom: Jane\nTo: b\nSubject: c\n\n", "", False),
        (b"", "letter.eml", False),
    ],
)
def test_a_mail_is_known_by_its_header(data: bytes, name: str, expected: bool) -> None:
    assert READER.recognises(Raw(data, "x", name)) is expected


def test_a_mail_without_text_says_so() -> None:
    with pytest.raises(InputError, match=r"letter\.eml: the mail holds no text"):
        items(b"From: a@b.example\nSubject: x\nDate: today\n\n")


def test_damaged_mails_never_raise_anything_but_input_errors() -> None:
    whole = mail("x", f"<p>{STORY}</p>").as_bytes()
    nested = b"From: a\nSubject: b\nDate: c\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (i, i) for i in range(2000)
    )
    headers = b"From: a\nDate: Tue, 99 Foo 2024\nSubject: =?x-none?b?!!?= =?utf-8?q?=ff?=\n"
    badly = headers + b"Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\n%%%"
    cuts = [whole[: len(whole) * tenth // 10] for tenth in range(10)]
    for data in (b"", bytes(range(256)) * 50, nested, badly, *cuts):
        try:
            items(data)
        except InputError as error:
            told = str(error)
        else:
            told = "letter.eml: read"
        assert told.startswith("letter.eml: ")
