"""What the PDF costs: against its own words as plain paragraphs, against an empty page, and as it grows.

The yardstick of P8 is made from the page that WeasyPrint is given for the PDF: every block of it (a heading, a
paragraph, a list item, a cell) is one <p> with its words in reading order, in the same faces, at the size of the
body and on pages of the same size and margins, tagged alike. No tables, no marks, no links, no margin boxes.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from html import escape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

from articles import seed_files, text_of
from pypdf import PdfReader
from timing import cpu, processes_in_turn

import crossread
from crossread.reports.design import DESIGN
from crossread.reports.fonts import paper_faces
from crossread.reports.pdf import _engine, pdf, print_source
from crossread.reports.view import Briefing, build

BLOCKS = frozenset("p div h1 h2 h3 h4 li th td caption".split())
LONG = 32_000  # words of an article that make about a hundred pages of two
EMPTY_PAGE = "import weasyprint; weasyprint.HTML(string='<p>').write_pdf()"
MEGABYTE = 1024  # both count kilobytes
AT_TWENTY = "import sys; sys.path[:0] = sys.argv[1:]; import printing; print(printing.memory_of_seeds())"


class Words(HTMLParser):
    """The words of a page, a list of one text for each block."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.blocks: list[list[str]] = [[]]
        self.aside = 0
        self.feed(source.partition("<body>")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.blocks.append([])
        self.aside += tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.blocks.append([])
        self.aside -= tag == "svg"

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.blocks[-1].append(data)


def plain_paragraphs(source: str) -> str:
    """The same words as paragraphs and nothing else."""
    blocks = (" ".join("".join(block).split()) for block in Words(source).blocks)
    size, sans = DESIGN.paper_sizes[2], DESIGN.faces.sans
    style = f"{paper_faces()} @page {{ size: A4; margin: 21mm 18mm 18mm }} html {{ font: {size}/1.42 {sans} }}"
    body = "\n".join(f"<p>{escape(block)}</p>" for block in blocks if block)
    return f'<html lang="en"><title>Plain</title><style>{style}</style>{body}</html>'


def written(source: str) -> bytes:
    """A tagged PDF of a page, by WeasyPrint as its manual shows, with the bundled faces."""
    weasyprint, fetcher, fonts = _engine()
    made: bytes = weasyprint.HTML(string=source, url_fetcher=fetcher).write_pdf(font_config=fonts, pdf_tags=True)
    return made


def seeds() -> Briefing:
    """The view of the two sample articles."""
    return build(crossread.compare(seed_files()))


def against_plain_paragraphs(rounds: int) -> tuple[float, str]:
    """P8: the tagged PDF of two articles over its words as plain paragraphs."""
    briefing = seeds()
    plain = plain_paragraphs(print_source(briefing))
    ours, theirs = in_turn([partial(pdf, briefing), partial(written, plain)], rounds)
    return ours / theirs, f"{ours:.2f} and {theirs:.2f} s, {len(plain.split()):,d} words"


def against_an_empty_page(rounds: int) -> tuple[float, str]:
    """The PDF of two articles from nothing, by the command, over one page without a word; whole processes."""
    with tempfile.TemporaryDirectory(prefix="crossread-speed-") as folder:
        inputs = [str(path) for path in seed_files()]
        command = [sys.executable, "-m", "crossread", "compare", *inputs, "--format", "pdf", "--output", folder]
        ours, theirs = processes_in_turn(command, [sys.executable, "-c", EMPTY_PAGE], rounds)
    return ours / theirs, f"{ours:.2f} and {theirs:.2f} s"


def growth_by_pages(rounds: int) -> tuple[float, str]:
    """P9: milliseconds a page of a long briefing over those of the seeds'; the long one has long articles."""
    short = seeds()
    with tempfile.TemporaryDirectory(prefix="crossread-speed-") as folder:
        for turn in (1, 2):
            (Path(folder) / f"{turn}.txt").write_text(text_of(LONG, turn=turn), encoding="utf-8")
        long = build(crossread.compare(folder))
    pages = [len(PdfReader(BytesIO(pdf(briefing))).pages) for briefing in (short, long)]
    times = in_turn([partial(pdf, short), partial(pdf, long)], rounds)
    few, many = (1000 * time / count for time, count in zip(times, pages, strict=True))
    return many / few, f"{many:.0f} ms a page of {pages[1]}, {few:.0f} of {pages[0]}"


def memory_of_a_process() -> tuple[float, str]:
    """P9: the most memory that a process takes for the PDF of the seeds, in MB."""
    folder = str(__file__).rpartition("/")[0]
    done = subprocess.run([sys.executable, "-c", AT_TWENTY, folder], capture_output=True, text=True, check=True)
    megabytes, pages, before = done.stdout.split()
    return float(megabytes), f"{pages} pages; {before} MB once WeasyPrint is loaded"


def memory_of_seeds() -> str:
    """Megabytes at most, pages, and megabytes before the layout began; for a process of its own."""
    briefing = seeds()
    _engine()
    before = most_memory()
    pages = len(PdfReader(BytesIO(pdf(briefing))).pages)
    return f"{most_memory():.0f} {pages} {before:.0f}"


def most_memory() -> float:
    """The most memory this process has had, in MB. `ru_maxrss` begins with what the process that started it had."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def in_turn(jobs: Sequence[Any], rounds: int) -> list[float]:
    """Median CPU seconds of each job, run in turn after one unmeasured run of each."""
    times = [[cpu(job) for job in jobs] for _ in range(rounds + 1)][1:]
    return [statistics.median(each) for each in zip(*times, strict=True)]
