"""The briefing as Markdown, to paste into an issue or a mail."""

from __future__ import annotations

from crossread.reports.digest import digest, heading
from crossread.reports.look import PLAIN, Look
from crossread.reports.templating import fill
from crossread.reports.view import Briefing


def markdown(briefing: Briefing, look: Look = PLAIN) -> bytes:
    """GitHub-flavoured Markdown in UTF-8: the first page and what it takes to read it, a page or two."""
    told = digest(briefing)
    return fill("briefing.md.j2", look, autoescape=False, filters={"heading": heading}, b=briefing, d=told).encode()
