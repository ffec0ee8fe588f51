"""The briefing as one self-contained page."""

from __future__ import annotations

from crossread.reports.templating import environment
from crossread.reports.view import Briefing


def html(briefing: Briefing) -> bytes:
    """The page in UTF-8. It loads nothing and works without scripts."""
    return environment().get_template("briefing.html.j2").render(b=briefing).encode("utf-8")
