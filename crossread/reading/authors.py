"""Who wrote it: bylines taken apart into names, without jobs, dates and invitations to share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossread.text.late import late

_LONGEST = 500  # characters: no byline has more
_MOST = 12  # authors; a longer list is none
_MOST_WORDS = 6
_LONGEST_NAME = 60
_NOT_IN_NAMES = frozenset(":!?=<>{}#%→←")
_PARTICLES = frozenset("de da di do dos du del der den des la le van von zu zum af av bin ibn bint al el e y".split())


class Author(Struct, frozen=True, gc=False):
    """A name as written, with what the byline says of its bearer ("Science Editor", "Reuters")."""

    name: str
    note: str = ""
    organisation: bool = False


_ROLE = (
    r"(?:editors?|reporters?|correspondents?|writers?|columnists?|producers?|analysts?|contributors?|photographers?|"
    r"journalists?|critics?|anchors?|bureau chief|chief|directors?|professors?|lecturers?|fellows?|researchers?|"
    r"presenters?|interns?|staff|freelancers?|bloggers?|reviewers?|redakteur(?:in)?|rédact(?:eur|rice)|redactora?|"
    r"journaliste|periodista)"
)
_AGENCY = (
    r"(?:(?:the )?associated press|ap|reuters|afp|agence france[- ]presse|upi|dpa|pa media|press association|"
    r"bloomberg(?: news)?|xinhua|tass|interfax|ansa|efe|kyodo(?: news)?|ians|pti|ani|aap|belga|apa|ritzau|ntb|tt)"
)
# Those that no one takes for the end of a person's name.
_LONG_AGENCY = r"(?:(?:the )?associated press|reuters|agence france[- ]presse|press association|bloomberg news|xinhua)"
_BODY = (  # last words of the name of a newsroom, an agency, a firm
    r"(?:press|news|media|agency|agencies|bureau|desk|services?|network|times|post|journal|tribune|herald|gazette|"
    r"staff|team|board|wires?|magazine|radio|television|tv|inc|ltd|llc|institute|foundation|university|association|"
    r"newsroom|redaktion|rédaction|redacción|redação|redazione|online|\w{2,20}\.(?:com|org|net|co\.uk))"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

# What is cut out of a byline, leaving a gap between names.
_NOISE = late(
    r"\S{1,64}@\S{1,64}\.\w{2,10}|https?://\S+|www\.\S+|\bpic\.twitter\S*|@\w{1,30}"
    rf"|(?:\b{_WEEKDAY},? )?\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {_MONTH},? \d{{4}})\b"
    r"|\b\d{4}-\d\d-\d\d(?:T\S*)?|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4}\b)?"
    r"|\b\d{1,4} (?:min(?:ute)?s?|hours?|days?|weeks?) (?:ago|read)\b"
    r"|\b(?:first |last )?(?:published|updated|posted)(?: (?:on|at)\b)?(?! by)",
    re.I,
)
_LEAD = late(
    r"(?:(?:(?:posted|written|reported|published|story|words|text|analysis|opinion|commentary|review|edited|"
    r"additional reporting) )?by\b|(?:authors?|writers?|reporters?|by|text|texto|texte|words|от|автор|текст):)[:\s]*",
    re.I,
)
_SPLIT = late(
    r"\s*[;|•·/\n]\s*|\s+(?:and|und|et|och|og|with)\s+|\s*&\s*|\s+[–—-]\s+|\s*[()\[\]]\s*|(?<=\w{5})\.\s+", re.I
)
# "Ann Lee in Paris", "Ann Lee is a reporter", "Ann Lee for The Courier": the name ends there.
_NAME_ENDS = late(r"\s(?:is|was|are|has|covers|writes|in|at|for|from|on|via|to|about)(?:\s|$)")
_NAME_ENDS_AT_ROLE = late(
    rf"\s(?=(?:(?:staff|senior|associate|contributing|assistant|deputy|managing|special|chief|political|business|"
    rf"sports?|science|foreign|news|national)\s+)+{_ROLE}\b|{_LONG_AGENCY}$)",
    re.I,
)
_INVITATION = late(
    r"(?:share|follow|view|see|read|more|all|posts?|posted|published|updated?|last|modified|contact|e-?mail|mail|tweet|"
    r"subscribe|print|comments?|bio|biography|about|profile|click|facebook|twitter|instagram|linkedin|whatsapp|"
    r"special to|special for|for the|for|from|on|in|at|to|by|of|via|photo|image|video|getty|advertisement|"
    r"this (?:article|story)|https?)\b",
    re.I,
)
_NOBODY = late(
    r"(?:web|site|super|wp|jd)?\s?-?_?(?:admin(?:istrator)?s?|user|root|editor|webmaster|guest|anonymous|unknown|none"
    r"|editorials?|opinions?|commentary|null|undefined|n/?a|author|authors|default|staff|agencies"
    r"|staff (?:writers?|reporters?)|\w{0,12}admin)$",
    re.I,
)
_SUFFIX = late(r"(?:jr|sr|ii|iii|iv)\.?$", re.I)
_DEGREE = late(r"(?:ph\.?d|m\.?d|m\.?a|m\.?p|j\.?d|dds|rn|esq)\.?$", re.I)
_ACRONYM = late(r"[A-Z]{2,6}$")
_IS_ROLE = late(rf"(?:.{{0,60}}\s)?{_ROLE}(?:\s(?:at|of|for|in|on)\s.{{1,60}})?$|{_ROLE}\b.{{0,60}}$", re.I)
_SERVICE = late(r"(?:blogger|blogspot|wordpress(?:\.com)?|tumblr|wix|squarespace|weebly|ghost)$", re.I)
_IS_AGENCY = late(rf"{_AGENCY}(?: staff)?$", re.I)
_IS_BODY = late(rf"(?:.{{1,50}}\s)?{_BODY}$", re.I)


def split_authors(byline: str) -> list[Author]:
    """The authors a byline or an author field names, in order, each once.

    Jobs and newsrooms after a name go into its note; an agency or newsroom alone is an author.
    E-mail addresses, handles, links, dates and the words of share bars are dropped.
    """
    if len(byline) > _LONGEST:
        return []
    cleaned = _NOISE.sub(" ; ", " ".join(byline.split()))
    lead = _LEAD.match(cleaned)
    authors: list[Author] = []
    for piece in _pieces(cleaned[lead.end() :] if lead else cleaned):
        lead = _LEAD.match(piece)
        _take(piece[lead.end() :] if lead else piece, authors)
    unique: dict[str, Author] = {}
    for author in authors:
        key = fold_name(author.name)
        if key not in unique or not unique[key].note:
            unique[key] = author
    return list(unique.values()) if len(unique) <= _MOST else []


def organisation(name: str) -> list[Author]:
    """The author that a structured field calls an organisation: kept whole, "and" and commas included."""
    name = " ".join(name.split())
    usable = 1 < len(name) <= _LONGEST_NAME and not _NOBODY.match(name) and "://" not in name
    return [Author(name, organisation=True)] if usable else []


def fold_name(name: str) -> str:
    """A name as it is compared: without case, accents, points and a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s]", " ", plain.casefold()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def looks_like_names(authors: Sequence[Author]) -> bool:
    """Whether all of what was split from a container that may hold other words has the form of a full name."""
    return all(
        author.organisation
        or (_all_capitals(author.name) and (len(author.name.split()) > 1 or author.name.upper() == author.name.lower()))
        for author in authors
    )


def has_lead(byline: str) -> bool:
    """Whether a line opens with "By", "Author:" or the like."""
    return bool(_LEAD.match(" ".join(byline[:_LONGEST].split())))


def is_intermediary(publisher: str, host: str) -> bool:
    """Whether a publisher's name is an agency's or a blog service's, and the site at `host` is another's."""
    name = publisher.strip()
    if not _IS_AGENCY.match(name) and not _SERVICE.match(name):
        return False
    return fold_name(name).replace(" ", "") not in host


def _pieces(cleaned: str) -> Iterator[str]:
    """Parts between separators. "Lee, Ann" of library records is one name, "Ann Lee, Bo Ek" are two."""
    for part in _SPLIT.split(cleaned):
        if not part:
            continue
        names = [name.strip() for name in part.split(",") if name.strip()]
        if len(names) == 2 and all(map(_could_be_part, names)):
            yield f"{names[1]} {names[0]}"
        else:
            yield from names


def _could_be_part(name: str) -> bool:
    single = len(name.split()) == 1 and _could_be_name(name)
    return single and not any(pattern.match(name) for pattern in (_IS_AGENCY, _IS_BODY, _IS_ROLE))


def _take(piece: str, authors: list[Author]) -> None:
    """Adds what a piece names: an author, or the note of the one before."""
    piece = piece.strip(" ,:*’'\"”“-–—_")
    if _INVITATION.match(piece):
        return
    piece = _NAME_ENDS.split(piece, maxsplit=1)[0].strip()
    at_role = _NAME_ENDS_AT_ROLE.search(piece)
    if at_role and not _IS_AGENCY.match(piece):
        _take(piece[: at_role.start()], authors)
        piece = piece[at_role.end() :]
    plain = piece.rstrip(".")
    if len(plain.split()) > _MOST_WORDS and _all_capitals(plain):
        _take_run(plain.split(), authors)
        return
    if not plain or _DEGREE.match(plain):
        return
    if _IS_AGENCY.match(plain) or _names_a_body(plain, authors):
        _take_organisation(re.sub(r"(?i)\s+staff$", "", plain), authors)
    elif _SUFFIX.match(plain):
        if authors:
            authors[-1] = Author(f"{authors[-1].name}, {piece}", authors[-1].note)
    elif _IS_ROLE.match(plain):
        _note(authors, plain)
    elif _could_be_name(plain) and not _NOBODY.match(plain):
        authors.append(Author(piece if _SUFFIX.match(piece.split()[-1]) else plain))


def _take_run(words: list[str], authors: list[Author]) -> None:
    """A name and the newsroom after it, run together: "Ann B. Lee Brill Falls Daily Courier ..."."""
    end = 3 if len(words[1].rstrip(".")) == 1 else 2
    authors.append(Author(" ".join(words[:end]), " ".join(words[end:])))


def _names_a_body(piece: str, authors: list[Author]) -> bool:
    """Whether a piece is a newsroom or firm: by its last word, or by its form after a person's name."""
    if _NOBODY.match(piece) or not _could_be_name(piece):
        return False
    if _IS_BODY.match(piece):
        return True
    after_person = bool(authors) and not authors[-1].organisation
    return after_person and bool(piece.startswith("The ") or (_ACRONYM.match(piece) and not authors[-1].name.isupper()))


def _take_organisation(name: str, authors: list[Author]) -> None:
    if authors and not authors[-1].organisation:
        _note(authors, name)
    else:
        authors.append(Author(name, organisation=True))


def _note(authors: list[Author], note: str) -> None:
    if note and authors and not authors[-1].organisation:
        last = authors[-1]
        authors[-1] = Author(last.name, f"{last.note}, {note}" if last.note else note)


def _all_capitals(name: str) -> bool:
    """Whether each word opens with a capital, or a letter of a script without them; "de" and "van" may not."""
    return all(not word[0].islower() or word in _PARTICLES for word in name.split())


def _could_be_name(piece: str) -> bool:
    letters = sum(char.isalpha() for char in piece)
    return (
        letters > 1
        and not any(char.isdigit() or char in _NOT_IN_NAMES for char in piece)
        and len(piece) <= _LONGEST_NAME
        and len(piece.split()) <= _MOST_WORDS
    )
