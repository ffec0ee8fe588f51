"""What is said: where the content of an attribution begins and ends."""

from __future__ import annotations

from crossread.attribution.cues import CueWord
from crossread.attribution.page import Line, Piece, WordSpan
from crossread.model import Span

TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently again "
    "publicly privately flatly bluntly simply".split()
)
ADJUNCTS = frozenset(
    "on in at during via through after before to from by with late early last this while when as for following amid "
    "outside inside near beside alongside behind ahead aboard".split()
)
_DAYPARTS = TIMES | {"morning", "afternoon", "evening", "night"}
_SUBJECTS = frozenset(("he", "she", "it", "they", "we"))
_DETERMINERS = frozenset("the a an his her its their our my".split())
_ADDRESSEES = frozenset(
    "me him her us them you it reporters journalists lawmakers supporters voters investors fans".split()
)
_CONTENT_OPENERS = frozenset("that whether if to why how what when where who which".split())
_CLAUSE_BREAKS = frozenset(("but", "while", "although", "though", "whereas", "and"))
_NO_RESUMPTION = frozenset(("a", "who", "according", "and", "but", "the"))
_LONGEST_ADJUNCT = 14  # words between a cue and what it introduces
_LONGEST_ADDRESSEE = 12


def content_limit(line: Line, cue: CueWord, following: CueWord | None) -> int:
    """The word before which a clause after the cue ends: ", adding", ", according to", the next clause."""
    first, stop = cue.last + 1, line.stop
    for i in line.according:
        if i >= first and "," in line.gap(i):
            stop = i
            break
    if following is None or following.group <= line.first:
        return stop
    group = following.group
    joined = line.forms[group - 1] in ("and", "but")
    if following.participle and not line.gap(group).isspace():
        return min(stop, group)
    if joined and group - 1 > first:
        return min(stop, group - 1)
    for i in range(group - 1, max(first, group - 12), -1):
        if line.forms[i] in _CLAUSE_BREAKS and not line.gap(i).isspace():
            return min(stop, i)
    return stop


def skip_to_content(line: Line, cue: CueWord, limit: int) -> tuple[int, WordSpan | None]:
    """The first word of what is said, past addressee, time and place; and the addressee's words."""
    i = cue.last + 1
    addressee = None
    if (
        "o" in cue.frames
        and i < limit
        and not line.quoted(i)
        and line.forms[i] not in _CONTENT_OPENERS
        and line.adjacent(i)
    ):
        end = _addressee_end(line, i, limit)
        addressee, i = (i, end - 1), end
    while i < limit and not line.quoted(i) and line.forms[i] in TIMES and "," not in line.gap(i):
        i += 1
    if i >= limit or line.quoted(i) or line.forms[i] not in ADJUNCTS:
        return i, addressee
    for k in range(i, min(i + _LONGEST_ADJUNCT, limit)):
        between = line.gap(k)
        paused = k > i and (":" in between or between.strip() == ",")
        if line.forms[k] == "that" or paused or (line.quoted(k) and not line.quoted(k - 1)):
            return k, addressee
    k = i + 1
    while k < limit and line.forms[k] in _DAYPARTS:
        k += 1
    return (k if k > i + 1 else i), addressee


def nothing_follows(line: Line, cue: CueWord, after: int, limit: int) -> bool:
    """Whether nothing that could be content follows the cue before the next pause."""
    if after >= limit:
        return True
    between, opens = line.gap(after), line.quoted(after)
    if after == cue.last + 1 and not between.isspace() and ":" not in between:
        return not opens or "," in between
    if line.forms[after] == "that" or opens or ":" in between:
        return opens and "," in between and cue.group > line.first
    return line.forms[after] in ADJUNCTS or "," in between


def content_before(line: Line, end: int) -> list[Span]:
    """The content that ends before text offset `end`: the clause, or the quotation with what leads to it."""
    text, start = line.words.text, line.start
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",—–-"):
        end -= 1
    if end <= start:
        return []
    opening, piece = line.page.piece_at(start), line.page.piece_at(end - 1)
    if piece is None:
        return [Span(opening.start if opening else start, end)]
    spans = _pieces_up_to(line, piece, end)
    lead = text[start : spans[-1].start].rstrip()
    # "The move was “a mistake,” she said": the words before the marks are hers as well.
    if not (opening and opening.quotation == piece.quotation) and not lead.endswith((",", ":")) and lead.count(" ") > 1:
        return [Span(start, spans[-1].end)]
    return spans


def content_after(line: Line, cue: CueWord, after: int, limit: int) -> list[Span]:
    """The content that begins at word `after`, by what the verb can take."""
    if after >= limit:
        return []
    if line.quoted(after):
        piece = line.page.piece_at(line.words.starts[after])
        spans = list(line.page.quotations[piece.quotation].spans) if piece else []
        if spans and spans[-1].end < line.end - 3 and limit == line.stop:
            return [Span(spans[0].start, clause_to(line, after, limit).end)]
        return spans
    if line.forms[after] == "to" and "i" in cue.frames:
        return [clause_to(line, after, limit)]
    takes_object = "n" in cue.frames
    if not (takes_object or "c" in cue.frames or "o" in cue.frames):
        return []
    if (after == cue.last + 1 and "," in line.gap(after)) or (limit - after < 2 and not takes_object):
        return []
    return [clause_to(line, after, limit)]


def content_resumed(line: Line, cue: CueWord, limit: int) -> list[Span]:
    """The content that goes on after an inserted "he said,"."""
    k = cue.last + 1
    while k < limit and line.gap(k).strip(" \u00a0()") == "" and not line.quoted(k):
        k += 1
    if k >= limit:
        return []
    if line.quoted(k):
        piece = line.page.piece_at(line.words.starts[k])
        return list(line.page.quotations[piece.quotation].spans) if piece else []
    inserted = "," in line.gap(k) and limit - k > 2
    if inserted and not line.forms[k].endswith("ing") and line.forms[k] not in _NO_RESUMPTION:
        return [clause_to(line, k, limit)]
    return []


def clause_to(line: Line, first: int, limit: int) -> Span:
    """From word `first` to the word before `limit`, whole quotations included, without the full stop."""
    words = line.words
    start, end = words.starts[first], words.ends[limit - 1]
    opening, closing = line.page.piece_at(start), line.page.piece_at(end - 1)
    if opening and words.within(opening.start, opening.end).start == first:
        start = opening.start
    return Span(start, closing.end if closing else end)


def _addressee_end(line: Line, i: int, limit: int) -> int:
    """The word after the addressee that begins at `i`: "told the BBC | on Monday that"."""
    name = first = i + 1 if line.forms[i] in _DETERMINERS else i
    while name < limit and line.capital(name):
        name += 1
    if first < name < limit and line.forms[name] in _SUBJECTS and line.adjacent(name):
        return name
    for k in range(i + 1, min(i + _LONGEST_ADDRESSEE, limit)):
        form = line.forms[k]
        if form == "that" or line.quoted(k) or any(mark in line.gap(k) for mark in ",:;"):
            return k
        if form in ADJUNCTS or form in TIMES:
            return k
    if line.forms[i] in _ADDRESSEES:
        return i + 1
    return max(name, i + 1) if name > i + 1 else min(name + 1, limit)


def _pieces_up_to(line: Line, piece: Piece, end: int) -> list[Span]:
    """The pieces of a quotation up to the one given, cut at `end`."""
    spans = [span for span in line.page.quotations[piece.quotation].spans if span.start < end]
    return [*spans[:-1], Span(spans[-1].start, min(spans[-1].end, end))]
