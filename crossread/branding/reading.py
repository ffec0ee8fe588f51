"""The brand file: its keys, and a place for every complaint about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msgspec import Meta

from crossread.branding.colours import Given, settle
from crossread.branding.fonts import read_font
from crossread.branding.images import read_logo
from crossread.config_values import Invalid, describe, read_value, unknown
from crossread.errors import ConfigError
from crossread.inputs.settings import PathText
from crossread.reports.brand import STYLES, UNBRANDED, Brand, Media
from crossread.reports.design import Palette
from crossread.yaml_source import Mapping, Node, Problems, Scalar, parse_yaml, read_text

Name = Annotated[
    str,
    Meta(pattern=r"^(?=.*\S)[^\x00-\x1f\x7f]{1,80}$(?!\n)", title="a name of at most 80 characters on one line"),
]
Colour = Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$(?!\n)", title='a colour such as "#0b4f5c"')]


KEYS = ("name", "logo", "colours", "dark", "fonts")
FAMILIES = ("sans", "serif")


def read_brand(path: Path) -> Brand:
    """The brand in a YAML file. Raises ConfigError with every problem, one `path:line:column: what` a line."""
    problems = Problems(path)
    node = parse_yaml(read_text(path, "--brand"), problems)
    if node is None:
        problems.raise_any()
        raise ConfigError(f"{path}: empty; it needs one of {', '.join(KEYS)}")
    brand = _Reader(problems, path).brand(node)
    problems.raise_any()
    return brand


class _Reader:
    """Reads the parts one by one, noting every problem on the way."""

    def __init__(self, problems: Problems, path: Path) -> None:
        self.problems = problems
        self.path = path

    def brand(self, root: Node) -> Brand:
        parts = {key.text: child for key, child in self.entries(root, "key", KEYS)}
        light = self.colours(parts["colours"]) if "colours" in parts else {}
        dark = self.colours(parts["dark"]) if "dark" in parts else {}
        on_white, on_dark = settle(light, dark, self.problems)
        fonts = self.fonts(parts["fonts"]) if "fonts" in parts else {}
        return Brand(
            name=self.name(parts["name"]) if "name" in parts else "",
            logo=self.logo(parts["logo"]) if "logo" in parts else None,
            light=on_white,
            dark=on_dark,
            sans=fonts.get("sans", {}),
            serif=fonts.get("serif", {}),
            notes=tuple(self.notes(fonts)),
        )

    def entries(self, node: Node, what: str, known: tuple[str, ...]) -> list[tuple[Scalar, Node]]:
        """The entries of a mapping with the names known; the others are problems."""
        if not isinstance(node, Mapping):
            self.problems.add(node.position, f"expected {what}s with values, found {describe(node)}")
            return []
        for key, _ in node.entries:
            if key.text not in known:
                self.problems.add(key.position, unknown(what, key.text, known))
        return [(key, child) for key, child in node.entries if key.text in known]

    def name(self, node: Node) -> str:
        value = read_value(node, Name, self.problems)
        return UNBRANDED.name if isinstance(value, Invalid) else str(value).strip()

    def colours(self, node: Node) -> Given:
        found = {}
        for key, child in self.entries(node, "colour", Palette.__struct_fields__):
            if isinstance(child, Scalar) and child.value is None:
                self.problems.add(child.position, f'"{key.text}" has no value; write the colour in quotation marks')
                continue
            value = read_value(child, Colour, self.problems)
            if not isinstance(value, Invalid):
                found[key.text] = (child.position, str(value).lower())
        return found

    def logo(self, node: Node) -> Media | None:
        path = self.file(node)
        try:
            return read_logo(path) if path else None
        except ConfigError as error:
            self.problems.add(node.position, str(error))
            return None

    def fonts(self, node: Node) -> dict[str, dict[str, Media]]:
        """The fonts by family and style; a family without any is left out."""
        found: dict[str, dict[str, Media]] = {}
        for family, styles in self.entries(node, "family", FAMILIES):
            for style, child in self.entries(styles, "style", tuple(STYLES)):
                path = self.file(child)
                try:
                    if path:
                        found.setdefault(family.text, {})[style.text] = read_font(path, f"{family.text}-{style.text}")
                except ConfigError as error:
                    self.problems.add(child.position, str(error))
        return found

    def file(self, node: Node) -> Path | None:
        """A path, started from the brand file's folder."""
        value = read_value(node, PathText, self.problems)
        return None if isinstance(value, Invalid) else self.path.parent / Path(value).expanduser()

    def notes(self, fonts: dict[str, dict[str, Media]]) -> list[str]:
        """Which styles of the brand's families the bundled fonts stand in for."""
        return [
            f"{self.path}: the {family} font has no {style}; the bundled {style} stands in for it"
            for family, styles in fonts.items()
            for style in STYLES
            if style not in styles
        ]
