"""The briefing on paper, by WeasyPrint from its own template."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from typing import Any

from crossread.errors import RenderError
from crossread.reports.brand import Media
from crossread.reports.fonts import ON_PAPER, SCHEME, font
from crossread.reports.look import PLAIN, Look
from crossread.reports.paper import left_out, on_paper, sentence, short_authors, sources, withheld
from crossread.reports.templating import fill
from crossread.reports.view import Briefing

PAGES = ("A4", "Letter")
FILTERS: dict[str, Callable[..., Any]] = {
    "left_out": left_out,
    "sentence": sentence,
    "short_authors": short_authors,
    "sources": sources,
    "withheld": withheld,
}


def pdf(briefing: Briefing, look: Look = PLAIN) -> bytes:
    """The PDF, tagged, with bookmarks and links; the same briefing and look give the same bytes.

    Raises RenderError for a page size that is not known and where WeasyPrint or the system
    libraries it stands on are missing.
    """
    if look.page not in PAGES:
        raise RenderError(f'page size "{look.page}" is not known; use one of {", ".join(PAGES)}')
    weasyprint, fetcher, fonts = _engine()
    if media := look.brand.media:
        fetcher = type(fetcher)(media)
        fonts = type(fonts)()  # a brand's fonts must not stay for the reports without it
    source = print_source(briefing, look)
    with _no_clock(), _no_collection():
        document = weasyprint.HTML(string=source, url_fetcher=fetcher, base_url=None).render(
            font_config=fonts, pdf_tags=True
        )
        written: bytes = document.write_pdf(pdf_tags=True, pdf_identifier=b"crossread")
    return written


def print_source(briefing: Briefing, look: Look = PLAIN) -> str:
    """The page that WeasyPrint lays out."""
    return fill("print.html.j2", look, filters=FILTERS, b=on_paper(briefing), page=look.page, medium="paper")


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
