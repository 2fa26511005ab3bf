"""What gives a key away: the stem of a question, or another question on the same words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quizengine.generation.cueing import cue_each_other, keys_held, read_before_responding
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)

FERRY = ChoiceQuestion(stem="What sank?", answer="the ferry", distractors=("the barge", "the sloop"))
TWO = ChoiceQuestion(stem="What sank?", answer=("the ferry", "the barge"), distractors=("the sloop",))
WHO = ShortTextQuestion(stem="Who said so?", answer="Ada Marsh", accept=("Marsh",))
HOW_MANY = NumericQuestion(stem="How many fled?", answer=Decimal(400))


@pytest.mark.parametrize(
    ("question", "words", "held"),
    [
        (FERRY, "Why did the ferry sink?", ("the ferry",)),
        (FERRY, "Why did the FERRY, sink?", ("the ferry",)),
        (FERRY, "Why did the ferryman swim?", ()),
        (FERRY, "Was it the ferry or the barge?", ()),
        (FERRY, "Why did the barge sink?", ()),
        (FERRY, "What sank?", ()),
        (TWO, "The ferry and the barge sank.", ("the ferry", "the barge")),
        (TWO, "The ferry sank.", ("the ferry",)),
        (WHO, "Why did Ada Marsh leave?", ("Ada Marsh", "Marsh")),
        (WHO, "Why did Marsh leave?", ("Marsh",)),
        (WHO, "Why did the marshal leave?", ()),
        (HOW_MANY, "Why did 400 people flee?", ("400",)),
        (HOW_MANY, "Why did 4,000 people flee?", ()),
        (HOW_MANY, "Why did people flee?", ()),
        (NumericQuestion(stem="How many?", answer=Decimal(10000)), "Some 10,000 soldiers.", ("10000",)),
        (NumericQuestion(stem="How many?", answer=Decimal(6)), "At 06:07 some fled.", ()),
        (NumericQuestion(stem="How many?", answer=Decimal(6)), "Of 6: some fled.", ("6",)),
        (TrueFalseQuestion(stem="It rained.", answer=True), "Is it true?", ()),
        (OrderingQuestion(stem="Earliest first.", answer=("Troy", "Crimea")), "Troy and Crimea", ()),
    ],
)
def test_a_key_is_held_by_words_that_name_it_and_not_the_other_options(
    question: Question, words: str, held: tuple[str, ...]
) -> None:
    assert keys_held(question, words) == held


def test_each_choice_of_a_matching_question_is_looked_at() -> None:
    pairs = (Pair(left="France", right="Paris"), Pair(left="Peru", right="Lima"))
    assert keys_held(MatchingQuestion(stem="What?", pairs=pairs), "Paris is in France.") == ("Paris",)


def test_what_is_read_before_responding_is_all_but_options_and_gaps() -> None:
    assert read_before_responding(FERRY) == "What sank?"
    gap = ClozeQuestion(stem="Fill the gap.", text="Ada saw {eels} pass.")
    assert read_before_responding(gap).split() == ["Fill", "the", "gap.", "Ada", "saw", "pass."]


def on(start: int, end: int, question: Question) -> Question:
    """The question, with the words between these places as its evidence."""
    return replace(question, evidence=Evidence(start, end, "x" * (end - start)))


TELLING = ShortTextQuestion(stem="Why did Ada Marsh leave?", answer="rain")


def test_two_questions_on_the_same_words_cue_each_other_if_one_shows_the_key_of_the_other() -> None:
    assert cue_each_other(on(0, 20, WHO), on(10, 30, TELLING)) and cue_each_other(on(10, 30, TELLING), on(0, 20, WHO))
    assert not cue_each_other(on(0, 20, WHO), on(10, 30, HOW_MANY))


def test_the_name_of_a_speaker_alone_gives_nobody_away() -> None:
    others = ("“It did not rain”", "“It snowed at noon”", "“It rained at dawn”")
    which = ChoiceQuestion(stem="Which of these did Ada Marsh say?", answer="“It rained at noon”", distractors=others)
    assert not cue_each_other(on(0, 20, WHO), on(10, 30, which))
    shown = replace(WHO, stem="Who said, “It rained at noon”?")
    assert cue_each_other(on(0, 20, shown), on(10, 30, which))


def test_a_number_is_held_by_its_words_as_well_as_by_its_digits() -> None:
    how_many = NumericQuestion(stem="How many eels are there?", answer=Decimal(4_000_000))
    assert keys_held(how_many, "Who said, “Four million eels are here”?") == ("4000000",)
    assert keys_held(how_many, "Who said, “3 to 4 million eels are here”?") == ("4000000",)
    assert keys_held(how_many, "Who said, “Four eels and a million herrings are here”?") == ()


@pytest.mark.parametrize(("start", "end"), [(20, 40), (30, 40)])
def test_questions_on_other_words_do_not_cue_each_other(start: int, end: int) -> None:
    assert not cue_each_other(on(0, 20, WHO), on(start, end, TELLING))
    assert not cue_each_other(on(start, end, TELLING), on(0, 20, WHO))


def test_questions_without_evidence_do_not_cue_each_other() -> None:
    assert not cue_each_other(WHO, TELLING)
    assert not cue_each_other(on(0, 20, WHO), TELLING) and not cue_each_other(WHO, on(0, 20, TELLING))


def test_a_partner_alone_does_not_tell_which_text_it_goes_with() -> None:
    question = MatchingQuestion(
        stem="Match each cause with its effect.",
        pairs=(Pair(left="the frost", right="empty orchards"), Pair(left="the storm", right="broken piers")),
    )
    assert keys_held(question, "What led to empty orchards?") == ()
    assert keys_held(question, "Did the frost lead to empty orchards?") == ("empty orchards",)
