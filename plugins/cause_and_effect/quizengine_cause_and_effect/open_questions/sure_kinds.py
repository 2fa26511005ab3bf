"""The surest open questions, each kind under a rule of its own, by which readers' verdicts can be learnt.

Next: `stems`.
"""

import re
from dataclasses import replace

from quizengine import OpenQuestion, Origin
from quizengine.language import Clause, clauses_at, main_clause, stance_of, word_set
from quizengine_cause_and_effect.open_questions.cue_words import PARTICIPLE, WHICH
from quizengine_cause_and_effect.open_questions.what_questions import RULE
from quizengine_cause_and_effect.relations import NAME, CausalRelation

WHOLE_REASON = "open whole reason"
"""“Why did Moss sell the mill?”, of what has a name: the answer is a clause after "because"."""
NAMED_CAUSE = "open cause in a phrase"
"""“Why were the roads of Ireland closed?”, of what has a name: “Because of rain, snow and heavy storms.”"""
GENERAL_REASON = "open general reason"
"""“Why can salted butter be kept?”, of what is always so."""
TOLD_BEFORE = "open reason in the sentence before"
"""“Why did the mill of Cork close?” of “It lost money. As a result, the mill of Cork closed.”"""
LED_TO_A_NAME = "open what led to what has a name"
"""“What led to the revolt of Kinsale?”, of what happened once and has a name: the answer tells more than a term."""
_OF_DEEDS = {"open aim": "open aim of a deed", "open how": "open means of a deed"}
"""“Why did Moss found the school?” and “How did Moss win fame?”, of a past deed that names somebody or something."""

_LEAST = 4
"""Words of an answer that tells a whole aim or cause, with its "to" or "due to"."""
_LEAST_OF_A_CLAUSE = 6
"""Words of an answer that tells a whole reason, with its "because"."""
_ASKING = re.compile(r"\A(?:In (?:\w+ )?\d{4}, )?(?:[Ww]hy|[Hh]ow|[Ww]hat)\b|\A[A-Z][\w ]+, (?:why|how)\b")
_EMPTY = re.compile(r"\b(?:it|they|he|she) ")
_NAME = re.compile(r"(?<=[\w,] )(?!(?:Why|How|What)\b)[A-Z]\w+")
_BY_A_SENTENCE = frozenset({"this led", WHICH, PARTICIPLE})
"""Rules by which a whole sentence or clause is what led to something."""
_LED = re.compile(r"\A(?:In (?:\w+ )?\d{4}, )?[Ww]hat (?:led|caused|\w+ed|resulted) ")
_CLAUSE = re.compile(r"\ABecause (?!of\b)")
_PHRASE = re.compile(r"\A(?:Because of|Due|Owing|Thanks|As a result|In \w+|For|On \w+ of|Out of|Amid)\b")
_QUOTED = re.compile(r"[\"“”]")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = re.compile(rf"\b(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b")
_DATED_AIM = re.compile(r"\b(?:in|on|since|until) (?:\w+ )?\d{4}\b")
"""A year behind an aim may be that of the deed: "signed a contract to build the plant in 1995"."""
_JUDGED = word_set("seem appear feel look consider regard view call describe deem prefer")
"""Verbs of what somebody finds, which another may find otherwise."""
_MOVING = word_set("move go come travel return fly arrive visit leave gather meet")
"""Verbs that need no object to be done for an aim."""


def of_its_kind(question: OpenQuestion, relation: CausalRelation) -> OpenQuestion:
    """The question under the rule of its kind if it is one of the surest, else as it is."""
    rule = question.origin.rule if question.origin else ""
    by_a_thing = rule == RULE and relation.rule not in _BY_A_SENTENCE
    if by_a_thing and _LED.match(question.stem) and not _is_reported(question):
        return replace(question, origin=Origin(NAME, LED_TO_A_NAME)) if _NAME.search(question.stem) else question
    at = relation.place
    clause = next((each for each in clauses_at(at) if each.tree.tokens[each.head].span == at), None)
    if clause is None or _is_reported(question) or not _is_the_main_point(clause):
        return question
    named = _NAME.search(question.stem) is not None
    kind = ""
    if rule == "open why":
        kind = _told_by(question.answer) if named else GENERAL_REASON if _is_general(clause) else ""
    elif rule in _OF_DEEDS and named and _is_a_deed(clause) and not _DATED_AIM.search(question.answer):
        kind = _OF_DEEDS[rule]
    return replace(question, origin=Origin(NAME, kind)) if kind else question


def _told_by(answer: str) -> str:
    """The kind of a question for a reason, by what tells it: a clause, a phrase or a sentence."""
    if _CLAUSE.match(answer):
        return WHOLE_REASON
    return NAMED_CAUSE if _PHRASE.match(answer) else TOLD_BEFORE


def _is_reported(question: OpenQuestion) -> bool:
    """Return whether a question quotes, names a source or only a pronoun, is of a single day, or has a short answer."""
    shown = question.stem + question.answer
    plain = _ASKING.match(question.stem) and not question.stem.startswith("According to")
    vague = _DAY.search(question.stem) or _EMPTY.search(question.stem) or _QUOTED.search(shown)
    least = _LEAST_OF_A_CLAUSE if _CLAUSE.match(question.answer) else _LEAST
    return not plain or bool(vague) or len(question.answer.split()) < least


def _is_the_main_point(clause: Clause) -> bool:
    """Return whether a clause is what its sentence states, and no opinion."""
    main = main_clause(clause.tree)
    judged = clause.verb.lemma in _JUDGED or stance_of(clause.verb.lemma)
    return main is not None and main.head == clause.head and not judged and not clause.said


def _is_general(clause: Clause) -> bool:
    """Return whether a clause tells what is always so of things of a kind."""
    if clause.subject is None or clause.verb.tense != "present" or clause.verb.perfect or clause.verb.progressive:
        return False
    head = clause.tree.tokens[clause.subject.head]
    return head.upos == "NOUN" and clause.tree.dependent(clause.subject.head, "nummod") is None


def _is_a_deed(clause: Clause) -> bool:
    """Return whether somebody did something to something, or went somewhere."""
    done = clause.object is not None or clause.verb.passive or clause.verb.lemma in _MOVING
    return clause.verb.tense == "past" and done
