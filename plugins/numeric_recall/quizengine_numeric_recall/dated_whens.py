"""Years of what a "when" clause says: "in 1719, when Tolmara became a free port", "when she retired in 1748".

Next: `figure_stems`.
"""

from dataclasses import replace

from quizengine.language import (
    Certainty,
    Clause,
    Constituent,
    Quantity,
    Realised,
    Tree,
    clauses_of,
    full_names,
    question,
    realised_behind,
    surface_text,
    tree_at,
)
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.figure_contexts import Context, context_in
from quizengine_numeric_recall.parties import apposed_names, place_of_there
from quizengine_numeric_recall.question_words import MONTHS, question_words
from quizengine_numeric_recall.shortening import shorter_and_shorter
from quizengine_numeric_recall.stem_faults import figure_stem_fault

_LINK = 3
_MOST_BEFORE = 3
"""Tokens between a preposition and the year: a day and a month."""


def dated_when(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for a year from the clause that "when" begins right after it, or from it; None if there is none."""
    return _when_behind(quantity) or _when_around(quantity)


def _when_around(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for a year from the "when" clause that it dates: "When she retired in 1748, …"."""
    tree = tree_at(quantity.span) if quantity.kind == "year" and not quantity.ranged else None
    figure = set(tree.tokens_in(quantity.span)) if tree is not None else set()
    for clause in clauses_of(tree) if tree is not None and figure else ():
        when = _when(clause)
        if when is None or not figure <= set(clause.tokens) or not _is_sure(clause) or not _is_stated(clause):
            continue
        context, said = context_in(quantity, clause), realised_behind(clause, when)
        asked = question_words(context) if context is not None else None
        if context is None or said is None or asked is None or context.part is None:
            continue
        for shorter in shorter_and_shorter(context, _with_its_subject(context.tree, _named(said))):
            if figure_stem_fault(context, shorter):
                continue
            text = question(shorter, context.part, asked.word, asked.rest, asked.stranded)
            shown = [each for each in shorter.tokens if each not in context.part.tokens]
            text = with_context_sentence(clause, shown, shorter.replaced, text, answer=(quantity.number.text,))
            if text:
                return context, text
    return None


def _when_behind(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for a year from the clause that "when" begins right after it; None if there is no such."""
    tree = tree_at(quantity.span) if quantity.kind == "year" and not quantity.ranged else None
    figure = tree.tokens_in(quantity.span) if tree is not None else ()
    if tree is None or not figure or not _is_a_date(quantity):
        return None
    for clause in clauses_of(tree):
        when = _when(clause)
        if when is None or not _follows(tree, figure[-1], when) or not _is_sure(clause):
            continue
        said, context = realised_behind(clause, when), context_in(quantity, clause)
        context = context or Context(quantity, clause, figure, figure, figure, None)
        asked = Constituent(tree, when, "adjunct", (when,))
        if said is not None and _is_stated(clause):
            named = _named(said)
            for shorter in shorter_and_shorter(context, named):
                text = None if figure_stem_fault(context, shorter) else question(shorter, asked, "in which year")
                text = with_context_sentence(
                    clause, shorter.tokens, shorter.replaced, text, answer=(quantity.number.text,)
                )
                if text:
                    return context, text
    return None


def _named(said: Realised) -> Realised:
    tree, tokens = said.clause.tree, said.tokens
    names = full_names(tree, tokens)
    unnamed = apposed_names(tree, [each for each in tokens if each not in names])
    return replace(said, replaced={**unnamed, **place_of_there(tree, tokens), **names})


def _with_its_subject(tree: Tree, said: Realised) -> Realised:
    """The clause with the subject of the sentence in place of an "it": "The play failed when it was shown"."""
    it = said.subject[0] if len(said.subject) == 1 else -1
    above = next((one for one in clauses_of(tree) if one.relation == "root" and one.subject is not None), None)
    if it < 0 or it in said.replaced or tree.tokens[it].form.lower() != "it" or above is None or above.subject is None:
        return said
    singular = tree.tokens[above.verb.first].form.lower() not in ("were", "are", "have")
    named = above.subject.tokens[-1] < it and singular and tree.tokens[above.subject.head].upos == "PROPN"
    words = surface_text(tree, above.subject.tokens, full_names(tree, above.subject.tokens))
    return replace(said, replaced={**said.replaced, it: words}) if named else said


def _when(clause: Clause) -> int | None:
    """The "when" that a clause with a tense and a subject begins with."""
    tree = clause.tree
    first = next((each for each in clause.tokens if tree.tokens[each].upos != "PUNCT"), -1)
    fits = clause.verb.finite and clause.subject is not None and not clause.shares_subject
    return first if fits and first >= 0 and tree.tokens[first].form.lower() == "when" else None


def _follows(tree: Tree, year: int, when: int) -> bool:
    """Return whether only marks and a link is between a year and its "when": "in 1834, however, when …"."""
    between = range(year + 1, when)
    return year < when and all(tree.tokens[each].upos in ("PUNCT", "ADV") for each in between) and len(between) <= _LINK


def _is_stated(clause: Clause) -> bool:
    """Return whether a clause tells what happened once, in a sentence that supposes and denies nothing."""
    tree = clause.tree
    above = next((one for one in clauses_of(tree) if one.head in tree.ancestors(clause.head) and one.verb.finite), None)
    told = above is None or (above.is_fact and not above.said and not above.verb.negated)
    reported = clause.relation in ("ccomp", "csubj")  # a "when" after a year tells what happened, not what was said
    return told and not reported and clause.verb.tense == "past" and not clause.verb.modal and not clause.verb.negated


def _is_sure(clause: Clause) -> bool:
    needed = [clause.head, *clause.verb.tokens, *([clause.subject.head] if clause.subject else [])]
    sure = all(clause.tree.tokens[each].certainty >= Certainty.PLAUSIBLE for each in needed)
    return sure and not clause.hangs_wrong


def _is_a_date(quantity: Quantity) -> bool:
    """Return whether a preposition for a time is before the year, with a day or a month at most between them."""
    text = quantity.span.article.text
    before = text[max(0, quantity.span.start - 40) : quantity.span.start].split()
    for word in reversed(before[-_MOST_BEFORE - 1 :]):
        plain = word.lower().strip(",")
        if plain in ("in", "on"):
            return True
        if plain not in MONTHS and not plain.isdigit():
            return False
    return False
