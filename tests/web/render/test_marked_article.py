"""An article with the proofs of several questions marked, each mark with the numbers of its questions."""

from quizengine.quiz.questions import Evidence
from quizengine.text.article import Article
from quizengine.web.render.marked_article import Stretch, marked_article

ARTICLE = Article("Rain falls. It fills the river.\n\nThe river feeds the mill.\n")


def proof(words: str) -> Evidence:
    start = ARTICLE.text.index(words)
    return Evidence(start, start + len(words), words)


def test_words_that_prove_a_key_carry_the_number_of_its_question() -> None:
    first, second = marked_article([proof("It fills the river.")], ARTICLE)
    assert first == (Stretch("Rain falls. "), Stretch("It fills the river.", (1,), (1,)))
    assert second == (Stretch("The river feeds the mill."),)


def test_words_that_two_questions_rest_on_carry_both_numbers() -> None:
    [first, _] = marked_article([proof("Rain falls. It fills"), proof("It fills the river.")], ARTICLE)
    assert [(one.text, one.questions, one.begins) for one in first] == [
        ("Rain falls. ", (1,), (1,)),
        ("It fills", (1, 2), (2,)),
        (" the river.", (2,), ()),
    ]


def test_a_proof_over_two_paragraphs_begins_once() -> None:
    paragraphs = marked_article([proof("the river.\n\nThe river")], ARTICLE)
    assert [one.begins for paragraph in paragraphs for one in paragraph if one.questions] == [(1,), ()]


def test_nothing_is_lost_and_what_the_article_does_not_say_is_not_marked() -> None:
    paragraphs = marked_article([None, Evidence(0, 4, "Snow"), proof("mill")], ARTICLE)
    assert ["".join(one.text for one in paragraph) for paragraph in paragraphs] == [
        span.text for span in ARTICLE.paragraphs
    ]
    assert {number for paragraph in paragraphs for one in paragraph for number in one.questions} == {3}
