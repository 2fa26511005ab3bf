"""Dictionary forms from examples."""

import pytest

from lemma_rules import learn_lemmas

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
