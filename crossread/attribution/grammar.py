"""What part a word plays, as far as closed classes and word forms tell: no tagger, no training."""

from __future__ import annotations

from crossread.attribution.page import Line
from crossread.lexicon import from_lexicons, load_lexicon

AUXILIARIES = frozenset(
    "has have had is are was were be been being am will would could may might can did does do should must shall cannot "
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't couldn't can't didn't doesn't don't".split()
)
ADVERBS = frozenset(
    "also later then once often never always not now just still again recently previously earlier first even further "
    "instead already ever only long all both today yesterday since sometimes soon too rather perhaps maybe almost "
    "nearly quite apparently reportedly seldom twice further thereby thus therefore either".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your no any some every each another both all many several "
    "few most more other such what whose which either neither one two three four five six seven eight nine ten".split()
)
NOMINATIVE = frozenset(("he", "she", "they", "we", "i", "it", "you"))
PREPOSITIONS = frozenset(
    "in on at during after before by for with from under over through within without despite following since until "
    "amid among against about into upon like unlike toward towards across around behind beside besides between beyond "
    "near off onto out outside inside past per regarding via as of to than throughout alongside along above below "
    "beneath up down except given while when".split()
)
OPENERS = frozenset(
    "that but because while although though if when whereas as after before since until so than which who where whose "
    "what how whether then or nor yet unless even however meanwhile instead moreover and why once whom till".split()
)
RELATIVES = frozenset(("who", "which", "that"))
# Prepositions and the like that open a phrase before the subject: "In a memo, the council".
FRONTED = frozenset(
    "in on at during after before by for with from under over through within without despite following since until "
    "amid among against about into upon like unlike earlier late early speaking asked throughout across "
    "regarding".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently "
    "then".split()
)
_CONTRACTED = ("'re", "'ve", "'ll", "'m", "'d", "n't")
_IS_CONTRACTED = frozenset("he's she's it's that's there's who's what's here's how's where's everyone's".split())
_ALWAYS = AUXILIARIES | _IS_CONTRACTED
_NO_VERBS_IN_ED = frozenset("hundred indeed speed sacred biased naked wicked rugged kindred beloved seed weed".split())
_ADJECTIVE_ENDINGS = ("ly", "'s", "s'")


def is_finite(line: Line, i: int) -> bool:
    """Whether word i is a verb with a subject before it, by its form and the word before."""
    form = line.forms[i]
    if i > line.first and line.capital(i) and not line.headline:
        return False  # "Will Doyle": a name
    if form in _ALWAYS or ("'" in form and form.endswith(_CONTRACTED)):
        return True
    if form not in finite_forms() and not (
        form.endswith("ed") and len(form) > 4 and form not in _NO_VERBS_IN_ED and "-" not in form
    ):
        return False
    if i <= line.first:
        return False
    before = line.forms[i - 1]
    if before in NOMINATIVE or before in RELATIVES:
        return True
    if before in DETERMINERS or before in PREPOSITIONS or before.endswith(("'s", "s'")):
        return False
    return not (before in ("and", "or") and form.endswith("ed") and line.forms[i - 2].endswith("ed"))


@from_lexicons
def finite_forms() -> frozenset[str]:
    """Forms that are verbs and hardly ever nouns: past forms, and third persons no plural looks like."""
    common = load_lexicon("crossread.data", "verb_forms").terms
    reporting = load_lexicon("crossread.data", "reporting_verbs").terms
    told = (term for term in reporting if (term.endswith("ed") or term in _PAST) and " " not in term)
    return frozenset((*common, *told))


@from_lexicons
def cue_forms() -> frozenset[str]:
    """Single words that report speech in some frame."""
    verbs = load_lexicon("crossread.data", "reporting_verbs")
    noted = zip(verbs.terms, verbs.notes, strict=True)
    return frozenset(term for term, note in noted if "q" in note.partition("; ")[2] and " " not in term)


_PAST = frozenset(
    "said told wrote thought felt knew saw found swore read went spoke says tells argues insists believes thinks knows "
    "writes adds wants denies admits contends suggests explains describes sees agrees warns maintains asserts".split()
)
