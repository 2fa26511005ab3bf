"""A date that opens a clause is no part of its subject, and no subject itself."""

from dataclasses import replace

from quizengine import Article
from quizengine.language import clauses_of, trees
from quizengine.language.syntax.dated_openings import with_dated_openings
from quizengine.language.syntax.sentence import Token


def sentence(text: str) -> tuple[Token, ...]:
    [tree] = trees(Article(text))
    return tree.tokens


def test_a_noun_behind_a_year_is_the_subject_of_the_verb_behind_it() -> None:
    [tree] = trees(Article("Many lords agreed to sell it, and by 1640 serfdom had almost vanished in Peru."))
    gone = next(clause for clause in clauses_of(tree) if clause.verb.lemma == "vanish")
    assert gone.subject is not None
    assert gone.subject.text == "serfdom"
    assert [part.text for part in gone.adjuncts("time")] == ["by 1640"]


def test_so_it_is_at_the_beginning_of_a_sentence() -> None:
    [tree] = trees(Article("By 1640 whaling ended in Peru."))
    [clause] = clauses_of(tree)
    assert clause.subject is not None
    assert (clause.subject.text, [part.text for part in clause.adjuncts("time")]) == ("whaling", ["By 1640"])


def test_a_noun_that_a_year_goes_with_is_no_subject_beside_another_one() -> None:
    right = sentence("Moss sold it before 1640 buyers came.")
    assert with_dated_openings(right) == right


def test_a_month_behind_a_preposition_is_no_subject() -> None:
    right = sentence("Moss left, and in August 1799 entered the school.")
    month = next(at for at, one in enumerate(right) if one.form == "August")
    entered = next(at for at, one in enumerate(right) if one.form == "entered")
    hung_wrong = tuple(
        replace(one, relation="nsubj", head=entered) if at == month else one for at, one in enumerate(right)
    )
    assert with_dated_openings(hung_wrong)[month].relation == "obl"


def test_a_year_that_counts_nothing_stays_where_a_subject_is_there() -> None:
    right = sentence("In 1902 Moss sold the mill.")
    assert with_dated_openings(right) == right
