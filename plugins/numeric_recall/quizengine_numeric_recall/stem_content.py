"""Decides whether the words beside a figure make clear what is asked about: by a name, or by enough words of content.

Next: `stem_faults`, all reasons not to ask about a clause.
"""

import re
from collections.abc import Sequence

from quizengine.language import (
    PEOPLES,
    Realised,
    Tree,
    has_unknown_source,
    names_the_topic,
    quantities_within,
    word_set,
)
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.year_faults import beside_the_figure

_WORD = re.compile(r"[^\W_]{3,}")
_STEM = 4
"""Letters by which "raised" and "raise" are the same word."""
_ENOUGH = 5
"""Content words that make clear what a clause without a name is about."""
_WITH_A_NAME = 2
_LEAST = 2
_BARE = 2
"""Words of "a ship"."""
_SMALL = word_set(
    "the and for was were has had have did does that which per cent percent about around roughly nearly almost"
)
"""Words that come and go with the order of words."""
_GROUPS = frozenset(each for each in PEOPLES if each.endswith("s")) | word_set(
    "adults blacks boys children families girls immigrants men migrants natives people refugees settlers whites women"
)
"""Groups of people, of whom "how many" asks everywhere and at all times."""
_BARE_TAGS = frozenset({"ADJ", "ADV", "CCONJ", "NUM", "PUNCT"})
_TIMES = word_set("day year time moment week month night season decade century")


def says_as_much(question: str, gap: str) -> bool:
    """Return whether a question has every word of content that a statement with a gap shows, in whatever form."""
    shown = gap.partition("“")[2] or gap
    told = {word.casefold()[:_STEM] for word in _WORD.findall(question)}
    return all(word.casefold() in _SMALL or word.casefold()[:_STEM] in told for word in _WORD.findall(shown))


def says_enough(context: Context, tokens: Sequence[int], named: Sequence[int] = ()) -> bool:
    """Return whether words make clear what they are about without the title: by a name and some more, or by many words.

    `named` are tokens that a name takes the place of.
    """
    tree, subject = context.tree, context.clause.subject
    shown = beside_the_figure(context, tokens)
    people = subject is not None and tree.tokens[subject.head].xpos == "NNS"
    always = people and context.clause.verb.tense == "present"
    which = tree.dependents(subject.head, "amod", "compound") if people and subject else ()
    whose = {each for child in which for each in tree.subtree(child)}  # "White soldiers" leaves open of which army
    has_a_name = (
        always
        or _is_of_people_told(context)
        or any(each in named or (tree.tokens[each].upos == "PROPN" and each not in whose) for each in shown)
    )
    return _content(tree, shown, named) >= (_WITH_A_NAME if has_a_name else _ENOUGH)


def _is_of_people_told(context: Context) -> bool:
    """Return whether a share is of people of a country, as they are now: "40% of Norwegian children"."""
    tree, subject = context.tree, context.clause.subject
    if subject is None or context.quantity.kind not in ("percent", "share") or context.clause.verb.tense != "present":
        return False
    people = [each for each in tree.dependents(subject.head, "nmod") if tree.tokens[each].xpos == "NNS"]
    return any(tree.tokens[one].form[:1].isupper() for each in people for one in tree.dependents(each, "amod"))


def _content(tree: Tree, shown: Sequence[int], named: Sequence[int]) -> int:
    return sum(tree.tokens[each].upos in ("NOUN", "VERB", "ADJ", "PROPN") or each in named for each in shown)


def lacks_content(context: Context, said: Realised) -> bool:
    """True if not even the title makes clear what is meant: of a thing that no name is beside, or of nothing."""
    tree, named = context.tree, tuple(said.replaced)
    shown = beside_the_figure(context, said.tokens)
    if _content(tree, shown, named) < _LEAST or is_of_some_people(context, said):
        return True
    if is_of_a_group_anywhere(context, said):
        return True
    head = context.clause.subject.head if context.clause.subject else -1
    indefinite = ("a", "an", "one")
    somebody = any(tree.tokens[each].form.lower() in indefinite for each in tree.dependents(head, "det", "nummod"))
    if head >= 0 and tree.tokens[head].lemma.lower() in _TIMES:
        return True
    singular = head in said.subject and tree.tokens[head].xpos == "NN"
    return singular and somebody and (not is_named(context, said) or _any_one_came(context, said))


def _any_one_came(context: Context, said: Realised) -> bool:
    """True if one of many did in a year what is done to nothing: "a ship put in at Oslo", not "a mill was built"."""
    clause = context.clause
    bare = clause.subject is not None and len(clause.subject.core) <= _BARE
    acts = not clause.verb.passive and not clause.verb.copular and not clause.of_role("object", "open complement")
    return context.quantity.kind == "year" and bare and acts


def is_of_some_people(context: Context, said: Realised) -> bool:
    """True if people of whom nothing says which did something once: "builders constructed", not "humans blink"."""
    subject, tree = context.clause.subject, context.tree
    if subject is None or tree.tokens[subject.head].xpos != "NNS" or context.clause.verb.tense != "past":
        return False
    return set(subject.core) <= {subject.head, *context.hedged} and not is_named(context, said)


def is_of_a_group_anywhere(context: Context, said: Realised) -> bool:
    """True if people of a group did something once, without a date or anything that the article is about."""
    subject, tree, clause = context.clause.subject, context.tree, context.clause
    if subject is None or tree.tokens[subject.head].form.lower() not in _GROUPS or clause.verb.tense != "past":
        return False
    inside = [tree.tokens[each] for each in subject.core if each not in context.hedged]
    if not all(token.upos in _BARE_TAGS or token.form.lower() in _GROUPS for token in inside):
        return False
    dated = any(one.kind in ("year", "date") for one in quantities_within(tree.span(said.tokens)))
    return not dated and not said.replaced and not names_the_topic(tree, said.tokens)


def is_named(context: Context, said: Realised) -> bool:
    """Return whether a name is in what is shown beside the figure and its date."""
    tokens = context.tree.tokens
    shown = beside_the_figure(context, said.tokens)
    return any(tokens[each].upos == "PROPN" or each in said.replaced for each in shown)


def is_by_an_unknown_source(context: Context, said: Realised) -> bool:
    """Return whether words tell what somebody thinks of whom the article has one name: "Moss believes that …"."""
    return has_unknown_source(context.tree, said.tokens)
