"""What a student reads after answering, in practice mode, does not answer a question that comes later."""

from quizengine.generation.blueprint import Blueprint
from quizengine.generation.evidence_order import in_safe_order, tell_each_other
from quizengine.generation.selection import select
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.types import ChoiceQuestion, ShortTextQuestion

LETTER = "Ada Moss of Orra, a baker, wrote to Ben Hale that the mill had burned down in 1911."
FIRE = "The mill of Orra burned down in 1911."


def typed(stem: str, answer: str, start: int, quote: str) -> Question:
    return ShortTextQuestion(stem=stem, answer=answer, evidence=Evidence(start, start + len(quote), quote))


WRITER = typed("Who wrote to Ben Hale?", "Ada Moss", 0, LETTER)
YEAR = typed("In which year did the mill of Orra burn down?", "1911", 200, FIRE)
BAKER = typed("Which town is the baker from?", "Orra", 0, LETTER)


def test_a_question_comes_before_the_one_whose_evidence_answers_it() -> None:
    assert in_safe_order([WRITER, YEAR]) == (YEAR, WRITER)
    other = typed("In which year did Ben Hale leave?", "1911", 300, "Ben Hale left in 1911.")
    assert in_safe_order([WRITER, other]) == (WRITER, other)  # the same year, of something else


def test_wrong_options_in_the_evidence_hide_nothing() -> None:
    beside = Evidence(200, 200 + len(FIRE), FIRE)
    chosen = ChoiceQuestion(stem=YEAR.stem, answer="1911", distractors=("1912", "Orra"), evidence=beside)
    assert in_safe_order([WRITER, chosen]) == (chosen, WRITER)


def test_of_two_that_answer_each_other_one_is_asked_if_there_are_others() -> None:
    assert tell_each_other(WRITER, BAKER) and not tell_each_other(WRITER, YEAR)
    chosen = select([[WRITER], [BAKER], [YEAR]], Blueprint(2)).chosen
    assert len(chosen) == 2 and YEAR in chosen
    assert set(select([[WRITER], [BAKER], [YEAR]]).chosen) == {WRITER, BAKER, YEAR}


def test_a_circle_keeps_every_question() -> None:
    texts = ("Abel met Baker in Cork.", "Baker met Cohen in Derry.", "Cohen met Abel in Epsom.")
    stems = (("Whom did Cohen meet?", "Abel"), ("Whom did Abel meet?", "Baker"), ("Whom did Baker meet?", "Cohen"))
    circle = [typed(*stem, 100 * at, text) for at, (stem, text) in enumerate(zip(stems, texts, strict=True))]
    assert set(in_safe_order(circle)) == set(circle)
