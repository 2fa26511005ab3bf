"""Faults of words that are cut out of an article: half a name, an age for a person, a sum without its receiver.

Next: `wording_faults`, the other faults of the words of a question.
"""

import re
from collections.abc import Callable

from quizengine.language import word_set
from quizengine_numeric_recall.figure_contexts import Context

_JOINED_NAME = re.compile(
    r"(?P<first>(?!The )[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )*)(?:and|&) (?:[A-Z][\w’'-]+ )*(?P<noun>[A-Z][\w’'-]+)"
)
_NAME_AROUND_BRACKETS = re.compile(r"\b([A-Z][\w’'-]+) \([“\"]?[A-Z][a-z’'.-]+[”\"]?\) ([A-Z][\w’'-]+)")
"""A name with a short form in brackets: "Alba (Dee) Wells"."""
_NAME_BEFORE_A_COLON = re.compile(r"(?P<first>\b[A-Z][\w’'-]+): (?=[A-Z])")
"""The title of a series before that of a part: "Tales of Orra: The Dam"."""
_WHOLES = word_set(
    "act agency authority bill board bureau centre center commission committee council department foundation institute "
    "law ministry office service treaty trust"
)
"""Nouns that end names of two parts: "the Orra Tide and Harbour Act"."""
_BROKEN = re.compile(
    r"\b(?:born|built|died|elected|established|formed|founded|held|killed|married|opened|published|released|signed)"
    r" (?:at|from|in|of|on) (?:at|by|during|in|on)\b"
)
"""A preposition whose day or place the article itself has left out: "born on in the village"."""
_GLUED_SUM = re.compile(r"\bhow (?:large|much|many)\b.*, (?:from|to) [$£€]?\d", re.IGNORECASE)
_TWO_DEEDS = re.compile(
    r"\bhow (?:many|much)\b[^?“]*(?: and to [a-z]+ (?:an?|the|its|his|her|their)\b|, which (?:is|was)\b)", re.IGNORECASE
)
"""A second statement that hangs on a question: "how much did Orra agree to lend and to build a port?"."""
_GIVING = word_set("owe lend donate pay give sell")
"""Verbs whose amounts say little without the "to" of who gets them."""
_POWERS = frozenset({"square", "cubic"})


def _has_half_a_name(context: Context, stem: str) -> bool:
    """Return whether a stem has half a name: "the Orra Tide" of "the Orra Tide and Harbour Act"."""
    wholes = (
        each for each in _JOINED_NAME.finditer(context.tree.sentence.span.text) if each["noun"].lower() in _WHOLES
    )
    apart = _NAME_AROUND_BRACKETS.findall(context.tree.sentence.span.text)
    parts = {each["first"] for each in _NAME_BEFORE_A_COLON.finditer(context.tree.sentence.span.text)}
    if any(re.search(rf"\b{re.escape(first)}\b(?!:)", stem) for first in parts):
        return True
    cut = any(f" {first}" in stem and not re.search(rf"{first} (?:\([^()]*\) )?{last}", stem) for first, last in apart)
    return cut or any(each[0] not in stem and f" {each['first']}" in stem for each in wholes)


def _names_an_age_alone(context: Context, stem: str) -> bool:
    """Return whether an age stands for somebody who is not named behind it: "The 62-year-old sang"."""
    tree, tokens = context.tree, context.tree.tokens
    for each in range(4, len(tokens)):
        age = [token.form.lower() for token in tokens[each - 3 : each + 1]] == ["-", "year", "-", "old"]
        if not age or tokens[max(0, each - 5)].form.lower() != "the" or tree.span((each - 4, each)).text not in stem:
            continue
        behind = next((token for token in tokens[each + 1 :] if token.upos not in ("ADJ", "NOUN")), tokens[each])
        if behind.upos != "PROPN":
            return True
    return False


def _parts_subject_and_verb(context: Context, stem: str) -> bool:
    """Return whether one comma is between a subject and its verb: "Moss’s work, led to her election"."""
    tokens, subject = context.tree.tokens, context.clause.subject
    first = min(context.clause.verb.tokens, default=0)
    if subject is None or subject.head >= first or tokens[first - 1].form != ",":
        return False
    between = tokens[max(0, subject.tokens[0] - 1) : first]  # with a comma before an apposition
    return sum(token.form == "," for token in between) == 1 and f"{tokens[first - 2].form}, " in stem


def _is_broken(context: Context, stem: str) -> bool:
    return any(pattern.search(stem) for pattern in (_BROKEN, _GLUED_SUM, _TWO_DEEDS))


def _loses_its_receiver(context: Context, stem: str) -> bool:
    """Return whether a stem leaves out to whom a sum is owed or given, which the article tells behind it."""
    behind = context.tree.tokens[max(context.figure) + 1 :]
    to_whom = any(token.form == "to" and token.upos == "ADP" for token in behind)
    gives = context.clause.verb.lemma in _GIVING and context.quantity.kind == "money"
    return gives and to_whom and " to " not in stem


def _halves_a_unit(context: Context, stem: str) -> bool:
    """Return whether a figure is counted in what is only half of its unit: the degrees of "506 square degrees"."""
    behind = context.tree.tokens[max(context.figure) + 1 :][:1]
    return context.quantity.kind == "count" and any(token.form.lower() in _POWERS for token in behind)


CUTS_IN_WORDING: tuple[tuple[str, Callable[[Context, str], bool]], ...] = (
    ("half-a-name", _has_half_a_name),
    ("age-alone", _names_an_age_alone),
    ("comma", _parts_subject_and_verb),
    ("broken", _is_broken),
    ("receiver", _loses_its_receiver),
    ("unit", _halves_a_unit),
)
"""Every such fault, by name."""
