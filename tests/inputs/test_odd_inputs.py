"""Inputs that are not broken but odd: pages out of all proportion, special files, names and halves of characters."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import hostile_files
import pytest
from hostile_files import page, paragraphs
from loopback import Reply, serving

from crossread.inputs.collect import collect
from crossread.inputs.settings import Input
from crossread.result import dumps, loads
from crossread.run import run
from crossread.settings import default_settings

PATIENCE = 60


def good(folder: Path, name: str = "good.txt") -> str:
    (folder / name).write_text("Good news of the mill\n\n" + "\n\n".join(paragraphs("the mill")), encoding="utf-8")
    return name


PARAGRAPH = "<p>The council has said on Monday that stone for the wall will come from Oban by sea. </p>"
TOO_MUCH = {
    "tags": ("a.html", lambda: page(body="<b>x</b>" * 260_000), "more than 500,000 tags"),
    "text of a page": ("a.html", lambda: page(body=PARAGRAPH * 60_000), "characters, more than the 5,000,000"),
    "lines": ("a.txt", lambda: "a\n\n" * 100_001, "100,001 paragraphs, more than the 100,000"),
}


@pytest.mark.parametrize(("name", "content", "message"), TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_what_is_larger_than_any_article_is_refused_and_the_others_are_read(
    tmp_path: Path, name: str, content: Any, message: str
) -> None:
    (tmp_path / name).write_text(content(), encoding="utf-8")
    articles, notices = collect([name, good(tmp_path)], tmp_path)
    assert [article.origin.locator for article in articles] == ["good.txt"]
    [notice] = notices
    assert (notice.level, notice.subject) == ("error", name)
    assert message in notice.message


LINKS = "".join(f"<p>Read <a href='https://e{n}.example/'>this {n}</a> in it.</p>" for n in range(5_000))
MUCH = {
    "links": LINKS,
    "rows": f"<table>{''.join(f'<tr><td>Pier {n}</td><td>{n} tons</td></tr>' for n in range(20_000))}</table>",
    "data": '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Wall"}</script>' * 10_000,
    "broken data": '<script type=\'application/ld+json\'>{"@type":"NewsArticle", /* </script>' * 10_000,
    "one broken datum": f"<script type='application/ld+json'>{'[{' * 100_000}</script>",
    "drawings": f"<svg>{'<g><path></path></g>' * 100_000}</svg>",
    "a deep drawing": f"<svg>{'<g>' * 200}{'<path></path>' * 50_000}</svg>",
    "an attribute": f"<img src='data:image/png;base64,{'A' * 5_000_000}'>",
    "a script": f"<script>{'f();' * 1_000_000}</script>",
}


@pytest.mark.parametrize("extra", MUCH.values(), ids=MUCH.keys())
def test_much_of_anything_in_a_page_leaves_its_article(tmp_path: Path, extra: str) -> None:
    (tmp_path / "a.html").write_text(page(body=extra), encoding="utf-8")
    [article], _ = collect(["a.html"], tmp_path)
    assert all(each in article.text for each in paragraphs())


def test_a_title_without_end_is_cut(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("a wall " * 14_000), encoding="utf-8")
    result = run(default_settings(["a.html", good(tmp_path)]), tmp_path)
    title = result.articles[0].metadata.title
    assert title is None or len(title.value) <= 2_000


def test_of_5000_entries_the_newest_three_are_taken(tmp_path: Path) -> None:
    dates = [f"{1 + n % 28} Nov 2026 08:00:00 GMT" for n in range(4_997)]
    newest = [f"{day} Dec 2026 08:00:00 GMT" for day in (1, 2, 3)]
    (tmp_path / "feed.xml").write_text(hostile_files.feed(*dates[:500], *newest, *dates[500:]))
    articles, [notice] = collect([Input("feed.xml", newest=3)], tmp_path)
    assert [article.origin.part for article in articles] == ["Entry 500", "Entry 501", "Entry 502"]
    assert "only its first 1,000 entries were read" in notice.message


def test_special_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    good(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.html").symlink_to("loop.html")
    (folder / "gone.html").symlink_to("nowhere.html")
    (folder / "again").symlink_to(".")
    with socket.socket(socket.AF_UNIX) as listener:
        # A socket's name may have 107 bytes.
        here = os.open(folder, os.O_RDONLY)
        listener.bind(f"/proc/self/fd/{here}/post.txt" if sys.platform == "linux" else str(folder / "post.txt"))
        os.close(here)
        for named in ("in", "in/*.txt", "in/**/*.txt"):
            articles, _ = collect([named], tmp_path)
            assert [article.origin.locator for article in articles] == ["in/good.txt"]


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    articles, [notice] = collect(["loop.txt", good(tmp_path)], tmp_path)
    assert len(articles) == 1
    assert notice.subject == "loop.txt"


def test_a_file_name_in_another_charset_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    good(tmp_path, os.fsdecode(b"caf\xe9.txt"))
    result = run(default_settings(["*.txt"]), tmp_path)
    assert "caf\ufffd.txt" in dumps(result).decode()


def test_half_a_character_is_replaced_wherever_it_stands(tmp_path: Path) -> None:
    row = {"title": "Wall \ud83d", "author": "Ann \ud83d Lee", "text": " ".join(paragraphs())}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    data = {"@type": "NewsArticle", "author": {"name": "Bo \ud83d Ek", "jobTitle": "\ud83d editor"}}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    (tmp_path / "a.html").write_text(page("a wall of halves", head=script))
    result = run(default_settings(["rows.jsonl", "a.html"]), tmp_path)
    saved = dumps(result).decode()
    assert len(result.articles) == 2
    assert all(words in saved for words in ("Wall \ufffd", "Ann \ufffd Lee", "Bo \ufffd Ek", "\ufffd editor"))


def configure(folder: Path, inputs: list[str], **fetch: Any) -> None:
    config = {
        "defaults": {
            "formats": ["json", "html", "markdown"],
            "fetch": {"delay": 0, "retries": 0, "allow_hosts": ["127.0.0.1"], "cache": "cache", **fetch},
        },
        "reports": {"odd": {"inputs": inputs}},
    }
    (folder / "config.yaml").write_text(json.dumps(config))


def command(folder: Path, *words: str) -> subprocess.Popen[str]:
    """`crossread run`, which hears an interruption even where the tests run in the background."""

    def listen() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    line = [sys.executable, "-m", "crossread", "run", *words]
    return subprocess.Popen(line, cwd=folder, stderr=subprocess.PIPE, text=True, preexec_fn=listen)


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "briefings").iterdir())}


def test_the_same_pages_and_files_make_the_same_bytes(tmp_path: Path) -> None:
    good(tmp_path)
    fresh = {"Cache-Control": "max-age=1000", "Content-Type": "text/html; charset=utf-8"}
    with serving({"/a": Reply(page(), headers=fresh)}) as server:
        configure(tmp_path, [server.url("/a"), "good.txt"])
        made = []
        for words in ((), (), ("--offline",), ("--offline",)):
            assert command(tmp_path, *words).wait(PATIENCE) == 0
            made.append(written(tmp_path))
        assert server.pages() == ["/a"]
    assert sorted(made[0]) == ["odd.html", "odd.json", "odd.md"]
    assert made[0] == made[1]
    assert made[2] == made[3]
    assert made[1]["odd.md"] == made[2]["odd.md"]


def test_runs_at_the_same_time_share_a_cache(tmp_path: Path) -> None:
    good(tmp_path)
    with serving({"/a": page()}) as server:
        configure(tmp_path, [server.url("/a"), "good.txt"])
        running = [command(tmp_path) for _ in range(4)]
        assert [(each.communicate(timeout=PATIENCE)[1], each.returncode) for each in running] == [("", 0)] * 4
    assert sorted(written(tmp_path)) == ["odd.html", "odd.json", "odd.md"]
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert not any(path.name.startswith(".") for path in kept)


def test_an_interruption_while_fetching_ends_the_run_and_leaves_nothing(tmp_path: Path) -> None:
    good(tmp_path)
    with serving({"/slow": Reply(page(), pause=1), "/slower": Reply(page(), pause=1)}) as server:
        configure(tmp_path, ["good.txt", server.url("/slow"), server.url("/slower")], timeout=3_000, delay=1_000)
        running = command(tmp_path)
        deadline = time.monotonic() + PATIENCE
        while not server.paths and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, stderr = running.communicate(timeout=PATIENCE)
    assert running.returncode == 130
    assert "interrupted" in stderr
    assert "Traceback" not in stderr
    assert not (tmp_path / "briefings").exists()
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.name.startswith(".")]


def test_a_file_whose_name_no_encoding_knows_can_be_missing(tmp_path: Path) -> None:
    good(tmp_path)
    odd = os.fsdecode(b"caf\xe9.txt")
    settings = default_settings(["good.txt", odd])
    result = run(settings, tmp_path)
    assert [notice.level for notice in result.warnings] == ["error"]
    assert "caf\ufffd.txt" in result.warnings[0].subject
    assert loads(dumps(result)) == result
