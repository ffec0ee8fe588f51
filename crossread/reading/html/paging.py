"""Whether an article goes on at another address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from crossread.reading.html.links import absolute
from crossread.text.late import late

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PAGE = late(r"[/_.,-](?:(?:page|seite|p)[/_=-]?)?(\d{1,2})(?=\.\w{2,5}$|/?$)")
_QUERY = frozenset(("page", "p", "pg", "pagenum", "page_number", "seite", "pagina", "pagewanted"))


def next_page(tree: HtmlElement, url: str) -> str | None:
    """The address of the article's next page, as rel="next" gives it; None where it leads to another article.

    Publishing systems use rel="next" for the next story too, so the address must be this one's with a
    page number more.
    """
    for element in tree.iter("link", "a"):
        if "next" in element.get("rel", "").lower().split():
            found = absolute(element.get("href", ""), url)
            if found and _continues(url, found):
                return found
    return None


def _continues(here: str, there: str) -> bool:
    one, two = urlsplit(here), urlsplit(there)
    if one.hostname != two.hostname:
        return False
    if one.path.rstrip("/") == two.path.rstrip("/"):
        asked, wanted = dict(parse_qsl(one.query)), dict(parse_qsl(two.query))
        changed = {name for name in {*asked, *wanted} if asked.get(name) != wanted.get(name)}
        return len(changed) == 1 and changed <= _QUERY and _number(wanted.get(changed.pop(), "")) > 1
    first, second = _stem(one.path), _stem(two.path)
    return first[0] == second[0] and second[1] == first[1] + 1


def _stem(path: str) -> tuple[str, int]:
    """The path without its page number, and that number; 1 where it has none."""
    found = _PAGE.search(path)
    if found is None:
        return re.sub(r"\.\w{2,5}$", "", path).rstrip("/"), 1
    return path[: found.start()].rstrip("/"), int(found[1])


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 0
