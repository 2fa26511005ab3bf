"""What a class gave to a question: every option, typed texts that are alike together, and what each earned."""

from quizengine.quiz.answer_counts import PartCounts, answer_counts
from quizengine.quiz.parts import Option, Response
from quizengine.quiz.questions import Question, fixed_parts
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.quiz.types.open import OpenQuestion
from quizengine.quiz.types.ordering import OrderingQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion

CHOICE = ChoiceQuestion(stem="Which river?", answer="Elbe", distractors=("Rhine", "Oder"))
ELBE, RHINE, ODER = (Option.of(name).id for name in ("Elbe", "Rhine", "Oder"))


def counts(question: Question, *taken: tuple[Response, list[float]]) -> PartCounts:
    (found,) = answer_counts(fixed_parts(question), question.key(), taken)
    return found


def test_every_option_is_counted_with_the_mean_of_those_who_chose_it() -> None:
    found = counts(CHOICE, ({"answer": (ELBE,)}, [1.0, 0.5]), ({"answer": (RHINE,)}, [0.25]), ({}, [0.0, 0.1]))
    known = {each.given[0]: (each.students, each.share, each.mean) for each in found.answers}
    assert known == {ELBE: (2, 1, 0.75), RHINE: (1, 0, 0.25), ODER: (0, 0, None)}
    assert found.empty == 2


def test_the_most_frequent_wrong_answer_is_told_unless_two_are_level() -> None:
    one = counts(
        CHOICE, ({"answer": (RHINE,)}, [0.1, 0.2]), ({"answer": (ODER,)}, [0.1]), ({"answer": (ELBE,)}, [1.0] * 9)
    )
    assert one.most_chosen_wrong is not None and one.most_chosen_wrong.given == (RHINE,)
    level = counts(CHOICE, ({"answer": (RHINE,)}, [0.1]), ({"answer": (ODER,)}, [0.1]))
    assert level.most_chosen_wrong is None
    assert counts(CHOICE, ({"answer": (ELBE,)}, [1.0])).most_chosen_wrong is None


def test_typed_texts_that_differ_in_case_and_spaces_are_one_answer() -> None:
    question = ShortTextQuestion(stem="Which river?", answer="Elbe")
    found = counts(
        question, ({"answer": ("Rhine",)}, [0.5]), ({"answer": (" rhine ",)}, [0.7]), ({"answer": ("Elbe",)}, [1.0])
    )
    assert [(each.given, each.students, each.share) for each in found.answers] == [
        (("Rhine",), 2, 0),
        (("Elbe",), 1, 1),
    ]


def test_an_order_is_one_answer_as_a_whole() -> None:
    question = OrderingQuestion(stem="Which came first?", answer=("a", "b", "c"))
    order = question.key()["answer"].ids
    found = counts(question, ({"answer": order}, [1.0]), ({"answer": tuple(reversed(order))}, [0.0, 0.2]))
    assert [(each.given, each.students, each.share) for each in found.answers] == [
        (tuple(reversed(order)), 2, 0),
        (order, 1, 1),
    ]


def test_of_several_right_options_each_is_counted_by_itself() -> None:
    question = ChoiceQuestion(stem="Which rivers?", answer=("Elbe", "Oder"), distractors=("Po",))
    both = ({"answer": (ELBE, ODER)}, [1.0])
    known = {each.given[0]: (each.students, each.share) for each in counts(question, both).answers}
    assert (known[ELBE], known[ODER]) == ((1, 0.5), (1, 0.5))


def test_sentences_are_neither_right_nor_a_frequent_wrong_answer() -> None:
    question = OpenQuestion(stem="Why?", answer="Because it floats.")
    found = counts(question, ({"answer": ("It floats.",)}, [1.0, 0.0]), ({"answer": ("Why not?",)}, [0.0]))
    assert [(each.given, each.students) for each in found.answers] == [(("It floats.",), 2), (("Why not?",), 1)]
    assert found.most_chosen_wrong is None
