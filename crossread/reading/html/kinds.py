"""What each block of a web page is: from the elements around it, and from where the story stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossread.model import BODY_ZONES, ZoneKind
from crossread.reading.authors import split_authors
from crossread.reading.html.dom import Block
from crossread.reading.html.signals import Hint
from crossread.reading.html.story import COVERED, Story
from crossread.reading.patterns import BYLINE, DATE_LINE, KNOWN_NAMES
from crossread.text.late import late

Kind = tuple[ZoneKind, str]

_LINE = 40  # words: a byline, a date or a kicker is a line
_STANDFIRST = 35  # words: a longer one is the first paragraph of the story
_NEAR = 12  # blocks between the story or its headline and a line that belongs to it
_AT_HEAD = 2  # blocks of what was taken for the story that may still be lines above it
_BESIDE_NAMES = 4  # words of a line of names that are none: "by", "and", "in Brill"
_GAP = 25  # blocks within the story that are none of it
_BELOW_TITLE = 4  # blocks between a headline and the line under it
_LINKED = 0.6  # share of a block's characters in links beyond which it is a link and no sentence
_CAPTION = 40  # words
_SHORT = 200  # characters: the length of a block that patterns for whole lines are tried on
_LABEL = 2  # words: what is no longer is itself a label
_SENTENCE = 6  # words
_TEASER_SENTENCE = 5  # words
_SENTENCE_END = (".", "!", "?", "…", ":", '"', "”", "’", "»", "。")
# Kinds that an element gives to all that is in it, the most telling first.
_ENCLOSING: tuple[ZoneKind, ...] = (
    "comment", "advertisement", "correction", "author_bio", "quote_block", "related", "furniture", "caption",
)  # fmt: skip
_LINES: tuple[ZoneKind, ...] = ("byline", "date_line", "kicker")
_WORD = late(r"\w+")
_AD_LABELS = frozenset(
    "ad ads advert advertisement advertising sponsored anzeige werbung publicité publicidad publicidade pubblicità"
    " advertentie reklame reklam reklama реклама annons annonse mainos hirdetés iklan 広告 广告 廣告 광고".split()
)
_SHARE_WORDS = frozenset(
    "facebook twitter x linkedin pinterest whatsapp telegram reddit tumblr flipboard pocket messenger instagram threads"
    " bluesky mastodon email e mail print share sharing tweet pin save copy link copied url show more options comment"
    " comments follow subscribe text size aa print on this via by to of the us listen play bookmark".split()
)
_DATE_WORDS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
    " nov november dec december mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat"
    " saturday sun sunday at on am pm a m p et est edt ct cst cdt mt pt pst pdt gmt utc bst ist cet updated published"
    " posted first last modified ago hours hour minutes mins min".split()
)
_OUTSIDE: Kind = ("furniture", "furniture.outside_the_story")
# What belongs to the site and not to the story, whoever it is about.
_SITE = ("furniture.nav", "furniture.banner", "furniture.header", "furniture.dialog")


def decide(story: Story, is_own: Callable[[str], bool], authors: Sequence[str] = ()) -> list[Kind]:
    """The kind of each block and the rule that decided.

    `is_own` says of a link whether it stays on the site; `authors` are those that the page's data names.
    """
    named = {author.name.lower() for written in authors for author in split_authors(written)}
    names = sorted((name for name in named if " " in name), key=len, reverse=True)
    kinds: list[Kind] = []
    gap = 0
    for i in range(len(story.page.blocks)):
        kind = _kind(story, i, is_own, names)
        if kind[1] == "body.alike" and gap > _GAP and i > story.last:
            kind = _OUTSIDE  # the next story, in a page that scrolls on
        gap = 0 if kind[0] in BODY_ZONES or i < story.last else gap + 1
        kinds.append(kind)
    _mark_labels(story, kinds)
    return kinds


def _kind(story: Story, i: int, is_own: Callable[[str], bool], authors: Sequence[str]) -> Kind:
    if i == story.title:
        return "title", "title.heading"
    block = story.page.blocks[i]
    in_story, hints = story.holds(i), story.hints[block.node]
    enclosing = next((hint for kind in _ENCLOSING for hint in hints if hint[0] == kind), None)
    if enclosing:
        return _checked(enclosing, hints, story, i, in_story)
    if story.repeats_title(i):
        return "furniture", "furniture.title_again"
    if block.text.lower().strip(" -–—:[]()") in _AD_LABELS:
        return "advertisement", "advertisement.label"
    line = _line(hints[-1], story, i) if hints else None
    line = line or _top_line(story, i, authors)
    return line or _below_title(story, i) or _in_story(story, i, in_story, is_own) or _outside(story, i)


def _checked(hint: Hint, hints: tuple[Hint, ...], story: Story, i: int, in_story: bool) -> Kind:
    """What an element's name says of all that is in it, if the place and the links of the block bear it out."""
    kind, rule = hint
    block = story.page.blocks[i]
    if kind == "quote_block" and not in_story and not story.first <= i <= story.last:
        return "furniture", "furniture.quote_outside_the_story"
    if kind == "quote_block" and rule != "quote_block.embedded_post" and story.is_copy(i):
        return "furniture", "furniture.pull_quote"
    of_site = any(outer[1] in _SITE for outer in hints[: hints.index(hint)])
    if kind == "author_bio" and (of_site or (i < story.first and not story.is_near(i, _NEAR))):
        return _OUTSIDE
    if kind == "correction" and block.linked > _LINKED * len(block.text):
        return "furniture", "furniture.link_to_correct"
    return hint


def _line(hint: Hint, story: Story, i: int) -> Kind | None:
    """What a block is by its name, if it stands where such a line does: just above the story or just below it."""
    kind, words = hint[0], story.words[i]
    if kind in _LINES and len(words) <= _LINE and story.is_near(i, _NEAR) and not story.first < i < story.last:
        if _SHARE_WORDS.issuperset(words):
            return "furniture", "furniture.share_words"
        return ("date_line", "date_line.date_alone") if kind == "byline" and _is_date(words) else hint
    if kind == "standfirst" and story.title < i <= story.first + 8:
        if len(words) <= _STANDFIRST:
            return hint
        if i <= story.first:
            return "body", "body.long_standfirst"
    return None


def _is_date(words: list[str]) -> bool:
    return any(map(str.isdigit, words)) and all(word[0].isdigit() or word in _DATE_WORDS for word in words)


def _top_line(story: Story, i: int, authors: Sequence[str]) -> Kind | None:
    """A line between the headline and the story, or at its head, that is a byline or a date by its wording alone."""
    text = story.page.blocks[i].text
    if not 0 <= story.title < i <= story.first + _AT_HEAD or len(text) > _SHORT:
        return None
    rule = next((rule for rule, pattern in BYLINE if pattern.match(text)), None)
    if rule:
        return "byline", rule
    if DATE_LINE.match(text.lower()):
        return "date_line", "date_line.date_alone"
    return ("byline", KNOWN_NAMES) if i <= story.first and _names(text, authors) else None


def _names(text: str, authors: Sequence[str]) -> bool:
    """Whether a line is little but authors' names, as "Ann Lee and Bo Ek in Brill" is, whatever is glued to them."""
    line = " ".join(text.lower().split())
    rest = line
    for name in authors:
        rest = rest.replace(name, " ")
    return rest != line and line[-1] not in ".!?:" and len(_WORD.findall(rest)) <= _BESIDE_NAMES


def _below_title(story: Story, i: int) -> Kind | None:
    """A heading of a sentence's length between the headline and the first paragraph, or one in their header."""
    block, words = story.page.blocks[i], len(story.words[i])
    if not (0 <= story.title < i <= story.first and _SENTENCE < words <= _STANDFIRST) or block.linked:
        return None
    if block.role == "heading" and i <= story.title + _BELOW_TITLE:
        return "standfirst", "standfirst.below_title"
    is_note = _outside(story, i)[0] != "furniture" or any(word.isdigit() and len(word) > 3 for word in story.words[i])
    if story.in_title_header(i) and not is_note:
        return "standfirst", "standfirst.in_header"
    if i == story.title + 1 and i < story.first and not is_note:
        return "standfirst", "standfirst.after_title"
    return None


def _in_story(story: Story, i: int, in_story: bool, is_own: Callable[[str], bool]) -> Kind | None:
    """What a block is that trafilatura took for the story, or that stands between such blocks or in their place."""
    block, words = story.page.blocks[i], len(story.words[i])
    covered = story.shares[i] >= COVERED and (i > story.title if in_story else story.is_branch(i))
    between = in_story and story.first < i < story.last
    if not (covered or between or story.is_alike(i)):
        return None
    is_sentence = block.text.endswith(_SENTENCE_END)
    linked = block.linked > _LINKED * len(block.text)
    if linked and (not in_story or _is_teaser(block, words, is_own)):
        return "related", "related.link_of_its_own"
    if words <= _CAPTION and not (block.linked or (covered and is_sentence)) and story.beside_picture(i):
        return "caption", "caption.beside_picture"
    if covered and not in_story and story.is_copy(i):
        return "furniture", "furniture.copy_of_the_story"
    if not covered and words < 2 and block.role == "paragraph" and not is_sentence:
        return "furniture", "furniture.lone_word"
    return "body", "body.trafilatura" if covered else "body.between_paragraphs" if between else "body.alike"


def _is_teaser(block: Block, words: int, is_own: Callable[[str], bool]) -> bool:
    """Whether a block of little but a link is another story's headline, and no sentence or source of this one."""
    is_sentence = words > _TEASER_SENTENCE and block.text.endswith((".", "!"))
    return words > 2 and not is_sentence and all(is_own(href) for _, _, href in block.links)


def _outside(story: Story, i: int) -> Kind:
    block = story.page.blocks[i]
    if len(block.text) <= _SHORT and story.is_near(i, _NEAR):
        if any(pattern.match(block.text) for _, pattern in BYLINE):
            return "byline", "byline.by"
        if i <= story.first and block.text[:3].lower() == "by " and block.text[3:4].isupper():
            return "byline", "byline.above_the_story"
        if DATE_LINE.match(block.text.lower()):
            return "date_line", "date_line.date_alone"
        if 1 < len(story.words[i]) <= _CAPTION and not block.linked and story.beside_picture(i):
            return "caption", "caption.beside_picture"
    return _OUTSIDE


def _mark_labels(story: Story, kinds: list[Kind]) -> None:
    """A heading with nothing of the story below it is the label of what follows."""
    below: ZoneKind = "furniture"
    for i in range(len(kinds) - 1, -1, -1):
        kind, block = kinds[i][0], story.page.blocks[i]
        after = kinds[i + 1][0] if i + 1 < len(kinds) else None
        if block.role == "heading" and (
            (kind == "body" and below not in BODY_ZONES) or (kinds[i] == _OUTSIDE and after == below == "related")
        ):
            kinds[i] = (below, f"{below}.label")
        elif kind in ("related", "comment") or (kind in BODY_ZONES and len(story.words[i]) > _LABEL):
            below = kind
