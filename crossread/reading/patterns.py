"""What the blocks of a news page look like: one named pattern per kind of block.

Every pattern is anchored, free of nested repetition and applied to blocks of bounded length. Those
in lower case are matched against text in lower case: to compile them for any case would take twice as long.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}})"
)
_NETWORK = (
    r"(?:facebook|twitter|x|pinterest|linkedin|tumblr|whatsapp|telegram|reddit|email|e-mail|mail|print|messenger|"
    r"copy link|link|instagram|threads|bluesky|mastodon|flipboard|pocket|google\+?|vk|sms|more|share|tweet|pin|save)"
)
_COUNTED = r"(?:views?|comments?|shares?|likes?|reads?|replies)"
_AGENCY = r"(?:reuters|associated press|ap|afp|agence france-presse|upi|bloomberg|dpa)"

Rules = tuple[tuple[str, re.Pattern[str]], ...]


def _rules(*named: tuple[str, *tuple[str, ...]]) -> Rules:
    """Each rule with its alternatives, which are matched against a whole line in lower case."""
    return tuple((rule, re.compile(f"(?:{'|'.join(lines)})$")) for rule, *lines in named)


DATE = re.compile(_DATE)

FURNITURE = _rules(
    ("furniture.page_edge", r"(?:top|bottom|end) of (?:the )?page", r"back to top", r"skip to (?:main )?content"),
    ("furniture.writers_picture", r"[•*·\s]*writer['’]s picture.{0,120}"),
    ("furniture.share_bar", rf"[•*·\s]*{_NETWORK}(?:[\s,|•·/]+{_NETWORK}){{1,14}}"),
    ("furniture.share_prompt", r"share(?: this\b| on\b|:).{0,80}", r"share", r"tweet", r"print", r"email", r"pin it"),
    ("furniture.counts", rf"[\d.,]+[km]?\s*{_COUNTED}(?:[\s|·•]*[\d.,]*[km]?\s*(?:{_COUNTED}|write a comment)){{0,4}}"),
    (
        "furniture.comment_prompt",
        r"(?:write|leave|add|post|submit) (?:a|your) (?:comment|reply)\b.{0,40}",
        r"(?:comments?|join the (?:conversation|discussion)|view comments|show comments).{0,30}",
    ),
    (
        "furniture.navigation",
        r"home|menu|search|log ?in|sign in|next|previous|loading\W*|advertisement|sponsored content",
        r"related (?:posts|articles|stories|content)|recent posts|see all|trending|most (?:read|popular)",
        r"you (?:may|might) (?:also )?like.{0,40}|recommended.{0,40}|more from .{0,60}",
        r"(?:read more|read next|see also)\b.{0,120}",
        r"(?:\d+|one|two|three|four|five|six|ten)[ -]min(?:ute)?s? read",
    ),
    ("furniture.legal", r"(?:©|\(c\)|copyright\b).{0,200}", r".{0,80}all rights reserved.{0,80}"),
    (
        "furniture.prompt",
        r"(?:subscribe|sign up|donate|support (?:us|our))\b.{0,160}",
        r"(?:download our app|get (?:our|the) (?:app|newsletter))\b.{0,160}",
        r"(?:click|tap) here\b.{0,120}",
    ),
    (
        "furniture.media",
        r"(?:watch|listen|video|photos?|image|gallery|pictured|photo credit|credit|getty images)\s*[:|].{0,200}",
    ),
)

BYLINE: Rules = (
    (
        "byline.by",
        re.compile(
            r"(?:By|BY|(?:Written|Posted|Story|Reported|Words|Analysis|Opinion) by)[: ]\s*"
            r"(?P<names>[A-Z][^.!?:]{1,120}|[A-Z][^!?:]{1,60})$"
        ),
    ),
    ("byline.author_label", re.compile(r"(?:Author|Writer|Reporter)s?: (?P<names>[A-Z][^.!?:]{1,120})$")),
)

DATE_LINE = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified|date|on)\b[:\s]*(?:on |at )?)?"
    rf"(?:{_DAY},? )?{_DATE}(?:[\s,|·•@-]+(?:at )?\d{{1,2}}[:.]\d\d.{{0,24}}|,? \d{{4}})?$"
)
MODIFIED = re.compile(r"(?:last )?(?:updated|modified)")

# "WASHINGTON — ", "MINSK, Belarus (AP) – ", "KYIV (Reuters) - "; the place may be gone: "( – ".
_DASH = r"\s?[–—-]{1,2}\s+"
_SPEECH_OR_CAPITAL = r"(?=[\"“'‘A-Z])"
DATELINE: Rules = (
    ("dateline.damaged", re.compile(r"\(\s?(?:[A-Z][\w .]{0,30})?\)?" + _DASH + _SPEECH_OR_CAPITAL)),
    (
        "dateline.place",
        re.compile(
            r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, (?:[A-Z][A-Za-z.]+ ?){1,3})?(?:,? [A-Z][a-z]+\.? \d{1,2})?"
            r"\s?(?:\([A-Z][\w .,/]{1,30}\))?" + _DASH + _SPEECH_OR_CAPITAL
        ),
    ),
    (
        "dateline.agency",
        re.compile(
            r"(?:[A-Z][\w.’'-]+,? ){0,5}\((?:Reuters|AP|AFP|CNN|UPI|dpa|DPA|Bloomberg|Xinhua|TASS)\)\s?[–—:-]{1,2}\s+"
        ),
    ),
)

UPDATE = re.compile(r"updated?\b")
CORRECTION = re.compile(
    r"[\[(*_]?(?:correction|clarification|editors?[’']s? note|updated?"
    r"|this (?:story|article|post|report) has been (?:updated|corrected|amended))\b"
    r"(?: ?\(.{0,40}\))?(?:[:,—–-]| to |\s|\.|\])"
)
CREDIT = _rules(
    (
        "credit.reprint",
        r".{0,120}\b(?:first appeared|(?:first|originally) (?:appeared|published)|republished|reprinted|reposted) "
        r"(?:in|on|at|by|from|with)\b.{0,160}",
    ),
    ("credit.agency", rf"\(?(?:©|copyright)? ?\d{{0,4}} ?(?:the )?{_AGENCY}\)?\.?"),
    (
        "credit.contributed",
        r".{0,200}\bcontributed (?:to this (?:report|article|story)|reporting)\b.{0,120}",
    ),
    ("credit.desk", r"\(?(?:reporting|additional reporting|writing|editing|compiled) by\b.{0,300}"),
)

# The words of an author bio: a job, a home, a family, a way to follow. Needed beside its form.
BIO_FORM = re.compile(
    r"[\[(*_]?(?:about the author[:.]?\s*)?"
    r"(?P<name>(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al)){0,3})"
    r"(?:, [^,]{1,80},)? (?:is|was|are|lives|covers|writes|has|holds|works|reports|serves|teaches|studied|joined"
    r"|graduated|can be|may be)\b"
)
BIO_WORDS = re.compile(
    r"\b(?:reporter|writer|author|editor|journalist|correspondent|columnist|contributor|contributing|freelance|blogger|"
    r"fellow|professor|lecturer|historian|attorney|producer|host|founder|president of|director of|analyst at|veteran|"
    r"covers|graduate|graduated|degree|award|book|bestselling|lives (?:in|with)|living in|resides|based in|mother of|"
    r"father of|wife of|husband|proud|christian|patriot|mom|dad|married|follow|twitter|facebook|instagram|"
    r"e-?mail|reached at|contacted at|newsletter|podcast)\b"
)
_WAYS_TO_FOLLOW = r"(?:@\w|\bon (?:twitter|facebook|x\b|instagram)|twitter\.com|\bat: ?\S+@)"
FOLLOW = re.compile(
    r"[\[(*_]?(?:(?:please )?(?:follow|email|e-mail|contact|reach|write to|tweet|find|connect with)\b.{0,120}"
    rf"{_WAYS_TO_FOLLOW}"
    r"|@\w{2,30}$|about the author\b.{0,60}$|.{0,60}\bcan be reached (?:at|on|by)\b.{0,80}$)"
)
