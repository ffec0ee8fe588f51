"""What speaks for a common text, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.comparison.copying.groups import Group
from crossread.comparison.copying.origins import OWN_WORDS, Reason, telling_runs
from crossread.telling import counted, listed

RUN = f"run of {OWN_WORDS} or more words outside quotation marks"

_MOST = 3  # reasons of one sort spelt out


def reasons_told(group: Group, names: Sequence[str]) -> Iterator[str]:
    """The reasons, the shared wording first; `names` are what the articles are called, by their places."""
    for reason in _best(group.reasons("copy")):
        a, b = names[reason.giver], names[reason.taker]
        yield f"{_percent(reason.share)} of {b}’s words outside quotation marks stand in {a} too"
    for reason in _best(group.reasons("quoted")):
        yield f"{names[reason.giver]} has {_percent(reason.share)} of {names[reason.taker]}’s words in quotation marks"
    yield from _runs_told(group, names)
    for reason in _best(group.reasons("credit", "cites")):
        giver, outlet = names[reason.giver], f"{_outlet(reason)}, the outlet of {names[reason.taker]}"
        if reason.rule == "credit":
            yield f"{giver} names {outlet}, as a source of its text"
        else:
            yield f"{giver} passes on the reporting of {outlet}"
    for rule, said in (
        ("same_agency", "both name {} as a source of their text"),
        ("same_source", "both pass on the reporting of {}"),
    ):
        by_outlet: dict[str, list[Reason]] = {}
        for reason in group.reasons(rule):
            by_outlet.setdefault(reason.mentions[0].key, []).append(reason)
        for reasons in list(by_outlet.values())[:_MOST]:
            places = sorted({place for reason in reasons for place in (reason.giver, reason.taker)})
            told = said.format(_outlet(reasons[0]))
            yield f"{listed([names[place] for place in places])} {told if len(places) == 2 else told[5:]}"
    if not group.reasons("shared_runs", "copy", "quoted"):
        yield f"no shared {RUN} was found by our rules"


def _outlet(reason: Reason) -> str:
    """The outlet's name on one line, as the article has it that names it most fully."""
    return " ".join(max((mention.name for mention in reason.mentions), key=len).split())


def _best(reasons: Sequence[Reason]) -> list[Reason]:
    """The strongest reason for each two articles, a few of them."""
    first: dict[frozenset[int], Reason] = {}
    for reason in reasons:
        first.setdefault(frozenset((reason.giver, reason.taker)), reason)
    return list(first.values())[:_MOST]


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _runs_told(group: Group, names: Sequence[str]) -> Iterator[str]:
    """How many telling runs there are, and how long the longest is."""
    runs = [(pair, telling_runs(pair.runs)) for pair in group.pairs]
    kept = [(pair, told) for pair, told in runs if told]
    if not kept:
        return
    longest = max(run.own for _, told in kept for run in told)
    places = sorted({place for pair, _ in kept for place in (pair.left, pair.right)})
    letters = listed([names[place] for place in places])
    if len(kept) > 1:
        most = max(len(told) for _, told in kept)
        up_to = f", up to {most} between two of them" if most > 1 else ""
        yield (
            f"{letters} share runs of {OWN_WORDS} or more words outside quotation marks{up_to}, the longest of "
            f"{longest} words"
        )
    else:
        count = len(kept[0][1])
        size = f"of {longest} words" if count == 1 else f"the longest of {longest} words"
        yield f"{letters} share {counted(count, RUN, RUN.replace('run', 'runs', 1))}, {size}"
