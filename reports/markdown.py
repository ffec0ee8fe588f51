"""The briefing as Markdown, to paste into an issue or a mail."""

from __future__ import annotations

from crossread.reports.digest import digest, heading
from crossread.reports.templating import environment
from crossread.reports.view import Briefing


def markdown(briefing: Briefing) -> bytes:
    """GitHub-flavoured Markdown in UTF-8: the first page and what it takes to read it, a page or two."""
    made = environment(autoescape=False).overlay()
    made.filters["heading"] = heading
    page = made.get_template("briefing.md.j2").render(b=briefing, d=digest(briefing))
    return page.encode("utf-8")
