"""Examples of names for learning and measuring, with the kinds that people annotated."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from entities import Document, GoldMention
from quizengine.language.names.bearers import bearers
from quizengine.language.names.kind_features import context_features, form_features, name_features
from quizengine.language.names.mentions import Mention
from quizengine.language.syntax.tree import Tree, tree_at

KINDS = ("person", "organisation", "place", "time", "event", "thing")
_IN_THE_TREEBANK = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "time": "time",
    "event": "event",
}
_PARTS = ("compound", "flat", "nmod:desc")
_TITLE_ROOM = 4
"""Characters by which a gold mention may begin later than a name of ours: an article or a title."""


@dataclass(frozen=True)
class Example:
    """Features with the right kind."""

    name: str
    features: frozenset[str]
    kind: str
    by_rule: str
    """The kind that the rules give; empty for a noun that is not a name."""
    weight: float = 1.0


def kind_of(mention: GoldMention) -> str:
    """Our kind for a type of the treebank."""
    return _IN_THE_TREEBANK.get(mention.kind, "thing")


def names_of(document: Document) -> Iterator[Example]:
    """The names that the engine finds and people marked; the kind is that of most mentions."""
    for bearer in bearers(document.article):
        gold = [one for mention in bearer.mentions if (one := gold_of(document, mention))]
        if gold:
            kind = Counter(map(kind_of, gold)).most_common(1)[0][0]
            features = name_features(bearer.tokens, bearer.mentions, bearer.kind)
            yield Example(" ".join(bearer.tokens), features, kind, bearer.kind)


def gold_of(document: Document, mention: Mention) -> GoldMention | None:
    """The smallest gold mention that a name is in and whose head it holds."""
    span = mention.span
    around = [
        one
        for one in document.mentions
        if one.start <= span.start + _TITLE_ROOM and one.end >= span.end and span.start <= one.head_start < span.end
    ]
    return min(around, key=lambda one: one.end - one.start, default=None)


def nouns_of(document: Document, weight: float) -> Iterator[Example]:
    """Every noun that heads a gold mention, with what its sentence tells: common nouns teach about names, too."""
    for mention in document.mentions:
        span = document.article.span(mention.head_start, mention.head_start + 1)
        tree = tree_at(span)
        inside = tree.tokens_in(span) if tree else ()
        if tree and inside and tree.tokens[inside[0]].upos in ("NOUN", "PROPN"):
            yield Example("", _of_noun(tree, inside[0], mention), kind_of(mention), "", weight)


def _of_noun(tree: Tree, head: int, mention: GoldMention) -> frozenset[str]:
    first, last = head, head
    while first > 0 and tree.tokens[first - 1].span.start >= mention.start and _is_part(tree, first - 1):
        first -= 1
    is_name = tree.tokens[head].upos == "PROPN"
    while is_name and last + 1 < len(tree.tokens) and tree.tokens[last + 1].relation == "flat":
        last += 1
    inside = range(first, last + 1)
    lemma = tree.tokens[head].lemma.lower()
    common = [
        "common",
        f"last {lemma}",
        f"head {lemma}",
        f"holds {lemma}",
        *(f"ends {lemma[-size:]}" for size in (2, 3, 4)),
    ]
    form = form_features([tree.tokens[each].form for each in inside]) if is_name else common
    return frozenset({*form, *context_features(tree, inside)})


def _is_part(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.relation in _PARTS and token.upos in ("NOUN", "PROPN")
