"""The headline against the body: what of it the body has, how sure and how toned each is, cues to click."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import fmean

from crossread.document import Document
from crossread.metric import Metric, Options
from crossread.metrics.headline_claims import (
    ATTRIBUTED_IN_BODY,
    HEDGED_IN_BODY,
    HEDGED_IN_HEADLINE,
    NEGATION,
    compare_claims,
)
from crossread.metrics.headline_cues import RULES as CUES
from crossread.metrics.headline_cues import find_cues
from crossread.metrics.headline_match import Headline, match_headline
from crossread.metrics.headline_places import NO_MATCH, match_details, match_evidence
from crossread.metrics.sentiment import scored
from crossread.model import VOICES, Citation, Detail, Evidence, FigureInfo, Measurement, VoiceValue
from crossread.text.vader import Score, chunks, score, straighten

_CLAIMS = {
    "negation": NEGATION,
    "hedged_in_body": HEDGED_IN_BODY,
    "attributed_in_body": ATTRIBUTED_IN_BODY,
    "hedged_in_headline": HEDGED_IN_HEADLINE,
}
_TONE = "headline.tone"
_STANCE = "stance towards a claim needs a reader; rules compare negation, doubt and attribution only"


def measure(document: Document, options: Options) -> Measurement:
    """Share of the headline's content words that the body has, with what else sets the two apart."""
    zone = next((zone for zone in document.article.zones if zone.kind == "title"), None)
    if zone is None:
        return METRIC.without_value("not_applicable", "no headline found in this copy")
    headline = match_headline(document, zone)
    n = len(headline.terms)
    if not n:
        return METRIC.without_value("not_applicable", "the headline has no content word")
    cues = list(find_cues(document, zone, headline.within))
    differences = list(compare_claims(document, headline))
    tone = _tone(document, zone.start, zone.end)
    voices = document.words.voices
    heard = Counter(voice for places in headline.found for voice in {voices[index] for index in places})
    return METRIC.measured(
        100 * sum(map(bool, headline.found)) / n,
        n,
        by_voice={voice: VoiceValue(100 * heard[voice] / n, n) for voice in VOICES},
        details=[
            *match_details(document, headline),
            Detail("stance", None, reason=_STANCE),
            *_claim_details(headline, differences),
            *_tone_details(document, headline, tone),
            Detail("length", len(headline.within)),
            *_cue_details(cues),
        ],
        evidence=[*match_evidence(document, headline), *differences, *_tone_evidence(zone.start, tone), *cues],
    )


def _claim_details(headline: Headline, differences: Sequence[Evidence]) -> Iterator[Detail]:
    counts = Counter(item.rule for item in differences)
    for figure, rule in _CLAIMS.items():
        value = counts[rule] if headline.best else None
        yield Detail(figure, value, reason="" if headline.best else NO_MATCH, rules=(rule,))


def _cue_details(cues: Sequence[Evidence]) -> Iterator[Detail]:
    counts = Counter(item.rule for item in cues)
    rules = tuple(dict.fromkeys(CUES.values()))
    yield Detail("cues", len(cues), rules=rules)
    for rule in rules:
        yield Detail(rule.partition(".")[2], counts[rule], rules=(rule,))


# -------------------------------------------------------------------------------------- tone


def _tone(document: Document, start: int, end: int) -> Score:
    """VADER's score of a stretch of the page; names are masked, as "United States" is no praise."""
    text, words = document.text[start:end], document.words
    for index in words.within(start, end):
        if words.named[index]:
            first, last = words.starts[index] - start, words.ends[index] - start
            text = text[:first] + "x" * (last - first) + text[last:]
    return score(straighten(text[: chunks(text)[0][1]]))


def _tone_details(document: Document, headline: Headline, tone: Score) -> Iterator[Detail]:
    yield Detail("tone", tone.compound, rules=(_TONE,))
    told = [found.compound for piece, found in document.once(scored) if piece.voice == "narrator"]
    gap = tone.compound - fmean(told) if told else None
    yield Detail("tone_gap", gap, n=len(told), reason="" if told else "no sentence of the narrator's to score")
    if not headline.best:
        yield Detail("tone_match_gap", None, reason=NO_MATCH)
        return
    sentence = document.sentences[headline.best[0]]
    yield Detail("tone_match_gap", tone.compound - _tone(document, sentence.start, sentence.end).compound)


def _tone_evidence(start: int, tone: Score) -> Iterator[Evidence]:
    for word in tone.words:
        note = f"{word.valence:+.1f} in a headline of {tone.compound:+.2f}".replace("-", "−")
        yield Evidence(start + word.start, start + word.end, _TONE, note)


_VADER = "VADER compound, −1 to 1"


def _figures() -> tuple[FigureInfo, ...]:
    """What the body has, certainty, tone and cues; the meaning names the sub-type of Zhang et al. it bears on."""
    return (
        FigureInfo("names_found", "Names found", "% of names", "However spelt: “U.S.” for “United States”."),
        FigureInfo("numbers_found", "Numbers found", "% of numbers", "By value; a round one stands for one near it."),
        FigureInfo("words_found", "Other words found", "% of other content words", "In any form, or an equivalent."),
        FigureInfo("not_found", "Not found in the body", "content words", "Marked in the headline."),
        FigureInfo("reworded", "Found in other words", "content words", "Equivalents: “inquiry” for “probe”."),
        FigureInfo("lead_found", "Found in the lead", "% of content words", "Emphasis: in the first three sentences."),
        FigureInfo("late", "Found late", "names and numbers", "Emphasis: in the later half of the body only."),
        FigureInfo("best_match", "In the best-matching sentence", "% of content words", "The sentence with most."),
        FigureInfo(
            "main_names",
            "Main names in the headline",
            "% of main names",
            "Information: of the body's most frequent names, three at most, those the headline has.",
        ),
        FigureInfo("stance", "Stance", "kind of wording", "Rules cannot tell it."),
        FigureInfo(
            "negation",
            "Negation on one side only",
            "places",
            "Stance: “not” in the headline or in every sentence that matches it well, not in both.",
        ),
        FigureInfo(
            "hedged_in_body",
            "Doubt in the body only",
            "words",
            "Overstatement: words of doubt before a word of the headline in every sentence that matches it well.",
        ),
        FigureInfo(
            "attributed_in_body",
            "Attribution in the body only",
            "places",
            "Overstatement: every sentence that matches well gives the words to a source the headline does not name.",
        ),
        FigureInfo(
            "hedged_in_headline",
            "Doubt in the headline only",
            "words",
            "Understatement: no sentence that matches well has a word of doubt.",
        ),
        FigureInfo("tone", "Tone of the headline", _VADER, "Names masked."),
        FigureInfo(
            "tone_gap", "Tone against the body", _VADER, "The headline's less the mean of the narrator's sentences."
        ),
        FigureInfo(
            "tone_match_gap", "Tone against the best match", _VADER, "The headline's less the best-matching sentence's."
        ),
        FigureInfo("length", "Length", "words", "All words of the headline."),
        FigureInfo("cues", "Cues to click", "cues", "All that follow. A cue is shown, not judged."),
        FigureInfo("forward_reference", "Forward reference", "cues", "“This is why”, “here's what”."),
        FigureInfo("curiosity", "Curiosity gap", "cues", "“You won't believe”, “what happened next”."),
        FigureInfo("second_person", "Second person", "cues", "“You”, “your” outside quotation marks."),
        FigureInfo("superlative", "Superlative", "cues", "“Biggest”, “of all time”."),
        FigureInfo("hyperbole", "Hyperbole", "cues", "“Jaw-dropping”, “slams”, “unbelievable”."),
        FigureInfo("list_number", "List number", "cues", "“7 things”; not “4 killed”."),
        FigureInfo("question", "Question", "cues", "The word that opens it; typography counts the mark."),
        FigureInfo("explainer", "Explainer opening", "cues", "“How”, “why” or “what” opens it and it does not ask."),
    )


METRIC = Metric(
    id="headline",
    title="Headline in body",
    unit="% of content words found",
    n_unit="content words",
    direction="descriptive",
    meaning="How much of what the headline names the body has: names, numbers and other content words, with the "
    "differences in certainty, attribution, negation and tone that rules can see, and wording that draws a reader in. "
    "A low share can mean other words for the same thing as well as another topic.",
    formula="content words of the headline found in the body × 100 ÷ content words of the headline. A name or a number "
    "counts as one. Found is a word in any inflection, one derived from it, or a listed equivalent.",
    limits=(
        "Six ways of not representing a text (Zhang et al. 2018), and rules reach each in part: topic (the share), "
        "emphasis (lead, late), information (main names), stance (negation alone), over- and understatement.",
        "Short headlines: one word more or less moves the share by ten points.",
        "In a headline in title case a name is known as one only where the body has it too.",
        "Equivalents are a list of ours; a paraphrase outside it counts as not found.",
        "A difference is told only against sentences that share half of the headline's content words.",
        "Many outlets let an editor write the headline, and change it later.",
    ),
    sources=(
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
        Citation(
            "Chakraborty, A., Paranjape, B., Kakarla, S., Ganguly, N.",
            2016,
            "Stop Clickbait: Detecting and Preventing Clickbaits in Online News Media",
            "https://doi.org/10.1109/ASONAM.2016.7752207",
        ),
        Citation(
            "Blom, J. N. & Hansen, K. R.",
            2015,
            "Click bait: Forward-reference as lure in online news headlines",
            "https://doi.org/10.1016/j.pragma.2014.11.010",
        ),
        Citation(
            "Ecker, U. K. H., Lewandowsky, S., Chang, E. P., Pillai, R.",
            2014,
            "The effects of subtle misinformation in news headlines",
            "https://doi.org/10.1037/xap0000028",
        ),
    ),
    figures=_figures(),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
