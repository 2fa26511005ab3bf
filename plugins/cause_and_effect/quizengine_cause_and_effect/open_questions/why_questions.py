"""Asks why something was done or so, what for, and how, where one sentence tells it.

Next: `reason_ends`.
"""

from quizengine import OpenQuestion
from quizengine.language import Clause, Tree, stance_of, word_set
from quizengine_cause_and_effect.causal_sentences import tells_what_is_shown
from quizengine_cause_and_effect.open_questions.clauses_alone import stem_read_alone
from quizengine_cause_and_effect.open_questions.cue_words import AIMS_BY_WORD
from quizengine_cause_and_effect.open_questions.model_answers import model_answer
from quizengine_cause_and_effect.open_questions.reason_ends import whole_reason
from quizengine_cause_and_effect.open_questions.rival_reasons import must_be_the_only_reason, must_have_no_rival
from quizengine_cause_and_effect.open_questions.split_sentences import parted, stem_of_part
from quizengine_cause_and_effect.open_questions.stem_checks import must_have_its_object
from quizengine_cause_and_effect.open_questions.stems import Stem, Wording, stem_about
from quizengine_cause_and_effect.open_questions.wordings import how, meant, used_for, why
from quizengine_cause_and_effect.open_references import CONCEDING
from quizengine_cause_and_effect.question_parts import open_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.token_spans import Tokens

_DONE_FIRST = word_set("decide choose plan agree begin start resolve continue intend have vote opt volunteer arrange")
"""Verbs with an infinitive whose aim is that of both: "decided to move to find work"."""
_NOT_DONE = word_set("serve seem appear tend function believe know think exist happen remain lie stand need")
"""Verbs with an infinitive that is no aim of anybody."""
_SAID_OF = word_set(
    "accuse suspect blame charge convict criticise criticize condemn praise believe know say think find"
)
"""Verbs whose passive tells what others say of somebody: what they say is done for an aim, not that they say so."""
_HANDED = word_set("distribute give sell send offer hand donate share show use eat wear carry bring keep read throw")
"""Verbs whose object may be a noun before the infinitive: "collected books to give to schools"."""
_TRYING = word_set(
    """
    attempt try seek begin start continue manage help come decide aim learn plan intend hope choose pledge promise vow
    threaten propose offer strive struggle agree
    """
)
"""Verbs with an infinitive, of which what is done by means of something is part."""
_PARTED = frozenset({"because", "because of", "due to", "owing to", "thanks to", "as a result of", "so that", "since"})
"""Signals at which a sentence can be parted where a parser did not find out what belongs together."""


def reason_question(relation: CausalRelation, opening: str) -> OpenQuestion:
    """“Why did the mill close?”, answered from `opening` on: “Because it had lost money.”; raises CannotBe."""
    clause = clause_of(relation)
    if stance_of(clause.verb.lemma) and clause.of_role("clausal complement"):
        raise CannotBe("why somebody says so is not certain")
    if relation.rule == "so that":
        _must_be_wanted(relation)
    try:
        return _asked(relation, why, opening, "open why")
    except CannotBe as reason:
        if relation.rule not in _PARTED:
            raise
        try:
            return question_of_parts(relation, clause.tree, clause.tree.tokens_in(relation.signal))
        except CannotBe:
            raise reason from None


def _must_be_wanted(relation: CausalRelation) -> None:
    """Raise CannotBe if a "so that" tells what came of something rather than what it was for."""
    clause = clause_of(relation)
    forms = {clause.tree.tokens[each].form.lower() for each in clause.tree.tokens_in(relation.cause)}
    if clause.verb.tense == "past" and not forms & _WANTED:
        raise CannotBe("it may only tell what came of it")


_WANTED = frozenset({"could", "would", "might", "can", "may", "should"})


def aim_question(relation: CausalRelation) -> OpenQuestion:
    """“Why did Lee found the school?”, answered by an aim: “To teach …”; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    plan = relation.rule == "aim of a plan"
    of_others = clause.verb.passive and clause.verb.lemma in _SAID_OF
    if (plan and clause.verb.lemma not in _DONE_FIRST) or clause.verb.negated or of_others:
        raise CannotBe("whose aim it is is not certain")
    says = stance_of(clause.verb.lemma) and clause.of_role("clausal complement")
    aim = set(tree.tokens_in(relation.cause))
    behind = any(part.tokens[0] > clause.head and not aim & set(part.tokens) for part in clause.adjuncts())
    at_work = clause.verb.lemma not in ("work", "leave") or behind or clause.object
    if clause.verb.copular or (not plan and (says or clause.verb.lemma in _NOT_DONE or not at_work)):
        raise CannotBe("nothing is done for the aim")
    verb = next((each for each in tree.tokens_in(relation.cause) if tree.tokens[each].xpos == "VB"), None)
    if verb is not None and tree.tokens[verb].lemma in _HANDED and tree.dependent(verb, "obj", "ccomp") is None:
        raise CannotBe("the aim is cut off")
    return _asked(relation, why, "", "open aim")


def purpose_question(relation: CausalRelation) -> OpenQuestion:
    """“What was the law meant to do?”; raises CannotBe."""
    return _asked(relation, meant, "", "open purpose")


def use_question(relation: CausalRelation) -> OpenQuestion:
    """“What did Lee use the wax for?”, answered by an aim: “To seal …”; raises CannotBe."""
    return _asked(relation, used_for, "", "open purpose")


def how_question(relation: CausalRelation) -> OpenQuestion:
    """“How did Lee win fame?”, answered by a means: “By writing …”; raises CannotBe."""
    clause = clause_of(relation)
    inner = clause.of_role("open complement", "clausal complement")
    says = stance_of(clause.verb.lemma) and not (clause.object or clause.verb.passive)
    if (says or inner) and clause.verb.lemma not in _TRYING:
        raise CannotBe("who did so is not certain")
    if clause.verb.copular and clause.tree.tokens[clause.head].upos in ("NOUN", "PROPN"):
        raise CannotBe("it tells what something is, and not how it is done")
    return _asked(relation, how, "by", "open how")


def _asked(relation: CausalRelation, wording: Wording, opening: str, rule: str) -> OpenQuestion:
    clause = clause_of(relation)
    tree = clause.tree
    cause, signal = whole_reason(tree, tree.tokens_in(relation.cause)), tree.tokens_in(relation.signal)
    must_be_sound(relation, cause)
    stem = _stem(relation, clause, _with_signal(cause, signal, clause.head), wording)
    must_end_with(clause, stem, cause)
    must_have_its_object(clause, stem.text)
    return open_question(relation, rule, stem.text, model_answer(tree, opening, cause, stem))


def _stem(relation: CausalRelation, clause: Clause, gone: Tokens, wording: Wording) -> Stem:
    """The question about a clause as its tree is, or else as its words are read alone; raises CannotBe."""
    try:
        return stem_about(clause, gone, wording)
    except CannotBe as reason:
        try:
            return stem_read_alone(clause, clause.tree.tokens_in(relation.effect), gone, wording)
        except CannotBe:
            raise reason from None


def must_be_sound(relation: CausalRelation, cause: Tokens) -> None:
    """Raise CannotBe if a relation is told of a picture, or of one reason among several."""
    clause = clause_of(relation)
    if tells_what_is_shown(clause):
        raise CannotBe("its sentence is a caption")
    must_be_the_only_reason(clause.tree, clause.tree.tokens_in(relation.signal), cause)
    must_have_no_rival(relation.effect, relation.cause)
    _must_be_its_own(clause, clause.tree.tokens_in(relation.signal))


def _must_be_its_own(clause: Clause, signal: Tokens) -> None:
    """Raise CannotBe if a reason stands behind a semicolon or something conceded, or is that of an "it" there."""
    tokens = clause.tree.tokens
    between = tokens[clause.head + 1 : max(signal[0], clause.head + 1)]
    pronoun = clause.subject is not None and tokens[clause.subject.head].upos == "PRON"
    if any(token.form == ";" for token in between):
        raise CannotBe("whose reason it is is not certain")  # "Cork lies by the sea; it grows because …"
    if any(token.form.lower() in CONCEDING for token in between) or (pronoun and clause.marker.lower() in CONCEDING):
        raise CannotBe("whose reason it is is not certain")


def must_end_with(clause: Clause, stem: Stem, cause: Tokens) -> None:
    """Raise CannotBe if a question shows what follows its reason, and may belong to that."""
    if cause[0] > clause.head and any(each > cause[-1] for each in stem.tokens):
        raise CannotBe("what follows the reason may belong to it")


def _with_signal(cause: Tokens, signal: Tokens, head: int) -> Tokens:
    """The cause with the words right before it that signal it, unless these are the predicate itself."""
    near = signal[-1] + 1 >= cause[0] and signal[0] <= cause[-1]
    return tuple(range(min(cause[0], signal[0]), cause[-1] + 1)) if near and head not in signal else cause


def question_of_parts(relation: CausalRelation, tree: Tree, signal: Tokens) -> OpenQuestion:
    """The question about a sentence that is parted at "because" or the like; raises CannotBe."""
    cause, effect = parted(tree, signal)
    must_be_the_only_reason(tree, signal, cause)
    must_have_no_rival(tree.span(effect), tree.span(cause))
    stem = stem_of_part(tree, effect, why)
    opening = " ".join(tree.tokens[each].form.lower() for each in signal)
    rule = "open aim" if opening in AIMS_BY_WORD else "open why"
    return open_question(relation, rule, stem.text, model_answer(tree, opening, cause, stem))
