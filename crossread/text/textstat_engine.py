"""textstat run directly on a text, offline: the reference our own readability figures are held against.

textstat reads the CMU dictionary through NLTK and downloads it when NLTK finds none. Here NLTK is
shown the copy shipped with crossread first, and nothing is downloaded when it refuses that copy.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from crossread.errors import InputError


def textstat_scores(text: str) -> dict[str, float]:
    """textstat's eight scores of a text, by our figure ids; "flesch" is the reading ease."""
    engine = load_textstat()
    return {
        "flesch": float(engine.flesch_reading_ease(text)),
        "flesch_kincaid": float(engine.flesch_kincaid_grade(text)),
        "gunning_fog": float(engine.gunning_fog(text)),
        "automated_readability": float(engine.automated_readability_index(text)),
        "coleman_liau": float(engine.coleman_liau_index(text)),
        "smog": float(engine.smog_index(text)),
        "dale_chall": float(engine.dale_chall_readability_score(text)),
        "lix": float(engine.lix(text)),
    }


@cache
def load_textstat() -> Any:
    """The textstat module with the dictionary in place; an InputError when NLTK will not read it.

    NLTK refuses data that other accounts may write to, which a permissive umask makes of any
    checkout: textstat would then try a download, so we stop before it can.
    """
    import nltk  # half a second with textstat, and only this engine needs them
    import textstat

    folder = str(Path(__file__).parent.parent / "data" / "cmudict")
    if folder not in nltk.data.path:
        nltk.data.path.insert(0, folder)
    try:
        nltk.data.find("corpora/cmudict")
    except LookupError as error:
        raise InputError(
            f"NLTK will not read the dictionary in {folder}; make it writable for you alone "
            f'(chmod -R go-w "{folder}") or use the option engine: crossread'
        ) from error
    return textstat
