"""JSON-LD script blocks read leniently: what publishers' templates put there is often not quite JSON."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from crossread.text.late import late

_MAX_VALUES = 50  # one after another in a block
_OPENING_MARKS = ("<!--", "// <![CDATA[", "//<![CDATA[", "/* <![CDATA[ */", "/*<![CDATA[*/", "<![CDATA[", "\ufeff")
_CLOSING_MARKS = ("// -->", "//-->", "-->", "// ]]>", "//]]>", "/* ]]> */", "/*]]>*/", "]]>", ";")
# Each alternative runs to the end of the block when it finds no end of its own, so that none is tried twice.
_STRING_COMMENT_OR_COMMA = late(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|,(?=\s*[}\]])', re.S)
_NO_ESCAPE = late(r'\\(?!["\\/bfnrtu])')
_BETWEEN = late(r"[\s,;]*")

_WORDS = r'"((?:[^"\\]|\\.){1,500})"'
_FIELDS = tuple(
    (name, late(rf'"{name}"\s*:\s*{_WORDS}'))
    for name in ("headline", "datePublished", "dateModified", "articleSection", "isAccessibleForFree", "inLanguage")
)
_NAMED = tuple(
    (name, late(rf'"{name}"\s*:\s*[\[{{\s]{{1,20}}[^{{}}\[\]]{{0,300}}?"name"\s*:\s*{_WORDS}'))
    for name in ("author", "publisher")
)
_TYPE = late(r'"@type"\s*:\s*"(\w{0,40}Article|BlogPosting|LiveBlogPosting)"')


def parse_block(block: str) -> list[Any]:
    """The JSON values in a script block; none where there is nothing to be had.

    Mended are: HTML comment and CDATA marks around the block, line breaks within strings, commas before
    a closing bracket, comments, lone backslashes, quotation marks written as entities, several values
    one after another, a semicolon at the end. A block past mending gives one node with the few fields
    that matter most, found by their look.
    """
    block = _without_marks(block)
    for mend in (_as_it_is, _without_faults, html.unescape):
        try:
            return _values(mend(block))
        except (ValueError, RecursionError):
            continue
    node = _salvage(block)
    return [node] if node else []


def _without_marks(block: str) -> str:
    block = block.strip()
    for _ in range(3):
        for mark in _OPENING_MARKS:
            block = block.removeprefix(mark).lstrip()
        for mark in _CLOSING_MARKS:
            block = block.removesuffix(mark).rstrip()
    return block


def _as_it_is(block: str) -> str:
    return block


def _without_faults(block: str) -> str:
    return _STRING_COMMENT_OR_COMMA.sub(lambda m: _NO_ESCAPE.sub("", m[0]) if m[0][0] == '"' else "", block)


def _values(block: str) -> list[Any]:
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while at < len(block) and len(values) < _MAX_VALUES:
        value, at = decoder.raw_decode(block, at)
        values.append(value)
        between = _BETWEEN.match(block, at)
        at = between.end() if between else at
    return values


def _salvage(block: str) -> dict[str, Any]:
    """An article's node from the first field of each name in a block that names an article's type."""
    kind = _TYPE.search(block)
    if kind is None:
        return {}
    node: dict[str, Any] = {"@type": kind[1]}
    for name, pattern in _FIELDS:
        match = pattern.search(block)
        if match:
            node[name] = _unescaped(match[1])
    for name, pattern in _NAMED:
        match = pattern.search(block)
        if match:
            node[name] = {"name": _unescaped(match[1])}
    return node


def _unescaped(words: str) -> str:
    try:
        return str(json.loads(f'"{_NO_ESCAPE.sub("", words)}"', strict=False))
    except ValueError:
        return words
