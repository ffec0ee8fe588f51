"""The briefings that are opened in a browser, each made once as a user would make it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from msgspec.structs import replace

import crossread
from crossread.document import Document
from crossread.metric import Metric, Options
from crossread.registry import BUILT_IN, added_metrics

TESTS = Path(__file__).resolve().parent.parent
SEEDS = sorted((TESTS.parent / "seeds").glob("*.txt"))
TEN = sorted(path for path in (TESTS / "set_of_ten").iterdir() if path.name != "README.md")

ONE_QUOTATION = (
    "“We came for the boats and we stayed for the boats, and when the boats had gone we stayed all the same, because "
    "a harbour without boats is still a harbour, and somebody has to be there when they come back, which they may, "
    "or may not, as the company has told us again and again and again,” said Peter Lund.\n"
)


class PurposelyError(Exception):
    """What the broken metrics raise."""


def _raise(document: Document, options: Options) -> NoReturn:
    raise PurposelyError("broke on purpose at <b>this</b> & with a_very_long_name_" + "x" * 120)


def _broken(metrics: Sequence[Metric]) -> tuple[Metric, ...]:
    return tuple(replace(metric, measure=_raise) for metric in metrics)


def _write(paths: Sequence[Path], title: str, folder: Path) -> Path:
    (page,) = crossread.render(crossread.compare(paths, title), folder, formats="html")
    return page


def _seeds(folder: Path) -> Path:
    return _write(SEEDS, "Putin in Minsk: two reports of one visit", folder)


def _ten(folder: Path) -> Path:
    return _write(TEN, "The ferry at Aldmouth", folder)


def _one(folder: Path) -> Path:
    return _write(TEN[:1], "One report of the ferry", folder)


def _one_failed(folder: Path) -> Path:
    with added_metrics(_broken([metric for metric in BUILT_IN if metric.id == "sentiment"])):
        return _write(TEN[:2], "A metric that failed", folder)


def _all_failed(folder: Path) -> Path:
    with added_metrics(_broken(BUILT_IN)):
        return _write(TEN[:2], "All metrics failed", folder)


def _one_quotation(folder: Path) -> Path:
    article = folder / "lund.txt"
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(ONE_QUOTATION, encoding="utf-8")
    return _write([article], "An article that is one quotation", folder)


MAKERS: dict[str, Callable[[Path], Path]] = {
    "seeds": _seeds,
    "ten": _ten,
    "one": _one,
    "one failed": _one_failed,
    "all failed": _all_failed,
    "one quotation": _one_quotation,
}
