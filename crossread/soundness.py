"""Whether a saved result holds together: every offset inside its text, every article that is spoken of there.

A file's types are checked as it is read; these are the promises that types cannot make. Somebody who edits a
result by hand, or cuts articles out of it, hears where it broke instead of getting a briefing with wrong words marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from crossread.model import Comparison, Finding, Result


def flaw(result: Result) -> str | None:
    """What is wrong first, with its JSON path; None where nothing is."""
    for index, analysis in enumerate(result.articles):
        place = _outside(analysis, len(analysis.text))
        if place is not None:
            return _told(f"$.articles[{index}]{place}", analysis.text)
    return next(_flaws(result.comparison, result), None) if result.comparison else None


def _flaws(comparison: Comparison, result: Result) -> Iterator[str]:
    count = len(result.articles)
    for index, figure in enumerate(comparison.figures):
        for name in ("values", "intervals", "differences"):
            if (found := len(getattr(figure, name))) != count:
                yield f"`$.comparison.figures[{index}].{name}` has {found} entries for {count} articles"
        if figure.base is not None and not 0 <= figure.base < count:
            yield f"`$.comparison.figures[{index}].base` is {figure.base}, and there are {count} articles"
    texts = {analysis.id: analysis.text for analysis in result.articles}
    for kind, found_kind in enumerate(comparison.found):
        for index, finding in enumerate(found_kind.findings):
            yield from _flaws_of(finding, f"$.comparison.found[{kind}].findings[{index}]", texts)


def _flaws_of(finding: Finding, path: str, texts: Mapping[str, str]) -> Iterator[str]:
    for name in ("base", "only_in"):
        article = getattr(finding, name)
        if article is not None and article not in texts:
            yield f"`{path}.{name}` names an article that the result does not have"
            return
    base = texts[finding.base] if finding.base is not None else None
    for index, cell in enumerate(finding.cells):
        here, at = texts.get(cell.article), f"{path}.cells[{index}]"
        if here is None:
            yield f"`{at}.article` names an article that the result does not have"
            continue
        for name, value in (("spans", cell.spans), ("context", cell.context)):
            if (place := _outside(value, len(here))) is not None:
                yield _told(f"{at}.{name}{place}", here)
        for number, edit in enumerate(cell.edits):
            for name, span, text in (("base", edit.base, base), ("here", edit.here, here)):
                if text is not None and (place := _outside(span, len(text))) is not None:
                    yield _told(f"{at}.edits[{number}].{name}{place}", text)


def _outside(value: Any, size: int) -> str | None:
    """The path, from `value`, of the first span in it that is not inside a text of `size` characters."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            if (place := _outside(each, size)) is not None:
                return f"[{index}]{place}"
    elif isinstance(value, Struct):
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if start is not None and end is not None and not 0 <= start <= end <= size:
            return ""
        for name in value.__struct_fields__:
            if (place := _outside(getattr(value, name), size)) is not None:
                return f".{name}{place}"
    return None


def _told(path: str, text: str) -> str:
    return f"`{path}` is not inside the article's text, which has {len(text):,d} characters"
