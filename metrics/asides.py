"""Where the page speaks to its reader or of itself: author bio, first person, address, calls to act.

Findings, never faults: a bio's wording is shown as it stands and gets no score.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from crossread.document import Document
from crossread.lexicon import Match
from crossread.metric import Metric, Options, rate_interval
from crossread.model import BODY_ZONES, Citation, Detail, Evidence, FigureInfo, Measurement, Quality, Zone
from crossread.text.capitals import in_title
from crossread.text.words import Words

_PARENTHESIS = re.compile(r"\([^()\n]{1,200}\)")
# Beside these a capital I is a number: "World War I", "Part I".
_NUMBERED = frozenset(
    ["war", "part", "article", "title", "chapter", "phase", "type", "volume", "act", "class", "section"]
)
# Rules that make up the metric's value; the others are counted beside it.
_VALUE_RULES = ("asides.first_person", "asides.reader", "asides.parenthesis", "asides.call")
_BIO_CLASSES = {
    (True, True): "professional credential and identity or belief statement",
    (True, False): "professional credential",
    (False, True): "identity or belief statement",
    (False, False): "neither credential nor identity wording found",
}


def measure(document: Document, options: Options) -> Measurement:
    """The narrator's asides per 100 words, with the bio's wording, calls and furniture beside them."""
    words = document.words
    matches = document.matches["asides"]
    bio = list(_bio(document, matches))
    evidence = [*_pronouns(document), *_phrases(document, matches), *_parentheses(document, matches), *bio]
    evidence.extend(_furniture(document.article.zones))
    asides = [e for e in evidence if e.rule in _VALUE_RULES and e.voice == "narrator"]
    lengths = words.sizes["narrator"]
    hits = Counter(words.sentences[words.within(e.start, e.end)[0]] for e in asides)
    total = words.size("narrator")
    return METRIC.measured(
        100 * len(asides) / total if total else None,
        total,
        interval=rate_interval(hits, lengths),
        details=_details(_counted(evidence, document.article.zones), total),
        evidence=evidence,
    )


def _details(count: Counter[str], total: int) -> list[Detail]:
    wording = (bool(count["asides.bio_credential"]), bool(count["asides.bio_identity"]))
    has_bio = count["asides.bio"] > 0
    bio_class = _BIO_CLASSES[wording] if has_bio else None
    reason = "" if has_bio else "no author bio found in this copy"
    bio_rules = ("asides.bio", "asides.bio_credential", "asides.bio_identity")
    details = [Detail("bio", bio_class, n=count["asides.bio"], reason=reason, rules=bio_rules)]
    for figure in ("bio_credential", "bio_identity", "first_person", "reader", "parenthesis", "call", "furniture"):
        details.append(Detail(figure, count[f"asides.{figure}"], n=total, rules=(f"asides.{figure}",)))
    return details


def _counted(evidence: Sequence[Evidence], zones: Sequence[Zone]) -> Counter[str]:
    """Pieces of evidence by rule; of furniture the blocks, of which one piece may hold many."""
    count = Counter(e.rule for e in evidence)
    count["asides.furniture"] = sum(zone.kind == "furniture" for zone in zones)
    return count


def _furniture(zones: Sequence[Zone]) -> Iterator[Evidence]:
    """Page furniture, blocks that follow one another as one piece: a menu of forty lines is one menu."""
    for is_furniture, run in groupby(zones, lambda zone: zone.kind == "furniture"):
        if is_furniture:
            blocks = list(run)
            rules = ", ".join(dict.fromkeys(zone.rule for zone in blocks))
            note = rules if len(blocks) == 1 else f"{len(blocks)} blocks: {rules}"
            yield Evidence(blocks[0].start, blocks[-1].end, "asides.furniture", note)


def _pronouns(document: Document) -> Iterator[Evidence]:
    """First person and address in the narrator's voice; not "US", "World War I" or "Our Lady"."""
    words = document.words
    for match in document.matches["asides_pronouns"]:
        if words.voices[match.first] == "narrator" and not _is_name(document, match.first):
            rule = f"asides.{match.entry.category.replace(' ', '_')}"
            yield Evidence(match.start, match.end, rule, match.entry.note, "narrator")


def _is_name(document: Document, index: int) -> bool:
    """Whether a pronoun's form is part of a name or title, a country's initials or a numeral."""
    words, text = document.words, document.text
    written, start, end = words.written(index), words.starts[index], words.ends[index]
    opens = index == 0 or words.sentences[index - 1] != words.sentences[index]
    if written in ("US", "i") or _in_names(document, start):
        return True
    if written == "I":
        goes_on = index + 1 < len(words) and words.sentences[index + 1] == words.sentences[index]
        is_initial = goes_on and text[end : end + 1] == "."
        return is_initial or (not opens and words.forms[index - 1] in _NUMBERED)
    is_first_person_singular = written.startswith(("I'", "I’"))
    return not is_first_person_singular and in_title(words, index)


def _in_names(document: Document, start: int) -> bool:
    before = bisect_right(document.names, start, key=lambda name: name.start) - 1
    return before >= 0 and start < document.names[before].end


def _phrases(document: Document, matches: Sequence[Match]) -> Iterator[Evidence]:
    """Calls to act in body and bio, address to the reader in the narrator's voice.

    What page furniture asks for, the site asks and not the author; it has a figure of its own.
    """
    words = document.words
    bios = [zone for zone in document.article.zones if zone.kind == "author_bio"]
    for match in matches:
        voice, category = words.voices[match.first], match.entry.category
        if category == "reader" and voice == "narrator":
            yield Evidence(match.start, match.end, "asides.reader", "address to the reader", voice)
        elif category in ("call", "call opening") and _asks(words, bios, match):
            yield Evidence(match.start, match.end, "asides.call", match.entry.note, voice)


def _asks(words: Words, bios: Sequence[Zone], match: Match) -> bool:
    """Whether a call is one: in the body "refused to tell us" asks nothing; in a bio the phrase is enough."""
    if words.voices[match.first] == "narrator":
        return _opens_clause(words, match.first)
    in_bio = any(zone.start <= match.start < zone.end for zone in bios)
    return in_bio and (match.entry.category == "call" or _opens_clause(words, match.first))


def _opens_clause(words: Words, index: int) -> bool:
    if index == 0 or words.sentences[index - 1] != words.sentences[index]:
        return True
    gap = words.text[words.ends[index - 1] : words.starts[index]]
    return bool(gap.strip()) or words.forms[index - 1] in ("please", "can")


def _parentheses(document: Document, matches: Sequence[Match]) -> Iterator[Evidence]:
    """Remarks in round brackets that judge what is told, or that shout or ask."""
    words = document.words
    judging = {match.first: match.entry.term for match in matches if match.entry.category == "evaluation"}
    for zone in document.article.zones:
        if zone.kind not in BODY_ZONES:
            continue
        for found in _PARENTHESIS.finditer(document.text, zone.start, zone.end):
            within = words.within(*found.span())
            if not within or words.voices[within[0]] != "narrator":
                continue
            reasons = [f"“{judging[index]}”" for index in within if index in judging]
            if not reasons and found[0][-2] in "!?":
                reasons = [f"ends in “{found[0][-2]}”"]
            if reasons:
                note = f"remark in brackets: {', '.join(reasons)}"
                yield Evidence(found.start(), found.end(), "asides.parenthesis", note, "narrator")


def _bio(document: Document, matches: Sequence[Match]) -> Iterator[Evidence]:
    """Author bios whole, and the credential and identity wording in them."""
    words = document.words
    wording = [match for match in matches if match.entry.category in ("credential", "identity")]
    for zone in document.article.zones:
        if zone.kind != "author_bio":
            continue
        yield Evidence(zone.start, zone.end, "asides.bio", zone.rule)
        within = words.within(zone.start, zone.end)
        for match in wording:
            if match.first not in within:
                continue
            if match.entry.category == "identity" and _is_first_name(words, match, within):
                continue
            yield Evidence(match.start, match.end, f"asides.bio_{match.entry.category}", match.entry.note)


def _is_first_name(words: Words, match: Match, zone: range) -> bool:
    """Whether "Christian" and the like head the bio or stand before a capital, as a name does."""
    if match.first == zone.start:
        return True
    after = match.last + 1
    next_to = after in zone and words.starts[after] == match.end + 1 and words.written(after)[0].isupper()
    return match.first == match.last and words.written(match.first)[0].isupper() and next_to


METRIC = Metric(
    id="asides",
    title="Asides",
    theme="form",
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="Where the narrator steps out of the report: first person, address to the reader, remarks in brackets, "
    "calls to act. The author bio, with the kind of its wording, and page furniture are shown beside it.",
    formula="first person, address, evaluative brackets and calls in the narrator's voice × 100 ÷ narrator words",
    limits=(
        "A finding, never a fault: columns and eyewitness reports rightly use the first person.",
        "A bio's class describes its wording. It never judges the person; protected traits are not a fault.",
        "An author bio is good practice; scraped copies often lose it.",
        "Calls to subscribe or donate fund good journalism too.",
    ),
    sources=(
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
        Citation("The Trust Project", 2017, "The 8 Trust Indicators", "https://thetrustproject.org/trust-indicators/"),
        Citation(
            "Recasens, M., Danescu-Niculescu-Mizil, C., Jurafsky, D.",
            2013,
            "Linguistic Models for Analyzing and Detecting Biased Language",
            "https://aclanthology.org/P13-1162/",
        ),
        Citation(
            "Hyland, K.",
            2005,
            "Stance and engagement: a model of interaction in academic discourse",
            "https://doi.org/10.1177/1461445605050365",
        ),
    ),
    quality=(Quality("sentences that are asides", "F1", 0.846, 178, "articles", "political news, asides annotated"),),
    figures=(
        FigureInfo("bio", "Author bio", "kind of wording", "What the bio speaks of; its words are marked."),
        FigureInfo("bio_credential", "Credentials in the bio", "phrases", "Roles, learning, standing in the trade."),
        FigureInfo("bio_identity", "Identity and belief in the bio", "phrases", "Family, belief, stance, allegiance."),
        FigureInfo("first_person", "First person", "words", "“I”, “we”, “our” by the narrator."),
        FigureInfo("reader", "Address to the reader", "phrases", "“You”, “your”, “dear reader” by the narrator."),
        FigureInfo("parenthesis", "Evaluative brackets", "remarks", "Bracketed remarks that judge what is told."),
        FigureInfo("call", "Calls to act", "places", "“Subscribe”, “donate”, “share this”, in body and author bio."),
        FigureInfo("furniture", "Page furniture", "blocks", "Share bars, counts and prompts left in the copy."),
    ),
    minimum_words=50,
    measure=measure,
)
