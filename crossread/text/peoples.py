"""What the people and things of a place or party are called: "Russian" of Russia, "Republicans" of the party."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.text.spelling import PLACE_SYNONYMS, fold_name

# Made by rule from the listed places; the longest ending left over decides between Niger and Nigeria.
_VOWELS = "aeiouy"
_AFTER_VOWEL = ("n", "an")
_AFTER_CONSONANT = ("an", "ian", "i", "ese", "ic", "er")
_AFTER_STEM = ("an", "ian", "ese", "ish", "ic", "i")

# What no ending gives: home -> words for its people and what is theirs, in small letters.
_IRREGULAR = {
    "united states": "america american",
    "united kingdom": "british briton",
    "england": "english",
    "scotland": "scottish scot",
    "wales": "welsh",
    "ireland": "irish",
    "france": "french",
    "germany": "german",
    "spain": "spanish spaniard",
    "greece": "greek",
    "netherlands": "dutch",
    "switzerland": "swiss",
    "denmark": "danish dane",
    "norway": "norwegian",
    "sweden": "swede",
    "finland": "finnish finn",
    "poland": "polish pole",
    "turkey": "turkish turk",
    "cyprus": "cypriot",
    "portugal": "portuguese",
    "serbia": "serb",
    "croatia": "croat",
    "slovakia": "slovak",
    "slovenia": "slovene",
    "czech republic": "czech",
    "peru": "peruvian",
    "argentina": "argentine",
    "philippines": "filipino",
    "thailand": "thai",
    "lebanon": "lebanese",
    "saudi arabia": "saudi",
    "united arab emirates": "emirati",
    "somalia": "somali",
    "congo": "congolese",
    "kosovo": "kosovar",
    "chechnya": "chechen",
    "moscow": "muscovite",
    "west": "western westerner",
    "republican party": "republican gop",
    "democratic party": "democrat democratic",
}
# As datelines and politicians' names have them; "Miss", "Mass", "Ill" and "La" are words as well.
_ABBREVIATED = {
    "ala": "alabama",
    "ariz": "arizona",
    "ark": "arkansas",
    "calif": "california",
    "colo": "colorado",
    "conn": "connecticut",
    "fla": "florida",
    "ga": "georgia",
    "kan": "kansas",
    "ky": "kentucky",
    "md": "maryland",
    "mich": "michigan",
    "minn": "minnesota",
    "mont": "montana",
    "neb": "nebraska",
    "nev": "nevada",
    "okla": "oklahoma",
    "pa": "pennsylvania",
    "tenn": "tennessee",
    "tex": "texas",
    "va": "virginia",
    "wis": "wisconsin",
    "wyo": "wyoming",
}
PARTIES = frozenset(("republican party", "democratic party"))


def home_of(name: str) -> str:
    """The place or party a word for its people or for what is theirs belongs to, folded; "" for any other name."""
    return _homes().get(fold_name(name), "")


def words_for(home: str) -> tuple[str, ...]:
    """The words for the people of a folded place or party and for what is theirs, in small letters."""
    return _words().get(home, ())


@from_lexicons
def _homes() -> dict[str, str]:
    found: dict[str, tuple[int, str]] = {}
    for place in load_lexicon("crossread.data", "places").terms:
        folded = fold_name(place)
        home = PLACE_SYNONYMS.get(folded, folded)
        for word, left in _by_rule(folded):
            if left > found.get(word, (0, ""))[0]:
                found[word] = left, home
    homes = {word: home for word, (_, home) in found.items()}
    homes.update(_ABBREVIATED)
    for home, words in _IRREGULAR.items():
        for word in words.split():
            homes[word] = home
            homes[word if word.endswith(("s", "sh", "ch", "ese")) else f"{word}s"] = home
    return homes


@from_lexicons
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word, home in _homes().items():
        found.setdefault(home, []).append(word)
    return {home: tuple(words) for home, words in found.items()}


def _by_rule(place: str) -> Iterator[tuple[str, int]]:
    """Words with how many letters of the place they keep."""
    if len(place) < 4:
        return
    stems: list[tuple[str, tuple[str, ...]]] = [(place, _AFTER_CONSONANT)]
    if place[-1] in _VOWELS:
        stems = [(place, _AFTER_VOWEL), (place[:-1], _AFTER_STEM)]
    if place.endswith("as"):
        stems.append((place[:-2], ("an",)))
    if place.endswith("stan"):
        stems.append((place[:-4].rstrip("i"), ("", "i")))
    for stem, endings in stems:
        for ending in endings:
            word = stem + ending
            yield word, len(stem)
            if not word.endswith(("ese", "ish", "ic")):
                yield f"{word}s", len(stem)
