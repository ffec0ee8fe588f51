"""How words are handed on: the class of each verb that attributes, by class and by speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from crossread.document import Document
from crossread.intervals import newcombe_interval, wilson_interval
from crossread.metric import Metric, Options, percentage_interval
from crossread.model import (
    NO_ANSWER,
    VOICES,
    Attribution,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Interval,
    Measurement,
    Span,
    Speaker,
    Stance,
    TableRow,
    Voice,
    VoiceValue,
)
from crossread.quality import CUE, SPEAKERS

_CLASSES: tuple[Stance, ...] = get_args(Stance)
_MARKED = tuple(f"stance.{stance}" for stance in _CLASSES if stance != "neutral")
_ENOUGH = 5  # verbs of one speaker from which a share says something of how they are reported
_TOO_FEW = f"needs two speakers with {_ENOUGH} cues of the narrator's each"


class _Use(NamedTuple):
    """A cue of the body: who is attributed to, how, in whose voice and in which sentence."""

    attribution: Attribution
    spans: Sequence[Span]
    speaker: str | None
    stance: Stance
    voice: Voice
    sentence: int


def measure(document: Document, options: Options) -> Measurement:
    """The share of the narrator's cues whose stance is not neutral; classes, speakers and other voices beside it."""
    uses = _uses(document)
    if not uses:
        return METRIC.without_value("not_applicable", "no attribution with a cue was found in the body by our rules")
    speakers = {speaker.id: speaker for speaker in document.speakers}
    told = [use for use in uses if use.voice == "narrator"]
    by_speaker: dict[str, list[_Use]] = {}
    for use in told:
        if use.speaker is not None:
            by_speaker.setdefault(use.speaker, []).append(use)
    ranked = sorted(by_speaker, key=lambda speaker: (-len(by_speaker[speaker]), -_marked(by_speaker[speaker])))
    return METRIC.measured(
        _share(told),
        len(told),
        by_voice=_by_voice(uses),
        interval=_interval(told),
        details=[*_class_details(told), *_asymmetry(ranked, by_speaker, speakers)],
        evidence=_evidence(uses, speakers),
        rows=[_row(speakers[speaker], by_speaker[speaker]) for speaker in ranked],
    )


def _uses(document: Document) -> list[_Use]:
    """The cues of the body in order; what somebody did not speak of has no stance."""
    words, found = document.words, []
    for attribution in document.attributions:
        cue = attribution.cue
        if cue is None or attribution.rule == NO_ANSWER:
            continue
        index = bisect_left(words.starts, cue.spans[0].start)
        voice = words.voices[index]
        if voice is not None:
            speaker, stance = attribution.speaker, attribution.stance
            found.append(_Use(attribution, cue.spans, speaker, stance, voice, words.sentences[index]))
    return found


def _marked(uses: Sequence[_Use]) -> int:
    return sum([use.stance != "neutral" for use in uses])


def _share(uses: Sequence[_Use]) -> float | None:
    return 100 * _marked(uses) / len(uses) if uses else None


def _by_voice(uses: Sequence[_Use]) -> Mapping[str, VoiceValue]:
    spoken = {voice: [use for use in uses if use.voice == voice] for voice in VOICES}
    # Inside quotation marks our rules look for no attributions: a voice without a cue is left out.
    return {v: VoiceValue(_share(found), len(found)) for v, found in spoken.items() if found or v == "narrator"}


def _interval(uses: Sequence[_Use]) -> Interval | None:
    """Sentences as the sampled units: two cues of one sentence are not drawn apart."""
    wholes = Counter([use.sentence for use in uses])
    hits = Counter([use.sentence for use in uses if use.stance != "neutral"])
    return percentage_interval(hits, wholes)


def _class_details(uses: Sequence[_Use]) -> list[Detail]:
    counts, n = Counter([use.stance for use in uses]), len(uses)
    reason = "" if n else "no cue in the narrator's voice"
    return [
        Detail(stance, 100 * counts[stance] / n if n else None, n, None, reason, (f"stance.{stance}",))
        for stance in _CLASSES
    ]


def _asymmetry(
    ranked: Sequence[str], by_speaker: Mapping[str, Sequence[_Use]], speakers: Mapping[str, Speaker]
) -> list[Detail]:
    """The difference between the two speakers with most cues, the first by name less the second."""
    pair = [speaker for speaker in ranked[:2] if len(by_speaker[speaker]) >= _ENOUGH]
    if len(pair) < 2:
        n = len(by_speaker[ranked[0]]) if ranked else 0
        return [Detail(name, None, n, reason=_TOO_FEW) for name in ("asymmetry", "asymmetry_between")]
    first, second = sorted(pair, key=lambda speaker: speakers[speaker].name)
    ones, twos = by_speaker[first], by_speaker[second]
    between = f"{speakers[first].name} less {speakers[second].name}"
    difference = 100 * (_marked(ones) / len(ones) - _marked(twos) / len(twos))
    interval = newcombe_interval(_marked(ones), len(ones), _marked(twos), len(twos))
    n = len(ones) + len(twos)
    return [
        Detail("asymmetry", difference, n, interval, rules=_MARKED),
        Detail("asymmetry_between", between, n),
    ]


def _evidence(uses: Sequence[_Use], speakers: Mapping[str, Speaker]) -> list[Evidence]:
    found: dict[tuple[int, int, str], Evidence] = {}
    for use in uses:
        cue = use.attribution.cue
        name = speakers[use.speaker].name if use.speaker is not None else "no speaker found"
        for span in use.spans:
            rule, note = f"stance.{use.stance}", f"“{cue.lemma if cue else ''}”: {name}"
            found.setdefault((span.start, span.end, rule), Evidence(span.start, span.end, rule, note, use.voice))
    return list(found.values())


def _row(speaker: Speaker, uses: Sequence[_Use]) -> TableRow:
    stances, n = [use.stance for use in uses], len(uses)
    share = _share(uses) if n >= _ENOUGH else None
    return TableRow(
        speaker.id,
        speaker.name,
        (share, *[stances.count(stance) for stance in _CLASSES]),
        n,
        wilson_interval(_marked(uses), n) if share is not None else None,
        "" if share is not None else f"fewer than {_ENOUGH} cues",
        tuple([span for use in uses for span in use.spans]),
    )


_ABOUT = {
    "neutral": ("Neutral", "“Said”, “told”, “according to”, “announced”: the words are handed on as they are."),
    "assertive": ("Assertive", "“Insisted”, “warned”, “argued”: the speaker is shown as pressing a point."),
    "doubting": ("Doubting", "“Claimed”, “alleged”, “doubted”: whether it is true is left open."),
    "conceding": ("Conceding", "“Admitted”, “acknowledged”: something is granted that one would rather not."),
    "factive": ("Factive", "“Revealed”, “noted”, “pointed out”: what is said is taken for true."),
    "emotive": ("Emotive", "“Lamented”, “lashed out”, “condemned”: a feeling is shown with the words."),
}

METRIC = Metric(
    id="stance",
    title="Reporting verbs",
    theme="sourcing",
    unprinted=("stance.neutral",),
    unit="% not neutral",
    n_unit="cues",
    direction="descriptive",
    meaning=(
        "How the narrator hands on what others say. “Said” adds nothing; “claimed” leaves open whether it is true, "
        "“revealed” takes it for true, “admitted” has the speaker grant it. Each may be the right word. "
        "What to look at is who gets which."
    ),
    formula=(
        "100 × cues whose stance is not neutral ÷ cues that attribute, both in the narrator's voice in the body. A cue "
        "is the verb, noun or phrase that attributes (“said”, “warning”, “according to”). The asymmetry is the share "
        "of the first speaker less that of the second, with Newcombe's interval, for the two speakers with most cues."
    ),
    limits=(
        "A verb has the class it mostly has; “admitted” can be the plain truth, and “claimed” in some countries' "
        "English is no more than “said”.",
        "Doubting holds both the narrator's reserve (“he claimed”) and the speaker's own (“experts doubt”): the "
        "evidence tells which.",
        "Speakers say different things: a warning is called one. A difference between speakers is not yet a slant.",
        f"Below {_ENOUGH} cues nothing is said of a speaker's share. With 5 to 10 cues the interval is wide.",
        "A cue that our attribution rules miss or give to another speaker is missing or wrong here too.",
    ),
    sources=(
        Citation(
            "Hooper, J. B.",
            1975,
            "On assertive predicates",
            "https://doi.org/10.1163/9789004368828_005",
        ),
        Citation("Kiparsky, P. & Kiparsky, C.", 1970, "Fact", "https://doi.org/10.1515/9783111350219.143"),
        Citation("Karttunen, L.", 1971, "Implicative verbs", "https://doi.org/10.2307/412084"),
        Citation(
            "Recasens, M., Danescu-Niculescu-Mizil, C., Jurafsky, D.",
            2013,
            "Linguistic Models for Analyzing and Detecting Biased Language",
            "https://aclanthology.org/P13-1162/",
        ),
        Citation(
            "Newcombe, R. G.",
            1998,
            "Interval estimation for the difference between independent proportions: comparison of eleven methods",
            "https://doi.org/10.1002/%28SICI%291097-0258%2819980430%2917:8%3C873::AID-SIM779%3E3.0.CO;2-I",
        ),
    ),
    quality=(CUE, *SPEAKERS),
    figures=(
        *(FigureInfo(stance, label, "% of cues", meaning) for stance, (label, meaning) in _ABOUT.items()),
        FigureInfo(
            "asymmetry",
            "Difference between two speakers",
            "percentage points",
            "Of the two with most cues, in the order named below. An interval that holds 0 tells no difference. "
            "Articles compare only where the pair is the same.",
        ),
        FigureInfo("asymmetry_between", "Speakers set against each other", "name", "The first less the second."),
    ),
    columns=(
        FigureInfo("share", "Not neutral", "%", f"Of the narrator's cues for the speaker, from {_ENOUGH} cues on."),
        *(FigureInfo(stance, label, "cues", "") for stance, (label, _) in _ABOUT.items()),
    ),
    minimum_words=50,
    decimals=0,
    measure=measure,
)
