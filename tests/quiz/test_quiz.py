"""Quizzes: which questions are taken, in which order, and what of them a student sees."""

from collections import Counter
from dataclasses import asdict, replace
from decimal import Decimal

import pytest

from quizengine.generation.blueprint import Blueprint
from quizengine.generation.selection import select
from quizengine.quiz.parts import Choice, Gap, Text
from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.quiz import Quiz, sheet, sheet_question
from quizengine.quiz.shuffling import Shuffle
from quizengine.quiz.types import ChoiceQuestion, ClozeQuestion, NumericQuestion, ShortTextQuestion


def asked(generator: str, place: int, kind: str = "choice", stem: str = "") -> Question:
    """A question of a generator about the words at a place."""
    stem = stem or f"What stands at {place} for {generator}?"
    beside = {"evidence": Evidence(place, place + 5, "words"), "origin": Origin(generator, "rule")}
    if kind == "choice":
        return ChoiceQuestion(stem=stem, answer=f"word {place}", distractors=("not at all", "perhaps"), **beside)
    return ShortTextQuestion(stem=stem, answer=f"word {place}", **beside)


NUMBERS = [[asked("numbers", place), asked("numbers", place, "short")] for place in (0, 100, 200, 300)]
QUOTES = [[asked("quotes", place)] for place in (50, 150)]


def assemble(asked, count=None, seed=0):
    """Choose questions from what was asked of each fact."""
    return select(asked, Blueprint(count), seed).chosen


def test_one_question_is_taken_of_each_fact() -> None:
    chosen = assemble(NUMBERS + QUOTES)
    assert [question.evidence.start for question in chosen if question.evidence] == [0, 50, 100, 150, 200, 300]


def test_the_ways_to_ask_take_turns() -> None:
    assert Counter(question.type for question in assemble(NUMBERS)) == {"choice": 2, "short_text": 2}


def test_questions_come_in_the_order_of_their_evidence_whatever_the_order_of_asking() -> None:
    places = [question.evidence.start for question in assemble([*QUOTES[::-1], *NUMBERS[::-1]]) if question.evidence]
    assert places == sorted(places) and len(places) == 6


@pytest.mark.parametrize(("count", "length"), [(0, 0), (1, 1), (3, 3), (6, 6), (50, 6), (None, 6)])
def test_at_most_so_many_are_taken(count: int | None, length: int) -> None:
    assert len(assemble(NUMBERS + QUOTES, count)) == length


def test_a_few_come_from_each_generator_in_turn() -> None:
    generators = Counter(question.origin.generator for question in assemble(NUMBERS + QUOTES, 4) if question.origin)
    assert generators == {"numbers": 2, "quotes": 2}


def test_equal_seeds_choose_equally_and_others_choose_otherwise() -> None:
    choices = {seed: assemble(NUMBERS + QUOTES, 3, seed) for seed in range(20)}
    assert all(assemble(NUMBERS + QUOTES, 3, seed) == chosen for seed, chosen in choices.items())
    assert len(set(choices.values())) > 5


def test_every_fact_has_its_chance() -> None:
    chosen = Counter(question.evidence.start for seed in range(400) for question in assemble(NUMBERS, 1, seed))
    assert set(chosen) == {0, 100, 200, 300} and all(60 <= count <= 140 for count in chosen.values())


def test_one_question_asked_twice_is_taken_once_and_the_count_is_still_met() -> None:
    same = [[asked("numbers", 0)], [asked("numbers", 0)], [asked("numbers", 100)]]
    assert len(assemble(same, 2)) == 2


def test_a_question_that_gives_another_one_away_is_not_taken_beside_it() -> None:
    evidence = Evidence(0, 30, "Ada Marsh carried 40 people.")
    who = ShortTextQuestion(stem="Who carried people?", answer="Ada Marsh", evidence=evidence)
    many = ClozeQuestion(stem="Fill the gap.", text="Ada Marsh carried {forty} people.", evidence=evidence)
    assert len(assemble([[who], [many]])) == 1 and assemble([[who], [many]]) == assemble([[many], [who]])
    assert assemble([[who], [replace(many, id="", evidence=Evidence(40, 70, ""))]]) != (who,)


def test_nothing_asked_is_an_empty_quiz() -> None:
    assert assemble([]) == assemble([[], ()]) == ()


QUIZ = Quiz("Harbour", assemble(NUMBERS + QUOTES), seed=3)
SHUFFLE = Shuffle(b"a secret", "an attempt")


def test_a_sheet_numbers_the_questions_from_one() -> None:
    assert [(one.number, one.id) for one in sheet(QUIZ, SHUFFLE)] == [
        (n, q.id) for n, q in enumerate(QUIZ.questions, 1)
    ]


def test_a_sheet_holds_no_key_no_evidence_and_no_rationale() -> None:
    secret = ShortTextQuestion(
        stem="Who?", answer="Ada Marsh", rationale="Ada Marsh said so.", evidence=Evidence(0, 9, "Ada Marsh")
    )
    assert "Ada" not in repr(sheet(Quiz("Harbour", (secret,)), SHUFFLE))
    assert {key for one in sheet(QUIZ, SHUFFLE) for key in asdict(one)} == {"id", "number", "parts", "markup"}


def test_an_attempt_has_one_order_and_every_attempt_another() -> None:
    assert sheet(QUIZ, SHUFFLE) == sheet(replace(QUIZ), replace(SHUFFLE))
    assert sheet(QUIZ, SHUFFLE)[-1] == sheet_question(QUIZ, len(QUIZ.questions), SHUFFLE)
    assert len({sheet(QUIZ, replace(SHUFFLE, name=str(number))) for number in range(30)}) > 20
    assert len({sheet(QUIZ, replace(SHUFFLE, secret=bytes([number]))) for number in range(30)}) > 20
    assert len({sheet(replace(QUIZ, seed=seed), SHUFFLE) for seed in range(30)}) > 20


@pytest.mark.parametrize("other", [{"answer": "20"}, {"id": "pinned"}, {"rationale": "Because."}])
def test_an_order_says_nothing_about_the_key_or_the_id(other: dict[str, str]) -> None:
    one = ChoiceQuestion(stem="How many?", answer="10", distractors=("20", "30", "40"))
    texts = {*one.keys, *one.distractors}
    answer = other.get("answer", "10")
    two = ChoiceQuestion(stem="How many?", distractors=tuple(sorted(texts - {answer})), **{"answer": "10", **other})
    for name in map(str, range(20)):
        first, second = (sheet(Quiz("a", (each,)), Shuffle(b"s", name))[0] for each in (one, two))
        assert first.parts == second.parts


def test_over_500_attempts_each_option_stands_in_each_place_about_equally_often() -> None:
    counts: Counter[tuple[str, int]] = Counter()
    first_choice = next(question for question in QUIZ.questions if question.type == "choice")
    for number in range(500):
        [_, choice] = sheet(replace(QUIZ, questions=(first_choice,)), replace(SHUFFLE, name=str(number)))[0].parts
        assert isinstance(choice, Choice)
        counts.update((option.text, place) for place, option in enumerate(choice.options))
    assert len(counts) == 9 and all(130 <= count <= 205 for count in counts.values()), counts


def test_the_id_of_a_quiz_changes_with_title_seed_and_questions() -> None:
    others = [
        replace(QUIZ, title="Railway"),
        replace(QUIZ, seed=4),
        replace(QUIZ, questions=QUIZ.questions[1:]),
        replace(QUIZ, questions=QUIZ.questions[::-1]),
    ]
    assert len({quiz.id for quiz in [QUIZ, *others]}) == 5 and replace(QUIZ).id == QUIZ.id


def test_the_id_of_a_quiz_changes_with_its_locale() -> None:
    german = replace(QUIZ, locale="de")
    assert german.id != QUIZ.id == replace(german, locale="en").id


def test_the_gaps_of_a_sheet_are_read_in_the_locale_of_the_quiz() -> None:
    (asked,) = sheet(Quiz("a", (NumericQuestion(stem="How many?", answer=Decimal(3)),), locale="fr"), SHUFFLE)
    assert asked.parts == (Text("How many?"), Gap("answer", "number", locale="fr"))


def test_the_id_of_a_quiz_changes_when_a_pinned_question_is_mended() -> None:
    pinned = ShortTextQuestion(stem="Hwo?", answer="Ada", id="q1")
    assert Quiz("a", (pinned,)).id != Quiz("a", (replace(pinned, stem="Who?"),)).id
