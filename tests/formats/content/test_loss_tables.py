"""Formats made of a writer and a table of what they cannot say."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

import pytest

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    FormatError,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import Loss, loss_report
from quizengine.formats.content.features import traits_of
from quizengine.formats.content.interactions import ExportedQuestion, exported
from quizengine.formats.content.loss_tables import (
    Limits,
    Losses,
    LossTable,
    changes_marks,
    drops,
    format_with_losses,
    weakens,
)
from quizengine.formats.google_forms import GOOGLE_FORMS
from quizengine.quiz.parts import Part

TRUE = TrueFalseQuestion(stem="The Elbe is a river.", answer=True, rationale="It is.")
ORDER = OrderingQuestion(stem="Order.", answer=("a", "b"), rationale="Alphabet.")
LENGTH = NumericQuestion(stem="How long?", answer=Decimal(1094), unit="km")
TABLE: LossTable = {
    "ordering": drops("ordering"),
    "unit": changes_marks("the unit", "it is in the stem"),
    "rationale": weakens("the rationale"),
    "description": weakens("the description"),
}


def written(quiz: Quiz, questions: tuple[ExportedQuestion, ...]) -> bytes:
    """The stems, a line each."""
    return "\n".join(one.stem for one in questions).encode()


NONE = Limits()


def stems_with(limits: Limits = NONE, table: LossTable = TABLE, also: object = None):
    """A format that writes stems."""
    losses = Losses(table, limits, also) if callable(also) else Losses(table, limits)
    return format_with_losses("stems", ".txt", "Stems.", write=written, losses=losses)


def test_what_the_table_drops_is_not_written_and_is_said() -> None:
    data, losses = stems_with().written(Quiz("", (TRUE, ORDER, LENGTH), description="For 5b."))
    assert data == b"The Elbe is a river.\nHow long?"
    assert loss_report(losses) == (
        "question 2 left out: ordering",
        "question 3 marked differently: the unit: it is in the stem",
        "quiz simplified: the description: not kept",
        "question 1 simplified: the rationale: not kept",
    )


def test_a_format_that_would_write_nothing_says_why() -> None:
    with pytest.raises(FormatError, match=r"format stems can hold none of the questions: question 1 left out: orderi"):
        stems_with().written(Quiz("", (ORDER,)))


LONG = ChoiceQuestion(stem="Which of these?", answer="Elbe", distractors=("Rhine", "Seine", "Po"))


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(stem=14), "a stem of more than 14 characters"),
        (Limits(option=4), "an option or answer of more than 4 characters"),
        (Limits(options=3), "more than 3 options"),
        (Limits(stem=15, option=5, options=4), ""),
    ],
)
def test_what_is_too_long_is_dropped_and_never_cut(limits: Limits, words: str) -> None:
    data, losses = stems_with(limits).written(Quiz("", (TrueFalseQuestion(stem="So?", answer=True), LONG)))
    assert [str(loss) for loss in losses] == ([f"question 2 left out: {words}"] if words else [])
    assert (b"Which of these?" in data) is not bool(words)


def test_a_full_file_leaves_out_the_rest() -> None:
    quiz = Quiz("", (TRUE, ORDER, LENGTH, LONG))
    data, losses = stems_with(Limits(questions=2)).written(quiz)
    assert data == b"The Elbe is a river.\nHow long?"
    assert "question 4 left out: more than 2 questions in a file" in loss_report(losses)


def test_a_format_may_look_at_each_question_itself() -> None:
    def arrows(one: ExportedQuestion) -> Iterable[Loss]:
        if "->" in one.stem:
            yield drops("an arrow")

    quiz = Quiz("", (TRUE, TrueFalseQuestion(stem="a -> b", answer=True)))
    assert "question 2 left out: an arrow" in loss_report(stems_with(also=arrows).written(quiz)[1])


def test_control_characters_are_in_no_file() -> None:
    quiz = Quiz("", (TRUE, TrueFalseQuestion(stem="Ring the \a.", answer=True)))
    assert "question 2 left out: the control character U+0007: no text file may hold it" in loss_report(
        stems_with().written(quiz)[1]
    )


@pytest.mark.parametrize(
    ("question", "traits"),
    [
        (ChoiceQuestion(stem="?", answer=("a", "b"), distractors=("c",)), {"partial credit"}),
        (
            ChoiceQuestion(stem="?", answer=("a", "b"), distractors=("c",), scoring="all-or-nothing", pinned=("c",)),
            {"all-or-nothing marking", "fixed places of options"},
        ),
        (
            NumericQuestion(stem="?", answer=Decimal(5), tolerance=Tolerance(percent=Decimal(2)), unit="m"),
            {"tolerance", "tolerance in percent", "unit", "numbers as people write them"},
        ),
        (
            NumericQuestion(
                stem="?",
                answer=Decimal(5),
                tolerance=Tolerance(range=(Decimal(5), Decimal(6))),
                unit="m",
                unit_required=True,
            ),
            {"tolerance", "uneven tolerance", "required unit", "numbers as people write them"},
        ),
        (
            ShortTextQuestion(stem="?", answer="a", accept=("b",), near_miss="half"),
            {"several accepted answers", "spelling as people write it", "half marks for one wrong letter"},
        ),
        (ShortTextQuestion(stem="?", answer="a", match="exact"), {"every character counts"}),
        (ClozeQuestion(stem="?", text="{x == 1} and {2}", match="code"), {"partial credit", "several points", "code"}),
        (
            MatchingQuestion(
                stem="?",
                pairs=(Pair(left="a", right="x"), Pair(left="b", right="x")),
                distractors=("y",),
            ),
            {"partial credit", "several points", "wrong partners", "shared partners"},
        ),
        (OrderingQuestion(stem="?", answer=("a", "b")), {"partial credit"}),
        (TrueFalseQuestion(stem="?", answer=True, tags=("a",), id="mine"), {"tags", "id"}),
    ],
)
def test_what_a_question_asks_of_a_format(question: Question, traits: set[str]) -> None:
    found = set(traits_of(exported(Quiz("", (question,)))[0]))
    assert found - {"listed order of options"} == traits


def test_a_question_is_laid_out_once_for_all_formats_that_are_asked() -> None:
    laid_out: list[str] = []

    @dataclass(frozen=True, kw_only=True)
    class Watched(TrueFalseQuestion):
        def parts(self, rng: Random) -> tuple[Part, ...]:
            laid_out.append(self.stem)
            return super().parts(rng)

    quiz = Quiz("", (Watched(stem="The Elbe is a river.", answer=True),))
    for form in (stems_with(), stems_with(table={})):
        form.lost(quiz)
        form.written(quiz)
    assert laid_out == ["The Elbe is a river."]


def test_of_equal_quizzes_each_is_written_as_it_is() -> None:
    one, other = (Quiz("", (NumericQuestion(stem="How long?", answer=Decimal(text)),)) for text in ("5", "5.0"))
    assert one == other
    assert b"5.0" not in GOOGLE_FORMS.written(one)[0]
    assert b"5.0" in GOOGLE_FORMS.written(other)[0]
