"""The Jinja environment: escaping on, undefined names refused, disturbing characters shown."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossread import templates
from crossread.model import MetricInfo
from crossread.quality import told
from crossread.reports.brand import UNBRANDED, Brand, branded
from crossread.reports.bytecode import BesideSource
from crossread.reports.design import DESIGN, STYLES, paper_properties, screen_properties
from crossread.reports.fonts import paper_faces, screen_faces
from crossread.reports.look import PLAIN, Look
from crossread.reports.markdown_text import escape_markdown, marked_pieces, table_cell
from crossread.reports.messages import language_name, t
from crossread.reports.visible import has_long_word, visible


def _shown(value: object) -> object:
    """Applied to everything a template prints, so that no template can forget it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def fill(
    name: str,
    look: Look,
    *,
    autoescape: bool = True,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    **values: object,
) -> str:
    """The template `name` with these values, and with filters beyond those that all templates have.

    Raises RenderError with the place of an error in a user's template.
    """
    made = environment(autoescape=autoescape) if look.shipped else _environment(look, autoescape)
    made.filters.update(filters or {})
    if look.templates is None:
        return made.get_template(name).render(**values)
    from crossread.reports.own_templates import fill_own

    return fill_own(made, look.templates, name, values)


@cache
def environment(*, autoescape: bool = True) -> Environment:
    """The environment for pages; without `autoescape`, that for Markdown, which escapes by filter."""
    return _environment(PLAIN, autoescape)


def _environment(look: Look, autoescape: bool) -> Environment:
    """An environment of the look's own templates and brand, or of those that come with crossread."""
    shipped = PackageLoader("crossread.templates", "")
    settings: dict[str, Any] = {
        "autoescape": autoescape,
        "finalize": _shown,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "auto_reload": False,
    }
    if look.templates is None:
        compiled = BesideSource(Path(templates.__path__[0])) if autoescape else None
        made = Environment(undefined=StrictUndefined, loader=shipped, bytecode_cache=compiled, **settings)  # noqa: S701
        made.getattr = getattr  # type: ignore[assignment]  # half the time: no template asks a mapping's key by a dot
    else:
        from crossread.reports.own_templates import sandbox

        made = sandbox(look.templates, shipped, settings)
    _equip(made, look.brand)
    return made


def _equip(made: Environment, brand: Brand) -> None:
    """Give an environment what templates call by name."""
    design = DESIGN if brand == UNBRANDED else branded(brand)
    made.filters["md"] = escape_markdown
    made.filters["cell"] = table_cell
    made.filters["pieces"] = marked_pieces
    made.filters["csp_hash"] = _csp_hash
    made.filters["rule"] = _rule
    made.filters["long"] = _long
    made.filters["language"] = language_name
    made.filters["quality"] = _quality
    made.filters["isolated"] = _isolated
    made.globals.update(t=t, design=design, line_styles=STYLES, brand=brand)
    made.globals["screen_faces"] = lambda: screen_faces(brand)
    made.globals["paper_faces"] = lambda: paper_faces(brand)
    made.globals["screen_properties"] = lambda: screen_properties(design)
    made.globals["paper_properties"] = lambda: paper_properties(design)


def _quality(info: MetricInfo) -> list[str]:
    """How often a metric was right, a line for each figure, or why that is not known."""
    return told(info.quality, info.unmeasured)


def _isolated(text: str) -> Markup:
    """An article's words inside a sentence of ours: their writing direction stays their own."""
    return Markup("<bdi>{}</bdi>").format(visible(text))


def _rule(rule: str, owner: str) -> str:
    """A rule's id in words: "sourcing.named.official" of `sourcing` is "named official"."""
    return rule.removeprefix(f"{owner}.").replace(".", " ").replace("_", " ")


def _long(text: str, most: int = 45) -> str:
    """A class for text with a word too long for its place: only there may a line break fall inside a word."""
    return " long" if has_long_word(text, most) else ""


def _csp_hash(script: str) -> str:
    """A script's hash for the content security policy: no other script can run."""
    return "sha256-" + b64encode(sha256(str(script).encode("utf-8")).digest()).decode("ascii")
