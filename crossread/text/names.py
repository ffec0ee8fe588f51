"""Proper names in running text, by capital letters and the company they keep.

No word list of first names is used: a run of capitalised words is a name, and what stands beside
it (a title, a role, a verb of saying, an acronym in brackets) says of which kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from crossread.lexicon import load_lexicon
from crossread.model import Name, NameKind, Sentence
from crossread.text.words import Words, fold

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct "
    "nov dec easter christmas thanksgiving ramadan".split()
)
# Words with a capital at the head of a sentence and no name's company even before another capital.
_OPENERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my your who what when where why how "
    "which while as if but and or nor so yet for in on at by to from with without of about after before since until "
    "during under over between among against through into near not no yes there here then now today yesterday also "
    "although though because unless whether both either neither each every all some many most several few other "
    "another such one two three four five six seven eight nine ten more less even only just still perhaps maybe "
    "meanwhile however moreover instead despite according asked speaking former exiled late is are was were be do does "
    "did has have had will would can could may might should must let please thanks dear like unlike than too very "
    "earlier later last next first second once again exclusive breaking watch read see".split()
)
_LINKS = frozenset(("of", "for", "the", "and", "on", "de", "van", "von", "der", "bin", "al", "la", "del", "di", "da"))
_PARTICLES = frozenset(("de", "van", "von", "der", "bin", "al", "la", "del", "di", "da"))
_LONGEST = 12  # words of one name; a headline in capitals is not a name


def find_names(words: Words, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """Names of the whole page in reading order, linked: one `key` for a person, place or body."""
    runs = list(_runs(words, sentences))
    titled = {last for first, last, title in runs if title}
    pieces = [(first, last) for first, last, _ in runs]
    keys = _link(words, pieces)
    kinds = _kinds(words, pieces, keys, titled)
    return tuple(
        Name(words.starts[first], _end(words, last), keys[i], kinds[keys[i]]) for i, (first, last) in enumerate(pieces)
    )


def _end(words: Words, index: int) -> int:
    """Where the name's last word ends, without a possessive."""
    end = words.ends[index]
    return end - 2 if words.forms[index].endswith("'s") else end


def bare(words: Words, index: int) -> str:
    """The word as written, without a possessive."""
    return words.text[words.starts[index] : _end(words, index)]


def _runs(words: Words, sentences: Sequence[Sentence]) -> Iterable[tuple[int, int, bool]]:
    """(first word, last word, whether a title stands before) of every name, longest runs first cut at titles."""
    text, forms = words.text, words.forms
    capital = [text[start].isupper() for start in words.starts]
    lower = {forms[i] for i in range(len(words)) if not capital[i]}
    inner = _inner_capitals(words, capital)
    for sentence in sentences:
        if sentence.zone not in ("title", "byline", "body"):
            continue
        within = words.within(sentence.start, sentence.end)
        i = within.start
        while i < within.stop:
            if not _may_start(words, i, capital, lower, inner, within):
                i += 1
                continue
            last = _run_end(words, i, capital, within.stop)
            if last - i < _LONGEST:
                yield from _cut_titles(words, i, last)
            i = last + 1


def _inner_capitals(words: Words, capital: Sequence[bool]) -> frozenset[str]:
    """Forms written with a capital in mid-sentence: names, unless they are the pronoun or a day."""
    text = words.text
    found = set()
    for i in range(1, len(words)):
        if capital[i] and words.sentences[i] == words.sentences[i - 1]:
            gap = text[words.ends[i - 1] : words.starts[i]]
            if gap in (" ", "\u00a0", ", "):
                found.add(fold(bare(words, i)))
    return frozenset(found)


def _may_start(
    words: Words, i: int, capital: Sequence[bool], lower: set[str], inner: frozenset[str], within: range
) -> bool:
    if not capital[i]:
        return False
    form = fold(bare(words, i))
    if form in _CALENDAR or form == "i" or form.startswith("i'"):
        return False
    opens = i == within.start or not words.text[words.ends[i - 1] : words.starts[i]].isspace()
    if not opens:
        return True
    if form in _OPENERS:
        return False
    if form in inner:
        return form not in lower or not form.isalpha() or i != within.start
    follows = i + 1 < within.stop and capital[i + 1] and words.text[words.ends[i] : words.starts[i + 1]].isspace()
    if form in lower or form.endswith(("ly", "ing", "ed")):
        return False
    return follows or i != within.start or form in _place_forms() or bare(words, i).isupper()


def _run_end(words: Words, first: int, capital: Sequence[bool], stop: int) -> int:
    """The last word of the run of capitals that begins at `first`."""
    text, last = words.text, first
    while last + 1 < stop and not words.forms[last].endswith("'s"):
        gap = text[words.ends[last] : words.starts[last + 1]]
        if not (gap.isspace() or (gap in (". ", ".\u00a0") and words.ends[last] - words.starts[last] <= 3)):
            break
        ahead = last + 1
        while ahead < stop and ahead - last <= 2 and words.forms[ahead] in _LINKS and not capital[ahead]:
            ahead += 1
        if ahead >= stop or not capital[ahead] or fold(bare(words, ahead)) in _CALENDAR:
            break
        links = [words.forms[k] for k in range(last + 1, ahead)]
        spaced = all(text[words.ends[k] : words.starts[k + 1]].isspace() for k in range(last, ahead))
        if not spaced and ahead > last + 1:
            break
        if links and not (all(link in _PARTICLES for link in links) or _heads_body(words, first, last)):
            break
        if "and" in links:
            break
        last = ahead
    return last


def _heads_body(words: Words, first: int, last: int) -> bool:
    """Whether a run can go on with "of" or "for the": Institute, Department, Secretary, Bank."""
    heads = _organisation_forms() | {"secretary", "study", "minister", "head", "republic", "kingdom", "state", "bank"}
    return any(words.forms[k] in heads for k in range(first, last + 1))


def _cut_titles(words: Words, first: int, last: int) -> Iterable[tuple[int, int, bool]]:
    """A run without the titles in it: "Russian President Vladimir Putin" is two names and a title."""
    titles = _title_forms()
    start, titled = first, False
    for i in range(first, last + 1):
        is_title = fold(bare(words, i)).rstrip(".") in titles and (i < last or start == i)
        in_body = is_title and i + 1 <= last and words.forms[i + 1] in ("of", "for")
        if is_title and not in_body:
            if start < i:
                yield start, i - 1, titled
            start, titled = i + 1, True
    while start <= last and (words.forms[start] in _LINKS or words.forms[start].endswith(("-based", "-born", "-led"))):
        start += 1
    if start <= last:
        yield start, last, titled


def _link(words: Words, pieces: Sequence[tuple[int, int]]) -> list[str]:
    """A key for each name: the fullest form it is linked to by surname or by acronym."""
    texts = [" ".join(bare(words, k) for k in range(first, last + 1)) for first, last in pieces]
    counts = Counter(texts)
    by_surname: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for (first, last), name in zip(pieces, texts, strict=True):
        if last > first and fold(name) not in _place_forms():
            by_surname.setdefault(bare(words, last), name)
            if counts[name] > counts[by_surname[bare(words, last)]]:
                by_surname[bare(words, last)] = name
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            if len(initials) > 1:
                acronyms.setdefault(initials, name)
    keys = []
    for name in texts:
        full = acronyms.get(name) if name.isupper() and len(name) > 1 else by_surname.get(name)
        if fold(name) in _place_forms():
            full = None
        keys.append(fold(full or name))
    return keys


def _kinds(
    words: Words, pieces: Sequence[tuple[int, int]], keys: Sequence[str], titled: set[int]
) -> dict[str, NameKind]:
    """The kind of each key, from the name itself and from what stands beside any occurrence."""
    kinds: dict[str, NameKind] = {}
    occurrences = Counter(keys)
    short = {key for (first, last), key in zip(pieces, keys, strict=True) if first == last}
    for (first, last), key in zip(pieces, keys, strict=True):
        if kinds.get(key, "other") != "other":
            continue
        kinds[key] = _kind(words, first, last, key, last in titled, key in short and occurrences[key] > 1)
    return kinds


def _kind(words: Words, first: int, last: int, key: str, titled: bool, surname_used: bool) -> NameKind:
    parts = key.split()
    if key in _place_forms():
        return "place"
    if key in _body_forms() or any(part in _organisation_forms() for part in parts):
        return "organisation"
    if titled:
        return "person"
    written = bare(words, first)
    if len(parts) == 1:
        return "organisation" if written.isupper() and len(written) > 2 and written.isalpha() else "other"
    before = words.forms[first - 1] if first else ""
    after = words.text[words.ends[last] : words.ends[last] + 6]
    apposed = after.startswith((", a ", ", an ", ", the", ", who", ", 1", ", 2", ", 3", ", 4", ", 5", ", 6", ", 7", ", 8"))
    if len(parts) <= 4 and (before in _title_forms() or surname_used or apposed):
        return "person"
    return "other"


@cache
def _title_forms() -> frozenset[str]:
    return frozenset(entry.term for entry in load_lexicon("crossread.data", "roles").entries)


@cache
def _place_forms() -> frozenset[str]:
    return frozenset(fold(entry.term) for entry in load_lexicon("crossread.data", "places").entries)


@cache
def _organisation_forms() -> frozenset[str]:
    return frozenset(e.term for e in load_lexicon("crossread.data", "organisations").entries if e.category == "head")


@cache
def _body_forms() -> frozenset[str]:
    return frozenset(fold(e.term) for e in load_lexicon("crossread.data", "organisations").entries if e.category != "head")
