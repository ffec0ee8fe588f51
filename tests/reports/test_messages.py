"""The message catalogue: placeholders, plurals, and markup that a value brings along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from crossread.reports.messages import Catalogue, catalogue, t

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
TEXTS: dict[str, str | tuple[str, ...]] = {"hello": "Hello {name}", "cats": ("{n} cat", "{n} cats")}


def test_placeholders_are_filled_in() -> None:
    assert Catalogue(TEXTS, "n != 1")("hello", name="Ada") == "Hello Ada"


@pytest.mark.parametrize(("n", "said"), [(0, "0 cats"), (1, "1 cat"), (2, "2 cats")])
def test_the_number_chooses_the_form(n: int, said: str) -> None:
    assert Catalogue(TEXTS, "n != 1")("cats", n=n) == said


def test_another_languages_rule_has_as_many_forms_as_it_needs() -> None:
    polish = Catalogue({"cats": ("kot", "koty", "kotów")}, "n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2")
    assert [polish("cats", n=n) for n in (1, 3, 5)] == ["kot", "koty", "kotów"]


def test_text_stays_text_and_a_value_cannot_bring_placeholders() -> None:
    said = Catalogue(TEXTS, "n != 1")("hello", name="<b>{n}</b>")
    assert said == "Hello <b>{n}</b>"
    assert not isinstance(said, Markup)


def test_a_value_with_markup_makes_markup_and_the_rest_is_escaped() -> None:
    said = Catalogue({"two": "{a} & {b}"}, "0")("two", a=Markup("<b>x</b>"), b="<i>")
    assert said == "<b>x</b> &amp; &lt;i&gt;"


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        t("no.such.key")


def test_the_shipped_catalogue_is_english() -> None:
    assert catalogue("en")("count.articles", n=2) == "2 articles"


def _used() -> tuple[set[str], set[str]]:
    """Keys that templates and reports name, and the heads of those they make ("limits." of f"limits.{each}")."""
    sources = [*TEMPLATES.rglob("*.j2"), *(ROOT / "reports").rglob("*.py"), *(ROOT / "crossread").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    keys = set(re.findall(r'\b[tm]\(\s*"([a-z_0-9.]+)"', text)) | set(re.findall(r'"([a-z_]+\.[a-z_0-9]+)"', text))
    made = set(re.findall(r'\bt\(f"([a-z_]+\.[a-z_]*)\{', text))
    made |= {f"{area}." for area in re.findall(r'\bnamed\("([a-z_]+)"', text)}
    made |= set(re.findall(r'\bt\("([a-z_]+\.)" ~', text))
    return keys, made


def test_every_key_that_is_named_is_in_the_catalogue() -> None:
    texts = catalogue("en").texts
    named = set()
    for path in (*TEMPLATES.rglob("*.j2"), *(ROOT / "reports").rglob("*.py")):
        named |= set(re.findall(r'\bt\(\s*"([a-z_0-9.]+[a-z_0-9])"', path.read_text(encoding="utf-8")))
    assert sorted(named.difference(texts)) == []


def test_every_text_of_the_catalogue_is_used() -> None:
    keys, made = _used()
    titles = {key for key in catalogue("en").texts if key.endswith(".title")}  # sections name theirs by anchor
    left = set(catalogue("en").texts).difference(keys, titles)
    assert sorted(key for key in left if not key.startswith(tuple(made))) == []
