"""A logo: told by its content, decoded once to see that it can be, and of an SVG nothing that acts or loads."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossread.branding.content import content_of
from crossread.errors import ConfigError
from crossread.reports.brand import Media

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_BYTES = 500_000
MAX_PIXELS = 16_000_000  # a small file can unfold into a picture of gigabytes
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href", "src")
_ACTING = {f"{_SVG}{name}" for name in ("script", "foreignObject", "iframe", "audio", "video", "embed", "object")}
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|webp);base64,")
_OUTSIDE = re.compile(r"@import|\\|url\(\s*(?![\s\"'#])|url\(\s*[\"']\s*(?!#)", re.IGNORECASE)


def read_logo(path: Path) -> Media:
    """A PNG, JPEG, WebP or SVG. Raises ConfigError with the file and the reason for anything else."""
    data = content_of(path, MAX_BYTES)
    kind = _raster_kind(data)
    try:
        if kind:
            _decode(data)
        else:
            kind = "image/svg+xml"
            _check_svg(data)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from None
    return Media("logo", kind, data)


def _raster_kind(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _decode(data: bytes) -> None:
    """ValueError for a picture that is damaged or too large when unpacked."""
    from PIL import Image, ImageFile

    # WeasyPrint lets pictures be cut short, for the whole process.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
            width, height = picture.size
            if width * height <= MAX_PIXELS:
                picture.load()
    except Exception as error:  # damaged pictures raise nearly anything
        raise ValueError(f"the picture is damaged ({' '.join(str(error).split())}); save it anew") from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    if width * height > MAX_PIXELS:
        most = MAX_PIXELS // 1_000_000
        raise ValueError(f"{width} by {height} pixels, more than {most} million; make the picture smaller")


def _check_svg(data: bytes) -> None:
    """ValueError for what is no SVG, and for one that would run or load something."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise ValueError("not a PNG, JPEG, WebP or SVG picture; save the logo as one of these") from None
    if root.tag != f"{_SVG}svg":
        raise ValueError("not a PNG, JPEG, WebP or SVG picture (its root is no svg); save the logo as one of these")
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise ValueError("the SVG declares entities; save it as plain SVG")
    if not (root.get("viewBox") or (root.get("width") and root.get("height"))):
        raise ValueError("the SVG has neither a viewBox nor a width and height, so its shape is unknown; add one")
    for element in (*root.itersiblings(preceding=True), *root.iter()):
        _check_element(element)


def _check_element(element: _Element) -> None:
    line = f"line {element.sourceline}: "
    if not isinstance(element.tag, str):  # a comment or an instruction to the program that shows it
        if "stylesheet" in str(getattr(element, "target", "")):
            raise ValueError(f"{line}the SVG loads a style sheet; save it with its styles inside")
        return
    name = element.tag.rpartition("}")[2]
    if element.tag in _ACTING:
        raise ValueError(f"{line}the SVG holds <{name}>, which a picture must not; remove it")
    if name == "style" and _OUTSIDE.search(element.text or ""):
        raise ValueError(f"{line}the SVG's styles load something from outside; save it as plain SVG")
    for key, value in element.attrib.items():
        plain = str(key).rpartition("}")[2]
        if plain.lower().startswith("on"):
            raise ValueError(f'{line}the SVG holds a script in "{plain}"; remove it')
        if key in _HREFS and name != "a" and not _INSIDE.match(str(value).strip()):
            raise ValueError(f'{line}the SVG refers to "{str(value)[:60]}"; embed it or remove it')
        if plain != "d" and "url(" in str(value).lower() and _OUTSIDE.search(str(value)):
            raise ValueError(f'{line}the SVG loads something from outside in "{plain}"; save it as plain SVG')
