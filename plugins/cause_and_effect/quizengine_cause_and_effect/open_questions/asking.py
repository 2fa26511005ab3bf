"""Asks an open question about a causal relation, or says why it does not.

Next: `why_questions`.
"""

from collections.abc import Callable, Sequence
from functools import partial

from quizengine import Fact, OpenQuestion, Span, cache_per_facts
from quizengine.language import is_inside_quotation, word_set
from quizengine_cause_and_effect.open_questions.cue_words import (
    PARTIAL,
    PARTICIPLE,
    PURPOSE,
    REASON,
    RESULT,
    VERB,
    WHICH,
)
from quizengine_cause_and_effect.open_questions.open_cues import ADDED, LINKS
from quizengine_cause_and_effect.open_questions.two_sentences import (
    explained_question,
    result_question,
    this_led_question,
)
from quizengine_cause_and_effect.open_questions.uses import USED_FOR, USING
from quizengine_cause_and_effect.open_questions.what_questions import (
    what_caused_question,
    what_due_question,
    what_from_question,
)
from quizengine_cause_and_effect.open_questions.why_questions import (
    aim_question,
    how_question,
    purpose_question,
    reason_question,
    use_question,
)
from quizengine_cause_and_effect.open_questions.word_questions import word_question
from quizengine_cause_and_effect.question_parts import relation_evidence
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import PREPOSITIONS, STIRRING, VERBS

Way = Callable[[CausalRelation], OpenQuestion]

_AFTER = ("following", "in the wake of", "in the aftermath of")
"""Prepositions that tell no more than what came first."""
_PROTESTS = ("in protest against", "in protest at", "in protest over", "in protest of")
"""Prepositions that are part of the reason already."""
_AIMS = ("to do", "in order to", "in an attempt to", "in an effort to", "in a bid to", "aim of a plan")
_PARTIAL = word_set("produce spawn engender determine drive shape influence motivate")
"""Verbs of causing that tell of one cause of several, or of somebody's work."""

_BY_WORD = (REASON, PARTIAL, RESULT, PARTICIPLE, WHICH, VERB, PURPOSE)


def _ways() -> dict[str, Way]:
    """The way to ask about each rule."""
    found: dict[str, Way] = {}
    for verb in (*VERBS, *STIRRING):
        name = " ".join(filter(None, (verb.lemma, verb.noun, verb.preposition)))
        if verb.lemma not in _PARTIAL:
            from_it = verb.kind == "comes from"
            found[name + " to do" * (verb.kind == "makes do")] = what_from_question if from_it else what_caused_question
    found |= dict.fromkeys(("make", "help"), what_caused_question)
    for words in (*PREPOSITIONS, *ADDED, "because", "so that"):
        if words not in _AFTER:
            found[words] = partial(reason_question, opening="" if words in _PROTESTS else words)
    found |= {"since": partial(reason_question, opening="because")}
    found |= dict.fromkeys(("arrested for", "awarded for"), partial(reason_question, opening="for"))
    found |= dict.fromkeys(_AIMS, aim_question) | dict.fromkeys(LINKS, result_question)
    found |= dict.fromkeys(_BY_WORD, word_question)
    return found | {
        "so": word_question,
        "by doing": how_question,
        "meant to": purpose_question,
        USED_FOR: use_question,
        USING: how_question,
        "result of": what_from_question,
        "this led": this_led_question,
        "this is because": explained_question,
    }


_WAYS = _ways()


def openly_asked(relation: CausalRelation, facts: Sequence[Fact]) -> OpenQuestion:
    """The open question about one relation among the facts of an article; raises CannotBe."""
    asked = _open_questions(facts)[_identity(relation)]
    if isinstance(asked, CannotBe):
        raise asked
    return asked


def _identity(relation: CausalRelation) -> tuple[str, Span, Span]:
    return relation.rule, relation.cause, relation.effect


@cache_per_facts
def _open_questions(facts: Sequence[Fact]) -> dict[tuple[str, Span, Span], OpenQuestion | CannotBe]:
    """The open question about each relation, or why there is none: one about a sentence."""
    relations = [fact for fact in facts if isinstance(fact, CausalRelation)]
    found: dict[tuple[str, Span, Span], OpenQuestion | CannotBe] = {}
    told_of: set[Span] = set()
    for relation in sorted(relations, key=lambda one: (one.rule in _BY_WORD, one.open_only, one.place.start)):
        try:
            if relation_evidence(relation) in told_of:
                raise CannotBe("another open question asks about its sentence")
            found[_identity(relation)] = _asked(relation)
            told_of.add(relation_evidence(relation))
        except CannotBe as reason:
            found[_identity(relation)] = reason
    return found


def _asked(relation: CausalRelation) -> OpenQuestion:
    way = _WAYS.get(relation.rule)
    if way is None:
        raise CannotBe("no open question is worded for it")
    if relation.rule in PREPOSITIONS:
        clause = clause_of(relation)
        if clause.verb.copular and clause.head in clause.tree.tokens_in(relation.cause):
            way = what_due_question
    question = way(relation)
    quoted = is_inside_quotation(relation.signal.paragraph, relation.signal.start)
    if quoted and not question.stem.startswith("According to "):
        raise CannotBe("who says so is told elsewhere")
    return question
