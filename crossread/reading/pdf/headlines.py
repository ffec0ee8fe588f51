"""Which paragraphs of a PDF are its headline and its headings, by their size and weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from crossread.model import Role, ZoneKind
from crossread.reading.pdf.paragraphs import Paragraph, body_size
from crossread.text.late import late

_TITLE = 1.2  # of the body's size
_HEADING = 1.1
_HEADING_WORDS = 20
_BOLD_WORDS = 12
_MASTHEAD_WORDS = 4
_TITLE_WORDS = 40
_STANDFIRST_WORDS = 6
_PULL_WORDS = 4
_LABEL_WORDS = 6
_CLAIMED_WORDS = 3  # a title in the document information is looked for in the text if it has this many
_SENTENCE = late(r"[.!:,;][\"'”’)]*$")
_YEAR = late(r"\b(?:19|20)\d\d\b")
_BYLINE = late(r"(?:by|von|par|por|di|door)\s", re.I)


class Headlines(Struct):
    """What stands out on the first page with text, and the size it is measured against.

    `story` is the longer paragraphs without case, spaces and marks.
    """

    body: float
    title: Paragraph | None = None
    masthead: Paragraph | None = None
    standfirst: Paragraph | None = None
    above: Sequence[Paragraph] = ()
    story: str = ""


def find_headlines(paragraphs: Sequence[Paragraph], claimed: str) -> Headlines:
    """The headline: the paragraph `claimed` as the title, or else the largest of the first page with text.

    A short line larger than a headline below it is the name of the outlet.
    """
    if not paragraphs:
        return Headlines(0.0)
    headlines = Headlines(body_size([line for paragraph in paragraphs for line in paragraph.lines]))
    story = [each for each in paragraphs if each.size < _HEADING * headlines.body and _words(each) > _HEADING_WORDS]
    headlines.story = " ".join(_folded(each.text) for each in story)
    first = paragraphs[0].lines[0].page
    page = [each for each in paragraphs if each.lines[0].page == first]
    least = _TITLE * headlines.body
    large = [each for each in page if each.size >= least and _words(each) <= _TITLE_WORDS and _letters(each)]
    wanted = _folded(claimed) if len(claimed.split()) >= _CLAIMED_WORDS else ""
    title = next((each for each in page if wanted and _folded(each.text) == wanted), None)
    if title is None and large:
        title = max(large, key=lambda each: round(each.size))
        below = [each for each in large[large.index(title) + 1 :] if _is_headline(each, headlines.body)]
        if _words(title) <= _MASTHEAD_WORDS and below:
            headlines.masthead = title
            title = max(below, key=lambda each: round(each.size))
    headlines.title = title
    headlines.above = page[: page.index(title)] if title is not None else ()
    if title is not None and title is not page[-1]:
        after = page[page.index(title) + 1]
        if _HEADING * headlines.body <= after.size < title.size and _words(after) >= _STANDFIRST_WORDS:
            headlines.standfirst = after
    return headlines


def kind_of(
    paragraph: Paragraph, following: Paragraph | None, headlines: Headlines
) -> tuple[ZoneKind | None, str, Role, int]:
    """Kind, rule, role and level of a paragraph; the kind is None where only its wording can tell."""
    if paragraph is headlines.title:
        return "title", "title.pdf_headline", "heading", 1
    if paragraph is headlines.masthead:
        return "furniture", "furniture.masthead", "paragraph", 0
    if paragraph is headlines.standfirst:
        return "standfirst", "standfirst.below_headline", "paragraph", 0
    if _is_label(paragraph) and any(paragraph is each for each in headlines.above):
        if following is headlines.title:
            return "kicker", "kicker.above_headline", "paragraph", 0
        return "furniture", "furniture.above_headline", "paragraph", 0
    words, large = _words(paragraph), paragraph.size >= _HEADING * headlines.body
    numbered_heading = paragraph.role == "list_item" and large and words <= _BOLD_WORDS
    if paragraph.role != "paragraph" and not numbered_heading:
        return None, "", paragraph.role, int(paragraph.role == "list_item")
    if large and words >= _PULL_WORDS and _folded(paragraph.text) in headlines.story:
        return "furniture", "furniture.pull_quote", "paragraph", 0
    sentence = _SENTENCE.search(paragraph.text) or _BYLINE.match(paragraph.text) or paragraph.text[0] in '“"«„'
    if large and words <= _HEADING_WORDS and not sentence:
        return None, "", "heading", 2
    text_follows = following is not None and not following.bold and _words(following) > words
    if paragraph.bold and words <= _BOLD_WORDS and not sentence and text_follows:
        return None, "", "heading", 3
    return None, "", "paragraph", 0


def _words(paragraph: Paragraph) -> int:
    return len(paragraph.text.split())


def _is_label(paragraph: Paragraph) -> bool:
    """A few words that are no sentence, byline or date."""
    text = paragraph.text
    plain = not _SENTENCE.search(text) and not _BYLINE.match(text) and not _YEAR.search(text)
    return plain and _words(paragraph) <= _LABEL_WORDS


def _is_headline(paragraph: Paragraph, body: float) -> bool:
    """Whether large text below the largest may be the headline, and no list of authors."""
    text = paragraph.text
    return (
        _words(paragraph) > _MASTHEAD_WORDS and paragraph.size >= 1.5 * body and "@" not in text and "://" not in text
    )


def _letters(paragraph: Paragraph) -> bool:
    return sum(char.isalpha() for char in paragraph.text) >= 3


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
