"""Every colour, size and face of the briefing. Templates use them as CSS custom properties and nothing else.

docs/design.md says why they are as they are. A brand file replaces some of them.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from crossread.model import Theme


class Palette(Struct, frozen=True, kw_only=True):
    """Colours as `#rrggbb`. Text colours have a contrast of 4.5 or more on `paper`, `wash` and the tints."""

    paper: str
    wash: str  # behind what stands apart: notices, code
    ink: str
    soft: str  # text of second rank
    rule: str  # hairlines
    accent: str  # links, values, the current place
    band: str  # the middle half of the reference in a chart
    bar: str  # a count from zero
    target: str  # behind what a link has led to
    found: str  # behind what was searched for
    narrator: str  # the three voices, in bars
    quoted: str
    reported: str
    said: str  # behind quoted words in running text
    sourcing: str  # the themes of metrics, with the line style of each in STYLES
    certainty: str
    tone: str
    framing: str
    form: str
    further: str  # those of other people's packages


class Faces(Struct, frozen=True):
    """The stacks of type: the sans speaks for the briefing, the serif holds an article's own words."""

    sans: str
    serif: str
    mono: str


class Design(Struct, frozen=True):
    """All values of a briefing; `light` and `dark` are for the screen, `print` for paper."""

    light: Palette
    dark: Palette
    print: Palette
    faces: Faces
    screen_sizes: tuple[str, ...]  # smallest first: --s1 to --s6
    paper_sizes: tuple[str, ...]


LIGHT = Palette(
    paper="#ffffff",
    wash="#f5f4f0",
    ink="#16181d",
    soft="#565c66",
    rule="#d7d5cf",
    accent="#0b4f5c",
    band="#dfe7e8",
    bar="#b9ccd0",
    target="#fdf0bf",
    found="#ffdf5d",
    narrator="#2b3038",
    quoted="#5b94a3",
    reported="#d9c9a3",
    said="#e9f1f2",
    sourcing="#0b6388",
    certainty="#8a5200",
    tone="#8d2a5b",
    framing="#4a4ea0",
    form="#2c6b52",
    further="#7a4033",
)
DARK = Palette(
    paper="#131519",
    wash="#1c1f25",
    ink="#e9e7e2",
    soft="#adb1b9",
    rule="#383c44",
    accent="#86cbd8",
    band="#28363a",
    bar="#39545b",
    target="#463c11",
    found="#5c4b00",
    narrator="#d9d7d2",
    quoted="#5d9fb0",
    reported="#6b5f42",
    said="#1f2f34",
    sourcing="#7cc6ea",
    certainty="#e9b061",
    tone="#f09ac2",
    framing="#b3b6ff",
    form="#83d0ae",
    further="#e3a898",
)
DESIGN = Design(
    light=LIGHT,
    dark=DARK,
    print=msgspec.structs.replace(LIGHT, wash="#f4f3ef", soft="#4f555e", said="#e6eff0"),
    faces=Faces(
        sans='"Crossread Sans", system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif',
        serif='"Crossread Serif", Charter, Georgia, "Liberation Serif", "Times New Roman", serif',
        mono='ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace',
    ),
    screen_sizes=(".8125rem", ".9375rem", "1.0625rem", "1.375rem", "1.875rem", "2.75rem"),
    paper_sizes=("7pt", "8pt", "9.5pt", "12pt", "17pt", "30pt"),
)

# Theme: (style of its line, how far below the words, how thick). Colour is never alone.
STYLES: dict[Theme, tuple[str, str, str]] = {
    "sourcing": ("solid", ".2em", "2px"),
    "certainty": ("dashed", ".28em", "2px"),
    "tone": ("dotted", ".36em", "2px"),
    "framing": ("double", ".2em", "2px"),
    "form": ("wavy", ".3em", "1.5px"),
    "further": ("solid", ".42em", "2px"),
}

# What a brand's colours are held to, as the shipped ones are.
TEXT = ("ink", "soft", "accent", *STYLES)  # colours that words are set in
BEHIND = ("paper", "wash", "said", "target")  # and those that words stand on
READABLE = 4.5  # WCAG 2.2, level AA
VOICES = ("narrator", "quoted", "reported")
APART = 20  # % of grey between two voices


def screen_properties(design: Design) -> str:
    """The values as custom properties for a page, in both modes."""
    common = _faces(design.faces) + _sizes(design.screen_sizes)
    return (
        f":root{{{common}{_colours(design.light)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{_colours(design.dark)}}}}}"
        f"@media print{{:root{{{_colours(design.print)}}}}}"
    )


def paper_properties(design: Design) -> str:
    """The values as custom properties for print."""
    return f":root{{{_faces(design.faces)}{_sizes(design.paper_sizes)}{_colours(design.print)}}}"


def _colours(palette: Palette) -> str:
    return "".join(f"--{name}:{value};" for name, value in msgspec.structs.asdict(palette).items())


def _faces(faces: Faces) -> str:
    return "".join(f"--{name}:{value};" for name, value in msgspec.structs.asdict(faces).items())


def _sizes(sizes: tuple[str, ...]) -> str:
    return "".join(f"--s{rank}:{size};" for rank, size in enumerate(sizes, start=1))
