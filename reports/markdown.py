"""The briefing as Markdown, to paste into an issue or a mail."""

from __future__ import annotations

from crossread.reports.templating import environment
from crossread.reports.view import Briefing


def markdown(briefing: Briefing) -> bytes:
    """GitHub-flavoured Markdown in UTF-8, without the annotated texts."""
    page = environment(autoescape=False).get_template("briefing.md.j2").render(b=briefing)
    return page.encode("utf-8")
