"""One rule per construction: where the source and the content of a cue stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec.structs import replace

from crossread.attribution.adverbials import adverbials
from crossread.attribution.content import (
    ADJUNCTS,
    CLOSING,
    MANNERS,
    clause_stop,
    clause_to,
    content_after,
    content_before,
    content_limit,
    content_resumed,
    nothing_follows,
    skip_to_content,
)
from crossread.attribution.cues import JOINING, CueWord, find_cues
from crossread.attribution.families import nominal
from crossread.attribution.grammar import NOMINATIVE, PREPOSITIONS, RELATIVES, cue_forms, is_finite
from crossread.attribution.infinitives import infinitive
from crossread.attribution.labels import labelled
from crossread.attribution.minds import can_mean, introduces, stands_alone
from crossread.attribution.objects import is_fought
from crossread.attribution.page import Draft, Line, Page, WordSpan
from crossread.attribution.passives import passive
from crossread.attribution.sources import left_source, right_source, subject_after, subject_of
from crossread.model import NO_ANSWER, Cue, Span

_TOPICAL = ("nominal_topic", "nominal_agentless")
_CONTENT_PRONOUNS = frozenset(("which", "that", "what"))
_CONTENT_FOLLOWS = frozenset(("subject", "shared_subject", "relative"))
_NO_INVERTED = frozenset("that there this so himself herself themselves itself him them me us".split())
_ISSUED = frozenset(
    "statement letter memo tweet email post message release note speech video ad editorial column".split()
)
_FRONTED = ADJUNCTS | MANNERS
_AFTER_INVERTED = _FRONTED | {"who"}
_LONGEST_FRONTED = 40  # words of a phrase before the subject


def draft_attributions(page: Page) -> Iterator[Draft]:
    """Attributions of every title and body sentence, in reading order."""
    for line in page.lines():
        taken: set[int] = set()  # the words of cues
        contents: list[Span] = []
        yield from _of_verbs(line, taken, contents)
        for i in line.nouns:
            draft = nominal(line, i) if i not in taken else None
            if draft and not (draft.rule in _TOPICAL and _is_told(line.starts[i], contents)):
                yield _covering(line, draft)
        yield from _deeds(line, taken, contents)
        if line.adverbials:
            yield from (_covering(line, draft) for draft in adverbials(line))
    yield from labelled(page)


def _of_verbs(line: Line, taken: set[int], contents: list[Span]) -> Iterator[Draft]:
    """The attributions of a sentence's reporting verbs; their words and contents are noted."""
    cues = list(find_cues(line))
    previous: WordSpan | None = None  # the latest source that is not inside what another says
    told = 0
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        if cue.first in taken:
            continue  # "as saying" of "was quoted as saying"
        if line.starts[cue.group] >= told:
            line.floor = line.first
        source, draft = _attribute(line, cue, following, previous)
        if draft:
            taken.update(range(cue.group, bisect_left(line.starts, draft.cue.spans[-1].end)))
            contents += draft.content
            if previous is None or source is None or line.starts[source[0]] >= told:
                previous = source or previous
            if draft.rule in _CONTENT_FOLLOWS:
                told = max(told, draft.content[-1].end)
                line.floor = bisect_left(line.starts, draft.content[0].start)
            yield draft


def _deeds(line: Line, taken: set[int], contents: list[Span]) -> Iterator[Draft]:
    """Infinitives of speech that nobody's words hold: "rose to praise the plan"."""
    for match in line.verbs:
        if match.first in taken or line.forms[match.first - 1] != "to":
            continue
        if not _is_told(line.starts[match.first], contents):
            line.floor = line.first
            found = infinitive(line, match)
            if found and can_mean(line, found[1]):
                yield _draft(line, found[0], found[1], found[2], "infinitive")


def _is_told(start: int, contents: list[Span]) -> bool:
    """Whether a text offset is inside what somebody says."""
    return any(span.start <= start < span.end for span in contents)


def _attribute(
    line: Line, cue: CueWord, following: CueWord | None, previous: WordSpan | None
) -> tuple[WordSpan | None, Draft | None]:
    """The source of a cue and the attribution, if there is one; `previous` is the source before it."""
    if cue.passive:
        return _passive(line, cue)
    source, rule = _subject(line, cue)
    if source is None:
        source = _inverted_source(line, cue)
        content = content_before(line, line.starts[cue.group]) if source else []
        if source and content:
            return source, _draft(line, cue, source, content, "inverted")
        source, rule = _shared_subject(line, cue, previous), "shared_subject"
    if source is None and cue.participle and cue.group - line.first <= 1:
        return _fronted_participle(line, cue)
    if source is None or source[1] >= cue.group:
        return None, None
    limit = content_limit(line, cue, following, source)
    after, addressee = skip_to_content(line, cue, limit)
    if not introduces(line, after, limit) and (
        is_fought(line, cue, source, after, limit) or not stands_alone(line, cue, source, after)
    ):
        return None, None
    if rule == "subject" and (earlier := _said_before(line, cue, source, after, limit)):
        rule, content = earlier
        return source, _draft(line, cue, source, content, rule, addressee)
    if source[0] == source[1] and line.forms[source[0]] in ("i", "we") and not introduces(line, after, limit):
        return None, None  # "we hope the wall holds": the narrator, whose words need no attribution
    content = _of_relative(line, cue, source) or content_after(line, cue, after, limit)
    if not content and "q" in cue.frames:
        content = _quotation_next(line)
    return source, _draft(line, cue, source, content, rule, addressee) if content else None


def _fronted_participle(line: Line, cue: CueWord) -> tuple[WordSpan | None, Draft | None]:
    """ "Calling the plan reckless, Lee left": the content ends at the comma before the subject."""
    for k in range(cue.last + 2, min(line.stop, cue.last + _LONGEST_FRONTED)):
        if "," in line.gap(k) and not line.quoted(k):
            source = subject_after(line, k)
            after, addressee = skip_to_content(line, cue, k)
            if source is None or not can_mean(line, source):
                continue
            content = content_after(line, cue, after, k) if after < k else []
            return source, _draft(line, cue, source, content, "fronted", addressee) if content else None
    return None, None


def _of_relative(line: Line, cue: CueWord, source: WordSpan) -> list[Span]:
    """ "a rule which Lee said would hold": the pronoun and what is said of it, up to the next comma."""
    pronoun, after = source[0] - 1, cue.last + 1
    if pronoun < line.first or line.forms[pronoun] not in _CONTENT_PRONOUNS or after >= line.stop:
        return []
    if not line.adjacent(source[0]) or not line.adjacent(after) or not is_finite(line, after):
        return []
    limit = clause_stop(line, after, subordinate=True)
    return [Span(*line.span((pronoun, pronoun))), clause_to(line, after, limit)]


def _subject(line: Line, cue: CueWord) -> tuple[WordSpan | None, str]:
    """The source before a cue with the rule that found it: its subject, or what "who" beside it refers to."""
    if cue.participle and cue.group > line.first and "," in line.gap(cue.group):
        return None, ""
    if cue.participle and line.forms[cue.group - 1] in _ISSUED:
        source = subject_of(line, cue.group)  # "issued a statement saying": who issued it
        if source:
            return source, "shared_subject"
    source = left_source(line, cue.group)
    if source is None or (cue.participle and not can_mean(line, source)):
        return None, ""  # "gave a speech praising the plan": whoever gave it
    related = line.forms[cue.group - 1] in RELATIVES and source[1] < cue.group - 1
    return source, "relative" if related else "subject"


def _said_before(line: Line, cue: CueWord, source: WordSpan, after: int, limit: int) -> tuple[str, list[Span]] | None:
    """The content where nothing follows the cue that could be it: what stands before the source, or goes on after."""
    closes = nothing_follows(line, cue, after, limit)
    if not (closes or _answers_quotation(line, source[0], after, limit)):
        return None
    if source[0] == line.first and "q" in cue.frames and (asked := _quotation_before(line)):
        return "clause_first", asked + [span for span in content_resumed(line, cue, limit) if _is_quoted(line, span)]
    begin = source[0]
    if begin - 1 > line.first and line.forms[begin - 1] == "as":
        begin -= 1  # "It leaks, as Lee said"
    if _clause_before(line, begin):
        content = content_before(line, line.starts[begin])
        if content:
            quoted = line.quoted(begin - 1)  # after a quotation only another goes on
            resumed = content_resumed(line, cue, limit)
            return "clause_first", content + [span for span in resumed if not quoted or _is_quoted(line, span)]
    if after == cue.last + 1 and "q" in cue.frames and _inserted(line, source[0]):
        content = content_resumed(line, cue, line.stop)
        if content:
            return "inserted", [*_fronted(line, source[0]), *content]
    return None


def _answers_quotation(line: Line, first: int, after: int, limit: int) -> bool:
    """ "“We won,” Smith told reporters outside the hall": the quotation before the source is what was said."""
    if first == line.first or not line.quoted(first - 1):
        return False
    end = line.page.piece_at(line.starts[first - 1])
    closed = end is not None and line.text[end.end - 3 : end.end].rstrip(CLOSING)[-1:] in (",", "?", "!")
    if not introduces(line, after, limit):
        return True
    return closed and line.forms[after] != "that" and ":" not in line.gap(after)


def _passive(line: Line, cue: CueWord) -> tuple[WordSpan | None, Draft | None]:
    """The attribution of a passive verb, whose agent must be able to say or think something."""
    found = passive(line, cue)
    if found is None or (found.source and not can_mean(line, found.source)):
        return None, None
    if found.cue_end is not None:
        cue = replace(cue, last=found.cue_end)
    return found.source, _draft(line, cue, found.source, found.content, found.rule, found.addressee)


def _inverted_source(line: Line, cue: CueWord) -> WordSpan | None:
    """The source after its verb: "...," said X. The verb follows a comma, a dash or a closing mark."""
    if cue.group == line.first or cue.participle or cue.first != cue.group:
        return None
    if "q" not in cue.frames and not ("c" in cue.frames and line.quoted(cue.group - 1)):
        return None
    between = line.gap(cue.group)
    if between.isspace() or "(" in between:
        return None
    source = right_source(line, cue.last + 1, long=False)
    if source is None or line.quoted(source[0]) or line.forms[source[0]] in _NO_INVERTED:
        return None
    for k in range(source[0], source[1] + 1):
        if k > source[0] and not line.gap(k).isspace():
            break
        reduced = line.forms[k].endswith("ed") and k + 1 < line.stop and line.forms[k + 1] in PREPOSITIONS
        if is_finite(line, k) and not reduced:  # but "says a source involved in it"
            return None
    after = source[1] + 1
    if after < line.stop and line.adjacent(after) and line.forms[after] not in _AFTER_INVERTED:
        return None  # a verb follows: what looked like the source is the subject of what is said
    return source


def _shared_subject(line: Line, cue: CueWord, previous: WordSpan | None) -> WordSpan | None:
    """The source of ", saying ..." and "... and said ...": that of the cue before, or the sentence's subject."""
    before = line.forms[cue.group - 1] if cue.group > line.first else ""
    coordinated = before in ("and", "but") or (cue.participle and before in JOINING)
    if not (cue.participle or coordinated):
        return None
    if cue.participle and line.adjacent(cue.group) and before not in JOINING:
        return subject_of(line, cue.group)
    return previous or subject_of(line, cue.group)


def _quotation_before(line: Line) -> list[Span]:
    """The quotation the sentence before ends with: "“Why not?” Lee asked": a question ends a sentence."""
    earlier, sentences = line.number - 1, line.page.sentences
    if earlier < 0 or sentences[earlier].paragraph != sentences[line.number].paragraph:
        return []
    piece = line.page.piece_at(sentences[earlier].end - 1)
    return line.page.quotation_at(piece.start) if piece and piece.end <= line.start else []


def _quotation_next(line: Line) -> list[Span]:
    """The quotation that opens the next paragraph, after a colon: "Lee said:"."""
    following, sentences = line.number + 1, line.page.sentences
    if line.text[line.end - 1] != ":" or following == len(sentences):
        return []
    return line.page.quotation_at(sentences[following].start)


def _is_quoted(line: Line, span: Span) -> bool:
    piece = line.page.piece_at(span.start)
    return piece is not None and piece.start == span.start


def _clause_before(line: Line, first: int) -> bool:
    """Whether a clause or a quotation with a pause stands before word `first`."""
    if first <= line.first:
        return False
    if line.quoted(first - 1):
        return True
    opener = line.forms[line.first]
    if opener == "asked" or (opener.endswith("ing") and opener in cue_forms()):
        return False  # "Noting that it leaks, Lee asked why": two attributions
    fronted = line.forms[line.first] in _FRONTED  # "On Monday, he said": no clause
    return any(mark in line.gap(first) for mark in ",—–") and first - line.first >= (3 if fronted else 2)


def _inserted(line: Line, first: int) -> bool:
    """Whether the source opens the sentence but for "As" or a phrase with a comma: "In Miami, Lee said, ..."."""
    if first - line.first == 1 and line.forms[line.first] == "as":
        return True
    return first > line.first and "," in line.gap(first) and not line.quoted(first - 1)


def _fronted(line: Line, first: int) -> list[Span]:
    """The phrase before an inserted source, which belongs to what is said."""
    return content_before(line, line.starts[first]) if "," in line.gap(first) else []


def _draft(
    line: Line, cue: CueWord, source: WordSpan | None, content: list[Span], rule: str, addressee: WordSpan | None = None
) -> Draft:
    made = Cue((Span(*line.span((cue.group, cue.last))),), cue.lemma, cue.stance)
    told = line.span(addressee) if addressee else None
    named = line.span(source) if source else None
    if source and source[0] == source[1]:
        pronoun = line.forms[source[0]].partition("'")[0]
        if pronoun in NOMINATIVE or pronoun == "who":  # "they'll", "who's"
            named = line.starts[source[0]], line.starts[source[0]] + len(pronoun)
    return _covering(line, Draft(named, made, content, NO_ANSWER if cue.silent else rule, line.number, told))


def _covering(line: Line, draft: Draft) -> Draft:
    draft.covers = line.page.covered(draft.content)
    return draft
