"""One rule per construction: where the source and the content of a cue stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossread.attribution.cues import CueWord, find_cues
from crossread.attribution.sources import gap, left_source, right_source, subject_of
from crossread.model import Cue, Quotation, Sentence, Span, Stance
from crossread.text.words import Words

_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently again "
    "publicly privately flatly bluntly simply".split()
)
_ADJUNCT = frozenset(
    "on in at during via through after before to from by with late early last this while when as for following amid".split()
)
_ADDRESSEE_DETERMINERS = frozenset("the a an his her its their our my".split())
_PRONOUN_OBJECTS = frozenset("me him her us them you it reporters journalists lawmakers supporters voters investors fans".split())
_CLAUSE_BREAKS = frozenset(("but", "while", "although", "though", "whereas", "and"))
_LONGEST_ADJUNCT = 14


@dataclass(slots=True)
class Draft:
    """An attribution in the making, in text offsets; `rule` names the construction."""

    source: tuple[int, int] | None
    cue: Cue
    content: list[Span]
    rule: str
    sentence: int
    addressee: tuple[int, int] | None = None
    covers: set[int] = field(default_factory=set)  # indices of quotations inside the content

    @property
    def stance(self) -> Stance:
        """The cue's stance."""
        return self.cue.stance


class Page:
    """The words of a page with what the rules ask of them: which are quoted, and by which quotation."""

    def __init__(self, words: Words, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> None:
        self.words = words
        self.sentences = sentences
        self.quotations = quotations
        self.quoted = bytearray(len(words))
        self.pieces: list[tuple[int, int, int]] = []  # start, end, index of the quotation
        for index, quotation in enumerate(quotations):
            for span in quotation.spans:
                self.pieces.append((span.start, span.end, index))
                within = words.within(span.start, span.end)
                self.quoted[within.start : within.stop] = b"\1" * len(within)
        self._starts = [piece[0] for piece in self.pieces]

    def piece_at(self, position: int) -> tuple[int, int, int] | None:
        """The piece of a quotation that covers a text offset."""
        k = bisect_right(self._starts, position) - 1
        return self.pieces[k] if k >= 0 and position < self.pieces[k][1] else None

    def pieces_within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Pieces that overlap [start, end)."""
        k = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while k < len(self.pieces) and self.pieces[k][0] < end:
            if self.pieces[k][1] > start:
                found.append(self.pieces[k])
            k += 1
        return found


def draft_attributions(page: Page) -> Iterator[Draft]:
    """Attributions of every title and body sentence, in reading order."""
    for number, sentence in enumerate(page.sentences):
        if sentence.zone in ("body", "title"):
            yield from _sentence(page, number, sentence)


def _sentence(page: Page, number: int, sentence: Sentence) -> Iterator[Draft]:
    words = page.words
    within = words.within(sentence.start, sentence.end)
    cues = list(find_cues(words, sentence, page.quoted))
    previous: Draft | None = None
    for k, cue in enumerate(cues):
        following = cues[k + 1] if k + 1 < len(cues) else None
        limit = _content_limit(words, cue.last + 1, following, within)
        draft = _active(page, number, sentence, within, cue, limit, previous)
        if draft:
            previous = draft
            yield draft
    yield from _according(page, number, sentence, within)


def _content_limit(words: Words, first: int, following: CueWord | None, within: range) -> int:
    """The word before which a content clause ends: ", adding", ", according to" or the sentence's end."""
    stop = within.stop
    for i in range(first, stop - 1):
        if words.forms[i] == "according" and words.forms[i + 1] == "to" and "," in gap(words, i):
            stop = i
            break
    if following and following.group > within.start:
        pause = not gap(words, following.group).isspace()
        joined = words.forms[following.group - 1] in ("and", "but") and not gap(words, following.group - 1).isspace()
        if following.participle and pause:
            stop = min(stop, following.group)
        elif joined and following.group - 1 > first:
            stop = min(stop, following.group - 1)
        else:
            stop = min(stop, _next_clause(words, first, following.group, stop))
    return stop


def _next_clause(words: Words, first: int, group: int, stop: int) -> int:
    """The comma and conjunction with which the clause of the next cue begins, if there is one."""
    for i in range(group - 1, max(first, group - 12), -1):
        if words.forms[i] in _CLAUSE_BREAKS and not gap(words, i).isspace():
            return i
    return stop


def _active(
    page: Page, number: int, sentence: Sentence, within: range, cue: CueWord, limit: int, previous: Draft | None
) -> Draft | None:
    words = page.words
    if cue.passive:
        return _passive(page, number, sentence, within, cue)
    source = left_source(words, cue.group, within.start, page.quoted)
    inverted = _inverted_source(page, cue, within) if source is None else None
    if inverted:
        content = _before(page, sentence, words.starts[cue.group])
        if content:
            return _draft(page, number, cue, inverted, content, "inverted")
    rule = "subject"
    if source is None and cue.participle or source is None and cue.group > within.start and words.forms[cue.group - 1] in ("and", "but"):
        if previous and previous.source:
            source = _words_of(words, previous.source)
        else:
            source = subject_of(words, within.start, cue.group)
        rule = "shared_subject"
    if source is None or source[1] >= cue.group:
        return None
    after, addressee = _skip_to_content(page, cue, limit)
    start = words.starts[source[0]]
    closing = _tail_is_empty(page, cue, after, limit, within)
    if rule == "subject" and closing and _comma_before(page, source[0], within):
        content = _before(page, sentence, start)
        if content:
            content += _resumed(page, cue, after, limit, sentence)
            return _draft(page, number, cue, source, content, "clause_first", addressee)
    content = _after(page, sentence, cue, after, limit)
    return _draft(page, number, cue, source, content, rule, addressee) if content else None


def _passive(page: Page, number: int, sentence: Sentence, within: range, cue: CueWord) -> Draft | None:
    """"was rejected by X as ...": the content is the subject and what follows the agent."""
    words = page.words
    for k in range(cue.last + 1, min(cue.last + 4, within.stop)):
        if words.forms[k] == "by" and not page.quoted[k]:
            source = right_source(words, k + 1, within.stop, long=False)
            subject = left_source(words, cue.group, within.start, page.quoted)
            if source is None or subject is None or not set("npc") & set(cue.frames):
                return None
            content = [Span(words.starts[subject[0]], words.ends[subject[1]])]
            rest = source[1] + 1
            if rest < within.stop and (page.quoted[rest] or words.forms[rest] == "as"):
                content.append(_to_end(page, sentence, rest, within.stop))
            return _draft(page, number, cue, source, content, "passive_by")
    return None


def _according(page: Page, number: int, sentence: Sentence, within: range) -> Iterator[Draft]:
    """"according to X": the rest of the sentence is the content."""
    words = page.words
    for i in range(within.start, within.stop - 2):
        if words.forms[i] != "according" or words.forms[i + 1] != "to" or page.quoted[i]:
            continue
        source = right_source(words, i + 2, within.stop, long=True)
        if source is None:
            continue
        cue = Cue((Span(words.starts[i], words.ends[i + 1]),), "according to", "neutral")
        content = _before(page, sentence, words.starts[i]) if i > within.start else []
        if source[1] + 1 < within.stop:
            rest = _to_end(page, sentence, source[1] + 1, within.stop)
            if rest.end - rest.start > 12:
                content.append(rest)
        if content:
            yield _finish(page, Draft((words.starts[source[0]], words.ends[source[1]]), cue, content, "according_to", number))


def _inverted_source(page: Page, cue: CueWord, within: range) -> tuple[int, int] | None:
    """The source after its verb: "...," said X. The verb follows a comma, a dash or a closing mark."""
    words = page.words
    if cue.group == within.start or cue.participle or "q" not in cue.frames or cue.first != cue.group:
        return None
    between = gap(words, cue.group)
    if between.isspace() or "(" in between:
        return None
    source = right_source(words, cue.last + 1, within.stop, long=False)
    if source is None:
        return None
    after = source[1] + 1
    if after < within.stop and gap(words, after).isspace():
        if words.forms[after] not in _ADJUNCT and words.forms[after] not in _TIME_WORDS and words.forms[after] != "who":
            return None
    if words.forms[source[0]] in ("that", "there", "this") or page.quoted[source[0]]:
        return None
    return source


def _skip_to_content(page: Page, cue: CueWord, limit: int) -> tuple[int, tuple[int, int] | None]:
    """The first word of what is said, past addressee, time and place; and the addressee's words."""
    words, i = page.words, cue.last + 1
    addressee = None
    if "o" in cue.frames and i < limit and not page.quoted[i] and words.forms[i] != "that" and gap(words, i).isspace():
        end = _addressee_end(page, i, limit)
        addressee, i = (i, end - 1), end
    while i < limit and not page.quoted[i] and words.forms[i] in _TIME_WORDS and "," not in gap(words, i):
        i += 1
    if i < limit and words.forms[i] in _ADJUNCT and not page.quoted[i]:
        for k in range(i, min(i + _LONGEST_ADJUNCT, limit)):
            opens_quote = page.quoted[k] and not page.quoted[k - 1]
            if words.forms[k] == "that" or opens_quote or (k > i and (":" in gap(words, k) or gap(words, k).strip() == ",")):
                return k, addressee
        k = i + 1
        while k < limit and words.forms[k] in _TIME_WORDS | {"morning", "afternoon", "evening", "night"}:
            k += 1
        if k > i + 1:
            i = k
    return i, addressee


def _addressee_end(page: Page, i: int, limit: int) -> int:
    words = page.words
    for k in range(i + 1, min(i + 12, limit)):
        if words.forms[k] == "that" or page.quoted[k] or any(c in gap(words, k) for c in ",:;"):
            return k
        if words.forms[k] in ("on", "in", "during", "at", "to") or words.forms[k] in _TIME_WORDS:
            return k
    if words.forms[i] in _PRONOUN_OBJECTS:
        return i + 1
    k = i + 1 if words.forms[i] in _ADDRESSEE_DETERMINERS else i
    while k < limit and words.text[words.starts[k]].isupper():
        k += 1
    return max(min(k, limit), i + 1) if k > i + 1 else min(k + 1, limit)


def _tail_is_empty(page: Page, cue: CueWord, after: int, limit: int, within: range) -> bool:
    """Whether nothing that could be content follows the cue before the next pause."""
    words = page.words
    if after >= limit or (after == cue.last + 1 and not gap(words, after).isspace() and ":" not in gap(words, after)):
        return not (after < limit and page.quoted[after] and "," not in gap(words, after))
    if words.forms[after] == "that" or page.quoted[after] or ":" in gap(words, after):
        return "," in gap(words, after) and page.quoted[after] != 0 and after > within.start and cue.group > within.start
    if words.forms[after] in _ADJUNCT or "," in gap(words, after):
        return True
    return False


def _comma_before(page: Page, first: int, within: range) -> bool:
    """Whether a clause or a quotation with a pause stands before the source."""
    words = page.words
    if first <= within.start:
        return False
    between = gap(words, first)
    if page.quoted[first - 1]:
        return True
    return ("," in between or "—" in between or "–" in between) and first - within.start >= 3


def _before(page: Page, sentence: Sentence, end: int) -> list[Span]:
    """The content that ends before text offset `end`: the clause, or the quotation with what leads to it."""
    text = page.words.text
    while end > sentence.start and (text[end - 1].isspace() or text[end - 1] in ",—–-"):
        end -= 1
    if end <= sentence.start:
        return []
    start = sentence.start
    piece = page.piece_at(max(end - 1, start))
    if piece:
        opening = page.piece_at(start)
        spans = _whole(page, piece, end)
        if opening and opening[2] == piece[2]:
            return spans
        if spans[-1].start > start and len(text[start : spans[-1].start].split()) > 2:
            return [Span(start, spans[-1].end)]
        return spans
    opening = page.piece_at(start)
    return [Span(opening[0] if opening else start, end)]


def _whole(page: Page, piece: tuple[int, int, int], end: int) -> list[Span]:
    """All pieces of a quotation up to the one given, cut at `end`."""
    spans = [span for span in page.quotations[piece[2]].spans if span.start < end]
    return [*spans[:-1], Span(spans[-1].start, min(spans[-1].end, max(end, spans[-1].start + 1)))]


def _resumed(page: Page, cue: CueWord, after: int, limit: int, sentence: Sentence) -> list[Span]:
    """The content that goes on after an inserted "he said,"."""
    words = page.words
    k = cue.last + 1
    while k < limit and gap(words, k).strip(" \u00a0") in ("", "(", ")") and not page.quoted[k]:
        k += 1
    if k >= limit:
        return []
    if page.quoted[k]:
        piece = page.piece_at(words.starts[k])
        return [Span(span.start, span.end) for span in page.quotations[piece[2]].spans] if piece else []
    if "," in gap(words, k) and limit - k > 2 and not (words.forms[k].endswith("ing") or words.forms[k] in ("a", "who", "according", "and", "but", "the")):
        return [_to_end(page, sentence, k, limit)]
    return []


def _after(page: Page, sentence: Sentence, cue: CueWord, after: int, limit: int) -> list[Span]:
    """The content that follows the cue, by what the verb can take."""
    words = page.words
    if after >= limit:
        return []
    if page.quoted[after]:
        piece = page.piece_at(words.starts[after])
        if piece is None:
            return []
        spans = list(page.quotations[piece[2]].spans)
        if spans[-1].end < sentence.end - 3 and limit == words.within(sentence.start, sentence.end).stop:
            return [Span(spans[0].start, _to_end(page, sentence, after, limit).end)]
        return spans
    if words.forms[after] == "to" and "i" in cue.frames:
        return [_to_end(page, sentence, after, limit)]
    if "c" not in cue.frames and not ("n" in cue.frames or "o" in cue.frames):
        return []
    if "," in gap(words, after) and after == cue.last + 1:
        return []
    if limit - after < 2 and "n" not in cue.frames:
        return []
    return [_to_end(page, sentence, after, limit)]


def _to_end(page: Page, sentence: Sentence, first: int, limit: int) -> Span:
    """From word `first` to the word before `limit`, with a quotation's marks and rest, without the full stop."""
    words = page.words
    start = words.starts[first]
    piece = page.piece_at(start)
    if piece and words.within(piece[0], piece[1]).start == first:
        start = piece[0]
    end = words.ends[limit - 1]
    closing = page.piece_at(end - 1)
    if closing:
        end = closing[1] if page.piece_at(words.starts[first]) != closing or closing[1] <= sentence.end + 1 else closing[1]
    return Span(start, end)


def _draft(
    page: Page,
    number: int,
    cue: CueWord,
    source: tuple[int, int],
    content: list[Span],
    rule: str,
    addressee: tuple[int, int] | None = None,
) -> Draft:
    words = page.words
    made = Cue((Span(words.starts[cue.group], words.ends[cue.last]),), cue.lemma, cue.stance)
    told = (words.starts[addressee[0]], words.ends[addressee[1]]) if addressee else None
    return _finish(page, Draft((words.starts[source[0]], words.ends[source[1]]), made, content, rule, number, told))


def _finish(page: Page, draft: Draft) -> Draft:
    draft.covers = {piece[2] for span in draft.content for piece in page.pieces_within(span.start, span.end)}
    return draft


def _words_of(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    within = words.within(*span)
    return within.start, within.stop - 1
