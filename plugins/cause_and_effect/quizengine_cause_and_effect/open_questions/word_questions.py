"""Asks about sentences in which the words tell a cause and a parser lost it: each is parted at these words.

Next: `split_sentences`.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from quizengine import OpenQuestion
from quizengine.language import FINITE_TAGS, Tree, tree_at
from quizengine_cause_and_effect.open_questions.cue_words import (
    GERUNDS,
    MAINLY,
    PARTIAL,
    PARTICIPLE,
    PURPOSE,
    REASON,
    RESULT,
    VERB,
    WHICH,
)
from quizengine_cause_and_effect.open_questions.model_answers import model_answer
from quizengine_cause_and_effect.open_questions.reason_ends import whole_reason
from quizengine_cause_and_effect.open_questions.rival_reasons import must_be_the_only_reason, must_have_no_rival
from quizengine_cause_and_effect.open_questions.split_sentences import (
    must_be_told,
    must_be_understood,
    parted,
    stem_of_noun,
    stem_of_part,
    stem_of_predicate,
    subject_up_to,
)
from quizengine_cause_and_effect.open_questions.what_questions import RULE
from quizengine_cause_and_effect.open_questions.why_questions import question_of_parts
from quizengine_cause_and_effect.open_questions.wordings import one_reason, past_of, third_person, why
from quizengine_cause_and_effect.question_parts import open_question
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.token_spans import Tokens


def word_question(relation: CausalRelation) -> OpenQuestion:
    """The question about a sentence that is parted at its words; raises CannotBe."""
    return _BY_RULE[relation.rule](relation)


def as_read(relation: CausalRelation) -> CausalRelation | None:
    """A relation with its parts as they are read; None if they cannot be: its words may tell of no cause at all."""
    tree = _tree(relation)
    try:
        word_question(relation)
        if relation.rule not in (REASON, PARTIAL):
            return relation
        cause, effect = parted(tree, tree.tokens_in(relation.signal))
        return replace(relation, cause=tree.span(cause), effect=tree.span(effect))
    except CannotBe:
        return None


def _reason(relation: CausalRelation) -> OpenQuestion:
    """“Why did the mill close?” of “The mill closed because …”."""
    tree = _tree(relation)
    return question_of_parts(relation, tree, tree.tokens_in(relation.signal))


def _partial_reason(relation: CausalRelation) -> OpenQuestion:
    """“What is one reason why the mill closed?” of “The mill closed partly because …”."""
    tree = _tree(relation)
    signal = tree.tokens_in(relation.signal)
    words = relation.signal.text.lower().split()
    cause, effect = parted(tree, signal)
    must_have_no_rival(tree.span(effect), tree.span(cause))
    stem = stem_of_part(tree, effect, partial(one_reason, "the main" if words[0] in MAINLY else "one"))
    opening = " ".join(words[next(at for at, word in enumerate(words) if word in _BEGIN) :])
    return open_question(relation, "open one reason", stem.text, model_answer(tree, opening, cause, stem))


_BEGIN = frozenset({"because", "due", "owing", "as", "thanks"})
"""The first words of signals of a reason."""


def _result(relation: CausalRelation) -> OpenQuestion:
    """“Why did the mill close?” of “The mill had lost money, so it closed.”."""
    tree = _tree(relation)
    signal = tree.tokens_in(relation.signal)
    cause, effect = tree.trimmed(range(signal[0])), tree.trimmed(range(signal[-1] + 1, len(tree.tokens)))
    _must_be_sound(relation, tree, cause)
    must_be_understood(tree, effect)
    must_be_told(tree, cause)
    if tree.tokens[signal[-1]].form.lower() == "so" and _tells_what_can_be(tree, effect):
        raise CannotBe("it may tell what it was done for")
    stem = stem_of_part(tree, effect, why)
    return open_question(relation, "open why", stem.text, model_answer(tree, "because", cause, stem))


def _tells_what_can_be(tree: Tree, tokens: Tokens) -> bool:
    """Return whether a "can" without "not" follows, before which "so" may stand for "so that"."""
    forms = [tree.tokens[each].form.lower() for each in tokens]
    return any(one in ("can", "could") and other not in _NOT for one, other in pairwise(forms))


_NOT = frozenset({"not", "n't", "n’t", "never", "no", "only", "hardly"})


def _clause_led(relation: CausalRelation) -> OpenQuestion:
    """“What forced many to leave?” of “The mill closed, forcing many to leave” or “…, which forced …”."""
    tree = _tree(relation)
    signal = tree.tokens_in(relation.signal)
    cause, effect = _trimmed(relation, tree)
    _must_be_sound(relation, tree, cause)
    must_be_understood(tree, effect)
    told = must_be_told(tree, cause)
    if told.clause.verb.copular and told.clause.tree.tokens[told.clause.head].upos in ("NOUN", "PROPN"):
        raise CannotBe("what is before it tells what something is")
    form = ""
    if relation.rule == PARTICIPLE:
        lemma = GERUNDS[tree.tokens[signal[0]].form.lower()]
        form = past_of(lemma) if told.clause.verb.tense == "past" else third_person(lemma)
    stem = stem_of_predicate(tree, (*signal, *effect), verb=form)
    return open_question(relation, RULE, stem.text, model_answer(tree, "", cause, stem))


def _subject_led(relation: CausalRelation) -> OpenQuestion:
    """“What led to the strike?” of “The cut in wages led to the strike.”."""
    tree = _tree(relation)
    verb = _first_of_its_group(tree, tree.tokens_in(relation.signal)[0])
    effect = (verb, *tree.trimmed(range(verb + 1, len(tree.tokens))))
    must_be_understood(tree, effect)
    cause, opening = subject_up_to(tree, verb)
    _must_be_sound(relation, tree, cause)
    stem = stem_of_predicate(tree, effect, opening)
    return open_question(relation, RULE, stem.text, model_answer(tree, "", cause, stem))


def _purpose(relation: CausalRelation) -> OpenQuestion:
    """“What was the purpose of the law?” of “The purpose of the law was to protect …”."""
    tree = _tree(relation)
    aim, of_what = whole_reason(tree, tree.tokens_in(relation.cause)), tree.tokens_in(relation.effect)
    _must_be_sound(relation, tree, aim)
    if any(
        tree.tokens[each].xpos in FINITE_TAGS or tree.tokens[each].form in (",", "this", "these") for each in of_what
    ):
        raise CannotBe("how the sentence is built is not certain")
    be, noun = tree.tokens[of_what[-1] + 1].form, tree.tokens[1].form
    stem = stem_of_noun(tree, of_what, f"What {be} the {noun} of")
    return open_question(relation, "open stated purpose", stem.text, model_answer(tree, "", aim, stem))


def _first_of_its_group(tree: Tree, verb: int) -> int:
    """The first helping verb or adverb right before a verb: "can" of "can often lead to"."""
    while verb and tree.tokens[verb - 1].upos in ("AUX", "ADV"):
        verb -= 1
    return verb


def _tree(relation: CausalRelation) -> Tree:
    tree = tree_at(relation.signal)
    assert tree
    return tree


def _trimmed(relation: CausalRelation, tree: Tree) -> tuple[Tokens, Tokens]:
    return tree.trimmed(tree.tokens_in(relation.cause)), tree.trimmed(tree.tokens_in(relation.effect))


def _must_be_sound(relation: CausalRelation, tree: Tree, cause: Tokens) -> None:
    must_be_the_only_reason(tree, tree.tokens_in(relation.signal), cause)
    must_have_no_rival(relation.effect, relation.cause)


_BY_RULE: dict[str, Callable[[CausalRelation], OpenQuestion]] = {
    REASON: _reason,
    PARTIAL: _partial_reason,
    RESULT: _result,
    "so": _result,
    PARTICIPLE: _clause_led,
    WHICH: _clause_led,
    VERB: _subject_led,
    PURPOSE: _purpose,
}
