"""Whose words the article carries: how many attributions, to whom, how evenly, and how openly named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crossread.document import Document
from crossread.lexicon import Match
from crossread.metric import Metric, Options, percentage_interval, rate_interval
from crossread.model import (
    BODY_ZONES,
    Attribution,
    Citation,
    Detail,
    Evidence,
    FigureInfo,
    Measurement,
    Span,
    Speaker,
    Voice,
)
from crossread.quality import RELATION, SPEAKERS, VOICE
from crossread.resampling import share_interval
from crossread.text.words import Words

_KINDS = {
    "official": "Officials and public bodies",
    "politician": "Politicians and parties",
    "expert": "Experts and their institutes",
    "business": "Businesses and their people",
    "civil_society": "Civil society",
    "media": "News outlets and journalists",
    "state_media": "State media",
    "witness": "Witnesses and private persons",
    "person": "Other named persons",
    "institution": "Other institutions",
    "document": "Documents",
    "poll": "Polls",
    "unnamed": "Unnamed persons",
    "vague_group": "Vague groups",
}
_NAMED = tuple(f"sourcing.named.{kind}" for kind in _KINDS)
_UNNAMED = tuple(f"sourcing.unnamed.{kind}" for kind in _KINDS)
_ROOM: dict[str, Voice] = {"quoted_share": "quoted", "reported_share": "reported"}
_SECOND_HAND = ("sourcing.second_hand", "sourcing.state_media")
# Words before a group that say which one is meant: "the experts", "her critics", "half of economists".
_PINNED = frozenset(
    {"of", "all", "the", "these", "those", "both", "two", "three", "four", "five", "his", "her", "its", "their", "our"}
)
# Words after which "some" or "many" can be the subject of a clause.
_CLAUSE = frozenset({"that", "and", "but", "as", "while", "what", "although", "though", "because", "if", "yet", "whom"})
# Before "to" these are participles: "experts expected to attend" say nothing.
_REDUCED = frozenset({"said", "believed", "thought", "expected", "alleged", "estimated", "assumed"})
_LOOK_AHEAD = 2  # sentences in which a vague group may still be given a name


def measure(document: Document, options: Options) -> Measurement:
    """Attributions per 100 body words, with speakers, kinds, unnamed, vague and second-hand sources."""
    words = document.words
    speakers = {speaker.id: speaker for speaker in document.speakers}
    heads = [sentence.start for sentence in document.sentences]
    lengths = {
        number: len(within)
        for number, (sentence, within) in enumerate(zip(document.sentences, words.by_sentence, strict=True))
        if within and sentence.zone in BODY_ZONES
    }
    places = [(bisect_right(heads, _anchor(a)) - 1, a) for a in document.attributions]
    inside = [(sentence, a) for sentence, a in places if sentence in lengths]
    attributions = [a for _, a in inside]
    hits = Counter(sentence for sentence, _ in inside)
    total = sum(lengths.values())
    vague = list(_vague_sources(document, _experts_by_sentence(places, speakers)))
    evidence = [e for a in attributions for e in _evidence(a, words, speakers)]
    return METRIC.measured(
        100 * len(attributions) / total if total else None,
        total,
        interval=rate_interval(hits, lengths),
        details=[
            Detail("attributions", len(attributions), n=total, rules=("sourcing.attribution",)),
            *_share_details(words, lengths),
            *_speaker_details(attributions, speakers),
            _unnamed_detail(inside, speakers),
            Detail("vague_sources", len(vague), n=total, rules=("sourcing.vague",)),
            *_second_hand_details(attributions),
            *_concentration_details(attributions, words, speakers),
        ],
        evidence=[*{(e.start, e.end, e.rule): e for e in evidence}.values(), *vague],
    )


def _anchor(attribution: Attribution) -> int:
    """Where an attribution stands: at its cue, else its source, else its content."""
    if attribution.cue is not None:
        return attribution.cue.spans[0].start
    return (attribution.source or attribution.content[0]).start


def _evidence(attribution: Attribution, words: Words, speakers: dict[str, Speaker]) -> Iterator[Evidence]:
    """The cue, the source and the outlet passed on; never the whole content."""
    speaker = speakers.get(attribution.speaker or "")
    name = speaker.name if speaker else "no speaker found"
    if attribution.cue is not None:
        for span in attribution.cue.spans:
            yield _mark(span, words, "sourcing.attribution", f"“{attribution.cue.lemma}”: {name}")
    elif attribution.source is None:
        opening = words.within(attribution.content[0].start, attribution.content[0].end)[:3]
        if opening:
            span = Span(words.starts[opening[0]], words.ends[opening[-1]])
            yield _mark(span, words, "sourcing.attribution", f"no cue beside the words: {name}")
    if attribution.source is not None and speaker is not None:
        naming = "named" if speaker.named else "unnamed"
        kind = speaker.kind.replace("_", " ")
        yield _mark(attribution.source, words, f"sourcing.{naming}.{speaker.kind}", f"{kind}, {naming}: {name}")
    if attribution.source is not None and attribution.speaker_by == "unresolved":
        yield _mark(attribution.source, words, "sourcing.unresolved", "a pronoun that led to nobody by our rules")
    passed_on = attribution.second_hand
    if passed_on is not None:
        rule = "sourcing.state_media" if passed_on.state_media else "sourcing.second_hand"
        said_so = ", state media by the text" if passed_on.state_media else ""
        chain = f": {', then '.join(passed_on.chain)}" if len(passed_on.chain) > 1 else ""
        note = f"passed on from {passed_on.outlet}{said_so}{chain}"
        yield _mark(Span(passed_on.start, passed_on.end), words, rule, note)


def _mark(span: Span, words: Words, rule: str, note: str) -> Evidence:
    first = bisect_left(words.starts, span.start)
    voice = words.voices[first] if first < len(words) and words.starts[first] < span.end else None
    return Evidence(span.start, span.end, rule, note, voice)


def _share_details(words: Words, lengths: Mapping[int, int]) -> Iterator[Detail]:
    """The room of quoted and of reported speech in the body, whose words are counted by sentence."""
    total = sum(lengths.values())
    if not total:
        yield from (Detail(figure, None, n=0, reason="no words in the body") for figure in _ROOM)
        return
    for figure, voice in _ROOM.items():
        interval = percentage_interval(words.sizes[voice], lengths)
        yield Detail(figure, 100 * words.size(voice) / total, n=total, interval=interval)


def _speaker_details(attributions: Sequence[Attribution], speakers: dict[str, Speaker]) -> Iterator[Detail]:
    heard = [speakers[a.speaker] for a in attributions if a.speaker in speakers]
    yield Detail("named_speakers", len({s.id for s in heard if s.named}), n=len(heard), rules=_NAMED)
    kinds = Counter[str](speaker.kind for speaker in heard)
    for kind in _KINDS:
        rules = (f"sourcing.named.{kind}", f"sourcing.unnamed.{kind}")
        yield Detail(f"kind_{kind}", kinds[kind], n=len(heard), rules=rules)
    unresolved = [a for a in attributions if a.speaker_by == "unresolved"]
    yield Detail("unresolved", len(unresolved), n=len(attributions), rules=("sourcing.unresolved",))


def _unnamed_detail(places: Sequence[tuple[int, Attribution]], speakers: dict[str, Speaker]) -> Detail:
    """The share of speakers without a name, over the sentences in which a speaker was found."""
    heard, unnamed = Counter[int](), Counter[int]()
    for sentence, attribution in places:
        if attribution.speaker in speakers:
            heard[sentence] += 1
            unnamed[sentence] += not speakers[attribution.speaker].named
    total = heard.total()
    if not total:
        reason = "no attribution whose speaker was found"
        return Detail("unnamed_share", None, n=0, reason=reason, rules=_UNNAMED)
    interval = share_interval([unnamed[sentence] for sentence in heard], list(heard.values()))
    return Detail("unnamed_share", unnamed.total() / total, total, interval, rules=_UNNAMED)


def _second_hand_details(attributions: Sequence[Attribution]) -> Iterator[Detail]:
    # Nested attributions share their outlet, which is one place all the same.
    passed_on = {(a.second_hand.start, a.second_hand.end): a.second_hand for a in attributions if a.second_hand}
    n = len(attributions)
    yield Detail("second_hand", len(passed_on), n=n, rules=_SECOND_HAND)
    state = sum(outlet.state_media for outlet in passed_on.values())
    yield Detail("second_hand_state_media", state, n=n, rules=("sourcing.state_media",))


def _concentration_details(
    attributions: Sequence[Attribution], words: Words, speakers: dict[str, Speaker]
) -> Iterator[Detail]:
    """How the attributed words are spread over speakers: one voice alone gives 100 % and 1.0."""
    spread = Counter[str]()
    for attribution in attributions:
        if attribution.speaker in speakers:
            for span in attribution.content:
                spread[attribution.speaker] += len(words.within(span.start, span.end))
    total = spread.total()
    if not total:
        for figure in ("top_speaker", "top_share", "concentration"):
            yield Detail(figure, None, n=0, reason="no attributed words whose speaker was found")
        return
    top, most = spread.most_common(1)[0]
    yield Detail("top_speaker", speakers[top].name, n=most)
    yield Detail("top_share", 100 * most / total, n=total)
    yield Detail("concentration", sum((count / total) ** 2 for count in spread.values()), n=total)


def _experts_by_sentence(places: Sequence[tuple[int, Attribution]], speakers: dict[str, Speaker]) -> set[int]:
    """The sentences in which an expert is heard by name."""
    named = {speaker.id for speaker in speakers.values() if speaker.named and speaker.kind == "expert"}
    return {sentence for sentence, attribution in places if attribution.speaker in named}


def _vague_sources(document: Document, expert_at: set[int]) -> Iterator[Evidence]:
    """The narrator's "experts fear", "many believe", "there had been speculation"."""
    words = document.words
    matches = document.matches["sourcing"]
    for index, match in enumerate(matches):
        category, sentence = match.entry.category, words.sentences[match.first]
        if words.voices[match.first] != "narrator" or category not in ("phrase", "group", "quantity", "existential"):
            continue
        first: int | None = match.first
        last = match.last if category == "phrase" else _predicate_end(words, matches, index)
        if category in ("group", "quantity"):
            first = _subject_start(words, match)
            if not expert_at.isdisjoint(range(sentence, sentence + _LOOK_AHEAD + 1)):
                continue
        if first is not None and last is not None:
            start, end = words.starts[first], words.ends[last]
            yield Evidence(start, end, "sourcing.vague", "a source that cannot be looked up", "narrator")


def _subject_start(words: Words, match: Match) -> int | None:
    """Where the vague subject begins, its "many" included; None when a word before it pins it down."""
    first = match.first
    sentence = words.sentences[first]
    before = [i for i in range(max(0, first - 3), first) if words.sentences[i] == sentence]
    if match.entry.category == "quantity":
        if not before or words.forms[before[-1]] in _CLAUSE:
            return first
        return first if words.text[words.ends[before[-1]] : words.starts[first]].strip() else None
    for i in reversed(before):
        if words.forms[i] in ("many", "some", "several", "most", "few", "other"):
            return i
        is_name = words.written(i)[0].isupper() and i - 1 in before
        if words.forms[i] in _PINNED or words.forms[i].endswith("'s") or is_name:
            return None
        if words.text[words.ends[i] : words.starts[i + 1]].strip():
            break
    return first


def _predicate_end(words: Words, matches: Sequence[Match], index: int) -> int | None:
    """The last word of the verb after a subject, or of the rumour after "there is"; None without one."""
    sought = "rumour" if matches[index].entry.category == "existential" else "verb"
    sentence, position = words.sentences[matches[index].first], matches[index].last
    for match in matches[index + 1 : index + 6]:
        gap = words.text[words.ends[position] : match.start]
        if match.first != position + 1 or words.sentences[match.first] != sentence or gap.strip():
            return None
        position = match.last
        if match.entry.category == sought:
            infinitive = position + 1 < len(words) and words.forms[position + 1] == "to"
            return None if infinitive and match.entry.term in _REDUCED else position
        if match.entry.category not in ("filler", "quantity"):
            return None
    return None


METRIC = Metric(
    id="sourcing",
    title="Sourcing",
    theme="sourcing",
    unprinted=("sourcing.named",),
    marks_shown=True,
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="How often the article says where a statement comes from, who is heard, how openly sources are named "
    "and how the room is shared among them. More sources are not better sources.",
    formula="attributions × 100 ÷ words of the body",
    limits=(
        "Finds attributions by rules; some are missed, and a speaker may be linked wrongly.",
        "A role not stated in the copy is not known: kinds come from titles and descriptions in the text.",
        "An unnamed source may have good reason to be; the share does not say.",
        "Passing on an agency's report is ordinary work. “State media” is noted only where the text says so.",
    ),
    sources=(
        Citation(
            "Newell, E., Margolin, D., Ruths, D.",
            2018,
            "An Attribution Relations Corpus for Political News",
            "https://aclanthology.org/L18-1524/",
        ),
        Citation(
            "Asr, F. T., Mazraeh, M., Lopes, A., Gautam, V., Gonzales, J., Rao, P., Taboada, M.",
            2021,
            "The Gender Gap Tracker: Using Natural Language Processing to measure gender bias in media",
            "https://doi.org/10.1371/journal.pone.0245533",
        ),
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
        Citation(
            "Vincze, V.",
            2013,
            "Weasels, Hedges and Peacocks: Discourse-level Uncertainty in Wikipedia Articles",
            "https://aclanthology.org/I13-1044/",
        ),
    ),
    quality=(RELATION, *SPEAKERS, VOICE),
    figures=(
        FigureInfo("attributions", "Attributions", "attributions", "Statements the article attributes to a source."),
        FigureInfo("quoted_share", "Inside quotation marks", "% of body words"),
        FigureInfo("reported_share", "Reported in indirect speech", "% of body words"),
        FigureInfo("named_speakers", "Named speakers", "speakers", "Distinct named speakers with an attribution."),
        *(
            FigureInfo(f"kind_{kind}", label, "attributions", "Attributions to speakers of this kind.")
            for kind, label in _KINDS.items()
        ),
        FigureInfo(
            "unresolved",
            "Speakers not resolved",
            "attributions",
            "To “he”, “she”, “it” or “they” where our rules found nobody it means.",
        ),
        FigureInfo(
            "unnamed_share",
            "Unnamed sources",
            "share of attributions",
            "Attributions to persons or groups without a name, among those whose speaker was found; 0 to 1.",
        ),
        FigureInfo(
            "vague_sources",
            "Vague sources",
            "places",
            "“Experts fear”, “many believe”, “there are reports” in the narrator's voice, nobody named nearby.",
        ),
        FigureInfo("second_hand", "Second-hand", "attributions", "Words taken from another outlet's report."),
        FigureInfo(
            "second_hand_state_media", "Second-hand from state media", "attributions", "By the text's own words."
        ),
        FigureInfo("top_speaker", "Most heard", "name", "The speaker with the most attributed words."),
        FigureInfo("top_share", "Share of the most heard", "% of attributed words"),
        FigureInfo(
            "concentration",
            "Concentration",
            "Herfindahl index",
            "Sum of the speakers' squared shares of the attributed words: 1 for one speaker, near 0 for many.",
        ),
    ),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
