"""Which language an article is written in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from crossread.model import Found, Zone

if TYPE_CHECKING:
    from lingua import LanguageDetector

_SAMPLE = 1200  # characters: enough to tell a language, few enough to cost little
_LEAST_WORDS = 12  # below this any guess is chance

# Common English words that other languages in Latin script hardly have. They make up .14 to .40 of
# English news and less than .10 of Danish, Dutch, French, German or Spanish, so that plain English
# is known without loading the detector's models, which costs more than all else in reading.
_ENGLISH = frozenset(
    "the and of to that with his from by which were are their they has this it would said been but not who she its "
    "as will be there we you after about when more or than them could also because into only other what if out".split()
)
_ENGLISH_SHARE = 0.14


def find_language(text: str, zones: Sequence[Zone]) -> Found | None:
    """ISO 639-1 code of the body's language; None where a dozen words are too few or no language fits."""
    body = " ".join(text[zone.start : zone.end] for zone in zones if zone.kind == "body")
    sample = body[:_SAMPLE]
    words = sample.lower().split()
    if len(words) < _LEAST_WORDS:
        return None
    if sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words):
        return Found("en", "language.english_function_words")
    language = _detector().detect_language_of(sample)
    return Found(language.iso_code_639_1.name.lower(), "language.lingua") if language else None


@cache
def _detector() -> LanguageDetector:
    """Languages of the larger presses. Each costs time at the first call; other scripts cost none."""
    from lingua import Language, LanguageDetectorBuilder

    names = (
        "ENGLISH GERMAN FRENCH SPANISH ITALIAN PORTUGUESE DUTCH POLISH SWEDISH DANISH TURKISH CZECH ROMANIAN HUNGARIAN "
        "FINNISH INDONESIAN RUSSIAN UKRAINIAN BULGARIAN GREEK ARABIC HEBREW PERSIAN HINDI CHINESE JAPANESE KOREAN"
    )
    languages = [getattr(Language, name) for name in names.split()]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
