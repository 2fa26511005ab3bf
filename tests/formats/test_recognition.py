"""Which format a file is in."""

import pytest

from quizengine import Format, FormatError, Quiz, Reading
from quizengine.formats.recognition import format_of


def reading(data: bytes, name: str, types: object) -> Reading:
    """An empty quiz."""
    return Reading(Quiz("", ()))


def failing(data: bytes) -> bool:
    """A plugin's mistake."""
    raise ValueError("no luck")


ONE = Format("one", ".one", read=reading, also_read=(".txt",), recognises=lambda data: data.startswith(b"1"))
TWO = Format("two", ".two", read=reading, also_read=(".txt",), recognises=lambda data: data.startswith(b"2"))
WRITER = Format("writer", ".w", write=lambda quiz: b"")
BROKEN = Format("broken", ".txt", read=reading, recognises=failing)


@pytest.mark.parametrize(
    ("name", "data", "wanted", "found"),
    [
        ("a.one", b"1", "", ONE),
        ("A.ONE", b"9", "", ONE),
        ("a.txt", b"2", "", TWO),
        ("a.txt", b"2", "one", ONE),
        ("a.unknown", b"2", "two", TWO),
    ],
)
def test_the_ending_and_then_the_content_say_which_format_it_is(
    name: str, data: bytes, wanted: str, found: Format
) -> None:
    assert format_of([ONE, TWO, WRITER, BROKEN], name, data, wanted) is found


@pytest.mark.parametrize(
    ("name", "data", "wanted", "words"),
    [
        ("a.txt", b"3", "", r"a\.txt: found a file that could be in several formats; say in which: broken, one, two"),
        ("a.w", b"3", "", r"a\.w: found a file whose ending no format has, expected one of: \.one, \.txt, \.two"),
        ("a.txt", b"1", "writer", "found no format writer to read, expected one of: broken, one, two"),
    ],
)
def test_what_cannot_be_told_is_asked(name: str, data: bytes, wanted: str, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        format_of([ONE, TWO, WRITER, BROKEN], name, data, wanted)
