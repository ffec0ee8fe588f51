"""Quotations of one article that stand in another as indirect speech of the same speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.quoting.saying import Sayings
from crossread.comparison.quoting.wording import FUNCTION_WORDS, Passage, Wording
from crossread.model import NO_ANSWER, Attribution
from crossread.text.stems import root, stem

# Content words that have to agree, as a number and as a share of the quotation and of the indirect speech.
_SHARED = 3
_OF_QUOTATION = 0.5
_OF_REPORT = 0.5
_EITHER = 0.6
# A word in more places of the set than this is the event's own vocabulary and tells little.
_COMMON = 12
_RARE = 2  # words that have to agree and are not common
_NEGATIONS = frozenset("no not never nor none nobody nothing neither cannot without rather".split())
_LONGEST = 60  # words of indirect speech beyond which it is more than a paraphrase


class Paraphrase(Struct, frozen=True, gc=False):
    """A quotation and the indirect speech in another article with the same content; `share` is how much of it."""

    quotation: Passage
    order: int  # the other article's place in the set
    attribution: Attribution
    shared: int
    share: float


class _Report(Struct, frozen=True, gc=False):
    """Indirect speech: the article, its stems, and whether something is denied in it."""

    order: int
    attribution: Attribution
    stems: frozenset[str]
    denies: bool


def find_paraphrases(
    passages: Sequence[Passage], wordings: Sequence[Wording], sayings: Sayings, taken: Collection[tuple[int, int, int]]
) -> list[Paraphrase]:
    """The closest indirect speech in each other article for each quotation, every attribution used once an article.

    `taken` are quotations that an article has already: (article, first word, other article).
    """
    common = _frequencies(wordings)
    said = _indirect(wordings, sayings)
    found: list[Paraphrase] = []
    for passage in passages:
        saying = sayings.of(passage)
        order = passage.wording.order
        voice = sayings.voice(order, saying.speaker)
        if voice is None or saying.speaker is None or not saying.speaker.named:
            continue
        quoted, denies = _content(passage.forms), _denies(passage.forms)
        for report in said.get(voice, ()):
            if report.order == order or report.denies != denies:
                continue
            shares = None if (order, passage.indices[0], report.order) in taken else _shares(quoted, report, common)
            if shares:
                found.append(Paraphrase(passage, report.order, report.attribution, *shares))
    return list(_best(found))


def _frequencies(wordings: Sequence[Wording]) -> Counter[str]:
    """How often each stem stands in the set."""
    forms: Counter[str] = Counter()
    for wording in wordings:
        forms.update(wording.forms)
    found: Counter[str] = Counter()
    for form, count in forms.items():
        found[_stemmed(form)] += count
    return found


def _indirect(wordings: Sequence[Wording], sayings: Sayings) -> Mapping[int, list[_Report]]:
    """Indirect speech by voice."""
    found: dict[int, list[_Report]] = {}
    for wording in wordings:
        for attribution in sayings.analyses[wording.order].attributions:
            if attribution.form == "direct" or attribution.rule == NO_ANSWER:
                continue
            voice = sayings.voice(wording.order, sayings.speaker(wording.order, attribution.speaker))
            words = [index for span in attribution.content for index in wording.within(span)]
            if voice is not None and len(words) <= _LONGEST:
                forms = [wording.forms[index] for index in words if wording.inside[index] < 0]
                if len(stems := _content(forms)) >= _SHARED:
                    found.setdefault(voice, []).append(_Report(wording.order, attribution, stems, _denies(forms)))
    return found


def _shares(quoted: frozenset[str], report: _Report, common: Mapping[str, int]) -> tuple[int, float] | None:
    """How many words a quotation and indirect speech share, and what share that is of the longer; None for too few."""
    shared = quoted & report.stems
    if len(shared) < _SHARED or sum(common[each] <= _COMMON for each in shared) < _RARE:
        return None
    shares = len(shared) / len(quoted), len(shared) / len(report.stems)
    enough = shares[0] >= _OF_QUOTATION and shares[1] >= _OF_REPORT and max(shares) >= _EITHER
    return (len(shared), round(min(shares), 4)) if enough else None


def _best(found: Sequence[Paraphrase]) -> Iterator[Paraphrase]:
    used: set[tuple[object, ...]] = set()
    for each in sorted(found, key=lambda p: (-p.share, -p.shared, p.quotation.wording.order, p.quotation.indices[0])):
        order = each.quotation.wording.order
        keys = {(order, each.quotation.indices[0], each.order), (each.order, each.attribution.content[0], order)}
        if used.isdisjoint(keys):
            used |= keys
            yield each


def _content(forms: Iterator[str] | Sequence[str]) -> frozenset[str]:
    return frozenset(_stemmed(form) for form in forms if form not in FUNCTION_WORDS)


def _denies(forms: Sequence[str]) -> bool:
    return any(form in _NEGATIONS or form.endswith("n't") for form in forms)


def _stemmed(form: str) -> str:
    return root(stem(form))
