"""One browser for all tests of formats."""

from collections.abc import Iterator

import pytest
from node_tools import chromium
from playwright.sync_api import Page, sync_playwright


@pytest.fixture(scope="session")
def offline_page() -> Iterator[Page]:
    """A page in Chromium that reaches no network."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.route("http*://**", lambda route: route.abort())
        yield page
        browser.close()
