"""What a student does with a question, put together from its parts and keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import ClassVar

import pytest

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.formats.content.interactions import (
    GapText,
    Interaction,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
    exported,
)
from quizengine.quiz.parts import Choice, ChoiceKey, Key, Option, Part, Text

PAIRS = (Pair(left="Elbe", right="Hamburg"), Pair(left="Seine", right="Paris"))


@dataclass(frozen=True, kw_only=True)
class TwoChoices(Question):
    """A question type as a plugin may have it."""

    type: ClassVar[str] = "two-choices"

    def check(self) -> None:
        """Anything goes."""

    def parts(self, rng: Random) -> tuple[Part, ...]:
        options = tuple(map(Option.of, "ab"))
        return Text(self.stem), Choice("one", options), Choice("other", options)

    def key(self) -> Mapping[str, Key]:
        right = frozenset({Option.of("a").id})
        return {"one": ChoiceKey(right), "other": ChoiceKey(right)}


def interaction(question: Question) -> Interaction:
    """What a student does with this question."""
    return exported(Quiz("", (question,)))[0].interaction


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (TrueFalseQuestion(stem="The Elbe is a river.", answer=True), TrueFalse),
        (ChoiceQuestion(stem="Which?", answer="Elbe", distractors=("Harz",)), SingleChoice),
        (ChoiceQuestion(stem="Which?", answer=("Elbe",), distractors=("Harz",)), MultipleChoice),
        (NumericQuestion(stem="How long?", answer=Decimal(1094), unit="km"), NumberEntry),
        (ShortTextQuestion(stem="Which?", answer="Elbe"), TextEntry),
        (OpenQuestion(stem="Why?", answer="Water flows down."), OpenAnswer),
        (ClozeQuestion(stem="Fill.", text="The {Elbe} is {1094} km long."), GapText),
        (MatchingQuestion(stem="Match.", pairs=PAIRS), PairMatching),
        (OrderingQuestion(stem="Order.", answer=("a", "b")), Sequencing),
        (TwoChoices(stem="Which?"), Mixed),
    ],
    ids=lambda value: value.type if isinstance(value, Question) else "",
)
def test_every_question_type_is_one_kind_of_interaction(question: Question, kind: type[Interaction]) -> None:
    assert isinstance(interaction(question), kind)


def test_a_choice_knows_its_key_and_both_orders_of_its_options() -> None:
    found = interaction(ChoiceQuestion(stem="?", answer="c", distractors=("d", "b", "a"), pinned=("b",)))
    assert isinstance(found, SingleChoice)
    assert [option.text for option in found.listed] == ["c", "d", "b", "a"]
    assert found.options[-1].text == "b" and found.options[found.at].text == "c"


def test_the_key_is_not_always_printed_first() -> None:
    questions = [ChoiceQuestion(stem=f"Which {n}?", answer="a", distractors=("b", "c", "d")) for n in range(40)]
    places = {one.interaction.at for one in exported(Quiz("", tuple(questions))) if hasattr(one.interaction, "at")}
    assert places == {0, 1, 2, 3}


def test_a_cloze_is_its_words_and_what_is_typed_between_them() -> None:
    found = interaction(ClozeQuestion(stem="Fill.", text="The {Elbe|River Elbe} is {1094} km long."))
    assert isinstance(found, GapText)
    words, river, is_, length, _ = found.pieces
    assert (words, is_) == ("The ", " is ")
    assert isinstance(river, TextEntry) and river.key.accepted == ("Elbe", "River Elbe")
    assert isinstance(length, NumberEntry) and length.key.value == 1094


def test_pairs_keep_their_order_and_their_distractors() -> None:
    found = interaction(MatchingQuestion(stem="?", pairs=PAIRS, distractors=("Rome", "Bonn")))
    assert isinstance(found, PairMatching)
    assert [(left.text, right.text) for left, right in found.pairs] == [("Elbe", "Hamburg"), ("Seine", "Paris")]
    assert [option.text for option in found.distractors] == ["Rome", "Bonn"] and len(found.rights) == 4


def test_numbers_and_points_are_those_of_the_quiz() -> None:
    two = exported(Quiz("", (TrueFalseQuestion(stem="x", answer=True), MatchingQuestion(stem="?", pairs=PAIRS))))
    assert [(one.number, one.points) for one in two] == [(1, Fraction(1)), (2, Fraction(2))]


def test_the_feedback_quotes_the_evidence_once() -> None:
    evidence = Evidence(0, 9, "It\nsays so.")
    plain = TrueFalseQuestion(stem="x", answer=True, rationale="Because.", evidence=evidence)
    quoting = TrueFalseQuestion(stem="y", answer=True, rationale="The article says: “It says so.”", evidence=evidence)
    assert [one.feedback for one in exported(Quiz("", (plain, quoting)))] == [
        "Because.\n“It says so.”",
        "The article says: “It says so.”",
    ]
