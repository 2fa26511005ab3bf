"""A phrase that opens a clause is no part of its subject, and a subject with a preposition is not certain."""

from dataclasses import replace

import pytest

from quizengine import Article
from quizengine.language import Certainty, Clause, clauses_of, trees
from quizengine.language.syntax.fronted_phrases import with_fronted_phrases
from quizengine.language.syntax.sentence import Token


def clause_of(text: str, verb: str) -> Clause:
    [tree] = trees(Article(text))
    return next(clause for clause in clauses_of(tree) if clause.verb.lemma == verb)


def subject_of(text: str, verb: str) -> str:
    subject = clause_of(text, verb).subject
    return subject.text if subject else ""


def at(tokens: tuple[Token, ...], form: str) -> int:
    return next(place for place, token in enumerate(tokens) if token.form == form)


def hung_wrong(text: str, relations: dict[str, tuple[str, str]]) -> tuple[Token, ...]:
    """The tokens of a sentence, some of them with another head, given by its form, and another relation."""
    [tree] = trees(Article(text))
    return tuple(
        replace(token, head=at(tree.tokens, relations[token.form][0]), relation=relations[token.form][1])
        if token.form in relations
        else token
        for token in tree.tokens
    )


def test_a_phrase_with_a_preposition_before_a_comma_belongs_to_the_verb() -> None:
    wrong = hung_wrong(
        "On Tuesday, bakers closed it.",
        {"On": ("bakers", "case"), "Tuesday": ("bakers", "compound"), "bakers": ("closed", "nsubj")},
    )
    found = with_fronted_phrases(wrong)
    tuesday, closed = at(found, "Tuesday"), at(found, "closed")
    assert (found[tuesday].head, found[tuesday].relation) == (closed, "obl")
    assert found[at(found, "On")].head == tuesday
    assert found[at(found, "bakers")] == wrong[at(found, "bakers")]


def test_what_was_taken_for_an_apposition_of_a_place_is_the_subject() -> None:
    text = (
        "In 1887, at the Museum of Bergen, a young zoologist named Fridtjof Moss and a student, Tom Reed, "
        "described a worm from the fjord."
    )
    assert subject_of(text, "describe") == "a young zoologist named Fridtjof Moss and a student, Tom Reed"
    assert "at the Museum of Bergen" in [part.text for part in clause_of(text, "describe").adjuncts()]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Over half of the bakers closed their shops in June.", "Over half of the bakers"),
        ("About 300 people lost their houses in the flood.", "About 300 people"),
        ("Up to forty ships left the harbour.", "Up to forty ships"),
        ("At least four ships left the harbour.", "At least four ships"),
        ("Over a million animals were killed in the flood.", "Over a million animals"),
    ],
)
def test_a_preposition_that_goes_with_a_number_stays_in_the_subject(text: str, subject: str) -> None:
    [tree] = trees(Article(text))
    [clause] = clauses_of(tree)
    assert clause.subject is not None
    assert clause.subject.text == subject
    assert clause.certainty >= Certainty.EVEN_ODDS


@pytest.mark.parametrize(
    "text", ["In December Senn destroyed the army.", "In Peru Ada Moss destroyed a railway from Senn to Orra in 1924."]
)
def test_a_subject_is_not_certain_where_no_comma_shows_where_its_phrase_ends(text: str) -> None:
    clause = clause_of(text, "destroy")
    assert clause.subject is not None
    assert clause.tree.tokens[clause.subject.head].certainty < Certainty.PLAUSIBLE


def test_a_place_in_a_place_is_no_subject_either() -> None:
    relations = {"Senn": ("closed", "nsubj"), "Peru": ("Senn", "appos"), "Moss": ("Peru", "flat")}
    found = with_fronted_phrases(hung_wrong("In Senn, Peru, Moss closed it.", relations))
    senn, peru = at(found, "Senn"), at(found, "Peru")
    assert found[peru].relation == "appos"
    assert found[senn].certainty < Certainty.PLAUSIBLE
