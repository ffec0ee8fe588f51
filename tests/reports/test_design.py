"""The values of the design: readable in both modes and on paper, told apart without colour."""

from __future__ import annotations

import msgspec
import pytest

from crossread.reports.colour import contrast, greyscale
from crossread.reports.design import (
    APART,
    BEHIND,
    DESIGN,
    READABLE,
    STYLES,
    TEXT,
    VOICES,
    Palette,
    paper_properties,
    screen_properties,
)

PALETTES = {"light": DESIGN.light, "dark": DESIGN.dark, "print": DESIGN.print}


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("behind", BEHIND)
def test_text_has_the_contrast_that_wcag_asks_for(mode: str, text: str, behind: str) -> None:
    colours = msgspec.structs.asdict(PALETTES[mode])
    assert contrast(colours[text], colours[behind]) >= READABLE


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_the_three_voices_are_told_apart_without_colour(palette: Palette) -> None:
    greys = [greyscale(getattr(palette, voice)) for voice in VOICES]
    assert min(abs(a - b) for at, a in enumerate(greys) for b in greys[at + 1 :]) >= APART


def test_each_theme_has_a_line_of_its_own() -> None:
    assert len({(style, below) for style, below, _ in STYLES.values()}) == len(STYLES)


@pytest.mark.parametrize("properties", [screen_properties(DESIGN), paper_properties(DESIGN)], ids=["screen", "paper"])
def test_every_colour_and_size_becomes_a_custom_property(properties: str) -> None:
    for name in (*Palette.__struct_fields__, "sans", "serif", "mono", *(f"s{rank}" for rank in range(1, 7))):
        assert f"--{name}:" in properties


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert (greyscale("#000000"), greyscale("#ffffff")) == (0, 100)
