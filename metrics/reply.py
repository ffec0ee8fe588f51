"""Right of reply: who denies, who was asked, who gave no answer, who replies, and who was accused."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crossread.document import Document
from crossread.indicators.repliers import Repliers
from crossread.lexicon import Match, context_words
from crossread.metric import Metric, Options
from crossread.model import (
    NO_ANSWER,
    VOICES,
    Attribution,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Measurement,
    VoiceValue,
)
from crossread.quality import SPEAKERS, read_by_one
from crossread.text.words import Words, fold

NOT_FOUND = "not found by our rules"
_RULES = {kind: f"reply.{kind}" for kind in ("denial", "no_answer", "opportunity", "statement")}
_ACCUSED = "reply.accused"
_REACH = 5  # words after "rejected" within which what is rejected is named
_ASKING = 8  # words after "did not respond" within which it is told to what
_BACK = 3  # words before "denied" that may take it back: "did not deny", "neither confirmed nor denied"
_UNSAID = frozenset("not never no nor neither cannot to if whether".split())
_ANSWER = frozenset("respond responded responding reply replied answer answered return returned".split())
_REPLYING = frozenset(("respond", "reply", "retort", "counter", "rebut", "hit back", "fire back", "shoot back"))
_REFUSED = ("decline to", "refuse to")


class _Reply(NamedTuple):
    """Words that tell of a reply, or of none."""

    start: int
    end: int
    kind: str


def measure(document: Document, options: Options) -> Measurement:
    """Places that tell of a reply sought, given or refused, by class, with who replied and who was accused."""
    words = document.words
    repliers = Repliers(document)
    marks, replied = [], []
    silent: dict[int, str] = {}  # sentence -> who gave no answer, and so was asked
    for reply in _replies(document):
        who = repliers.of(reply.start, reply.end)
        sentence = words.sentences[words.within(reply.start, reply.end)[0]]
        if reply.kind == "no_answer":
            silent[sentence] = who
        elif reply.kind == "opportunity":
            who = silent.get(sentence, who)
        voice = words.voices[words.within(reply.start, reply.end)[0]]
        marks.append(Evidence(reply.start, reply.end, _RULES[reply.kind], who or "by whom: " + NOT_FOUND, voice))
        if who and voice != "quoted" and reply.kind != "opportunity":
            replied.append(who)
    accused = []
    for name, heard in repliers.accused():
        voice = words.voices[words.within(name.start, name.end)[0]]
        note = f"accused; words of theirs in the article: {'found' if heard else NOT_FOUND}"
        accused.append(Evidence(name.start, name.end, _ACCUSED, note, voice))
    told = [mark for mark in marks if mark.voice == "narrator"]
    n = document.body_word_count
    by_voice = Counter(mark.voice for mark in marks)
    return METRIC.measured(
        len(told),
        words.size("narrator"),
        by_voice={voice: VoiceValue(by_voice[voice], words.size(voice)) for voice in VOICES},
        details=[*_counts(told, n), *_people(document, replied, accused, n)],
        evidence=[*marks, *accused],
    )


def _counts(told: Sequence[Evidence], n: int) -> Iterator[Detail]:
    counts = Counter(mark.rule for mark in told)
    for kind, rule in _RULES.items():
        yield Detail(kind, counts[rule], n=n, rules=(rule,))


def _people(document: Document, replied: Sequence[str], accused: Sequence[Evidence], n: int) -> Iterator[Detail]:
    """Who replied or was said not to, who was accused, and how many of these are not heard."""
    names = [document.text[mark.start : mark.end] for mark in accused]
    unheard = sum(mark.note.endswith(NOT_FOUND) for mark in accused)
    yield Detail("repliers", _listed(replied), n=len(replied), rules=tuple(_RULES.values()))
    yield Detail("accused", _listed(names), n=len(names), rules=(_ACCUSED,))
    yield Detail("accused_unheard", unheard, n=len(names), rules=(_ACCUSED,))


def _listed(names: Sequence[str]) -> str:
    """The names once each, in the order they come up."""
    return ", ".join(dict.fromkeys(names)) or NOT_FOUND


def _replies(document: Document) -> Iterator[_Reply]:
    """The body's words of reply, by the word list and by attributions, none over another."""
    words, context = document.words, context_words("reply_context")
    taken: list[tuple[int, int]] = []
    for match in document.matches["reply"]:
        if words.voices[match.first] is not None and not words.named[match.first]:
            kind = _kind(words, match, context)
            if kind:
                taken.append((match.start, match.end))
                yield _Reply(match.start, match.end, kind)
    for attribution in document.attributions:
        kind = _of_attribution(document, attribution, context)
        if kind and attribution.cue is not None:
            span = attribution.cue.spans[0]
            at = bisect_left(taken, (span.end, 0)) - 1  # the last that begins before it ends; they never overlap
            if at < 0 or taken[at][1] <= span.start:
                yield _Reply(span.start, span.end, kind)


def _kind(words: Words, match: Match, context: Mapping[str, frozenset[str]]) -> str:
    """What a term of the list tells; "" where it tells something else here."""
    category = match.entry.category
    within = words.by_sentence[words.sentences[match.first]]
    before = words.forms[max(within.start, match.first - _BACK) : match.first]
    after = words.forms[match.last + 1 : min(within.stop, match.last + 1 + _ASKING)]
    if category in ("no answer", "opportunity", "statement"):
        if (
            category == "no answer"
            and words.forms[match.last] in _ANSWER
            and after
            and words.text[match.end] not in ",.;"
        ):
            return "no_answer" if not context["asked"].isdisjoint(after) else ""
        return category.replace(" ", "_")
    if any(form in _UNSAID or form.endswith("n't") for form in before):
        return ""
    if category == "denial":
        return "denial"
    if category == "deny" and after[:1] and (after[0] in context["denied"] or after[0] in context["accusation"]):
        return "denial"
    passive = not {"is", "are", "was", "were", "be", "been", "being"}.isdisjoint(before[-2:])
    return "denial" if not passive and not context["accusation"].isdisjoint(after[:_REACH]) else ""


def _of_attribution(document: Document, attribution: Attribution, context: Mapping[str, frozenset[str]]) -> str:
    """What an attribution tells of a reply; "" when it tells of none."""
    if attribution.cue is None:
        return ""
    words = document.words
    within = words.within(attribution.cue.spans[0].start, attribution.cue.spans[0].end)
    if not within or words.voices[within[0]] is None:
        return ""
    lemma = attribution.cue.lemma
    if attribution.rule != NO_ANSWER:
        return "statement" if lemma in _REPLYING and attribution.form != "indirect" else ""
    if lemma.startswith(_REFUSED):
        return "" if lemma.endswith(" be") else "no_answer"
    span = attribution.content[0]
    asked = set(fold(document.text[span.start : span.end]).split()[:_ASKING])
    return "no_answer" if lemma.split()[0] in _ANSWER and not context["asked"].isdisjoint(asked) else ""


METRIC = Metric(
    id="reply",
    title="Right of reply",
    theme="sourcing",
    unit="places",
    n_unit="words",
    direction="descriptive",
    meaning="Where the narrator tells that somebody denies something, was asked, gave no answer or replied, and who. "
    "What is not found by our rules may still be there in other words, and not every story owes a reply.",
    formula="denials + places that say no answer was had + places that say a reply was sought + words in reply",
    limits=(
        "A denial or a lack of answer can be a set phrase: it says that a reply was sought, not how long before.",
        "“Asked for comment” and “did not respond” in one sentence are two places.",
        "The accused are those the words “accuse” and “accused” name; a spokesman's words are not counted as theirs.",
        "Whether a story accuses anybody, and so owes a reply, is the reader's to judge.",
    ),
    sources=(
        Citation(
            "Society of Professional Journalists", 2014, "SPJ Code of Ethics", "https://www.spj.org/spj-code-of-ethics/"
        ),
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
    ),
    quality=(read_by_one("replies, denials, silence and accusations", 0.89, 70, "reply"), *SPEAKERS),
    figures=(
        FigureInfo("denial", "Denials", "places", "Somebody says it is not so, or turns an accusation away."),
        FigureInfo("no_answer", "No answer", "places", "“Declined to comment”, “could not be reached”."),
        FigureInfo("opportunity", "Asked for a reply", "places", "“Request for comment”, “asked for a response”."),
        FigureInfo("statement", "Words in reply", "places", "“Said in response”, “hit back”, “replied”."),
        FigureInfo("repliers", "Who replied, or was said not to", "name", "In no quotation."),
        FigureInfo("accused", "Who was accused", "name", "By the words “accuse” and “accused”."),
        FigureInfo("accused_unheard", "Accused and not heard", "names", "No words of theirs found by our rules."),
    ),
    minimum_words=50,
    decimals=0,
    measure=measure,
)
