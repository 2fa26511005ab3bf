"""Short text: a word or a name, typed."""

from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Gap, Text, TextKey
from quizengine.quiz.types.short_text import ShortTextQuestion

AUSTIN = ShortTextQuestion(stem="Who said so?", answer="Lloyd J. Austin III", accept=("Austin", "Lloyd Austin"))


def test_a_gap_for_text_follows_the_stem_and_the_fullest_answer_comes_first() -> None:
    assert AUSTIN.parts(Random(0)) == (Text("Who said so?"), Gap("answer"))
    assert AUSTIN.key() == {"answer": TextKey(("Lloyd J. Austin III", "Austin", "Lloyd Austin"))}


@pytest.mark.parametrize("typed", ["Lloyd J. Austin III", "lloyd j austin iii", "AUSTIN", " lloyd  austin "])
def test_every_accepted_text_earns_the_point(typed: str) -> None:
    assert AUSTIN.grade({"answer": (typed,)}).full


@pytest.mark.parametrize("typed", ["Austen", "Lloyd", "Austin, Texas", "Austin or Wi", "III", "x" * 10_000])
def test_another_text_earns_nothing(typed: str) -> None:
    assert AUSTIN.grade({"answer": (typed,)}).earned == 0


@pytest.mark.parametrize(
    ("answer", "accept", "words"),
    [
        ("", (), "found an empty accepted answer, expected words"),
        ("Wi", ("",), "found an empty accepted answer, expected words"),
        ("Wi", ("wi",), "found the accepted answer “wi” twice, expected it once"),
        (
            "?!",
            (),
            "found the accepted answer “?!”, expected at least one letter or digit; "
            "set match to “exact” (or “code”) where signs are what is asked",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(answer: str, accept: tuple[str, ...], words: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        ShortTextQuestion(stem="Who said so?", answer=answer, accept=accept)
    assert str(refusal.value) == words
