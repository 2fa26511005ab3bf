"""A page for all tests of formats that look at one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def offline_page(chromium: Browser) -> Iterator[Page]:
    """A page in Chromium that reaches no network."""
    page = chromium.new_page()
    page.route("http*://**", lambda route: route.abort())
    yield page
    page.close()
