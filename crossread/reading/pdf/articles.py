"""PDF: pages read column by column, paragraphs put together again, headers and footers told apart."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from crossread.errors import InputError
from crossread.model import Claim
from crossread.reading.decode import normalise
from crossread.reading.page import Page, PageBuilder, Raw, claim
from crossread.reading.pdf.columns import Line, lines_of
from crossread.reading.pdf.fonts import Face
from crossread.reading.pdf.furniture import Margin, printed_address, take_margins
from crossread.reading.pdf.glyphs import Allowance, Sheet, read_sheet
from crossread.reading.pdf.headlines import find_headlines, kind_of
from crossread.reading.pdf.paragraphs import Paragraph, paragraphs_of
from crossread.reading.pdf.pieces import pieces_of, turned_text
from crossread.reading.pdf.repair import open_without_end
from crossread.text.late import late

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 500
_DECOMPRESSED = 20_000_000  # bytes one stream may have
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_FILE_TITLE = late(
    r"(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|untitled|document|layout|slide|title|print|scan)"
    r"\W{0,5}\d{0,6}$|microsoft word - |.{0,200}\.(?:docx?|odt|rtf|indd|qxd|qxp|pdf|tex|dvi|pages|html?|ps|eps|pub)$",
    re.I,
)
_BROWSER = late(r"Mozilla/|Mozilla Firefox|Chrom(?:e|ium)\b|Safari\b")
_NO_AUTHOR = late(
    r"(?:unknown|anonymous|admin(?:istrator)?|user|owner|default|microsoft office user|\W*)\d{0,4}$", re.I
)


def read_pdf(raw: Raw) -> Iterator[Page]:
    """The article in a PDF. Raises InputError for one that is encrypted, damaged, a scan, or endless."""
    from pypdf import apply_configuration

    with (
        _quiet(),
        apply_configuration(
            array_based_stream_maximum_output_length=_DECOMPRESSED,
            lzw_maximum_output_length=_DECOMPRESSED,
            run_length_maximum_output_length=_DECOMPRESSED,
            zlib_maximum_output_length=_DECOMPRESSED,
            brotli_maximum_output_length=_DECOMPRESSED,
            stream_parsing_work_maximum_count=1_000_000,
        ),
    ):
        reader, leaves = _open(raw)
        sheets, warnings = _sheets(leaves, raw)
        claims = list(_claims(reader))
    pages = [pieces_of(sheet) for sheet in sheets]
    margins = take_margins(pages, [sheet.height for sheet in sheets], [turned_text(sheet) for sheet in sheets])
    lines: list[Line] = []
    for number, (pieces, sheet) in enumerate(zip(pages, sheets, strict=True)):
        lines.extend(lines_of(pieces, sheet.height, number, lines[-1].column + 1 if lines else 0))
    claims.extend(claim("url", printed_address(margins), "pdf.printed_address"))
    yield _compose(paragraphs_of(lines), margins, sheets, claims, warnings)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps pypdf's many remarks on damaged files off the terminal; ours say what matters."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)


def _open(raw: Raw) -> tuple[PdfReader, Sequence[PageObject]]:
    """The file and its pages. Raises InputError for one that cannot be opened."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(BytesIO(raw.data))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
        pages: Sequence[PageObject] = () if locked else reader.pages
        count = len(pages)
    except DependencyError:
        raise InputError(
            f"{raw.where}: this PDF is encrypted; save a copy without encryption (print it to a PDF), or install"
            " the package cryptography"
        ) from None
    except Exception:  # what damage makes pypdf raise has no bound
        locked, count = False, 0
    if locked:
        raise InputError(f"{raw.where}: this PDF needs a password; save a copy without one")
    if not count:
        try:
            reader, pages = open_without_end(raw.data, MOST_PAGES)
        except Exception:  # as above
            pages = ()
        count = len(pages)
    if not count:
        raise InputError(f"{raw.where}: the PDF is damaged or cut short; download or save it again")
    if count > MOST_PAGES:
        raise InputError(
            f"{raw.where}: this PDF has {count} pages, more than the {MOST_PAGES} an article may have;"
            " save the article's pages as a PDF of their own"
        )
    return reader, pages


def _sheets(leaves: Sequence[PageObject], raw: Raw) -> tuple[list[Sheet], list[str]]:
    """The pages' strings, and what could not be read of them. Raises InputError when there is no text."""
    allowance, faces = Allowance(), dict[int, Face | None]()
    sheets: list[Sheet] = []
    count = len(leaves)
    while len(sheets) < count and not allowance.spent:
        try:
            sheet = read_sheet(leaves[len(sheets)], faces, allowance)
        except Exception:  # as above
            sheet = Sheet(612.0, 792.0, [], damaged=True)
        sheets.append(sheet)
    lost = [number for number, sheet in enumerate(sheets, start=1) if sheet.damaged]
    whole = b"%%EOF" in raw.data[-4096:]
    unread = 2 * allowance.unknown > allowance.shown
    if unread or not any(run.text.strip() for sheet in sheets for run in sheet.runs):
        raise InputError(f"{raw.where}: {_no_text(allowance, lost, count, whole)}")
    return sheets, list(_reservations(allowance, lost, whole, len(sheets), count))


def _reservations(allowance: Allowance, lost: Sequence[int], whole: bool, read: int, count: int) -> Iterator[str]:
    if allowance.unknown > max(20, 0.01 * allowance.shown):
        yield f"{allowance.unknown} characters are left out: the PDF's fonts do not say which letters they show"
    if lost:
        yield f"the PDF is damaged: not everything on page {_listed(lost)} could be read"
    elif not whole:
        yield "the PDF is cut short; what is left of it was read"
    if allowance.spent:
        yield f"the PDF is read up to page {read} of {count}: there is more in its pages than an article has"


def _no_text(allowance: Allowance, lost: Sequence[int], count: int, whole: bool) -> str:
    if allowance.spent or allowance.excess:
        return "the PDF's pages unpack to more than an article has; save the article's pages as a PDF of their own"
    if 2 * len(lost) >= count or not whole:
        return "the PDF is damaged or cut short and no text could be read; download or save it again"
    if allowance.unknown:
        return (
            "the PDF's fonts do not say which letters they show; run OCR on it, or save the article in another format"
        )
    return "this PDF is a picture of a text and has no text layer; run OCR on it first"


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:5]))
    return f"{shown} and {len(numbers) - 5} more" if len(numbers) > 5 else shown


def _claims(reader: PdfReader) -> Iterator[Claim]:
    """What the document information says of the article; the names programs give are no titles."""
    try:
        information: Any = reader.metadata
    except Exception:  # as above
        return
    if not information:
        return
    title, author = (_entry(information, name) for name in ("title", "author"))
    if title and not _FILE_TITLE.match(title.strip()):
        yield from claim("title", title, "pdf.title")
    for name in re.split(r"\s*;\s*", author or "")[:20]:
        if not _NO_AUTHOR.match(name.strip()):
            yield from claim("author", name, "pdf.author")
    if not _BROWSER.match(_entry(information, "creator") or ""):  # a browser notes when the page was printed
        yield from claim("published", _entry(information, "creation_date"), "pdf.creation_date")


def _entry(information: Any, name: str) -> str:
    try:
        value = getattr(information, name)
    except Exception:  # a date or a string that is none
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value) if isinstance(value, str) else ""


def _compose(
    paragraphs: Sequence[Paragraph],
    margins: Sequence[Sequence[Margin]],
    sheets: Sequence[Sheet],
    claims: Sequence[Claim],
    warnings: Sequence[str],
) -> Page:
    """The page: header, paragraphs, footer of each sheet; a header that stands on many is given once."""
    headlines = find_headlines(paragraphs, next((each.found.value for each in claims if each.field == "title"), ""))
    by_page: list[list[tuple[Paragraph, Paragraph | None]]] = [[] for _ in sheets]
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        by_page[paragraph.lines[0].page].append((paragraph, following))
    builder = PageBuilder()
    for number, page in enumerate(margins):
        for margin in page:
            if margin.top and not margin.again:
                builder.add(_clean(margin.text), "furniture", margin.rule)
        for paragraph, following in by_page[number]:
            kind, rule, role, level = kind_of(paragraph, following, headlines)
            builder.add(_clean(paragraph.text), kind, rule, role, level)
        for margin in page:
            if not margin.top and not margin.again:
                builder.add(_clean(margin.text), "furniture", margin.rule)
    return builder.page(claims, warnings=warnings)


def _clean(text: str) -> str:
    return " ".join(normalise(text.translate(_LIGATURES)).split())
