"""What the blocks of a news page look like: one named pattern per kind of block.

Every pattern is anchored, free of nested repetition and applied to blocks of bounded length. Those
in lower case are matched against text in lower case: to compile them for any case would take twice as long.
"""

from __future__ import annotations

import re

from crossread.text.late import late

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}})"
)
_ZONE = r"(?:gmt|utc|bst|cet|[ecmp][sd]?t|local(?: time)?)"
_CLOCK = rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{{1,2}} ?[ap]\.?m\b\.?)(?: ?\(?(?:{_ZONE}|ist)\b\)?)?"
_DATE_LABEL = (
    r"(?:(?:(?:first|last|originally) )?(?:published|posted|updated|modified|edited|date|on)\b(?: on\b| at\b)? ?:? ?)"
)
_MOMENT = (  # "Published: 10.24 GMT, Monday, 3 March 2026"; "Updated 4 March 2026, 7.30am"
    rf"{_DATE_LABEL}?(?:{_CLOCK},? )?(?:{_DAY},? )?{_DATE}(?:[\s,|•·@–—-]{{1,3}}(?:at )?{_CLOCK})?"
)
_MOMENTS = rf"\(?{_MOMENT}(?:[\s,;|•·/()–—-]{{1,4}}(?:{_MOMENT}|{_DATE_LABEL}{_CLOCK})){{0,2}}[).]{{0,2}}"
_NETWORK = (
    r"(?:facebook|twitter|x|pinterest|linkedin|tumblr|whatsapp|telegram|reddit|email|e-mail|mail|print|messenger|"
    r"copy link|link|instagram|threads|bluesky|mastodon|flipboard|pocket|google\+?|vk|sms|more|share|tweet|pin|save)"
)
_PLACE_OF_ITS_OWN = (
    r"(?:facebook|twitter|x|pinterest|linkedin|tumblr|whatsapp|telegram|reddit|instagram|youtube|email|copy link)"
)
_COUNTED = r"(?:views?|comments?|shares?|likes?|reads?|replies)"
AGENCY = r"(?:reuters|associated press|ap|afp|agence france-presse|upi|bloomberg|dpa|epa|getty(?: images)?|ap photo)"
_PICTURES = (
    rf"(?:{AGENCY}|shutterstock|istock(?:photo)?|alamy|handout|pool|corbis|file photo|screenshot|wikimedia commons)"
)
NAME = r"[A-Z][\w.'’-]{0,30}(?: (?:[A-Z][\w.'’-]{0,30}|de|van|von|bin|al|la)){0,4}"  # of a person, as written
_UPLOADED = r"(?:facebook|linkedin|twitter|youtube|instagram|flickr)"  # where a private picture was taken from
_STYLE = (  # a line of a style sheet that got into the copy
    r"(?:-[a-z]{2,7}-)?(?:width|height|(?:max|min)-(?:width|height)|margin|padding|border|float|clear|color|colour|display"
    r"|font|text-align|position|background|overflow|top|left|right|bottom|line-height|z-index)"
    r"(?:-[a-z-]{2,20})?: ?[^;]{1,100};"
)
_AD_SEAM = (
    r"\W{0,2}(?:(?:story|article) continues|continue reading|scroll) (?:below|after|past) (?:the |this )?"
    r"ad(?:vertisement)?\W?"
)
LABEL = (  # what stands over or before links to other pages
    r"(?:related(?: (?:stories|articles|content|coverage|links))?|see also|also on .{1,40}|also read|watch|video|listen"
    r"|more(?: (?:on|from) .{1,40}| stories| coverage| news)?|read(?: more| next| also)?|must[ -]reads?|previous(?:ly)?"
    r"|recommended|earlier|photos|gallery|slideshow|don['’]t miss)"
)

_STEM = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY_AND_MONTH = late(rf"{_STEM}[a-z]{{0,6}}\.? \d|\d {_STEM}|\d{{4}}-\d\d-\d\d", re.I)


class DatedLine:
    """A pattern for a line that holds a date, tried only where the line has one and shows the `form` sought in it.

    The forms of dates make such patterns large: compiling one for a page without such a line costs more
    than all the looks.
    """

    __slots__ = ("_form", "_pattern")

    def __init__(self, form: str, pattern: str) -> None:
        self._form = late(form)
        self._pattern = late(pattern)

    def match(self, line: str) -> re.Match[str] | None:
        """The match at the beginning of the line."""
        return self._pattern.match(line) if self._form.search(line) and _DAY_AND_MONTH.search(line) else None


Rules = tuple[tuple[str, re.Pattern[str] | DatedLine], ...]


class LineRules:
    """Named patterns for a whole line in lower case, tried at once: the first that fits names the rule."""

    __slots__ = ("_names", "_pattern")

    def __init__(self, *named: tuple[str, *tuple[str, ...]]) -> None:
        self._names = tuple(name for name, *_ in named)
        groups = (f"(?P<r{i}>{'|'.join(lines)})" for i, (_, *lines) in enumerate(named))
        self._pattern = late(f"(?:{'|'.join(groups)})$")

    def find(self, line: str) -> str | None:
        """The rule the line fits, its kind before the dot."""
        match = self._pattern.match(line)
        return self._names[int(match.lastgroup[1:])] if match and match.lastgroup else None


LINES = LineRules(
    ("furniture.page_edge", r"(?:top|bottom|end) of (?:the )?page", r"back to top", r"skip to (?:main )?content"),
    ("furniture.writers_picture", r"[•*·\s]*writer['’]s picture.{0,120}"),
    ("furniture.share_bar", rf"[•*·\s]*{_NETWORK}(?:[\s,|•·/]+{_NETWORK}){{1,14}}"),
    ("furniture.share_mark", rf"[•*·\s]*{_PLACE_OF_ITS_OWN}\.?|[×✕✖]"),
    ("furniture.share_prompt", r"share(?: this\b| on\b|:).{0,80}", r"share", r"tweet", r"print", r"email", r"pin it"),
    (
        "furniture.database_label",  # press databases put these over the parts of an article
        r"(?:abstract|full text|letters|headline|(?:correction|clarification)s? appended)[.:]?",
    ),
    ("furniture.rule", r"[\W_]+"),
    ("furniture.style_sheet", r"[.#@]?[\w-]{1,40}(?:,? [.#]?[\w-]{1,40}){0,6} ?\{", r"\}\W*", _STYLE),
    ("furniture.counts", rf"[\d.,]+[km]?\s*{_COUNTED}(?:[\s|·•]*[\d.,]*[km]?\s*(?:{_COUNTED}|write a comment)){{0,4}}"),
    (
        "furniture.comment_prompt",
        r"(?:write|leave|add|post|submit) (?:a|your) (?:comment|reply)\b.{0,40}",
        r"(?:join the (?:conversation|discussion)|view comments|show comments).{0,30}",
        r"(?:no |\d+ )?comments?(?: \(?\d+\)?| (?:are )?closed| section| policy)?",
    ),
    ("advertisement.label", r"(?:story continues below )?\W?(?:advertisement|advertising|ad)\W?", _AD_SEAM),
    (
        "furniture.navigation",
        r"home|menu|search|log ?in|sign in|next|previous|loading\W*|sponsored content",
        r"recent posts|see all|trending|most (?:read|popular|viewed)",
        r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)\W{0,3}",
        r"recommended(?: (?:for you|stories|reading|videos?|articles))?:?|more from .{1,60}",
        r"(?:\d+|one|two|three|four|five|six|ten)[ -]min(?:ute)?s? read",
    ),
    ("furniture.legal", r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}|by|the)).{0,360}"),
    (
        "furniture.prompt",
        r"(?:subscribe|sign up|donate)(?: (?:now|here|today|to (?:us|our)\b.{0,120}))?[.!:]?",
        r"(?:click|tap) here\b.{0,120}",
    ),
    (
        "furniture.mail_foot",
        r"unsubscribe(?: (?:here|now|from .{1,80}))?[.!]?",
        r"(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|settings)[.!]?",
        r"view (?:this )?(?:e-?mail |post |newsletter )?(?:in|on|as) (?:your |the |an? )?(?:web ?page|browser|web|app)"
        r"\b.{0,100}",
        r"(?:read|open) in (?:the )?app",
    ),
    (
        "furniture.policy",
        r"(?:privacy|cookies?|comment|editorial) (?:policy|notice|settings)|terms (?:of|and|&) \w{3,10}",
    ),
    ("furniture.tags", r"(?:tags|tagged(?: with| in| as)?|filed under) ?: ?.{1,300}"),
    ("furniture.media", r"(?:image|pictured|getty images)\s*[:|].{0,200}"),
    ("credit.agency", rf"\(?(?:©|copyright)? ?(?:\d{{4}} )?(?:the )?{AGENCY}\)?\.?"),
    ("credit.picture", r"(?:photos?|photo credit|picture|credit)\s*[:|].{0,200}"),
    ("credit.desk", r"\(?(?:reporting|additional reporting|writing|editing|compiled) by\b.{0,300}"),
)
# Rules that begin anywhere in the line, each tried only where one of its phrases stands.
HOLDING: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "credit.contributed",
        ("contributed",),
        late(r".{0,200}\bcontributed (?:to this (?:report|article|story)|reporting)\b.{0,120}$"),
    ),
    (
        "credit.feed_origin",  # what a publishing system puts under each entry of a feed
        ("appeared first on", "first appeared on"),
        late(
            r"(?:the|this) (?:post|article|entry|story|page)\b.{1,330} (?:appeared first|first appeared) on "
            r"[^,;:]{2,80}$"
        ),
    ),
    ("furniture.legal", ("all rights reserved",), late(r".{0,80}\ball rights reserved\b.{0,200}$")),
    (
        "credit.picture",
        ("/", " via "),
        late(
            rf"(?:[^.!?:/\"“—–|-]{{2,60}}/){{1,3}} ?{_PICTURES}\.?$|[^.!?:/\"“—–|-]{{2,60}} via {_PICTURES}\.?$"
            rf"|{_UPLOADED}/.{{2,60}}$"
        ),
    ),
)

_NAMES = (  # of persons, places and newsrooms, every word with a capital
    r"[A-Z][\w.'’-]{1,30}(?:,? (?:[A-Z][\w.'’-]{0,30}|de|van|von|bin|al|la|and|&)(?![\w.'’-])){1,9}"
)
BYLINE: Rules = (
    (
        "byline.by",
        late(
            r"(?:By|BY|(?:Written|Posted|Story|Reported|Words|Analysis|Opinion) by)[: ]\s*"
            r"(?P<names>[A-Z][^.!?:]{1,120}|[A-Z][^!?:]{1,60})$"
        ),
    ),
    (  # "Ann Lee | 4 May 2026", "Brill, Courier Bureau | Updated : 4 May 2026, 09:01 AM", "By Ann Lee, 4 May 2026"
        "byline.name_and_date",
        DatedLine(
            r"[|•·]|^[Bb][Yy] ",
            rf"(?P<names>{_NAMES})\s?[|•·]\s?(?i:{_MOMENTS})$|[Bb][Yy] (?P<by>{_NAMES}) ?[|•·,–—-] (?i:{_MOMENTS})$",
        ),
    ),
    ("byline.name_and_date", DatedLine(r"[|•·]", rf"(?i:{_MOMENTS})\s?[|•·]\s?(?P<names>{_NAMES})$")),
    ("byline.author_label", late(r"(?:Author|Writer|Reporter)s?: (?P<names>[A-Z][^.!?:]{1,120})$")),
)
KNOWN_NAMES = "byline.known_names"  # rule of a line that is a byline since the page's data names its people

DATE_LINE = DatedLine(
    r"^\(?(?:\d|first|last|orig|publ|post|upda|modi|edit|date|on\b|mon|tue|wed|thu|fri|sat|sun"
    rf"|{_STEM})",
    rf"{_MOMENTS}$"
    r"|(?:(?:first |last )?(?:published|posted|updated|modified|date|on)\b[:\s]*(?:on |at )?)?"
    rf"(?:{_DAY},? )?{_DATE}(?:[\s,|•·@-]+(?:at )?\d{{1,2}}[:.]\d\d.{{0,24}}|,? \d{{4}})?\.?$",
)
ENTRY_TIME = late(  # of an entry in a running report
    rf"(?:\d{{1,2}}(?:[:.l] ?\d\d)? ?[ap]\.?m\b\.?|\d{{1,2}}:\d\d|noon|midnight)(?: \(?{_ZONE}\)?)?[.:]{{0,2}}$"
)
MODIFIED = late(r"(?:last )?(?:updated|modified|edited)")
DATES = late(rf"(?P<label>{_DATE_LABEL})?(?:{_CLOCK},? )?(?:{_DAY},? )?(?P<date>{_DATE})")  # in a date line

# "WASHINGTON — ", "MINSK, Belarus (AP) – ", "KYIV (Reuters) - "; the place may be gone: "( – ".
_DASH = r"\s?[–—-]{1,2}\s+"
_SPEECH_OR_CAPITAL = r"(?=[\"“'‘A-Z])"
DATELINE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dateline.damaged", late(r"\(\s?(?:[A-Z][\w .]{0,30})?\)?" + _DASH + _SPEECH_OR_CAPITAL)),
    (
        "dateline.place",
        late(
            r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, (?:[A-Z][A-Za-z.]+ ?){1,3})?"
            r"(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s?(?:\([A-Z][\w .,/]{1,30}\))?" + _DASH + _SPEECH_OR_CAPITAL
        ),
    ),
    (
        "dateline.agency",
        late(
            r"(?:[A-Z][\w.’'-]+,? ){0,5}\((?:Reuters|AP|AFP|CNN|UPI|dpa|DPA|Bloomberg|Xinhua|TASS)\)\s?[–—:-]{1,2}\s+"
        ),
    ),
)

UPDATE = late(r"updated?\b(?!.{0,80}\bthis (?:story|article|post|report|piece)\b)")  # news, not a note on the copy
CORRECTION = late(
    r"[\[(*_]{0,3}(?:(?:corrections?|clarification|editors?[’']?s?[’']? note|updated?)"
    r"(?: ?\(.{0,40}\))?(?: ?[:—–\]]|, | - | to (?:this|the|our|an?) )"
    rf"|updated? (?:(?:at|on|as of) )?(?:\d|{_MONTH} \d|{_DAY})|(?:correction|clarification|update)\.?$"
    r"|this (?:story|article|post|report|piece) (?:has been|was) (?:updated|corrected|amended)\b)"
)
_WAYS_TO_FOLLOW = r"(?:@\w|\bon (?:twitter|facebook|x\b|instagram)|twitter\.com|\bat: ?\S+@)"
FOLLOW = late(
    r"[\[(*_]?(?:(?:please )?(?:follow|email|e-mail|contact|reach|write to|tweet|find|connect with)\b.{0,120}"
    rf"{_WAYS_TO_FOLLOW}"
    r"|@\w{2,30}$|about the author\b.{0,60}$|.{0,60}\bcan be reached (?:at|on|by)\b.{0,80}$)"
)
