"""Words quoted in passing, taken for words of their sentence."""

from quizengine.article import Article
from quizengine.language.clauses import shape
from quizengine.language.fragments import chunks_of, with_marks
from quizengine.language.sentences import sentences


def code(text: str) -> str:
    return shape(chunks_of(sentences(Article(text))[0]))


def test_a_word_in_marks_belongs_to_its_phrase() -> None:
    assert code("The bridge closed because of a “bad leak” in May.") == code(
        "The bridge closed because of a bad leak in May."
    )


def test_a_quotation_with_a_verb_keeps_its_marks() -> None:
    assert '"' in code("The bridge closed “as it was old” in May.")


def test_a_sentence_in_marks_keeps_them() -> None:
    assert '"' in code("“The bridge is old,” she said.")


def test_a_span_takes_in_the_mark_that_belongs_to_one_in_it() -> None:
    article = Article("It closed because of a “bad leak,” she said.")
    start, end = article.text.index("a “bad"), article.text.index(",” she")
    assert with_marks(article.span(start, end)).text == "a “bad leak,”"
    inside = article.text.index("bad leak")
    assert with_marks(article.span(inside, end)).text == "bad leak"
