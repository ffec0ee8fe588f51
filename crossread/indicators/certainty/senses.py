"""Words of certainty but modal verbs: the senses in which they do not count."""

from __future__ import annotations

from crossread.indicators.certainty.around import agent, context
from crossread.indicators.neighbours import earlier, following, joined_before, later, preceding
from crossread.lexicon import Match
from crossread.text.words import Words

_BEFORE_SURE = frozenset("for make made is are was were be been am".split())
_DETERMINERS = frozenset("a an another any each every her his its my our the their this your".split())
_PRONOUNS = frozenset("i he she it we they you who".split())
_POINTERS = frozenset("the his her its their our my your this that these those".split())
_UNSPECIFIC = frozenset("many some most several others critics observers".split())
_NOT_PLURAL = ("ss", "us", "is", "ous", "less")
_PEOPLE = frozenset("people women men children".split())
_ALONE = frozenset(("never", "always", "everyone", "everybody", "nobody", "no one", "everything", "nothing"))
_WAS = frozenset("was were had did has have having".split())


def is_gain(words: Words, match: Match) -> bool:
    """Whether what is claimed is a thing won ("claimed his third victory") and not a statement."""
    return not context("won by claiming").isdisjoint(later(words, match.last, 4))


def is_denial(words: Words, match: Match) -> bool:
    """Whether somebody disputes something ("officials have disputed it"), and the writer leaves nothing open."""
    before = preceding(words, match.first)
    return before not in _BEFORE_SURE and before not in _DETERMINERS and not before.endswith(("ly", "long"))


def is_taken_on(words: Words, match: Match) -> bool:
    """Whether what is assumed is an office or a duty and not an opinion."""
    return not context("taken by assuming").isdisjoint(later(words, match.last, 4))


def is_measured(words: Words, match: Match) -> bool:
    """Whether a superlative can be counted: "one of the most watched"."""
    return match.entry.words[-1] == "most" and following(words, match.last) in context("measured most")


def is_sureness(words: Words, match: Match) -> bool:
    """Whether "certain" means "sure", as in "certain of it" and "for certain", and not "some"."""
    if match.last > match.first:
        return False
    sure = preceding(words, match.first) in _BEFORE_SURE
    return sure or following(words, match.last) in ("", "of", "about", "in")


def is_figure(words: Words, match: Match) -> bool:
    """Whether "estimate" is the noun, as in "a first estimate by the board": a figure, with or without doubt."""
    before = earlier(words, match.first, 3)
    if before and (before[-1] in _DETERMINERS or before[-1].endswith("'s")):
        return True
    after = following(words, match.last)
    ends = after == "" or not words.text[match.end : words.starts[match.last + 1]].isspace()
    return not _DETERMINERS.isdisjoint(before) and (ends or after in context("after estimate the noun"))


def is_no_view(words: Words, match: Match) -> bool:
    """Whether "as" opens no view: "seen as early as 2018", "seen as far north as the cape", "seen as he left"."""
    first, second = (*later(words, match.last, 2), "", "")[:2]
    return first in ("", "far") or second == "as" or first in context("subject")


def is_own_view(words: Words, match: Match) -> bool:
    """Whether the subject of a bare participle holds the view: "what he regarded as an insult"."""
    return match.entry.words[0].endswith("ed") and preceding(words, match.first) in _PRONOUNS


def is_somebodys(words: Words, match: Match) -> bool:
    """Whether a passive names who judges, as in "is considered a threat by the harbour board"."""
    by = agent(words, match.last)
    return by is not None and words.forms[by] not in _UNSPECIFIC


def is_the_rest(words: Words, match: Match) -> bool:
    """Whether "others" are the rest of a known set or people at large: "the others", "help others"."""
    return preceding(words, match.first) in context("before others")


def is_number_sense(words: Words, last: int) -> bool:
    """Whether a number follows, so that "about" and "some" round it."""
    after = following(words, last)
    if after in ("a", "an"):
        after = following(words, last + 1)
        return after in context("unit after a") or after in context("number")
    return after[:1].isdigit() or after in context("number")


def is_judged(words: Words, match: Match) -> bool:
    """Whether an adverb of frequency says how many judge so: "often seen as", "commonly regarded as"."""
    return not context("judged").isdisjoint(later(words, match.last, 2))


def most(words: Words, match: Match) -> str:
    """The category "most" has: a rating ("her most famous book"), a group left open ("most visitors"), or ""."""
    after = later(words, match.last, 3)
    if not after:
        return ""
    before = preceding(words, match.first)
    if after[0] in context("rated most"):
        return "rating"
    if before in _POINTERS or before.endswith("'s") or before in context("preposition") or before in context("number"):
        return ""
    return "unspecific" if any(map(_is_plural, after[:2])) and after[0] not in _POINTERS else ""


def is_plain_fact(words: Words, match: Match) -> bool:
    """Whether "never" or "nobody" tells what did not happen ("never married", "nobody was hurt"), and claims no rule.

    "Never" makes a rule with a verb of the present or with "will" and its like, "everyone" and
    "nobody" with such a verb after them; "always" does unless it tells of the past ("always hoped").
    """
    entry = match.entry
    if entry.words[0] not in context("needs a rule") or entry.term not in _ALONE:
        return False
    after = later(words, match.last, 2)
    if not after or not words.text[match.end : words.starts[match.last + 1]].isspace():
        return entry.term != "always"
    general, before = context("verb of a rule"), joined_before(words, match.first)
    if entry.term == "always":
        return before in ("was", "were", "had") or (after[0].endswith("ed") and before not in ("has", "have"))
    if entry.term == "never":
        habit = _is_plural(after[0]) and before not in _WAS
        return not (before in general or after[0] in general or habit)
    return general.isdisjoint(after) or after[0] in ("who", "that", "else")


def is_topic(words: Words, match: Match) -> bool:
    """Whether "about" tells a topic, as in "a story about one man", though a number follows."""
    return match.entry.term == "about" and preceding(words, match.first) in context("topic before about")


def is_no_forecast(words: Words, match: Match) -> bool:
    """Whether a probability word says something else: "likely voters", "his unlikely friend"."""
    word = match.entry.words[-1]
    if match.entry.term == "remote":
        near = earlier(words, match.first, 5) + later(words, match.last, 3)
        return context("chance").isdisjoint(near)
    if word == "toss":
        return preceding(words, match.first) not in _BEFORE_SURE
    if word == "likely":
        return not context("voters").isdisjoint(later(words, match.last, 3))
    return word in ("unlikely", "improbable") and preceding(words, match.first) in _DETERMINERS


def _is_plural(form: str) -> bool:
    """Whether a form looks like a plural noun (or a verb's third person)."""
    return form in _PEOPLE or (len(form) > 3 and form.endswith("s") and not form.endswith(_NOT_PLURAL))
