"""A brand's colours: readable on white and on dark, the voices told apart without colour."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from crossread.reports.colour import contrast, greyscale, mixed
from crossread.reports.design import APART, BEHIND, DESIGN, READABLE, TEXT, VOICES, Palette
from crossread.yaml_source import Position, Problems

Given = Mapping[str, tuple[Position, str]]  # name of a colour -> its place in the file and its value
_STEPS = 40


def settle(light: Given, dark: Given, problems: Problems) -> tuple[dict[str, str], dict[str, str]]:
    """The colours for white paper and those for dark, those that were not given for dark derived.

    What cannot be read, or told apart without colour, goes to `problems`.
    """
    plain = {name: value for name, (_, value) in light.items()}
    on_light = msgspec.structs.replace(DESIGN.light, **plain)
    on_paper = msgspec.structs.replace(DESIGN.print, **plain)
    before = len(problems.found)
    _check(on_light, light, "", problems)
    if len(problems.found) == before:
        _check(on_paper, light, " in print", problems)
    own_dark = {name: value for name, (_, value) in dark.items()}
    palette = msgspec.structs.replace(DESIGN.dark, **own_dark)
    derived = {name: _on_dark(name, value, palette) for name, value in plain.items() if name in TEXT}
    all_dark = {**derived, **own_dark}
    _check(msgspec.structs.replace(palette, **all_dark), dark, " in dark mode", problems)
    return plain, all_dark


def _on_dark(name: str, colour: str, palette: Palette) -> str:
    """The colour mixed with white until it reads on dark; running text as well as the shipped ink does."""
    least = contrast(DESIGN.dark.ink, DESIGN.dark.paper) if name == "ink" else READABLE
    behind = (palette.paper,) if name == "ink" else tuple(getattr(palette, each) for each in BEHIND)
    for step in range(_STEPS):
        lighter = mixed(colour, "#ffffff", step / _STEPS)
        if min(contrast(lighter, each) for each in behind) >= least:
            return lighter
    return "#ffffff"


def _check(palette: Palette, given: Given, where: str, problems: Problems) -> None:
    """Tell of each colour given the first contrast that is too low, that on paper first, and of voices too like."""
    low: dict[str, tuple[float, str, str]] = {}
    for text in TEXT:
        for behind in BEHIND:
            named = next((name for name in (text, behind) if name in given), None)
            ratio = contrast(getattr(palette, text), getattr(palette, behind))
            if named and ratio < READABLE:
                low.setdefault(named, (ratio, text, behind))
    for name, (ratio, text, behind) in low.items():
        shown = f"{text} {getattr(palette, text)} on {behind} {getattr(palette, behind)}{where}"
        told = f"the contrast of {shown} is {math.floor(ratio * 100) / 100:g}; text needs {READABLE:g} (WCAG AA)"
        problems.add(given[name][0], f"{told}: choose a {'lighter' if 'dark' in where else 'darker'} text colour")
    for at, one in enumerate(VOICES):
        for other in VOICES[at + 1 :]:
            named = next((name for name in (one, other) if name in given), None)
            grey, beside = greyscale(getattr(palette, one)), greyscale(getattr(palette, other))
            if named and abs(grey - beside) < APART:
                told = f"{one} and {other}{where} are {abs(grey - beside)} % of grey apart ({grey} and {beside})"
                problems.add(given[named][0], f"{told}; voices need {APART} to be told apart without colour")
