"""What else could be asked: nothing that is asked already, nothing that a check forbids, and a word on every doubt."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizengine import Article, ChoiceQuestion, Engine, NumericQuestion, Quiz, TrueFalseQuestion, start
from quizengine.desk.offers import Offers, find_offers
from quizengine.generation.blueprint import Blueprint
from quizengine.language.numbers.amounts import read_amount

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
    return engine.draft(ARTICLE, blueprint=Blueprint(least=0.4)).quiz


@pytest.fixture(scope="module")
def found(engine: Engine, quiz: Quiz) -> Offers:
    return find_offers(engine, ARTICLE, quiz)


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


LEANING = Article(
    "The Ferry of Tarn\n\nTarn Council bought 12 buses in 1998. Rain fell. "
    "When it was over, they found that some of the hulls, which nobody had painted, had been left out for 17 years.\n",
    "hulls.txt",
)


def test_a_figure_whose_sentence_leans_on_others_is_offered_with_the_reason_why_it_is_not_asked(engine: Engine) -> None:
    draft = engine.draft(LEANING)
    [offer] = [one for one in find_offers(engine, LEANING, draft.quiz).questions if one.caution]
    assert offer.question.stem.startswith("Which number is missing? “When it was over, they found")
    assert isinstance(offer.question, NumericQuestion) and offer.question.answer == 17
    assert offer.caution and offer.caution.rule == "no-context" and offer.doubt is None
    assert offer.question not in [verdict.question for verdict in draft.selection.verdicts]
    assert offer.caution not in find_offers(engine, LEANING, draft.quiz).refusals


def test_after_the_doubts_the_likeliest_questions_come_first(on_troops: Offers) -> None:
    plain = [offer for offer in on_troops.questions if not offer.doubt and not offer.form_of]
    likely = [
        on_troops.usable[offer.question.id].probability for offer in plain if offer.question.id in on_troops.usable
    ]
    assert len(likely) > 3 and likely == sorted(likely, reverse=True)


def test_no_offer_breaks_a_rule_that_keeps_a_question_out(found: Offers) -> None:
    assert all(offer.review.passes for offer in found.questions)


def test_another_way_to_ask_says_which_question_it_does_not_go_with(found: Offers, quiz: Quiz) -> None:
    other = next(offer for offer in found.questions if offer.beside)
    assert [quiz.questions[one.number - 1] for one in other.beside] == [one.asked for one in other.beside]
    assert {finding.level for one in other.beside for finding in one.findings} & {"warning", "error"}


def test_a_question_that_the_teacher_takes_is_on_offer_no_more(engine: Engine, found: Offers, quiz: Quiz) -> None:
    taken = found.questions[0].question
    later = find_offers(engine, ARTICLE, Quiz(quiz.title, (*quiz.questions, taken), quiz.article, quiz.seed))
    assert later.find(taken.id) is None
    assert found.find(taken.id) is found.questions[0]
    assert "does-not-add-up" not in [refusal.rule for refusal in later.refusals]


def test_everything_is_on_offer_for_a_quiz_that_asks_none_of_it(engine: Engine, quiz: Quiz) -> None:
    by_hand = Quiz("Mine", (TrueFalseQuestion(stem="Snow is cold.", answer=True),))
    ids = {offer.question.id for offer in find_offers(engine, ARTICLE, by_hand).questions}
    assert {question.id for question in quiz.questions} <= ids


def test_the_order_is_the_same_every_time(engine: Engine, quiz: Quiz, found: Offers) -> None:
    assert find_offers(engine, Article(TEXT, "ferry.txt"), quiz) == found


def test_the_article_that_quizengine_comes_with_has_its_sum_on_offer(engine: Engine, checkout: Path) -> None:
    path = checkout / "seeds" / "north-korean-troops.txt"
    article = Article.from_bytes(path.read_bytes(), path.name)
    first = find_offers(engine, article, engine.draft(article).quiz).questions[0]
    assert first.doubt is not None
    assert isinstance(first.question, NumericQuestion)
    assert (first.question.answer, first.question.unit) == (240_000_000, "dollars")
    assert first.only_instead


@pytest.fixture(scope="module")
def troops_quiz(engine: Engine, troops: Article) -> Quiz:
    return engine.draft(troops, blueprint=Blueprint(least=0)).quiz


@pytest.fixture(scope="module")
def on_troops(engine: Engine, troops: Article, troops_quiz: Quiz) -> Offers:
    return find_offers(engine, troops, troops_quiz)


def test_a_sum_takes_the_place_of_every_question_that_it_contradicts(on_troops: Offers, troops_quiz: Quiz) -> None:
    gone = [one.asked for one in on_troops.questions[0].beside]
    typed = {one.answer for one in gone if isinstance(one, NumericQuestion)}
    chosen = [read_amount(one.answer) for one in gone if isinstance(one, ChoiceQuestion)]
    assert {10_000, 2_000, 200_000_000} <= {*typed, *(amount.low for amount in chosen if amount)}
    left = [question for question in troops_quiz.questions if question not in gone]
    assert not [each for each in left if isinstance(each, NumericQuestion) and each.answer == 200_000_000]


def test_the_same_figure_to_choose_and_to_type_is_the_same_question(on_troops: Offers, troops_quiz: Quiz) -> None:
    typed = {question.stem for question in troops_quiz.questions if isinstance(question, NumericQuestion)}
    forms = [one for one in on_troops.questions if one.question.stem in typed and one.question.type == "choice"]
    assert forms and all(any(beside.is_same for beside in form.beside) for form in forms)


def test_what_one_generator_asks_about_is_not_refused_by_another(on_troops: Offers, troops_quiz: Quiz) -> None:
    statements = [refusal for refusal in on_troops.refusals if len(refusal.span.text.split()) > 4]
    assert statements
    for refusal in statements:
        asking = {
            question.origin.generator
            for question in troops_quiz.questions
            if question.origin and question.evidence
            if question.evidence.start < refusal.span.end and refusal.span.start < question.evidence.end
        }
        assert not asking or refusal.generator in asking


def test_generators_that_are_switched_off_refuse_nothing_of_what_is_asked(
    engine: Engine, troops: Article, troops_quiz: Quiz
) -> None:
    [quotes] = [one for one in engine.generators if one.name == "quote_attribution"]
    refused = find_offers(replace(engine, generators=(quotes,)), troops, troops_quiz).refusals
    asked = [question.evidence for question in troops_quiz.questions if question.evidence]
    others = [each for each in refused if each.generator != "quote_attribution"]
    assert others  # of what is not asked
    assert not [each for each in others for one in asked if one.start < each.span.end and each.span.start < one.end]


def test_the_forms_of_one_question_stand_together(engine: Engine, quiz: Quiz) -> None:
    by_hand = Quiz("Mine", (TrueFalseQuestion(stem="Snow is cold.", answer=True),))
    found = find_offers(engine, ARTICLE, by_hand).questions
    asked = [(one.form_of or one.question).id for one in found]
    firsts = [one.question.id for one in found if one.form_of is None]
    assert len(firsts) < len(found)
    assert asked == sorted(asked, key=firsts.index)


def test_offers_say_how_likely_they_and_the_questions_asked_are_usable(on_troops: Offers, troops_quiz: Quiz) -> None:
    asked = [question for question in troops_quiz.questions if question.content_id in on_troops.usable]
    assert asked and any(one.question.content_id in on_troops.usable for one in on_troops.questions)
