"""The contract of formats, held by every format that is registered."""

from decimal import Decimal
from random import Random

import pytest

from quizengine import (
    BankError,
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    Format,
    FormatError,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Origin,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
    start,
)
from quizengine.quiz.quiz import ArticleReference
from quizengine.testing import check_format

REGISTRY = start(strict=True).registry

NASTY = (
    "no",
    "~",
    "12:30:00",
    "1e3",
    "0x10",
    "'",
    '"',
    "a: b",
    "# no",
    "- a",
    "{b}",
    "[",
    "&a *b",
    "!tag",
    "|",
    ">",
    "%",
    "@",
    "`",
)
EVERYTHING: tuple[Question, ...] = (
    ChoiceQuestion(stem="Which is a river?", answer="Elbe", distractors=NASTY, tags=("geography", "no")),
    ChoiceQuestion(stem="Which are rivers?", answer=("Elbe", "Rhine"), distractors=("2024-99-99", "null", " padded ")),
    ChoiceQuestion(stem="Which are rivers?", answer=("Elbe",), distractors=("1.0", "true")),
    TrueFalseQuestion(stem="The Elbe is a river.", answer=True, id="elbe"),
    TrueFalseQuestion(stem="true", answer=False),
    NumericQuestion(stem="How many?", answer=Decimal(10000), tolerance=Tolerance(percent=Decimal("2.5")), unit="%"),
    NumericQuestion(stem="How many?", answer=Decimal("-0.50"), tolerance=Tolerance(absolute=Decimal("0.1"))),
    NumericQuestion(stem="How many?", answer=Decimal("1E+6"), tolerance=Tolerance(range=(Decimal(1), Decimal("2E+6")))),
    ShortTextQuestion(stem="Who said “Run!”?", answer="Zoë O’Brien-Łuk", accept=("10", "off", "Zoe\u0301")),
    ClozeQuestion(stem="Fill the gaps.", text="Rain is {water|H₂O} from {{the}} {clouds},\nabout {10,000} drops: 🌧."),
    MatchingQuestion(
        stem="What is what?",
        pairs=(Pair(left="yes", right="no"), Pair(left="no", right="yes"), Pair(left="3", right="no")),
        distractors=("null",),
    ),
    OrderingQuestion(stem="Earliest first.", answer=("1901", "01", "1:00", "later")),
    OpenQuestion(stem="Why?", answer="- No: rain falls.\n\n# So “it” flows", rationale="off", tags=("null",)),
    ShortTextQuestion(
        stem="Line one\nline two\n\n  indented\ttabbed\n",
        answer="x",
        rationale="Because: it\n- says\n- so # really\n",
        evidence=Evidence(3, 9, "“it\nsays"),
        origin=Origin("numeric_recall", "how-many"),
        tags=("a b", "ü"),
    ),
)
QUIZ = Quiz("Rivers: “all” # of them", EVERYTHING, seed=7, description="For\nclass 5b.")
ON_AN_ARTICLE = Quiz("1", EVERYTHING[2:4], ArticleReference("0" * 64, "Title: x", "seeds/a b.txt"))

every_format = pytest.mark.parametrize("form", REGISTRY.formats.values(), ids=lambda form: form.name)


def refusal_of(form: Format, data: bytes) -> str:
    """What a format says of bytes that hold no quiz; empty if it does not read, or finds nothing wrong."""
    try:
        findings = form.read(data, f"bad{form.suffix}", REGISTRY.question_types).findings if form.read else ()
    except (BankError, FormatError) as fault:
        return str(fault)
    return str(findings[0]) if findings else ""


@every_format
@pytest.mark.parametrize("quiz", [QUIZ, ON_AN_ARTICLE, Quiz("", EVERYTHING[3:4])], ids=["all", "article", "untitled"])
def test_what_is_written_is_read_back_the_same(form: Format, quiz: Quiz) -> None:
    if form.write is None:
        return
    check_format(form, quiz, REGISTRY.question_types)


@every_format
def test_what_is_read_back_grades_and_shows_the_same(form: Format) -> None:
    if form.write is None or form.read is None or tuple(form.losses(QUIZ)):
        return
    back = form.read(form.write(QUIZ), f"quiz{form.suffix}", REGISTRY.question_types).quiz
    assert back.id == QUIZ.id
    for one, other in zip(QUIZ.questions, back.questions, strict=True):
        assert one.parts(Random(3)) == other.parts(Random(3)) and one.key() == other.key()


@every_format
def test_what_a_format_leaves_out_is_named_for_each_question(form: Format) -> None:
    if form.write is None:
        return
    for number, question in enumerate(EVERYTHING):
        losses = tuple(form.losses(Quiz("One", (question,))))
        assert all(loss.number in (0, 1) for loss in losses), number
        if any(loss.effect == "drops" for loss in losses):
            with pytest.raises(FormatError, match="can hold none of the questions: question 1 left out: "):
                form.write(Quiz("One", (question,)))


@every_format
def test_a_format_says_what_it_is_and_how_its_files_end(form: Format) -> None:
    assert form.summary.endswith(".") and form.suffix.startswith(".") and (form.write or form.read)


@every_format
@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\xff\xfe", b"[" * 30_000, b"<a>", b"{}", "é".encode("latin-1"), b"- " * 9_000]
)
def test_bytes_that_are_no_quiz_are_refused_in_words(form: Format, data: bytes) -> None:
    words = refusal_of(form, data)
    assert not words or (words.startswith(f"bad{form.suffix}") and "\n" not in words), words
    assert words or form.read is None
