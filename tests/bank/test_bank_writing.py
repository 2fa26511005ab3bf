"""Writing a bank: reading gives the same quiz again, the same quiz gives the same bytes, and any YAML reader agrees."""

from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    FormatError,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Origin,
    Pair,
    Question,
    QuestionError,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.bank import dump_bank, read_bank
from quizengine.extensions.shipped_types import quizengine_question_types
from quizengine.quiz.markup import Markup
from quizengine.quiz.quiz import ArticleReference

DEFAULTS = {"scoring": "partial", "match": "words", "near_miss": "nothing", "unit_required": False, "markup": "plain"}
TYPES = {cls.type: cls for cls in quizengine_question_types()}

NASTY = (
    "null", "~", "true", "No", "yes", "off", "y", "1e3", "1.10", "010", "0x1F", "1_000", "12:30", "2024-01-01", ".inf",
    "-", "- a", "? a", ": a", "a: b", "a:", "a #b", "# a", "'a'", '"a"', "it's \"so\"", "!a", "&a", "*a", "%a", "@a",
    "`a`", "[a", "{a}", "a, b", "a]", "|", ">", "=", "<<", "---", "...", "--- a", " a", "a ", "\ta", "a\t", "a\nb",
    "a\n\nb", "a \nb", "a\n b", " a\nb", "a\nb\n", "a\nb\n\n", "\na", "a\r\nb", "a\rb", "a\tb\nc", "a\x85b", "a\u2028b",
    "a\u2029b", "a\u00a0b", "a\ufeffb", "\ufeffa", "a\x00b", "a\x07b", "a\x1b[31mb", "a\x7fb", "a\ufffeb",
    "a\U0010ffff",
    "שלום\u200f!", "a\u202eb", "👩‍🔬 runs", "é", "e\u0301", "“quoted”", "\\n", "a\\", "a\n- b\n- c", "a\n# b",
    '"\x85', '"\u2028a', "a\n  - type: choice\n", "questions:\n  - a", "word " * 60 + "end", "x" * 300,
)  # fmt: skip
texts = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
words = texts.filter(lambda text: bool(text.strip()))
numbers = st.one_of(
    st.sampled_from(
        list(map(Decimal, ("0", "-0", "0E+3", "5.0", "1E+3", "1E-20", "-0.00001", "1E+23", "123456789012345678901234")))
    ),
    st.decimals(-(10**12), 10**12, places=6),
)


def made(build: Callable[..., Question], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Question]:
    """Questions of one type, with everything that a question may carry; combinations that it refuses are left out."""
    shared = {
        "stem": words,
        "id": st.one_of(st.just(""), words),
        "rationale": texts,
        "evidence": st.none() | st.builds(Evidence, st.integers(0, 9999), st.integers(0, 9999), texts),
        "origin": st.none() | st.builds(Origin, texts, texts),
        "tags": st.lists(texts, max_size=3).map(tuple),
    }

    @st.composite
    def question(draw: st.DrawFn) -> Question:
        try:
            return build(**{name: draw(values) for name, values in (shared | fields).items()})
        except QuestionError:
            assume(False)
            raise

    return question()


def several(values: st.SearchStrategy[Any], least: int, most: int = 4) -> st.SearchStrategy[Any]:
    """Tuples of values that differ."""
    return st.lists(values, min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def numeric(draw: st.DrawFn) -> Question:
    """Numeric questions with every kind of tolerance."""
    answer, margin = draw(numbers), abs(draw(numbers))
    kinds: dict[str, Callable[[], Tolerance | None]] = {
        "exact": lambda: None,
        "percent": lambda: Tolerance(percent=margin),
        "absolute": lambda: Tolerance(absolute=margin),
        "range": lambda: Tolerance(range=(answer, answer + margin)),
    }
    try:
        tolerance = kinds[draw(st.sampled_from(list(kinds)))]()
        return NumericQuestion(stem=draw(words), answer=answer, tolerance=tolerance, unit=draw(texts))
    except QuestionError:  # a range of numbers too near to each other for their many digits
        assume(False)
        raise


pairs = st.builds(lambda left, right: Pair(left=left, right=right), words, words)
QUESTIONS: dict[str, st.SearchStrategy[Question]] = {
    "choice": made(ChoiceQuestion, answer=words, distractors=several(words, 1)),
    "choice with several keys": made(ChoiceQuestion, answer=several(words, 1), distractors=several(words, 1)),
    "true_false": made(TrueFalseQuestion, answer=st.booleans()),
    "numeric": numeric(),
    "short_text": made(ShortTextQuestion, answer=words, accept=several(words, 0)),
    "cloze": made(
        ClozeQuestion,
        text=st.builds(
            lambda before, after: (
                f"{before.replace('{', '').replace('}', '')}{{gap|hole}}{after.replace('{', '').replace('}', '')}"
            ),
            texts,
            texts,
        ),
    ),
    "matching": made(MatchingQuestion, pairs=several(pairs, 2), distractors=several(words, 0)),
    "ordering": made(OrderingQuestion, answer=several(words, 2)),
}
locales = st.sampled_from(["en", "de", "no", "pt-BR", "zh-Hant"])
articles = st.none() | st.builds(ArticleReference, words, texts, texts)


def texts_in(value: object) -> list[str]:
    """Every text inside plain values, in order."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in texts_in(inner)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("kind", QUESTIONS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_written_quiz_reads_back_equal(kind: str, data: st.DataObject) -> None:
    drawn = data.draw(st.lists(QUESTIONS[kind], min_size=1, max_size=3, unique_by=lambda question: question.id))
    quiz = Quiz(
        data.draw(texts),
        tuple(drawn),
        data.draw(articles),
        data.draw(st.integers()),
        data.draw(texts),
        data.draw(locales),
    )
    written = dump_bank(quiz)
    reading = read_bank(written, "bank.yaml", TYPES)
    assert [str(finding) for finding in reading.findings] == []
    assert reading.quiz == quiz
    assert dump_bank(reading.quiz) == written


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(st.one_of(*QUESTIONS.values()), max_size=3))
def test_another_yaml_reader_finds_the_same_texts(drawn: list[Question]) -> None:
    plain = yaml.safe_load(dump_bank(Quiz("A title", tuple(drawn))))
    for question, fields in zip(drawn, plain["questions"], strict=True):
        assert set(texts_in(fields)) <= set(texts_in([question.type, asdict(question)]))
        written = {name: value for name, value in asdict(question).items() if DEFAULTS.get(name, "") != value}
        given = {name for name, value in written.items() if value not in ((), None)}
        pinned = {"id"} if question.id != question.content_id else set()
        assert set(fields) == {"type"} | pinned | (given - {"id"})


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_survives_both_readers(text: str) -> None:
    question = TrueFalseQuestion(stem="A", answer=True, rationale=text, tags=(text, text))
    quiz = Quiz(text, (question,), description=text)
    written = dump_bank(quiz)
    assert read_bank(written, "bank.yaml", TYPES).quiz == quiz
    plain = yaml.safe_load(written)
    assert (plain["title"], plain.get("description", "")) == (text, text)
    assert plain["questions"][0]["tags"] == [text, text]


WRITTEN = """\
format: quizengine/1
title: "Ice & water"
seed: 7
article: {title: "Ice: a story", sha256: "0e1f"}
questions:
  - type: numeric
    stem: How much of an iceberg is under water?
    answer: 90
    tolerance: {absolute: 2.5}
    unit: percent
    rationale: |
      Ice is a tenth lighter than water.
      So a tenth of it looks out.
    evidence: {start: 5, end: 29, quote: nine tenths of an iceberg}
    origin: {generator: numeric_recall, rule: share}
    tags: [physics, "no"]

  - type: choice
    id: said
    stem: Who said, “Ice”?
    answer: Ann O'Neill
    distractors: ['Bob "Bo" Lee', "Kim #2"]
"""


def test_the_bytes_are_those_that_a_person_would_write() -> None:
    quiz = Quiz(
        "Ice & water",
        (
            NumericQuestion(
                stem="How much of an iceberg is under water?",
                answer=Decimal("90.0"),
                tolerance=Tolerance(absolute=Decimal("2.50")),
                unit="percent",
                rationale="Ice is a tenth lighter than water.\nSo a tenth of it looks out.\n",
                evidence=Evidence(5, 29, "nine tenths of an iceberg"),
                origin=Origin("numeric_recall", "share"),
                tags=("physics", "no"),
            ),
            ChoiceQuestion(
                stem="Who said, “Ice”?", answer="Ann O'Neill", distractors=('Bob "Bo" Lee', "Kim #2"), id="said"
            ),
        ),
        ArticleReference("0e1f", "Ice: a story"),
        seed=7,
    )
    assert dump_bank(quiz).decode() == WRITTEN


def test_equal_quizzes_give_equal_bytes() -> None:
    one, other = (
        Quiz("T", (NumericQuestion(stem="How many?", answer=Decimal(number)),)) for number in ("1000", "1.000E+3")
    )
    assert one == other
    assert dump_bank(one) == dump_bank(other)
    assert b"answer: 1000\n" in dump_bank(one)


def test_a_long_text_stays_on_its_line() -> None:
    stem = "Is it true that " + "very " * 100 + "long stems are read to the end?"
    assert f"    stem: {stem}\n".encode() in dump_bank(Quiz("T", (TrueFalseQuestion(stem=stem, answer=True),)))


def test_a_quiz_without_questions_reads_back_with_a_finding() -> None:
    reading = read_bank(dump_bank(Quiz("Nothing yet", ())), "bank.yaml", TYPES)
    assert reading.quiz == Quiz("Nothing yet", ())
    assert [finding.path for finding in reading.findings] == ["questions"]


def test_half_a_character_is_refused_by_its_code() -> None:
    quiz = Quiz("T", (TrueFalseQuestion(stem="A", answer=True, rationale="Sm\ud83dile"),))
    with pytest.raises(FormatError, match=r"U\+D83D"):
        dump_bank(quiz)


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(FormatError, match="found a text of 100,001 characters"):
        dump_bank(Quiz("T", (TrueFalseQuestion(stem="x" * 100_001, answer=True),)))


@pytest.mark.parametrize("of_the_bank", ["plain", "markdown"])
def test_a_question_says_its_markup_where_it_differs_from_the_bank_s(of_the_bank: Markup) -> None:
    marked = TrueFalseQuestion(stem="*A*", answer=True, markup="markdown")
    plain = TrueFalseQuestion(stem="*B*", answer=True)
    quiz = Quiz("Both", (marked, plain), markup=of_the_bank)
    assert read_bank(dump_bank(quiz), "bank.yaml", TYPES).quiz == quiz
    assert dump_bank(quiz).count(b"markup: ") == (1 if of_the_bank == "plain" else 2)
