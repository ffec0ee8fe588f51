"""Spellings of one name brought to one form: accents, transliteration, titles, acronyms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from crossread.text.words import find_words, fold

_TITLES = frozenset(
    "president vice prime minister premier chancellor secretary senator sen congressman congresswoman"
    " representative rep governor gov mayor king queen prince princess pope sir lord lady dame mr mrs ms miss dr"
    " doctor prof professor judge justice general gen lieutenant lt colonel col major maj captain capt sgt sergeant"
    " admiral adm ambassador chief prime attorney foreign defense defence interior finance health deputy former acting"
    " first speaker rev reverend father bishop archbishop cardinal rabbi imam sheikh ayatollah sheriff commissioner"
    " councilman councilwoman councillor mp brigadier commander cmdr"
    # Not titles, but read into the name where a sentence begins with them: "Republican Ann Lee", "Plus Lee".
    " republican democrat democratic conservative liberal independent plus".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_SMALL = frozenset("of for the and on in to at de la du des".split())

# Family names that usually stand first, so that a bare "Xi" may mean "Xi Jinping".
FAMILY_FIRST = frozenset("xi kim li wang zhang liu chen moon yoon park lee hu wen deng mao jiang tran nguyen".split())

_SYNONYMS = {
    "united states": "us|usa|united states|united states of america",
    "united kingdom": "uk|britain|great britain|united kingdom",
    "united arab emirates": "uae|united arab emirates|emirates",
    "kyiv": "kyiv|kiev|kyjiv",
    "kharkiv": "kharkiv|kharkov",
    "odesa": "odesa|odessa",
    "lviv": "lviv|lvov",
    "dnipro": "dnipro|dnepr|dnieper",
    "mykolaiv": "mykolaiv|nikolaev",
    "gomel": "gomel|homel|homiel",
    "myanmar": "myanmar|burma",
    "turkey": "turkey|türkiye|turkiye",
    "ivory coast": "ivory coast|côte d'ivoire",
    "czech republic": "czech republic|czechia",
}

# Given names that cross languages; the surname still has to agree before they matter.
_GIVEN = (
    "alexander alex aleksandr aleksander alexandr oleksandr aliaksandr",
    "vladimir volodymyr uladzimir wladimir",
    "sergei sergey sergiy serhii serhiy siarhei",
    "nikolai nikolay mykola mikalai",
    "mikhail mykhailo mikhailo mikhael",
    "dmitry dmitri dmitriy dmytro",
    "yevgeny evgeny yevgeniy yevhen evhen evgeni yauheni",
    "svetlana sviatlana svitlana",
    "yulia julia iulia yuliya",
    "andrei andrey andriy andrii andrew andy",
    "pavel pavlo",
    "oleg oleh",
    "igor ihor",
    "kirill kyrylo",
    "mohammed muhammad mohamed mohammad muhammed",
    "ahmed ahmad",
    "joe joseph",
    "bill will william",
    "bob rob robert bobby",
    "dick rick rich richard",
    "chuck charlie charles",
    "larry lawrence",
    "pete peter",
    "pat patrick",
    "fred frederick",
    "jerry gerald",
    "debbie deborah",
    "sue susan",
    "tony anthony antony",
    "tom thomas",
    "mike michael",
    "jim james",
    "tim timothy",
    "ben benjamin binyamin bibi",
    "dan daniel",
    "dave david",
    "steve steven stephen",
    "chris christopher",
    "matt matthew",
    "ed ted edward",
    "jeff jeffrey geoffrey geoff",
    "ron ronald",
    "don donald",
    "ken kenneth",
    "greg gregory",
    "nick nicholas",
    "sam samuel",
    "liz elizabeth",
    "kate katherine catherine",
    "charlie chuck charles",
    "dick rich rick richard",
    "pete peter",
    "jon jonathan",
    "fred frederick",
    "larry lawrence",
    "bernie bernard",
    "debbie deborah",
)
_GIVEN_CLASS = {name: group.split()[0] for group in _GIVEN for name in group.split()}

# Applied in this order to a folded surname; each only makes spellings of one sound alike.
_SOUNDS = (
    (re.compile(r"^ye(?=[^aeiouy])"), "e"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"yu|iu|ju"), "u"),
    (re.compile(r"ya|ia|ja"), "a"),
    (re.compile(r"[yij]+"), "i"),
    (re.compile(r"enk[oa]$"), "enk"),
    (re.compile(r"(.)\1"), r"\1"),
)
# Further only for surnames whose given names agree as well: "Tsikhanouskaya", "Tikhanovskaya".
_LOOSE_SOUNDS = (
    (re.compile(r"^tsi"), "ti"),
    (re.compile(r"[oa]usk"), "ovsk"),
    (re.compile(r"[oa]u$"), "ov"),
    (re.compile(r"ska$|skai$"), "ski"),
    (re.compile(r"e[iv]$"), "ev"),
)


_SEAT = re.compile(r"^(?:the )?[\w.]{1,40}-based ", re.IGNORECASE)


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The name in small letters without accents, points, possessive, "the", "Paris-based" or punctuation."""
    if name.isascii() and name.replace(" ", "").isalpha():  # most are plain words
        return " ".join(name.lower().split()).removeprefix("the ")
    name = _SEAT.sub("", name)
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    tokens = [fold(bare[start:end]).replace(".", "") for start, end in find_words(bare)]
    tokens = [token.removesuffix("'s").removesuffix("'") for token in tokens]
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    return " ".join(token for token in tokens if token)


def strip_titles(tokens: list[str]) -> list[str]:
    """The tokens without titles in front and "Jr" behind; at least one token stays."""
    start, end = 0, len(tokens)
    while end - start > 1 and tokens[start] in _TITLES:
        start += 1
    while end - start > 1 and tokens[end - 1] in _SUFFIXES:
        end -= 1
    return tokens[start:end]


@lru_cache(maxsize=65536)
def strict_skeleton(surname: str) -> str:
    """A surname with the sounds that transliterations spell differently made alike."""
    for pattern, letters in _SOUNDS:
        surname = pattern.sub(letters, surname)
    return surname


@lru_cache(maxsize=65536)
def loose_skeleton(surname: str) -> str:
    """As `strict_skeleton`, with Belarusian, Ukrainian and Russian endings made alike too."""
    for pattern, letters in _LOOSE_SOUNDS:
        surname = pattern.sub(letters, surname)
    surname = strict_skeleton(surname)
    for pattern, letters in _LOOSE_SOUNDS:
        surname = pattern.sub(letters, surname)
    return surname


def given_skeleton(given: str) -> str:
    """A given name brought to the first spelling of its kind: "oleksandr" is "alexander"."""
    return strict_skeleton(_GIVEN_CLASS.get(given, given))


def organisation_key(name: str) -> str:
    """An organisation's name without word order, small words and British or American spelling."""
    spelled = (_american(token) for token in fold_name(name).split() if token not in _SMALL)
    return " ".join(sorted(spelled))


def _american(token: str) -> str:
    for british, american in (
        ("defence", "defense"),
        ("centre", "center"),
        ("labour", "labor"),
        ("isation", "ization"),
    ):
        if token.endswith(british):
            return token.removesuffix(british) + american
    return token


def initials(name: str) -> tuple[str, ...]:
    """The acronyms a full name may go by, in small letters: with and without its small words."""
    bare = _SEAT.sub("", name).split(" (")[0]
    tokens = [bare[start:end] for start, end in find_words(bare)]
    if len(tokens) > 1 and tokens[0].lower() == "the":
        tokens = tokens[1:]
    if sum(token[0].isupper() for token in tokens) < 2:
        return ()
    great = "".join(t[0] for t in tokens if t.lower() not in _SMALL).lower()
    return tuple(dict.fromkeys((great, "".join(t[0] for t in tokens).lower())))


PLACE_SYNONYMS = {fold_name(name): place for place, names in _SYNONYMS.items() for name in names.split("|")}
