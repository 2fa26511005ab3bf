"""Putting questions into a bank file and taking them out: all else in it stays as somebody wrote it."""

from pathlib import Path

import pytest

from quizengine import BankError, ChoiceQuestion, Question, Quiz, TrueFalseQuestion
from quizengine.bank import dump_bank, read_bank, with_question, without_question
from quizengine.extensions.shipped_types import quizengine_question_types

TYPES = {cls.type: cls for cls in quizengine_question_types()}
GOOD = sorted((Path(__file__).parents[1] / "banks" / "good").glob("*.yaml"))
BY_HAND_ONLY = {"json.yaml"}
"""Files whose list of questions stands in brackets: no line of it is a question's own."""
NEW = ChoiceQuestion(stem="Which gas do\nleaves take in?", answer="carbon dioxide", distractors=("oxygen", "nitrogen"))
BANK = """\
# Mine, for the fourth form.
format: quizengine/1
title: Leaves and light   # a working title
questions:

  # quizengine: ignore[two-options] they know only these
  - type: true_false
    stem: Leaves are green.
    answer: true

  # This one was hard last year.
  - type: true_false
    stem: Roots are green.
    answer: false   # mostly
"""


def read(data: bytes) -> tuple[Question, ...]:
    return read_bank(data, "bank.yaml", TYPES).quiz.questions


def edited(text: str, remarks: tuple[str, ...] = ()) -> str:
    return with_question(text.encode(), "bank.yaml", TYPES, NEW, remarks).decode()


def test_a_question_is_added_at_the_end_and_every_other_line_stays() -> None:
    after = edited(BANK)
    assert after.startswith(BANK)
    assert after.removeprefix(BANK).startswith("\n  - type: choice\n    stem: |-\n")
    assert read(after.encode())[2] == NEW


def test_what_a_teacher_overruled_stands_above_the_question_as_a_comment() -> None:
    after = edited(BANK, ("quizengine: ignore[long-key] kept by a teacher",))
    assert "\n\n  # quizengine: ignore[long-key] kept by a teacher\n  - type: choice\n" in after


def test_a_list_that_is_not_set_in_gets_a_question_that_is_not_either() -> None:
    flat = BANK.replace("\n  ", "\n")
    assert "\n- type: choice\n  stem: |-\n" in edited(flat)


def test_fields_behind_the_questions_stay_behind_them() -> None:
    head, _, questions = BANK.partition("questions:")
    after = edited(
        head.replace("title: Leaves and light   # a working title\n", "") + f"questions:{questions}title: Leaves\n"
    )
    assert after.endswith("title: Leaves\n")
    assert read(after.encode())[2] == NEW


def test_a_bank_without_questions_is_begun_by_hand() -> None:
    with pytest.raises(BankError, match="edited by hand"):
        edited("format: quizengine/1\ntitle: Leaves\nquestions:\n")


def test_a_question_is_taken_out_with_the_comments_above_it() -> None:
    first, second = read(BANK.encode())
    after = without_question(BANK.encode(), "bank.yaml", TYPES, first.id).decode()
    assert read(after.encode()) == (second,)
    assert "ignore" not in after
    assert after.endswith(BANK[BANK.index("  # This one was hard") :])
    assert after.startswith(BANK[: BANK.index("\n  # quizengine")])


def test_the_last_question_leaves_its_neighbour_as_it_was() -> None:
    first, second = read(BANK.encode())
    after = without_question(BANK.encode(), "bank.yaml", TYPES, second.id).decode()
    assert after == BANK[: BANK.index("  # This one was hard")]
    assert read(after.encode()) == (first,)


def test_taking_out_what_is_not_there_says_so() -> None:
    with pytest.raises(BankError, match="found no question q-none in this file"):
        without_question(BANK.encode(), "bank.yaml", TYPES, "q-none")


def test_a_question_that_is_there_already_is_not_added_again() -> None:
    with pytest.raises(BankError, match="cannot be added"):
        with_question(edited(BANK).encode(), "bank.yaml", TYPES, NEW)


def test_faulty_questions_stay_where_they_are() -> None:
    broken = BANK.replace("answer: true\n", "anser: true\n")
    after = edited(broken)
    assert after.startswith(broken)
    assert len(read(after.encode())) == 2


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_any_good_bank_takes_a_question_or_says_that_it_is_edited_by_hand(path: Path) -> None:
    before = path.read_bytes()
    if path.name in BY_HAND_ONLY:
        with pytest.raises(BankError, match="edited by hand"):
            with_question(before, path.name, TYPES, NEW)
    else:
        assert read(with_question(before, path.name, TYPES, NEW)) == (*read(before), NEW)


@pytest.mark.parametrize("number", range(3))
def test_what_is_added_to_a_canonical_bank_is_canonical(number: int) -> None:
    quiz = Quiz("Leaves", tuple(TrueFalseQuestion(stem=f"Leaf {n} is green.", answer=True) for n in range(number + 1)))
    after = with_question(dump_bank(quiz), "bank.yaml", TYPES, NEW)
    assert after == dump_bank(Quiz("Leaves", (*quiz.questions, NEW)))
    for question in quiz.questions:
        rest = tuple(one for one in quiz.questions if one != question)
        if rest:
            assert read(without_question(dump_bank(quiz), "bank.yaml", TYPES, question.id)) == rest


def test_a_question_keeps_its_markup_in_a_bank_with_another() -> None:
    head = "format: quizengine/1\ntitle: A\nmarkup: markdown\nquestions:\n"
    marked = f"{head}  - type: true_false\n    stem: '*A*'\n    answer: true\n".encode()
    plain = TrueFalseQuestion(stem="2 * 3 * 4 is 24.", answer=True)
    after = read_bank(with_question(marked, "bank.yaml", TYPES, plain), "bank.yaml", TYPES).quiz
    assert [question.markup for question in after.questions] == ["markdown", "plain"]
