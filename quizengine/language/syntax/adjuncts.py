"""Classifies the circumstance of an adjunct, only by its preposition or conjunction and its head.

Next: `constituents`, which are classified here.
"""

import re
from typing import Literal

from quizengine.language.syntax.adjunct_words import (
    AFTER_LENGTHS,
    AMOUNTS,
    ASKING,
    BARE_PLACES,
    CAPITALISED_TIMES,
    CARRYING,
    IDIOMS,
    LENGTHS,
    MEANS_NOUNS,
    MEASURES,
    MOTION,
    NO_MANNER,
    NO_PLACES,
    PLACE_ADVERBS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    TIME_ADVERBS,
    TIME_NOUNS,
    TIME_PREPOSITIONS,
    TOWARDS,
)
from quizengine.language.syntax.tree import Tree, is_a

Circumstance = Literal[
    "time",
    "duration",
    "place",
    "manner",
    "means",
    "cause",
    "purpose",
    "condition",
    "concession",
    "source",
    "agent",
    "",
]

_CONJUNCTIONS: dict[str, Circumstance] = {
    "because": "cause",
    "lest": "purpose",
    "so that": "purpose",
    "in order": "purpose",
    "if": "condition",
    "unless": "condition",
    "provided": "condition",
    "as long as": "condition",
    "although": "concession",
    "though": "concession",
    "even though": "concession",
    "when": "time",
    "whenever": "time",
    "after": "time",
    "before": "time",
    "until": "time",
    "till": "time",
    "once": "time",
    "as soon as": "time",
}
"""Conjunctions with one reading; "as", "since" and "while" have two, and none is certain."""
_PREPOSITIONS: dict[str, Circumstance] = {
    "because of": "cause",
    "due to": "cause",
    "owing to": "cause",
    "thanks to": "cause",
    "on account of": "cause",
    "as a result of": "cause",
    "in response to": "cause",
    "by virtue of": "cause",
    "despite": "concession",
    "in spite of": "concession",
    "regardless of": "concession",
    "according to": "source",
    "during": "time",
    "since": "time",
    "until": "time",
    "after": "time",
    "before": "time",
    "through": "",
}
_LONGEST_MANNER = 2
"""Words: "very slowly"."""
_YEAR = re.compile(r"1\d{3}|20\d{2}|\d{4}s|’\d\ds")


def circumstance(tree: Tree, head: int, marker: tuple[int, ...], *, passive: bool, finite: bool) -> Circumstance:
    """Return what the adjunct with this head tells; empty if it is not known."""
    token = tree.tokens[head]
    words = " ".join(tree.tokens[each].form.lower() for each in marker)
    if is_a(token.relation, "advcl"):
        return _of_clause(tree, head, words)
    if is_a(token.relation, "advmod"):
        return _of_adverb(tree, head)
    if token.relation == "obl:agent" or (passive and words == "by" and not _is_time(tree, head)):
        return "agent" if (passive or not finite) and _can_act(tree, head) else ""
    if " ".join(tree.tokens[each].form.lower() for each in tree.trimmed(tree.subtree(head))) in IDIOMS:
        return ""
    if words in ("for", "") and _is_length(tree, head):
        following = tree.tokens[head + 1].form.lower() if head + 1 < len(tree.tokens) else ""
        return "" if following in AFTER_LENGTHS else "duration"
    if words in _PREPOSITIONS and not (words in ("after", "before", "since", "until") and not _is_time(tree, head)):
        return _PREPOSITIONS[words]
    if _is_time(tree, head) and (words in TIME_PREPOSITIONS or not words or token.lemma.lower() == "time"):
        return "time"
    return "place" if _is_a_place(tree, head, words) else ""


def _of_clause(tree: Tree, head: int, words: str) -> Circumstance:
    if words in _CONJUNCTIONS:
        return _CONJUNCTIONS[words]
    if words.startswith("in order"):
        return "purpose"
    tag = tree.tokens[head].xpos
    if words == "to" and tag == "VB":
        verb = tree.tokens[tree.tokens[head].head]
        aims = verb.upos == "VERB" and (verb.lemma.lower() not in ASKING or head < tree.tokens[head].head)
        return "purpose" if aims else ""
    if words == "by" and tag == "VBG":
        return "means"
    when = tree.dependent(head, "advmod")
    if when is not None and tree.tokens[when].form.lower() in ("when", "whenever") and not words:
        return "time"
    return ""


def _of_adverb(tree: Tree, head: int) -> Circumstance:
    """Return what an adverb tells; one that opens a sentence before a comma joins it or comments on it: "Still, …"."""
    lemma = tree.tokens[head].lemma.lower()
    set_off = head + 1 < len(tree.tokens) and tree.tokens[head + 1].form == "," and head < tree.tokens[head].head
    if lemma in TIME_ADVERBS:
        return "" if set_off and lemma in ("still", "finally", "once", "already", "now") else "time"
    if lemma in PLACE_ADVERBS:
        return "place"
    verb = tree.tokens[tree.tokens[head].head]
    plain = lemma.endswith("ly") and lemma not in NO_MANNER and not set_off
    return "manner" if plain and verb.upos == "VERB" and len(tree.subtree(head)) <= _LONGEST_MANNER else ""


def _can_act(tree: Tree, head: int) -> bool:
    """Return whether a phrase after "by" can be who or what does something: not "by 25 percent", not "by hand"."""
    token = tree.tokens[head]
    lemma = token.lemma.lower()
    if lemma in AMOUNTS or token.upos in ("NUM", "SYM"):
        return False
    counted = tree.dependent(head, "nummod") is not None or tree.dependent(head, "det") is not None
    if lemma in MEASURES and counted:
        return False
    return lemma not in MEANS_NOUNS or tree.dependent(head, "det", "nmod:poss") is not None


def _is_time(tree: Tree, head: int) -> bool:
    """True if a noun is one of time; one with a capital is part of a name, unless it is a month, a day or a season."""
    token = tree.tokens[head]
    lemma = token.lemma.lower()
    if token.upos == "NUM":
        return bool(_YEAR.fullmatch(token.form))
    if lemma not in TIME_NOUNS or token.upos not in ("NOUN", "PROPN"):
        return False
    if lemma in ("time", "second") and token.form.endswith("s"):
        return False  # "three times" tells how often
    if lemma == "season" and any(tree.tokens[each].upos == "NUM" for each in tree.children[head]):
        return False  # that of a series
    return token.form.islower() or lemma in CAPITALISED_TIMES or _opens(tree, head)


def _opens(tree: Tree, index: int) -> bool:
    """Return whether only marks are before a word, so that its capital says nothing."""
    return all(token.upos == "PUNCT" for token in tree.tokens[:index])


def _is_length(tree: Tree, head: int) -> bool:
    """Return whether a phrase is a number of units of time: "for three years"; "Seven Days" is a title.

    "This year" tells when.
    """
    token = tree.tokens[head]
    determiner = tree.dependent(head, "det")
    one = determiner is not None and tree.tokens[determiner].form.lower() in ("a", "an")
    counted = one or tree.dependent(head, "nummod") is not None
    return counted and token.form.islower() and token.lemma.lower() in LENGTHS and token.upos == "NOUN"


def _is_a_place(tree: Tree, head: int, words: str) -> bool:
    """Return whether a phrase can be where something is: a noun for a place, or a name after "in"; "in fact" is none.

    A name after another preposition may be anybody's ("from Trump"), unless somebody moves there.
    """
    token = tree.tokens[head]
    if words not in PLACE_PREPOSITIONS | TOWARDS:
        return False
    lemma, verb = token.lemma.lower(), tree.tokens[token.head].lemma.lower()
    moves = verb in MOTION
    if words == "to" and not moves and verb not in CARRYING:
        return False
    if lemma in PLACE_NOUNS:
        modified = tree.dependent(head, "det", "nmod:poss", "amod", "compound", "nummod") is not None
        return modified or token.upos == "PROPN" or token.form.lower() != lemma or lemma in BARE_PLACES
    if token.upos != "PROPN" or (token.form.isalpha() and token.form.isupper()) or not token.form[:1].isalpha():
        return False
    name = {tree.tokens[each].lemma.lower() for each in (head, *tree.dependents(head, "flat", "compound"))}
    if name & NO_PLACES:
        return False
    return words in ("in", "near", "outside") or (words in TOWARDS and moves)
