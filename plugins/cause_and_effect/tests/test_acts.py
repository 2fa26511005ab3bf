"""Acts that the article tells, in the form of an option."""

import pytest

from quizengine import Article
from quizengine.language.chunks import chunks
from quizengine.language.sentences import sentences
from quizengine_cause_and_effect.acts import acts, doing, participle, to_do

ACTS = [
    ("The town closed the bridge.", ["close the bridge"]),
    ("The miners carry coal to the quay.", ["carry coal to the quay"]),
    ("The town has closed the bridge.", []),
    ("The town closed.", []),
    ("The bridge was closed.", []),
    ("The mill represents an old trade.", []),
    ("The mayor said a prayer.", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTS, ids=[text for text, _ in ACTS])
def test_acts_are_finite_verbs_with_an_object(text: str, expected: list[str]) -> None:
    assert [to_do(span) for span in acts(chunks(sentences(Article(text))[0]))] == expected


def test_an_act_becomes_a_participle() -> None:
    (span,) = acts(chunks(sentences(Article("Ferries dropped coal on the quay."))[0]))
    assert doing(span) == "dropping coal on the quay"


SPELT = [("close", "closing"), ("carry", "carrying"), ("stop", "stopping"), ("offer", "offering"), ("lie", "lying"),
         ("see", "seeing"), ("permit", "permitting"), ("paint", "painting"), ("show", "showing"), ("clean", "cleaning"),
         ("visit", "visiting"), ("build", "building"), ("open", "opening"), ("control", "controlling")]  # fmt: skip


@pytest.mark.parametrize(("base", "expected"), SPELT)
def test_a_participle_is_spelt_as_it_should_be(base: str, expected: str) -> None:
    assert participle(base) == expected
