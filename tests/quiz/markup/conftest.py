"""The elements of a piece of HTML, as a parser sees them."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

Element = tuple[str, dict[str, str]]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture
def elements() -> Callable[[str], list[Element]]:
    """Give each element with its attributes."""

    def read(shown: str) -> list[Element]:
        parser = _Elements()
        parser.feed(shown)
        parser.close()
        return parser.found

    return read
