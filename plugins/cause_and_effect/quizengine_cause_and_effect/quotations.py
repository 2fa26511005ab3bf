"""States a relation as a quotation, if the sentence of the article begins with it.

Next: `statements`.
"""

from dataclasses import replace

from quizengine.language import Clause, Tree, clauses_of, name_at, place_type, salience, with_source
from quizengine_cause_and_effect.clause_extraction import finite_clause_of
from quizengine_cause_and_effect.relation_sentences import LONGEST, CannotBe, Told, clause_of
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.source_sentences import told_by

_OPENING = frozenset({"“", '"', "``", "''"})
_CLOSING = frozenset({"”", '"', "''"})
_FEWEST = 6


def quoted_statement(relation: CausalRelation) -> Told:
    """“According to Lee, wages fell because …” of “"Wages fell because …," Lee said”; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    tokens = _quoted(tree)
    main = _said(tree, tokens)
    if main is None or main.subject is None or salience(tree) == 0:
        raise CannotBe("it is no quotation of one statement")
    sentence = told_by(relation, finite_clause_of(clause), main, tokens)
    text = with_source(main, sentence.text)
    if text is None or sentence.lead or len(text.split()) > LONGEST:
        raise CannotBe("who says so cannot be named in a few words")
    return replace(sentence, text=text)


def _quoted(tree: Tree) -> tuple[int, ...]:
    """The tokens of the quotation that a sentence begins with, without its marks; raises CannotBe."""
    forms = [token.form for token in tree.tokens]
    end = next((at for at, form in enumerate(forms) if at and form in _CLOSING), -1)
    if forms[0] not in _OPENING or end < _FEWEST or any(form in _OPENING for form in forms[end + 1 :]):
        raise CannotBe("it is no quotation of one statement")
    tokens = tree.trimmed(range(1, end))
    while tokens and forms[tokens[-1]] in (",", "."):
        tokens = tokens[:-1]
    return tokens


def _said(tree: Tree, tokens: tuple[int, ...]) -> Clause | None:
    """The clause that a quotation is, where somebody is named who says it."""
    tops = [each for each in tokens if tree.tokens[each].head not in tokens and tree.tokens[each].upos != "PUNCT"]
    found = next((each for each in clauses_of(tree) if [each.head] == tops), None)
    return found if found and found.verb.finite and _has_a_speaker(found) else None


def _has_a_speaker(clause: Clause) -> bool:
    """Return whether somebody says so, no town: of "said New York City Mayor Lee" a parser may take the first name."""
    source = clause.said[0].source if clause.said else None
    name = name_at(source.tree.tokens[source.head].span) if source else None
    return source is not None and (name is None or name.kind != "place" or place_type(name.full) == "country")
