"""What keeps a clause from being asked about although its grammar is certain: too little said, an amount given away."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from quizengine.language import Realised, Tree
from quizengine.language.numbers import quantities
from quizengine.language.word_lists import listed
from quizengine_numeric_recall.context import Context

_ENOUGH = 5
"""Content words that make clear what a clause without a name is about."""
_WITH_A_NAME = 3
_LIFE = listed("bear die bury marry divorce christen baptise baptize")
_ELECTIONS = listed("elect reelect re-elect vote")
_ELECTION_NOUNS = listed("election re-election reelection primary presidency race vote")
_FEW = 12
_TOLD_ONE_BY_ONE = listed(
    "reason way thing point factor step example kind type sort part question problem stage form aspect purpose theory"
)
"""Nouns that are counted so as to be told one by one: what is to be asked is what they are."""
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUPPOSED = listed("once if")


def fault_of(context: Context, said: Realised) -> str:
    """The name of what is wrong with asking for a figure in a clause; empty where nothing is."""
    return next((name for name, holds in _FAULTS if holds(context, said)), "")


def says_enough(context: Context, tree: Tree, tokens: Sequence[int], named: Sequence[int] = ()) -> bool:
    """Whether words make clear what they are about: by a name and some more, or by many words.

    `named` are tokens that a name takes the place of.
    """
    date = set(context.hedged) | (
        set(context.part.tokens) if context.part and context.quantity.kind == "year" else set()
    )
    shown = [each for each in tokens if each not in date]
    content = sum(tree.tokens[each].upos in ("NOUN", "VERB", "ADJ", "PROPN") or each in named for each in shown)
    bare = context.clause.subject is not None and tree.tokens[context.clause.subject.head].xpos == "NNS"
    has_a_name = bare or any(tree.tokens[each].upos == "PROPN" or each in named for each in shown)
    return content >= (_WITH_A_NAME if has_a_name else _ENOUGH)


def _says_too_little(context: Context, said: Realised) -> bool:
    if not says_enough(context, context.tree, said.tokens, tuple(said.replaced)):
        return True
    tokens = context.tree.tokens
    names = any(
        tokens[each].upos == "PROPN" or each in said.replaced for each in said.tokens if each not in context.hedged
    )
    head = context.clause.subject.head if context.clause.subject else -1
    somebody = any(
        tokens[each].form.lower() in ("a", "an", "one") for each in context.tree.dependents(head, "det", "nummod")
    )
    return head in said.subject and tokens[head].xpos == "NN" and somebody and not names


def is_named(context: Context, said: Realised) -> bool:
    """Whether a name stands in what is shown beside the figure and its date."""
    hidden = {*context.hedged, *(context.part.tokens if context.part and context.quantity.kind == "year" else ())}
    tokens = context.tree.tokens
    return any((tokens[each].upos == "PROPN" or each in said.replaced) and each not in hidden for each in said.tokens)


def _announces_a_list(context: Context, said: Realised) -> bool:
    """Whether a small number only announces a list: "three reasons"."""
    tree = context.tree
    head = tree.tokens[tree.tokens[context.top].head]
    return context.quantity.high <= _FEW and head.lemma.lower() in _TOLD_ONE_BY_ONE


def _is_cut_badly(context: Context, said: Realised) -> bool:
    """Whether a relative pronoun is left over, or the subject holds a clause or an aside of its own."""
    tokens = context.tree.tokens
    own = [each for each in said.tokens if each not in said.subject]
    relative = any(tokens[each].xpos in _RELATIVE and tokens[each].head == context.clause.head for each in own)
    verbs = any(tokens[each].xpos in ("VB", "VBZ", "VBD", "VBP", "MD") for each in said.subject)
    commas = sum(tokens[each].form == "," for each in said.subject)
    joined = any(tokens[each].form.lower() in ("and", "or") for each in said.subject)
    return relative or verbs or (commas > 0 and not joined)


def _is_of_statistics(context: Context, said: Realised) -> bool:
    """Whether a clause tells an average such as ".292", among which nobody remembers one figure."""
    return any(re.fullmatch(r"\.\d+", context.tree.tokens[each].form) for each in said.tokens)


def _is_of_a_minor_life(context: Context, said: Realised) -> bool:
    """Whether a year is that of a birth, death or wedding of somebody whom the title does not name."""
    if context.quantity.kind != "year" or context.clause.verb.lemma not in _LIFE:
        return False
    title = context.tree.sentence.span.article.title
    words = {token.form for token in context.tree.tokens if token.upos == "PROPN"}
    return title is None or not words & set(re.findall(r"\w+", title.text))


def _is_of_an_election(context: Context, said: Realised) -> bool:
    """Whether a year is that of an election or of being something, which is known or no event."""
    if context.quantity.kind != "year":
        return False
    lemmas = {context.tree.tokens[each].lemma.lower() for each in said.said}
    if context.clause.verb.lemma in _ELECTIONS or (
        context.clause.verb.lemma in ("win", "lose") and lemmas & _ELECTION_NOUNS
    ):
        return True
    return context.clause.verb.copular or context.clause.verb.lemma in ("be", "exist", "have", "remain")


def _counts_in_its_subject_without_a_time(context: Context, said: Realised) -> bool:
    """Whether a small count of nobody named is a subject: "three critics agreed"."""
    part = context.part
    return (
        part is not None and part.role == "subject" and context.quantity.kind == "count" and context.quantity.high < 10
    )


def _is_supposed(context: Context, said: Realised) -> bool:
    forms = {context.tree.tokens[each].form.lower() for each in context.clause.tokens}
    return context.quantity.kind == "year" and bool(forms & _SUPPOSED)


def _is_worked_out(context: Context, said: Realised) -> bool:
    """Whether two other figures that are shown give the figure by a sum: 49 and 42 percent a lead of 7 points."""
    quantity = context.quantity
    span = context.tree.span(said.tokens)
    near = [
        one.low for one in quantities(span.article)
        if span.contains(one.span) and one != quantity and one.kind not in ("year", "label", "age")
    ]  # fmt: skip
    if quantity.kind in ("percent", "points"):
        near.append(Decimal(100))
    sums = {
        value for at, one in enumerate(near) for other in near[at + 1 :] for value in (one + other, abs(one - other))
    }
    return quantity.low in sums


_FAULTS: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = (
    ("too-little", _says_too_little),
    ("list", _announces_a_list),
    ("cut", _is_cut_badly),
    ("minor-life", _is_of_a_minor_life),
    ("election", _is_of_an_election),
    ("small-subject", _counts_in_its_subject_without_a_time),
    ("supposed", _is_supposed),
    ("statistics", _is_of_statistics),
    ("worked-out", _is_worked_out),
)
"""Every fault by name; the first that holds counts."""
