"""The distance of two places: "Orra lies 430 km south of Senn", asked as "How many kilometres south of Senn …?".

Next: `figure_stems`.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from quizengine.language import (
    Clause,
    Constituent,
    Quantity,
    Tree,
    capitalised,
    full_names,
    name_at,
    realised,
    referent,
    surface_text,
    unit_words,
    word_set,
)
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.figure_contexts import Context, contexts_of, is_stated

_AT_REST = word_set("be lie stand sit locate situate")
_DIRECTION = re.compile(
    r"(?:north|south|east|west)+(?:wards?)?|away|inland|upstream|downstream|upriver|downriver|due|-"
)
_FROM = frozenset({"of", "from", "off", "above", "below"})
_MOST_DIRECTIONS, _LONGEST = 4, 6
"""Tokens of a direction ("south - southeast"), and of the place from which it is that far."""
_KNOWN = frozenset({"sea", "coast", "level"})
"""Places that need no name."""
_INSIDE = frozenset({"PROPN", "DET", "ADJ", "NOUN"})


def distance_question(quantity: Quantity) -> tuple[Context, str] | None:
    """The question how far something is from a place that is named; None if the figure is no such distance."""
    if quantity.kind != "length" or quantity.ranged or quantity.bound or not quantity.unit:
        return None
    for context in contexts_of(quantity):
        clause = context.clause
        said = realised(clause) if context.is_sure and is_stated(clause) and _is_at_rest(clause) else None
        where = _where(context.tree, max(context.hedged) + 1)
        if said is None or not where or clause.subject is None or not _is_of_the_subject(context, clause.subject):
            continue
        shown = [*said.subject, *where]
        names = full_names(context.tree, shown)
        words = surface_text(context.tree, said.subject, names)
        far = f"{'about ' if quantity.approximate else ''}how many {unit_words(quantity.unit, Decimal(2))}"
        text = f"{capitalised(far)} {surface_text(context.tree, where, names)} {_asked(clause, words)}?"
        found = with_context_sentence(clause, shown, names, text, answer=(quantity.number.text, quantity.span.text))
        if found is not None:
            return context, found
    return None


def _is_of_the_subject(context: Context, subject: Constituent) -> bool:
    """Return whether the figure is right after the verb, or ends what is said of a named place; never of a person."""
    tree, verb, first = context.tree, context.clause.verb.tokens[-1], min(context.hedged)
    name = name_at(tree.tokens[subject.head].span) or referent(tree, subject.head)
    between = range(subject.tokens[0], context.clause.verb.first)
    cut = any(tree.tokens[each].upos in ("PROPN", "NOUN") and each not in subject.tokens for each in between)
    if cut or (name is not None and name.kind == "person"):  # half a name: "Lund, Tower stands"
        return False
    inside = any(tree.tokens[each].upos in ("VERB", "CCONJ") for each in range(verb + 1, first))
    behind_a_noun = tree.tokens[first - 1].upos in ("PROPN", "NOUN", "PUNCT")
    return verb + 1 == first or (name is not None and behind_a_noun and not inside)


def _is_at_rest(clause: Clause) -> bool:
    verb = clause.verb
    return verb.lemma in _AT_REST and not (verb.negated or verb.modal or verb.perfect or verb.progressive)


def _asked(clause: Clause, subject: str) -> str:
    """The verb around its subject: "is Orra", "was Orra located", "does Orra lie"."""
    first, tree = clause.tree.tokens[clause.verb.first], clause.tree
    if first.lemma == "be":
        rest = [tree.tokens[each].form for each in clause.verb.tokens if each != clause.verb.first]
        return " ".join([first.form, subject, *rest])
    does = "did" if first.xpos == "VBD" else "does" if first.form.endswith("s") else "do"
    return f"{does} {subject} {clause.verb.lemma}"


def _where(tree: Tree, start: int) -> tuple[int, ...]:
    """The tokens from one on that say in which direction and from where: "south of the old harbour of Senn"."""
    at = start
    while at < min(start + _MOST_DIRECTIONS, len(tree.tokens)) and _DIRECTION.fullmatch(tree.tokens[at].form.lower()):
        at += 1
    if at >= len(tree.tokens) or tree.tokens[at].form.lower() not in _FROM:
        return ()
    if tree.tokens[at].form.lower() == "of" and at == start:
        return ()
    end = at + 1
    while end < len(tree.tokens) and (tree.tokens[end].upos in _INSIDE or tree.tokens[end].form == "of"):
        end += 1
    place = range(at + 1, end)
    known = any(tree.tokens[each].upos == "PROPN" or tree.tokens[each].form in _KNOWN for each in place)
    named = known and len(place) <= _LONGEST
    return tuple(range(start, end)) if named and _ends(tree, end, place) else ()


def _ends(tree: Tree, end: int, place: Sequence[int]) -> bool:
    """Return whether a phrase for a place is whole: no name goes on behind it, and no "and"."""
    behind = tree.tokens[end].upos if end < len(tree.tokens) else "PUNCT"
    return behind in ("PUNCT", "ADP", "VERB", "SCONJ") and tree.tokens[place[-1]].upos in ("PROPN", "NOUN")
