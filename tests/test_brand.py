"""The brand file: what it may hold, and what is said about a broken one, with its place."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageFile

from crossread import branding, templates
from crossread.branding.colours import settle
from crossread.branding.images import MAX_BYTES
from crossread.config import load_config
from crossread.errors import ConfigError
from crossread.reports.brand import Brand, branded
from crossread.reports.colour import contrast
from crossread.reports.design import BEHIND, DESIGN, READABLE, TEXT
from crossread.yaml_source import Position, Problems

FONTS = Path(templates.__path__[0]) / "fonts"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"{}>{}</svg>'


def picture(kind: str, width: int = 4, height: int = 2) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (width, height), "#204060").save(stream, kind)
    return stream.getvalue()


def load(folder: Path, text: str, **files: bytes) -> Brand:
    """The brand in `text`, with files beside it; `_` before the ending stands for `.`."""
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    (folder / "brand.yaml").write_text(text, encoding="utf-8")
    return branding.load_brand(folder / "brand.yaml")


def complaints(folder: Path, text: str, **files: bytes) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text, **files)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_a_brand_has_a_name_a_logo_colours_and_fonts(tmp_path: Path) -> None:
    shutil.copy(FONTS / "Serif-Regular.ttf", tmp_path / "own.ttf")
    text = (
        "name: Harbour School\nlogo: logo.bin\ncolours: {accent: '#8A1C3B'}\n"
        "dark: {accent: '#ff9ab5'}\nfonts: {sans: {regular: own.ttf}}\n"
    )
    brand = load(tmp_path, text, logo_bin=picture("PNG"))
    assert brand.name == "Harbour School"
    assert brand.logo
    assert (brand.logo.kind, brand.logo.uri[:22]) == ("image/png", "data:image/png;base64,")
    assert (brand.light, brand.dark) == ({"accent": "#8a1c3b"}, {"accent": "#ff9ab5"})
    assert brand.sans["regular"].kind == "font/ttf"
    assert sorted(brand.media) == ["logo", "sans-regular"]
    assert [note.split(": ", 1)[1] for note in brand.notes] == [
        "the sans font has no italic; the bundled italic stands in for it",
        "the sans font has no semibold; the bundled semibold stands in for it",
    ]


def test_every_problem_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = (
        "nme: x\nlogo: none.png\ncolours:\n  acent: '#000000'\n  ink: '#dddddd'\n  soft: red\n  rule:\n"
        "fonts: {sans: {bold: a.ttf}, seif: {}}\n"
    )
    assert complaints(tmp_path, text) == [
        'brand.yaml:1:1: unknown key "nme"; did you mean "name"?',
        "brand.yaml:2:7: none.png: there is no such file; paths start from the brand file's folder",
        'brand.yaml:4:3: unknown colour "acent"; did you mean "accent"?',
        "brand.yaml:5:8: the contrast of ink #dddddd on paper #ffffff is 1.35; text needs 4.5 (WCAG AA): "
        "choose a darker text colour",
        'brand.yaml:6:9: expected a colour such as "#0b4f5c", found text "red"',
        'brand.yaml:7:8: "rule" has no value; write the colour in quotation marks',
        'brand.yaml:8:16: unknown style "bold"; did you mean "semibold"?',
        'brand.yaml:8:30: unknown family "seif"; did you mean "serif"?',
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "brand.yaml: empty; it needs one of name, logo, colours, dark, fonts"),
        ("- a\n", "brand.yaml:1:1: expected keys with values, found a list"),
        ("name: ''\n", 'brand.yaml:1:7: expected a name of at most 80 characters on one line, found text ""'),
        ("name: 'a' 'b'\n", "brand.yaml:1:11: "),
        ("name: a\nname: b\n", 'brand.yaml:2:1: duplicate key "name"; it was first given on line 1'),
        ("colours: {accent: #123456}\n", "brand.yaml:"),
        ("logo: .\n", "brand.yaml:1:7: .: this is a folder; name the file in it"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    assert complaints(tmp_path, text)[0].replace(str(tmp_path), ".").startswith(told)


# ------------------------------------------------------------------------------------------- logos


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_known_by_its_content(tmp_path: Path, kind: str) -> None:
    logo = load(tmp_path, "logo: logo.gif", logo_gif=picture(kind)).logo
    assert logo
    assert logo.kind == f"image/{kind.lower()}"


def test_a_drawing_may_refer_to_itself_and_hold_pictures(tmp_path: Path) -> None:
    inside = (
        '<defs><linearGradient id="g"/></defs><style>.a { fill: url(#g) }</style><rect fill="url(#g)"/>'
        '<use href="#g"/><image href="data:image/png;base64,AA=="/><a href="https://example.org/"/><!-- url(x) -->'
    )
    logo = load(tmp_path, "logo: a.svg", a_svg=SVG.format("", inside).encode()).logo
    assert logo
    assert logo.kind == "image/svg+xml"


LOGOS: list[tuple[bytes, str]] = [
    (b"", "the file is empty"),
    (b"GIF89a....", "not a PNG, JPEG, WebP or SVG picture"),
    (b"hello", "not a PNG, JPEG, WebP or SVG picture"),
    (b"<html/>", "not a PNG, JPEG, WebP or SVG picture (its root is no svg)"),
    (picture("PNG")[:-30], "the picture is damaged"),
    (b"\xff\xd8\xff\xe0rubbish", "the picture is damaged"),
    (picture("PNG", 5000, 4000), "5000 by 4000 pixels, more than 16 million"),
    (b"\x89PNG\r\n\x1a\n" + b"0" * MAX_BYTES, "larger than 500 kB"),
    (SVG.format("", "<script>x()</script>").encode(), "line 1: the SVG holds <script>"),
    (SVG.format("", "\n<foreignObject/>").encode(), "line 2: the SVG holds <foreignObject>"),
    (SVG.format(' onload="x()"', "").encode(), 'line 1: the SVG holds a script in "onload"'),
    (SVG.format("", '<image href="https://example.org/a.png"/>').encode(), 'refers to "https://example.org/a.png"'),
    (SVG.format("", '<use href="data:image/svg+xml,x"/>').encode(), 'refers to "data:image/svg+xml,x"'),
    (SVG.format("", "<style>@import 'a.css';</style>").encode(), "the SVG's styles load something from outside"),
    (SVG.format("", "<style>a { fill: url( 'http://x' ) }</style>").encode(), "styles load something from outside"),
    (SVG.format("", '<rect style="fill: url(file:///etc/passwd)"/>').encode(), 'from outside in "style"'),
    (b'<?xml-stylesheet href="a.css"?>' + SVG.format("", "").encode(), "loads a style sheet"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("", "").encode(), "the SVG declares entities"),
    (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "neither a viewBox nor a width and height"),
]


def test_a_picture_cut_short_is_refused_where_weasyprint_would_let_it_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert "the picture is damaged" in complaints(tmp_path, "logo: a.png", a_png=picture("PNG")[:-30])[0]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize(("content", "told"), LOGOS, ids=[told for _, told in LOGOS])
def test_a_logo_that_is_none_or_that_acts_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    (complaint,) = complaints(tmp_path, "name: x\nlogo: logo.svg", logo_svg=content)
    assert complaint.startswith("brand.yaml:2:7: logo.svg: ")
    assert told in complaint


# ----------------------------------------------------------------------------------------- colours


def given(**colours: str) -> dict[str, tuple[Position, str]]:
    return {name: (Position(1, 1), value) for name, value in colours.items()}


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("colours: {accent: '#88ccee'}", "the contrast of accent #88ccee on paper #ffffff is 1.76; text needs 4.5"),
        ("colours: {wash: '#444444'}", "on wash #444444"),
        ("dark: {accent: '#222222'}", "choose a lighter text colour"),
        ("dark: {paper: '#ffffff'}", "on paper #ffffff in dark mode"),
        ("colours: {quoted: '#2b3038'}", "narrator and quoted are 0 % of grey apart"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_the_ratio(tmp_path: Path, colour: str, told: str) -> None:
    assert any(told in complaint for complaint in complaints(tmp_path, colour))


@pytest.mark.parametrize("colour", ["#8a1c3b", "#000000", "#0b5c2a", "#5a2d82"])
@pytest.mark.parametrize("name", TEXT)
def test_a_colour_without_a_dark_one_is_made_readable_on_dark(name: str, colour: str, tmp_path: Path) -> None:
    problems = Problems(tmp_path)
    _, dark = settle(given(**{name: colour}), {}, problems)
    assert problems.found == []
    palette = msgspec.structs.asdict(branded(Brand(dark=dark)).dark)
    assert min(contrast(palette[name], palette[behind]) for behind in BEHIND) >= READABLE


def test_a_brand_changes_its_colours_on_white_in_print_and_on_dark_and_no_other() -> None:
    made = branded(Brand(light={"accent": "#8a1c3b"}, dark={"accent": "#ff9ab5"}))
    assert (made.light.accent, made.print.accent, made.dark.accent) == ("#8a1c3b", "#8a1c3b", "#ff9ab5")
    assert made.light.ink == DESIGN.light.ink
    assert branded(Brand()) == DESIGN


# ------------------------------------------------------------------------------------------- fonts


def font(**changes: int | str) -> bytes:
    """The bundled sans without a letter, or with a licence that forbids embedding."""
    made = TTFont(FONTS / "Sans-Regular.ttf")
    if "fsType" in changes:
        made["OS/2"].fsType = changes["fsType"]
    for table in made["cmap"].tables if "without" in changes else ():
        table.cmap.pop(ord(str(changes["without"])), None)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (b"wOFF....", "not a TrueType, OpenType or WOFF2 font"),
        (picture("PNG"), "not a TrueType, OpenType or WOFF2 font"),
        (b"\0\1\0\0rubbish", "the font is damaged"),
        (b"wOF2" + b"\0" * 200, "the font is damaged"),
        ((FONTS / "Sans-Regular.ttf").read_bytes()[:60_000], "the font is damaged"),
        (font(without="Q"), "the font lacks 1 of the 94 signs English needs (Q)"),
        (font(fsType=2), "the font's licence forbids embedding"),
        (b"\0\1\0\0" + b"0" * 1_000_000, "larger than 1000 kB"),
    ],
    ids=["empty", "woff", "picture", "rubbish", "woff2", "cut", "letters", "licence", "large"],
)
def test_a_font_that_cannot_serve_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    (complaint,) = complaints(tmp_path, "fonts:\n  sans:\n    regular: own.ttf", own_ttf=content)
    assert complaint.startswith("brand.yaml:3:14: own.ttf: ")
    assert told in complaint


def test_a_web_font_is_known_by_its_content(tmp_path: Path) -> None:
    content = (FONTS / "Serif-Italic.woff2").read_bytes()
    assert load(tmp_path, "fonts: {serif: {italic: a.bin}}", a_bin=content).serif["italic"].kind == "font/woff2"


# ----------------------------------------------------------------------------------- configuration


def test_the_configuration_tells_a_brands_problems_with_its_own_place(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("nme: x\n", encoding="utf-8")
    text = "defaults: {brand: house.yaml, templates: nowhere}\nreports: {a: {inputs: [a]}}\n"
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path / "config.yaml")
    assert str(caught.value).replace(f"{tmp_path}/", "").splitlines() == [
        'config.yaml:1:19: house.yaml:1:1: unknown key "nme"; did you mean "name"?',
        "config.yaml:1:42: nowhere: there is no such folder of templates; make it or name another",
    ]


def test_the_paths_start_from_the_configuration_and_stay_out_of_the_result(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "brand.yaml").write_text("name: x\n", encoding="utf-8")
    text = "defaults: {templates: house}\nreports: {a: {inputs: [a], brand: house/brand.yaml}, "
    text += "b: {inputs: [b], templates: null}}\n"
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    reports = load_config(tmp_path / "config.yaml").reports
    assert (reports["a"].templates, reports["a"].brand) == (str(tmp_path / "house"), str(tmp_path / "house/brand.yaml"))
    assert (reports["b"].templates, reports["b"].brand) == (None, None)
    assert not {"templates", "brand"} & set(reports["a"].effective())
