"""The briefing on paper, by WeasyPrint from its own template."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from io import BytesIO, StringIO
from typing import Any, get_args
from warnings import warn

from crossread.errors import RenderError
from crossread.pdf_options import Page, Variant
from crossread.reports.brand import Media
from crossread.reports.fonts import ON_PAPER, SCHEME, font
from crossread.reports.look import PLAIN, Look
from crossread.reports.margin import index, marks_of, passages
from crossread.reports.messages import t
from crossread.reports.missing_glyphs import MissingGlyphs, told, watched
from crossread.reports.page_numbers import ZEROS, fill_in
from crossread.reports.paper import left_out, on_paper, sentence, short_authors, sources
from crossread.reports.printed import words_of
from crossread.reports.templating import fill
from crossread.reports.view import Briefing

FILTERS: dict[str, Callable[..., Any]] = {
    "codes": marks_of,
    "index": index,
    "left_out": left_out,
    "passages": passages,
    "sentence": sentence,
    "short_authors": short_authors,
    "sources": sources,
    "words_of": words_of,
}
RESULT = "result.json"  # the name of the attachment
_DATED = datetime(1970, 1, 1, tzinfo=UTC)  # an attachment has to have a date; the same result gives the same bytes


def pdf(briefing: Briefing, look: Look = PLAIN, result: bytes = b"") -> bytes:
    """The PDF, tagged, with bookmarks and links; the same briefing and look give the same bytes.

    `result` is the result's JSON, attached where the look says so. Raises RenderError for options that
    do not exist and where WeasyPrint or the system libraries it stands on are missing. Characters that no font
    can draw are a MissingGlyphs warning.
    """
    options = look.pdf
    for name, value, known in (("page size", options.page, Page), ("PDF variant", options.variant, Variant)):
        if value not in get_args(known):
            raise RenderError(f'{name} "{value}" is not known; use one of {", ".join(get_args(known))}')
    _engine()  # what is missing is told before the work begins
    source = print_source(briefing, look)
    settings = {"pdf_tags": True, "pdf_variant": None if options.variant == "none" else f"pdf/{options.variant}"}
    with _no_clock(), _no_collection(), watched() as missing:
        document = laid_out(source, look, **settings)
        fill_in(document)
        if options.attach and result:
            document.metadata.attachments.append(_attachment(result))
        written: bytes = document.write_pdf(pdf_identifier=b"crossread", **settings)
    if missing:
        warn(told(missing), MissingGlyphs, stacklevel=2)
    return written


def laid_out(source: str, look: Look = PLAIN, **settings: Any) -> Any:
    """A page as WeasyPrint's document: with the bundled fonts and the brand's files, with nothing from outside."""
    weasyprint, fetcher, fonts = _engine()
    if media := look.brand.media:
        fetcher = type(fetcher)(media)
        fonts = type(fonts)()  # a brand's fonts must not stay for the reports without it
    page = weasyprint.HTML(string=source, url_fetcher=fetcher, base_url=None)
    return page.render(font_config=fonts, **settings)


def _attachment(result: bytes) -> Any:
    """The result as a file inside the PDF, which is made from it."""
    return _engine()[0].Attachment(
        file_obj=BytesIO(result),
        name=RESULT,
        description=t("print.attachment"),
        created=_DATED,
        modified=_DATED,
        relationship="Source",
    )


def print_source(briefing: Briefing, look: Look = PLAIN) -> str:
    """The page that WeasyPrint lays out."""
    paper = on_paper(briefing)
    values: dict[str, Any] = {"kinds": paper.kinds, "left_out": paper.left_out, "outlets": paper.outlets}
    values |= {"more_quotations": paper.more_quotations, "page": look.pdf.page, "medium": "paper", "zeros": ZEROS}
    return fill("print.html.j2", look, filters=FILTERS, b=paper.briefing, **values)


@cache
def _engine() -> tuple[Any, Any, Any]:
    """WeasyPrint, the fetcher and one font configuration, kept for the process: making it is slow."""
    try:
        with redirect_stdout(StringIO()):  # where paths go; WeasyPrint prints there what it misses
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
            from weasyprint.urls import URLFetcher, URLFetcherResponse
    except ImportError as error:
        raise RenderError(f"WeasyPrint is not installed ({error}); run: pip install weasyprint") from error
    except OSError as error:  # the shared libraries are looked up while importing
        missing = str(error).partition(": ")[0]
        raise RenderError(
            f"a system library of WeasyPrint is missing ({missing}); on Debian or Ubuntu run: "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from error

    class PackageFonts(URLFetcher):  # type: ignore[misc]
        """Serves the bundled fonts and a brand's files, and refuses every other address, network and file alike."""

        def __init__(self, media: Mapping[str, Media] | None = None) -> None:
            super().__init__()
            self.media = {each.address: each for each in (media or {}).values()}

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
            if own := self.media.get(url):
                return URLFetcherResponse(url, own.data, {"Content-Type": own.kind})
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in ON_PAPER:
                raise ValueError(f"a briefing loads nothing from outside: {url} was refused")
            return URLFetcherResponse(url, font(name), {"Content-Type": "font/ttf"})

    return weasyprint, PackageFonts(), FontConfiguration()


@contextmanager
def _no_clock() -> Iterator[None]:
    """fontTools dates the fonts it cuts down by the clock, unless SOURCE_DATE_EPOCH is set."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nearly all that a layout makes lives until the file is written: the search for garbage is an eighth of it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
