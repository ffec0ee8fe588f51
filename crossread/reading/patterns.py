"""What the blocks of a news page look like: one named pattern per kind of block.

Every pattern is anchored, free of nested repetition and applied to blocks of bounded length.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}})"
_NETWORKS = (
    r"(?:facebook|twitter|x|pinterest|linkedin|tumblr|whatsapp|telegram|reddit|email|e-mail|mail|print|messenger|"
    r"copy link|link|instagram|threads|bluesky|mastodon|flipboard|pocket|google\+?|vk|sms|more|share|tweet|pin|save)"
)

DATE = re.compile(_DATE, re.I)

FURNITURE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern, re.I))
    for rule, pattern in (
        ("furniture.page_edge", r"^(?:(?:top|bottom|back to top|end) of (?:the )?page|back to top|skip to (?:main )?content)$"),
        ("furniture.writers_picture", r"^[•*·\s]*writer['’]s picture.{0,120}$"),
        ("furniture.share_bar", rf"^[•*·\s]*{_NETWORKS}(?:[\s,|•·/]+{_NETWORKS}){{1,14}}$"),
        ("furniture.share_prompt", r"^(?:share(?: this| on\b.{0,40}|:).{0,60}|share|tweet|print|email|pin it)$"),
        ("furniture.counts", r"^[\d.,]+[km]?\s*(?:views?|comments?|shares?|likes?|reads?|replies)(?:[\s|·•]*[\d.,]*[km]?\s*(?:views?|comments?|shares?|likes?|write a comment)){0,4}$"),
        ("furniture.comment_prompt", r"^(?:write|leave|add|post|submit) (?:a|your) (?:comment|reply)\b.{0,40}$|^(?:comments?|join the (?:conversation|discussion)|view comments|show comments).{0,30}$"),
        ("furniture.navigation", r"^(?:home|menu|search|log ?in|sign in|next|previous|loading\W*|advertisement|sponsored content|related (?:posts|articles|stories|content)|recent posts|see all|trending|most (?:read|popular)|you (?:may|might) (?:also )?like.{0,40}|recommended.{0,40}|more from .{0,60}|read more\b.{0,120}|read next\b.{0,120}|see also\b.{0,120}|(?:\d+|one|two|three|four|five|six|ten)[ -]min(?:ute)?s? read)$"),
        ("furniture.legal", r"^(?:©|\(c\)|copyright\b).{0,200}$|^.{0,80}all rights reserved.{0,80}$"),
        ("furniture.prompt", r"^(?:subscribe|sign up|donate|support (?:us|our)|download our app|get (?:our|the) (?:app|newsletter))\b.{0,160}$|^(?:click|tap) here\b.{0,120}$"),
        ("furniture.media", r"^(?:watch|listen|video|photos?|image|gallery|pictured|photo credit|credit|getty images)\s*(?::|\|).{0,200}$"),
    )
)  # fmt: skip

BYLINE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        ("byline.by", r"^(?:By|BY|Written by|Posted by|Story by|Reported by|Words by|Analysis by|Opinion by)[: ]\s*(?P<names>[A-Z][^.!?;:]{1,120}|[A-Z][^!?;:]{1,60})$"),
        ("byline.author_label", r"^(?:Author|Writer|Reporter)s?: (?P<names>[A-Z][^.!?;:]{1,120})$"),
    )
)  # fmt: skip

DATE_LINE = re.compile(
    rf"^(?:(?:published|posted|updated|last updated|last modified|modified|date|first published|on)\b[:\s]*(?:on |at )?)?"
    rf"(?:{_DAY},? )?{_DATE}(?:[\s,|·•@-]+(?:at )?\d{{1,2}}[:.]\d\d.{{0,24}}|,? \d{{4}})?$",
    re.I,
)
MODIFIED = re.compile(r"^(?:last )?(?:updated|modified)", re.I)

# "WASHINGTON — ", "MINSK, Belarus (AP) – ", "KYIV (Reuters) - "; the place may be gone: "( – ".
DATELINE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dateline.damaged", re.compile(r"\(\s?(?:[A-Z][\w .]{0,30})?\)?\s?[–—-]{1,2}\s+(?=[\"“'‘A-Z])")),
    (
        "dateline.place",
        re.compile(
            r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, (?:[A-Z][A-Za-z.]+ ?){1,3})?(?:,? [A-Z][a-z]+\.? \d{1,2})?"
            r"\s?(?:\([A-Z][\w .,/]{1,30}\))?\s?[–—-]{1,2}\s+(?=[\"“'‘A-Z])"
        ),
    ),
    (
        "dateline.agency",
        re.compile(r"(?:[A-Z][\w.’'-]+,? ){0,5}\((?:Reuters|AP|AFP|CNN|UPI|dpa|DPA|Bloomberg|Xinhua|TASS)\)\s?[–—:-]{1,2}\s+"),
    ),
)

CORRECTION = re.compile(
    r"^[\[(*_]?(?:correction|clarification|editor[’']s note|editors[’'] note|update|updated|this (?:story|article|post|report) has been "
    r"(?:updated|corrected|amended))\b(?: ?\(.{0,40}\))?(?:[:,—–-]| to |\s|\.|\])",
    re.I,
)
CREDIT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern, re.I))
    for rule, pattern in (
        ("credit.reprint", r"^.{0,120}\b(?:first appeared|originally (?:appeared|published)|was (?:first|originally) published|republished|reprinted|reposted) (?:in|on|at|by|from|with)\b.{0,160}$"),
        ("credit.agency", r"^\(?(?:©|copyright)? ?\d{0,4} ?(?:the )?(?:reuters|associated press|ap|afp|agence france-presse|upi|bloomberg|dpa)\)?\.?$"),
        ("credit.contributed", r"^.{0,200}\bcontributed (?:to this (?:report|article|story)|reporting)\b.{0,120}$"),
        ("credit.desk", r"^\(?(?:reporting|additional reporting|writing|editing|compiled) by\b.{0,300}$"),
    )
)  # fmt: skip

# The words of an author bio: a job, a home, a family, a way to follow. Needed beside its form.
BIO_FORM = re.compile(
    r"^[\[(*_]?(?:about the author[:.]?\s*)?(?P<name>(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|bin|al)){0,3})"
    r"(?:, [^,]{1,80},)? (?:is|was|are|lives|covers|writes|has|holds|works|reports|serves|teaches|studied|joined|graduated|can be|may be)\b"
)
BIO_WORDS = re.compile(
    r"\b(?:reporter|writer|author|editor|journalist|correspondent|columnist|contributor|contributing|freelance|blogger|"
    r"fellow|professor|lecturer|historian|attorney|producer|host|founder|president of|director of|analyst at|veteran|"
    r"covers|graduate|graduated|degree|award|book|bestselling|lives (?:in|with)|living in|resides|based in|mother of|"
    r"father of|wife of|husband|proud|christian|patriot|mom|dad|married|follow|twitter|facebook|instagram|"
    r"e-?mail|reached at|contacted at|newsletter|podcast)\b",
    re.I,
)
FOLLOW = re.compile(
    r"^[\[(*_]?(?:(?:please )?(?:follow|email|e-mail|contact|reach|write to|tweet|find|connect with)\b.{0,120}(?:@\w|\bon (?:twitter|facebook|x\b|instagram)|twitter\.com|\bat: ?\S+@)"
    r"|@\w{2,30}$|about the author\b.{0,60}$|.{0,60}\bcan be reached (?:at|on|by)\b.{0,80}$)",
    re.I,
)
