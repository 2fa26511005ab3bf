"""Asks for the purpose of an act: the key is an infinitive, the options are other aims and acts of the same person.

Next: `agent_questions`.
"""

from dataclasses import dataclass, replace

from quizengine import ChoiceQuestion
from quizengine.language import (
    Clause,
    Tree,
    capitalised,
    clauses_of,
    content_words,
    full_names,
    pointers,
    question,
    tree_index,
)
from quizengine_cause_and_effect.infinitive_options import (
    MARKS,
    Aim,
    aims_and_acts,
    infinitive_of,
    is_subject_s,
    subject_name,
    worded_aim,
)
from quizengine_cause_and_effect.question_parts import choice_question, relation_evidence
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of, relation_sentence, standalone_clause
from quizengine_cause_and_effect.relations import CausalRelation

AIM_RULES = frozenset({"to do", "in order to", "in an attempt to", "in an effort to", "in a bid to"})
_OPTIONS = 3
_FEWEST_SAID = 3
_RATIO = 1.5
"""The greatest ratio between the lengths of an option and the key."""
_SLACK = 2
"""Words by which short ones may differ all the same."""
_LONGEST_STEM = 20
_LONGEST_OPENING = 5
"""Tokens before the subject, "In May 1832,"; the reason is the same without more."""


def why_question(relation: CausalRelation) -> ChoiceQuestion:
    """“Why did Lee found the school?”, with other aims that the article tells of; raises CannotBe."""
    if relation.rule not in AIM_RULES:
        raise CannotBe("it tells of no aim")
    upper = clause_of(relation)
    tree = upper.tree
    head = next((each for each in tree.tokens_in(relation.cause) if tree.tokens[each].xpos == "VB"), -1)
    lower = next((each for each in clauses_of(tree) if each.head == head), None)
    if lower is None or upper.subject is None:
        raise CannotBe("the aim cannot be told apart")
    key = _infinitive(tree, lower, upper)
    said = standalone_clause(upper, None, tree.tokens_in(relation.cause))
    if len(said.opening) > _LONGEST_OPENING:
        said = replace(said, opening=())
    part = next((each for each in upper.parts if lower.head in each.tokens), None)
    stem = question(said, part, "why") if part and part.role != "subject" else None
    if stem is None or len(stem.split()) > _LONGEST_STEM or any(mark in stem for mark in MARKS):
        raise CannotBe("it makes no plain question")
    if not any(tree.tokens[each].upos == "PROPN" for each in (*said.subject, *said.said)):
        raise CannotBe("nobody is named who has that aim")
    if len(said.said) < _FEWEST_SAID:
        raise CannotBe("what is done for it is told by too few words")  # "Why did Lee take steps?"
    options = _others(relation, _Asked(key, stem, tree_index(tree), subject_name(upper), tree.tokens[head].lemma))
    return choice_question(relation, "aim", stem, capitalised(key), (capitalised(each.text) for each in options))


def intention_question(relation: CausalRelation) -> ChoiceQuestion:
    """“What was the law intended to do?”, with other aims that the article tells of; raises CannotBe."""
    if relation.rule != "meant to":
        raise CannotBe("it tells of no aim")
    sentence = relation_sentence(relation)
    upper, said = sentence.clause, sentence.said
    tree = upper.tree
    head = next((each for each in tree.tokens_in(relation.cause) if tree.tokens[each].xpos == "VB"), -1)
    lower = next((each for each in clauses_of(tree) if each.head == head), None)
    if lower is None or sentence.lead or upper.said:
        raise CannotBe("the aim cannot be told apart")
    key = _infinitive(tree, lower, upper)
    be = tree.tokens[upper.verb.first].form.lower()
    if be not in ("is", "was", "are", "were") or len(upper.verb.tokens) != _OF_A_PASSIVE:
        raise CannotBe("it makes no plain question")
    subject = said.words(said.subject)
    stem = f"What {be} {subject}{',' if ',' in subject else ''} {tree.tokens[upper.head].form} to do?"
    if len(stem.split()) > _LONGEST_STEM or any(mark in stem for mark in MARKS):
        raise CannotBe("it makes no plain question")
    options = _others(relation, _Asked(key, stem, tree_index(tree), "", tree.tokens[head].lemma))
    return choice_question(relation, "aim", stem, _bare(key), (_bare(each.text) for each in options))


_OF_A_PASSIVE = 2
"""Tokens of "was intended"."""


def _bare(infinitive: str) -> str:
    return capitalised(infinitive.removeprefix("to "))


@dataclass(frozen=True)
class _Asked:
    key: str
    stem: str
    sentence: int
    actor: str
    verb: str


def _infinitive(tree: Tree, lower: Clause, upper: Clause) -> str:
    """The aim from "to" on, understood together with its clause; raises CannotBe."""
    tokens = infinitive_of(tree, lower)
    every = sorted({*upper.tokens, *tokens})
    names = full_names(tree, every)
    if any(each.token in tokens for each in pointers(tree, every, names)):
        raise CannotBe("the aim points to what is told elsewhere")
    own = {each: words for each, words in full_names(tree, tokens).items() if not is_subject_s(tree, each, upper)}
    return worded_aim(tree, tokens, own)


def _others(relation: CausalRelation, asked: _Asked) -> tuple[Aim, ...]:
    """Three other aims, those of the same actor first; raises CannotBe."""
    own = frozenset(content_words(asked.key))
    stem = frozenset(content_words(asked.stem))
    length = len(asked.key.split())
    fitting: list[Aim] = []
    for aim in aims_and_acts(relation_evidence(relation).article):
        words = frozenset(content_words(aim.text))
        near = abs(aim.sentence - asked.sentence) <= 1
        alike = own & words or aim.verb == asked.verb or len(stem & words) > 1
        names_actor = bool(asked.actor) and asked.actor in aim.text
        of_another = aim.actor != asked.actor and (aim.done or bool(aim.actor and asked.actor))
        of_another = of_another and not (aim.actor and aim.actor in asked.stem)
        shown_before = any(words & frozenset(content_words(each.text)) for each in fitting)
        if not (near or alike or names_actor or of_another or shown_before) and _is_as_long(aim, length):
            fitting.append(aim)
    fitting.sort(key=lambda aim: (aim.actor != asked.actor, aim.done, abs(len(aim.text.split()) - length)))
    if len(fitting) < _OPTIONS:
        raise CannotBe("the article tells of fewer than three other aims")
    return tuple(fitting[:_OPTIONS])


def _is_as_long(aim: Aim, length: int) -> bool:
    words = len(aim.text.split())
    return max(words, length) <= _RATIO * min(words, length) or abs(words - length) <= _SLACK
