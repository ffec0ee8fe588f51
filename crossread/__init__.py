"""crossread reads several articles about one event and shows how each is sourced, hedged, toned and framed.

    import crossread

    result = crossread.compare(["seeds/one.txt", "seeds/two.txt"])
    crossread.render(result, "briefings")

Nothing heavy is imported until one of these functions is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from crossread.model import Analysis, Article, Result

    __version__: str

__all__ = ["__version__", "analyse", "compare", "read", "render"]


def compare(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], title: str | None = None) -> Result:
    """Read, measure and compare articles with the built-in settings.

    `paths` are files, folders, patterns or web addresses; a single one need not stand in a list. An
    input that cannot be read becomes a notice in `Result.warnings`; the others go on. Raises InputError
    when none is left, TypeError for what is no path.
    """
    import os
    from pathlib import Path

    from crossread.run import run
    from crossread.settings import default_settings

    given = [paths] if isinstance(paths, str | bytes | os.PathLike) else paths
    return run(default_settings([_path(each) for each in given], title), Path())


def read(path: str | os.PathLike[str]) -> Article:
    """Read one file or web address as an article: its text, zones and metadata.

    Raises InputError for what cannot be read or holds several articles, TypeError for what is no path.
    """
    from crossread.inputs.collect import read_one

    return read_one(_path(path))


def analyse(article: Article | str | os.PathLike[str]) -> Analysis:
    """Measure one article, or the article in a file, with every metric at its default options."""
    from crossread.model import Article
    from crossread.pipeline import analyse as analyse_article

    return analyse_article(article if isinstance(article, Article) else read(article))


def render(
    result: Result,
    folder: str | os.PathLike[str],
    formats: str | Iterable[str] = ("html", "pdf", "json", "markdown"),
    name: str | None = None,
    page: str = "A4",
    templates: str | os.PathLike[str] | None = None,
    brand: str | os.PathLike[str] | None = None,
    variant: str = "none",
    attach: bool = True,
) -> tuple[Path, ...]:
    """Write a result as briefings into `folder`; returns the paths written.

    `formats` are of html, pdf, json, markdown and csv, which makes two files; a single one need not stand
    in a list. `name` is the file name without its ending, by default the report's. `page` is the PDF's size,
    "A4" or "Letter". `templates` is a folder of templates in place of the shipped ones, `brand` a file with
    a name, a logo, colours and fonts; what of them will not be seen is a UserWarning. `variant` is "ua-1" or
    "a-3u" for a PDF that follows PDF/UA-1 or PDF/A-3u; `attach` puts the result's JSON into the PDF. Raises
    ConfigError for a brand file with an error, and RenderError after writing what could be written.
    """
    from pathlib import Path
    from warnings import warn

    from crossread.branding import make_look
    from crossread.pdf_options import PdfOptions
    from crossread.reports import notes_on
    from crossread.reports import render as render_result

    wanted = (formats,) if isinstance(formats, str) else tuple(formats)
    look = make_look(PdfOptions(page, variant, attach), templates, brand)  # type: ignore[arg-type]  # checked there
    for note in notes_on(look):
        warn(note, stacklevel=2)
    return render_result(result, Path(folder), formats=wanted, name=name or result.report, look=look)


def _path(given: object) -> str:
    """A path as text. Raises TypeError for anything else, such as a list where one path is asked for."""
    import os

    path = os.fspath(given) if isinstance(given, os.PathLike) else given
    if not isinstance(path, str):
        raise TypeError(f"expected a path as str or os.PathLike[str], found {type(given).__name__}")
    return path


if not TYPE_CHECKING:  # a type checker would take it for a promise that any name exists

    def __getattr__(name: str) -> object:
        """`__version__`, looked up when asked for: importlib.metadata takes longer than all the rest here."""
        if name == "__version__":
            from importlib.metadata import version

            return version("crossread")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
