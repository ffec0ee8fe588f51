"""Frame vocabulary: in how many sentences stand words of the 14 generic policy frames, by voice.

The frames are those of the Policy Frames Codebook. A word is not a frame: the metric shows words and
counts the sentences that have them. `lexicons/frames.tsv` has common words, `lexicons/frames_names.tsv`
names that count although they are names, such as "Supreme Court": what it decides is law whoever
reports it, whereas "court" in "Court Street" is an address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from crossread.document import Document
from crossread.lexicon import Match
from crossread.metric import Metric, Options
from crossread.model import (
    VOICES,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Interval,
    Measurement,
    Span,
    TableRow,
    Voice,
    VoiceValue,
)
from crossread.quality import read_by_one
from crossread.resampling import percent, share_interval
from crossread.terms import terms_in_body

_FRAMES = {
    "economic": ("Economic", "Money, prices, taxes, work, trade, markets and the state of the economy"),
    "capacity": ("Capacity and resources", "Shortage, capacity, staff, supplies, energy and infrastructure"),
    "morality": ("Morality", "Right and wrong, duty, virtue, religion"),
    "fairness": ("Fairness and equality", "Equality, discrimination, fair treatment, rights of groups"),
    "legality": ("Constitutionality, legality and jurisprudence", "Courts, lawsuits, the constitution, what is lawful"),
    "policy": ("Policy prescription and evaluation", "Policies, reforms and rules, and how well they work"),
    "crime": ("Crime and punishment", "Offences, policing, prosecution and punishment"),
    "security": ("Security and defence", "War, arms, terror, borders and national security"),
    "health": ("Health and safety", "Medicine, illness, accidents and disasters"),
    "quality_of_life": ("Quality of life", "Daily life, home, poverty, family and education"),
    "cultural_identity": ("Cultural identity", "Traditions, nation, ethnicity, language and migration"),
    "public_opinion": ("Public opinion", "Polls, protest, public mood, direct votes"),
    "political": ("Political", "Elections, parties, lawmakers and the contest for power"),
    "external": ("External regulation and reputation", "Diplomacy, treaties, sanctions and standing among states"),
}
_RULES = {frame: f"frames.{frame}" for frame in _FRAMES}
_LEAST = 10  # cue sentences below which their shares say nothing
_PLAIN = 2  # the strength from which a word is a cue without another of its frame
_SHOWN = 5  # words of a frame named in the table

Found = dict[Voice, dict[int, list[Match]]]  # a frame's cue sentences in each voice, with the words that make them so
_NONE: Found = {}


def measure(document: Document, options: Options) -> Measurement:
    """The share of the narrator's sentences with frame vocabulary, and what frames' words stand in them."""
    frames = _frames(document)
    sizes = document.words.sizes
    cues = {voice: _cue_sentences(frames, voice) for voice in VOICES}
    by_voice: dict[str, VoiceValue] = {voice: _share(cues[voice], sizes[voice]) for voice in VOICES}
    narrator = by_voice["narrator"]
    return METRIC.measured(
        narrator.value,
        narrator.n,
        by_voice=by_voice,
        interval=_interval(cues["narrator"], sorted(sizes["narrator"])),
        details=list(_profile(frames, sorted(cues["narrator"]))),
        rows=sorted(_rows(frames, len(cues["narrator"])), key=_by_sentences),
        evidence=list(_evidence(frames)),
    )


def _frames(document: Document) -> dict[str, Found]:
    """The cue sentences of each frame that has any, in each voice.

    A sentence is one of a frame in a voice when that voice has there a plain word of it, or two
    different weak ones; a weak word alone is neither counted nor shown.
    """
    words = document.words
    sentences, voices = words.sentences, words.voices
    places: dict[tuple[str, Voice | None, int], list[Match]] = {}
    for match in _matches(document):
        place = (match.entry.category, voices[match.first], sentences[match.first])
        places.setdefault(place, []).append(match)
    frames: dict[str, Found] = {}
    for (frame, voice, sentence), matches in places.items():
        if voice is not None and _is_cue(matches):
            frames.setdefault(frame, {}).setdefault(voice, {})[sentence] = matches
    return frames


def _matches(document: Document) -> Iterable[Match]:
    """The common words that count, and the names; where both begin with the same word, the name."""
    found = {match.first: match for match in terms_in_body(document, "frames")}
    found.update({match.first: match for match in _names(document)})
    return found.values()


def _names(document: Document) -> Iterator[Match]:
    """Names of the list that the text writes as names: "Labour" the party, not "labour"."""
    words = document.words
    for match in document.matches["frames_names"]:
        if words.voices[match.first] is not None and words.text[words.starts[match.last]].isupper():
            yield match


def _is_cue(matches: Sequence[Match]) -> bool:
    """Whether one is plain or two are different: beside a weak first one any other term will do."""
    first = matches[0].entry
    if first.strength >= _PLAIN:
        return True
    return len(matches) > 1 and any(match.entry.term != first.term for match in matches)


def _cue_sentences(frames: Mapping[str, Found], voice: Voice) -> set[int]:
    """The sentences with a cue of any frame in a voice."""
    return set[int]().union(*(found[voice] for found in frames.values() if voice in found))


def _share(found: Collection[int], sentences: Collection[int]) -> VoiceValue:
    return VoiceValue(100 * len(found) / len(sentences) if sentences else None, len(sentences))


def _interval(found: Container[int], sample: Sequence[int]) -> Interval | None:
    """95 % interval of the share of these sentences in the sample."""
    return percent(share_interval([int(sentence in found) for sentence in sample], [1] * len(sample)))


def _profile(frames: Mapping[str, Found], cues: Sequence[int]) -> Iterator[Detail]:
    """The share of each frame among the narrator's cue sentences; a sentence may be of several."""
    n = len(cues)
    never = _interval((), cues)
    for frame, rule in _RULES.items():
        if n < _LEAST:
            yield Detail(f"{frame}_share", None, n, reason=f"{n} cue sentences, needs {_LEAST}", rules=(rule,))
            continue
        found = frames.get(frame, _NONE).get("narrator", {})
        interval = _interval(found, cues) if found else never
        yield Detail(f"{frame}_share", 100 * len(found) / n, n, interval, rules=(rule,))


def _rows(frames: Mapping[str, Found], n: int) -> Iterator[TableRow]:
    """For each frame found its cue sentences by voice and the words found most, all voices together."""
    for frame, (title, _) in _FRAMES.items():
        found = frames.get(frame)
        if found is None:
            continue
        matches = [match for sentences in found.values() for matches in sentences.values() for match in matches]
        words = Counter([match.entry.term for match in matches]).most_common(_SHOWN)
        counts = [len(found.get(voice, ())) for voice in VOICES]
        spans = sorted([Span(match.start, match.end) for match in matches])
        yield TableRow(frame, title, (*counts, ", ".join([word for word, _ in words])), n, spans=tuple(spans))


def _by_sentences(row: TableRow) -> int:
    """Sorts the frames with most cue sentences first."""
    return -sum([value for value in row.values if isinstance(value, int)])


def _evidence(frames: Mapping[str, Found]) -> Iterator[Evidence]:
    for frame, found in frames.items():
        rule = _RULES[frame]
        for voice, sentences in found.items():
            for matches in sentences.values():
                for match in matches:
                    yield Evidence(match.start, match.end, rule, match.entry.note, voice)


def _figures() -> Iterator[FigureInfo]:
    for frame, (title, about) in _FRAMES.items():
        yield FigureInfo(f"{frame}_share", f"{title}: vocabulary", "% of cue sentences", f"{about}; narrator's voice.")


METRIC = Metric(
    id="frames",
    title="Frame vocabulary",
    theme="framing",
    unprinted=("frames",),
    unit="% of sentences",
    n_unit="sentences",
    direction="descriptive",
    meaning="In how many of the narrator's sentences stand words of the 14 generic policy frames (economic, morality, "
    "security and the rest), and how these cue sentences spread over the frames. A word is not a frame: this is "
    "vocabulary, and the words are shown.",
    formula="Cue sentences × 100 ÷ sentences with words of the narrator. A sentence is a cue sentence of a frame when "
    "it has a plain word of it, or two different weak ones, in the same voice. A frame's share is its cue sentences × "
    "100 ÷ all cue sentences; as a sentence may be of several frames, the shares add up to more than 100. "
    f"Shares are given from {_LEAST} cue sentences on. The table counts cue sentences.",
    limits=(
        "A word list: how an issue is framed lies in what is said with the words, and no list shows that.",
        "The event gives most of the words: a war is told in words of war, whoever reports it. Compare articles on the "
        "same event.",
        "Many words serve several frames; each stands in the list under one.",
        "The codebook was made for policy issues in the United States; other subjects fit it less well.",
        "The lists of the frames are not of the same length, so compare one frame over articles, not frames.",
        "The interval tells what length leaves open, and nothing of words found wrongly or missed.",
    ),
    sources=(
        Citation(
            "Boydstun, A. E., Card, D., Gross, J. H., Resnik, P., Smith, N. A.",
            2014,
            "Tracking the Development of Media Frames within and across Policy Issues",
            "https://kilthub.cmu.edu/articles/journal_contribution/Tracking_the_Development_of_Media_Frames_within_and_across_Policy_Issues/6473780",
        ),
        Citation(
            "Card, D., Boydstun, A. E., Gross, J. H., Resnik, P., Smith, N. A.",
            2015,
            "The Media Frames Corpus: Annotations of Frames Across Issues",
            "https://aclanthology.org/P15-2072/",
        ),
        Citation(
            "Piskorski, J., Stefanovitch, N., Da San Martino, G., Nakov, P.",
            2023,
            "SemEval-2023 Task 3: Detecting the Category, the Framing, and the Persuasion Techniques in Online News "
            "in a Multi-lingual Setup",
            "https://aclanthology.org/2023.semeval-1.317/",
        ),
    ),
    quality=(read_by_one("words in the sense their frame has them for", 0.96, 80, "frames"),),
    figures=tuple(_figures()),
    columns=(
        FigureInfo("narrator", "Narrator", "sentences", "The narrator's cue sentences of the frame; leads the row."),
        FigureInfo("quoted", "Quoted", "sentences", "Cue sentences in quoted speech."),
        FigureInfo("reported", "Reported", "sentences", "Cue sentences in reported speech."),
        FigureInfo("words", "Words", "wording", f"The {_SHOWN} words found most, in all voices."),
    ),
    minimum_words=100,
    measure=measure,
)
