"""Page numbers of links, filled in once the pages are laid out.

CSS has `target-counter()` for them, but then every page with such a number is laid out three times.
Here the number's place is kept by zeros; all figures of the face have one width, so that nothing moves.
"""

from __future__ import annotations

from typing import Any

PLACE = "at"  # class of a link whose text ends in zeros
ZEROS = "00"


def fill_in(document: Any) -> None:
    """Replace the zeros of each link of class `PLACE` by the page it leads to; `document` is WeasyPrint's."""
    pages = {name: number for number, page in enumerate(document.pages, start=1) for name in page.anchors}
    for page in document.pages:
        for box in page._page_box.descendants():
            link = box.element
            if link is not None and getattr(box, "text", "").endswith("0") and link.get("class") == PLACE:
                _put(box, str(pages.get(link.get("href", "").removeprefix("#"), "–")))


def _put(box: Any, number: str) -> None:
    words = box.text.rstrip("0")
    if not words:  # a figure alone stands at the right of its column
        box.position_x += box.width * (1 - len(number) / len(box.text))
    box.text = box.pango_layout.text = words + number
