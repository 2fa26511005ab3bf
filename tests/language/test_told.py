"""What an article holds just as it is written is looked up."""

from quizengine.language.told import is_written
from quizengine.text.article import Article

ARTICLE = Article("The Bridge closed. A well-known bridge of Salem reopened; the bridges were old.")


def test_a_word_is_written_just_as_it_stands() -> None:
    assert is_written(ARTICLE, "Salem") and not is_written(ARTICLE, "salem") and is_written(ARTICLE, "well-known")
