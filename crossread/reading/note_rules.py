"""The forms of notes, rule by rule: sign-ups, links, credits, follow lines, notes on the copy.

Patterns see a sentence from its first word on, in lower case, with straight apostrophes and single
spaces; those of a rule with `written` see it as it stands. None repeats over more than a bounded stretch.
"""

from __future__ import annotations

import re

from msgspec import Struct

from crossread.model import ZoneKind
from crossread.reading.patterns import LABEL, NAME
from crossread.text.late import late


class NoteRule(Struct, frozen=True, gc=False):
    """One form of note, known by its first word (`opens`) or by a phrase in it (`holds`).

    `tail` rules hold among the page's last blocks alone: a story may say the same elsewhere.
    """

    kind: ZoneKind
    name: str
    pattern: re.Pattern[str]
    opens: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    written: bool = False
    tail: bool = False

    def matches(self, line: str, written: str) -> bool:
        """Whether the pattern fits the sentence: `line` in lower case, or `written` as it stands."""
        return self.pattern.match(written if self.written else line) is not None


def _opened(rule: str, opens: str, *forms: str, tail: bool = False, written: bool = False) -> NoteRule:
    kind: ZoneKind = rule.partition(".")[0]  # type: ignore[assignment]  # every rule is named after a ZoneKind
    return NoteRule(kind, rule, late("|".join(forms)), tuple(opens.split()), (), written, tail)


def _holding(rule: str, holds: tuple[str, ...], form: str, *, tail: bool = False) -> NoteRule:
    kind: ZoneKind = rule.partition(".")[0]  # type: ignore[assignment]
    return NoteRule(kind, rule, late(form), (), holds, True, tail)


_SITE = r"(?:[\w-]{1,60}\.(?:com|org|net|gov|edu|co|tv|fm|ly|gd|news|info|uk|us|eu)\b\S{0,80}|https?://\S+|www\.\S+)"
_MAIL = r"[\w.+-]{1,40}@[\w-]{1,40}\.\w"
_NETWORK = r"(?:twitter|facebook|instagram|x|threads|bluesky|mastodon|linkedin|youtube|snapchat|pinterest|tumblr)"
_AT = rf"(?:@\w|\bon {_NETWORK}\b|{_NETWORK}\.com|{_MAIL})"
_POINTER = rf"(?:\b(?:here|below|above)\b|\bat (?:this link|{_SITE})|{_SITE})"
_PIECE = r"(?:article|story|piece|post|column|essay|interview|commentary|op-ed|report|excerpt|analysis|review|feature)"
_NAMES = rf"{NAME}(?:(?:, and |, | and ){NAME}){{0,5}}"
_SHOWN = r"(?:video|clip|interview|segment|trailer|ad|podcast|episode|remarks|speech|slideshow|gallery|photos)"
_WEEKLY = r"(?:weekdays?|weeknights?|nightly|daily|every (?:\w{0,6}day|week|month|morning|night)|\w{3,6}days)"

AUTHOR: tuple[NoteRule, ...] = (
    _opened(
        "author_bio.contact_label",
        "twitter e-mail email facebook instagram phone web website",
        r"(?:twitter|e-?mail|facebook|instagram|phone|web ?site|web)(?: address)?: ?.{0,60}[@./\d].{0,60}$",
    ),
    _opened(
        "author_bio.follow_line",
        "follow find reach e-mail email contact tweet connect write friend message you please",
        r"(?:please |you can )?(?:follow|find|reach|e-?mail|contact|tweet|connect with|write(?: to)?|friend|message)\b"
        rf"(?! (?:us|your)\b).{{0,200}}{_AT}",
        r"(?:please )?follow [@#]\w.{0,80}$",
    ),
    _opened("author_bio.follow_line", "on", rf"on {_NETWORK}[,:]? (?:follow|find|at|@).{{0,160}}"),
    _holding(
        "author_bio.contact_line",
        ("can be reached", "can be contacted", "can be followed", "may be reached", "tweets", "blogs at"),
        rf"(?:He|She|They|{NAME}(?: and {NAME})?) (?:(?:can|may) be (?:reached|contacted|followed)(?: \w+)? "
        r"(?:at|on|by|via)\b|tweets (?:(?:at|as|from|under) )?@|blogs at )",
    ),
    _opened(
        "author_bio.own_views",
        "his her their the these",
        r"(?:his|her|their|the|these) (?:own )?(?:opinions?|views?)(?: (?:here|expressed|in this)\b.{0,100})?"
        r" (?:is|are) (?:solely )?(?:(?:his|her|their|its) own|(?:that|those) of the (?:author|writer))",
    ),
    _opened(
        "author_bio.disclosure",
        "disclosure full",
        r"(?:full )?disclosure ?[:—-].{0,240}\b(?:author|writer|reporter|i|i'm|my|he|she|his|her)\b",
    ),
    _opened("furniture.disclosure", "disclosure full", r"(?:full )?disclosure ?[:—-]"),
    _opened(
        "author_bio.disclosure",
        "the",
        r"the (?:author|writer|reporter|columnist) (?:has (?:no|worked)|worked|owns|previously|formerly|declares"
        r"|is a (?:member|supporter|shareholder))\b",
        tail=True,
    ),
)

CALLS: tuple[NoteRule, ...] = (
    _opened(
        "furniture.sign_up",
        "subscribe sign enter just",
        r"subscribe(?:$|[.!]| (?:here|now|today|for|and|or|on|via|by|using|at)\b"
        r"| to\b(?! the (?:idea|notion|view|theory)\b))",
        r"sign up(?: (?:here|now|today)\b|[.!:]|$)",
        r"sign up (?:to|for|by|and|with|via|on)\b.{0,100}\b(?:newsletters?|e-?mails?|mailing list|alerts?|updates?"
        r"|briefing|digest|inbox|podcast|here|button|letter)\b",
        r"enter your (?:e-?mail|name|zip|address)\b",
        r"just (?:click|enter|sign up)\b",
    ),
    _opened(
        "furniture.sign_up",
        "want like",
        r"(?:want|like) .{0,100}\b(?:inbox|e-?mail|newsletter|podcast|updates|more (?:stories|news|articles))\b"
        r".{0,60}\?$",
    ),
    _opened(
        "furniture.sign_up",
        "to get never don't",
        r"to (?:receive|get|read|subscribe|sign up|contact|submit|comment|respond|unsubscribe|hear|learn|find out)\b"
        rf".{{0,120}}?, ?(?:sign up|subscribe|click|e-?mail [\w.]*@|go to {_SITE}|visit {_SITE}|log on|download)\b",
        r"get .{0,100}\b(?:your inbox|newsletter|by e-?mail|news alerts)\b",
        r"(?:never|don't) miss (?:an?|another|any|our|the)\b.{0,60}\b(?:story|post|update|episode|newsletter)\b",
    ),
    _opened(
        "furniture.for_more",
        "for",
        r"for (?:more(?! than\b)|additional|the latest|daily)\b.{0,120}?, (?:please )?"
        r"(?:sign up|subscribe|download|check out|visit|click|go to|follow|read|see|watch|listen|tune|join|e-?mail)\b",
    ),
    _holding(
        "furniture.sign_up",
        ("your inbox",),
        r".{0,120}\b(?:delivered|sent|straight|direct|daily|weekly|(?:every|each) \w{3,12})(?: \w{1,10})? "
        r"(?:in|to|into) your inbox\W{1,2}$",
    ),
    _opened(
        "furniture.mail_foot", "unsubscribe", r"unsubscribe(?: (?:here|now|at|from|by|using|link)\b.{0,100})?[.!:]?$"
    ),
    _opened(
        "furniture.mail_foot",
        "you you're",
        r"(?:you(?:'re| are)? )(?:(?:currently an?|an? (?:free|paid)) (?:free |paid )?subscriber|receiv(?:e|ed|ing)"
        r" this (?:e-?mail |message |newsletter )?because|(?:getting|got) this because)\b",
    ),
    _holding("furniture.sign_up", ("unsubscribe ", "receive this ", " inbox?"), r"(?=.*\b(?:[Yy]ou|your)\b).{0,200}$"),
    _opened(
        "furniture.app", "download get install", r"(?:download|get|install) (?:our|the) (?:[\w.]{1,20} ){0,4}app\b"
    ),
    _opened(
        "furniture.page_call",
        "like do are support join share donate become thanks thank",
        r"(?:(?:do|are) you\b.{0,80}\? )?like (?:the|our|this|us)(?: \w+)? (?:page|on facebook)\b.{0,40}$",
        r"join (?:us|the (?:conversation|discussion|debate))\b(?: (?:on|at|in|below|by|here)\b.{0,120})?[.!:]?$",
        r"share (?:and comment|this (?:story|article|post|video)|your (?:thoughts?|views?|opinions?|comments?|story)"
        r"|with your friends|(?:if|to) you (?:agree|like))\b",
        r"support (?:us|our (?:work|journalism|reporting|newsroom))\b.{0,160}$",
        r"support (?:independent|local|quality|public|free|nonprofit|non-profit) (?:\w+ )?"
        r"(?:journalism|news|reporting|media)(?: (?:today|now|here|by|with)\b.{0,80})?[.!]?$",
        r"donate(?: (?:now|here|today|to (?:us|our (?:work|newsroom|journalism))\b.{0,80}))?[.!]?$",
        r"become an? (?:\w+ )?(?:member|subscriber|supporter|patron)(?: (?:today|now|here|for)\b.{0,60})?[.!]?$",
        r"(?:thanks|thank you) for (?:reading|subscribing)(?: [^,;:]{1,60})?[.!]*$",
    ),
    _opened(
        "furniture.comment_call",
        "leave post add please tell let sound weigh have comment give",
        r"(?:please )?(?:leave|post|add|share|give) (?:us )?(?:a|your|any) (?:comments?|thoughts?|views?|opinion)\b",
        rf"(?:tell us|let us know|sound off|weigh in)\b.{{0,140}}(?:comments?\b|below\b|{_AT})",
        r"(?:please )?(?:tell us|let us know)(?: what you think)?\W{0,2}$",
        r"have your say\b",
        r"comment (?:below|and share|here)\b",
    ),
    _opened(
        "furniture.contact",
        "send email e-mail write questions tips feedback comments contact got have call reach",
        rf"send (?:us |me |your |in )?.{{0,120}}{_MAIL}",
        r"(?:e-?mail|contact|write(?: to)?|call|reach) (?:me|us)\b",
        r"(?:questions|tips|feedback|comments|events|suggestions|corrections|complaints|thoughts|ideas)(?: or \w+)?\?",
        r"(?:got|have) an? (?:\w+ )?(?:tip|question|idea|suggestion|comment|story)\b.{0,60}\?$",
    ),
)

LINKS: tuple[NoteRule, ...] = (
    _opened(
        "related.read_more",
        "read see view watch listen hear check take click tap visit also learn scroll buy order preview look explore"
        " browse download find discover",
        r"(?:also )?(?:read|see|view|watch|listen|hear|check out|take a (?:look|listen)|click|tap|visit|learn|scroll"
        rf"|buy|(?:pre-?)?order|look|explore|browse|download|find|discover|preview)\b.{{0,200}}{_POINTER}[^\w]{{0,4}}$",
        r"read (?:more|also|next|it all|(?:the )?(?:rest|full|whole|entire) \w+|part (?:\d|one|two))\b"
        r"(?!.{0,200}\b(?:than|was|were|is|are|into)\b)",
        r"find (?:out|it|more)\b.{0,60}\bvia\b",
        r"(?:click|tap) here\b",
        rf"(?:watch|listen to|view|see) (?:the|a|his|her|their)? ?(?:[\w']{{1,20}} ){{0,3}}{_SHOWN}"
        r"(?: (?:below|above|here|of .{1,80}|from .{1,60}|via .{1,40}))?(?: for (?:a|an|the|more) .{1,100})?\W{0,3}$",
        r"listen to .{0,120}\b(?:podcast|episode|interviews?)\b",
        r"take a look at (?:our|the) (?:\w+ ){0,4}(?:list|story|gallery|slideshow)\b",
    ),
    _opened(
        "related.label",
        "related see also more previously watch video listen read must-read recommended previous earlier don't photos"
        " gallery slideshow",
        rf"{LABEL} ?[:|]",
    ),
    _holding("related.link", ("http", "www."), r"(?:[\w ',.&#-]{0,40}[:—-] ?)?(?:https?://|www\.)\S{1,300}$"),
)

CREDITS: tuple[NoteRule, ...] = (
    _opened("credit.hat_tip", "h/t hat ht", r"(?:h/t|ht|hat[ -]tip)(?: to\b)?:? .{1,80}$"),
    _opened(
        "credit.contributed",
        "contributing with additional also reporting compiled",
        r"(?:also )?contributing(?: to this (?:story|report|article))?: .{2,200}$",
        r"(?:with )?(?:additional )?(?:reporting|research|writing) by\b.{2,300}$",
        r"(?:with|additional|with additional) (?:reporting|research|writing) from\b.{2,200}$",
        r"compiled (?:by|from) .{2,200}$",
    ),
    _holding(
        "credit.contributed",
        (" contributed",),
        rf"(?:The )?{_NAMES} (?:also )?contributed"
        r"(?: (?:reporting|research|writing|to this (?:report|story|article|piece)|from)\b.{0,120})?[.)]{0,2}$",
        tail=True,
    ),
    _opened(
        "credit.made_by",
        "podcast video co-authored translated produced edited photos photographs audio story written film graphic"
        " graphics illustration reported compiled",
        r"(?:[A-Z]\w{1,20} (?:\w{1,20} )?)?(?:[Pp]roduced|[Ww]ritten|[Ee]dited|[Tt]ranslated|[Cc]o-authored|[Ff]ilmed"
        rf"|[Ii]llustrated|[Rr]eported|[Rr]ecorded|[Cc]ompiled)(?: and \w{{4,12}})? by {_NAMES}[.)]{{0,2}}$",
        rf"(?:Story|Video|Photos|Photographs|Graphics?|Illustrations?|Film) by {NAME}",
        written=True,
    ),
    _opened(
        "credit.source_line",
        "source sources photo photos photograph photographs image images picture credit illustration graphic",
        r"sources?: .{2,120}$",
        r"(?:photo(?:graph)?|image|picture|illustration|graphic)s?(?: credit)?s?(?: by|:) .{2,100}$",
        r"credit: .{2,100}$",
    ),
    _holding(
        "credit.reported_from",
        (" reported from ",),
        rf"{_NAMES} reported from [A-Z][\w.'-]{{1,30}}"
        r"(?:[ ,;.]{1,2}(?:[A-Z][\w.'-]{0,30}|and|from|the|reported|contributed|in)){0,16}[.)]{0,2}$",
        tail=True,
    ),
    _opened(
        "credit.reprint",
        "this a an first originally reprinted republished reposted syndicated",
        rf"(?:this|an? (?:\w+ )?version of this) (?:\w+ )?{_PIECE}\b.{{0,60}}?\b(?:(?:first|originally) (?:appeared|ran"
        r"|published|posted)|appeared (?:first|originally)|(?:re-?published|reprinted|reposted))"
        r" (?:in|on|at|by|with|from)\b",
        r"(?:first|originally) (?:appeared|published|posted) (?:in|on|at|by)\b[^,]{2,90}$",
        r"(?:reprinted|republished|reposted|syndicated) (?:courtesy|by|with|from|in|on)\b.{2,200}$",
    ),
    _opened("credit.excerpt", "excerpted adapted", r"(?:excerpted|adapted) from\b.{2,200}$"),
    _opened("credit.excerpt", "from", rf"From [A-Z][A-Z ':,-]{{3,100}} by {NAME}\.?$", written=True, tail=True),
)

COPY: tuple[NoteRule, ...] = (
    _opened(
        "correction.label",
        "correction corrections clarification editor's editors editors'",
        r"(?:corrections?|clarification|editor'?s?'? (?:note|update))(?: ?\(.{0,40}\))? ?[:—–-]",
    ),
    _opened(
        "correction.updated",
        "this the an",
        rf"(?:this|the (?:above|original)) (?:{_PIECE}|item|headline|version|live ?blog)(?: (?:has|have))?(?: since)?"
        r" (?:been|was|is being)(?: \w+ly)? (?:updated|corrected|amended|clarified|revised|changed)\b",
        rf"(?:this|an) (?:earlier|original|previous|initial) (?:version|edition) of (?:this|our) (?:\w+ )?"
        rf"(?:{_PIECE}|item|headline|graphic|map|chart|caption|live ?blog|newsletter)\b",
        r"this is a (?:developing|breaking) (?:news )?story\b",
    ),
    _opened(
        "furniture.legal",
        "copyright all this",
        r"copyright (?:©|\(c\)|\d{4})",
        r"all rights reserved\b",
        r"this (?:material|content|article|story) (?:may|must|can|cannot)(?: not)? ?be (?:re)?"
        r"(?:published|produced|broadcast|copied|used)\b",
    ),
    _opened(
        "furniture.player",
        "we this your please javascript enable",
        r"we are sorry,? ?this (?:video|content)\b",
        r"this (?:video|content|audio) (?:is|has been|cannot be)(?: \w+)? "
        r"(?:available|unavailable|restricted|removed|played|private)\b",
        r"your browser (?:does not|doesn't) support\b",
        r"(?:please )?(?:enable|turn on) (?:javascript|cookies)\b",
        r"javascript (?:is|must be)\b",
    ),
    _opened(
        "furniture.cookie_notice",
        "we this by",
        r"(?:we|this (?:web)?site) uses? cookies\b.{0,60}"
        r"\b(?:experience|(?:web)?site|traffic|content|ads|personali[sz]e)\b",
        r"by (?:continuing|using this (?:web)?site)\b.{0,60}\byou (?:accept|agree|consent)\b",
    ),
    _opened("furniture.page_call", "this", r"this (?:post|issue|newsletter) is (?:public|free)\b.{0,60}\bshare it\b"),
    _opened(
        "furniture.about_this_page",
        "this the welcome",
        rf"this (?:{_PIECE} )?is (?:the |an? |part of )?(?:\w+ ){{0,3}}(?:preview of the .{{1,60}} |excerpt from )?"
        r"(?:installment|instalment|series|excerpt)\b",
        rf"this {_PIECE} (?:is|was) (?:produced|supported|funded|made possible|adapted)\b",
        r"the following is (?:an? )?(?:[\w']+ ){0,4}(?:excerpt|transcript|script|part|installment|adapted|edited)\b",
        r"welcome to .{1,100}\b(?:newsletter|digest|edition|report|blog|column|podcast|briefing|live ?blog)\b",
    ),
    _opened(
        "furniture.programme",
        "tune catch watch",
        r"tune in\b.{0,160}$",
        rf"(?:catch|watch) .{{1,100}}\b(?:{_WEEKLY}|at \d{{1,2}}(?::\d\d)? ?[ap]\.?m)\b",
        tail=True,
    ),
    _holding(
        "furniture.programme",
        (" airs ",),
        rf"(?:{NAME}|[A-Z“\"][^.]{{2,60}}) airs (?:\w+ ){{0,6}}{_WEEKLY}\b",
        tail=True,
    ),
)

RULES: tuple[NoteRule, ...] = (*AUTHOR, *CALLS, *LINKS, *CREDITS, *COPY)
