"""Figures that are the value of something with a name of its own: "Athens has a population of 3.7 million".

The question asks for it by that name: "What is the population of Athens?".
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from quizengine.language import (
    Certainty,
    Clause,
    Name,
    Quantity,
    Realised,
    Tree,
    capitalised,
    central_names,
    full_names,
    is_a,
    main_clause,
    name_at,
    quantities_within,
    realised,
    surface_text,
    tidy_spacing,
    tree_at,
    unit_words,
    with_article,
    word_set,
)
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.figure_contexts import Context, context_in, contexts_of, is_stated

MEASURES = word_set(
    """
    population area height length width depth elevation altitude diameter radius circumference capacity budget cost
    price value worth fine salary wage debt deficit revenue turnover turnout speed distance weight mass volume
    temperature density lifespan membership circulation enrollment enrolment attendance workforce output wingspan range
    """
)
"""Nouns that a figure gives the value of."""
_PLACES = word_set("village town city hamlet island country nation state suburb parish community")
_PEOPLE = word_set("people person inhabitant resident soul islander villager")
_OWN_PARTS = ("amod", "compound", "nmod:poss")
_OF_TIMES = word_set("in as at by since during on")

_SHOWN_WITH_THEIR_UNIT = frozenset({"money", "percent", "points", "share", "count"})
"""Kinds that say for themselves in what they are."""
_BESIDE = 12
"""Characters after a figure in which the same measure is told in another unit."""
_THE_SAME = re.compile(r" ?[([/;,] ?(?:or |about |approximately )?| (?:or|i\.e\.) ", re.IGNORECASE)
_IN_ANOTHER_UNIT = re.compile(r" ?\((?:about |approximately |~ ?)?\d")
_WHEN = re.compile(
    r"(?: (?:people|inhabitants|residents))? "
    r"((?:at|in|by|as of|according to) (?:the (?:census of )?)?(?:1\d{3}|20\d\d)(?: (?:national )?census)?)\b"
)
"""The time at which a figure held, right after it."""


def value_question(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for a figure as the value of a measure; None if the text does not call it one for certain."""
    for context in contexts_of(quantity):
        said = realised(context.clause) if context.is_sure and is_stated(context.clause) else None
        if said is None or quantity.bound or context.clause.verb.negated:
            continue
        text = _of_its_subject(context, said) or _of_its_owner(context, said)
        if text:
            measured = in_its_unit(quantity, text)
            return (context, measured) if measured else None
    return None


def in_its_unit(quantity: Quantity, text: str) -> str | None:
    """The question with the unit that the figure is in; None where the article gives another in brackets or with "or".

    Of "5,086 square miles (13,174 km²)" either figure is right, and options without a unit say nothing.
    """
    if not quantity.unit or quantity.kind in _SHOWN_WITH_THEIR_UNIT:
        return text
    near = quantity.span.article.text[quantity.span.end : quantity.span.end + _BESIDE]
    others = quantities_within(tree.sentence.span) if (tree := tree_at(quantity.span)) is not None else ()
    measured = (one for one in others if one.kind == quantity.kind and one.unit and one.unit != quantity.unit)
    if any(_between(one, quantity) for one in measured) or _IN_ANOTHER_UNIT.match(near):
        return None
    unit = unit_words(quantity.unit, Decimal(2))
    return text if unit in text else f"{text.removesuffix('?')}, in {unit}?"


def _between(one: Quantity, other: Quantity) -> bool:
    """Return whether only a bracket, a slash or an "or" is between two figures, which are then the same measure."""
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    return _THE_SAME.fullmatch(first.article.text[first.end : second.start]) is not None


def place_question(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for how many people live in a place, from "Senn, a village of 3,200 people"."""
    tree, figure = tree_at(quantity.span), quantity.span
    clause = main_clause(tree) if tree is not None else None
    context = context_in(quantity, clause) if clause is not None and quantity.kind == "count" else None
    if tree is None or context is None or quantity.bound or quantity.ranged:
        return None
    people, top = tree.tokens[context.top].head, context.top
    counted = tree.tokens[top].relation == "nummod" and people >= 0 and tree.tokens[people].lemma.lower() in _PEOPLE
    alone = tree.tokens[min(max(context.figure) + 1, len(tree.tokens) - 1)].upos in ("PUNCT", "ADP", "SCONJ", "ADV")
    place = tree.tokens[people].head if counted else people
    of = tree.tokens[max(min(context.hedged) - 1, 0)].form.lower() == "of"
    if not of or not (counted or alone) or place < 0 or tree.tokens[place].lemma.lower() not in _PLACES:
        return None
    name = name_at(tree.tokens[tree.tokens[place].head].span) if is_a(tree.tokens[place].relation, "appos") else None
    dated = any(one.kind == "year" for one in quantities_within(tree.sentence.span))
    if (
        name is None
        or name.kind == "person"
        or not _is_about(name)
        or dated
        or figure.start < tree.tokens[place].span.start
    ):
        return None
    about = "about how many" if quantity.approximate else "how many"
    return context, f"{capitalised(about)} people live in {with_article(name)}?"


def _is_about(name: Name) -> bool:
    """True if the title names a place, or the article keeps coming back to it: else nobody asks how large it is."""
    article = name.mentions[0].article
    return name.full in central_names(article) or (article.title is not None and name.full in article.title.text)


def _of_its_subject(context: Context, said: Realised) -> str | None:
    """The measure that the subject is: "The population of York was 181,000 in 2001"."""
    clause, part = context.clause, context.part
    measure = clause.subject.head if clause.subject else -1
    if not clause.verb.copular or part is None or part.role != "attribute" or not _is_measure(context.tree, measure):
        return None
    shown = [each for each in (*said.opening, *said.said) if each not in clause.verb.tokens]
    times = [each for each in shown if each not in context.hedged and each not in context.figure]
    named = _said_in_full(context, said, said.subject, times)
    if named is None:
        return None
    subject = _about(context, measure, said.subject, named)
    return _put(context, said, f"what {_be(clause)} {subject}", times, named)


def _of_its_owner(context: Context, said: Realised) -> str | None:
    """The measure that the subject has: "Athens has a population of 3 million", "is a city with a population of …"."""
    tree, clause = context.tree, context.clause
    measure = _noun_of(context)
    if measure is None or not said.subject:
        return None
    has = clause.verb.lemma == "have" and clause.object is not None and clause.object.head == measure
    within = clause.verb.copular and tree.tokens[measure].head == clause.head
    marker = tree.dependent(measure, "case")
    if not has and not (within and marker is not None and tree.tokens[marker].form.lower() == "with"):
        return None
    own = [each for child in tree.dependents(measure, *_OWN_PARTS) for each in tree.subtree(child) if each < measure]
    times = [each for part in clause.adjuncts("time") for each in part.tokens if each in said.tokens] if has else []
    named = _said_in_full(context, said, [*said.subject], times)
    if named is None:
        return None
    kind = surface_text(tree, [*own, measure], named)
    the = "the approximate" if context.quantity.approximate else "the"
    dated = "" if times else _time_behind(context)
    be = "was" if dated else _be(clause)
    text = f"what {be} {the} {kind} of {surface_text(tree, said.subject, named)} {dated}".strip()
    return _put(context, said, text, times, named)


def _time_behind(context: Context) -> str:
    """The time at which a figure held, from the words after it: "with a population of 4,300 at the 2016 census"."""
    found = _WHEN.match(context.quantity.span.article.text, context.quantity.span.end)
    return found[1] if found else ""


def _noun_of(context: Context) -> int | None:
    """The measure that a figure is after with "of"; None if there is none."""
    tree = context.tree
    above = tree.tokens[context.top].head
    above = tree.tokens[above].head if above >= 0 and tree.tokens[context.top].relation == "nummod" else above
    case = tree.dependent(context.top, "case") or tree.dependent(tree.tokens[context.top].head, "case")
    of = case is not None and tree.tokens[case].form.lower() == "of"
    return above if of and _is_measure(tree, above) and tree.tokens[above].certainty >= Certainty.PLAUSIBLE else None


def _is_measure(tree: Tree, index: int) -> bool:
    return index >= 0 and tree.tokens[index].lemma.lower() in MEASURES and tree.tokens[index].xpos == "NN"


def _be(clause: Clause) -> str:
    return "was" if clause.verb.tense == "past" else "is"


def _about(context: Context, measure: int, subject: Sequence[int], named: Mapping[int, str]) -> str:
    if not context.quantity.approximate:
        return surface_text(context.tree, subject, named)
    first = min(measure, *context.tree.dependents(measure, "amod", "compound"), measure)
    kind = f"approximate {named.get(first, context.tree.tokens[first].form)}"
    return surface_text(context.tree, subject, {**named, first: kind})


def _said_in_full(
    context: Context, said: Realised, subject: Sequence[int], times: Sequence[int]
) -> Mapping[int, str] | None:
    """The full names for what is shown; None if words after the figure say more than when it was."""
    tree = context.tree
    starts = tree.tokens[times[0]].form.lower() if times else "in"
    if starts not in _OF_TIMES or any(tree.tokens[each].upos in ("VERB", "SCONJ") for each in times):
        return None
    return full_names(tree, [*subject, *times])


def _put(context: Context, said: Realised, text: str, times: Sequence[int], named: Mapping[int, str]) -> str | None:
    """The question with its time after it, and with its source, if it stands alone."""
    tree = context.tree
    when = surface_text(tree, times, named)
    asked = tidy_spacing(f"{text} {when}") if when else text
    shown = [*said.subject, *times]
    return with_context_sentence(context.clause, shown, named, f"{capitalised(asked)}?")
