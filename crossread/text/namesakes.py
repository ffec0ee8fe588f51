"""Two people of one surname told apart by "Mr" and "Mrs": "Mr. Osei" is not Ama Osei, who is "Ms. Osei".

Nothing is guessed from given names. Where the page titles a surname both ways, the full names of that
surname are given a title each: by the nouns and pronouns beside them, and where these say nothing by
how often each is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crossread.model import Pronoun
from crossread.text.genders import NOUNS, SHOWN_BY, TITLES
from crossread.text.words import Words

_BESIDE = 4  # words on either side of a full name in which a noun tells
_AFTER = 15  # words after it in which a pronoun tells


def part_namesakes(words: Words, pieces: Sequence[tuple[int, int]], keys: Sequence[str]) -> list[str]:
    """The keys of the names, those of titled surnames parted where "Mr" and "Mrs" share one."""
    titled: dict[str, dict[Pronoun, list[int]]] = {}
    for number, (first, last) in enumerate(pieces):
        pronoun = TITLES.get(words.forms[first - 1]) if first == last and first else None
        if pronoun and words.sentences[first] == words.sentences[first - 1]:
            titled.setdefault(_form(words, last), {}).setdefault(pronoun, []).append(number)
    parted = list(keys)
    for surname, mentions in titled.items():
        if len(mentions) == 2:
            owners = _owners(words, pieces, keys, surname, mentions)
            for pronoun, numbers in mentions.items():
                for number in numbers:
                    parted[number] = owners[pronoun]
    return parted


def is_namesake(key: str) -> bool:
    """Whether a key is that of a titled surname no full name was left for: "ms osei"."""
    return key.split(" ", 1)[0] in TITLES


def _owners(
    words: Words,
    pieces: Sequence[tuple[int, int]],
    keys: Sequence[str],
    surname: str,
    mentions: Mapping[Pronoun, Sequence[int]],
) -> dict[Pronoun, str]:
    """The key of each of the two: that of a full name, or the surname with its title where no name is left."""
    votes: dict[str, Counter[Pronoun]] = {}
    for (first, last), key in zip(pieces, keys, strict=True):
        if first < last and _form(words, last) == surname:
            votes.setdefault(key, Counter()).update(_shown(words, first, last))
    fewest: Pronoun = min(mentions, key=lambda pronoun: len(mentions[pronoun]))
    full = Counter(keys[i] for i, (first, last) in enumerate(pieces) if first < last and keys[i] in votes)
    ranked = [key for key, _ in full.most_common()]
    owners: dict[Pronoun, str] = {}
    for pronoun in (_other(fewest), fewest):
        fits = [key for key in ranked if key not in owners.values() and not _is(votes[key], _other(pronoun))]
        sure = [key for key in fits if _is(votes[key], pronoun)]
        owners[pronoun] = (sure or fits or [f"{'mr' if pronoun == 'he' else 'ms'} {surname}"])[0]
    return owners


def _shown(words: Words, first: int, last: int) -> Counter[Pronoun]:
    """What stands beside a full name: a noun of kinship or office counts for three pronouns."""
    sentence, forms = words.sentences[first], words.forms
    shown: Counter[Pronoun] = Counter()
    beside = [*range(max(0, first - _BESIDE), first), *range(last + 1, min(len(forms), last + 1 + _BESIDE))]
    nouns = [NOUNS[forms[i]] for i in beside if words.sentences[i] == sentence and forms[i] in NOUNS]
    if nouns:
        shown[nouns[0]] += 3
        return shown
    for i in range(last + 1, min(len(forms), last + 1 + _AFTER)):
        if forms[i] in SHOWN_BY:
            shown[SHOWN_BY[forms[i]]] += 1
            break
    return shown


def _is(votes: Counter[Pronoun], pronoun: Pronoun) -> bool:
    return votes[pronoun] > votes[_other(pronoun)]


def _other(pronoun: Pronoun) -> Pronoun:
    return "she" if pronoun == "he" else "he"


def _form(words: Words, index: int) -> str:
    return words.forms[index].removesuffix("'s").removesuffix("'")
