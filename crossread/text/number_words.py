"""The English words numbers are written with: values, scales, months, currencies, units."""

from __future__ import annotations

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}
MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}

CURRENCY_SIGNS = {
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yen",
    "₴": "hryvnia",
    "₽": "ruble",
    "₹": "rupee",
    "₪": "shekel",
}
CURRENCIES = {
    "dollar": "dollar",
    "dollars": "dollar",
    "usd": "dollar",
    "euro": "euro",
    "euros": "euro",
    "eur": "euro",
    "pound": "pound",
    "pounds": "pound",
    "gbp": "pound",
    "yen": "yen",
    "yuan": "yuan",
    "ruble": "ruble",
    "rubles": "ruble",
    "rouble": "ruble",
    "roubles": "ruble",
    "hryvnia": "hryvnia",
    "hryvnias": "hryvnia",
    "rupee": "rupee",
    "rupees": "rupee",
    "shekel": "shekel",
    "shekels": "shekel",
}
SUFFIX_UNITS = {
    "km": "kilometer",
    "kg": "kilogram",
    "mph": "mph",
    "kph": "kph",
    "mm": "millimeter",
    "cm": "centimeter",
    "mw": "megawatt",
    "gw": "gigawatt",
    "s": "decade",
}
# Plurals that no ending gives away, and spellings of one unit.
PLURALS = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "persons": "person",
    "children": "child",
    "feet": "foot",
    "police": "police",
    "personnel": "personnel",
    "aircraft": "aircraft",
    "dead": "dead",
    "wounded": "wounded",
    "injured": "injured",
    "missing": "missing",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "km": "kilometer",
    "kilometres": "kilometer",
    "kilometre": "kilometer",
    "kilometers": "kilometer",
    "metres": "meter",
    "metre": "meter",
    "kg": "kilogram",
    "tonnes": "tonne",
    "buses": "bus",
    "lives": "life",
    "crises": "crisis",
    "series": "series",
    "yrs": "year",
    "mins": "minute",
    "hrs": "hour",
}
MEASURES = frozenset(
    "second minute hour day week month year decade century mile kilometer kilometre km meter metre foot inch yard acre"
    " hectare ton tonne kilogram kg gram liter litre gallon barrel degree volt watt megawatt gigawatt mph kph"
    " percent".split()
)
CLOCK_WORDS = frozenset(("am", "pm", "a.m.", "p.m.", "o'clock"))
# Words after a number that make it a share: "one third", "one of".
FRACTIONS = frozenset("half halves third thirds quarter quarters fifth fifths tenth tenths of another".split())
# Words between a number and its noun that show there is no such noun.
SMALL_WORDS = frozenset(
    "a an the of in on at to from by with for and or but nor as than that which who whose is are was were be been has"
    " have had will would can could may might said says told since until before after during about over under into"
    " out up down off across towards whereas while when where why how it he she they we you i his her its their our"
    " this these those there here not no so if because including includes remains does goes comes makes takes leaves"
    " hours' always perhaps besides".split()
)
YEAR_WORDS = frozenset(
    "in since until till by from of before after during early late mid through to between and the a an his her its"
    " their this that year around circa".split()
)
# A capital word before a number that makes it a name: "Article 5".
LABELS = frozenset(
    "article section resolution title chapter no number group channel boeing airbus flight route highway level phase"
    " category gate terminal platform psalm type unit brigade division area figure table page part act room apollo"
    " interstate pier grade form protocol bill measure prop"
    " proposition amendment rule order case district ward precinct".split()
)
