"""Two words with one stem are one content word; short words are left whole, so that they do not run together."""

import pytest

from quizengine.language.content_stems import content_words, outside_quotations


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("rings ring ringing", ("ring", "ring", "ring")),
        ("holding holds", ("hold", "hold")),
        ("riding hiding", ("riding", "hiding")),  # three letters would be left
        ("oils goals", ("oils", "goal")),
        ("mills milled", ("mill", "mill")),
        ("the abbess and the glass", ("abbess", "glass")),
        ("Ada’s Mill, in 1,200 days", ("ada", "mill", "1,200", "days")),
        ("Plan B, 7 mills", ("plan", "7", "mill")),
    ],
)
def test_endings_are_cut_where_four_letters_are_left(text: str, stems: tuple[str, ...]) -> None:
    assert content_words(text) == stems


def test_what_is_quoted_is_emptied() -> None:
    assert outside_quotations("He said “it fell” and “it rose”, did he?") == "He said “” and “”, did he?"
