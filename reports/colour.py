"""Colours as WCAG 2.2 reckons them: contrast, and the grey that a printer without colours makes of one."""

from __future__ import annotations


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def greyscale(colour: str) -> int:
    """How light a `#rrggbb` colour is on paper without colour, in % (0 is black): CIE L*."""
    luminance = _luminance(colour)
    return round(116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance)


def mixed(colour: str, other: str, share: float) -> str:
    """A `#rrggbb` colour with a share of another, from 0 to 1."""
    parts = [(int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in parts)


def _luminance(colour: str) -> float:
    """The relative luminance, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
