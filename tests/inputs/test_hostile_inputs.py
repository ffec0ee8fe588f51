"""Every bad input as a user meets it: beside a good one, through the whole run, to what the briefing says of it."""

from __future__ import annotations

import html
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import hostile_files
import pytest
from hostile_files import page, paragraphs
from loopback import Reply, bomb, redirect, serving
from msgspec.structs import replace

from crossread.fetching import FetchSettings
from crossread.inputs.settings import Input
from crossread.model import Result
from crossread.reports import render
from crossread.run import run
from crossread.settings import default_settings

GOOD = "Good news of the mill"
MUCH = b"<html><p>" + b"word " * 5_000_000  # more than a page may have
METADATA_SERVICE = "http://169.254.169.254/latest/meta-data/"
TABLE = f"title,summary\nWall,{hostile_files.SENTENCES[2].replace(',', '')}\n"
DEEP = f"{'<div>' * 100_000}at the bottom of it{'</div>' * 100_000}"
ENDLESS = {f"/{'a' * n}": redirect(f"/{'a' * (n + 1)}") for n in range(1, 9)}

Content = Callable[[], bytes | str]


def good(folder: Path) -> str:
    (folder / "good.txt").write_text(f"{GOOD}\n\n" + "\n\n".join(paragraphs("the mill")), encoding="utf-8")
    return "good.txt"


def briefing(inputs: Sequence[str | Input], folder: Path, hosts: Sequence[str] = ()) -> Result:
    """The result of a run, of which HTML and Markdown have the good article and every notice."""
    fetch = FetchSettings(delay=0, retries=0, timeout=1, cache=str(folder / "cache"), allow_hosts=tuple(hosts))
    result = run(replace(default_settings(), inputs=tuple(inputs), fetch=fetch), folder)
    written = render(result, folder / "out", formats=("html", "markdown"), name="briefing")
    assert sorted(os.listdir(folder / "out")) == ["briefing.html", "briefing.md"]
    for path in written:
        text = _letters(html.unescape(path.read_text(encoding="utf-8")))
        for words in (GOOD, *(notice.message for notice in result.warnings)):
            assert _letters(words) in text
    return result


def _letters(text: str) -> str:
    """What both formats have in common: Markdown escapes signs, and both may break lines."""
    return re.sub(r"[\W_]", "", text)


def cafe(charset: str) -> str:
    return page(head=f"<meta charset={charset}>", body="<p>Zoë’s café opened again, the owner said on Friday.</p>")


def places(result: Result) -> list[str]:
    return list(dict.fromkeys(analysis.origin.locator for analysis in result.articles))


def told(result: Result, level: str = "error") -> list[str]:
    return [f"{notice.subject}: {notice.message}" for notice in result.warnings if notice.level == level]


REFUSED_FILES: dict[str, tuple[str, Content, str]] = {
    "truncated PDF": ("cut.pdf", lambda: hostile_files.pdf()[:3000], "damaged or cut short"),
    "encrypted PDF": ("locked.pdf", lambda: hostile_files.pdf(locked=True), "needs a password"),
    "scan": ("scan.pdf", hostile_files.scan, "has no text layer; run OCR on it first"),
    "bomb in gzip": ("bomb.html.gz", hostile_files.gzip_bomb, "unpacks to more than 200 MB"),
    "large page in gzip": ("page.html.gz", lambda: hostile_files.gzip_bomb(30), "more than the 20 MB"),
    "bomb in DOCX": ("bomb.docx", hostile_files.docx_bomb, "unpacks to more than an article has"),
    "entity expansion": ("feed.xml", hostile_files.expanding_feed, "declares entities of its own"),
    "unknown delimiter": ("rows.csv", lambda: TABLE.replace(",", "^"), "There are: title.summary"),
    "no text": ("rows.csv", lambda: TABLE, "no column .* text or address. There are: title, summary"),
}


@pytest.mark.parametrize(("name", "content", "message"), REFUSED_FILES.values(), ids=REFUSED_FILES.keys())
def test_a_file_that_is_refused_is_told_beside_the_good_one(
    tmp_path: Path, name: str, content: Content, message: str
) -> None:
    made = content()
    (tmp_path / name).write_bytes(made.encode() if isinstance(made, str) else made)
    result = briefing([name, good(tmp_path)], tmp_path)
    assert places(result) == ["good.txt"]
    [line] = told(result)
    assert line.startswith(f"{name}: ")
    assert re.search(message, line), line


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    hostile_files.write_large(tmp_path / "large.html")
    result = briefing(["large.html", good(tmp_path)], tmp_path)
    assert places(result) == ["good.txt"]
    assert told(result) == ["large.html: this is more than the 20 MB that HTML may have here; cut it into parts"]


def test_a_column_that_is_missing_is_named_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(TABLE)
    result = briefing([Input("rows.csv", columns={"text": "story"}), good(tmp_path)], tmp_path)
    [line] = told(result)
    assert re.search('there is no column "story".* There are: title, summary', line)


KEPT_FILES: dict[str, tuple[str, Content, str, int]] = {
    "declared UTF-8, is not": ("charset.html", lambda: cafe("utf-8").encode("windows-1252"), "Zoë’s café", 0),
    "declared Cyrillic, is UTF-8": ("charset.html", lambda: cafe("windows-1251"), "Zoë’s café", 0),
    "declared nonsense": ("charset.html", lambda: cafe("no-such-thing"), "Zoë’s café", 0),
    "nested tags after the story": ("deep.html", lambda: page(body=DEEP), "at the bottom of it", 0),
    "nested tags around the story": ("deep.html", lambda: f"{'<div>' * 100_000}{page()}", "Part 5", 0),
    "WARC cut in the middle": ("cut.warc", hostile_files.warc_cut, "archived page 1", 1),
    "broken dates": ("feed.xml", lambda: hostile_files.feed("32 Nov 2026", "soon", ""), "entry 1", 0),
}


@pytest.mark.parametrize(("name", "content", "words", "errors"), KEPT_FILES.values(), ids=KEPT_FILES.keys())
def test_of_a_damaged_file_what_can_be_read_is_in_the_briefing(
    tmp_path: Path, name: str, content: Content, words: str, errors: int
) -> None:
    made = content()
    (tmp_path / name).write_bytes(made.encode() if isinstance(made, str) else made)
    result = briefing([name, good(tmp_path)], tmp_path)
    assert {name, "good.txt"} == set(places(result))
    assert any(words in analysis.text for analysis in result.articles)
    assert len(told(result)) == errors


def test_a_broken_date_is_older_than_any_and_told_where_a_date_is_asked_for(tmp_path: Path) -> None:
    dates = ("32 Nov 2026", "Fri, 20 Nov 2026 08:00:00 GMT", "soon", "Sat, 99 Foo 20266")
    (tmp_path / "feed.xml").write_text(hostile_files.feed(*dates))
    newest = briefing([Input("feed.xml", newest=1), good(tmp_path)], tmp_path)
    since = briefing([Input("feed.xml", since="2026-11-01"), good(tmp_path)], tmp_path)
    for result in (newest, since):
        assert [analysis.origin.part for analysis in result.articles] == ["Entry 1", ""]
    assert told(newest) == []
    assert told(since, "warning") == ["feed.xml: 3 entries without a date left out, since a date is asked for"]


REFUSED_PAGES: dict[str, tuple[str, dict[str, Reply], str]] = {
    "says 200 MB": ("/large", {"/large": Reply(length=200_000_000)}, "larger than 20,000,000 bytes"),
    "does not say": ("/large", {"/large": Reply(MUCH, chunked=True)}, "larger than 20,000,000 bytes"),
    "bomb in gzip": ("/bomb", {"/bomb": bomb(300)}, "larger than 20,000,000 bytes"),
    "redirect loop": ("/a", {"/a": redirect("/b"), "/b": redirect("/a")}, "redirects in a circle"),
    "endless redirects": ("/a", ENDLESS, "redirects more than 5 times"),
    "redirect to metadata": ("/a", {"/a": redirect(METADATA_SERVICE)}, "169.254.169.254 is a private"),
    "redirect to a file": ("/a", {"/a": redirect("file:///etc/passwd")}, "only http and https"),
    "slow": ("/slow", {"/slow": Reply(page(), pause=0.2)}, "within 1 seconds"),
    "closes early": ("/early", {"/early": Reply(page(), cut=100)}, "closed the connection early"),
    "ends a chunk early": ("/early", {"/early": Reply(page(), cut=100, chunked=True)}, "connection early"),
    "says nothing": ("/mute", {"/mute": Reply(raw=b"")}, "closed the connection early"),
    "no HTTP": ("/odd", {"/odd": Reply(raw=b"220 mail.example ESMTP\r\n\r\n")}, "other than HTTP"),
}


@pytest.mark.parametrize(("path", "routes", "message"), REFUSED_PAGES.values(), ids=REFUSED_PAGES.keys())
def test_a_page_that_is_refused_is_told_beside_the_good_one(
    tmp_path: Path, path: str, routes: dict[str, Reply], message: str
) -> None:
    with serving(routes) as server:
        result = briefing([server.url(path), good(tmp_path)], tmp_path, ("127.0.0.1",))
        assert places(result) == ["good.txt"]
        [line] = told(result)
        assert line.startswith(f"{server.url(path)}: ") or f"{server.url(path)} (redirected to" in line
        assert re.search(message, line), line


def test_a_name_that_turns_private_after_its_first_use_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's resolver, not ours, gives the name a public address once and then a private one."""
    public, lookups = "93.184.216.34", []
    real = socket.getaddrinfo

    def changing(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        if host == "news.test":
            lookups.append(host)
            host = public if len(lookups) == 1 else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        # The public machine is this one, so that nothing leaves it.
        return real("127.0.0.1" if host == public else host, port, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with serving({"/robots.txt": "User-agent: *", "/a": page()}) as server:
        result = briefing([server.url("/a", "news.test"), good(tmp_path)], tmp_path)
        assert server.paths == ["/robots.txt"]
    assert len(lookups) == 2
    [line] = told(result)
    assert "news.test (127.0.0.1) is a private or reserved address" in line


def test_all_of_them_at_once_make_a_briefing_that_lists_them_and_exit_code_2(tmp_path: Path) -> None:
    names = []
    for number, (name, content, _) in enumerate(REFUSED_FILES.values()):
        made = content()
        names.append(f"{number}{name}")
        (tmp_path / names[-1]).write_bytes(made.encode() if isinstance(made, str) else made)
    routes: dict[str, Reply] = {}
    for number, (path, served, _) in enumerate(REFUSED_PAGES.values()):
        routes |= {f"/{number}{name}": _moved(reply, number) for name, reply in served.items()}
        names.append(f"/{number}{path}")
    with serving(routes) as server:
        inputs = [server.url(name) if name.startswith("/") else name for name in names]
        config = {
            "defaults": {"fetch": {"delay": 0, "retries": 0, "timeout": 1, "allow_hosts": ["127.0.0.1"], "cache": "c"}},
            "reports": {"all": {"inputs": [*inputs, good(tmp_path)]}},
        }
        (tmp_path / "config.yaml").write_text(json.dumps(config))
        command = [sys.executable, "-m", "crossread", "run", "--config", str(tmp_path / "config.yaml")]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    out = tmp_path / "briefings"
    assert sorted(os.listdir(out)) == ["all.html", "all.json", "all.md", "all.pdf"]
    saved = json.loads((out / "all.json").read_text(encoding="utf-8"))
    assert [article["origin"]["locator"] for article in saved["articles"]] == ["good.txt"]
    assert sorted(w["subject"] for w in saved["warnings"] if w["level"] == "error") == sorted(inputs)
    from pypdf import PdfReader

    pdf = "".join(sheet.extract_text() for sheet in PdfReader(out / "all.pdf").pages)
    for text in ((out / "all.html").read_text("utf-8"), pdf, ended.stderr):
        letters = _letters(text)
        assert all(_letters(name) in letters for name in inputs)
    short = (out / "all.md").read_text("utf-8")
    listed = short.count("- **Left out: ")
    assert listed > 5
    assert f"- {len(inputs) - listed} more in the HTML, PDF and JSON of this result.\n" in short


def _moved(reply: Reply, number: int) -> Reply:
    """The reply with a redirect within the server led to the case's own path."""
    to = reply.headers.get("Location", "")
    return redirect(f"/{number}{to}") if to.startswith("/") else reply
