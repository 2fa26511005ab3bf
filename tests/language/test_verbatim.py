"""What an article holds just as it is written is looked up."""

from quizengine.language.verbatim import is_verbatim
from quizengine.text.article import Article

ARTICLE = Article("The Bridge closed. A well-known bridge of Salem reopened; the bridges were old.")


def test_a_word_is_written_just_as_it_stands() -> None:
    assert is_verbatim(ARTICLE, "Salem") and not is_verbatim(ARTICLE, "salem") and is_verbatim(ARTICLE, "well-known")
