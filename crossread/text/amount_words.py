"""Words that say how exact a number is, and the units that one quantity may be given in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Bound = Literal["at least", "at most", "about", "nearly"]
"""Which side a number is open to; "nearly" is a little less, "about" either."""

_LEAST = (
    "at least|more than|over|no fewer than|no less than|not less than|upwards of|upward of|in excess of|well over"
    "|greater than|above|a minimum of|exceeding|just over|slightly more than|a little over"
)
_MOST = (
    "up to|as many as|as much as|fewer than|less than|no more than|not more than|at most|under|a maximum of|below"
    "|well under|to as many as"
)
_ABOUT = "about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|somewhere around"
_NEARLY = "nearly|almost|close to|just under|just shy of|slightly less than|slightly fewer than|not quite"
_BOUNDS: Mapping[Bound, str] = {"at least": _LEAST, "at most": _MOST, "about": _ABOUT, "nearly": _NEARLY}
BEFORE_BOUNDS: Mapping[tuple[str, ...], Bound] = {
    tuple(words.split()): bound for bound, every in _BOUNDS.items() for words in every.split("|")
}
AFTER_BOUNDS: Mapping[tuple[str, ...], Bound] = {
    ("or", "more"): "at least",
    ("and", "more"): "at least",
    ("or", "so"): "about",
    ("or", "fewer"): "at most",
    ("or", "less"): "at most",
    ("and", "counting"): "at least",
}

DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.4375,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
# Units of length, weight, area and volume with the one unit they are compared in.
SYSTEM = {
    "mile": ("meter", 1609.344),
    "kilometer": ("meter", 1000.0),
    "meter": ("meter", 1.0),
    "foot": ("meter", 0.3048),
    "yard": ("meter", 0.9144),
    "inch": ("meter", 0.0254),
    "centimeter": ("meter", 0.01),
    "millimeter": ("meter", 0.001),
    "ton": ("kilogram", 1000.0),  # a short, a long or a metric one: within what is lost in rounding
    "tonne": ("kilogram", 1000.0),
    "kilogram": ("kilogram", 1.0),
    "kg": ("kilogram", 1.0),
    "gram": ("kilogram", 0.001),
    "acre": ("square meter", 4046.856),
    "hectare": ("square meter", 10000.0),
    "gallon": ("liter", 3.785),
    "barrel": ("liter", 158.987),
    "liter": ("liter", 1.0),
    "litre": ("liter", 1.0),
    "watt": ("watt", 1.0),
    "megawatt": ("watt", 1e6),
    "gigawatt": ("watt", 1e9),
    "degree": ("degree", 1.0),
    "volt": ("volt", 1.0),
    "mph": ("meter an hour", 1609.344),
    "kph": ("meter an hour", 1000.0),
}
RATE_WORDS = frozenset("a an per each every".split())
RATES = frozenset("second minute hour day night week month year person head barrel mile gallon share".split())
