"""Finds the Chromium that the tests drive and starts it; none is ever downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

OWN = "CROSSREAD_CHROMIUM"  # the environment variable that names another browser
REQUIRED = ("CROSSREAD_REQUIRE_BROWSER", "CI")  # with one of these set, a missing browser is a failure
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little of it
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


class NoBrowserError(Exception):
    """There is no browser to test with; the message says what to install."""


def find() -> str:
    """The path of the browser. Raises NoBrowserError."""
    named = os.environ.get(OWN)
    if named:
        found = shutil.which(named)
        if found is None:
            raise NoBrowserError(f"{OWN} names {named}, which is no program")
        return found
    for name in _NAMES:
        found = shutil.which(name)
        if found is not None:
            return found
    raise NoBrowserError(f"no Chromium found (apt-get install chromium), nor does {OWN} name one")


def required() -> bool:
    """Whether tests without a browser fail rather than are skipped."""
    return any(os.environ.get(name, "") not in ("", "0", "false") for name in REQUIRED)


@contextmanager
def started() -> Iterator[Browser]:
    """The browser, without a window. Raises NoBrowserError when there is none."""
    path = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=_FLAGS, chromium_sandbox=os.geteuid() != 0, headless=True
        )
        yield browser
        browser.close()
