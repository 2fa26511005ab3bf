"""GIFT: byte for byte as Moodle needs it, marked as here by a reader that is not ours, and read as others write it."""

import json
import subprocess
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from moodle_marks import mark_of_number, mark_of_options, mark_of_text
from node_tools import node_module
from sample_responses import QUIZ, comparable

from quizengine import (
    BankError,
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    Pair,
    Question,
    Quiz,
    Reading,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.content.interactions import ExportedQuestion, MultipleChoice, OpenAnswer, SingleChoice
from quizengine.formats.moodle.gift import GIFT
from quizengine.quiz.types import OptionFeedback


def gift(question: Question) -> str:
    """The last lines of the file: the question without the comment before it and without its name."""
    file = GIFT.written(Quiz("", (question,)))[0].decode()
    return file.partition("[plain]")[2]


def left_out(question: Question) -> str:
    """Why a question is not in the file."""
    return str(next(iter(GIFT.losses(Quiz("", (question,)))), ""))


TRUE = TrueFalseQuestion(stem="So?", answer=True)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (TRUE, "So?{TRUE}\n"),
        (
            TrueFalseQuestion(stem="Is C:\\new {x} a ~path = #1?\n// yes", answer=False, rationale="No: never."),
            "Is C\\:\\\\new \\{x\\} a \\~path \\= \\#1?\\n// yes{\n\tFALSE\n\t####No\\: never.\n}\n",
        ),
        (ChoiceQuestion(stem="?", answer="a", distractors=("%20% b",)), "?{\n\t=a\n\t~%0%%20% b\n}\n"),
        (ChoiceQuestion(stem="?", answer="[html]a", distractors=("b",)), "?{\n\t~b\n\t=[plain][html]a\n}\n"),
        (
            ChoiceQuestion(stem="?", answer=("a", "b", "c"), distractors=("d",)),
            "?{\n\t~%33.33333%b\n\t~%-100%d\n\t~%33.33333%c\n\t~%33.33333%a\n}\n",
        ),
        (
            ChoiceQuestion(stem="?", answer="a", distractors=("b",), feedback=(OptionFeedback("b", "Why?"),)),
            "?{\n\t~b#Why?\n\t=a\n}\n",
        ),
        (NumericQuestion(stem="?", answer=Decimal("2E+3")), "?{#2000:0}\n"),
        (
            NumericQuestion(stem="?", answer=Decimal(2000), tolerance=Tolerance(absolute=Decimal("0.5")), unit="m"),
            "? (m){#2000:0.5}\n",
        ),
        (
            NumericQuestion(stem="?", answer=Decimal(5), tolerance=Tolerance(range=(Decimal(4), Decimal(8)))),
            "?{\n\t#\n\t=5:1\n\t=6:2\n}\n",
        ),
        (ShortTextQuestion(stem="?", answer="5*3", accept=("fünf",)), "?{\n\t=5\\*3\n\t=fünf\n\t=funf\n}\n"),
        (
            OpenQuestion(stem="Why?", answer="[1] a.\nb", rationale="x"),
            "Why?{\n\t####[plain][1] a.\\nb\n}\n",
        ),
        (ClozeQuestion(stem="Fill.", text="It is {water} here."), "Fill.\\n\\nIt is {=water} here.\n"),
        (
            MatchingQuestion(stem="?", pairs=(Pair(left="a=1", right="x"), Pair(left="b", right="y"))),
            "?{\n\t=a\\=1 -> x\n\t=b -> y\n}\n",
        ),
    ],
    ids=lambda value: value.type if isinstance(value, Question) else "",
)
def test_every_type_is_written_as_moodle_reads_it(question: Question, text: str) -> None:
    assert gift(question) == text


def test_a_whole_file_has_a_category_ids_and_tags_and_a_blank_line_between_questions() -> None:
    quiz = Quiz("Unit 1/2", (TRUE, TrueFalseQuestion(stem="a::b", answer=True, id="x", tags=("a]b", "two\nlines"))))
    assert GIFT.written(quiz)[0].decode() == (
        "$CATEGORY: top/Unit 1//2\n"
        "\n"
        f"// question: 1 [id:{TRUE.id}]\n"
        "::So?::[plain]So?{TRUE}\n"
        "\n"
        "// question: 2 [id:x] [tag:a\\]b] [tag:two lines]\n"
        "::a\\:\\:b::[plain]a\\:\\:b{TRUE}\n"
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (ShortTextQuestion(stem="?", answer="a -> b"), "an arrow (->) in a typed answer: GIFT takes it for a pair"),
        (
            MatchingQuestion(stem="?", pairs=(Pair(left="a->", right="x"), Pair(left="b", right="y"))),
            "an arrow (->) in a pair: GIFT cannot tell it from its own",
        ),
        (ClozeQuestion(stem="?", text="{a} and {b}"), "a text with several gaps"),
    ],
)
def test_what_moodle_would_misread_is_left_out_and_named(question: Question, words: str) -> None:
    report = loss_report(GIFT.losses(Quiz("", (TRUE, question))))
    assert report[0] == f"question 2 left out: {words}"


def read_by_gift_pegjs(data: bytes) -> list[dict[str, Any]]:
    """What gift-pegjs finds in a file."""
    package = node_module("gift-pegjs", "package.json").parent
    script = Path(__file__).parent / "gift.mjs"
    done = subprocess.run(["node", script, package], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [each for each in found if each["type"] != "Category"]


def share(found: dict[str, Any], one: ExportedQuestion, given: dict[str, tuple[str, ...]]) -> Fraction:
    """What a response earns by what gift-pegjs found and Moodle's rules of marking."""
    (first, *_) = given.values()
    match found["type"]:
        case "TF":
            return Fraction(first == (str(found["isTrue"]).lower(),))
        case "MC":
            shown = one.interaction
            assert isinstance(shown, SingleChoice | MultipleChoice)
            words = {option.id: option.text for option in shown.options}
            weights = {
                choice["text"]["text"]: Fraction(str(choice["weight"] or (100 if choice["isCorrect"] else 0)))
                for choice in found["choices"]
            }
            return mark_of_options(weights, [words[option] for option in first])
        case "Short":
            texts = [choice["text"]["text"].replace("\\*", "*") for choice in found["choices"]]
            return mark_of_text([text.replace("*", "\\*") for text in texts], "".join(first))
        case "Numerical":
            listed = found["choices"] if isinstance(found["choices"], list) else [{"text": found["choices"]}]
            numbers = [choice["text"] for choice in listed]
            spans = [(Decimal(str(each["number"])), Decimal(str(each.get("range", 0)))) for each in numbers]
            return mark_of_number(spans, "".join(first))
        case "Matching":
            pairs = {each["subquestion"]["text"]: each["subanswer"] for each in found["matchPairs"]}
            shown = {left.id: (left.text, right) for left, right in one.interaction.pairs}  # type: ignore[union-attr]
            rights = {right.id: right.text for right in one.interaction.rights}  # type: ignore[union-attr]
            right = [
                pairs[shown[name.removeprefix("pair-")][0]] == rights[option[0]] if option else False
                for name, option in given.items()
            ]
            return Fraction(sum(right), len(right))
        case "Essay":
            assert isinstance(one.interaction, OpenAnswer)
            assert found["globalFeedback"]["text"] == one.interaction.model
            return Fraction(0)
    raise AssertionError(found)


def test_another_reader_marks_responses_as_they_are_marked_here() -> None:
    losses: Any = GIFT.losses
    carried = losses.__self__.carried(QUIZ)
    found = read_by_gift_pegjs(GIFT.written(QUIZ)[0])
    assert len(found) == len(carried) == 12
    compared = 0
    for each, one in zip(found, carried, strict=True):
        assert each["stem"]["text"].startswith(one.stem)
        for sample in comparable(GIFT, one.question):
            assert abs(share(each, one, dict(sample.response)) - sample.share) < Fraction(1, 1000), (one.stem, sample)
            compared += 1
    assert compared > 80


def read(text: str) -> Reading:
    """What a file gives."""
    return GIFT.reading(text.encode(), "quiz.gift", {})


THEIRS = r"""
// Sample by a teacher
$CATEGORY: $course$/Geography

::Q1:: 1+1\=2 {T}

Who's buried in Grant's tomb?{~Grant ~Jefferson =no one#Right, well done.}

Grant is {~buried =entombed ~living} in Grant's tomb.

Two plus two equals {=four =4}.

// [id:q5] [tag:history]
::Birth::[html]<p>When was Ulysses S. Grant born?</p>{#1822:5 #### In <b>Ohio</b>.}

What is pi? {#3.141..3.142}

::Several:: Which cities are in Italy? {
   ~%50%Rome
   ~%50%Milan
   ~%-100%Paris
}

Match. {
   =Canada -> Ottawa
   =Italy  -> Rome
   = -> Cairo
}

Typed? {=%100%Paris =%50%Pariss =lutetia}

Number? {# =%100%1822:0 =%50%1822:2}

A choice of two numbers? {#=5 =7}

Why? {#### It is <i>wet</i>.}
"""


def test_a_file_as_teachers_write_it() -> None:
    reading = read(THEIRS)
    assert reading.quiz.title == "Geography"
    assert [str(finding) for finding in reading.findings] == [
        "quiz.gift:5: read without the names of questions, such as “Q1”",
        "quiz.gift:30: read without answers that earn a part of the marks",
        "quiz.gift:32: read without the part of the marks that other numbers earn",
    ]
    assert reading.quiz.questions == (
        TrueFalseQuestion(stem="1+1=2", answer=True),
        ChoiceQuestion(
            stem="Who's buried in Grant's tomb?",
            answer="no one",
            distractors=("Grant", "Jefferson"),
            feedback=(OptionFeedback("no one", "Right, well done."),),
        ),
        ChoiceQuestion(stem="Grant is _____ in Grant's tomb.", answer="entombed", distractors=("buried", "living")),
        ShortTextQuestion(stem="Two plus two equals _____.", answer="four"),
        NumericQuestion(
            stem="When was Ulysses S. Grant born?",
            answer=Decimal(1822),
            tolerance=Tolerance(absolute=Decimal(5)),
            id="q5",
            tags=("history",),
            rationale="In **Ohio**.",
            markup="markdown",
        ),
        NumericQuestion(stem="What is pi?", answer=Decimal("3.1415"), tolerance=Tolerance(absolute=Decimal("0.0005"))),
        ChoiceQuestion(stem="Which cities are in Italy?", answer=("Rome", "Milan"), distractors=("Paris",)),
        MatchingQuestion(
            stem="Match.",
            pairs=(Pair(left="Canada", right="Ottawa"), Pair(left="Italy", right="Rome")),
            distractors=("Cairo",),
        ),
        ShortTextQuestion(stem="Typed?", answer="Paris", accept=("lutetia",)),
        NumericQuestion(stem="Number?", answer=Decimal(1822)),
        ShortTextQuestion(stem="A choice of two numbers?", answer="5", accept=("7",)),
        OpenQuestion(stem="Why?", answer="It is *wet*.", markup="markdown"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sky is blue.{T#No, it is#Yes}", "“No, it is”, “Yes”"),
        ("Capital?{=Paris#Good! =Lutetia#Old}", "“Good!”, “Old”"),
        ("Sum?{#2:0#Good}", "“Good”"),
        ("Sum?{#=2:0#Good =3#Bad}", "“Good”, “Bad”"),
        ("Match.{=a->b#Yes =c->d}", "“Yes”"),
        ("Fill {=in#" + "very " * 20 + "} the gap.", "“very very very very very very very very …”"),
        ("A {#5#Good} b.", "“Good”"),
    ],
)
def test_feedback_that_has_no_place_is_named(text: str, said: str) -> None:
    reading = read(text)
    assert len(reading.quiz.questions) == 1
    assert reading.findings[0].message == f"read without the feedback on single answers: {said}"


def test_a_name_behind_the_format_or_in_the_place_of_the_question() -> None:
    assert read("[html]::T::<p>Q?</p>{=a ~b}").quiz.questions[0].stem == "Q?"
    reading = read("::What is it?::{=a ~b}")
    assert reading.quiz.questions[0].stem == "What is it?"
    assert reading.findings[0].message == "read with its name as the question, as nothing else asks"


def test_an_equals_sign_inside_of_a_typed_answer_is_named() -> None:
    reading = read("What is true?{=x=5}")
    assert reading.quiz.questions == (ShortTextQuestion(stem="What is true?", answer="x", accept=("5",)),)
    assert reading.findings[0].message == "read with “5” as another right answer; write \\= if = belongs to the words"


def test_a_compact_choice_is_read_as_it_is_meant() -> None:
    found = read("Which?{~x=y~z}").quiz.questions
    assert found == (ChoiceQuestion(stem="Which?", answer="y", distractors=("x", "z")),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("How?{=with header=True ~none}", "found “True” behind an = inside of an answer, expected \\= if the sign"),
        ("Match.{=a->b =c}", "found “c” without -> beside pairs"),
        ("Write an essay. {}", "found an essay without a model answer, expected one in its braces: {####It says"),
        ("Just words.", "found a text without an answer in braces"),
        ("One {=a}\nTwo {=b}", "found a second brace inside of braces; is a blank line missing"),
        ("Any? {=Par*}", "found the wildcard * in “Par*”"),
        ("How many? {#1,5}", "found “1,5”, expected a number with a decimal point"),
        ("Which? {~%33%a ~%33%b ~c}", "found right options that are worth 66 % together, expected 100"),
        ("Which? {~a ~b}", "found right options that are worth 0 % together, expected 100"),
        ("What? {a}", "found “a” in braces, expected answers that begin with = or ~"),
    ],
)
def test_a_question_that_cannot_be_read_is_named_with_its_line(text: str, words: str) -> None:
    reading = read(f"So? {{T}}\n\n{text}\n\nNo? {{F}}")
    assert len(reading.quiz.questions) == 2
    (finding,) = reading.findings
    assert str(finding).startswith(f"quiz.gift:3: the question is left out: {words}")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("é".encode("latin-1"), "bad.gift:1: found the byte 0xe9, which is not UTF-8"),
        (b"a\n\n\xff", "bad.gift:3: found the byte 0xff"),
        (b"", "bad.gift: found an empty file"),
        (b"\n" * 1_000_000, "bad.gift: found an empty file"),
        (b"a\0b", "bad.gift:1: found a character that no text holds"),
    ],
)
def test_files_that_are_no_text_are_refused_with_the_place(data: bytes, words: str) -> None:
    with pytest.raises(BankError) as refused:
        GIFT.reading(data, "bad.gift", {})
    assert str(refused.value).startswith(words)
