"""No form of asking takes up a whole quiz, as long as there is something else to ask."""

import pytest

from quizengine.generation.blueprint import Blueprint
from quizengine.generation.selection import select
from quizengine.generation.stem_forms import form_of_stem, most_of
from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.types import OpenQuestion, ShortTextQuestion

YEARS = [f"In which year was mill {number} built?" for number in range(8)]
OTHERS = [f"What did Ada Moss give to town {number}?" for number in range(12)]


def asked(stems: list[str]) -> list[list[Question]]:
    return [
        [
            ShortTextQuestion(
                stem=stem,
                answer=f"answer {number}",
                evidence=Evidence(number * 30, number * 30 + 20, "It says something."),
                origin=Origin("one" if stem in YEARS else "other", "rule"),
            )
        ]
        for number, stem in enumerate(stems)
    ]


def years_and_others(stems: list[str], blueprint: Blueprint | None = None) -> tuple[int, int]:
    chosen = [question.stem for question in select(asked(stems), blueprint).chosen]
    years = len(set(chosen) & set(YEARS))
    return years, len(chosen) - years


def test_a_quiz_of_ten_asks_for_two_years_at_most() -> None:
    assert years_and_others([*YEARS, *OTHERS], Blueprint(10)) == (2, 8)


def test_it_asks_for_more_where_nothing_else_is_left() -> None:
    assert years_and_others([*YEARS, *OTHERS[:3]], Blueprint(10)) == (7, 3)


def test_a_quiz_of_all_that_pass_is_half_years_at_most_but_has_five_questions_if_it_can() -> None:
    assert years_and_others([*YEARS, *OTHERS[:1]]) == (4, 1)
    assert years_and_others([*YEARS, *OTHERS[:6]]) == (6, 6)
    assert years_and_others([*YEARS, *OTHERS]) == (8, 12)
    assert years_and_others(YEARS) == (8, 0)


def test_the_verdict_says_why() -> None:
    refused = [one.reason for one in select(asked([*YEARS, *OTHERS[:6]])).verdicts if not one.taken]
    assert set(refused) == {"the quiz has enough questions that are asked in this form"}


@pytest.mark.parametrize(
    ("stem", "of_four", "of_twenty", "of_all_twenty"),
    [
        ("In which year was the mill built?", 2, 4, 10),
        ("Who said, “The mill is shut”?", 5, 10, 20),
        ("Who is described as “a miller of few words”?", 2, 6, 10),
        ("How many mills were built?", 5, 10, 20),
        ("Which of these did Ada Moss say?", 1, 4, 4),
        ("Which word is missing? “They sold _____.”", 2, 6, 10),
    ],
)
def test_how_much_of_a_quiz_is_asked_in_one_form(stem: str, of_four: int, of_twenty: int, of_all_twenty: int) -> None:
    form = form_of_stem(ShortTextQuestion(stem=stem, answer="bread"))
    assert form is not None
    assert (most_of(form, 4), most_of(form, 20), most_of(form, 20, of_all=True)) == (of_four, of_twenty, of_all_twenty)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("According to Ada Moss, in which year was the mill built?", "year"),
        ("Who said, “The mill is shut”?", "speaker"),
        ("Who wrote letter 3?", None),
        ("Which word is missing? “They sold _____.”", "gap"),
    ],
)
def test_a_form_is_known_by_its_words(stem: str, name: str | None) -> None:
    form = form_of_stem(ShortTextQuestion(stem=stem, answer="bread"))
    assert (form.name if form else None) == name


def test_at_most_three_in_ten_questions_are_answered_in_sentences() -> None:
    one, other = (form_of_stem(OpenQuestion(stem=stem, answer="To grind rye.")) for stem in (YEARS[0], "Why rye?"))
    assert one == other is not None
    assert (most_of(one, 4), most_of(one, 10), most_of(one, 20)) == (2, 3, 6)
