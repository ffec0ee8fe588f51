"""The fixed sentences of a briefing: sober, the same in every format, and never a verdict."""

from __future__ import annotations

NOT_FOUND = "not found in this copy"

ZONES = {
    "kicker": "kicker",
    "title": "title",
    "standfirst": "standfirst",
    "byline": "byline",
    "date_line": "date",
    "dateline": "dateline",
    "body": "body",
    "quote_block": "quotation set off",
    "caption": "caption",
    "author_bio": "author bio",
    "credit": "credit",
    "correction": "correction",
    "related": "links to other pages",
    "comment": "readers’ comments",
    "advertisement": "advertisement",
    "furniture": "page furniture",
    "": "unassigned",
}

SPEAKER_KINDS = {
    "official": "official",
    "politician": "politician",
    "expert": "expert",
    "business": "business",
    "civil_society": "civil society",
    "media": "news outlet or journalist",
    "state_media": "state media",
    "witness": "witness or private person",
    "person": "named person",
    "institution": "institution",
    "document": "document",
    "poll": "poll",
    "unnamed": "unnamed source",
    "vague_group": "unspecified source",
}

ITEM_KINDS = (
    ("person", "People"),
    ("place", "Places"),
    ("organisation", "Organisations"),
    ("number", "Numbers"),
    ("date", "Dates"),
    ("other", "Other names"),
)

VERDICTS = {
    "differs": "The 95 % intervals of two articles or more do not overlap.",
    "no clear difference": "No clear difference: the 95 % intervals overlap.",
    "no interval": "Not every article has an interval for this figure; a small difference may be chance.",
    "not comparable": "Fewer than two articles have a value.",
}

FIGURES_NOTE = (
    "Figures without a 95 % interval are counts or calculations on this copy; for them the column “Reading” is empty."
)

# The languages that reading tells apart, by their ISO 639-1 code.
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

CANNOT_TELL = (
    "It does not say what is true. No figure here measures accuracy, honesty or reliability, and none should be read "
    "as a grade of an outlet or an author.",
    "It does not place anyone politically, and does not say what an article ought to have carried.",
    "“Not found by our rules” is not “omitted”. The rules miss things, and a copy taken from the web may have lost "
    "captions, links, corrections, a byline or whole paragraphs that the page had.",
    "Topic, genre, translation and house style drive most figures. Compare only articles of one genre about one event.",
    "Rates need length. In a short article one word more or less moves a rate visibly; that is why each figure has its "
    "count beside it, and an interval where one can be computed.",
    "A 95 % interval here comes from resampling the article’s own sentences, 199 times and always in the same way. It "
    "covers the chance of drawing these sentences, not the errors of the rules themselves. Below five sentences there "
    "is none.",
    "Word lists do not understand irony, context or a word’s second meaning. Each mark in the text can be checked, and "
    "should be, before anything is built on it.",
    "More sources are not better sources, fewer hedges are not more accurate, and an easier text is not a better one.",
)


def language_name(code: str, *, code_too: bool = False) -> str:
    """ "German", with `code_too` "German (de)"; a code that the table does not hold stays as it is."""
    name = LANGUAGES.get(code)
    if name is None:
        return code
    return f"{name} ({code})" if code_too else name
