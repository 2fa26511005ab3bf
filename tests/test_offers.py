"""What else could be asked: nothing that is asked already, nothing that a check forbids, and a word on every doubt."""

from pathlib import Path

import pytest

from quizengine import Article, Engine, NumericQuestion, Quiz, TrueFalseQuestion, start
from quizengine.offers import Offers, offers

TEXT = """\
The Ferry of Tarn

Tarn Council bought 12 buses at $300,000 each in 1998. The order came to a total of $3.2 million.

Fares in Norvik rose from $40 to $52 in 2019. About 7,000 people took the ferry to Skelling that year.
"""
ARTICLE = Article(TEXT, "ferry.txt")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return start()


@pytest.fixture(scope="module")
def quiz(engine: Engine) -> Quiz:
    return engine.draft(ARTICLE).quiz


@pytest.fixture(scope="module")
def found(engine: Engine, quiz: Quiz) -> Offers:
    return offers(engine, ARTICLE, quiz)


def test_nothing_that_is_asked_already_is_on_offer(found: Offers, quiz: Quiz) -> None:
    assert quiz.questions
    assert not {offer.question.id for offer in found.questions} & {question.id for question in quiz.questions}


def test_a_generator_that_is_switched_off_is_offered_to_the_teacher(found: Offers) -> None:
    stems = [offer.question.stem for offer in found.questions if offer.doubt is None]
    assert any(stem.endswith("How large is that rise, in dollars?") for stem in stems)


def test_figures_that_do_not_add_up_come_first_with_their_doubt(found: Offers) -> None:
    first = found.questions[0]
    assert first.doubt is not None
    assert first.doubt.rule == "does-not-add-up"
    assert isinstance(first.question, NumericQuestion)
    assert first.question.answer == 3_600_000
    assert first.doubt not in found.refusals


def test_no_offer_breaks_a_rule_that_keeps_a_question_out(found: Offers) -> None:
    assert all(offer.review.passes for offer in found.questions)


def test_another_way_to_ask_says_which_question_it_does_not_go_with(found: Offers, quiz: Quiz) -> None:
    other = next(offer for offer in found.questions if offer.beside)
    assert [quiz.questions[one.number - 1] for one in other.beside] == [one.asked for one in other.beside]
    assert {finding.level for one in other.beside for finding in one.findings} & {"warning", "error"}


def test_a_question_that_the_teacher_takes_is_on_offer_no_more(engine: Engine, found: Offers, quiz: Quiz) -> None:
    taken = found.questions[0].question
    later = offers(engine, ARTICLE, Quiz(quiz.title, (*quiz.questions, taken), quiz.article, quiz.seed))
    assert later.find(taken.id) is None
    assert found.find(taken.id) is found.questions[0]
    assert "does-not-add-up" not in [refusal.rule for refusal in later.refusals]


def test_everything_is_on_offer_for_a_quiz_that_asks_none_of_it(engine: Engine, quiz: Quiz) -> None:
    by_hand = Quiz("Mine", (TrueFalseQuestion(stem="Snow is cold.", answer=True),))
    ids = {offer.question.id for offer in offers(engine, ARTICLE, by_hand).questions}
    assert {question.id for question in quiz.questions} <= ids


def test_the_order_is_the_same_every_time(engine: Engine, quiz: Quiz, found: Offers) -> None:
    assert offers(engine, Article(TEXT, "ferry.txt"), quiz) == found


def test_the_article_that_quizengine_comes_with_has_its_sum_on_offer(engine: Engine, checkout: Path) -> None:
    path = checkout / "seeds" / "north-korean-troops.txt"
    article = Article.from_bytes(path.read_bytes(), path.name)
    first = offers(engine, article, engine.draft(article).quiz).questions[0]
    assert first.doubt is not None
    assert isinstance(first.question, NumericQuestion)
    assert (first.question.answer, first.question.unit) == (240_000_000, "dollars")
    assert first.only_instead
