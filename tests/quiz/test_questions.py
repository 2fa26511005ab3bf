"""What all questions share: evidence, origin, an id that follows from the content."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import ClassVar

import pytest

from quizengine.errors import QuestionError, QuizEngineError
from quizengine.quiz.parts import Gap, Key, Part, Text, TextKey
from quizengine.quiz.questions import Evidence, Question, article_says, require_distinct, without_article_says
from quizengine.quiz.types import ChoiceQuestion, NumericQuestion
from quizengine.text.article import Article

ARTICLE = Article("A train came in 1901. It left.")


@dataclass(frozen=True, kw_only=True)
class Spelling(Question):
    """A type of someone else's: type the word that you hear."""

    type: ClassVar[str] = "spelling"

    word: str
    hints: tuple[str, ...] = ()

    def check(self) -> None:
        """Any word will do."""

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and two gaps."""
        return Text(self.stem), Gap("first"), Gap("again")

    def key(self) -> Mapping[str, Key]:
        """The word, twice."""
        return {"first": TextKey((self.word,)), "again": TextKey((self.word,))}


def test_evidence_is_the_article_s_own_words_at_their_place() -> None:
    evidence = Evidence.of(ARTICLE.span(2, 7))
    assert evidence == Evidence(2, 7, "train") and evidence.holds_in(ARTICLE)
    assert Evidence(0, 1, "A").holds_in(ARTICLE)


@pytest.mark.parametrize(
    "evidence", [Evidence(2, 7, "Train"), Evidence(3, 8, "train"), Evidence(-28, -23, "train"), Evidence(2, 2, "")]
)
def test_other_words_or_another_place_or_nothing_is_no_evidence(evidence: Evidence) -> None:
    assert not evidence.holds_in(ARTICLE)


def test_a_type_of_someone_else_is_graded_with_one_point_a_part() -> None:
    question = Spelling(stem="Type it twice.", word="Brücke")
    score = question.grade({"first": ("brucke",), "again": ("Brucke",), "third": ("Brücke",)})
    assert (score.earned, score.possible) == (2, 2)


def test_a_field_at_its_default_does_not_change_the_id_so_that_types_may_grow() -> None:
    assert Spelling(stem="Type it.", word="a").id == Spelling(stem="Type it.", word="a", hints=()).id
    assert Spelling(stem="Type it.", word="a").id != Spelling(stem="Type it.", word="a", hints=("b",)).id


def test_equal_fields_of_another_type_make_another_id() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Dictation(Spelling):
        type: ClassVar[str] = "dictation"

    assert Dictation(stem="Type it.", word="a").id != Spelling(stem="Type it.", word="a").id


def test_decimals_count_by_their_value() -> None:
    ids = {NumericQuestion(stem="How many?", answer=Decimal(text)).id for text in ("100", "1E+2", "100.00")}
    assert len(ids) == 1


def test_the_order_of_the_distractors_is_content() -> None:
    one = ChoiceQuestion(stem="Which?", answer="a", distractors=("b", "c"))
    assert one.id != ChoiceQuestion(stem="Which?", answer="a", distractors=("c", "b")).id


def test_a_question_that_cannot_be_asked_is_an_error_of_quizengine_and_of_values() -> None:
    with pytest.raises(QuestionError) as refusal:
        Spelling(stem="", word="a")
    assert isinstance(refusal.value, QuizEngineError) and isinstance(refusal.value, ValueError)


def test_texts_are_told_apart_by_more_than_case_and_white_space() -> None:
    require_distinct(("a b", "ab", "á"), "option")
    with pytest.raises(QuestionError, match="found the option “A  b” twice"):
        require_distinct(("a b", "A  b"), "option")


def test_what_the_article_is_said_to_say_can_be_taken_out_again() -> None:
    stem = f"How many boats sank? {article_says('more  than …')}. Type a number."
    assert stem == "How many boats sank? The article says: “more than …”. Type a number."
    assert without_article_says(stem) == "How many boats sank?  Type a number."
    assert without_article_says(stem, "fewer than …") == stem


def test_a_rationale_that_somebody_typed_is_taken_out_with_its_line_breaks_and_straight_marks() -> None:
    assert (
        without_article_says('The article says: "60 boats\nsank." That is many.', "60 boats sank.") == " That is many."
    )
