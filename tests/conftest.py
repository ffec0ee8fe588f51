"""Fixtures that tests of several folders share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sample_analysis import build_analysis
from sample_result import make_result

from crossread.model import Analysis, Result

pytest_plugins = ["browser_fixtures"]


@pytest.fixture
def build() -> Callable[..., Analysis]:
    """`build(text, names=, links=, said=, measurements=)`: see `build_analysis`."""
    return build_analysis


@pytest.fixture
def sample_result() -> Result:
    """A result made by hand, with every status and hostile text."""
    return make_result()


@pytest.fixture(scope="module")
def made() -> Result:
    """The same for fixtures that last a module."""
    return make_result()
