"""Result -> something to read: HTML, PDF, JSON, Markdown and CSV, rendered from the saved result alone.

Importing this package loads neither Jinja nor WeasyPrint; each is loaded when a format needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.errors import RenderError
from crossread.model import Result
from crossread.reports.look import PLAIN, Look

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
    look: Look = PLAIN,
) -> tuple[Path, ...]:
    """Write the result in each of `formats` as `folder/name` with the format's endings and return the paths.

    `look` says with which page, templates and brand. Each file is written whole or not at all.
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
    makers = _makers(result, look)
    written: list[Path] = []
    failures: dict[str, list[tuple[str, Path]]] = {}  # what went wrong -> the formats and files it went wrong with
    wanted = [(each, ending) for each in dict.fromkeys(formats) for ending in ENDINGS[each]]
    for each, ending in wanted:
        path = folder / f"{name}{ending}"
        try:
            _write(path, makers[ending])
            written.append(path)
        except Exception as error:  # whatever one file meets, the others still come
            failures.setdefault(_why(error), []).append((each, path))
    if failures:
        raise RenderError.of([_failure(why, files) for why, files in failures.items()], written)
    return tuple(written)


def notes_on(look: Look) -> tuple[str, ...]:
    """What a person who renders should know: fonts that others stand in for, templates that nothing uses."""
    if look.templates is None:
        return look.brand.notes
    from crossread.reports.own_templates import unused

    return (*look.brand.notes, *unused(look.templates))


def _makers(result: Result, look: Look) -> dict[str, Callable[[], bytes]]:
    """For each ending the function that makes the file's bytes; the view model is built once."""
    from functools import cache

    from crossread.result import dumps

    @cache
    def briefing() -> Briefing:
        from crossread.reports.view import build

        return build(result)

    def make_html() -> bytes:
        from crossread.reports.html import html

        return html(briefing(), look)

    def make_pdf() -> bytes:
        from crossread.reports.pdf import pdf

        return pdf(briefing(), look, dumps(result))

    def make_markdown() -> bytes:
        from crossread.reports.markdown import markdown

        return markdown(briefing(), look)

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


def _failure(why: str, files: Sequence[tuple[str, Path]]) -> str:
    """ "out/visit.html, out/visit.pdf: html and pdf were not written: ..."."""
    from crossread.telling import listed

    formats = list(dict.fromkeys(each for each, _ in files))
    were = "was" if len(formats) == 1 else "were"
    return f"{', '.join(str(path) for _, path in files)}: {listed(formats)} {were} not written: {why}"


def _why(error: Exception) -> str:
    if isinstance(error, RenderError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"{type(error).__name__}: {error}"
