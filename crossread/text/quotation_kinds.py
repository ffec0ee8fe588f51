"""What words in quotation marks are: someone's speech, a title, a term or name, or scare quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from crossread.model import Attribution, Quotation, QuotationKind, Span
from crossread.text.late import late

_LONGEST_TITLE = 14  # words; what is longer was said by somebody
_LONGEST = 120  # characters
_LONGEST_SCARE = 5  # words; a longer part of a sentence in marks was said by somebody, found or not
_AROUND = 160  # characters on each side that are looked at for a word that cites
_TAIL = 60  # characters before it in which a word for a work or a term stands

_WORD = late(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_MARKS = "“”\"„«»`'‘’"
_SMALL = frozenset(
    "a an the and or but nor of in on at to for from by with as is it vs v into over after before under s".split()
)
_NO_FIRST_NAME = frozenset(
    "The A An In On At Of To By For From With And But Or Nor So As His Her Its Their Our My Your This That These Those "
    "When While Where What Who How If After Before Since Both Some Many No Not".split()
)
_WORK = (
    r"(?:book|novel|memoir|autobiography|biography|play|musical|opera|poem|essay|song|single|ballad|album|anthem|track|"
    r"film|movie|documentary|thriller|comedy|sitcom|drama|cartoon|show|talk show|game show|series|miniseries|"
    r"programme|program|podcast|episode|segment|column|article|story|op-ed|editorial|headline|report|paper|study|"
    r"painting|sculpture|mural|exhibition|video|game|hymn|pamphlet|leaflet|newsletter|blog|chapter|magazine|speech|"
    r"franchise|trilogy|bestseller|classic|hit)s?"
)
_TITLED = late(r"\b(?:en|sub)?titled,?:? $|\bheadlined,?:? $|\bunder the headline,? $")
_WORK_BEFORE = late(
    rf"\b{_WORK}(?: (?:about|of|on) [\w ]{{1,30}})?(?:,? (?:called|named|known as))?(?:, simply,?)?[,:]? $", re.I
)
_PLACE_BEFORE = late(
    r"\b(?:abc|nbc|cbs|cnn|pbs|bbc|itv|msnbc|hbo|npr|netflix|fox|fox news|channel 4)(?:[’']s?)? $|"
    r"\b(?:stars?|hosts?|author|creator|director|producer|episode|edition|cast|finale|performance|rendition|rerun|"
    r"chorus|lyrics|cover|sequel|version|singing|sang|appearance|appeared|starred|starring|watching|reading)"
    r" (?:of|to|on|in) $|\b(?:singing|sang|hosts|hosted|directed|starred in) $",
)
_WORK_AFTER = late(
    rf"(?:[’']s)?,? (?:{_WORK}|stars?|hosts?|co-hosts?|actors?|actress|author|creator|director|audience|"
    r"finale|fame|contestants?|theme|soundtrack|viewers)\b",
)
_TERM_BEFORE = late(
    r"\b(?:so-called|(?:the|a|of|that) (?:word|words|term|terms|phrase|phrases|expression|acronym|abbreviation|"
    r"hashtag|nickname|password|code name|codename|category|heading|concept|notion)|"
    r"known(?: \w{2,12})? as|goes by|went by|also called|nicknamed|code-?named|christened|"
    r"short for|stands for|stood for|translates (?:as|to)|translated as|spell(?:ed|ing)|pronounced|meaning|means|"
    r"(?:is|are|was|were|be) (?:called|termed|dubbed|labelled|labeled|classified as|referred to as|listed as))"
    r"(?: the| a| an)?[,:]? $",
)
_NAMES_SOMEONE = late(
    r"\b(?:call|calls|called|calling|dub\w*|brand\w*|label\w*|mock\w*|derid\w*|refer\w*|nicknam\w*|chant\w*|"
    r"shout\w*|yell\w*|dismiss\w*)\b",
)
_SAYS = (
    r"(?:said|says|saying|say|asks?|asked|asking|adds?|added|adding|replied|replying|wrote|writes|"
    r"writing|tweeted|tweeting|shouted|shouting|chanted|chanting|yelled|yelling|declared|declaring|quipped|joked|"
    r"answered|responded)"
)
_SAYS_BEFORE = late(rf"\b{_SAYS}(?:,|:| that| of| is| was| are| were)* $")
_SAYS_AFTER = late(rf",? (?:\w+ ){{0,3}}{_SAYS}\b")
# Any of these in the sentence is taken to say whose words the marks hold, by stem.
_CUE = late(
    r"\b(?:say|says|said|saying|tell|tells|told|telling|call(?:s|ed|ing)?|quot(?:e|es|ed|ing)|acknowledg\w*|"
    r"accus(?:e|es|ed|ing)|admit\w*|alleg\w*|announc\w*|apologi\w*|argu(?:e|es|ed|ing)|ask(?:s|ed|ing)?|assert\w*|"
    r"attack(?:s|ed|ing)|blam(?:e|es|ed|ing)|blast\w*|boast\w*|brand(?:ed|ing)|characteri[sz]\w*|"
    r"cast(?:s|ing)?|charged|charging|coach(?:ed|es|ing)|deem(?:s|ed|ing)?|exhort\w*|gestur\w*|herald(?:s|ed|ing)|"
    r"mouth(?:s|ed|ing)|plead\w*|pronounc\w*|rail(?:s|ed|ing)|rebuk\w*|broadside|voic(?:es|ed|ing)|"
    r"chant\w*|cried|cries|shout\w*|yell\w*|accusation|vent(?:s|ed|ing)|grous\w*|puts? it|"
    r"cit(?:e|es|ed|ing)|claim\w*|comment\w*|complain\w*|conced\w*|conclud\w*|condemn\w*|credit(?:s|ed|ing)|"
    r"critici[sz]\w*|critics|declar\w*|decr(?:y|ies|ied|ying)|denounc\w*|den(?:y|ies|ied|ying)|depict\w*|derid\w*|"
    r"describ\w*|dismiss\w*|dub(?:s|bed|bing)|emphasi[sz]\w*|explain\w*|express\w*|hail(?:s|ed|ing)|insist\w*|"
    r"jok(?:e|es|ed|ing)|label\w*|lambast\w*|lament\w*|mock\w*|not(?:es|ed|ing)|pledg\w*|portray\w*|"
    r"prais\w*|predict\w*|proclaim\w*|promis\w*|quip\w*|recall\w*|refer(?:s|red|ring|ence)|remark\w*|repeat\w*|"
    r"repl(?:y|ies|ied|ying)|respon[ds]\w*|ridicul\w*|ripp?(?:ed|ing)|slamm?(?:s|ed|ing)|speech|statement|"
    r"stress\w*|suggest\w*|swore|tout\w*|tweet\w*|testif\w*|urg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|warn\w*|"
    r"writ(?:e|es|ing|ten)|wrote|according to|in (?:his|her|their) words|in the words of)\b",
)
_FIRST_NAME = late(r"\b([A-Z][\w.’'-]*) $")
_LAST_NAME = late(r" [A-Z][\w’'-]+")
_NEW_SENTENCE = late(r"\s+[“\"A-Z]")
_JOINED = late(r",? (?:[\w’'-]{1,20} ){0,4}")  # “a mess” and a rather “sad” one: said in one breath
# Not after "Mr.", "Sen." or an initial: three letters with no capital, digits or a mark stand before.
_SENTENCE_END = late(
    r"(?<=[a-z ][a-z][a-z]|.\d\d|..[”\")])[.!?…][”’\")\]]*\s+(?=[“‘\"A-Z0-9])|[.!?][”\"]\s+(?=[“\"A-Z])"
)


def tell_kinds(
    text: str, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> tuple[Quotation, ...]:
    """The quotations, each with its kind; one that is not speech has no speaker.

    Titles, nicknames and terms are known by their capitals and the words beside them ("her novel “...”",
    "Robert “Bob” Smith", "so-called “...”"). Of the rest, words an attribution covers, and those in a
    sentence with any word that cites, are speech; so is everything longer than five words, and what
    stands within four words after speech. A shorter
    phrase that nobody is said to have used stands in scare quotes.
    """
    kinds: list[QuotationKind] = []
    told = _merged(sorted((span.start, span.end) for found in attributions for span in found.content))
    starts = [start for start, _ in told]
    for number, quotation in enumerate(quotations):
        brief = quotation.end - quotation.start <= _LONGEST and quotation.closed and len(quotation.spans) == 1
        kind = _kind(text, quotation.spans[0], told, starts) if brief else "speech"
        if kind == "scare" and number and kinds[-1] == "speech":
            gap = text[quotations[number - 1].end : quotation.start]
            kind = "speech" if _JOINED.fullmatch(gap) else kind
        kinds.append(kind)
    return tuple(
        quotation if kind == "speech" else replace(quotation, kind=kind, speaker=None)
        for quotation, kind in zip(quotations, kinds, strict=True)
    )


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _kind(text: str, span: Span, told: Sequence[tuple[int, int]], starts: Sequence[int]) -> QuotationKind:
    if text[span.start] not in _MARKS:
        return "speech"
    if text.count(" ", span.start, span.end) >= (_LONGEST_SCARE if text[span.start + 1].islower() else _LONGEST_TITLE):
        return "speech"
    inner = text[span.start : span.end].strip(_MARKS)
    words = _WORD.findall(inner)
    if not words or len(words) > _LONGEST_TITLE:
        return "speech"
    at = bisect_left(starts, span.end) - 1
    covered = at >= 0 and told[at][1] > span.start
    capital = not words[0][0].islower()
    before = text[max(span.start - _AROUND, 0) : span.start].rpartition("\n")[2]
    tail = before[-_TAIL:].lower()
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    if _SAYS_BEFORE.search(tail[-20:]) or (inner[-1] in ",?!" and _SAYS_AFTER.match(after)):
        return "speech"
    if _is_nickname(before, inner, words, after):
        return "term"
    alone = capital and (not before.strip() or before.rstrip()[-1] in '.!?:”"—–')
    if capital and _is_title(tail, words, after.lower(), alone=alone):
        return "title"
    if _TERM_BEFORE.search(tail):
        return "term"
    if covered or alone or len(words) > _LONGEST_SCARE or _cites(before, inner, after):
        return "speech"
    return "scare"


def _cites(before: str, inner: str, after: str) -> bool:
    """Whether the rest of the quotation's sentence has a word that says whose words these are."""
    if _CUE.search(_SENTENCE_END.split(before)[-1].lower()):
        return True
    if inner[-1] in ".!?" and _NEW_SENTENCE.match(after):
        return False
    return bool(_CUE.search(_SENTENCE_END.split(after, maxsplit=1)[0].lower()))


def _is_nickname(before: str, inner: str, words: Sequence[str], after: str) -> bool:
    """Whether the words stand inside a person's name: Robert “Bob” Smith."""
    if len(words) > 3 or not inner[-1].isalpha() or not _LAST_NAME.match(after):
        return False
    first = _FIRST_NAME.search(before[-30:])
    return bool(first and first[1] not in _NO_FIRST_NAME and any(word[0].isupper() for word in words))


def _is_title(tail: str, words: Sequence[str], after: str, *, alone: bool) -> bool:
    """Whether the words name a book, a film, a programme: by the word for it beside them, or by capitals alone."""
    if _TITLED.search(tail):
        return True
    large = [word for word in words if word not in _SMALL]
    if not large or any(word[0].islower() for word in large):
        return False
    if _WORK_BEFORE.search(tail) or _PLACE_BEFORE.search(tail) or _WORK_AFTER.match(after):
        return True
    return len(large) > 1 and not alone and not _NAMES_SOMEONE.search(tail)
