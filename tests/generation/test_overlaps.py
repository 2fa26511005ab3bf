"""Questions on the same words of an article are found without asking them all."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from quizengine.generation.overlaps import Overlaps, share_words
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.types import ShortTextQuestion


@dataclass(frozen=True, eq=False)
class Asked:
    """A question in its place."""

    question: Question


def on(start: int, end: int) -> Asked:
    return Asked(ShortTextQuestion(stem="What?", answer="this", evidence=Evidence(start, end, "x" * (end - start))))


EVIDENCE = st.tuples(st.integers(0, 5_000), st.integers(1, 60_000)).map(lambda pair: on(pair[0], sum(pair)))


@given(st.lists(EVIDENCE, max_size=20), EVIDENCE)
def test_those_found_are_those_that_share_words_in_the_order_in_which_they_came(known: list[Asked], one: Asked) -> None:
    overlaps: Overlaps[Asked] = Overlaps()
    for each in known:
        overlaps.add(each)
    assert list(overlaps.of(one.question)) == [each for each in known if share_words(each.question, one.question)]


def test_a_question_without_evidence_shares_words_with_none() -> None:
    overlaps: Overlaps[Asked] = Overlaps()
    overlaps.add(on(0, 100))
    assert list(overlaps.of(ShortTextQuestion(stem="What?", answer="this"))) == []
