"""What the headline states against the sentences that match it best: certainty, attribution, negation.

A difference is told only when every sentence that matches well shows it: one plain sentence in the
narrator's voice is enough to bear out a plain headline.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from crossread.document import Document
from crossread.lexicon import Match, load_lexicon
from crossread.metrics.headline_match import Headline
from crossread.model import Attribution, Evidence, Span

HEDGED_IN_BODY = "headline.hedged_in_body"
ATTRIBUTED_IN_BODY = "headline.attributed_in_body"
HEDGED_IN_HEADLINE = "headline.hedged_in_headline"
NEGATION = "headline.negation"
_HEDGES = frozenset({"hedge", "probability", "distancing"})
_REACH = 5  # words after a hedge or a negation, in which it may govern one
_CLOSE = 2 / 3  # of the headline's content words in a sentence that says the same of the same
_ADDING = frozenset(("just", "only", "merely", "simply"))  # "not just a storm" denies no storm
_QUOTING = frozenset('“”"«»„?')
_SINGLE = frozenset("‘’'")


def compare_claims(document: Document, headline: Headline) -> Iterator[Evidence]:
    """The differences, marked in the headline or in the best sentence of the body."""
    if not headline.best:
        return
    hedges = _headline_hedges(document, headline)
    if hedges:
        yield from _hedged_in_headline(document, headline, hedges)
    elif not _is_open(document, headline):
        yield from _hedged_in_body(document, headline)
        yield from _attributed_in_body(document, headline)
    yield from _negation(document, headline)


# --------------------------------------------------------------------------------- certainty


def _hedges(document: Document, within: range) -> list[Match]:
    """Words of doubt among these words; "May" with a capital may be a month or a name."""
    matches, words = document.matches["hedging"], document.words
    found = []
    for match in matches[bisect_left(matches, within.start, key=lambda match: match.first) :]:
        if match.first >= within.stop:
            break
        if match.entry.category in _HEDGES and not words.named[match.first]:
            found.append(match)
    return found


def _headline_hedges(document: Document, headline: Headline) -> list[Match]:
    words, within = document.words, headline.within
    found = []
    for match in _hedges(document, within):
        opens = match.first == within.start
        numbered = match.last + 1 in within and words.forms[match.last + 1][:1].isdigit()
        if not (match.entry.term == "may" and (opens or numbered)):
            found.append(match)
    return found


def _is_open(document: Document, headline: Headline) -> bool:
    """Whether the headline itself asks, quotes, attributes, or tells of what is planned or possible."""
    zone, text, words = headline.zone, document.text, document.words
    if any("open" in category or category == "label" for category in headline.categories.values()):
        return True
    within = headline.within
    if "to" in words.forms[within.start : within.stop]:
        return True
    gaps = [text[zone.start : words.starts[within.start]]]
    gaps += [text[words.ends[i] : words.starts[i + 1]] for i in within[:-1]] + [text[words.ends[within[-1]] : zone.end]]
    marks = "".join(gaps)
    if not _QUOTING.isdisjoint(marks) or ": " in marks or not _SINGLE.isdisjoint(marks):
        return True
    early = takewhile(lambda attribution: _place(attribution) < zone.end, document.attributions)
    return any(_place(attribution) >= zone.start for attribution in early)


def _place(attribution: Attribution) -> int:
    return (attribution.cue.spans[0] if attribution.cue else attribution.content[0]).start


def _matched(document: Document, headline: Headline, sentence: int, *, names: bool) -> set[int]:
    """The words of a sentence that the headline has too; with `names` or without."""
    within = document.words.by_sentence[sentence]
    return {
        index
        for term, indices in zip(headline.terms, headline.found, strict=True)
        if names or term.kind == "word"
        for index in indices
        if index in within
    }


def _is_close(document: Document, headline: Headline) -> bool:
    """Whether the best sentence has so many of the headline's words that it may say the same of the same."""
    within = document.words.by_sentence[headline.best[0]]
    return sum(any(index in within for index in places) for places in headline.found) >= _CLOSE * len(headline.terms)


def _governed(document: Document, last: int, wanted: set[int]) -> bool:
    """Whether the first word of content after word `last` is a wanted one, with nothing but blanks between."""
    words = document.words
    after = range(last + 1, min(last + 1 + _REACH, len(words)))
    if after and words.forms[after[0]] in _ADDING:
        return False
    categories = _categories(document, after)
    for index in after:
        if not words.text[words.ends[index - 1] : words.starts[index]].isspace():
            return False
        if "function" not in categories.get(index, ""):
            return index in wanted
    return False


def _hedged_in_body(document: Document, headline: Headline) -> Iterator[Evidence]:
    """A headline without doubt whose every good match has a word of doubt before what the headline states."""
    marks = []
    for sentence in headline.best:
        matched = _matched(document, headline, sentence, names=False)
        within = document.words.by_sentence[sentence]
        hedges = [m for m in _hedges(document, within) if not _is_denied(document, m)]
        marks.append([m for m in hedges if _governed(document, m.last, matched)])
    if all(marks):
        for match in marks[0]:
            note = f"“{document.text[match.start : match.end]}” here; the headline says it without"
            yield Evidence(match.start, match.end, HEDGED_IN_BODY, note, document.words.voices[match.first])


def _is_denied(document: Document, hedge: Match) -> bool:
    before = range(max(hedge.first - 2, 0), hedge.first)
    return any(category == "negation function" for category in _categories(document, before).values())


def _hedged_in_headline(document: Document, headline: Headline, hedges: Sequence[Match]) -> Iterator[Evidence]:
    """Words of doubt in the headline where no good match has any."""
    if not _is_close(document, headline):
        return
    words = document.words
    for sentence in headline.best:
        within = words.by_sentence[sentence]
        if _hedges(document, within) or any("open" in found for found in _categories(document, within).values()):
            return
    for match in hedges:
        note = "no word of doubt found in the sentences of the body that match the headline best"
        yield Evidence(match.start, match.end, HEDGED_IN_HEADLINE, note)


# ------------------------------------------------------------------------------- attribution


def _attributed_in_body(document: Document, headline: Headline) -> Iterator[Evidence]:
    """A headline that names nobody for what every good match puts in somebody's mouth."""
    if not _is_close(document, headline):
        return
    found = [_attribution(document, headline, sentence) for sentence in headline.best]
    first = found[0]
    if first is None or None in found:
        return
    speakers = {speaker.id: speaker.name for speaker in document.speakers}
    name = speakers.get(first.speaker or "", "a source")
    for span in first.cue.spans if first.cue else (first.source or first.content[0],):
        inside = document.words.within(span.start, span.end)
        note = f"from {name} here; the headline says it in its own voice"
        voice = document.words.voices[inside.start] if inside else None
        yield Evidence(span.start, span.end, ATTRIBUTED_IN_BODY, note, voice)


def _attribution(document: Document, headline: Headline, sentence: int) -> Attribution | None:
    """The attribution that holds what a sentence shares with the headline, unless its source or cue is shared too."""
    words = document.words
    matched = _matched(document, headline, sentence, names=True)
    told = {index for index in matched if words.voices[index] != "narrator"}
    if 4 * len(told) < 3 * len(matched):
        return None
    span = document.sentences[sentence]
    for attribution in document.attributions:
        if any(_holds(document, piece, told) for piece in attribution.content):
            shared = [*(attribution.cue.spans if attribution.cue else ()), *filter(None, [attribution.source])]
            if any(_holds(document, piece, matched) for piece in shared) or _is_own(document, attribution):
                return None
            if _place(attribution) < span.end:
                return attribution
    return None


def _is_own(document: Document, attribution: Attribution) -> bool:
    """Whether nobody but the writer is the source, as far as rules can tell: "I'd add"."""
    words, source, cue = document.words, attribution.source, attribution.cue
    if cue and not any(words.within(span.start, span.end) for span in cue.spans):
        return True  # a mark alone may follow a place: "NORBY: The ferry sank"
    within = words.within(source.start, source.end) if source else range(0)
    return any(words.forms[index].partition("'")[0] in ("i", "we") for index in within)


def _holds(document: Document, span: Span, indices: set[int]) -> bool:
    return not indices.isdisjoint(document.words.within(span.start, span.end))


# ---------------------------------------------------------------------------------- negation


def _categories(document: Document, within: range) -> dict[int, str]:
    lexicon = load_lexicon("crossread.metrics", "headline_words_context")
    return {match.first: match.entry.category for match in lexicon.find(document.words, within.start, within.stop)}


def _negation(document: Document, headline: Headline) -> Iterator[Evidence]:
    """A "not" on one side only."""
    if not _is_close(document, headline):
        return
    words = document.words
    denied = [index for index, category in headline.categories.items() if category.startswith("negation")]
    found = [_categories(document, words.by_sentence[sentence]) for sentence in headline.best]
    denying = [[i for i, category in each.items() if category.startswith("negation")] for each in found]
    if not denied and not any("open" in category for category in headline.categories.values()):
        plain = [
            [i for i in each if _denies(document, headline, i, s)]
            for each, s in zip(denying, headline.best, strict=True)
        ]
        for index in plain[0] if all(plain) else ():
            note = f"“{words.written(index)}” here; no negation found in the headline"
            yield Evidence(words.starts[index], words.ends[index], NEGATION, note, words.voices[index])
    elif len(denied) == 1 and not any(denying) and _is_denied_there(document, headline, denied[0]):
        note = "no negation found in the sentences of the body that match the headline best"
        yield Evidence(words.starts[denied[0]], words.ends[denied[0]], NEGATION, note)


def _denies(document: Document, headline: Headline, index: int, sentence: int) -> bool:
    """Whether a "not" of the body stands before what the headline states."""
    plain = document.words.forms[index] in _plain_negations()
    return plain and _governed(document, index, _matched(document, headline, sentence, names=False))


def _is_denied_there(document: Document, headline: Headline, index: int) -> bool:
    """Whether a "not" of the headline stands before something that the best sentence has."""
    within = document.words.by_sentence[headline.best[0]]
    pairs = zip(headline.terms, headline.found, strict=True)
    stated = {term.first for term, places in pairs if any(place in within for place in places)}
    return headline.categories[index] == "negation function" and _governed(document, index, stated)


@cache
def _plain_negations() -> frozenset[str]:
    entries = load_lexicon("crossread.metrics", "headline_words_context").entries
    return frozenset(entry.term for entry in entries if entry.category == "negation function")
