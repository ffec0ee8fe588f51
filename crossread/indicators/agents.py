"""Who acts: passives and nouns for actions, with the "by" that names an agent, where the text has one.

"The road was closed by the council" and "the closure of the road by the council" name who acted; "the road
was closed" and "the closure of the road" do not, in that phrase. Without a part-of-speech tagger: a passive
is a form of be or get with a participle after it, less the participles that are adjectives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossread.attribution.grammar import ADVERBS, DETERMINERS, PREPOSITIONS, TIMES
from crossread.indicators.neighbours import first_of_sentence, joined, stop_of_sentence
from crossread.lexicon import context_words, from_lexicons, load_lexicon
from crossread.text.number_words import MONTHS, NUMBER_WORDS, SHORT_MONTHS
from crossread.text.words import Words

_ADVERBS_WITHIN = 4  # words between be and its participle
_AGENT_WITHIN = 12  # words after a participle or an action noun among which its "by" is looked for
_BEFORE_NOUN = 3  # words before an action noun among which its determiner is looked for
_TOO_SHORT = 5  # letters of the shortest participle told by its ending: "ended"
_QUANTITIES = frozenset(("all", "both", "each"))
_POSSESSIVES = frozenset("his her its their our my your whose".split())
_ARTICLES = frozenset(("the", "a", "an", "this", "these", "those", "any", "such", "another"))
_JOINING = frozenset(("and", "or", "then"))
_NOUNS_IN_ING = frozenset("during morning evening meeting building hearing briefing filing wedding beijing".split())
# Words that begin another clause, so that a "by" behind them belongs to that.
_CLAUSES = frozenset(
    "and or but nor yet so that who which whom whose what when while where whether if because since although though "
    "unless until till after before as than why how has have had do does did will would can could may might must "
    "shall should he she they we i you it there".split()
)
_UN_VERBS = frozenset(
    "united unified uncovered unveiled undermined unleashed unloaded unlocked unearthed unseated unsealed unmasked "
    "underlined underscored unfolded untied".split()
)
_PEOPLE = frozenset(("men", "women", "people", "children", "police"))
_BEFORE_AGENT = " \n\"“‘'"  # what may stand between "by" and the agent: no sum of money
_PREFIXES = frozenset(("re", "co"))  # before a hyphen: "re-elected"


class Lists(NamedTuple):
    """The words of `lexicons/agency_context.tsv` and the participles of `verb_forms.tsv`, by what they tell."""

    participles: frozenset[str]
    adjectives: frozenset[tuple[str, ...]]
    degrees: frozenset[str]
    adverbs: frozenset[str]
    no_agent: frozenset[tuple[str, ...]]
    agents_in_ing: frozenset[str]
    works: frozenset[str]
    units: frozenset[str]
    actors: frozenset[str]
    before_to: frozenset[str]


@from_lexicons
def lists() -> Lists:
    """The lists, read once."""
    words, phrases = context_words("agency_context"), load_lexicon("crossread.metrics", "agency_context").entries
    irregular = load_lexicon("crossread.data", "verb_forms").entries
    return Lists(
        words["participle"] | {entry.term for entry in irregular if entry.category.endswith("participle")},
        frozenset(entry.words for entry in phrases if entry.category == "adjective"),
        words["degree"],
        words["adverb"] | ADVERBS | _QUANTITIES,
        frozenset(entry.words for entry in phrases if entry.category == "no agent"),
        words["agent in -ing"],
        words["work by"],
        words["unit"],
        words["actor word"],
        words["before action to"],
    )


def participle_after(words: Words, verb: int) -> int | None:
    """The participle of the passive that the form of be or get at word `verb` opens; None where it opens none."""
    known = lists()
    stop = stop_of_sentence(words, verb)
    for i in range(verb + 1, min(verb + 2 + _ADVERBS_WITHIN, stop)):
        if not joined(words, i):
            return None
        form = words.forms[i]
        if form in known.degrees:
            return None
        if form in known.adverbs or (form.endswith("ly") and len(form) > 4):
            continue
        return i if _is_passive(words, verb, i, stop) else None
    return None


def _is_passive(words: Words, verb: int, i: int, stop: int) -> bool:
    """Whether word `i` after be is a participle and no adjective."""
    forms, known = words.forms, lists()
    form = forms[i]
    if not _is_participle(form) or words.text[words.starts[i]].isupper():
        return False
    if (form,) in known.adjectives or _is_un_adjective(form):
        return False
    if i + 1 < stop and (form, forms[i + 1]) in known.adjectives:
        return False
    return not (verb > 0 and forms[verb - 1] == "there")


def _is_un_adjective(form: str) -> bool:
    """Whether "un-" makes an adjective of a participle, as in "unharmed", and no verb has it, as "unveil" does."""
    return form.startswith("un") and form.endswith("ed") and form not in _UN_VERBS


def _is_participle(form: str) -> bool:
    if form in lists().participles:
        return True
    if not form.endswith("ed") or len(form) < _TOO_SHORT:
        return False
    return "-" not in form or form.partition("-")[0] in _PREFIXES


def last_participle(words: Words, first: int) -> int:
    """The last of participles that share an agent: "was beaten, shot and killed by"."""
    stop, last, i = stop_of_sentence(words, first), first, first
    while i + 1 < stop:
        comma = words.text[words.ends[i] : words.starts[i + 1]].strip() == ","
        conjunction = words.forms[i + 1] in _JOINING
        if not (conjunction or comma):
            break
        i += 1 + conjunction
        while i < stop and words.forms[i].endswith("ly"):
            i += 1
        if i >= stop or not _is_participle(words.forms[i]) or _is_un_adjective(words.forms[i]):
            break
        if conjunction:  # a comma alone may end the clause: "was shot, said the police"
            last = i
    return last


def agent_after(words: Words, last: int) -> int | None:
    """The "by" after word `last` that names who acts; None where our rules find none."""
    forms, known = words.forms, lists()
    for i in range(last + 1, min(last + 1 + _AGENT_WITHIN, stop_of_sentence(words, last))):
        form = forms[i]
        if not joined(words, i) or form in _CLAUSES:
            return None
        if form == "by":
            if forms[i - 1] not in known.works and _names_agent(words, i):
                return i
        elif (form.endswith("ing") and len(form) > _TOO_SHORT and form not in _NOUNS_IN_ING) or (
            _is_participle(form) and forms[i - 1] not in DETERMINERS
        ):
            return None
    return None


def _names_agent(words: Words, by: int) -> bool:
    """Whether an agent follows "by", and no time, measure, manner or act: "by Friday", "by 3 percent", "by train"."""
    forms, known, stop = words.forms, lists(), stop_of_sentence(words, by)
    if by + 1 >= stop or words.text[words.ends[by] : words.starts[by + 1]].strip(_BEFORE_AGENT):
        return False
    first, second, third = (*forms[by + 1 : min(by + 4, stop)], "", "")[:3]
    if ("by", first) in known.no_agent or ("by", first, second) in known.no_agent:
        return False
    if first in ("a", "an"):
        return second not in known.units and third not in known.units
    if first[0].isdigit() or first in NUMBER_WORDS:
        return _are_actors((second, third))
    if first.endswith("ing") and first not in known.agents_in_ing:
        return words.text[words.starts[by + 1]].isupper()
    return True


def _are_actors(counted: Sequence[str]) -> bool:
    """Whether what a number after "by" counts may act ("nine men", "two of them") and is no unit ("nine points")."""
    if not lists().units.isdisjoint(counted):
        return False
    return any(form == "of" or form in _PEOPLE or (form.endswith("s") and form != "as") for form in counted)


class Phrase(NamedTuple):
    """An action noun with its determiner and the word that joins what is acted on; `agent` says whether it has one."""

    first: int
    last: int
    agent: bool


def action_phrase(words: Words, noun: int, joint: str, after_the: bool = False) -> Phrase | None:
    """The phrase of the action noun at word `noun`, when `joint` ("of", "on", "to") follows it.

    With `after_the` the noun must follow "the" or a possessive: "a delivery of 90 boats" is an amount.
    """
    forms, stop = words.forms, stop_of_sentence(words, noun)
    by = noun + 1
    if by + 1 >= stop or not joined(words, by):
        return None
    if joint == "to" and forms[by] == "by":
        return _phrase(words, noun, by, agent=True) if _names_agent(words, by) else None
    if forms[by] != joint or not _takes(words, joint, by + 1):
        return None
    agent = joint != "to" and agent_after(words, by) is not None
    return _phrase(words, noun, by, agent, after_the, joint)


def _takes(words: Words, joint: str, i: int) -> bool:
    """Whether word `i` goes on as the joint lets expect: a verb after "to", no day after "on"."""
    form = words.forms[i]
    if joint == "to":
        return joined(words, i) and not (words.named[i] or form in DETERMINERS or form == "date" or form.endswith("'s"))
    return joint == "of" or not (form in TIMES or form[0].isdigit() or form in MONTHS or form in SHORT_MONTHS)


def _phrase(
    words: Words, noun: int, last: int, agent: bool, after_the: bool = False, joint: str = "of"
) -> Phrase | None:
    """The phrase with what stands before the noun: an article, or a possessive or a name that tells who acts."""
    forms, known = words.forms, lists()
    low = first_of_sentence(words, noun)
    by = agent
    for i in range(noun - 1, max(low, noun - _BEFORE_NOUN) - 1, -1):
        form = forms[i]
        if not joined(words, i + 1):
            break
        if form in _POSSESSIVES or form.endswith(("'s", "s'")):
            return Phrase(i, last, True)
        if form in known.actors or (words.named[i] and form not in DETERMINERS and form not in TIMES):
            agent = True
        if form in _ARTICLES:
            if (after_the and form != "the") or (joint == "to" and low < i and forms[i - 1] in known.before_to):
                return None
            return Phrase(i, last, agent)
        if form in _CLAUSES or form in DETERMINERS or form in PREPOSITIONS or (joint == "to" and _is_plural(form)):
            break
    return Phrase(noun, last, True) if by and not after_the else None


def _is_plural(form: str) -> bool:
    """Whether a word looks like a plural, after which "vote to" is a verb: "the owners vote to"."""
    return form.endswith("s") and not form.endswith(("ss", "us"))
