"""A figure is asked for in a clause only where the words of that clause belong together."""

from dataclasses import replace

from quizengine import Article
from quizengine.language import Tree, clauses_of, trees
from quizengine_numeric_recall.figure_contexts import is_torn


def test_a_clause_is_torn_by_a_word_amid_it_that_hangs_before_it() -> None:
    [tree] = trees(Article("A title\n\nThe price fell after Ada Moss sued Sven Dahl in 2011 for arson.\n"))
    clause = next(each for each in clauses_of(tree) if each.verb.lemma == "sue")
    assert not is_torn(clause)
    year = next(at for at, token in enumerate(tree.tokens) if token.form == "2011")
    fell = next(at for at, token in enumerate(tree.tokens) if token.form == "fell")
    tokens = tuple(replace(token, head=fell) if at == year else token for at, token in enumerate(tree.tokens))
    kept = tuple(each for each in clause.tokens if each not in (year - 1, year))
    assert is_torn(replace(clause, tree=Tree(replace(tree.sentence, tokens=tokens)), tokens=kept))
