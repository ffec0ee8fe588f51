"""Wording: what the articles call the same act, body, place or person, in their own voice and in others' words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from crossread.comparison.coverage import Coverage
from crossread.comparison.names.entities import Entity
from crossread.comparison.naming.choices import OWN, TOLD, Choice, Choices
from crossread.comparison.naming.descriptions import Describer, Description
from crossread.comparison.naming.referents import ANYWHERE, NamedWords, Use, same_acts, same_bodies
from crossread.comparison.naming.spellings import spelling
from crossread.finding import FindingKind
from crossread.lexicon import load_lexicon
from crossread.metric import Options
from crossread.model import VOICES, Cell, Citation, FigureInfo, Finding, FindingRule, Quality, Span
from crossread.same_things import (
    compared_sets,
    countries,
    is_everyday,
    meant_by,
    person_terms,
    uses_of_things,
)
from crossread.telling import listed
from crossread.text.words import Words, on_one_line

_SIZES = {"own_voice": 0.9, "described": 0.5, "left_to_speakers": 0.5, "one_side": 0.3, "told": 0.2, "spelling": 0.05}
_FEW = 2.0  # uses in each of two articles that give half of the size: one word is little to go by
_SMALLEST = 0.15  # distances below this are the same usage with a stray word
# Categories of the loading list that speak of people, with the least strength that tells: “tycoon” is a trade.
_LOADED = {"person": 3, "evaluation": 2, "judgement": 3}
_SHOWN = 4  # names of one article spelt out
_ARTICLES = 6  # articles spelt out in a sentence
_EVIDENCE = 12  # places of a spelling shown
_DESCRIPTION = 60  # characters of a description


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """A finding for each thing and each person the articles name differently, the largest difference first."""
    found = [*_things(coverage), *_persons(coverage), *_spellings(coverage)]
    yield from sorted(found, key=lambda finding: -finding.size * finding.certainty)


# ------------------------------------------------------------------------------------ things


def _things(coverage: Coverage) -> Iterator[Finding]:
    """Acts, bodies, topics and places by the contrast sets."""
    by_set: dict[str, list[Use]] = {}
    for order, words in enumerate(coverage.pages):
        for thing, uses in uses_of_things(words, order).items():
            by_set.setdefault(thing, []).extend(uses)
    names = NamedWords(coverage.pages, coverage.entities, countries())
    for thing, uses in by_set.items():
        for key, group in _groups(thing, uses, names).items():
            choices = Choices([_choice(coverage, use) for use in group], _telling(thing, uses))
            rule = _rule(choices, tied=key != ANYWHERE or meant_by(thing) == "topic")
            if len(choices.by_article) == 1:
                shared = all(names.has(order, key) for order in range(len(coverage.analyses)))
                rule = (
                    "one_side"
                    if shared and choices.tells and key in countries() and meant_by(thing) == "body"
                    else None
                )
            if rule:
                yield _difference(coverage, thing, names.titles.get(key, ""), choices, rule)


def _groups(thing: str, uses: Sequence[Use], names: NamedWords) -> Mapping[str, Sequence[Use]]:
    means = meant_by(thing)
    if means == "act":
        return same_acts(uses, names)
    return same_bodies(uses, names) if means == "body" else {ANYWHERE: uses}


def _telling(thing: str, uses: Collection[Use]) -> frozenset[str]:
    return frozenset(use.side for use in uses if not is_everyday(thing, use.side))


def _choice(coverage: Coverage, use: Use) -> Choice:
    words = coverage.pages[use.order]
    span = Span(words.starts[use.first], words.ends[use.last])
    form = on_one_line(words.text, span.start, span.end)
    if form[1:].islower() and not words.named[use.first]:
        form = form.lower()  # the capital is the sentence's
    return Choice(use.order, span, form, use.side, use.voice)


def _difference(coverage: Coverage, thing: str, about: str, choices: Choices, rule: str) -> Finding:
    title = compared_sets()[thing].title
    cells = [_cell(coverage, order, choices) for order in choices.by_article]
    return KIND.finding(
        [rule],
        f"{title}: {about}" if about else title,
        _sentence(coverage, about, choices, rule),
        cells,
        only_in=cells[0].article if rule == "one_side" else None,
        note=thing,
        size=_size(rule, choices),
    )


def _rule(choices: Choices, *, tied: bool) -> str | None:
    """How the articles differ, if they do; what stands beside no name must differ in the own voices."""
    if choices.own_differ:
        return "own_voice" if choices.distance >= _SMALLEST else None
    if choices.left_to_speakers:
        return "left_to_speakers"
    return "told" if tied and choices.told_differ else None


def _size(rule: str, choices: Choices) -> float:
    """The rule's, by how far apart the own voices are, and less the fewer uses it rests on."""
    if rule == "one_side" and not any(choices.sides(order, "narrator") for order in choices.by_article):
        rule = "told"
    if rule == "own_voice":
        return _SIZES[rule] * choices.distance * _rests_on([own for own in map(choices.own, choices.by_article) if own])
    return _SIZES[rule] * _rests_on([len(uses) for uses in choices.by_article.values()])


def _rests_on(uses: Sequence[int]) -> float:
    """How much the uses of the articles bear out, 0 to 1: by the harmonic mean of the two most, or of one and none."""
    one, other = [*sorted(uses, reverse=True), 1][:2]
    mean = 2 * one * other / (one + other)
    return mean / (mean + _FEW)


def _cell(coverage: Coverage, order: int, choices: Choices) -> Cell:
    uses = choices.by_article[order]
    words = choices.forms(order)
    return Cell(
        article=coverage.analyses[order].id,
        text=", ".join(words),
        spans=tuple(use.span for use in uses),
        counts=choices.counts(order),
        words=words,
    )


def _sentence(coverage: Coverage, about: str, choices: Choices, rule: str) -> str:
    own = {order: choices.names(order, OWN) for order in choices.by_article}
    told = {order: choices.names(order, TOLD) for order in choices.by_article}
    head = f"On {about}, " if about else "For the same thing, "
    if rule == "told":
        return f"{head}only quoted or reported words differ: {_each(coverage, told, ' has ')}."
    if rule == "one_side":
        rest = coverage.others({coverage.analyses[order].id for order in own})
        where = "own voice has" if any(own.values()) else "quoted or reported words have"
        named = own if any(own.values()) else told
        return f"{head}{_each(coverage, named, f'’s {where} ')}; none of its names was found by our rules in {rest}."
    text = f"{head}{_each(coverage, own, '’s own voice has ')}"
    silent = [order for order, names in own.items() if not names]
    if silent:
        text += f"; none was found in the own voice of {coverage.named({coverage.analyses[o].id for o in silent})}"
    return (
        f"{text}; in quoted or reported words {_each(coverage, told, ' has ')}." if any(told.values()) else f"{text}."
    )


def _each(coverage: Coverage, named: Mapping[int, Mapping[str, int]], has: str) -> str:
    """ "A has “war” (2), B has “invasion” (1)" of the articles that have something."""
    parts = []
    for order, names in named.items():
        if names:
            shown = listed([f"“{name}” ({count})" for name, count in names.items()], _SHOWN)
            parts.append(f"{coverage.letters[coverage.analyses[order].id]}{has}{shown}")
    if len(parts) > _ARTICLES:
        parts = [*parts[:_ARTICLES], f"and {len(parts) - _ARTICLES} more articles have names of it"]
    return ", ".join(parts)


# ----------------------------------------------------------------------------------- persons


def _persons(coverage: Coverage) -> Iterator[Finding]:
    """People whom the articles describe by words that say more than an office, or in different capacities."""
    describers = [
        Describer(analysis, coverage.pages[order], order, _charged) for order, analysis in enumerate(coverage.analyses)
    ]
    for person in coverage.entities:
        if person.kind == "person" and len(person.spans) > 1:
            mentions = {order: list(describers[order].read(person)) for order in sorted(person.spans)}
            found = _described(coverage, person, {o: m for o, m in mentions.items() if m})
            if found:
                yield found


def _charged(words: Words, start: int, end: int) -> list[tuple[int, int, str]]:
    """Competing names for persons, and loaded words: nouns, and adjectives, which have a ~ before them."""
    found = [
        (term.match.first, term.match.last, term.side)
        for term in person_terms(words, start, end)
        if not is_everyday(term.thing, term.side)
    ]
    for match in load_lexicon("crossread.metrics", "loading").find(words, start, end):
        entry = match.entry
        if entry.category in _LOADED and entry.strength >= _LOADED[entry.category]:
            noun = entry.category == "person"
            found.append((match.first, match.last, entry.term if noun else f"~{entry.term}"))
    return found


def _described(coverage: Coverage, person: Entity, mentions: Mapping[int, Sequence[Description]]) -> Finding | None:
    if len(mentions) < 2:
        return None
    own = [_charge(told, own=True) for told in mentions.values()]
    others = [_charge(told, own=False) for told in mentions.values()]
    if len(set(own)) > 1:
        rule = "described"
    elif len(set(others)) > 1:
        rule = "told"
    else:
        return None
    return KIND.finding(
        [rule],
        person.heading,
        _person_sentence(coverage, person, mentions),
        [_person_cell(coverage, order, told) for order, told in mentions.items()],
        size=_SIZES[rule] * (1.0 if rule == "described" else 0.5),
    )


def _charge(mentions: Sequence[Description], *, own: bool) -> frozenset[str]:
    return frozenset(name for m in mentions if (m.voice == "narrator") == own for name in m.charged)


def _person_cell(coverage: Coverage, order: int, mentions: Sequence[Description]) -> Cell:
    analysis = coverage.analyses[order]
    told = [m for m in mentions if m.text]
    shown = told or mentions[:1]
    return Cell(
        article=analysis.id,
        text=" ".join(analysis.text[mentions[0].span.start : mentions[0].span.end].split()),
        spans=tuple(m.span for m in shown),
        counts={voice: sum(m.voice == voice for m in mentions) for voice in VOICES},
        words=Counter(m.text for m in told),
    )


def _person_sentence(coverage: Coverage, person: Entity, mentions: Mapping[int, Sequence[Description]]) -> str:
    parts = []
    for order, told in mentions.items():
        letter = coverage.letters[coverage.analyses[order].id]
        texts = list(dict.fromkeys(_cut(m.text) for m in told if m.text and m.charged))
        if not texts:
            texts = list(dict.fromkeys(_cut(m.text) for m in told if m.text))[:1]
        called = listed([f"“{text}”" for text in texts], 3) if texts else "no description our rules found"
        parts.append(f"{letter} has {called}")
    return f"Beside the name of {person.heading}, {'; '.join(parts)}."


# --------------------------------------------------------------------------------- spellings


def _spellings(coverage: Coverage) -> Iterator[Finding]:
    """Persons and places whose names no two of the articles' spellings of which are alike."""
    chosen = {side for contrast in compared_sets().values() for side in contrast.sides}
    for entity in coverage.entities:
        if not chosen.isdisjoint(entity.forms):
            continue  # a choice of name, and found as one
        spelt = {order: spelling(coverage.bodies[order], entity, order) for order in sorted(entity.spans)}
        if len({form.casefold() for form in spelt.values() if form}) > 1:
            yield _spelt(coverage, entity, {order: form for order, form in spelt.items() if form})


def _spelt(coverage: Coverage, entity: Entity, spelt: Mapping[int, str]) -> Finding:
    cells = [
        Cell(coverage.analyses[order].id, form, spans=tuple(entity.spans[order][:_EVIDENCE]), words={form: 1})
        for order, form in spelt.items()
    ]
    said = listed([f"“{form}” in {coverage.letters[coverage.analyses[order].id]}" for order, form in spelt.items()])
    return KIND.finding(["spelling"], entity.heading, f"One name is spelt {said}.", cells, size=_SIZES["spelling"])


def _cut(text: str) -> str:
    return text if len(text) <= _DESCRIPTION else f"{text[:_DESCRIPTION].rsplit(' ', 1)[0]} …"


KIND = FindingKind(
    id="wording",
    title="What each calls the same thing",
    meaning=(
        "The names the articles use for one act, body, place or person where several compete, such as “invasion” and "
        "“operation” or “leader” and “strongman”: in their own voice, and in the words they quote or report."
    ),
    limits=(
        "Which names compete is a choice: the sets are few, and no name of a set is the right one.",
        "That two uses mean the same thing is told by the names beside them; two wars in one country look like one.",
        "Of persons, only words right beside the name are read, not “the dictator” in a later sentence.",
        "Words are counted, not positions: an article that explains a dispute over names has all of them.",
    ),
    rules=(
        FindingRule("own_voice", "own voices differ", "Two articles' own voices use different names.", 0.85),
        FindingRule("described", "described differently", "The own voice of one has charged words beside a name.", 0.8),
        FindingRule(
            "left_to_speakers",
            "left to speakers",
            "The own voice of one has a telling name; another has the thing's names in others' words only.",
            0.85,
        ),
        FindingRule(
            "one_side", "named in one only", "One has a telling name for a body of a country all of them name.", 0.8
        ),
        FindingRule("told", "speakers differ", "Only the words quoted or reported have different names.", 0.7),
        FindingRule(
            "spelling", "spelt differently", "Two spellings, or a new and an old name: mostly house style.", 0.95
        ),
    ),
    quality=(
        Quality(
            "findings true and worth telling",
            "precision",
            0.73,
            15,
            "findings",
            "50 triplets of US political news, each finding read against the articles by one reader",
            "docs/findings.md",
        ),
    ),
    counts=(
        FigureInfo("narrator", "Own voice", "uses", "In the article's own voice."),
        FigureInfo("quoted", "Quoted", "uses", "Inside quotation marks."),
        FigureInfo("reported", "Reported", "uses", "In reported speech."),
    ),
    sources=(
        Citation(
            "Hamborg, F., Zhukova, A., Gipp, B.",
            2019,
            "Automated Identification of Media Bias by Word Choice and Labeling in News Articles",
            "https://doi.org/10.1109/JCDL.2019.00036",
        ),
    ),
    find=find,
)
