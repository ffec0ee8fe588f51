"""Who is shown acting: passives with and without an agent, and nouns that stand for actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crossread.document import Document
from crossread.indicators.agents import action_phrase, agent_after, last_participle, participle_after
from crossread.lexicon import Match
from crossread.metric import Metric, Options, percentage_interval
from crossread.model import Citation, Detail, FigureInfo, Measurement
from crossread.quality import UNSEEN, read_by_one
from crossread.terms import Hit, Tally, terms_in_body
from crossread.text.words import Words

_LEAST = 10  # passives below which a share of them says little
_PASSIVES = ("agency.passive_agentless", "agency.passive_agent")
_NOUNS = ("agency.nominalisation_agentless", "agency.nominalisation_agent")
_JOINTS = {"action": "of", "action after the": "of", "action on": "on", "action to": "to"}


def measure(document: Document, options: Options) -> Measurement:
    """Passives without an agent per 100 narrator words; those with one and action nouns beside them."""
    hits = list(_hits(document))
    tally = Tally(document, hits)
    by_voice = tally.rates(("passive_agentless",))
    return METRIC.measured(
        by_voice["narrator"].value,
        tally.total,
        by_voice=by_voice,
        interval=tally.interval(("passive_agentless",)),
        details=(
            tally.count("passive_agentless", _PASSIVES[:1]),
            tally.count("passive_agent", _PASSIVES[1:]),
            tally.rate("passive_agent", _PASSIVES[1:]),
            _share(document.words, hits),
            tally.count("nominalisation", _NOUNS),
            tally.rate("nominalisation", _NOUNS),
            tally.of_rules("nominalisation_agentless_count", _NOUNS[:1]),
        ),
        evidence=tally.evidence,
    )


def _hits(document: Document) -> Iterator[Hit]:
    """Passives and action nouns of the body, in reading order."""
    words = document.words
    for match in terms_in_body(document, "agency"):
        joint = _JOINTS.get(match.entry.category)
        hit = _noun(words, match, joint) if joint else _passive(words, match)
        if hit is not None:
            yield hit


def _passive(words: Words, match: Match) -> Hit | None:
    participle = participle_after(words, match.first)
    if participle is None:
        return None
    last = last_participle(words, participle)
    by = agent_after(words, last)
    verb = words.forms[participle] if last == participle else f"{words.forms[participle]} … {words.forms[last]}"
    if by is None:
        note = f"passive of “{verb}”: no agent found in the clause"
        return Hit(_over(words, match, match.first, last), "passive_agentless", _PASSIVES[0], note)
    note = f"passive of “{verb}”: its agent follows “by”"
    return Hit(_over(words, match, match.first, by), "passive_agent", _PASSIVES[1], note)


def _noun(words: Words, match: Match, joint: str) -> Hit | None:
    phrase = action_phrase(words, match.first, joint, match.entry.category == "action after the")
    if phrase is None:
        return None
    told = "an agent is named with it" if phrase.agent else "no agent found in the phrase"
    note = f"noun for “{match.entry.note}”: {told}"
    return Hit(_over(words, match, phrase.first, phrase.last), "nominalisation", _NOUNS[phrase.agent], note)


def _over(words: Words, match: Match, first: int, last: int) -> Match:
    """The match over other words."""
    return Match(match.entry, first, last, words.starts[first], words.ends[last])


def _share(words: Words, hits: list[Hit]) -> Detail:
    """The share of the narrator's passives without an agent, where there are enough of them."""
    found: dict[str, Counter[int]] = {rule: Counter() for rule in (*_PASSIVES, *_NOUNS)}
    for match, _, rule, _ in hits:
        if words.voices[match.first] == "narrator":
            found[rule][words.sentences[match.first]] += 1
    agentless, passives = found[_PASSIVES[0]], found[_PASSIVES[0]] + found[_PASSIVES[1]]
    n = passives.total()
    if n < _LEAST:
        reason = f"needs {_LEAST} passives in the narrator's voice; our rules found {n}"
        return Detail("agentless_share", None, n, reason=reason, rules=_PASSIVES)
    interval = percentage_interval(agentless, passives)
    return Detail("agentless_share", 100 * agentless.total() / n, n, interval, rules=_PASSIVES)


METRIC = Metric(
    id="agency",
    title="Agent visibility",
    theme="framing",
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="How often the narrator tells an act in the passive without who did it (“the road was closed”), beside "
    "passives that say so (“by the council”) and nouns that stand for acts (“the closure of the road”). Who acted may "
    "be plain from the sentence before, unknown, or beside the point: the number does not tell which.",
    formula="passives without an agent × 100 ÷ words, in each voice; the narrator's leads",
    limits=(
        "No part-of-speech tagger: a form of be or get with a participle after it; participles that are mostly "
        "adjectives (“concerned”, “located”, “married”) are left out by list, and so are some passives with them.",
        "An agent named in another clause or sentence is not looked for.",
        "Participles without be (“killed in the strike”) are not counted.",
        "Action nouns are those of a list, before “of”, “on” or “to”; others are missed.",
    ),
    sources=(
        Citation(
            "Recasens, M., Danescu-Niculescu-Mizil, C., Jurafsky, D.",
            2013,
            "Linguistic Models for Analyzing and Detecting Biased Language",
            "https://aclanthology.org/P13-1162/",
        ),
    ),
    quality=(
        read_by_one("passives without an agent", 0.94, 100, "agency"),
        read_by_one("passives with an agent", 0.99, 78, "agency"),
        read_by_one("nouns for an act", 0.97, 85, "agency"),
        read_by_one("passives without an agent", 0.96, 100, "agency", UNSEEN),
    ),
    figures=(
        FigureInfo("passive_agentless_count", "Passives without an agent", "passives", "Narrator's voice."),
        FigureInfo("passive_agent_count", "Passives with an agent", "passives", "“By” and who acts; narrator's voice."),
        FigureInfo("passive_agent_rate", "Passives with an agent, rate", "per 100 words", "Per 100 narrator words."),
        FigureInfo(
            "agentless_share",
            "Passives without an agent, share",
            "% of narrator passives",
            f"Where the narrator has {_LEAST} passives or more.",
        ),
        FigureInfo("nominalisation_count", "Action nouns", "phrases", "“The closure of …”; narrator's voice."),
        FigureInfo("nominalisation_rate", "Action nouns, rate", "per 100 words", "Per 100 narrator words."),
        FigureInfo(
            "nominalisation_agentless_count", "Action nouns without an agent", "phrases", "None named in the phrase."
        ),
    ),
    minimum_words=100,
    decimals=2,
    measure=measure,
)
