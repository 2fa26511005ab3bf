"""Which words of a stem tell its key, and which come back everywhere in the article."""

from quizengine.checks.key_words import word_repeats
from quizengine.quiz.types import ChoiceQuestion
from quizengine.text.article import Article

ASKED = ChoiceQuestion(
    stem="What filled the harbour?", answer="Silt from the harbour", distractors=("Ice", "A shoal of herring")
)


def test_a_word_that_only_the_key_repeats_is_a_clue():
    article = Article("The harbour filled with silt. The wall broke. Nobody came. The mill closed. It rained.")
    assert list(word_repeats(ASKED, article)) == [
        "“harbour” stands in the stem and in the key, and no distractor repeats a word of the stem"
    ]


def test_one_word_of_many_in_a_whole_clause_is_none():
    clause = "The owners feared that dredging the harbour would cost more than all ships of the year had paid in fees"
    asked = ChoiceQuestion(stem="Why was the harbour closed?", answer=clause, distractors=("Nobody", "The ice"))
    assert list(word_repeats(asked, None)) == []


def test_a_word_that_the_whole_article_is_about_is_none():
    article = Article("The harbour silted up. The harbour froze. The harbour was dug. The harbour opened. It rained.")
    assert list(word_repeats(ASKED, article)) == []
