"""Asks what led to something, or what it led to, where a verb of causing tells it.

Next: `why_questions`, which has the conditions for both.
"""

from functools import partial

from quizengine import OpenQuestion
from quizengine.language import TIME_NOUNS, Clause
from quizengine_cause_and_effect.open_questions.model_answers import model_answer
from quizengine_cause_and_effect.open_questions.reason_ends import whole_reason
from quizengine_cause_and_effect.open_questions.stem_checks import must_be_asserted
from quizengine_cause_and_effect.open_questions.stems import stem_about, stem_of_tokens, stem_without_subject
from quizengine_cause_and_effect.open_questions.why_questions import must_be_sound, must_end_with
from quizengine_cause_and_effect.open_questions.wordings import active, what, what_due, what_object, what_resulted
from quizengine_cause_and_effect.question_parts import open_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of
from quizengine_cause_and_effect.relations import CausalRelation

RULE = "open what led"
_BRINGING = frozenset({"lead to", "result in", "cause", "give rise to", "trigger", "prompt", "spark"})
"""Rules by which one may ask for the effect as well."""


def what_caused_question(relation: CausalRelation) -> OpenQuestion:
    """“What led to the strike?”, or else “What did the cut in wages lead to?”; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    if not clause.verb.finite or clause.subject is None or clause.shares_subject:
        raise CannotBe("what led to it is told elsewhere")
    if tree.tokens[clause.subject.head].lemma.lower() in TIME_NOUNS:
        raise CannotBe("it tells when, not what led to it")
    first = min(clause.subject.tokens)
    if first > 1 and tree.tokens[first - 1].upos == "CCONJ":
        raise CannotBe("what led to it is cut from a list")
    must_be_sound(relation, tree.tokens_in(relation.cause))
    if clause.verb.passive:
        return _what_brought_about(relation, clause)
    try:
        stem = stem_without_subject(clause, what)
        return open_question(relation, RULE, stem.text, model_answer(tree, "", clause.subject.tokens, stem))
    except CannotBe:
        if relation.rule not in _BRINGING:
            raise
    effect = whole_reason(tree, tree.tokens_in(relation.effect))
    stem = stem_about(clause, effect, what_object)
    return open_question(relation, "open effect", stem.text, model_answer(tree, "", effect, stem))


def _what_brought_about(relation: CausalRelation, clause: Clause) -> OpenQuestion:
    """Return “What caused the delay?” of “The delay was caused by snow”."""
    tree = clause.tree
    cause = whole_reason(tree, tree.tokens_in(relation.cause))
    by = cause[0] - 1
    if by < 0 or tree.tokens[by].form.lower() != "by":
        raise CannotBe("where the reason begins is not certain")
    stem = stem_about(clause, (by, *cause), active)
    must_end_with(clause, stem, cause)
    return open_question(relation, RULE, stem.text, model_answer(tree, "", cause, stem))


def what_from_question(relation: CausalRelation) -> OpenQuestion:
    """“What did the delay stem from?”, “What did the peace result from?”; raises CannotBe."""
    clause = clause_of(relation)
    cause = whole_reason(clause.tree, clause.tree.tokens_in(relation.cause))
    must_be_sound(relation, cause)
    noun = relation.rule == "result of"
    stem = stem_about(
        clause, cause, partial(what_resulted, clause) if noun else what_object, [clause.head] if noun else ()
    )
    must_end_with(clause, stem, cause)
    return open_question(relation, RULE, stem.text, model_answer(clause.tree, "", cause, stem))


def what_due_question(relation: CausalRelation) -> OpenQuestion:
    """“What was the reason for the delay?”; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    cause = whole_reason(tree, tree.tokens_in(relation.cause))
    be = tree.tokens[clause.verb.first]
    plain = be.lemma == "be" and clause.verb.tokens == (clause.verb.first,)
    if relation.rule not in ("due to", "owing to") or clause.subject is None or not plain:
        raise CannotBe("it makes no plain question")
    must_be_sound(relation, cause)
    must_be_asserted(clause)
    subject = tree.trimmed(clause.subject.tokens)
    shown = [each for each in clause.tokens if each <= subject[-1]]
    stem = stem_of_tokens(clause, shown, partial(what_due, clause), subject)
    return open_question(relation, RULE, stem.text, model_answer(tree, "", cause, stem))
