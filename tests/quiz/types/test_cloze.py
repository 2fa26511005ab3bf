"""Cloze: gaps in a text, marked by braces."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.errors import QuestionError
from quizengine.quiz.grading import Score
from quizengine.quiz.parts import Gap, Match, NumberKey, Text, TextKey
from quizengine.quiz.types.cloze import ClozeQuestion
from quizengine.text.article import Article


def cloze(text: str) -> ClozeQuestion:
    return ClozeQuestion(stem="Fill the gaps.", text=text)


def test_words_and_gaps_come_in_turn() -> None:
    question = cloze("Rain is {water} from {clouds|a cloud}.")
    assert question.parts(Random(0)) == (
        Text("Fill the gaps."),
        Text("Rain is "),
        Gap("gap-1"),
        Text(" from "),
        Gap("gap-2"),
        Text("."),
    )
    assert question.key() == {"gap-1": TextKey(("water",)), "gap-2": TextKey(("clouds", "a cloud"))}


def test_each_gap_earns_its_own_point() -> None:
    score = cloze("Rain is {water} from {clouds|a cloud}.").grade({"gap-1": ("Water",), "gap-2": ("the sky",)})
    assert (score.earned, score.possible) == (1, 2)


def test_a_gap_may_begin_or_end_the_text_or_follow_another() -> None:
    assert cloze("{Rain}{bow}").parts(Random(0)) == (Text("Fill the gaps."), Gap("gap-1"), Gap("gap-2"))


def test_braces_written_twice_are_words() -> None:
    question = cloze("A set is {{1, 2}} or {empty}.")
    assert question.pieces == ("A set is {1, 2} or ", ("empty",), ".")


def test_a_gap_that_holds_a_number_is_judged_by_value() -> None:
    question = cloze("About {10,000} soldiers came.")
    assert question.parts(Random(0))[2] == Gap("gap-1", "number")
    assert question.key() == {"gap-1": NumberKey(Decimal(10000), Decimal(10000), Decimal(10000))}
    assert question.grade({"gap-1": ("10000",)}).full and not question.grade({"gap-1": ("1000",)}).earned


def test_a_gap_with_variants_is_judged_by_its_words_even_if_one_is_a_number() -> None:
    question = cloze("Some {12|a dozen} soldiers came.")
    assert question.parts(Random(0))[2] == Gap("gap-1", "text")
    assert question.grade({"gap-1": ("a dozen",)}).full and question.grade({"gap-1": ("12",)}).full


def test_a_gap_that_holds_more_than_a_number_is_judged_by_its_words() -> None:
    assert cloze("It grew to {3.5 million} people.").grade({"gap-1": ("35 million",)}).earned == 0


def test_around_takes_the_sentence_with_the_span_as_its_gap_and_the_sentence_as_evidence() -> None:
    article = Article("A train came in 1901. It carried 40 people.")
    _, forty = article.find(r"\d+")
    question = ClozeQuestion.around(forty)
    assert question.text == "It carried {40} people."
    assert question.evidence is not None and question.evidence.holds_in(article)
    assert question.evidence.quote == "It carried 40 people."
    assert question.grade({"gap-1": ("40",)}).full


@pytest.mark.parametrize("sentence", ["A {b} c 7 d.", "{} 7.", "{{7}}.", "a|b 7 | c.", "} 7 {."])
def test_around_keeps_the_words_of_a_sentence_that_holds_braces_itself(sentence: str) -> None:
    article = Article(sentence)
    [seven] = article.find("7")
    question = ClozeQuestion.around(seven)
    shown = "".join(part.text if isinstance(part, Text) else "7" for part in question.parts(Random(0))[1:])
    assert shown == question.evidence.quote  # type: ignore[union-attr] # around() always gives evidence
    assert question.grade({"gap-1": ("7",)}).full


@given(st.text(alphabet="ab7{}| ", min_size=1, max_size=12), st.data())
def test_around_any_words_of_any_sentence_accepts_those_words(text: str, data: st.DataObject) -> None:
    words = list(Article(f"x {text}.").find(r"[ab7]+"))
    if words:
        span = data.draw(st.sampled_from(words))
        assert ClozeQuestion.around(span).grade({"gap-1": (span.text,)}).full


@pytest.mark.parametrize("words", ["7|8", "{7}", "7}"])
def test_around_refuses_words_that_would_make_another_gap(words: str) -> None:
    article = Article(f"It is {words} or so.")
    with pytest.raises(QuestionError, match="expected words without a brace or a bar"):
        ClozeQuestion.around(article.span(6, 6 + len(words)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No gap here.", "found no gap in the text, expected at least one {word} in braces"),
        ("", "found no gap in the text, expected at least one {word} in braces"),
        (
            "An {} gap.",
            "found the gap {} with nothing to type, expected the words that fill it: {word}; "
            "write a brace that is no gap twice: {{ or }}",
        ),
        (
            "A {word|} gap.",
            "found the gap {word|} with nothing to type, expected the words that fill it: {word}; "
            "write a brace that is no gap twice: {{ or }}",
        ),
        (
            "A {?} gap.",
            "found the gap {?} with signs alone, which are not compared; set match to “exact” (or “code”), "
            "or write a brace that is no gap twice: {{ or }}",
        ),
        (
            "An {open gap.",
            "found a single brace at character 4 of the text, expected gaps like {word}; "
            "write a brace that is no gap twice: {{ or }}",
        ),
        (
            "A {nested {gap}}.",
            "found a single brace at character 3 of the text, expected gaps like {word}; "
            "write a brace that is no gap twice: {{ or }}",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(text: str, words: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        cloze(text)
    assert str(refusal.value) == words


@pytest.mark.parametrize("match", ["code", "exact"])
def test_a_sign_alone_can_be_typed_where_signs_are_compared(match: Match) -> None:
    question = ClozeQuestion(stem="Fill the gaps.", text='=A2{&}" "{&}B2', match=match)
    assert question.grade({"gap-1": ("&",), "gap-2": ("+",)}) == Score(Fraction(1), Fraction(2))
