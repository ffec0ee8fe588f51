"""Which places of a page are believed before which: the one spot where that is decided."""

from __future__ import annotations

from crossread.model import Claim

# The places of a claim, the most trusted first: what the user's own table says, then what the publisher
# wrote for machines, then what a container or a file's properties say, then guesses and wording. A rule
# is named place.detail; one of no listed place was read from the copy's words ("byline.by").
PLACES = (
    "row", "json_ld", "meta", "microdata", "html", "mail", "feed", "front_matter", "docx", "pdf", "htmldate",
    "text", "address",
)  # fmt: skip
# Claims of these rules fill a gap but contradict nobody: they may be about something else on the page, and
# who holds the copyright is seldom the name above the paper.
_TIMID = frozenset(
    (
        "html.time",
        "html.byline",
        "html.rel_author",
        "html.address",
        "address.host",
        "publisher.copyright",
        "title.first_short_block",
    )
)
_SPOKEN_BYLINES = frozenset(("byline.by", "byline.author_label"))  # as against containers named so
# Exceptions. A title element carries more than the title and a container named "byline" more than names; a
# link that is there to name the page names it best.
_SHIFTED = {
    "html.title": PLACES.index("text") + 0.5,
    "html.byline": PLACES.index("text") + 0.5,
    "html.canonical": PLACES.index("json_ld") - 0.5,
    "title.first_short_block": PLACES.index("text") + 0.6,
}


def place_of(rule: str) -> str:
    """The place that a claim's rule names; "text" for the rules of zones."""
    place = rule.partition(".")[0]
    return place if place in PLACES else "text"


def trust_of(claim: Claim) -> float:
    """The rank of a claim by its place: the lower, the more trusted."""
    return _SHIFTED.get(claim.found.rule, PLACES.index(place_of(claim.found.rule)))


def is_timid(rule: str) -> bool:
    """Whether a claim of the rule may fill a gap but is no dissent from what another place says."""
    return rule in _TIMID or (rule.startswith("byline.") and rule not in _SPOKEN_BYLINES)
