"""Where subjects begin, complements end, and what a simple clause is made of."""

import pytest

from quizengine.article import Article
from quizengine.language.chunks import VerbGroup, chunks
from quizengine.language.clauses import complement_end, gerund_start, phrase_end, simple_clause, subject_start
from quizengine.language.sentences import sentences


def subject(text: str, verb: str) -> str | None:
    pieces = chunks(sentences(Article(text))[0])
    at = next(n for n, piece in enumerate(pieces) if isinstance(piece, VerbGroup) and piece.span.text == verb)
    start = subject_start(pieces, at)
    return None if start is None else pieces[start].span.to(pieces[at - 1].span).text


SUBJECTS = [
    ("The price of rice rose.", "rose", "The price of rice"),
    ("In Salem, the price of rice rose.", "rose", "the price of rice"),
    ("On Monday, traders, farmers and bakers of the town met.", "met", "traders, farmers and bakers of the town"),
    ("The dam, built by prisoners, broke.", "broke", "The dam, built by prisoners,"),
    ("The mayor said that the old dam broke.", "broke", "the old dam"),
    ("Ms. Ray, a retired teacher, left.", "left", "Ms. Ray, a retired teacher,"),
    ("A dam that broke cost lives.", "broke", None),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS, ids=[text for text, *_ in SUBJECTS])
def test_a_subject_reaches_back_to_where_its_clause_begins(text: str, verb: str, expected: str | None) -> None:
    assert subject(text, verb) == expected


COMPLEMENTS = [
    ("It caused floods in the valley, which nobody expected.", "floods in the valley"),
    ("It caused floods, fires and a landslide, officials said.", "floods, fires and a landslide"),
    ("It caused floods and traders left.", "floods"),
    ("It caused floods because the dam was old.", "floods"),
    ("It caused floods as well as fires; traders left.", "floods as well as fires"),
    ("It caused a quarrel between Salem and Dover as both claimed it.", "a quarrel between Salem and Dover"),
    ("It caused the loss of a bridge that nobody had used.", "the loss of a bridge that nobody had used"),
]


@pytest.mark.parametrize(("text", "expected"), COMPLEMENTS, ids=[text for text, _ in COMPLEMENTS])
def test_a_complement_ends_where_another_clause_begins(text: str, expected: str) -> None:
    pieces = chunks(sentences(Article(text))[0])
    end = complement_end(pieces, 2)
    assert pieces[2].span.to(pieces[end - 1].span).text == expected


def test_a_phrase_ends_before_the_verb() -> None:
    pieces = chunks(sentences(Article("The price of rice in the markets rose."))[0])
    assert pieces[phrase_end(pieces, 0)].span.text == "rose"


def test_a_simple_clause_tells_its_parts() -> None:
    clause = simple_clause(chunks(sentences(Article("On Monday, the two old bridges were closed to carts."))[0])[:-1])
    assert clause is not None
    assert clause.lead is not None and clause.lead.text == "On Monday"
    assert (clause.subject.text, clause.verb.span.text) == ("the two old bridges", "were closed")
    assert clause.rest is not None and clause.rest.text == "to carts"
    assert clause.is_plural


def test_a_clause_without_a_certain_subject_is_not_simple() -> None:
    assert simple_clause(chunks(sentences(Article("Close the bridge."))[0])[:-1]) is None


def test_a_gerund_is_the_subject_of_the_verb_after_all_that_it_governs() -> None:
    pieces = chunks(sentences(Article("Putting together a new bridge takes a year."))[0])[:-1]
    verb = next(n for n, piece in enumerate(pieces) if piece.span.text == "takes")
    assert gerund_start(pieces, verb) == 0
    clause = simple_clause(pieces)
    assert clause is not None
    assert clause.subject.text == "Putting together a new bridge"
    assert not clause.is_plural


def test_a_participle_before_a_comma_is_no_subject() -> None:
    pieces = chunks(sentences(Article("Seeing the bridge, the mayor left."))[0])[:-1]
    verb = next(n for n, piece in enumerate(pieces) if piece.span.text == "left")
    assert gerund_start(pieces, verb) is None
