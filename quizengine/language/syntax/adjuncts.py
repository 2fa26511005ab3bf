"""What kind of circumstance an adjunct tells: by its preposition or conjunction, its head, and nothing else.

Next: `constituents`, which are classified here.
"""

import re
from typing import Literal

from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import listed, phrases

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

TIME_NOUNS = listed(
    """
    second minute hour day week weekend fortnight month quarter semester season year decade century millennium
    morning afternoon evening night noon midnight spring summer autumn fall winter today yesterday tomorrow tonight
    time moment period era age beginning end outset eve aftermath
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday easter christmas
    """
)
_PLACE_NOUNS = listed(
    """
    airport area bank bar base bay beach border bridge building camp camp campus capital castle cathedral cave cemetery
    center centre chapel church city clinic coast colony conference continent corner country county court desert
    district embassy factory farm field floor forest fort garden gallery hall harbor harbour headquarters hill home
    hospital hotel house island kitchen laboratory lake library market mill mine monastery mosque mountain museum
    neighborhood neighbourhood ocean office palace park parliament peninsula plant port prison province region
    restaurant river road room school sea shop shore site square stadium station store street studio suburb temple
    theater theatre tower town university valley village warehouse woods workshop world yard zone
    """
)
_LENGTHS = listed("second minute hour day week fortnight month year decade century")
_TIME_ADVERBS = listed(
    """
    now then today yesterday tomorrow tonight soon later earlier recently already once often always never sometimes
    usually frequently rarely formerly previously currently eventually finally initially originally ago before still
    immediately afterwards afterward meanwhile lately again annually daily weekly monthly yearly
    """
)
_PLACE_ADVERBS = listed(
    "here there abroad overseas nearby elsewhere everywhere nowhere somewhere home away upstairs outside inside"
)
_PLACE_PREPOSITIONS = listed(
    "in at on near inside outside across along above below behind beyond beneath within around"
)
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
    "whereas": "concession",
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
    "without": "manner",
    "through": "",
}
_TOWARDS = phrases("to | into | onto | toward | towards | from | out of")
_YEAR = re.compile(r"1\d{3}|20\d{2}|\d{4}s|’\d\ds")


def circumstance(tree: Tree, head: int, marker: tuple[int, ...], *, passive: bool) -> Circumstance:
    """What the adjunct with this head tells; empty where it is not known."""
    token = tree.tokens[head]
    words = " ".join(tree.tokens[each].form.lower() for each in marker)
    if is_a(token.relation, "advcl"):
        return _of_clause(tree, head, words)
    if is_a(token.relation, "advmod"):
        return _of_adverb(token.lemma.lower())
    if token.relation == "obl:agent" or (passive and words == "by" and not _is_time(tree, head)):
        return "agent"
    if words in ("for", "") and _is_length(tree, head):
        return "duration"
    if words in _PREPOSITIONS and not (words in ("after", "before", "since", "until") and not _is_time(tree, head)):
        return _PREPOSITIONS[words]
    if _is_time(tree, head):
        return "time"
    return "place" if words in _PLACE_PREPOSITIONS | _TOWARDS and _is_a_place(tree, head) else ""


def _of_clause(tree: Tree, head: int, words: str) -> Circumstance:
    if words in _CONJUNCTIONS:
        return _CONJUNCTIONS[words]
    if words.startswith("in order"):
        return "purpose"
    tag = tree.tokens[head].xpos
    if words == "to" and tag == "VB":
        return "purpose"
    if words == "by" and tag == "VBG":
        return "means"
    when = tree.dependent(head, "advmod")
    if when is not None and tree.tokens[when].form.lower() in ("when", "whenever") and not words:
        return "time"
    return ""


def _of_adverb(lemma: str) -> Circumstance:
    if lemma in _TIME_ADVERBS:
        return "time"
    if lemma in _PLACE_ADVERBS:
        return "place"
    return "manner" if lemma.endswith("ly") else ""


def _is_time(tree: Tree, head: int) -> bool:
    token = tree.tokens[head]
    if token.upos == "NUM":
        return bool(_YEAR.fullmatch(token.form))
    return token.lemma.lower() in TIME_NOUNS and token.upos in ("NOUN", "PROPN")


def _is_length(tree: Tree, head: int) -> bool:
    """Whether a phrase is a number of units of time: "for three years"."""
    counted = tree.dependent(head, "nummod") is not None or tree.dependent(head, "det") is not None
    return tree.tokens[head].lemma.lower() in _LENGTHS and counted and tree.tokens[head].upos == "NOUN"


def _is_a_place(tree: Tree, head: int) -> bool:
    """Whether a phrase can be where something is: a name, or a noun for a place; "in fact" and "at odds" are none."""
    token = tree.tokens[head]
    return token.upos == "PROPN" or (token.upos == "NOUN" and token.lemma.lower() in _PLACE_NOUNS)
