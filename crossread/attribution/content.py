"""What is said: where the content of an attribution begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from crossread.attribution.cues import CueWord
from crossread.attribution.grammar import AUXILIARIES, RELATIVES, TIMES, cue_forms, is_finite
from crossread.attribution.objects import CONTENT_OPENERS, calls_something, phrase_stop, taken_until
from crossread.attribution.page import Line, Piece, WordSpan
from crossread.model import Span

# Between a cue and what is said: when, and how it was said.
MANNERS = TIMES - {"then"} | frozenset("again publicly privately flatly bluntly simply".split())
ADJUNCTS = frozenset(
    "on in at during via through after before to from by with late early last this while when as for following amid "
    "outside inside near beside alongside behind ahead aboard".split()
)
_DAYPARTS = MANNERS | {"morning", "afternoon", "evening", "night"}
_SUBJECTS = frozenset(("he", "she", "it", "they", "we"))
_DETERMINERS = frozenset("the a an his her its their our my".split())
_ADDRESSEES = frozenset(
    "me him her us them you it reporters journalists lawmakers supporters voters investors fans".split()
)
_CLAUSE_BREAKS = frozenset(("but", "while", "although", "though", "whereas", "and"))
_NO_RESUMPTION = frozenset(("a", "who", "according", "and", "but", "the"))
_SUBORDINATORS = frozenset("when while after as though although because if since before whereas once".split())
_NEW_CLAUSE = frozenset("but while although though whereas yet".split())
_AFTERTHOUGHTS = frozenset(("as", "before", "after", "while", "when"))
_ASIDES = frozenset("though however too instead meanwhile moreover also again".split())
_PAUSED = frozenset(",:;.—–-")
CLOSING = "”“\"»'’"  # marks that close a quotation
_DASHES = frozenset((" - ", " — ", " – ", " -- ", "—"))
_PAUSES = re.compile(r"[^\w\s'’]")
_LONGEST_CLAUSE = 150  # words of a clause among which its end is looked for
_LONGEST_ADJUNCT = 14  # words between a cue and what it introduces
_LONGEST_ADDRESSEE = 12


def content_limit(line: Line, cue: CueWord, following: CueWord | None, source: WordSpan) -> int:
    """The word before which a clause after the cue ends: ", adding", ", according to", the next clause."""
    first = cue.last + 1
    stop = clause_stop(line, first, subordinate=_subordinate(line, cue, source))
    if cue.participle and line.adjacent(cue.group) and source[1] == cue.group - 1:
        stop = phrase_stop(line, first, stop)  # "a video showing the rescue | was released"
    for i in line.adverbials:
        if first <= i < stop and line.forms[i] == "according" and "," in line.gap(i):
            stop = i
            break
    if following is None or following.group <= line.first or following.group >= stop:
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


def _subordinate(line: Line, cue: CueWord, source: WordSpan) -> bool:
    """Whether the attribution is a clause before or inside the main one: "When she said so, ..."."""
    if line.forms[cue.group - 1] in RELATIVES and "," in line.gap(cue.group - 1):
        return True  # ", who said so, ..."
    before = source[0] - 1
    return before >= line.first and line.forms[before] in _SUBORDINATORS


def clause_stop(line: Line, first: int, *, subordinate: bool) -> int:
    """Where a clause from word `first` on ends for its marks: a semicolon, a last dash, ", but"."""
    dash = line.stop
    for i in _paused(line, first + 1):
        between = line.gap(i)
        if subordinate and "," in between and i > first and not line.quoted(i - 1):
            return min(i, dash)
        if line.quoted(i):
            continue
        if between == ", ":
            if i > first + 2 and _leaves(line, i):
                return min(i, dash)
            continue
        if ")" in between and "(" not in line.text[line.starts[first] : line.ends[i - 1]]:
            return min(i, dash)
        if ";" in between or _ends_sentence(line, i, between) or (i > first + 2 and " (" in between):
            return min(i, dash)
        if i > first + 2 and between in _DASHES:
            dash = i if dash == line.stop else line.stop  # a second dash closes what the first opened
        elif "," in between and i > first + 2 and _leaves(line, i):
            return min(i, dash)
    return dash


def _ends_sentence(line: Line, i: int, between: str) -> bool:
    """Whether a sentence ends before word i, though the splitter saw no end there."""
    return len(between) > 1 and ("." in between or "?" in between or "!" in between) and line.capital(i)


def _paused(line: Line, first: int) -> Iterator[int]:
    """The words from `first` on that a mark stands before, inside the sentence."""
    if first >= line.stop:
        return
    i = first - 1
    end = line.starts[min(line.stop, first + _LONGEST_CLAUSE) - 1]
    for mark in _PAUSES.finditer(line.text, line.ends[i], end):
        if mark.start() < line.starts[i]:
            continue
        i = bisect_left(line.starts, mark.start(), i, line.stop)
        if mark.start() >= line.ends[i - 1]:
            yield i


def _leaves(line: Line, i: int) -> bool:
    """Whether the clause is over at the comma before word i."""
    form = line.forms[i]
    if form in _NEW_CLAUSE or (form.endswith("ing") and form in cue_forms()):
        return True
    if form not in _AFTERTHOUGHTS or i + 1 >= line.stop:
        return False
    following = line.forms[i + 1]
    return following in AUXILIARIES or following.endswith("ing")


def skip_to_content(line: Line, cue: CueWord, limit: int) -> tuple[int, WordSpan | None]:
    """The first word of what is said, past addressee, time and place; and the addressee's words."""
    i = cue.last + 1
    addressee = None
    if "i" in cue.frames and i < limit and line.forms[i] == "to":
        return i, addressee
    if (
        "o" in cue.frames
        and i < limit
        and not line.quoted(i)
        and line.forms[i] not in CONTENT_OPENERS
        and line.adjacent(i)
    ):
        end = _addressee_end(line, i, limit)
        addressee, i = (i, end - 1), end
    if i + 1 < limit and line.forms[i] in _ASIDES and line.forms[i + 1] == "that":
        return i + 1, addressee  # "added, though, that"
    while i < limit and not line.quoted(i) and line.forms[i] in MANNERS and "," not in line.gap(i):
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
    if line.forms[after] == "that" or opens or ":" in between or (line.forms[after] == "to" and "i" in cue.frames):
        return opens and "," in between and cue.group > line.first
    return line.forms[after] in ADJUNCTS or "," in between


def content_before(line: Line, end: int) -> list[Span]:
    """The content that ends before text offset `end`: the clause, or the quotation with what leads to it."""
    text, start = line.text, line.start
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
    if "e" in cue.frames and not calls_something(line, cue, after, limit):
        return []
    if line.quoted(after):
        spans = line.page.quotation_at(line.starts[after])
        if spans and spans[-1].end < line.end - 3 and limit == line.stop:
            return [Span(spans[0].start, clause_to(line, after, limit).end)]
        return spans
    if line.forms[after] == "to" and {"i", "o"} & set(cue.frames):
        return [clause_to(line, cue.last + 1, limit)]  # with whom it is asked of: "called on Lee to resign"
    stop = taken_until(line, cue, after, limit)
    return [clause_to(line, after, stop)] if stop > after else []


def content_resumed(line: Line, cue: CueWord, limit: int) -> list[Span]:
    """The content that goes on after an inserted "he said,"."""
    k = cue.last + 1
    while k < limit and line.gap(k).strip(" \u00a0()") == "" and not line.quoted(k):
        k += 1
    if k >= limit:
        return []
    if line.quoted(k):
        paused = not _PAUSED.isdisjoint(line.gap(k))  # said on “Today”: a title
        return line.page.quotation_at(line.starts[k]) if paused else []
    inserted = "," in line.gap(k) and limit - k > 2
    if not inserted or line.forms[k].endswith("ing"):
        return []
    whole = any(is_finite(line, i) for i in range(line.first, cue.group - 1))
    if line.forms[k] not in _NO_RESUMPTION or not whole:
        return [clause_to(line, k, limit)]
    return []


def clause_to(line: Line, first: int, limit: int) -> Span:
    """From word `first` to the word before `limit`, whole quotations included, without the full stop."""
    words = line.words
    start, end = words.starts[first], words.ends[limit - 1]
    opening, closing = line.page.piece_at(start), line.page.piece_at(end - 1)
    if opening and words.within(opening.start, opening.end).start == first:
        start = opening.start
    if closing:
        return Span(start, closing.end)
    unclosed = line.text[end : end + 1] in ("’", "'") and line.text.count("‘", start, end) > 0
    return Span(start, end + unclosed)  # single marks of a headline


def _addressee_end(line: Line, i: int, limit: int) -> int:
    """The word after the addressee that begins at `i`: "told the BBC | on Monday that"."""
    name = first = i + 1 if line.forms[i] in _DETERMINERS else i
    while name < limit and line.capital(name):
        name += 1
    if first < name < limit and line.forms[name] in _SUBJECTS and line.adjacent(name):
        return name
    for k in range(i + 1, min(i + _LONGEST_ADDRESSEE, limit)):
        form = line.forms[k]
        if form in CONTENT_OPENERS or line.quoted(k) or any(mark in line.gap(k) for mark in ",:;"):
            return k
        if form in ADJUNCTS or form in MANNERS:
            return k
    if line.forms[i] in _ADDRESSEES:
        return i + 1
    return max(name, i + 1) if name > i + 1 else min(name + 1, limit)


def _pieces_up_to(line: Line, piece: Piece, end: int) -> list[Span]:
    """The pieces of a quotation up to the one given, cut at `end`."""
    spans = [span for span in line.page.quotations[piece.quotation].spans if span.start < end]
    return [*spans[:-1], Span(spans[-1].start, min(spans[-1].end, end))]
