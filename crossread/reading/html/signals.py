"""What an element's tag, role, itemprop, class and id say of the text in it.

Class names are words people chose, so they are a hint and no proof: `kinds.py` drops the hint of an
element that holds most of the story, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from crossread.model import ZoneKind
from crossread.reading.html.names import NAMES, OUTER
from crossread.text.late import late

Hint = tuple[ZoneKind, str]

_LONGEST = 300  # characters of a class list that are looked at
_CAMEL = late(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINTS = late(r"[^a-z0-9\s]+")
_DISPLAY_NONE = late(
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)"
    r"|(?:left|top|right|bottom|text-indent)\s{0,4}:\s{0,4}-\d{3,6}",  # moved off the screen
    re.I,
)
_UNSEEN = late(
    r"(?:^|[\s-])(?:sr-only|screen-reader(?:-text|-only)?|screenreader(?:-only|-text)?|visually-?hidden|"
    r"(?:a11y|accessibility)-(?:hidden|text)|visuallyhidden|element-invisible|clip-?text-?hidden|"
    r"tool-?tip(?:-content|-text)?|popover|hover-?card|rollover(?:-[a-z]+)?-block)(?:$|[\s-](?!focusable))"
)
_HIDDEN_WORD = late(r"(?:^|\s)(?:hidden|is-hidden|u-hidden|hide|d-none|display-none)(?:$|\s)")
_SHOWN_AGAIN = late(r"(?:^|\s)(?:d-(?:xs|sm|md|lg|xl|print)-|(?:xs|sm|md|lg|xl)-(?:block|flex|inline|grid))")


_TAGS: Mapping[str, Hint] = {
    "nav": ("furniture", "furniture.nav"), "menu": ("furniture", "furniture.nav"),
    "form": ("furniture", "furniture.form"), "button": ("furniture", "furniture.button"),
    "fieldset": ("furniture", "furniture.form"), "label": ("furniture", "furniture.form"),
    "legend": ("furniture", "furniture.form"), "dialog": ("furniture", "furniture.dialog"),
    "figcaption": ("caption", "caption.figcaption"), "time": ("date_line", "date_line.time"),
    "address": ("byline", "byline.address"), "blockquote": ("quote_block", "quote_block.blockquote"),
}  # fmt: skip
_ROLES: Mapping[str, Hint] = {
    "navigation": ("furniture", "furniture.nav"), "banner": ("furniture", "furniture.banner"),
    "contentinfo": ("furniture", "furniture.footer"), "search": ("furniture", "furniture.form"),
    "dialog": ("furniture", "furniture.dialog"), "alertdialog": ("furniture", "furniture.dialog"),
    "button": ("furniture", "furniture.button"), "menu": ("furniture", "furniture.nav"),
    "menubar": ("furniture", "furniture.nav"), "toolbar": ("furniture", "furniture.nav"),
    "tablist": ("furniture", "furniture.nav"), "tooltip": ("furniture", "furniture.dialog"),
}  # fmt: skip
_PROPS: Mapping[str, Hint] = {
    "headline": ("title", "title.itemprop"), "description": ("standfirst", "standfirst.itemprop"),
    "alternativeheadline": ("standfirst", "standfirst.itemprop"), "author": ("byline", "byline.itemprop"),
    "datepublished": ("date_line", "date_line.itemprop"), "datemodified": ("date_line", "date_line.itemprop"),
    "caption": ("caption", "caption.itemprop"), "comment": ("comment", "comment.itemprop"),
}  # fmt: skip
_OUTER: Mapping[str, Hint] = {
    "aside": ("furniture", "furniture.aside"), "footer": ("furniture", "furniture.footer"),
    "header": ("furniture", "furniture.header"),
}  # fmt: skip
_TELLING = frozenset(("itemprop", "itemtype", "aria-label"))
_NEVER = frozenset(("html", "body", "main"))  # their classes say what else is on the page


_TELLING_MORE = frozenset(("role", "rel", "hidden", "style", "open", *_TELLING))  # what says more than class and id


def look(tag: str, attributes: Mapping[str, str]) -> tuple[Hint | None, bool]:
    """What the element says it holds, and whether it is hidden."""
    if _TELLING_MORE.isdisjoint(attributes):
        return _looked(tag, attributes.get("class", "")[:_LONGEST], attributes.get("id", "")[:_LONGEST])
    return hint_of(tag, attributes), is_hidden(tag, attributes)


@lru_cache(maxsize=16_384)
def _looked(tag: str, classes: str, identifier: str) -> tuple[Hint | None, bool]:
    attributes = {"class": classes, "id": identifier}
    return hint_of(tag, attributes), is_hidden(tag, attributes)


def hint_of(tag: str, attributes: Mapping[str, str]) -> Hint | None:
    """What the element says it holds, None where it says nothing."""
    if tag in _NEVER:
        return None
    if not attributes:
        return _TAGS.get(tag) or _OUTER.get(tag)
    said = _ROLES.get(attributes["role"].lower()) if "role" in attributes else None
    if said or (not _TELLING.isdisjoint(attributes) and (said := _by_property(attributes))):
        return said
    if tag == "a":
        return ("byline", "byline.rel_author") if "author" in attributes.get("rel", "").split() else None
    return _by_name(tag, attributes.get("class", "")[:_LONGEST], attributes.get("id", "")[:_LONGEST])


def _by_property(attributes: Mapping[str, str]) -> Hint | None:
    for name in attributes.get("itemprop", "").lower().split()[:4]:
        if name in _PROPS:
            return _PROPS[name]
    if attributes.get("itemtype", "").rstrip("/").endswith(("/Comment", "/UserComments")):
        return "comment", "comment.schema_org"
    if attributes.get("aria-label", "").strip().lower() in ("advertisement", "advertising", "ad", "sponsored content"):
        return "advertisement", "advertisement.aria_label"
    return None


@lru_cache(maxsize=8192)
def _by_name(tag: str, classes: str, identifier: str) -> Hint | None:
    if tag in ("nav", "menu", "form", "button", "figcaption", "time"):
        return _TAGS[tag]
    names = joined(f"{classes} {identifier}")
    if names.strip():
        for kind, rule, pattern in NAMES:
            if pattern.search(names):
                return kind, rule
        if tag not in ("header", "p") and OUTER.search(names):
            return "furniture", "furniture.outer_name"
    return _TAGS.get(tag) or _OUTER.get(tag)


def joined(names: str) -> str:
    """Class names in one spelling: articleHeader, article__header and Article-Header are article-header."""
    return _JOINTS.sub("-", _CAMEL.sub("-", names).lower())


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a reader of the page does not see the element, as far as its own attributes tell."""
    if tag in _NEVER:
        return False  # many pages hide themselves until their script has run
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    style = attributes.get("style")
    if style and _DISPLAY_NONE.search(style[:_LONGEST]):
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    classes = attributes.get("class")
    return classes is not None and _hidden_name(classes[:_LONGEST])


@lru_cache(maxsize=8192)
def _hidden_name(classes: str) -> bool:
    names = joined(classes)
    return bool(_UNSEEN.search(names) or (_HIDDEN_WORD.search(names) and not _SHOWN_AGAIN.search(names)))
