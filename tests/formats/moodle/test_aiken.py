"""Aiken, byte for byte, and as teachers write it."""

import pytest

from quizengine import (
    ChoiceQuestion,
    FormatError,
    Question,
    Quiz,
    Reading,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.moodle.aiken import AIKEN

TRUE = TrueFalseQuestion(stem="The Elbe is a river.", answer=False)


def test_a_whole_file() -> None:
    quiz = Quiz("", (TRUE, ChoiceQuestion(stem="Which is <b>?", answer="x", distractors=("y & z", "ANSWER: A"))))
    assert AIKEN.written(quiz)[0].decode() == (
        "The Elbe is a river.\nA. True\nB. False\nANSWER: B\n\nWhich is <b>?\nA. x\nB. y & z\nC. ANSWER: A\nANSWER: A\n"
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (ChoiceQuestion(stem="?", answer=("a", "b"), distractors=("c",)), "several right options"),
        (ShortTextQuestion(stem="?", answer="a"), "typed answers"),
        (TrueFalseQuestion(stem="Two\nlines.", answer=True), "several lines in one text"),
        (TrueFalseQuestion(stem="ANSWER: A", answer=True), "a stem that looks like an option or a key"),
        (ChoiceQuestion(stem="?", answer="a", distractors=tuple(f"b{n}" for n in range(26))), "more than 26 options"),
    ],
)
def test_anything_but_a_choice_of_one_on_single_lines_is_left_out_and_named(question: Question, words: str) -> None:
    report = loss_report(AIKEN.losses(Quiz("", (TRUE, question))))
    assert report[0] == f"question 2 left out: {words}"
    with pytest.raises(FormatError, match="can hold none of the questions"):
        AIKEN.written(Quiz("", (question,)))


def read(text: str) -> Reading:
    """What a file gives."""
    return AIKEN.reading(text.encode(), "quiz.txt", {})


def test_a_file_as_teachers_write_it() -> None:
    reading = read("\r\nWhat is the correct answer\nto this?\r\nA) this one\nB) that one\nC)  neither\nanswer: b.\n\n")
    assert reading.quiz.questions == (
        ChoiceQuestion(
            stem="What is the correct answer\nto this?", answer="that one", distractors=("this one", "neither")
        ),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which?\nA. x\nB. y\nANSWER: C", "found the key “C”, expected one of: A, B"),
        ("Which?\nA. x\nB. y\nANSWER: A, B", "found the key “A, B”, expected one of: A, B"),
        ("Which?\nA. x\nA. y\nANSWER: A", "found one letter twice"),
        ("A. x\nB. y\nANSWER: A", "found options without a question above them"),
        ("Which?\nA. x\nANSWER: A", "found no distractors"),
        ("Which?\nA. x\nB. y", "found no line `ANSWER: A` behind it"),
    ],
)
def test_a_question_that_cannot_be_read_is_named_with_its_line(text: str, words: str) -> None:
    reading = read(f"So?\nA. True\nB. False\nANSWER: A\n\n{text}\n")
    assert len(reading.quiz.questions) == 1
    (finding,) = reading.findings
    assert str(finding).startswith(f"quiz.txt:6: the question is left out: {words}")


def test_a_parenthesis_needs_no_blank_behind_it_and_a_point_does() -> None:
    reading = read("A.D. 79 buried what?\nA)Pompeii\nB)Rome\nANSWER: A\n")
    assert reading.quiz.questions == (
        ChoiceQuestion(stem="A.D. 79 buried what?", answer="Pompeii", distractors=("Rome",)),
    )


@pytest.mark.parametrize("second", ["A. Rome\nB. Oslo\nANSWER: A", "C. Rome\nD. Oslo\nANSWER: D"])
def test_a_question_without_its_key_takes_none_from_the_next(second: str) -> None:
    reading = read(f"Capital of Peru?\nA. Cusco\nB. Lima\n\nCapital of Italy?\n{second}\n")
    assert "quiz.txt:1: the question is left out: found no line" in str(reading.findings[0])
    assert all(question.stem == "Capital of Italy?" for question in reading.quiz.questions)
    assert [getattr(question, "answer", "") for question in reading.quiz.questions] in (["Rome"], [])


def test_a_long_text_without_questions_is_looked_at_once() -> None:
    """Looking at it again for each of its lines or blanks would take many minutes, and end the run."""
    assert not AIKEN.recognises(b"\n" * 1_000_000)
    assert read("a\n" * 200_000).quiz.questions == ()
    assert read(f"ANSWER: a{' ' * 400_000}b").quiz.questions == ()
