"""Tables of questions: what stands in their cells, what other readers see, and tables that teachers make themselves."""

import csv
import io
from decimal import Decimal
from random import Random
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from sample_responses import QUIZ

from quizengine import (
    BankError,
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    FormatError,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Origin,
    Pair,
    Question,
    Quiz,
    Reading,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.spreadsheet.tables_of_questions import CSV, XLSX
from quizengine.quiz.types import OptionFeedback

EVERY_FIELD: tuple[Question, ...] = (
    ChoiceQuestion(
        stem="=1+1?",
        answer="-x",
        distractors=("@y", "'=z"),
        pinned=("'=z",),
        feedback=(OptionFeedback("@y", "+No."),),
        points=Decimal("2.5"),
        rationale="So,\n“it” is.",
        evidence=Evidence(3, 9, "it is"),
        origin=Origin("maker", "rule"),
        tags=("a, b", "c"),
        id="mine",
        markup="markdown",
    ),
    NumericQuestion(stem="?", answer=Decimal(-5), tolerance=Tolerance(range=(Decimal(-6), Decimal(-4)))),
    NumericQuestion(
        stem="??", answer=Decimal("0.5"), tolerance=Tolerance(percent=Decimal(5)), unit="m", unit_required=True
    ),
    ShortTextQuestion(stem="?", answer="a", accept=("b",), match="exact", near_miss="half"),
    ClozeQuestion(stem="?", text="It {is|was} {{so}}.", scoring="all-or-nothing"),
    MatchingQuestion(stem="?", pairs=(Pair(left="a", right="x"), Pair(left="b", right="x")), distractors=("y",)),
    OrderingQuestion(stem="?", answer=("1", "2", "3")),
    TrueFalseQuestion(stem="?", answer=False),
)


@pytest.mark.parametrize("form", [CSV, XLSX], ids=["csv", "xlsx"])
@pytest.mark.parametrize("quiz", [Quiz("", EVERY_FIELD), Quiz("", QUIZ.questions)], ids=["fields", "signs"])
def test_every_field_comes_back(form, quiz: Quiz) -> None:
    data, losses = form.written(quiz)
    assert not losses and form.written(quiz)[0] == data
    assert form.reading(data, f"quiz{form.suffix}", {}).quiz == quiz


def test_a_csv_file_byte_for_byte() -> None:
    quiz = Quiz("", (ChoiceQuestion(stem='Say "é"', answer="=A1", distractors=("-5", "b,c")), EVERY_FIELD[-1]))
    assert CSV.written(quiz)[0].decode("utf-8-sig") == (
        'type,stem,answer 1,wrong 1,wrong 2\r\nchoice,"Say ""é""",\'=A1,-5,"b,c"\r\ntrue_false,?,false,,\r\n'
    )
    assert CSV.written(quiz)[0].startswith(b"\xef\xbb\xbf")


def test_another_reader_sees_the_same_words_and_no_formula() -> None:
    data = XLSX.written(Quiz("", EVERY_FIELD))[0]
    titles, first, *_ = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    row = dict(zip(titles, first, strict=True))
    assert (row["stem"], row["answer 1"], row["wrong 2"], row["pinned"]) == ("=1+1?", "-x", "'=z", "wrong 2")
    with ZipFile(io.BytesIO(data)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "worksheets" in name)
    rows = list(csv.DictReader(io.StringIO(CSV.written(Quiz("", EVERY_FIELD))[0].decode("utf-8-sig"))))
    assert rows[0]["wrong 1"] == "'@y" and rows[1]["tolerance"] == "'-6 to -4"


def test_a_text_that_no_cell_holds_is_left_out_and_named() -> None:
    quiz = Quiz("", (EVERY_FIELD[-1], TrueFalseQuestion(stem="x" * 40_000, answer=True)))
    assert loss_report(XLSX.written(quiz)[1]) == (
        "question 2 left out: a text of more than 32,767 characters: no cell holds it",
    )
    assert not CSV.written(quiz)[1]


def read(text: str) -> Reading:
    """What a CSV file gives."""
    return CSV.reading(text.encode(), "quiz.csv", {})


ELBE = ChoiceQuestion(stem="Which river?", answer="Elbe", distractors=("Rhine", "Po"))


@pytest.mark.parametrize(
    "table",
    [
        "type,stem,answer 1,wrong 1,wrong 2\nchoice,Which river?,Elbe,Rhine,Po",
        "question;answer;wrong 1;wrong 2\nWhich river?;Elbe;Rhine;Po",
        "Question Text\tOption 1\tOption 2\tOption 3\tCorrect Answer\nWhich river?\tRhine\tElbe\tPo\t2",
        "Question,A,B,C,Key,Topic\nWhich river?,Rhine,Elbe,Po,B,",
        "Question,Option A,Option B,Option C,Correct Answer\nWhich river?,Rhine,Elbe,Po,Elbe",
        "Question,Answer 1,Answer 2,Answer 3,Correct\nWhich river?,Rhine,Elbe,Po,2",
        "Question,OptionA,OptionB,OptionC,CorrectOption\nWhich river?,Rhine,Elbe,Po,B",
        "question,choice_a,choice_b,choice_c,correct_choice\nWhich river?,Rhine,Elbe,Po,b",
        "question,option1,option2,option3,answer\nWhich river?,Rhine,Elbe,Po,Elbe",
        "Type,Question,Answer\nMCQ,Which river? a) Rhine b) Elbe c) Po,b) Elbe",
        "Question,Answer 1,Answer 2,Answer 3,Correct\nWhich river?,Rhine,Elbe,Po,Elbe",
        "\n\nQuestion Type,Question,Choice 1,Choice 2,Choice 3,Correct\nMultiple Choice,Which river?,Rhine,Elbe,Po,2",
    ],
)
def test_tables_as_teachers_make_them(table: str) -> None:
    assert read(table).quiz.questions == (ELBE,)


def test_the_type_follows_from_what_is_filled_in() -> None:
    reading = read(
        "stem,text,item 1,item 2,answer 1,answer 2,wrong 1\n"
        "Which two?,,,,a,b,c\nSo?,,,,True,,\nHow many?,,,,12,,\nWho?,,,,Ada,Lovelace,\n"
        "Fill.,It is {so}.,,,,,\nPair.,,a,b,x,y,\n"
    )
    assert [question.type for question in reading.quiz.questions] == [
        *("choice", "true_false", "numeric", "short_text", "cloze", "matching")
    ]


@pytest.mark.parametrize("kind", ["open", "Essay", "open-ended", "Open question"])
def test_questions_answered_in_sentences_have_a_model_answer(kind: str) -> None:
    found = read(f'type,question,answer\n{kind},Why?,"It is wet,\nso it flows."\n').quiz.questions
    assert found == (OpenQuestion(stem="Why?", answer="It is wet,\nso it flows."),)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("riddle,Why?,a,,", "found the type “riddle”, expected one of: choice, multiple_choice, "),
        ("choice,,a,b,", "found no stem"),
        ("choice,Why?,,b,", "found 0 answers, expected one in the column answer 1"),
        ("choice,Why?,a,a,", "found the option “a” twice"),
        ("numeric,Why?,many,,", "found “many” in the column answer 1, expected a number such as 1080"),
        ("numeric,Why?,5,,about", "found “about” in the column tolerance, expected a number"),
        ("true_false,Why?,perhaps,,", "found the answer “perhaps”, expected true or false"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_line(row: str, words: str) -> None:
    reading = read(f'type,stem,answer 1,wrong 1,tolerance\ntrue_false,"So\nor so?",true,,\n{row}\n')
    assert len(reading.quiz.questions) == 1
    (finding,) = reading.findings
    assert str(finding).startswith(f"quiz.csv:4: the question is left out: {words}")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("stem,A,B,C,correct\nWhat is 1 + 1?,2,3,4,2", "found “2” as the correct answer, which is one option and"),
        ("stem,answer,correct\nWho?,Ada,Lena", "found an answer and another column for the correct answer"),
        ("stem,answer 1,answer 2,wrong 1,correct\nWho?,Ada,Lena,Sven,2", "found an answer and another column"),
    ],
)
def test_a_key_that_can_be_read_in_two_ways_is_refused(table: str, words: str) -> None:
    reading = read(f"{table}\n")
    assert not reading.quiz.questions
    assert words in str(reading.findings[0])


def test_a_column_that_nobody_knows_is_named() -> None:
    reading = read("stem,answer,wrong 1,colour\nWhich?,a,b,red\n")
    assert [str(finding) for finding in reading.findings] == [
        "quiz.csv:1: left out the columns “colour”, expected names among: "
        "type, stem, text, item 1, answer 1, answer feedback 1, wrong 1, wrong feedback 1, pinned, tolerance, unit, "
        "unit required, match, near miss, scoring, points, rationale, tags, markup, id, evidence start, evidence end, "
        "evidence quote, generator, rule, option 1, correct"
    ]


def test_cells_without_a_header_and_a_second_column_of_one_meaning_are_named() -> None:
    reading = read("stem,answer,wrong 1,,Question\nWhich?,a,b,red,Who?,blue\n")
    assert [finding.message.partition(", expected")[0] for finding in reading.findings] == [
        "left out the columns “Question”",
        "left out “red”, above which there is no header",
    ]


def test_other_rows_tell_whether_keys_are_words_or_places() -> None:
    head, first = "Question,OptionA,OptionB,OptionC,CorrectOption\n", "What is 1 + 1?,3,4,2,2\n"
    (by_words, _) = read(f"{head}{first}Capital?,Oslo,Rome,Bern,Rome\n").quiz.questions
    (by_place, _) = read(f"{head}{first}Capital?,Oslo,Rome,Bern,3\n").quiz.questions
    assert isinstance(by_words, ChoiceQuestion) and isinstance(by_place, ChoiceQuestion)
    assert (by_words.answer, by_place.answer) == ("2", "4")
    mixed = read(f"{head}{first}Capital?,Oslo,Rome,Bern,Rome\nOther?,Oslo,Rome,Bern,3\n")
    assert len(mixed.quiz.questions) == 2
    assert "which is one option and the place of another" in str(mixed.findings[0])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "found an empty file"),
        (b"a,b\n1,2\n", "1: found no column “stem”, expected a row of headers among: type, stem, "),
        (b'stem,answer\n"open,x\n' + b"y" * 1_100_000, "2: found a row that cannot be read"),
        ("stem\né".encode("latin-1"), "2: found the byte 0xe9, which is not UTF-8"),
    ],
)
def test_csv_files_that_hold_no_table_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(BankError) as refused:
        CSV.reading(data, "quiz.csv", {})
    assert str(refused.value).removeprefix("quiz.csv:").strip().startswith(words)


def bomb() -> bytes:
    """A package that unpacks to 100 MB of nothing."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", compression=8) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"\0" * 100_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"stem,answer", XLSX.written(QUIZ)[0][:3000], Random(1).randbytes(500), bomb()]
)
def test_spreadsheets_that_cannot_be_read_are_refused(data: bytes) -> None:
    with pytest.raises((BankError, FormatError), match=r"^quiz\.xlsx: found "):
        XLSX.reading(data, "quiz.xlsx", {})
