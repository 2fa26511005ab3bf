"""Names that are titles of works, because the article calls them a film, a novel or a song."""

from collections.abc import Sequence

from quizengine.language.names.kinds import WORK_NOUNS
from quizengine.language.names.mentions import Mention
from quizengine.language.syntax.tree import Tree, is_a, tree_at

_MARKS = frozenset("\"“”‘’'")


def is_work(mentions: Sequence[Mention]) -> bool:
    """Return whether the article says of a name, in one of its mentions, that it is a work of art, music or writing."""
    return any(_is_called_a_work(mention) for mention in mentions)


def _is_called_a_work(mention: Mention) -> bool:
    tree = tree_at(mention.span)
    inside = tree.tokens_in(mention.span) if tree else ()
    if not tree or not inside:
        return False
    head = next((each for each in inside if tree.tokens[each].head not in inside), inside[0])
    return _follows_a_work(tree, inside[0], head) or _is_described(tree, head)


def _follows_a_work(tree: Tree, first: int, head: int) -> bool:
    """Return whether "the film" is before it, and is the same thing: not in "the song Lennon wrote"."""
    before = first - 1
    while before > 0 and tree.tokens[before].form in _MARKS:
        before -= 1
    if before < 0 or not _names_a_work(tree, before):
        return False
    after = tree.tokens[head + 1] if head + 1 < len(tree.tokens) else None
    if after and after.upos in ("VERB", "AUX", "ADV") and tree.tokens[before].head != head:
        return False
    lower = head if tree.tokens[head].head == before else before
    joined = tree.tokens[before].head == head or tree.tokens[head].head == before
    return joined and is_a(tree.tokens[lower].relation, *_SAME)


_SAME = ("appos", "compound", "flat", "nmod:desc", "dep")


def _is_described(tree: Tree, head: int) -> bool:
    """Return whether "a film" follows in apposition, or is what it is said to be."""
    token = tree.tokens[head]
    if any(_names_a_work(tree, each) and tree.tokens[each].sure for each in tree.dependents(head, "appos")):
        return True
    is_said = is_a(token.relation, "nsubj") and _names_a_work(tree, token.head)
    return is_said and tree.dependent(token.head, "cop") is not None


def _names_a_work(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.xpos == "NN" and token.lemma.lower() in WORK_NOUNS
