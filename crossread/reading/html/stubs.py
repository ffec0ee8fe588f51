"""Pages that are no article: they need JavaScript, ask for consent or a human, or stop at a paywall.

Told only of pages with little text in their body. An article that is whole passes, however often it
speaks of cookies or of subscribing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossread.text.late import late

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEW_WORDS = 250  # of body: no page with more is called a stub
_OPEN_PART = 130  # words: a paywalled page with no more shows only its opening, even where it does not say so
_ALMOST_NONE = 60  # words: what a page shows when its text is still to come
_WORDS_A_PHRASE = 40  # of a consent form: in a text of its own kind every few lines speak of it
_LOOKED_AT = 40_000  # characters of the page's text
_LONGEST_SCRIPT = 1_000_000

_NOT_TEXT = frozenset(("script", "style", "template", "svg", "head", "title", "noscript"))

_SCRIPT_WANTED = late(
    r"(?:enable|activate|turn on|switch on|allow) java ?script"
    r"|java ?script (?:is|must be|has to be|needs to be|seems to be|appears to be) "
    r"(?:required|disabled|turned off|not enabled|enabled|switched)"
    r"|(?:requires?|needs?|without|supports?) java ?script"
    r"|bitte (?:aktivieren sie )?java ?script|java ?script (?:aktivieren|ist deaktiviert)"
    r"|activer java ?script|activ(?:ar|e|a) java ?script"
)
_CHECK = late(
    r"checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a robot|i['’]m not a robot|confirm (?:that )?you are (?:a )?human|unusual (?:traffic|activity)|"
    r"press (?:&|and) hold|complete the (?:captcha|security check)|enable javascript and cookies to continue|"
    r"ddos protection by|attention required"
)
_CONSENT = late(
    r"(?:we|us|our|and our|\d{1,4}) (?:and (?:our|its) )?(?:\d{1,4} )?(?:technology |advertising )?partners"
    r"|accept (?:all|cookies)|reject all|manage (?:options|preferences|settings|cookies|choices)"
    r"|cookie (?:policy|settings|preferences|consent|notice)|your privacy|privacy (?:policy|choices|settings)"
    r"|uses? (?:of )?cookies|legitimate interest|withdraw your consent|give (?:your )?consent"
    r"|data protection choices|before you continue|alle akzeptieren|zustimmen|cookies? akzeptieren"
    r"|tout accepter|accepter (?:et|les cookies)|aceptar (?:todo|cookies)|accetta (?:tutti|i cookie)"
)
# What asks for money or a registration before the rest is shown.
_ASKS = late(
    r"(?:subscribe|sign up|register|log in|sign in|join)(?: now| today| or (?:log|sign) in)? to "
    r"(?:(?:continue|keep) reading|read (?:on|more|this|the)\b|unlock this)"
    r"|to (?:continue|keep) reading,? (?:please|subscribe|log|sign|register|join)"
    r"|(?:this|the) (?:article|story|content|page) is (?:for|reserved for|only (?:for|available to)|available only to"
    r"|available to|exclusive(?:ly)? (?:to|for)|locked for|limited to) (?:\w{1,20} ){0,2}(?:subscribers|members)"
    r"|you(?:['’]ve| have) (?:reached|read|used|hit) (?:your|the|all) (?:\w{1,20} ){0,4}(?:limit|articles)"
    r"|weiterlesen mit|nur für abonnenten|réservé aux abonnés|para seguir leyendo|solo para suscriptores"
    r"|exclusivo para assinantes|per continuare a leggere|alleen voor abonnees|только для подписчиков"
)
# What stands beside such a request and on other pages too.
_HINTS = late(
    r"(?:continue|keep) reading|already (?:a|an) (?:\w{1,20} )?(?:subscriber|member)"
    r"|unlock (?:this|the) (?:article|story)"
    r"|to (?:read|access|view|see) (?:the |this )?(?:full|rest|whole|entire|complete|remainder)|subscribers?[- ]only"
    r"|(?:free )?articles? (?:remaining|left) this month|lire la suite|jetzt weiterlesen"
)
_ARTICLE = late(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,40}Article|\w{0,20}BlogPosting)"')
_NOT_FREE = late(r"['\"]isAccessibleForFree['\"]\s{0,9}:\s{0,9}['\"]?(?:https?://schema\.org/)?false", re.I)
_WALL_NAMES = (
    "contains(@class,'paywall') or contains(@id,'paywall') or contains(@class,'regwall') or contains(@id,'regwall')"
    " or contains(@class,'piano-') or contains(@class,'subscriber-only') or contains(@class,'subscription-required')"
    " or contains(@class,'snippet-promotion') or contains(@class,'gateway-content')"
)


def find_stub(tree: HtmlElement, body_words: int) -> str | None:
    """What the page is and what to do, when it is no article; None for an article.

    `body_words` counts the words taken for the story. The tree is left as it is.
    """
    if body_words >= _FEW_WORDS:
        return None
    shown, without_script = _texts(tree)
    if body_words < _OPEN_PART and _CHECK.search(shown) and len(shown.split()) < 2 * _FEW_WORDS:
        return "this page is a check for robots and not the article; save the article from a browser as a complete page"
    if _is_paywalled(tree, shown, body_words):
        return (
            f"this page is the open part of a paywalled article ({body_words} words); "
            "save the whole article from a browser that is signed in to the site"
        )
    if body_words < _ALMOST_NONE and _needs_script(tree, shown, without_script):
        return "this page shows its text only with JavaScript; save it from a browser as a complete page"
    if _is_consent(tree, shown):
        return (
            "this page is a cookie or consent wall and not the article; "
            "answer it in a browser and save the page it leads to"
        )
    return None


def _texts(tree: HtmlElement) -> tuple[str, str]:
    """The page's visible words and those for browsers without scripts, in lower case, up to a bound."""
    shown: list[str] = []
    fallback: list[str] = []
    size = 0
    skipped = 0  # elements to come that stand in one without text
    for element in tree.iter():
        if skipped:
            skipped -= 1
            continue
        if not isinstance(element.tag, str):
            continue
        if element.tag in _NOT_TEXT:
            skipped = sum(1 for _ in element.iterdescendants())
            if element.tag == "noscript":
                fallback.append(" ".join(element.itertext())[:2000])
        elif element.text:
            shown.append(element.text)
            size += len(element.text)
        if element.tail:
            shown.append(element.tail)
            size += len(element.tail)
        if size > _LOOKED_AT:
            break
    return _folded(shown), _folded(fallback)


def _folded(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split()).lower()


def _is_paywalled(tree: HtmlElement, shown: str, body_words: int) -> bool:
    """The page has less than an article, and its words or its data say that more follows for those who pay."""
    asks = bool(_ASKS.search(shown))
    if body_words < _OPEN_PART and (asks or _says_paid(tree)):
        return True
    return (asks or bool(_HINTS.search(shown))) and (
        _says_paid(tree) or (asks and bool(tree.xpath(f"boolean(descendant::*[{_WALL_NAMES}])")))
    )


def _says_paid(tree: HtmlElement) -> bool:
    """Whether the page's data call it locked."""
    for element in tree.iter("meta", "script"):
        if element.tag == "meta":
            if element.get("property") == "article:content_tier" and element.get("content", "").lower() == "locked":
                return True
        elif "ld+json" in element.get("type", "") and _NOT_FREE.search((element.text or "")[:_LONGEST_SCRIPT]):
            return True
    return False


def _says_article(tree: HtmlElement) -> bool:
    """Whether the page's data call it an article."""
    for element in tree.iter("meta", "script"):
        if element.tag == "meta":
            if element.get("property") == "og:type" and element.get("content", "").lower() == "article":
                return True
        elif "ld+json" in element.get("type", "") and _ARTICLE.search((element.text or "")[:_LONGEST_SCRIPT]):
            return True
    return False


def _needs_script(tree: HtmlElement, shown: str, without_script: str) -> bool:
    """Nearly no text, and a page that says why or an empty place for scripts to fill."""
    if len(shown.split()) >= _FEW_WORDS:
        return False
    if _SCRIPT_WANTED.search(shown) or _SCRIPT_WANTED.search(without_script):
        return True
    empty = tree.xpath(
        "descendant::div[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or @id='main-app' or @id='react-root'"
        " or @id='app-root' or @id='___gatsby' or @ng-app or @data-reactroot][not(normalize-space())]"
    )
    return bool(empty) and tree.find(".//script") is not None


def _is_consent(tree: HtmlElement, shown: str) -> bool:
    """Little else than the words of a consent form on the whole page, which is no article by its data."""
    words = len(shown.split())
    asked = [match[0] for match in _CONSENT.finditer(shown)]
    dense = len(asked) * _WORDS_A_PHRASE >= words
    return len(set(asked)) >= 3 and dense and "cookie" in shown and words < 4 * _FEW_WORDS and not _says_article(tree)
