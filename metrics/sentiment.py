"""Tone of the words: VADER sentence by sentence, the narrator's words apart from those quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from statistics import fmean, median

from crossread.document import Document
from crossread.indicators.tone import Piece, scored
from crossread.metric import Metric, Options
from crossread.model import (
    NO_ANSWER,
    VOICES,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Measurement,
    Reading,
    Span,
    TableRow,
    Voice,
    VoiceValue,
)
from crossread.quality import SPEAKERS, VOICE
from crossread.resampling import mean_interval, percent, share_interval
from crossread.text.vader import Score

STRONG = 0.5  # |compound| from which a sentence counts as strong
FEWEST = 3  # sentences of one speaker from which a mean is given
WORDS_SHOWN = 4  # of a speaker's words, those of most valence
_BACK = 8  # attributions that may hold one another
_PLACE = itemgetter(0, 1)
RULES = {True: "sentiment.positive", False: "sentiment.negative"}


def measure(document: Document, options: Options) -> Measurement:
    """Mean compound of the narrator's part of each body sentence, and that of the other voices."""
    scores = document.once(scored)
    compounds: dict[Voice, list[float]] = {voice: [] for voice in VOICES}
    for piece, found in scores:
        compounds[piece.voice].append(found.compound)
    means = {voice: fmean(values) if values else None for voice, values in compounds.items()}
    narrator = compounds["narrator"]
    if not narrator:
        return METRIC.without_value("not_applicable", "no sentence of the narrator's to score")
    return METRIC.measured(
        means["narrator"],
        len(narrator),
        by_voice={voice: VoiceValue(mean, len(compounds[voice])) for voice, mean in means.items()},
        interval=mean_interval(narrator),
        details=[
            Detail("median", median(narrator), n=len(narrator)),
            _strong_detail(narrator),
            *(_voice_detail(voice, compounds[voice]) for voice in VOICES if voice != "narrator"),
        ],
        evidence=[item for piece, found in scores for item in _evidence(piece, found)],
        rows=_rows(document, scores),
        series=[Reading(p.start, p.start + len(p.text), p.voice, found.compound) for p, found in scores],
    )


def _rows(document: Document, scores: Sequence[tuple[Piece, Score]]) -> list[TableRow]:
    """The narrator's row, then one for each speaker over the sentences of their quoted and reported words."""
    own = [each for each in scores if each[0].voice == "narrator"]
    others = [each for each in scores if each[0].voice != "narrator"]
    said: dict[str, list[tuple[Piece, Score]]] = {}
    for speaker, each in zip(_owners(document, [piece for piece, _ in others]), others, strict=True):
        if speaker is not None:
            said.setdefault(speaker, []).append(each)
    names = {speaker.id: speaker.name for speaker in document.speakers}
    starts = [sentence.start for sentence in document.sentences]
    rows = [_row(speaker, names[speaker], found, starts) for speaker, found in said.items()]
    return [_row("narrator", "The narrator", own, starts), *sorted(rows, key=lambda row: -row.n)]


def _row(speaker: str, name: str, found: Sequence[tuple[Piece, Score]], starts: Sequence[int]) -> TableRow:
    """What a speaker says in one sentence, inside marks and outside them, is one sentence of theirs."""
    compounds: dict[int, list[float]] = {}
    for piece, counted in found:
        compounds.setdefault(bisect_right(starts, piece.start), []).append(counted.compound)
    means = [fmean(values) for values in compounds.values()]
    n, enough = len(means), len(means) >= FEWEST
    spans = [Span(piece.start + word.start, piece.start + word.end) for piece, score in found for word in score.words]
    return TableRow(
        speaker,
        name,
        (fmean(means) if enough else None, n, len(spans), _strongest(found)),
        n,
        mean_interval(means) if enough else None,
        "" if enough else f"fewer than {FEWEST} sentences",
        tuple(spans),
    )


def _strongest(found: Sequence[tuple[Piece, Score]]) -> str:
    """The words of most valence, each once."""
    valences: dict[str, float] = {}
    for piece, score in found:
        for word in score.words:
            valences.setdefault(piece.text[word.start : word.end].lower(), word.valence)
    ranked = sorted(valences.items(), key=lambda item: -abs(item[1]))[:WORDS_SHOWN]
    return ", ".join([f"{word} {valence:+.1f}".replace(" -", " −") for word, valence in ranked])


def _owners(document: Document, quoted: Sequence[Piece]) -> list[str | None]:
    """Whose words each piece is; None where nobody was found or it has the words of several.

    Quotation marks say best whose words they are. Other reported words are the speaker's whose
    attribution begins last and still holds most of them: "A said, according to B" is A's.
    """
    marked = [(s.start, s.end, q.speaker) for q in document.quotations if q.kind == "speech" for s in q.spans]
    told = [(s.start, s.end, a.speaker) for a in document.attributions if a.rule != NO_ANSWER for s in a.content]
    held = {"quoted": sorted(marked, key=_PLACE), "reported": sorted(told, key=_PLACE)}
    starts = {voice: [start for start, _, _ in spans] for voice, spans in held.items()}
    found = []
    for piece in quoted:
        begin, end = piece.start, piece.start + len(piece.text)
        spans = held[piece.voice]
        first, last = bisect_right(starts[piece.voice], begin), bisect_left(starts[piece.voice], end)
        near = [span for span in spans[max(0, first - _BACK) : last] if span[1] > begin]
        if piece.voice == "reported":
            near = [span for span in near if 2 * (min(span[1], end) - max(span[0], begin)) > end - begin][-1:]
        owners = {speaker for _, _, speaker in near}
        found.append(owners.pop() if len(owners) == 1 else None)
    return found


def _strong_detail(narrator: Sequence[float]) -> Detail:
    strong = [int(abs(compound) >= STRONG) for compound in narrator]
    interval = percent(share_interval(strong, [1] * len(strong)))
    return Detail("strong_share", 100 * fmean(strong), n=len(strong), interval=interval)


def _voice_detail(voice: Voice, values: Sequence[float]) -> Detail:
    if not values:
        return Detail(f"{voice}_mean", None, n=0, reason=f"no {voice} words long enough to score")
    return Detail(f"{voice}_mean", fmean(values), n=len(values), interval=mean_interval(values))


def _evidence(piece: Piece, found: Score) -> Iterator[Evidence]:
    if not found.words:
        return
    sentence = f" in a sentence of {found.compound:+.2f}".replace("-", "−")
    for word in found.words:
        note = f"{word.valence:+.1f}".replace("-", "−") + sentence
        yield Evidence(piece.start + word.start, piece.start + word.end, RULES[word.valence > 0], note, piece.voice)


METRIC = Metric(
    id="sentiment",
    title="Sentiment",
    theme="tone",
    unprinted=("sentiment",),
    unit="VADER compound, −1 to 1",
    n_unit="sentences",
    direction="descriptive",
    meaning=(
        "How negative or positive the narrator's words are on average. Below −0.05 a sentence counts as negative, "
        "above 0.05 as positive. Reports of war or disaster are negative whoever writes them: compare articles "
        "on the same event, and look at the words that made the score."
    ),
    formula=(
        "Mean over body sentences of VADER's compound score of the narrator's words in the sentence. Names are "
        "masked, quotation marks and apostrophes straightened, dashes and emoji read as spaces, other voices' words "
        "left out. Fewer than 4 words outside quotation marks in a shared sentence are not counted. The interval takes "
        "sentences as the sampled units. A word's figure is its valence after negation, boosters and “but”."
    ),
    limits=(
        "It measures the topic as much as the tone: “war” and “attack” are negative in any report.",
        "The word list was made on social media; irony, context and most idioms escape it.",
        "A word's valence is the mean of ten raters', whatever it means in the sentence at hand.",
        "A “not” up to three words earlier turns a word's sign, so “not merely a good neighbour” comes out negative: "
        "VADER's own rules, kept as they are so that scores can be compared with others'.",
        "A speaker's words are not the outlet's; which of them are quoted is the outlet's choice.",
        "A sentence of more than 200 words is scored in pieces of 200.",
    ),
    sources=(
        Citation(
            "Hutto, C. J. & Gilbert, E.",
            2014,
            "VADER: a parsimonious rule-based model for sentiment analysis of social media text",
            "https://doi.org/10.1609/icwsm.v8i1.14550",
        ),
    ),
    quality=(VOICE, *SPEAKERS),
    figures=(
        FigureInfo("median", "Median", "VADER compound, −1 to 1", "Of the narrator's sentences."),
        FigureInfo(
            "strong_share", "Strong sentences", "% of sentences", "Narrator's, at −0.5 and below or 0.5 and above."
        ),
        FigureInfo("quoted_mean", "Quoted words, mean", "VADER compound, −1 to 1"),
        FigureInfo("reported_mean", "Reported speech, mean", "VADER compound, −1 to 1"),
    ),
    columns=(
        FigureInfo("mean", "Mean", "VADER", f"Of the speaker's quoted and reported words, from {FEWEST} sentences on."),
        FigureInfo("sentences", "Sentences", "", "With words of theirs."),
        FigureInfo("words", "Words with a score", ""),
        FigureInfo("strongest", "Strongest", "", "The words of most valence, after negation and boosters."),
    ),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
