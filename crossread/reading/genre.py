"""What kind of piece it is: report, opinion, analysis, sponsored; and by which evidence.

No place of a page is made for this, so several are asked, the most explicit first: the type in the
page's data, a label the reader sees, the section, the address. A piece marked only as news is a
report. The note of the finding repeats the words it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from crossread.model import Claim, Found, Zone
from crossread.text.late import late

# https://schema.org/NewsArticle and its sub-types, in lower case. "review", "satire", "fact check"
# and "live blog" are named because calling them reports would mislead.
TYPES: Mapping[str, str] = {
    "reportagenewsarticle": "report",
    "opinionnewsarticle": "opinion",
    "analysisnewsarticle": "analysis",
    "backgroundnewsarticle": "analysis",
    "askpublicnewsarticle": "report",
    "reviewnewsarticle": "review",
    "advertisercontentarticle": "sponsored",
    "satiricalarticle": "satire",
    "liveblogposting": "live blog",
    "claimreview": "fact check",
}
PLAIN_TYPES: Mapping[str, str] = {"newsarticle": "report"}  # said of opinion pieces too: the weakest evidence

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "sponsored",
        r"sponsored(?: content| post| article| story| by .{2,60})?|paid (?:post|content|partner content|advertisement)"
        r"|partner content|paid for by .{2,60}|brought to you by .{2,60}|advertorials?|advertiser content"
        r"|promoted(?: content)?|branded content|brand ?(?:studio|voice|post)|in association with .{2,60}"
        r"|native ad(?:vertising)?|anzeige|werbung|publireportage|contenu sponsorisé|contenido patrocinado"
        r"|publirreportaje|publieditorial",
    ),
    ("satire", r"satire|satirical"),
    (
        "opinion",
        r"opinions?|op[- ]?eds?|editorials?|commentar(?:y|ies)|comment|comment is free|commentisfree|columns?"
        r"|columnists?|viewpoints?|perspectives?|letters(?: to the editor)?|guest (?:essay|column|opinion)"
        r"|the .{2,30} view|views|meinung|kommentare?|leitartikel|kolumnen?|opinión|opinião|opinioni|opinie|tribunes?"
        r"|chroniques?|éditos?|débats|мнени[ея]|колонка",
    ),
    ("analysis", r"analys[ie]s|news analysis|explainers?|explained|background|analyse|análisis|análise|analisi"),
    ("review", r"reviews?|(?:film|movie|book|music|theatre|theater|tv|game) reviews?"),
    ("fact check", r"fact[- ]?checks?|fact[- ]checking|faktencheck|factchecking|verificación"),
    ("live blog", r"live ?blog|live updates"),
)
_LABEL = tuple((genre, late(rf"(?:{words})$")) for genre, words in _WORDS)
_EDGES = " \t|:·•–—-/»›[]()*"
# In an address only words that say it outright; "/review/" and "/live/" are parts of many addresses.
_PATH = (
    (
        "sponsored",
        late(r"(?:sponsored(?:-content)?|paid-?(?:post|content)|brandvoice|partner-content|advertorial)$"),
    ),
    (
        "opinion",
        late(
            r"(?:opinions?|op-?eds?|editorials?|commentisfree|commentary|columns?|columnists?|meinung|kommentare?"
            r"|opinion-.{1,30}|the-?view|letters(?:-to-the-editor)?|tribunes?)$"
        ),
    ),
    ("analysis", late(r"(?:news-)?(?:analys[ie]s|explainers?|explained)$")),
    ("satire", late(r"satire$")),
    ("fact check", late(r"fact-?check(?:s|ing)?$")),
)
_HEAD = 12  # blocks at the top among which a label is looked for
_LONGEST = 80  # characters of a label
_TITLE_SEPARATOR = late(r"\s*[|:]\s+|\s+[|–—-]\s+")


def find_genre(
    text: str, zones: Sequence[Zone], claims: Sequence[Claim], section: str | None, url: str
) -> tuple[Found | None, tuple[Found, ...]]:
    """The genre by the most explicit evidence, and what other evidence says otherwise.

    `claims` are those of genre and title, the most trusted first; `url` may be "".
    """
    said = [claim.found for claim in claims if claim.field == "genre"]
    plain = [found for found in said if found.rule == "json_ld.plain_type"]
    evidence = [found for found in said if found.rule != "json_ld.plain_type"]
    evidence.extend(_labels(text, zones))
    evidence.extend(_title_labels(claim.found for claim in claims if claim.field == "title"))
    evidence.extend(_in_section(section))
    evidence.extend(_in_path(url))
    if not evidence:
        return (plain[0] if plain else None), ()
    first = evidence[0]
    others = {found.value: found for found in reversed(evidence) if found.value != first.value}
    return first, tuple(others[found.value] for found in evidence if others.get(found.value) is found)


def genre_of_label(words: str) -> str | None:
    """The genre that a short label names ("Opinion", "Sponsored by Brill Bank"); None for other words."""
    label = " ".join(words.split()).strip(_EDGES).lower()
    if not 0 < len(label) <= _LONGEST:
        return None
    return next((genre for genre, pattern in _LABEL if pattern.match(label)), None)


def _labels(text: str, zones: Sequence[Zone]) -> Iterator[Found]:
    """Labels the reader sees at the head: a kicker, a line of its own, "Opinion by" in a byline."""
    for zone in zones[:_HEAD]:
        words = text[zone.start : min(zone.end, zone.start + 2 * _LONGEST)]
        if zone.kind in ("kicker", "advertisement"):
            genre = genre_of_label(words)
            if genre:
                yield Found(genre, f"genre.{zone.kind}", zone.start, zone.end, words)
        elif zone.kind == "byline":
            opening = re.match(r"(opinion|analysis|commentary|column|review) by\b", words, re.I)
            if opening:
                genre = genre_of_label(opening[1])
                end = zone.start + opening.end(1)
                yield Found(genre or "opinion", "genre.byline", zone.start, end, opening[1])


def _title_labels(titles: Iterator[Found]) -> Iterator[Found]:
    """ "Opinion | The harbour must wait": a label before the first separator or after the last."""
    for title in titles:
        parts = _TITLE_SEPARATOR.split(title.value[:400])
        if len(parts) < 2:
            continue
        for part in (parts[0], parts[-1]):
            genre = genre_of_label(part)
            if genre:
                yield Found(genre, f"genre.{title.rule.replace('.', '_')}", note=part)


def _in_section(section: str | None) -> Iterator[Found]:
    for part in re.split(r"\s*[,/|>»;]\s*", section[:300]) if section else ():
        genre = genre_of_label(part)
        if genre:
            yield Found(genre, "genre.section", note=part)
            return


def _in_path(url: str) -> Iterator[Found]:
    """A folder of the address; the last part is the story's own name and says nothing of its kind."""
    try:
        parts = urlsplit(url[:2000])
    except ValueError:
        return
    for folder in parts.path.lower().split("/")[:-1]:
        for genre, pattern in _PATH:
            if pattern.match(folder):
                yield Found(genre, "genre.address", note=folder)
                return
