"""Lines become paragraphs, over the ends of columns and pages, and hyphenated words become whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from crossread.model import Role
from crossread.reading.pdf.columns import Line
from crossread.text.late import late
from crossread.text.syllables import listed_syllables

_TERMINAL = late(r"[.!?…:][\"'”’)\]»]*$")
_ITEM = late(r"(?:[•●▪■◦‣·–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_BULLETS = "•●▪■◦‣· "
_BYLINE = late(r"(?:By|BY) [A-Z].{2,60}$")
_WORD = late(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_HYPHENS = "-‐\u00ad"
_LAST_WORD = late(r"([^\W\d_]+(?:[-‐'’][^\W\d_]+)*)[-‐\u00ad]$")
_FIRST_WORD = late(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_SUSPENDED = frozenset("and or nor und oder bis et ou y e en of".split())  # "short- and long-term"
# Compounds with a hyphen that word lists also have without one.
_HYPHENATED = frozenset(
    "long-term short-term full-time part-time so-called well-known right-wing left-wing far-right far-left low-key "
    "high-level low-level high-profile high-ranking high-tech high-end middle-class working-class old-fashioned "
    "first-time real-time last-minute long-standing long-awaited large-scale small-scale full-scale wide-ranging "
    "far-reaching hard-line pro-life pro-choice cease-fire check-in run-off stand-off trade-off vice-president "
    "ex-husband ex-wife re-election co-operation face-to-face one-third two-thirds e-mail x-ray".split()
)
_INDENT = 0.6  # of the size
_DISPLAY = 1.15  # of the body's size: larger text is headlines
_LOOK_BACK = 4  # blocks that may stand between the two halves of a paragraph: a caption, a heading


class Paragraph(Struct, gc=False):
    """A paragraph, and where it begins."""

    lines: list[Line]
    text: str = ""
    role: Role = "paragraph"

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


class _Measure(Struct, gc=False):
    """Of the lines of one size in one column: their left and right edge and the way from one to the next.

    `justified` when most lines are stretched to end at the right edge.
    """

    left: float
    right: float
    pitch: float
    justified: bool


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of a document's lines, which are in reading order."""
    if not lines:
        return []
    measures = _measures(lines)
    body = body_size(lines)
    indented = _uses_indents(lines, measures)
    found: list[Paragraph] = []
    current: Paragraph | None = None
    for line in lines:
        if current is None or current.lines[-1].column != line.column:
            goes_on = _continued(found, line, measures, indented)
        else:
            begins = _begins(current, line, measures[_group(line)], line.size > _DISPLAY * body)
            goes_on = None if begins else current
        if goes_on is None:
            goes_on = Paragraph([], role=line.role)
            found.append(goes_on)
        goes_on.lines.append(line)
        current = goes_on
    words = _vocabulary(lines)
    for paragraph in found:
        paragraph.text = _join(paragraph.lines, words)
        if paragraph.role == "paragraph" and _ITEM.match(paragraph.text):
            paragraph.role = "list_item"
            paragraph.text = paragraph.text.lstrip(_BULLETS)
    return found


def body_size(lines: Sequence[Line]) -> float:
    """The size most of the text is in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _group(line: Line) -> tuple[int, int]:
    return line.column, round(line.size)


def _measures(lines: Sequence[Line]) -> dict[tuple[int, int], _Measure]:
    groups: dict[tuple[int, int], list[Line]] = {}
    columns: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(_group(line), []).append(line)
        columns.setdefault(line.column, []).append(line)
    return {key: _measure(group, columns[key[0]]) for key, group in groups.items()}


def _measure(group: Sequence[Line], column: Sequence[Line]) -> _Measure:
    edges = group if len(group) > 3 else column
    begins = Counter(round(line.x0) for line in edges)
    left = min(x for x, count in begins.items() if 4 * count >= len(edges) or count == max(begins.values()))
    ends = sorted(line.x1 for line in edges)
    steps = [a.y - b.y for a, b in pairwise(group) if 0 < a.y - b.y < 3 * a.size]
    right = ends[-1 - len(ends) // 25]
    justified = len(ends) > 3 and 2 * sum(abs(right - end) < 1 for end in ends) > len(ends)
    return _Measure(left, right, median(steps) if steps else 1.3 * group[0].size, justified)


def _uses_indents(lines: Sequence[Line], measures: dict[tuple[int, int], _Measure]) -> bool:
    """Whether paragraphs of this document open with an indent and no empty line."""
    indents = sum(_INDENT < (line.x0 - measures[_group(line)].left) / line.size < 4 for line in lines)
    return 25 * indents >= len(lines)


def _begins(paragraph: Paragraph, line: Line, measure: _Measure, display: bool) -> bool:
    """Whether the line opens a paragraph; it stands below the last line of `paragraph` in one column.

    Lines of headlines (`display`) are parted by size and distance alone: they are broken where it looks best.
    """
    last, size = paragraph.lines[-1], line.size
    if "table_row" in (line.role, last.role):
        return True
    if abs(last.size - size) > 0.08 * max(last.size, size):
        return True
    step = last.y - line.y
    if step > 1.35 * measure.pitch + 1 or step < 0.3 * size or _ITEM.match(line.text):
        return True
    if display:
        return False
    if _BYLINE.match(last.text) and paragraph.lines[0] is last and line.text[:1].isupper():
        return True
    ends = bool(_TERMINAL.search(last.text))
    slack = measure.right - last.x1
    fits = slack > _first_word_width(line) + 0.3 * size
    if last.bold != line.bold and (ends or fits):
        return True
    goes_on = not ends and line.text[:1].islower()
    if _is_indented(line, measure) and not goes_on and not _ITEM.match(paragraph.text or paragraph.lines[0].text):
        return not _is_indented(last, measure) or ends or fits
    if _is_indented(last, measure) and len(paragraph.lines) > 1 and last.x0 - line.x0 > _INDENT * size:
        return True  # the end of an indented block
    if fits and ends:
        return True
    return fits and not goes_on and slack > 0.3 * (measure.right - measure.left)


def _is_indented(line: Line, measure: _Measure) -> bool:
    return line.x0 - measure.left > _INDENT * line.size


def _first_word_width(line: Line) -> float:
    word = line.text.split(" ", 1)[0]
    return (len(word) + 1) * (line.x1 - line.x0) / len(line.text)


def _continued(
    found: Sequence[Paragraph], line: Line, measures: dict[tuple[int, int], _Measure], indented: bool
) -> Paragraph | None:
    """The paragraph that the first line of a column goes on with; None when it opens one."""
    if line.role != "paragraph" or _ITEM.match(line.text):
        return None
    for i, paragraph in enumerate(reversed(found[-_LOOK_BACK:])):
        last = paragraph.lines[-1]
        alike = abs(last.size - line.size) <= 0.05 * line.size and last.bold == line.bold
        if not alike or last.role != "paragraph" or line.page - last.page > 1:
            continue
        if last.text[-1] in _HYPHENS or (not _TERMINAL.search(last.text) and line.text[:1].islower()):
            return paragraph
        measure = measures[_group(last)]
        full = measure.right - last.x1 <= _first_word_width(line) + 0.3 * line.size
        if i or not full or _is_indented(line, measures[_group(line)]) or len(paragraph.lines) < 2:
            return None
        filled = measure.justified and measure.right - last.x1 < 1
        return paragraph if indented or filled or not _TERMINAL.search(last.text) else None
    return None


def _vocabulary(lines: Sequence[Line]) -> Counter[str]:
    """The words that stand whole in a line, in lower case, and how often."""
    words: Counter[str] = Counter()
    after_break = False
    for line in lines:
        spans = [match[0].lower().replace("‐", "-").replace("‑", "-") for match in _WORD.finditer(line.text)]
        broken = line.text[-1] in _HYPHENS
        words.update(spans[after_break : len(spans) - broken])
        after_break = broken
    return words


def _join(lines: Sequence[Line], words: Counter[str]) -> str:
    parts = [lines[0].text]
    for last, line in pairwise(lines):
        if last.text[-1] in _HYPHENS and last.text[-2:-1].isalnum():
            ending, between = _mended(last.text, line.text, words)
            parts[-1] = parts[-1][: len(parts[-1]) - 1] + ending
            parts.append(between + line.text)
        elif last.text[-1] in "—/" and last.text[-2:-1] not in ("", " "):
            parts.append(line.text)
        else:
            parts.append(" " + line.text)
    return "".join(parts)


def _mended(upper: str, lower: str, words: Counter[str]) -> tuple[str, str]:
    """What stands in place of the hyphen at a line's end, and between it and the next line.

    A hyphen stays before a capital or a digit, where the text has the word with a hyphen elsewhere and
    not without, and between two words of the language that make no word together.
    """
    if upper[-1] == "\u00ad":
        return "", ""
    before, after = _LAST_WORD.search(upper[-80:]), _FIRST_WORD.match(lower[:80])
    if before is None or after is None or after[0][0].isupper():
        return "-", ""
    left, right = before[1].lower().replace("‐", "-"), after[0].lower().replace("‐", "-")
    joined, hyphenated = words[left + right], words[f"{left}-{right}"]
    if joined != hyphenated:
        return ("", "") if joined > hyphenated else ("-", "")
    if f"{left}-{right}" in _HYPHENATED:
        return "-", ""
    head, tail = left.rsplit("-", 1)[-1], right.split("-", 1)[0]
    if listed_syllables(head + tail) is not None:
        return "", ""
    if right in _SUSPENDED:
        return "-", " "
    both = all(len(part) > 1 and listed_syllables(part) is not None for part in (head, tail))
    return ("-", "") if both else ("", "")
