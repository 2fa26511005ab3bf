"""Full names in place of short ones and pronouns where a sentence is read alone: "he" becomes "Lloyd J. Austin III".

Next: `self_containment`, which tells what still points outside.
"""

from collections.abc import Iterable

from quizengine.language.discourse.pronouns import PRONOUNS, referent
from quizengine.language.discourse.self_containment import is_bound
from quizengine.language.names import Name, mentioned_from
from quizengine.language.syntax.tree import Tree, is_a

_BEFORE_A_SURNAME = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Messrs."})
"""What goes before a surname alone, and not before the name in full."""


def full_names(tree: Tree, tokens: Iterable[int]) -> dict[int, str]:
    """What stands in place of some tokens so that each person is named in full where first mentioned.

    A mapping for `quizengine.language.realise`: the first token of a short name becomes the full name, its others go;
    a pronoun whose person is certain becomes the name. A second mention of the same person stays as it is.
    """
    shown = set(tokens)
    if not shown:
        return {}
    replaced: dict[int, str] = {}
    named: set[str] = set()
    for at, name in sorted([*_short_names(tree, shown), *_pronouns(tree, shown)], key=lambda pair: pair[0][0]):
        first, *others = at
        possessive = tree.tokens[first].xpos == "PRP$"
        if name.full in named and tree.tokens[first].form.lower() in PRONOUNS:
            replaced[first] = tree.tokens[first].form  # clear as it is
        elif name.full not in named and " ".join(tree.tokens[each].form for each in at) != name.full:
            replaced |= {first: f"{name.full}’s" if possessive else name.full} | dict.fromkeys(others, "")
            if first - 1 in shown and tree.tokens[first - 1].form in _BEFORE_A_SURNAME:
                replaced[first - 1] = ""
        named.add(name.full)
    return replaced


def _short_names(tree: Tree, shown: set[int]) -> list[tuple[list[int], Name]]:
    """The tokens of each person's name among those shown, with the person."""
    span = tree.span(shown)
    found = []
    for mention, name in mentioned_from(span.article, span.start, span.end):
        inside = [each for each in sorted(shown) if mention.contains(tree.tokens[each].span)]
        if _modifies(tree, inside):
            continue
        if inside and name.kind == "person" and name.certain and len(mention.text.split()) <= len(name.full.split()):
            found.append((inside, name))
    return found


def _modifies(tree: Tree, inside: list[int]) -> bool:
    """Whether a name only says which noun is meant: "a Jackson appointee", "the Clinton Foundation"."""
    tops = [each for each in inside if tree.tokens[each].head not in inside]
    return any(
        is_a(tree.tokens[top].relation, "compound", "amod") and tree.tokens[tree.tokens[top].head].upos == "NOUN"
        and tree.tokens[top].head > top and tree.dependent(tree.tokens[top].head, "det") is not None
        for top in tops
    )  # fmt: skip


def _pronouns(tree: Tree, shown: set[int]) -> list[tuple[list[int], Name]]:
    """The pronouns among the tokens shown whose person is certain, but for those that are clear as they are."""
    found = []
    for index in sorted(shown):
        if tree.tokens[index].form.lower() in PRONOUNS and not is_bound(tree, index, shown):
            name = referent(tree, index)
            if name is not None:
                found.append(([index], name))
    return found
