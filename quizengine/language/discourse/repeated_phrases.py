"""The words of a noun phrase, for repeating it in place of a pronoun: "the Mexican government" for "it".

Next: `references`, which puts them in its place.
"""

from quizengine.language.syntax.tree import Tree
from quizengine.language.word_lists import word_set

_BEFORE = ("det", "amod", "compound", "nummod", "nmod:desc", "nmod:poss", "flat")
_BEHIND = ("nmod", "flat", "conj")
_CHOSEN = word_set("some any no every each another many few several most all both one such other same more less own")
"""Words that choose among several or count them, so that the same words again may mean others."""
_LONGEST = 9
"""Words."""


def repeatable_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """The head of a noun phrase with the words before it and the phrases that follow on it; none if it chooses."""
    first = min((min(tree.subtree(each)) for each in tree.dependents(head, *_BEFORE) if each < head), default=head)
    last = head
    for child in tree.dependents(head, *_BEHIND):
        whole = tree.subtree(child)
        if child > head:
            if whole[0] != last + 1:
                break
            last = whole[-1]
    words = tuple(range(first, last + 1))
    forms = {tree.tokens[each].form.lower() for each in words}
    if forms & _CHOSEN or len(words) > _LONGEST or _is_a_new_one(tree, head) or _is_cut(tree, head, words):
        return ()
    return () if any(_is_no_part(tree, each) for each in words) else words


def _is_cut(tree: Tree, head: int, words: tuple[int, ...]) -> bool:
    """Return whether a part of a row is left out: "Lee, 47, and Dean"."""
    before = tree.tokens[words[0] - 1].form.lower() if words[0] else ""
    return before in ("and", "or", "nor", "&") or any(each not in words for each in tree.dependents(head, "conj"))


def _is_no_part(tree: Tree, index: int) -> bool:
    """Return whether a word is a mark, a figure, a verb or a pronoun; a hyphen and an owner may stay."""
    token = tree.tokens[index]
    hyphen = token.form in ("-", "–")
    return token.upos in ("PUNCT", "NUM", "VERB", "PRON") and not hyphen and token.xpos != "PRP$"


def _is_a_new_one(tree: Tree, head: int) -> bool:
    """Return whether "a" introduces a thing, which "a" cannot mean again."""
    return any(tree.tokens[each].form.lower() in ("a", "an") for each in tree.dependents(head, "det"))
