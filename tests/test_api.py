"""The few names a program uses: they are there, they do what they say, and importing them is cheap."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

import crossread
from crossread.errors import CrossreadError, InputError

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))


def test_the_public_names_are_these() -> None:
    assert sorted(crossread.__all__) == ["__version__", "analyse", "compare", "read", "render"]
    assert all(hasattr(crossread, name) for name in crossread.__all__)
    assert crossread.__version__ == version("crossread")


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="verdict"):
        _ = crossread.verdict  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_heavy() -> None:
    script = (
        "import sys, crossread; print([m for m in ('msgspec', 'sentencex', 'lingua', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", [str, Path])
def test_a_file_is_read_and_measured_from_a_string_or_a_path(kind: type) -> None:
    article = crossread.read(kind(SEEDS[0]))
    analysis = crossread.analyse(article)
    assert analysis == crossread.analyse(kind(SEEDS[0]))
    assert (analysis.id, analysis.text) == (article.id, article.text)
    assert analysis.measurements


def test_articles_are_compared_and_rendered(tmp_path: Path) -> None:
    result = crossread.compare(SEEDS, title="Two reports")
    assert result.title == "Two reports"
    assert len(result.articles) == 2
    written = crossread.render(result, tmp_path, formats=["json", "markdown"], name="pair")
    assert sorted(path.name for path in written) == sorted(path.name for path in tmp_path.iterdir())
    assert {path.stem for path in written} == {"pair"}
    assert "Two reports" in next(path for path in written if path.suffix == ".md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [str, Path])
def test_a_single_path_is_one_article_and_not_a_list_of_letters(kind: type) -> None:
    result = crossread.compare(kind(SEEDS[0]))
    assert [analysis.origin.locator for analysis in result.articles] == [SEEDS[0].as_posix()]


def test_a_single_format_needs_no_list(tmp_path: Path) -> None:
    result = crossread.compare(SEEDS)
    assert [path.suffix for path in crossread.render(result, tmp_path, formats="json")] == [".json"]


@pytest.mark.parametrize(
    ("call", "given", "found"),
    [
        (crossread.compare, b"one.txt", "bytes"),
        (crossread.compare, ["one.txt", 2], "int"),
        (crossread.compare, [["one.txt"]], "list"),
        (crossread.read, ["one.txt"], "list"),
        (crossread.read, None, "NoneType"),
        (crossread.analyse, [SEEDS[0]], "list"),
    ],
)
def test_what_is_no_path_is_a_type_error_that_says_so(
    call: Callable[[object], object], given: object, found: str
) -> None:
    with pytest.raises(TypeError, match=f"expected a path as str or os.PathLike.*, found {found}"):
        call(given)


def test_a_missing_file_among_good_ones_becomes_a_notice() -> None:
    result = crossread.compare([SEEDS[0], "gone.txt", SEEDS[1]])
    assert len(result.articles) == 2
    assert [(notice.level, notice.subject) for notice in result.warnings] == [("error", "gone.txt")]


def test_errors_have_one_base_and_say_which_file() -> None:
    assert issubclass(InputError, CrossreadError)
    for call in (crossread.read, crossread.analyse, lambda path: crossread.compare([path])):
        with pytest.raises(CrossreadError, match=r"gone\.txt"):
            call("gone.txt")
