"""A whole sentence of the article as what is said of a figure, where the figure stands too deep for a plain question.

Nothing is moved, and nothing but links and brackets is left out, so that the rest of the parse matters little.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from quizengine.language import Realised, Tree, clauses_of, full_names, main_clause, tree_at, weight
from quizengine.language.discourse import names_the_topic
from quizengine.language.numbers import Quantity, quantities_within
from quizengine.language.realise.pruning import is_link
from quizengine.language.realise.words import balanced
from quizengine.language.syntax import TENSED
from quizengine.language.word_lists import listed
from quizengine_numeric_recall.context import LONGEST, Context, context_in

_LEAST_WEIGHT = 0.2
"""What a sentence without any plain question must weigh in the article to be shown whole."""
_PARTED = frozenset({";", ":", "—", "–", "--", "?", "!", "“", "”", '"', "...", "…"})
_INVERTS = listed("only never not nor rarely seldom perhaps")
_UNSURE = listed("if unless whether would could should may might must can not n't n’t never no nobody none likely hope")
_JOINS = listed("and but or so yet nor then thus also still")
_FIGURES = 2
"""A sentence of more figures is a table in words."""


def whole_sentence(quantity: Quantity) -> Iterator[tuple[Context, Realised]]:
    """The figure in its whole sentence without links and brackets; nothing where that is no plain statement."""
    tree = tree_at(quantity.span)
    if tree is None or len(tree.sentence.span.text) > LONGEST or weight(tree) < _LEAST_WEIGHT:
        return
    clause = main_clause(tree) or next(iter(clauses_of(tree)), None)
    context = context_in(quantity, clause) if clause is not None else None
    if clause is None or context is None:
        return
    tokens = _shown(tree, context)
    if (
        tokens
        and names_the_topic(tree, tokens)
        and _is_plain(tree, tokens)
        and balanced("".join(tree.tokens[each].form for each in tokens))
    ):
        yield context, Realised(clause, (), (), tuple(tokens), full_names(tree, tokens))


def _shown(tree: Tree, context: Context) -> list[int]:
    """The tokens without brackets, a link or an "and" at the beginning, and the full stop."""
    depth, kept = 0, []
    for index, token in enumerate(tree.tokens):
        depth += token.form in ("(", "[")
        if not depth:
            kept.append(index)
        depth = max(0, depth - (token.form in (")", "]")))
    here = max(context.figure)
    parted = [at for at, token in enumerate(tree.tokens) if token.form == ";"]
    first = max([at for at in parted if at < here], default=-1)
    last = min([at for at in parted if at > here], default=len(tree.tokens))
    kept = [each for each in kept if first < each < last]
    links = {each for part in context.clause.parts if is_link(part) for each in part.tokens}
    links |= {
        mark
        for at in list(links)
        for mark in (at - 1, at + 1)
        if 0 < mark < len(tree.tokens) and tree.tokens[mark].form == ","
    }
    kept = [each for each in kept if each not in links]
    opening = list(takewhile(lambda at: tree.tokens[at].form.lower() in _JOINS or tree.tokens[at].form == ",", kept))
    kept = kept[len(opening) :]
    while kept and tree.tokens[kept[-1]].form in (".", ","):
        kept.pop()
    doubled = {here for before, here in pairwise(kept) if tree.tokens[here].form == tree.tokens[before].form == ","}
    return [each for each in kept if each not in doubled]


def _is_finite(tree: Tree, index: int) -> bool:
    """Whether a predicate has a tense and a subject of its own, no "who" or "which"."""
    verbs = [index, *tree.dependents(index, "aux", "cop")]
    tensed = any(tree.tokens[each].xpos in TENSED for each in verbs)
    subjects = tree.dependents(index, "nsubj", "expl")
    return tensed and any(tree.tokens[each].xpos not in ("WDT", "WP") for each in subjects)


def _is_plain(tree: Tree, tokens: Sequence[int]) -> bool:
    """Whether some tokens are one statement from a capital to a full stop, without quotations and too many figures."""
    whole = tree.sentence.span.text
    shown = set(tokens)
    near = quantities_within(tree.sentence.span)
    figures = [one for one in near if one.kind not in ("year", "label") and shown & set(tree.tokens_in(one.span))]
    forms = {tree.tokens[each].form.lower() for each in tokens}
    told = any(_is_finite(tree, each) for each in tokens)
    return (
        told
        and not forms & _UNSURE
        and tree.tokens[tokens[0]].upos != "SCONJ"
        and whole[:1].isupper()
        and tree.tokens[tokens[0]].form.lower() not in _INVERTS
        and "." in whole[-8:]
        and len(figures) <= _FIGURES
        and not any(tree.tokens[each].form in _PARTED for each in tokens)
    )
