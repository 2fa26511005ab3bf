"""The things that a figure counts, from the tree of its sentence, and whether two figures count the same."""

from quizengine import Article, cache_per_article
from quizengine.language import Quantity, Tree, clauses_at, tree_at

_BESIDE = 12
"""The most characters between two figures for the same amount."""
_PLURALS = frozenset(["people", "men", "women", "children", "staff", "police", "troops", "cattle"])


def counted_by(quantity: Quantity) -> str:
    """Return what a count counts, in the article's words ("North Korean soldiers"); empty if that is not certain."""
    known = _known(quantity.span.article)
    place = quantity.span.start, quantity.span.end
    if place not in known:
        known[place] = _noun_of(quantity)
    return known[place][0]


def matter_of(quantity: Quantity) -> str:
    """The noun that the figure is about, in its dictionary form: "soldier", "grain" of "tons of grain"; else empty."""
    counted_by(quantity)
    return _known(quantity.span.article)[quantity.span.start, quantity.span.end][1]


@cache_per_article
def _known(article: Article) -> dict[tuple[int, int], tuple[str, str]]:
    """Filled by `counted_by`."""
    return {}


def _noun_of(quantity: Quantity) -> tuple[str, str]:
    """The words of the noun that is counted, and the lemma of what the figure is about."""
    tree = tree_at(quantity.span)
    figure = tree.tokens_in(quantity.span) if tree else ()
    top = next((each for each in figure if tree.tokens[each].head not in figure), None) if tree else None
    if tree is None or top is None:
        return "", ""
    if quantity.unit:
        return "", _behind_of(tree, top)
    head = tree.tokens[top].head
    if not tree.tokens[top].relation.startswith("nummod") or head < top or head < 0:
        return "", ""
    noun = tree.tokens[head]
    words = " ".join(tree.span(range(max(figure) + 1, head + 1)).text.split())
    plural = noun.xpos in ("NNS", "NNPS") or noun.form.casefold() in _PLURALS
    return (words if plural else ""), noun.lemma.casefold()


def _behind_of(tree: Tree, unit: int) -> str:
    """The lemma of what is measured, "rice" for "tons of rice"; empty if the text does not say it there."""
    for child in tree.dependents(unit, "nmod"):
        case = tree.dependent(child, "case")
        if case is not None and tree.tokens[case].form.lower() == "of":
            return tree.tokens[child].lemma.casefold()
    return ""


def acting_noun(quantity: Quantity) -> str:
    """The one whom the clause of a figure is about: "white soldier"; empty if that is not certain."""
    clauses = [each for each in clauses_at(quantity.span) if each.subject is not None and each.verb.finite]
    subject = min(clauses, key=lambda each: len(each.tokens)).subject if clauses else None
    if subject is None or subject.tree.tokens[subject.head].upos not in ("NOUN", "PROPN"):
        return ""
    return " ".join(subject.tree.tokens[each].lemma.casefold() for each in subject.core)


def is_of_another(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures surely tell of different actors, so that one is wrong of the other."""
    first, second = acting_noun(one), acting_noun(other)
    return (
        bool(first and second)
        and not set(first.split()) >= set(second.split())
        and not set(second.split()) >= set(first.split())
    )


def is_another_way(other: Quantity, quantity: Quantity) -> bool:
    """Return whether a figure beside another may give the same amount in another unit: "180 pounds (82 kg)"."""
    between = max(other.span.start - quantity.span.end, quantity.span.start - other.span.end)
    return between <= _BESIDE and other.kind == quantity.kind and other.unit != quantity.unit


def same_thing(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures may be of the same thing: the same kind, unit and noun, as far as the words tell."""
    if (one.kind, one.unit) != (other.kind, other.unit) or one.kind == "year":
        return False
    first, second = matter_of(one), matter_of(other)
    if one.kind in ("duration", "percent", "length"):
        return bool(first) and first == second
    return first == second or not (first and second)
