"""Dictionary forms from examples."""

import pytest

from lemma_rules import corrected, learn_lemmas
from quizengine.language.model.lemmas import Lemmas

LEARNT = learn_lemmas(
    [
        *(("walks", "VBZ", "walk"), ("talks", "VBZ", "talk"), ("tries", "VBZ", "try"), ("flies", "VBZ", "fly")),
        *(("has", "VBZ", "have"), ("tied", "VBD", "tie"), ("cities", "NNS", "city"), ("parties", "NNS", "party")),
        *(("dogs", "NNS", "dog"), ("cats", "NNS", "cat"), ("Cars", "NNS", "car"), ("men", "NNS", "man")),
        *(
            ("German", "JJ", "German"),
            ("Acme", "NNP", "Acme"),
            ("Council", "NN", "Council"),
            ("Council", "NN", "Council"),
            ("council", "NN", "council"),
            ("n’t", "RB", "not"),
        ),
    ]
)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("barks", "VBZ", "bark"),
        ("cries", "VBZ", "cry"),
        ("Has", "VBZ", "have"),
        ("ladies", "NNS", "lady"),
        ("Men", "NNS", "man"),
        ("German", "JJ", "German"),
        ("german", "JJ", "German"),
        ("council", "NN", "council"),
        ("Reuters", "NNP", "Reuters"),
        ("n't", "RB", "not"),
        ("s", "NNS", "s"),
        ("", "NNS", ""),
    ],
)
def test_endings_and_exceptions_are_learnt(form: str, tag: str, lemma: str) -> None:
    assert LEARNT.lemma(form, tag) == lemma


def test_only_what_the_rules_get_wrong_is_an_exception() -> None:
    assert set(LEARNT.exceptions) >= {"VBZ has", "NNS men"}
    assert not {"VBZ walks", "NNS dogs"} & set(LEARNT.exceptions)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("climbed", "VBD", "climb"),
        ("chaired", "VBD", "chair"),
        ("baking", "VBG", "bake"),
        ("boxes", "VBZ", "box"),
        ("canoes", "NNS", "canoe"),
        ("compelling", "VBG", "compel"),
        ("hired", "VBD", "hire"),
        ("fed", "VBD", "feed"),
    ],
)
def test_a_lemma_that_is_no_word_gives_way_to_one_that_is(form: str, tag: str, lemma: str) -> None:
    rules = {"VBD bed": (3, ""), "VBD ed": (1, ""), "VBG ing": (3, ""), "VBZ s": (1, ""), "NNS oes": (2, "")}
    verbs = ("climb", "climbed", "chair", "chaired", "bake", "baking", "box", "boxes", "compel", "compelling", "hire")
    possible = dict.fromkeys((*verbs, "hired"), "v") | dict.fromkeys(("canoe", "canoes"), "n")
    assert corrected(Lemmas({}, rules), possible, {"fed": "feed"}).lemma(form, tag) == lemma
