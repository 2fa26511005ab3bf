"""The forms of verbs behind “which of these”."""

import pytest

from quizengine_cause_and_effect.comparing import past, third


@pytest.mark.parametrize(
    ("lemma", "form"), [("lead", "leads"), ("cause", "causes"), ("worry", "worries"), ("reach", "reaches")]
)
def test_the_third_person(lemma: str, form: str) -> None:
    assert third(lemma) == form


@pytest.mark.parametrize(("participle", "form"), [("caused", "caused"), ("driven", "drove"), ("swum", None)])
def test_the_past_of_a_participle(participle: str, form: str | None) -> None:
    assert past(participle) == form
