"""What an article holds just as it is written is looked up."""

import pytest

from quizengine.language.verbatim import is_verbatim
from quizengine.text.article import Article

ARTICLE = Article("The Bridge closed. A well-known bridge of Salem reopened; the bridges were old (Lee, J. Dean said).")


def test_a_word_is_written_just_as_it_stands() -> None:
    assert is_verbatim(ARTICLE, "Salem") and not is_verbatim(ARTICLE, "salem") and is_verbatim(ARTICLE, "well-known")


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("bridge of Salem", True),
        ("bridge of Sale", False),  # its last word goes on
        ("ell-known", False),  # its first word begins before
        ("J. Dean", True),
        ("the bridge", False),  # it is "the bridges"
        ("Lee Dean", False),  # both are there, apart
    ],
)
def test_several_words_have_to_stand_together_and_whole(words: str, there: bool) -> None:
    assert is_verbatim(ARTICLE, words) is there
