"""One browser a session, the pages it opens, and a visit for each test that must stay quiet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_missing: list[str] = []  # why there was no browser, for the last lines of the run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium or another; without one the tests are skipped, or fail where it is required."""
    from chromium import NoBrowserError, required, started

    try:
        with started() as found:
            yield found
    except NoBrowserError as error:
        if required():
            pytest.fail(f"browser tests are required here: {error}", pytrace=False)
        _missing.append(str(error))
        pytest.skip(str(error))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells at the end, in red, that the page was not tested in a browser."""
    if _missing:
        terminalreporter.write_line(f"THE BROWSER TESTS WERE SKIPPED: {_missing[0]}", red=True, bold=True)


@pytest.fixture(scope="session")
def made_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`made_page(name)`: the file of one of `made_pages.MAKERS`, made when first asked for."""
    from made_pages import MAKERS

    @cache
    def make(name: str) -> Path:
        return MAKERS[name](tmp_path_factory.mktemp("pages") / name.replace(" ", "-"))

    return make


@dataclass
class Visits:
    """Opens pages, each in a context of its own, and notes what they ask for and say."""

    browser: Browser
    made_page: Callable[[str], Path]
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    _own: set[str] = field(default_factory=set)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(self, name: str, *, width: int = 1440, at: str = "", **context: Any) -> Page:
        """One of the pages, `at` an anchor such as "#metrics". Further words go to `new_context`."""
        address = self.made_page(name).as_uri()
        self._own.add(address)
        opened = self.browser.new_context(viewport={"width": width, "height": 900}, **context)
        self._contexts.append(opened)
        opened.on("request", lambda request: self._ask(request.url))
        opened.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        opened.on("weberror", lambda error: self.said.append(f"error: {error.error}"))
        page = opened.new_page()
        page.set_default_timeout(10_000)
        page.goto(address + at)
        return page

    def _ask(self, url: str) -> None:
        if url.partition("#")[0].partition("?")[0] not in self._own:
            self.asked.append(url)

    def close(self) -> None:
        """Ends what was opened."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def visit(browser: Browser, made_page: Callable[[str], Path]) -> Iterator[Visits]:
    """Opens pages; the test fails when one says anything on the console or asks for anything but its file."""
    visits = Visits(browser, made_page)
    yield visits
    visits.close()
    assert visits.said == [], "said on the console"
    assert visits.asked == [], "asked for"
