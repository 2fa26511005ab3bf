"""Asks what somebody was blamed or praised for, or how they did something; options are their other acts.

Next: `agent_questions`.
"""

import re

from quizengine import ChoiceQuestion
from quizengine.language import (
    Clause,
    Constituent,
    capitalised,
    content_words,
    entity_at,
    full_names,
    pointers,
    question,
    surface_text,
    trees,
)
from quizengine_cause_and_effect.infinitive_options import FEWEST, MARKS, MOST, Aim, aims_and_acts, is_subject_s
from quizengine_cause_and_effect.question_parts import choice_question, relation_evidence
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of, standalone_clause
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.token_spans import OF_A_CLAUSE, bracketed

_ASKED = {"arrested for": ("why", "for"), "by doing": ("how", "by")}
"""The question word, and the word before the deed, by the rule of the relation."""
_OPTIONS = 3
_RATIO, _SLACK = 1.5, 2
_LONGEST_STEM = 20


def deed_question(relation: CausalRelation) -> ChoiceQuestion:
    """“Why did they fault Lee?” or “How did Lee win fame?”, with other deeds of Lee; raises CannotBe."""
    if relation.rule not in _ASKED:
        raise CannotBe("it tells of no deed")
    word, before = _ASKED[relation.rule]
    clause = clause_of(relation)
    tree = clause.tree
    aside = bracketed(clause)
    cause = tree.trimmed(each for each in tree.tokens_in(relation.cause) if each not in aside)
    part = next((each for each in clause.parts if set(cause) <= set(each.tokens)), None)
    if part is None or not _is_all_of(clause, part, {*cause, *tree.tokens_in(relation.signal)}):
        raise CannotBe("where the deed begins or ends is not certain")
    key = f"{before} {_key(clause, cause)}"
    actor = _actor(clause, relation.rule)
    said = standalone_clause(clause, None, part.tokens)
    stem = question(said, part, word)
    if stem is None or len(stem.split()) > _LONGEST_STEM or any(mark in stem for mark in MARKS):
        raise CannotBe("it makes no plain question")
    options = _others(relation, actor, key, stem)
    return choice_question(
        relation, "deed", stem, capitalised(key), (capitalised(f"{before} {_gerund_of(each)}") for each in options)
    )


def _is_all_of(clause: Clause, part: Constituent, tokens: set[int]) -> bool:
    """Return whether some tokens are a whole phrase, except for marks and what is in brackets."""
    aside = bracketed(clause)
    words = {each for each in part.tokens if clause.tree.tokens[each].upos != "PUNCT" and each not in aside}
    return words == {each for each in tokens if clause.tree.tokens[each].upos != "PUNCT" and each not in aside}


def _key(clause: Clause, cause: tuple[int, ...]) -> str:
    """The deed from its participle on, understood together with its clause; raises CannotBe."""
    tree = clause.tree
    if tree.tokens[cause[0]].xpos != "VBG" or cause[-1] - cause[0] + 1 != len(cause):
        raise CannotBe("it tells of no deed")
    every = sorted({*clause.tokens, *cause})
    if any(each.token in cause for each in pointers(tree, every, full_names(tree, every))):
        raise CannotBe("the deed points to what is told elsewhere")
    names = {each: words for each, words in full_names(tree, cause).items() if not _is_of_the_clause(clause, each)}
    text = surface_text(tree, cause, names)
    finite = any(tree.tokens[each].xpos in OF_A_CLAUSE for each in cause)
    if finite or not FEWEST <= len(text.split()) + 1 <= MOST or any(mark in text for mark in MARKS):
        raise CannotBe("the deed is too short, too long or has marks that need their sentence")
    return text


def _is_of_the_clause(clause: Clause, index: int) -> bool:
    """True if a pronoun stands for the subject or the object, so that it is clear after a question about them."""
    return is_subject_s(clause.tree, index, clause) or _is_object_s(clause, index)


def _is_object_s(clause: Clause, index: int) -> bool:
    if clause.object is None or clause.tree.tokens[index].upos not in ("PRON", "DET"):
        return False
    one, other = entity_at(clause.tree.tokens[index].span), entity_at(clause.tree.tokens[clause.object.head].span)
    return one is not None and one is other


def _actor(clause: Clause, rule: str) -> str:
    """The full name of whoever did the deed: who is blamed for it, or the subject; raises CannotBe."""
    blamed = clause.subject if rule == "by doing" or clause.verb.passive else clause.object
    entity = entity_at(clause.tree.tokens[blamed.head].span) if isinstance(blamed, Constituent) else None
    if entity is None:
        raise CannotBe("nobody is named who did it")
    return entity.full


def _others(relation: CausalRelation, actor: str, key: str, stem: str) -> tuple[Aim, ...]:
    """Three other deeds of the same one, of about the same length; raises CannotBe."""
    article = relation_evidence(relation).article
    here = next(at for at, tree in enumerate(trees(article)) if tree.sentence.span == relation_evidence(relation))
    own, length = frozenset(content_words(f"{key} {stem}")), len(key.split())
    found: list[Aim] = []
    for act in aims_and_acts(article):
        words = frozenset(content_words(act.text)) - frozenset(content_words(actor))
        again = any(words & frozenset(content_words(each.text)) for each in found)
        size = len(act.text.split())
        fits = max(size, length) <= _RATIO * min(size, length) or abs(size - length) <= _SLACK
        if act.done and act.actor == actor and abs(act.sentence - here) > 1 and fits and not (words & own or again):
            found.append(act)
    if len(found) < _OPTIONS:
        raise CannotBe("the article tells of fewer than three other deeds")
    found.sort(key=lambda act: abs(len(act.text.split()) - length))
    return tuple(found[:_OPTIONS])


def _gerund_of(act: Aim) -> str:
    _, verb, rest = act.text.split(" ", 2)
    return f"{gerund(verb)} {rest}"


def gerund(lemma: str) -> str:
    """The "-ing" form of a verb: leading, making, dying, cutting."""
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma[:-1]}ing"
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", lemma) or lemma in _STRESSED_AT_THE_END
    return f"{lemma}{lemma[-1]}ing" if doubled else f"{lemma}ing"


_STRESSED_AT_THE_END = frozenset(
    {
        "submit",
        "admit",
        "commit",
        "permit",
        "begin",
        "refer",
        "prefer",
        "transfer",
        "occur",
        "forget",
        "control",
        "rebel",
    }
)
"""Verbs of more syllables that double their last letter."""
