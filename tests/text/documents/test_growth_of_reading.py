"""Reading takes time in proportion to the length of a file, whatever is in it."""

from collections.abc import Iterator

import pytest
from growth import MOST_GROWTH, THOROUGH, frozen_memory, growth
from nasty_texts import NASTY_TEXTS

from quizengine import Article
from quizengine.errors import ArticleError
from quizengine.text.layout import layout_of

OPENING = "<p>Mayor Ruth Abel opened</p><p>the Salem bridge on Monday.</p>\n\n"
PIECES = {
    "page breaks": "\f",
    "lines": "a b c\n",
    "numbers on lines": "12\n\n",
    "heads and numbers": "Head Of A Page\n\n12\n\n",
    "items": "- a b.\n",
    "numbered items": "1. A b.\n",
    "divided words": "cus-\n",
    "labels": "Ann Bell: yes.\n",
    "brackets": "[1] ",
    "tables": "| a | b |\n",
    "tags never closed": '<p a="',
    "comments never closed": "<!-- ",
    "bold never closed": "<b><p>a b.</p>",
    "headings with words in bold": "<h2><b>a</b> b</h2><p>It fell.</p>",
    "boxes never closed": "<div><p>a b.</p>",
    "raised text never closed": "<sup><p>a b.</p>",
    "scripts never closed": "<script>",
    "ampersands": "&amp",
}
UNDER_SOURCES = "The mill fell.\n\nReferences\n\n"


@pytest.fixture(scope="module", autouse=True)
def _frozen() -> Iterator[None]:
    with frozen_memory():
        yield


def read(text: str) -> None:
    try:
        article = Article.from_bytes(text.encode("utf-8", "surrogatepass"))
    except ArticleError:  # a mistake in it is found in time, too
        return
    assert article.paragraphs is not None and article.left_out is not None and article.marked_terms is not None


@pytest.mark.parametrize("name", list(NASTY_TEXTS)[:: 1 if THOROUGH else 5])
def test_nasty_texts_are_read_in_time_proportional_to_their_length(name: str) -> None:
    measured = growth(lambda size: lambda: read(NASTY_TEXTS[name](size)))
    assert measured.worst <= MOST_GROWTH, f"{name}: {measured}"


@pytest.mark.parametrize("before", ["", OPENING], ids=["text", "piece of a page"])
@pytest.mark.parametrize("name", PIECES)
def test_lines_and_tags_are_read_in_time_proportional_to_their_number(name: str, before: str) -> None:
    piece = PIECES[name]
    measured = growth(lambda size: lambda: read(f"{before}The mill fell.\n\n{piece * (size // len(piece))}"))
    assert measured.worst <= MOST_GROWTH, f"{name}: {measured}"


def test_headings_within_a_list_of_sources_are_read_in_time_proportional_to_their_number() -> None:
    measured = growth(lambda size: lambda: layout_of(UNDER_SOURCES + "a\n\n" * (8 * size)))  # copies are fast
    assert measured.worst <= MOST_GROWTH, measured
