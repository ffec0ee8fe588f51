"""Result -> something to read: HTML, PDF, JSON, Markdown and CSV, rendered from the saved result alone.

Importing this package loads neither Jinja nor WeasyPrint; each is loaded when a format needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.errors import RenderError
from crossread.model import Result

if TYPE_CHECKING:
    from crossread.reports.view import Briefing

# What comes after a briefing's name in the files of each format.
ENDINGS = {
    "html": (".html",),
    "pdf": (".pdf",),
    "json": (".json",),
    "markdown": (".md",),
    "csv": ("-measurements.csv", "-findings.csv"),
}


def render(
    result: Result,
    folder: Path,
    *,
    formats: Sequence[str] = ("html", "pdf", "json", "markdown"),
    name: str = "briefing",
    page: str = "A4",
) -> tuple[Path, ...]:
    """Write the result in each of `formats` as `folder/name` with the format's endings and return the paths.

    `page` is "A4" or "Letter" and concerns the PDF. Each file is written whole or not at all.
    A file that fails does not stop the others: RenderError comes at the end, says which failed
    and why, and names what was written.
    """
    unknown = [each for each in formats if each not in ENDINGS]
    if unknown:
        raise RenderError(f"unknown format {', '.join(unknown)}; known are {', '.join(ENDINGS)}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RenderError(f"{folder}: the output folder cannot be made: {error.strerror or error}") from error
    makers = _makers(result, page)
    written: list[Path] = []
    failures: list[str] = []
    wanted = [(each, ending) for each in dict.fromkeys(formats) for ending in ENDINGS[each]]
    for each, ending in wanted:
        path = folder / f"{name}{ending}"
        try:
            _write(path, makers[ending])
            written.append(path)
        except Exception as error:  # whatever one file meets, the others still come
            failures.append(f"{path}: {each} was not written: {_why(error)}")
    if failures:
        raise RenderError.of(failures, written)
    return tuple(written)


def _makers(result: Result, page: str) -> dict[str, Callable[[], bytes]]:
    """For each ending the function that makes the file's bytes; the view model is built once."""
    from functools import cache

    from crossread.result import dumps

    @cache
    def briefing() -> Briefing:
        from crossread.reports.view import build

        return build(result)

    def make_html() -> bytes:
        from crossread.reports.html import html

        return html(briefing())

    def make_pdf() -> bytes:
        from crossread.reports.pdf import pdf

        return pdf(briefing(), page)

    def make_markdown() -> bytes:
        from crossread.reports.markdown import markdown

        return markdown(briefing())

    def make_measurements() -> bytes:
        from crossread.reports.csv_measurements import measurements_csv

        return measurements_csv(result)

    def make_findings() -> bytes:
        from crossread.reports.csv_findings import findings_csv

        return findings_csv(result)

    return {
        ".html": make_html,
        ".pdf": make_pdf,
        ".json": lambda: dumps(result),
        ".md": make_markdown,
        "-measurements.csv": make_measurements,
        "-findings.csv": make_findings,
    }


def _write(path: Path, make: Callable[[], bytes]) -> None:
    from crossread.reports.writing import write_whole

    write_whole(path, make())


def _why(error: Exception) -> str:
    if isinstance(error, RenderError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"{type(error).__name__}: {error}"
