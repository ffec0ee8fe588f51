"""How much schooling the body asks of its reader: Flesch reading ease and seven other formulas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import compress
from statistics import median
from typing import Literal

from msgspec import Struct

from crossread.document import Document
from crossread.metric import Metric, Options
from crossread.model import (
    BODY_ZONES,
    VOICES,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Measurement,
    Sentence,
    VoiceValue,
)
from crossread.resampling import percent, share_interval
from crossread.text.blanks import even_blanks
from crossread.text.formulas import (
    Counts,
    SentenceCounts,
    all_scores,
    flesch_interval,
    flesch_range,
    flesch_reading_ease,
    total,
)
from crossread.text.splits import plain_rule, whole_quotations
from crossread.text.syllables import packed_each
from crossread.text.textstat_engine import textstat_scores
from crossread.text.variety import lexical_variety

MINIMUM_WORDS = 100
SMOG_SENTENCES = 30
HARD_SENTENCES = 3
GRADES = ("flesch_kincaid", "gunning_fog", "automated_readability", "coleman_liau", "smog")
HARD_RULE = "readability.hard_sentence"


class ReadabilityOptions(Options, frozen=True):
    """How to count.

    `engine: textstat` gives the body to textstat, with its own words, sentences and syllables.
    `names: leave_out` keeps names out of every average over words: foreign names are long, and a
    reader need not decode them.
    """

    engine: Literal["crossread", "textstat"] = "crossread"
    names: Literal["keep", "leave_out"] = "keep"


class _Row(Struct, frozen=True, gc=False):
    """A body sentence with its counts, names in and names left out."""

    sentence: Sentence
    full: SentenceCounts
    nameless: SentenceCounts


def measure(document: Document, options: ReadabilityOptions) -> Measurement:
    """Flesch reading ease of the body, the grades of five formulas and their spread."""
    rows = _rows(document)
    if not rows:
        return METRIC.without_value("not_applicable", "no sentence with a word in it")
    full = [row.full for row in rows]
    nameless = [row.nameless for row in rows]
    whole = total(full)
    chosen, counts = full, whole
    if options.names == "leave_out" and total(nameless).rated:
        chosen, counts = nameless, total(nameless)
    if options.engine == "textstat":
        scores = textstat_scores(_text_of(document, rows))
        interval = None
    else:
        scores = all_scores(counts)
        interval = flesch_interval(chosen)
    return METRIC.measured(
        scores["flesch"],
        whole.words,
        by_voice=_by_voice(document, rows, options),
        interval=interval,
        details=[
            *_formula_details(scores, len(rows)),
            *_range_details(document, rows, counts),
            *_nameless_details(nameless),
            *_length_details(full),
            _variety_detail(document),
        ],
        evidence=_hard_sentences(rows),
    )


def _rows(document: Document) -> list[_Row]:
    words, text = document.words, even_blanks(document.text)
    rows = []
    for sentence, within in zip(document.sentences, words.by_sentence, strict=True):
        if not within or sentence.zone not in BODY_ZONES:
            continue
        start, end = sentence.start, sentence.end
        facts = packed_each(words.forms[within.start : within.stop])
        full = SentenceCounts(len(facts), len(facts), end - start - text.count(" ", start, end), sum(facts))
        nameless, named = full, words.named[within.start : within.stop]
        if 1 in named:
            dropped = list(compress(within, named))
            characters = sum([words.ends[index] - words.starts[index] for index in dropped])
            nameless = full.without(len(dropped), characters, sum(compress(facts, named)))
        rows.append(_Row(sentence, full, nameless))
    return rows


def _formula_details(scores: dict[str, float], sentences: int) -> list[Detail]:
    details = [Detail(name, score, n=sentences) for name, score in scores.items() if name != "flesch"]
    if sentences < SMOG_SENTENCES:
        reason = f"defined on {SMOG_SENTENCES} sentences; this body has {sentences}"
        details = [Detail("smog", None, n=sentences, reason=reason) if d.id == "smog" else d for d in details]
    grades = [scores[name] for name in GRADES if name != "smog" or sentences >= SMOG_SENTENCES]
    spread = {"grade_median": median(grades), "grade_lowest": min(grades), "grade_highest": max(grades)}
    return [*details, *(Detail(name, value, n=len(grades)) for name, value in spread.items())]


def _range_details(document: Document, rows: Sequence[_Row], counts: Counts) -> list[Detail]:
    """How low and high the reading ease comes out by other reasonable ways to count."""
    sentences = [row.sentence for row in rows]
    others = (
        whole_quotations(sentences, document.quotations),
        plain_rule(document.text, document.article.zones),
    )
    low, high = flesch_range(counts, others)
    return [Detail("flesch_lowest", low, n=counts.words), Detail("flesch_highest", high, n=counts.words)]


def _nameless_details(nameless: Sequence[SentenceCounts]) -> list[Detail]:
    counts = total(nameless)
    if counts.rated < MINIMUM_WORDS:
        reason = f"needs {MINIMUM_WORDS} words that are no names; this body has {counts.rated}"
        return [Detail(name, None, n=counts.rated, reason=reason) for name in ("flesch_without_names", "unfamiliar")]
    unfamiliar = [part.unfamiliar for part in nameless]
    return [
        Detail("flesch_without_names", flesch_reading_ease(counts), counts.rated, flesch_interval(nameless)),
        Detail(
            "unfamiliar",
            100 * counts.unfamiliar / counts.rated,
            counts.rated,
            percent(share_interval(unfamiliar, [part.rated for part in nameless])),
        ),
    ]


def _variety_detail(document: Document) -> Detail:
    words = document.words
    forms = [form for form, voice in zip(words.forms, words.voices, strict=True) if voice is not None]
    variety = lexical_variety(forms)
    return Detail("variety", variety, n=len(forms), reason="" if variety else "no word comes twice")


def _length_details(full: Sequence[SentenceCounts]) -> list[Detail]:
    lengths = sorted(counts.words for counts in full)
    ninetieth = lengths[math.ceil(0.9 * len(lengths)) - 1]  # nearest rank: a length that occurs
    return [
        Detail("sentence_median", median(lengths), n=len(lengths)),
        Detail("sentence_ninetieth", ninetieth, n=len(lengths)),
        Detail("sentence_longest", lengths[-1], n=len(lengths), rules=(HARD_RULE,)),
    ]


def _by_voice(document: Document, rows: Sequence[_Row], options: ReadabilityOptions) -> dict[str, VoiceValue]:
    values: dict[str, VoiceValue] = {}
    for voice in VOICES:
        spoken = [row for row in rows if row.sentence.voice == voice]
        counts = total([row.nameless if options.names == "leave_out" else row.full for row in spoken])
        ease = None
        if counts.rated >= MINIMUM_WORDS:
            if options.engine == "textstat":
                ease = textstat_scores(_text_of(document, spoken))["flesch"]
            else:
                ease = flesch_reading_ease(counts)
        values[voice] = VoiceValue(ease, counts.words)
    return values


def _text_of(document: Document, rows: Sequence[_Row]) -> str:
    return "\n".join(document.text[row.sentence.start : row.sentence.end] for row in rows)


def _hard_sentences(rows: Sequence[_Row]) -> list[Evidence]:
    """The sentences of lowest ease among those of at least median length, and the longest."""
    middle = median(row.full.words for row in rows)
    ranked = sorted(
        ((flesch_reading_ease(row.full), -row.full.words, row) for row in rows if row.full.words >= middle),
        key=lambda item: item[:2],
    )
    longest = min(rows, key=lambda row: (-row.full.words, row.sentence.start))
    hardest = [row for _, _, row in ranked[:HARD_SENTENCES]]
    return [_hard(row) for row in ([] if longest in hardest else [longest]) + hardest]


def _hard(row: _Row) -> Evidence:
    counts, sentence = row.full, row.sentence
    ease = f"{flesch_reading_ease(counts):.0f}".replace("-", "−")
    note = f"{counts.words} words, {counts.syllables / counts.rated:.2f} syllables a word, reading ease {ease}"
    return Evidence(sentence.start, sentence.end, HARD_RULE, note, sentence.voice)


_GRADE = "US school grade"

METRIC = Metric(
    id="readability",
    title="Readability",
    theme="form",
    unit="Flesch reading ease",
    n_unit="words",
    direction="more is easier",
    meaning=(
        "How easy the body is to read, from the length of its sentences and words. Flesch's scale runs from "
        "about 0 (very hard) to 100 (very easy); plain English is at 60 to 70. The grade formulas estimate "
        "the years of schooling a reader needs; where they disagree, trust the spread and not one of them."
    ),
    formula=(
        "206.835 − 1.015 × words per sentence − 84.6 × syllables per word, over the body. Words and sentences are "
        "crossread's, syllables those of the CMU Pronouncing Dictionary's first pronunciation, else of "
        "hyphenation; formulas as in textstat. The interval takes sentences as the sampled units. A sentence "
        "counts to the voice of most of its words; a voice needs 100 words."
    ),
    limits=(
        "It sees lengths only: not whether the words are known, the sentence well built or the text true.",
        "Long foreign names make a text look harder; see the figure without names.",
        "Quotations are in the main value; the outlet did not write them. See the values by voice.",
        "Numbers count as one syllable, capitals such as “U.S.” as the word they spell, as in textstat.",
        "The Dale-Chall score counts inflected forms of familiar words as unfamiliar, as textstat does.",
        "The figure without names and the sentence lengths are crossread's own with either engine.",
    ),
    sources=(
        Citation("Flesch, R.", 1948, "A new readability yardstick", "https://doi.org/10.1037/h0057532"),
        Citation(
            "Kincaid, J. P., Fishburne, R. P., Rogers, R. L. & Chissom, B. S.",
            1975,
            "Derivation of new readability formulas for Navy enlisted personnel",
            "https://apps.dtic.mil/sti/citations/ADA006655",
        ),
        Citation(
            "Gunning, R.",
            1969,
            "The Fog Index after twenty years (of The Technique of Clear Writing, 1952)",
            "https://doi.org/10.1177/002194366900600202",
        ),
        Citation(
            "Senter, R. J. & Smith, E. A.",
            1967,
            "Automated Readability Index. AMRL-TR-66-220",
            "https://apps.dtic.mil/sti/citations/AD0667273",
        ),
        Citation(
            "Coleman, M. & Liau, T. L.",
            1975,
            "A computer readability formula designed for machine scoring",
            "https://doi.org/10.1037/h0076540",
        ),
        Citation(
            "McLaughlin, G. H.",
            1969,
            "SMOG grading: a new readability formula",
            "https://www.jstor.org/stable/40011226",
        ),
        Citation(
            "Dale, E. & Chall, J. S.",
            1948,
            "A formula for predicting readability",
            "https://www.jstor.org/stable/1473169",
        ),
        Citation(
            "Björnsson, C. H.",
            1983,
            "Readability of newspapers in 11 languages (of LIX, from Läsbarhet, 1968)",
            "https://doi.org/10.2307/747382",
        ),
        Citation(
            "McCarthy, P. M. & Jarvis, S.",
            2010,
            "MTLD, vocd-D, and HD-D: A validation study of sophisticated approaches to lexical diversity assessment",
            "https://doi.org/10.3758/BRM.42.2.381",
        ),
    ),
    unmeasured="nothing to annotate: given the same counts, it gives what textstat does (docs/evaluation.md, P2)",
    figures=(
        FigureInfo("flesch_kincaid", "Flesch-Kincaid", _GRADE, "From words per sentence and syllables per word."),
        FigureInfo("gunning_fog", "Gunning Fog", _GRADE, "From words per sentence and complex words."),
        FigureInfo("automated_readability", "Automated Readability Index", _GRADE, "From characters per word."),
        FigureInfo("coleman_liau", "Coleman-Liau", _GRADE, "From letters and sentences per 100 words."),
        FigureInfo("smog", "SMOG", _GRADE, "From words of three syllables or more; needs 30 sentences."),
        FigureInfo("dale_chall", "Dale-Chall", "score", "4.9 and below is grade 4, 9.0 and above college."),
        FigureInfo("lix", "LIX", "score", "Below 30 very easy, above 60 very hard."),
        FigureInfo("grade_median", "Median of the grade formulas", _GRADE, "Over the first five, SMOG if measured."),
        FigureInfo("grade_lowest", "Lowest grade", _GRADE),
        FigureInfo("grade_highest", "Highest grade", _GRADE),
        FigureInfo(
            "flesch_lowest",
            "Flesch, lowest of six counts",
            "Flesch reading ease",
            "Sentences counted as here, with quotations kept whole, or at each full stop before a capital; syllables "
            "by dictionary or by groups of vowels.",
        ),
        FigureInfo(
            "flesch_highest", "Flesch, highest of six counts", "Flesch reading ease", "Over the same ways to count."
        ),
        FigureInfo(
            "flesch_without_names", "Flesch without names", "Flesch reading ease", "Names kept out of averages."
        ),
        FigureInfo(
            "unfamiliar", "Unfamiliar words", "% of words", "Not on the Dale-Chall list of easy words; names left out."
        ),
        FigureInfo("sentence_median", "Sentence length, median", "words"),
        FigureInfo("sentence_ninetieth", "Sentence length, 90th percentile", "words", "By nearest rank."),
        FigureInfo("sentence_longest", "Sentence length, longest", "words"),
        FigureInfo(
            "variety",
            "Lexical variety",
            "words",
            "MTLD: words until repetition sets in. It hardly depends on length; more is more varied.",
        ),
    ),
    options=ReadabilityOptions,
    minimum_words=MINIMUM_WORDS,
    measure=measure,
)
