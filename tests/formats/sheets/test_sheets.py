"""Tables for quiz games and learning platforms, as readers that are not ours find them."""

import csv
import io
from decimal import Decimal
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from sample_responses import QUIZ, comparable, samples

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Format,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.content.interactions import exported
from quizengine.formats.sheets import BLACKBOARD, BLOOKET, BRIGHTSPACE, KAHOOT, WAYGROUND
from quizengine.quiz.parts import Choice
from quizengine.quiz.questions import fixed_parts

RIVER = ChoiceQuestion(stem="=Which\nriver?", answer="+Elbe", distractors=("-5", "@home"))
BOTH = ChoiceQuestion(stem="Which two?", answer=("a", "b"), distractors=("c",), rationale="Both are.")
TRUE = TrueFalseQuestion(stem="The Elbe is a river.", answer=False)
HALF = Tolerance(absolute=Decimal("0.5"))
UNEVEN = Tolerance(range=(Decimal(4), Decimal(8)))


def rows_of(form: Format, *questions: Question, locale: str = "en") -> list[list[str]]:
    """The rows of the first sheet as calamine reads them, or of a CSV file."""
    data = form.written(Quiz("T", questions, locale=locale))[0]
    if form.suffix == ".csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)
    return [[str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row] for row in rows]


def test_kahoot_finds_its_header_in_row_eight_and_the_key_by_number() -> None:
    rows = rows_of(KAHOOT, RIVER, BOTH, TRUE)
    assert rows[7][1] == "Question - max 120 characters" and rows[7][5] == "Answer 4 - max 75 characters"
    assert rows[8][1:6] == [
        "=Which\nriver?",
        *(option.text for option in exported(Quiz("T", (RIVER,)))[0].interaction.options),
        "",
    ]
    assert rows[8][int(rows[8][7]) + 1] == "+Elbe" and rows[8][6] in ("20", "30")
    assert sorted(rows[9][int(place) + 1] for place in rows[9][7].split(",")) == ["a", "b"]
    assert rows[10][2:8] == ["True", "False", "", "", "20", "2"]


@pytest.mark.parametrize("form", [KAHOOT, WAYGROUND], ids=lambda form: form.name)
def test_no_cell_is_a_formula(form: Format) -> None:
    with ZipFile(io.BytesIO(form.written(Quiz("T", (RIVER,)))[0])) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_wayground_gets_the_rationale_as_explanation() -> None:
    head, row = rows_of(WAYGROUND, BOTH)
    assert dict(zip(head, row, strict=True)) | {
        "Option 1": "",
        "Option 2": "",
        "Option 3": "",
        "Correct Answer": "",
    } == {
        "Question Text": "Which two?",
        "Question Type": "Checkbox",
        **{f"Option {number}": "" for number in range(1, 6)},
        "Correct Answer": "",
        "Time in seconds": "20",
        "Image Link": "",
        "Answer explanation": "Both are.",
    }
    assert sorted(row[int(place) + 1] for place in row[7].split(",")) == ["a", "b"]


def test_blooket_begins_with_its_template_and_has_no_line_breaks_in_cells() -> None:
    data = BLOOKET.written(Quiz("T", (RIVER, TRUE)))[0]
    assert data.startswith(b"Blooket Import Template,,,,,,,\r\nQuestion #,Question Text,")
    assert b"\n" not in data.replace(b"\r\n", b"") and b"=Which river?" in data
    assert "question 1 simplified: line breaks and tabs: they become spaces" in loss_report(
        BLOOKET.losses(Quiz("T", (RIVER,)))
    )
    assert rows_of(BLOOKET, TRUE, locale="de")[2] == ["1", TRUE.stem, "Richtig", "Falsch", "", "", "20", "2"]


@pytest.mark.parametrize(
    ("form", "question", "words"),
    [
        (KAHOOT, TrueFalseQuestion(stem="x" * 121, answer=True), "a stem of more than 120 characters"),
        (KAHOOT, ChoiceQuestion(stem="?", answer="x" * 76, distractors=("b",)), "an option or answer of more than 75"),
        (KAHOOT, ChoiceQuestion(stem="?", answer="x", distractors=tuple("abcd")), "more than 4 options"),
        (WAYGROUND, ChoiceQuestion(stem="?", answer="x", distractors=tuple("abcde")), "more than 5 options"),
        (BLOOKET, ShortTextQuestion(stem="?", answer="x"), "texts to type"),
        (BRIGHTSPACE, ClozeQuestion(stem="?", text="a {x}"), "gaps to fill"),
        (
            BRIGHTSPACE,
            NumericQuestion(stem="?", answer=Decimal(5), tolerance=Tolerance(absolute=Decimal(1))),
            "a number with a tolerance",
        ),
    ],
)
def test_what_does_not_fit_is_left_out_whole_and_named(form: Format, question: Question, words: str) -> None:
    assert f"question 1 left out: {words}" in loss_report(form.losses(Quiz("T", (question,))))[0]


@pytest.mark.parametrize("form", [KAHOOT, WAYGROUND, BLOOKET], ids=lambda form: form.name)
def test_the_marked_options_earn_what_they_earn_here(form: Format) -> None:
    written = [one for one in exported(QUIZ) if one.number not in _dropped(form)]
    rows = rows_of(form, *(one.question for one in written))[-len(written) :]
    assert written
    for one, row in zip(written, rows, strict=True):
        choices = (part for part in fixed_parts(one.question) if isinstance(part, Choice))
        texts = {option.id: option.text for choice in choices for option in choice.options}
        key = {row[1 + int(place)] for place in row[7].split(",")}
        for sample in comparable(form, one.question):
            chosen = {" ".join(texts[ident].split()) for ident in sample.response["answer"]}
            assert (chosen == key) == (sample.share == 1), sample


def _dropped(form: Format) -> set[int]:
    return {loss.number for loss in form.losses(QUIZ) if loss.effect == "drops"}


@pytest.mark.parametrize(
    ("question", "row"),
    [
        (TRUE, "TF\tThe Elbe is a river.\tfalse"),
        (NumericQuestion(stem="How many?", answer=Decimal(2000), tolerance=HALF), "NUM\tHow many?\t2000\t0.5"),
        (NumericQuestion(stem="?", answer=Decimal(5), tolerance=UNEVEN, unit="m"), "NUM\t? (m)\t6\t2"),
        (
            ShortTextQuestion(stem="1 < 2\n& so?", answer="a & b", accept=("c",)),
            "FIB\t1 &lt; 2<br>&amp; so?\ta & b\tc",
        ),
        (
            ClozeQuestion(stem="Fill.", text="{a|b} and {c}"),
            "FIB_PLUS\tFill.<br>[gap1] and [gap2]\tgap1\ta\tb\t\tgap2\tc",
        ),
        (
            MatchingQuestion(stem="?", pairs=(Pair(left="x", right="1"), Pair(left="y", right="2"))),
            "MAT\t?\tx\t1\ty\t2",
        ),
        (OpenQuestion(stem="Why?", answer="a <\nb"), "ESS\tWhy?\ta &lt;<br>b"),
        (OrderingQuestion(stem="?", answer=("x", "y")), "ORD\t?\tx\ty"),
    ],
)
def test_blackboard_gets_one_row_for_each_question(question: Question, row: str) -> None:
    assert BLACKBOARD.written(Quiz("T", (question,)))[0].decode() == row + "\r\n"


def test_blackboard_marks_options_one_by_one_and_takes_250_rows() -> None:
    row = BLACKBOARD.written(Quiz("T", (BOTH,)))[0].decode().strip().split("\t")
    assert row[0] == "MA" and dict(zip(row[2::2], row[3::2], strict=True)) == {
        "a": "correct",
        "b": "correct",
        "c": "incorrect",
    }
    many = Quiz("T", tuple(TrueFalseQuestion(stem=f"{number}?", answer=True) for number in range(252)))
    assert BLACKBOARD.written(many)[0].count(b"\r\n") == 250
    assert loss_report(BLACKBOARD.losses(many))[0] == "questions 251, 252 left out: more than 250 questions in a file"


def test_numbers_in_blackboard_earn_what_they_earn_here() -> None:
    numeric = [question for question in QUIZ.questions if isinstance(question, NumericQuestion)]
    assert numeric
    for question in numeric:
        row = BLACKBOARD.written(Quiz("T", (question,)))[0].decode().strip().split("\t")
        middle, margin = map(Decimal, row[2:])
        for sample in comparable(BLACKBOARD, question):
            given = "".join(sample.response["answer"])
            assert (bool(given) and abs(Decimal(given) - middle) <= margin) == (sample.share == 1), sample


def test_brightspace_gets_a_block_of_rows_for_each_question() -> None:
    data = BRIGHTSPACE.written(Quiz("Rivers", (TRUE, BOTH, ShortTextQuestion(stem="?", answer="Xy", match="exact"))))[0]
    assert data.startswith(b"\xef\xbb\xbf//,Rivers,,\r\nNewQuestion,TF,,\r\nID,")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert ["TRUE", "0", "", ""] in rows and ["FALSE", "100", "", ""] in rows
    assert ["Scoring", "AllOrNothing", "", ""] in rows and ["Feedback", "Both are.", "", ""] in rows
    assert sorted(row[1:3] for row in rows if row[0] == "Option") == [["0", "c"], ["1", "a"], ["1", "b"]]
    assert ["Answer", "100", "Xy", "sensitive"] in [row for row in rows if row[0] == "Answer"]


def test_brightspace_has_a_key_for_what_a_teacher_marks() -> None:
    rows = rows_of(BRIGHTSPACE, OpenQuestion(stem="Why?", answer="Water\nflows down."))
    assert ["NewQuestion", "WR"] in rows and ["AnswerKey", "Water flows down."] in rows


def test_there_are_about_twenty_responses_to_compare() -> None:
    assert sum(len(samples(question)) for question in QUIZ.questions) > 100
