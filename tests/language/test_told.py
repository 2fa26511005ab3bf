"""What an article told before a place is looked up."""

from quizengine.article import Article
from quizengine.language.told import is_told, is_written, text_before, times_told

ARTICLE = Article("The Bridge closed. A well-known bridge of Salem reopened; the bridges were old.")


def test_a_word_is_told_from_where_it_first_stands_in_capitals_or_not() -> None:
    assert is_told(ARTICLE, "bridge", 10) and not is_told(ARTICLE, "bridge", 4) and not is_told(ARTICLE, "ridge", 70)
    assert is_told(ARTICLE, "well-known", 40) and not is_told(ARTICLE, "well-known", 20)


def test_a_word_is_counted_as_a_whole_and_joined_words_by_the_rarest() -> None:
    assert [times_told(ARTICLE, word) for word in ("bridge", "bridges", "well-known", "old-bridge", "ferry")] == [
        2,
        1,
        1,
        1,
        0,
    ]


def test_a_word_is_written_just_as_it_stands() -> None:
    assert is_written(ARTICLE, "Salem") and not is_written(ARTICLE, "salem") and is_written(ARTICLE, "well-known")


def test_the_text_before_a_span_ends_in_no_white_space() -> None:
    assert text_before(ARTICLE.span(19, 20)) == "The Bridge closed." and text_before(ARTICLE.span(19, 20), 4) == "ed."
