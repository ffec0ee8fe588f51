"""A headline matched with its body: what was found where, and the sentences that have the most of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from crossread.document import Document
from crossread.lexicon import load_lexicon
from crossread.metrics.headline_search import Search
from crossread.metrics.headline_terms import Term, find_terms
from crossread.model import BODY_ZONES, Name, Zone
from crossread.text.words import Words

_LONGEST = 100  # terms: nothing longer is a headline
_TRIED = 24  # sentences compared with the headline, the best first


class Headline(Struct, frozen=True, gc=False):
    """The headline's terms and where the body has them.

    `found[t]` has the word indices of term t in the body, in reading order; `other[t]` the body's words where
    they are an equivalent only. `order` numbers the body's sentences; `best` is None where no sentence
    has two terms and half of them, else those that have the most or nearly so, the best first. `main` has the
    names the body has most often, with the word index of the first mention and the number of mentions.
    """

    zone: Zone
    within: range
    categories: Mapping[int, str]  # word index -> category of `headline_words_context.tsv`
    terms: Sequence[Term]
    found: Sequence[Sequence[int]]
    other: Sequence[str]
    order: Mapping[int, int]
    best: Sequence[int]
    main: Sequence[tuple[Name, int, int]]


def match_headline(document: Document, zone: Zone) -> Headline:
    """The headline in a title zone, looked for in the body."""
    words = document.words
    within = words.within(zone.start, zone.end)
    lexicon = load_lexicon("crossread.metrics", "headline_words_context")
    categories = {
        index: match.entry.category
        for match in lexicon.find(words, within.start, within.stop)
        for index in range(match.first, match.last + 1)
    }
    terms = list(islice(find_terms(document, zone, within, categories), _LONGEST))
    search = Search(document, terms)
    found = search.places()
    body = [i for i, s in enumerate(document.sentences) if s.zone in BODY_ZONES and words.by_sentence[i]]
    return Headline(
        zone=zone,
        within=within,
        categories=categories,
        terms=terms,
        found=found,
        other=search.other,
        order={sentence: place for place, sentence in enumerate(body)},
        best=_best(words, found),
        main=search.main_names(),
    )


def _best(words: Words, found: Sequence[Sequence[int]]) -> list[int]:
    """The sentences with the most terms of the headline, the best first; none with fewer than half of them."""
    counts: dict[int, set[int]] = defaultdict(set)
    for t, indices in enumerate(found):
        for index in indices:
            counts[words.sentences[index]].add(t)
    most = max(map(len, counts.values()), default=0)
    if most < 2 or 2 * most < len(found):
        return []
    close = [s for s, terms in counts.items() if 4 * len(terms) >= 3 * most and len(terms) >= 2]
    return sorted(close, key=lambda s: (-len(counts[s]), s))[:_TRIED]
