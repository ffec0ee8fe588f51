from __future__ import annotations

from pathlib import Path

import pytest

from crossread.errors import InputError
from crossread.inputs.expand import expand_inputs
from crossread.inputs.settings import as_input
from crossread.model import Notice
from crossread.reading import article_from_text, read


def expand(inputs: list[str], base: Path) -> tuple[list[str], list[Notice]]:
    found, notices = expand_inputs([as_input(item) for item in inputs], base)
    return list(found), notices


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "more" / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "note.md", "more/c.TXT", "more/d.text", "more/deep/e.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    (tmp_path / "[draft].txt").write_text("A name with brackets.")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("inputs", "files", "complaints"),
    [
        (["b.txt", "a.txt"], ["b.txt", "a.txt"], []),
        (["more"], ["more/c.TXT", "more/d.text"], []),
        (["[ab].txt"], ["a.txt", "b.txt"], []),
        (["[draft].txt"], ["[draft].txt"], []),
        (["more/**/*.txt"], ["more/deep/e.txt"], []),
        (["b.txt", "*.txt"], ["b.txt", "[draft].txt", "a.txt"], []),
        (["note.md"], ["note.md"], []),
        (["empty", "a.txt"], ["a.txt"], ["empty"]),
        (["*.doc"], [], ["*.doc"]),
        (["gone.txt"], ["gone.txt"], []),
        (["https://example.org/a", "-"], ["https://example.org/a", "-"], []),
        (["ftp://example.org/a"], [], ["ftp://example.org/a"]),
        (["file:///etc/passwd"], [], ["file:///etc/passwd"]),
        ([], [], []),
    ],
)
def test_inputs_become_files_each_once_in_order(
    folder: Path, inputs: list[str], files: list[str], complaints: list[str]
) -> None:
    found, notices = expand(inputs, folder)
    assert found == files
    assert [(notice.level, notice.subject) for notice in notices] == [("error", subject) for subject in complaints]
    assert all(notice.message for notice in notices)


@pytest.mark.parametrize("written", ["www.example.org/story", "http:/example.org/a", "news.example.co.uk/2026/wall"])
def test_what_may_be_an_address_without_its_beginning_is_told_so(folder: Path, written: str) -> None:
    found, [notice] = expand([written], folder)
    assert found == []
    assert "begin it with https://" in notice.message


def test_a_folder_called_like_a_site_is_a_folder(folder: Path) -> None:
    (folder / "example.org").mkdir()
    (folder / "example.org" / "a.txt").write_text("Words.")
    assert expand(["example.org/a.txt", "example.org/"], folder) == (["example.org/a.txt"], [])


def test_a_file_named_twice_is_read_once_and_told_and_one_that_a_pattern_finds_again_is_not(folder: Path) -> None:
    found, notices = expand(["a.txt", "b.txt", "a.txt", "*.txt"], folder)
    assert found == ["a.txt", "b.txt", "[draft].txt"]
    assert [(notice.level, notice.subject) for notice in notices] == [("warning", "a.txt")]


def test_a_folder_gives_the_files_of_known_formats_and_tells_of_the_others(tmp_path: Path) -> None:
    for name in ("c.txt", "b.HTML", "a.pdf", "style.css", "logo.png", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "b_files").mkdir()
    found, notices = expand([str(tmp_path)], Path())
    assert found == [(tmp_path / name).as_posix() for name in ("a.pdf", "b.HTML", "c.txt")]
    assert [(n.level, n.message) for n in notices] == [
        ("warning", "left out, since their endings name no known format: logo.png, style.css")
    ]


def test_each_file_comes_with_the_number_of_the_input_it_stands_under(folder: Path) -> None:
    found, _ = expand_inputs([as_input("b.txt"), as_input("*.txt")], folder)
    assert found == {"b.txt": 0, "[draft].txt": 1, "a.txt": 1}


def test_absolute_folders_and_patterns_give_absolute_files(folder: Path) -> None:
    found, _ = expand([str(folder / "more"), str(folder / "?.txt")], Path("elsewhere"))
    assert found == [(folder / name).as_posix() for name in ("more/c.TXT", "more/d.text", "a.txt", "b.txt")]


def test_a_file_is_read_with_its_origin(folder: Path) -> None:
    article = read("a.txt", folder)
    assert (article.origin.kind, article.origin.locator, article.origin.encoding) == ("file", "a.txt", "utf-8")
    assert len(article.origin.sha256) == 64
    assert article.id == article_from_text("Words of a.txt.").id


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gone.txt", None, "no such file"),
        ("empty", None, "folder"),
        ("void.txt", "", "empty"),
        ("blank.txt", " \n\t\u00a0\n", "empty"),
        ("marks.txt", "\u200b\u00ad\ufeff", "empty"),
        ("big.txt", "word " * 1_200_000, "MB"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_reason(
    folder: Path, name: str, content: str | None, reason: str
) -> None:
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=reason) as caught:
        read(name, folder)
    assert str(caught.value).startswith(f"{name}: ")


def test_an_empty_string_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        article_from_text("  \n")
