"""Dictionary forms that a rule by ending gets wrong where it knows only commoner verbs."""

import pytest

from quizengine.language.model.shipped import shipped_model


@pytest.mark.parametrize(("form", "lemma"), [("blasted", "blast"), ("lasted", "last"), ("roasted", "roast")])
def test_most_verbs_in_sted_have_no_e(form: str, lemma: str) -> None:
    assert shipped_model().lemmas.lemma(form, "VBD") == lemma


@pytest.mark.parametrize(("form", "lemma"), [("wasted", "waste"), ("tasted", "taste"), ("pasted", "paste")])
def test_a_few_do(form: str, lemma: str) -> None:
    assert shipped_model().lemmas.lemma(form, "VBD") == lemma
