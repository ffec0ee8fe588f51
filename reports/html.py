"""The briefing as one self-contained page."""

from __future__ import annotations

from crossread.reports.look import PLAIN, Look
from crossread.reports.templating import fill
from crossread.reports.view import Briefing


def html(briefing: Briefing, look: Look = PLAIN) -> bytes:
    """The page in UTF-8. It loads nothing and works without scripts."""
    return fill("briefing.html.j2", look, b=briefing, medium="screen").encode("utf-8")
