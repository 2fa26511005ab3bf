"""Asks about two sentences, of which one tells the reason of the other: "As a result, …", "This is because …".

Next: `open_cues`, which finds them.
"""

import re
from collections.abc import Sequence

from quizengine import OpenQuestion
from quizengine.language import Tree, main_clause, pointers, surface_text, tree_at
from quizengine_cause_and_effect.clear_pronouns import clear_pronouns
from quizengine_cause_and_effect.open_questions.clear_nouns import is_a_clear_noun
from quizengine_cause_and_effect.open_questions.full_naming import must_be_named_nearby, named_in_full
from quizengine_cause_and_effect.open_questions.model_answers import worded_answer
from quizengine_cause_and_effect.open_questions.reason_ends import whole_reason
from quizengine_cause_and_effect.open_questions.rival_reasons import must_be_the_only_reason
from quizengine_cause_and_effect.open_questions.split_sentences import must_be_told, stem_of_part
from quizengine_cause_and_effect.open_questions.stems import Stem, dated_by_others, stem_about, stem_of_tokens
from quizengine_cause_and_effect.open_questions.why_questions import must_be_sound
from quizengine_cause_and_effect.open_questions.wordings import what, why
from quizengine_cause_and_effect.question_parts import open_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of, plain_sentence
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.source_sentences import in_order, plain_tokens

_ONE_OF_SEVERAL = re.compile(
    r"\W*(?:Second|Third|Fourth|Final|Last|Addition)(?:ly|ally)?\b|\W*(?:Also|Moreover|Furthermore|Besides|In addition"
    r"|Another|For (?:example|instance))\b"
)
"""The beginning of a sentence that tells one thing of several."""


def result_question(relation: CausalRelation) -> OpenQuestion:
    """“Why did the mill close?” of “The mill lost money. As a result, it closed.”; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    signal = tree.tokens_in(relation.signal)
    must_be_sound(relation, signal)
    if relation.rule.endswith("why"):
        stem = stem_of_part(tree, tree.tokens_in(relation.effect), why)
    elif clause.verb.copular and tree.tokens[clause.head].upos in ("NOUN", "PROPN", "NUM"):
        raise CannotBe("it may only be concluded")  # "It is therefore a lake."
    else:
        stem = _of_either(relation, signal)
    return _answered_by_the_first(relation, tree, stem, "open why")


def _of_either(relation: CausalRelation, signal: Sequence[int]) -> Stem:
    """The question about a clause as its tree is, or else as its words are read alone."""
    clause = clause_of(relation)
    tree = clause.tree
    try:
        return stem_about(clause, signal, why)
    except CannotBe as reason:
        try:
            return stem_of_part(tree, [each for each in tree.tokens_in(relation.effect) if each not in signal], why)
        except CannotBe:
            raise reason from None


def this_led_question(relation: CausalRelation) -> OpenQuestion:
    """“What led to the closure?” of “The mill lost money. This led to its closure.”; raises CannotBe."""
    clause = clause_of(relation)
    if clause.verb.negated:
        raise CannotBe("it is denied")
    before = tree_at(relation.cause)
    main = main_clause(before) if before else None
    if before and main and main.verb.copular and before.tokens[main.head].upos in ("NOUN", "PROPN"):
        raise CannotBe("the sentence before it tells what something is")  # "The rush is a move to the hills."
    must_be_sound(relation, clause.tree.tokens_in(relation.signal))
    stem = stem_of_tokens(clause, [each for each in clause.tokens if each >= clause.verb.first], what)
    return _answered_by_the_first(relation, clause.tree, stem, "open what led")


def explained_question(relation: CausalRelation) -> OpenQuestion:
    """“Why did the mill close?” of “The mill closed. This is because it had lost money.”; raises CannotBe."""
    tree, before = tree_at(relation.signal), tree_at(relation.effect)
    main = main_clause(before) if before else None
    if tree is None or main is None:
        raise CannotBe("how the sentence is built is not certain")
    cause = whole_reason(tree, tree.tokens_in(relation.cause))
    must_be_the_only_reason(tree, tree.tokens_in(relation.signal), cause)
    must_be_told(tree, cause)
    stem = stem_about(main, (), why)
    names = named_in_full(tree, cause)
    must_be_named_nearby(tree, cause, names)
    if any(not is_a_clear_noun(tree, each) for each in pointers(tree, cause, names)):
        raise CannotBe("the answer points to what is told elsewhere")
    answer = worded_answer(f"because {surface_text(tree, cause, names)}", stem)
    return open_question(relation, "open why", stem.text, answer, relation.effect.to(tree.sentence.span))


def _answered_by_the_first(relation: CausalRelation, tree: Tree, stem: Stem, rule: str) -> OpenQuestion:
    """The question about the second of two sentences, answered by the first; raises CannotBe."""
    before = tree_at(relation.cause)
    main = main_clause(before) if before else None
    if before is None or main is None or not main.is_fact or main.said:
        raise CannotBe("the sentence before it is no plain statement")
    if _ONE_OF_SEVERAL.match(before.sentence.span.text):
        raise CannotBe("it is one reason of several")
    dated = dated_by_others(main)
    tokens = [each for each in plain_tokens(before, main) if each not in dated]
    names = clear_pronouns(before, tokens, named_in_full(before, tokens))
    must_be_named_nearby(before, tokens, names)
    if any(not is_a_clear_noun(before, each) for each in pointers(before, tokens, names)):
        raise CannotBe("the answer points to what is told elsewhere")
    answer = worded_answer(plain_sentence(in_order(main, tokens, names)), stem)
    return open_question(relation, rule, stem.text, answer, relation.cause.to(tree.sentence.span))
