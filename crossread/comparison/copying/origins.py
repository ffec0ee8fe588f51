"""What speaks for one text behind two articles, and how likely that makes it.

The likelihood is read off a table. The strongest piece of evidence sets the step, each further kind of
evidence adds one:

    step  word                  band       strongest piece of evidence
    4     almost certain        95–99 %    half of an article's own words, or of its body inside the other's quotations
    3     very likely           80–95 %    an article credits the other's outlet; as below with a sixth of its own words
    2     likely                55–80 %    two telling runs or a long one; one agency credited by both
    1     roughly even chance   45–55 %    one telling run; words told to the other's outlet, or to one third outlet
    0     unlikely              20–45 %    none

Words and bands are those of ICD 203. "Unlikely" is not less than that, since an article rewritten from an agency's
leaves no run (Clough et al. 2002).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from operator import gt
from typing import Literal

from msgspec import Struct

from crossread.comparison.copying.outlets import Mention, credited, own_outlets, shared_keys, told
from crossread.comparison.copying.runs import Prose, Run, read_prose, shared_runs
from crossread.comparison.coverage import Coverage

Likelihood = Literal["unlikely", "roughly even chance", "likely", "very likely", "almost certain"]
LADDER: tuple[tuple[Likelihood, int, int], ...] = (
    ("unlikely", 20, 45),
    ("roughly even chance", 45, 55),
    ("likely", 55, 80),
    ("very likely", 80, 95),
    ("almost certain", 95, 99),
)
"""Words of likelihood with their bands in %, by step (Intelligence Community Directive 203)."""

OWN_WORDS = 8
"""Words outside quotation marks of the shortest run that tells of a common text."""

LEAST_OWN = 40
"""Words outside quotation marks an article needs for a share of them to say something."""

_TELLING = ((OWN_WORDS, 3.0), (12, 2.0))  # own words and what they have to weigh
_LONG = 16  # own words of a run that two reporters will hardly write alike
_COPY = 0.5  # share of an article's own words
_MUCH = 1 / 6

Rule = Literal["copy", "quoted", "credit", "shared_runs", "same_agency", "cites", "same_source"]


class Reason(Struct, frozen=True):
    """A piece of evidence for a common text: `giver` is the place of the article it is found in, `taker` the other's.

    `mentions` are the outlets named, the giver's first.
    """

    rule: Rule
    step: int
    giver: int
    taker: int
    share: float = 0.0
    mentions: tuple[Mention, ...] = ()


class Pair(Struct, frozen=True):
    """Two articles by their places in the set, with their runs and the reasons, the strongest first."""

    left: int
    right: int
    runs: Sequence[Run]
    reasons: tuple[Reason, ...]

    @property
    def step(self) -> int:
        """The step on LADDER."""
        if not self.reasons:
            return 0
        kinds = {reason.rule for reason in self.reasons}
        return min(self.reasons[0].step + len(kinds) - 1, len(LADDER) - 1)


class Origins(Struct, frozen=True):
    """The articles' prose, the outlets each names, and every pair with the evidence found for it."""

    proses: Sequence[Prose]
    told: Sequence[tuple[Mention, ...]]
    pairs: Mapping[tuple[int, int], Pair]


def is_telling(run: Run) -> bool:
    """Whether a run is one that two reporters will hardly have written apart from one another."""
    return any(run.own >= own and run.weight >= weight for own, weight in _TELLING)


def telling_runs(runs: Sequence[Run]) -> list[Run]:
    """The runs that tell, each once where one article has the same words twice."""
    return list({run.right: run for run in runs if is_telling(run)}.values())


def find_origins(coverage: Coverage) -> Origins:
    """The evidence for a common text, pair by pair."""
    pages = list(zip(coverage.analyses, coverage.wordings, strict=True))
    proses = [read_prose(analysis, wording) for analysis, wording in pages]
    sources = _Sources(coverage)
    runs = shared_runs(proses)
    pairs = {}
    for left, right in combinations(range(len(proses)), 2):
        shared = runs.get((left, right), [])
        reasons = [*_of_words(proses[left], proses[right], shared), *sources.reasons(left, right)]
        ranked = sorted(reasons, key=lambda reason: (-reason.step, -reason.share))
        pairs[left, right] = Pair(left, right, shared, tuple(ranked))
    return Origins(proses, sources.told, pairs)


def _of_words(left: Prose, right: Prose, runs: Sequence[Run]) -> list[Reason]:
    """What the shared words themselves say."""
    telling = telling_runs(runs)
    here, there = left.wording.order, right.wording.order
    found = []
    for giver, taker, share in (
        (here, there, share_of(right, covered(runs, "right", right.own))),
        (there, here, share_of(left, covered(runs, "left", left.own))),
    ):
        if telling and share >= _COPY:
            found.append(Reason("copy", 4, giver, taker, share))
    found += _quoted(left, right, runs)
    if telling:
        most = max(
            share_of(left, covered(telling, "left", left.own)), share_of(right, covered(telling, "right", right.own))
        )
        several = len(telling) > 1 or telling[0].own >= _LONG
        found.append(Reason("shared_runs", 1 if not several else 3 if most >= _MUCH else 2, here, there, most))
    return found


def _quoted(left: Prose, right: Prose, runs: Sequence[Run]) -> list[Reason]:
    """Most of an article's own words standing inside the other's quotation marks."""
    found = []
    apart = {run.right: run for run in runs if run.own < run.size}.values()  # each place of the right article once
    in_left = sum(sum(map(gt, right.own[_there(run)], left.own[_here(run)])) for run in apart)
    in_right = sum(sum(map(gt, left.own[_here(run)], right.own[_there(run)])) for run in apart)
    for giver, taker, words, whole in ((left, right, in_left, right), (right, left, in_right, left)):
        share = min(1.0, share_of(whole, words))
        if share >= _COPY:
            found.append(Reason("quoted", 4, giver.wording.order, taker.wording.order, share))
    return found


def covered(runs: Sequence[Run], side: Literal["left", "right"], own: Sequence[int]) -> int:
    """How many of an article's own words stand in runs, each counted once."""
    words, end = 0, 0
    for places in sorted(((_here if side == "left" else _there)(run) for run in runs), key=lambda each: each.start):
        words += sum(own[max(places.start, end) : places.stop])
        end = max(end, places.stop)
    return words


def _here(run: Run) -> slice:
    return slice(run.left, run.left + run.size)


def _there(run: Run) -> slice:
    return slice(run.right, run.right + run.size)


def share_of(prose: Prose, words: int) -> float:
    """Words as a share of an article's own, 0 to 1; 0 where it has too few to tell."""
    return words / prose.own_words if prose.own_words >= LEAST_OWN else 0.0


class _Sources:
    """What the articles say of their own origin."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._own = [own_outlets(analysis) for analysis in coverage.analyses]
        self._credited = [credited(analysis) for analysis in coverage.analyses]
        self.told = [told(analysis) for analysis in coverage.analyses]

    def reasons(self, left: int, right: int) -> list[Reason]:
        """What speaks for a common text in credits and in words told to an outlet."""
        found: list[Reason] = []
        for giver, taker in ((left, right), (right, left)):
            theirs = self._own[taker]
            found += [Reason("credit", 3, giver, taker, 0, (m,)) for m in self._credited[giver] if m.key in theirs][:1]
            found += [Reason("cites", 1, giver, taker, 0, (m,)) for m in self.told[giver] if m.key in theirs][:1]
        for mine, theirs_too in shared_keys(self._credited[left], self._credited[right])[:1]:
            found.append(Reason("same_agency", 2, left, right, 0, (mine, theirs_too)))
        for one, other in self._same_telling(left, right)[:1]:
            found.append(Reason("same_source", 1, left, right, 0, (one, other)))
        return found

    def _same_telling(self, left: int, right: int) -> list[tuple[Mention, Mention]]:
        """Words of one voice that both articles say were told to one third outlet."""
        return [
            (one, other)
            for one in self.told[left]
            for other in self.told[right]
            if one.key == other.key and self._one_voice(left, one, right, other)
        ]

    def _one_voice(self, left: int, one: Mention, right: int, other: Mention) -> bool:
        analyses, links = self._coverage.analyses, self._coverage.voices
        if one.speaker is None or other.speaker is None:
            return False
        mine, theirs = (analyses[left].id, one.speaker), (analyses[right].id, other.speaker)
        return mine in links and links.get(theirs) == links[mine]
