"""The message catalogue: every word a report prints that is not from an article, a metric or a finding.

A catalogue is `templates/messages/LANGUAGE.json`: from keys such as "cover.articles" to text with
`{placeholders}`, or to one text for each form of the plural, chosen by `n`. Another language is another
file with the same keys; `plural` in it is the rule of GNU gettext ("n != 1") that numbers the forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import c2py
from importlib.resources import files

import msgspec
from markupsafe import Markup, escape

LANGUAGE = "en"
Text = str | tuple[str, ...]


class Catalogue:
    """The texts of one language. Calling it gives a text with its placeholders filled in."""

    def __init__(self, texts: Mapping[str, Text], plural: str) -> None:
        self.texts = texts
        self._form: Callable[[int], int] = c2py(plural)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key`; KeyError for one that is not there. A value that is Markup makes the text Markup."""
        text = self.texts[key]
        if not isinstance(text, str):
            number = values.get("n", 0)
            text = text[min(self._form(number if isinstance(number, int) else 0), len(text) - 1)]
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(text).format(**values)
        return text.format(**values) if values else text


def language_name(code: str, *, code_too: bool = False) -> str:
    """ "German", with `code_too` "German (de)"; a code that the catalogue does not hold stays as it is."""
    name = named("language", code)
    return t("language.with_code", name=name, code=code) if code_too and name != code else name


def named(area: str, name: str) -> str:
    """What a name of the result is called ("zone", "body"); the name itself where the catalogue has none."""
    found = catalogue(_current.get()).texts.get(f"{area}.{name.replace(' ', '_')}", name)
    return found if isinstance(found, str) else name


@cache
def catalogue(language: str = LANGUAGE) -> Catalogue:
    """The shipped catalogue of a language; FileNotFoundError where there is none."""
    source = (files("crossread.templates") / "messages" / f"{language}.json").read_bytes()
    texts = msgspec.json.decode(source, type=dict[str, str | tuple[str, ...]])
    plural = texts.pop("plural")
    return Catalogue(texts, plural if isinstance(plural, str) else "n != 1")


_current: ContextVar[str] = ContextVar("language", default=LANGUAGE)


@contextmanager
def using(language: str) -> Iterator[None]:
    """While this lasts, `t` speaks the language."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def t(key: str, /, **values: object) -> str:
    """The text of `key` in the language of the report that is being made."""
    return catalogue(_current.get())(key, **values)
