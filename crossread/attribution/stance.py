"""How a cue takes what is said: from our word classes, with second meanings of a verb told by what follows it.

The classes follow Hooper (1975) for assertives, Karttunen (1971) and Kiparsky & Kiparsky (1970) for
factives; which verb stands where is our own. "Admitted 40 members" concedes nothing: some verbs take
their class only before a clause, a quotation or, to concede, a noun for what one may be wrong about.
"""

from __future__ import annotations

from typing import cast

from crossread.attribution.grammar import AUXILIARIES, finite_forms
from crossread.attribution.page import Draft, Page
from crossread.lexicon import Entry, entries_added, from_lexicons, load_lexicon
from crossread.model import Stance

_BEGINS_CLAUSE = frozenset(
    "that whether if how why what when where who which to he she it they we i you there this".split()
)
_LOOK = 14  # words of the content in which a verb makes it a clause
_HEAD = 6  # words of a phrase in which the noun that may be admitted stands


def stance_of(page: Page, draft: Draft) -> Stance:
    """The stance of an attribution's cue, neutral where the verb has another meaning."""
    entry = _stances().get(draft.cue.lemma)
    if entry is None:
        return draft.cue.stance
    stance = cast(Stance, entry.category)  # a test holds the file to the stances there are
    if entry.note != "clause" or _is_clause(page, draft):
        return stance
    return stance if stance == "conceding" and _may_be_admitted(page, draft) else "neutral"


def _is_clause(page: Page, draft: Draft) -> bool:
    """Whether what is said is a clause or a quotation, not the name of a thing."""
    for span in draft.content:
        within = page.within(span)
        forms = page.words.forms[within.start : min(within.stop, within.start + _LOOK)]
        if page.quoted_count(within) or (forms and forms[0] in _BEGINS_CLAUSE):
            return True
        counted = bool(forms) and forms[0][0].isdigit()  # "40 lives": a noun whatever its form
        if any(form in AUXILIARIES or (form in finite_forms() and not counted) for form in forms):
            return True
    return False


def _may_be_admitted(page: Page, draft: Draft) -> bool:
    first = draft.content[0]
    within = page.within(first)
    return any(form in _admitted() for form in page.words.forms[within.start : min(within.stop, within.start + _HEAD)])


@from_lexicons
def _stances() -> dict[str, Entry]:
    """Lemma -> its class; a user's own verb keeps the stance it was given."""
    own = {entry.note.partition("; ")[0] for entry in entries_added("reporting_verbs")}
    entries = load_lexicon("crossread.data", "stances").entries
    return {entry.term: entry for entry in entries if entry.category != "conceded" and entry.term not in own}


@from_lexicons
def _admitted() -> frozenset[str]:
    entries = load_lexicon("crossread.data", "stances").entries
    return frozenset(entry.term for entry in entries if entry.category == "conceded")
