"""The ways to state a relation in one sentence in which a word can be left out.

Next: `causal_gaps` and `missing_words`, which ask for a name or a noun in it.
"""

from quizengine.language import Clause, main_clause, word_set
from quizengine_cause_and_effect.clause_extraction import finite_clause_of, goes_on_with_a_verb
from quizengine_cause_and_effect.relation_cache import cache_per_relation
from quizengine_cause_and_effect.relation_sentences import CannotBe, Told, clause_of, relation_sentence
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.source_sentences import CONVENTIONS, in_its_sentence, plain_tokens, told_by


def in_a_sentence(relation: CausalRelation) -> list[Told]:
    """The ways to tell a relation in one sentence, with its source where it has one, the shortest first."""
    found = []
    for way in (relation_sentence, _up_to_the_comma, in_its_sentence):
        try:
            found.append(way(relation))
        except CannotBe:
            continue
    sourced = (one for one in found if not one.clause.said or one.text.startswith("According to"))
    doubts = (_names_one_twice, _may_be_a_caption, _hides_a_source, _quotes)
    plain = (one for one in sourced if not any(doubt(one) for doubt in doubts))
    return sorted(plain, key=lambda one: len(one.text.split()))


def _hides_a_source(sentence: Told) -> bool:
    """Return whether a newspaper only says why its source has no name."""
    return bool(CONVENTIONS & set(sentence.text.lower().rstrip(".").split()))


def _quotes(sentence: Told) -> bool:
    """Return whether words are quoted, as they may not be inside the marks around a sentence with a gap."""
    return any(mark in sentence.text for mark in _MARKS)


_MARKS = ("“", "”", '"', "''", "``")


def is_a_caption(clause: Clause) -> bool:
    """Return whether a clause tells what somebody does in a picture: "Lee arrives to speak in Cork"."""
    return _tells_now(clause, _POSES)


def _may_be_a_caption(sentence: Told) -> bool:
    return tells_what_is_shown(sentence.clause)


def tells_what_is_shown(clause: Clause) -> bool:
    """Return the same of what people in a picture do, but those in a story as well: "Lee leaves Cork"."""
    return _tells_now(clause, _POSES | _ACTS)


def _tells_now(clause: Clause, verbs: frozenset[str]) -> bool:
    """Return whether somebody or something with a name does one of some things in the present."""
    verb, subject = clause.verb, clause.subject
    named = subject is not None and clause.tree.tokens[subject.head].upos == "PROPN"
    return named and verb.tense == "present" and not verb.perfect and verb.lemma in verbs


_POSES = word_set("arrive speak wave greet pose gesture")
_ACTS = word_set("listen look walk stand sit hold leave attend watch react talk")


def _names_one_twice(sentence: Told) -> bool:
    """Return whether a full name that is in place of something is there once more: "Lee was founded by Lee"."""
    names = {name.removesuffix("’s") for name in sentence.said.replaced.values() if name[:1].isupper()}
    return any(sentence.text.count(name) > 1 for name in names if " " in name)


@cache_per_relation(CannotBe)
def _up_to_the_comma(relation: CausalRelation) -> Told:
    """The sentence without all that follows the comma after the relation; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    main = main_clause(tree)
    last = max(*tree.tokens_in(relation.cause), *tree.tokens_in(relation.effect))
    if main is None or main.subject is None or not main.verb.finite or last + 1 >= len(tree.tokens):
        raise CannotBe("its sentence is no plain statement")
    behind = tree.tokens[last + 2 : last + 3]
    if tree.tokens[last + 1].form != "," or main.head > last or any(token.upos == "CCONJ" for token in behind):
        raise CannotBe("its sentence is no plain statement")
    if goes_on_with_a_verb(tree, last + 1):
        raise CannotBe("it cannot be cut out of its sentence")
    tokens = [each for each in plain_tokens(tree, main) if each <= last]
    opened = [each for each in tokens if tree.tokens[each].form == "," and tree.tokens[each + 1].xpos in _RELATIVE]
    if opened:
        raise CannotBe("it cannot be cut out of its sentence")  # ", which is sold and, because it burns, …"
    return told_by(relation, finite_clause_of(clause), main, tokens)


_RELATIVE = frozenset({"WDT", "WP"})
