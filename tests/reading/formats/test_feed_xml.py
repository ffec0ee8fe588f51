from __future__ import annotations

import http.server
import threading
from typing import Any

import pytest

from crossread.errors import InputError
from crossread.reading.formats.feed import READER
from crossread.reading.page import Item, Problem, Raw, Reference

LONG = " ".join(f"The ferry made trip {number} across the bay." for number in range(40))  # 320 words
RSS = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'


def rss(items: str, head: str = "<title>Bay Courier</title><language>en-gb</language>") -> bytes:
    return f"{RSS}<channel>{head}{items}</channel></rss>".encode()


def read(data: bytes, url: str = "https://bay.example/feed.xml", **more: Any) -> list[Item]:
    return list(READER.read(Raw(data, "feed.xml", url=url, **more)))


def links(data: bytes, **more: Any) -> list[str]:
    """The address of each link and article, and of problems what they say."""
    return [item.message if isinstance(item, Problem) else item.url for item in read(data, **more) if item]  # type: ignore[union-attr]


def claims(item: Item) -> list[tuple[str, str, str]]:
    assert isinstance(item, Raw | Reference)
    return [(claim.field, claim.found.value, claim.found.rule) for claim in item.claims]


ENTRY = """<item><title>Ferry &amp; bridge</title><link>/2026/ferry</link><dc:creator>Ann Lee</dc:creator>
<pubDate>Wed, 04 Mar 2026 11:00:00 +0100</pubDate>{}</item>"""


def test_an_entry_is_a_link_with_its_claims() -> None:
    (item,) = read(rss(ENTRY.format("<description>Short.</description>")))
    assert isinstance(item, Reference)
    assert (item.url, item.title) == ("https://bay.example/2026/ferry", "Ferry & bridge")
    assert item.published == "2026-03-04T10:00:00Z"
    assert claims(item) == [
        ("title", "Ferry & bridge", "feed.title"),
        ("author", "Ann Lee", "feed.author"),
        ("publisher", "Bay Courier", "feed.publisher"),
        ("published", "2026-03-04T10:00:00Z", "feed.published"),
        ("language", "en-gb", "feed.language"),
        ("url", "https://bay.example/2026/ferry", "feed.url"),
    ]


def test_an_entry_with_its_whole_text_is_an_article() -> None:
    content = f"<content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded><description>Short.</description>"
    (item,) = read(rss(ENTRY.format(content)), retrieved="2026-03-05T00:00:00Z")
    assert isinstance(item, Raw)
    assert item.data.decode() == f"<p>{LONG}</p>"
    assert (item.media_type, item.charset, item.part) == ("text/html", "utf-8", "Ferry & bridge")
    assert (item.url, item.retrieved) == ("https://bay.example/2026/ferry", "2026-03-05T00:00:00Z")
    assert ("published", "2026-03-04T10:00:00Z", "feed.published") in claims(item)


@pytest.mark.parametrize(
    "content",
    [
        "<p>Too short for an article.</p>",
        f"<p>{LONG}</p><p>Continue reading <a href='/x'>Ferry and bridge</a></p>",
        f"<p>{LONG} […]</p><p>The post Ferry appeared first on Bay Courier.</p>",
        f"<p>{LONG} [...]</p>",
        f"<p>{LONG}</p><a>Read more</a>",
    ],
)
def test_a_summary_or_teaser_is_a_link(content: str) -> None:
    (item,) = read(rss(ENTRY.format(f"<content:encoded><![CDATA[{content}]]></content:encoded>")))
    assert isinstance(item, Reference)


def test_a_long_summary_without_a_link_is_all_there_is() -> None:
    (item,) = read(rss(f"<item><title>A</title><description>&lt;p&gt;{LONG}&lt;/p&gt;</description></item>"))
    assert isinstance(item, Raw)
    assert item.data.decode() == f"<p>{LONG}</p>"


ATOM = """<?xml version="1.0" encoding="utf-8"?><!-- made by hand -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Bay &lt;b&gt;Courier&lt;/b&gt;</title>
<link rel="self" href="https://bay.example/atom"/><link href="https://bay.example/"/>
<entry><id>tag:bay.example,2026:1</id><title>Ferry</title><link rel="edit" href="/edit"/><link href="2026/ferry"/>
<author><name>Ann Lee</name><email>ann@bay.example</email></author><author><name>Bo Ek</name></author>
<published>2026-03-04</published><updated>2026-03-05T10:00:00+01:00</updated>{}</entry></feed>"""


@pytest.mark.parametrize(
    ("content", "media_type", "opening"),
    [
        (f'<content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content>', "text/html", "<p>The"),
        (f'<content type="text">{LONG} 1 &lt; 2</content>', "text/plain", "The ferry"),
        (
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B. {LONG}</p></div></content>',
            "text/html",
            '<div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B. The',
        ),
    ],
)
def test_atom_content_of_each_type_is_read(content: str, media_type: str, opening: str) -> None:
    (item,) = read(ATOM.format(content).encode())
    assert isinstance(item, Raw)
    assert item.media_type == media_type
    assert item.data.decode().startswith(opening)
    assert item.url == "https://bay.example/2026/ferry"
    told = claims(item)
    assert ("author", "Ann Lee", "feed.author") in told
    assert ("author", "Bo Ek", "feed.author") in told
    assert ("publisher", "Bay Courier", "feed.publisher") in told
    assert ("published", "2026-03-04", "feed.published") in told
    assert ("modified", "2026-03-05T09:00:00Z", "feed.modified") in told


def test_rss_1_is_read() -> None:
    data = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bay</title></channel>
    <item rdf:about="https://bay.example/1"><title>A</title><link>https://bay.example/1</link><dc:date>2026-03-04</dc:date>
    </item></rdf:RDF>"""
    assert READER.recognises(Raw(data, "-"))
    (item,) = read(data)
    assert isinstance(item, Reference)
    assert (item.url, item.published) == ("https://bay.example/1", "2026-03-04")


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<guid>https://bay.example/p</guid>", "https://bay.example/p"),
        ("<guid isPermaLink='true'>https://bay.example/p</guid>", "https://bay.example/p"),
        ("<guid>https://bay.example/p</guid><link>https://bay.example/l</link>", "https://bay.example/l"),
    ],
)
def test_a_permanent_id_is_the_link_where_there_is_no_other(item: str, url: str) -> None:
    assert links(rss(f"<item><title>A</title>{item}</item>")) == [url]


@pytest.mark.parametrize(
    "item",
    [
        "<guid isPermaLink='false'>https://bay.example/p</guid>",
        "<link>javascript:alert(1)</link>",
        "<link>file:///etc/passwd</link>",
        "<link>https://[bad/</link>",
        "",
    ],
)
def test_an_entry_that_leads_nowhere_is_a_problem_and_the_others_go_on(item: str) -> None:
    problem, good = read(rss(f"<item><title>A</title>{item}</item><item><link>https://bay.example/1</link></item>"))
    assert isinstance(good, Reference)
    assert isinstance(problem, Problem)
    assert problem.part == "A"


def test_links_are_absolute_against_the_feed_or_its_site() -> None:
    items = "<item><link>/1</link></item><item><link>https://other.example/2</link></item>"
    assert links(rss(items)) == ["https://bay.example/1", "https://other.example/2"]
    site = "<title>Bay</title><link>https://bay.example/home</link>"
    assert links(rss(items, site), url="") == ["https://bay.example/1", "https://other.example/2"]


def test_an_entry_that_comes_twice_is_read_once() -> None:
    items = "<item><link>/1</link></item><item><link>/1</link></item>"
    items += "<item><guid>x</guid><link>/2</link></item><item><guid>x</guid><link>/2?again</link></item>"
    assert links(rss(items)) == ["https://bay.example/1", "https://bay.example/2"]


def test_entries_beyond_the_bound_are_left_and_told() -> None:
    *found, last = links(rss("".join(f"<item><link>/{number}</link></item>" for number in range(1200))))
    assert found == [f"https://bay.example/{number}" for number in range(1000)]
    assert last == "only its first 1,000 entries were read"


@pytest.mark.parametrize("date", ["32 Foo 2026", "", "yesterday", "9" * 50_000, "0000-00-00T99:99:99Z", "2026-13-45"])
def test_a_broken_date_is_left_empty(date: str) -> None:
    (item,) = read(rss(f"<item><link>/1</link><pubDate>{date}</pubDate></item>"))
    assert isinstance(item, Reference)
    assert item.published == ""
    assert "published" not in [claim.field for claim in item.claims]


BILLION = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{BILLION}]>',
        '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % l9 SYSTEM "http://127.0.0.1:9/x.dtd"> %l9;]>',
        '<!-- <rss> --><?x <rss>?><!DOCTYPE rss [<!entity l9 "x">]>',
        '<!DOCTYPE rss [<!-- ]> --><!ENTITY l9 "x">]>',
        '<!DOCTYPE rss [<!ELEMENT a "]>"><!ENTITY l9 "x">]>',
    ],
)
def test_a_feed_that_declares_entities_is_refused(doctype: str) -> None:
    data = f'<?xml version="1.0"?>{doctype}'.encode() + rss("<item><title>&l9;</title><link>/1</link></item>")
    with pytest.raises(InputError, match=r"declares entities of its own|nothing to read|cut off"):
        read(data)


def test_nothing_is_fetched_for_a_document_type() -> None:
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        data = f'<!DOCTYPE rss PUBLIC "-//x//DTD RSS 0.91//EN" "{address}/rss.dtd">'.encode()
        data += rss(f"<item><title>A</title><link>{address}/1</link><content:encoded src='{address}/2'/></item>")
        found = links(data, url=f"{address}/feed")
        server.shutdown()
        thread.join()
    assert found == [f"{address}/1"]
    assert asked == []


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ("<item><title>Tea&nbsp;&amp; scones</title><link>/1</link></item>", "Tea & scones"),
        ("<item><title>Tea & scones</title><link>/1</link></item>", "Tea & scones"),
        ("<item><title>Tea</title><link>/1</link><description><p>Hot<br>sweet</description></item>", "Tea"),
        ("<item><title>Tea</title><odd:x odd:y='1'>x</odd:x><link>/1</link></item>", "Tea"),
        ("<item><title>Tea\x01</title><b><link>/1</link></item>", "Tea"),
    ],
)
def test_a_feed_that_is_not_well_formed_gives_what_it_has(items: str, told: str) -> None:
    found = read(rss(items + "<item><title>Last</title><link>/2?a=1&b=2</link></item>"))
    references = [item for item in found if isinstance(item, Reference)]
    assert references[0].title == told
    assert references[-1].url == "https://bay.example/2?a=1&b=2"
    assert isinstance(found[-1], Problem)
    assert found[-1].part == "feed"
    assert "this is not well-formed XML" in found[-1].message
    assert found[-1].message.startswith("line 1, column ")


def test_a_link_cut_in_two_is_no_link() -> None:
    found = links(
        rss("<item><link>/1</link></item><item><title>Two</title><link>/2026/fer")[: -len("</channel></rss>")]
    )
    assert found[:2] == ["https://bay.example/1", "it has neither a link nor a whole text"]


def test_a_feed_cut_off_keeps_the_entries_before_and_no_half_text() -> None:
    entry = (
        "<item><title>{0}</title><link>/{0}</link><content:encoded><![CDATA["
        + f"<p>{LONG}</p>]]></content:encoded></item>"
    )
    data = rss(entry.format("One") + entry.format("Two"))
    first, second, problem = read(data[: -len("rest]]></content:encoded></item></channel></rss>")])
    assert isinstance(first, Raw)
    assert isinstance(second, Reference)
    assert second.url == "https://bay.example/Two"
    assert isinstance(problem, Problem)


@pytest.mark.parametrize(
    ("head", "encoding", "charset"),
    [
        ("", "utf-8", ""),
        ("", "utf-16", ""),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16-le", ""),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "windows-1252", ""),
        ("<?xml version='1.0' encoding='iso-8859-1'?>", "utf-8", ""),
        ("", "windows-1252", ""),
        ("", "windows-1252", "no-such-charset"),
        ('<?xml version="1.0" encoding="punycode"?>', "windows-1252", "unicode_escape"),
    ],
)
def test_each_encoding_gives_the_same_title(head: str, encoding: str, charset: str) -> None:
    data = (head + rss("<item><title>Zoë’s café</title><link>/1</link></item>").decode()).encode(encoding)
    assert READER.recognises(Raw(data[:65_536], "-"))
    (item,) = read(data, charset=charset)
    assert isinstance(item, Reference)
    assert item.title == "Zoë’s café"


def test_the_servers_charset_is_believed_where_bytes_are_not_utf8() -> None:
    data = rss("<item><title>Паром</title><link>/1</link></item>").decode().encode("koi8-r")
    (item,) = read(data, charset="koi8-r")
    assert isinstance(item, Reference)
    assert item.title == "Паром"


@pytest.mark.parametrize(
    ("data", "is_feed"),
    [
        (rss(""), True),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><!-- x > --><!DOCTYPE rss SYSTEM 'x'>\n<RSS>", True),
        (b'<a:feed xmlns:a="http://www.w3.org/2005/Atom">', True),
        (b"<!DOCTYPE html><html><body><rss>", False),
        (b"<html><head><title>rss feed</title>", False),
        (b"<!-- <rss> --><p>", False),
        (b"<feedback>", False),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', False),
        (b"An article on <rss> and <feed>.", False),
        (b"", False),
    ],
)
def test_a_feed_is_known_by_its_root(data: bytes, is_feed: bool) -> None:
    assert READER.recognises(Raw(data, "-", name="a.xml")) is is_feed


HEAVY = 300_000


@pytest.mark.parametrize(
    "items",
    [
        "<item><author>" + "a" * HEAVY + "</author><link>/1</link></item>",
        "<item><dc:creator>" + "a@(" * HEAVY + "</dc:creator><link>/1</link></item>",
        "<item><title>" + "&lt;a " * HEAVY + "</title><link>/1</link></item>",
        "<item><title>" + "<a " * HEAVY + "</title><link>/1</link></item>",
        "<item><link>/1</link>" + "<b>" * HEAVY,
        "<item><link>/1</link><title " + "".join(f"a{n}='' " for n in range(HEAVY // 10)) + "/></item>",
        "<item><link>/1</link><pubDate>" + "1 " * HEAVY + "</pubDate></item>",
        "<item><link>/1</link><title>" + "<![CDATA[" * HEAVY,
        "<item><link>/1</link></item>" + "<!--" * HEAVY,
    ],
)
def test_heavy_entries_are_read_in_good_time(items: str) -> None:
    try:
        found = links(rss(items))
    except InputError:
        return
    assert found[0] == "https://bay.example/1" or "link" in found[0]
