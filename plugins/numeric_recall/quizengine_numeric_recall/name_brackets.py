"""Brackets of a sentence: asides, which a question leaves out, and parts of names, which it keeps."""

from quizengine.language import Tree, bracketed_tokens, word_set

_ENDS = word_set("act bill order rules regulations law limited ltd inc plc company treaty scheme")
"""Words right behind a bracket that end the name of a law or a firm; names of people lose nothing."""


def asides_in(tree: Tree) -> set[int]:
    """The tokens in brackets and the brackets, but those of a name."""
    return bracketed_tokens(tree) - inside_a_name(tree)


def inside_a_name(tree: Tree) -> set[int]:
    """The tokens of brackets with capitalised words on both sides and within: "the Councils (Orra) Act 1994"."""
    tokens, found = tree.tokens, set[int]()
    for first in range(2, len(tokens) - 3):
        if tokens[first].form != "(":
            continue
        last = next((each for each in range(first + 1, len(tokens) - 1) if tokens[each].form == ")"), first)
        words = [tokens[first - 1], *tokens[first + 1 : last], tokens[last + 1]]
        ends = tokens[last + 1].lemma.lower() in _ENDS or tokens[last + 1].form.lower() in _ENDS
        if ends and last > first + 1 and all(each.form[:1].isupper() for each in words):
            found |= set(range(first, last + 1))
    return found
