"""Ways to a page: by its address, by a button, or by waiting for what is made."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Steps = Callable[[Page], None]


@dataclass(frozen=True)
class at:  # noqa: N801 # called as the functions beside it
    """Open a page by its address alone, whatever language it speaks."""

    address: str

    def __call__(self, tab: Page) -> None:
        tab.goto(self.address)


def pressed(address: str, button: str | re.Pattern[str], fill: Steps = lambda tab: None) -> Steps:
    """Open a page, fill something in, and press a button."""

    def steps(tab: Page) -> None:
        tab.goto(address)
        fill(tab)
        tab.get_by_role("button", name=button).click()

    return steps


def made(address: str) -> Steps:
    """Open a page for which questions are made, and wait for them: until then it loads itself anew."""

    def steps(tab: Page) -> None:
        tab.goto(address)
        tab.locator("#progress").wait_for(state="detached", timeout=60_000)

    return steps
