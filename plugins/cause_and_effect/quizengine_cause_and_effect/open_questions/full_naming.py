"""Names in full in the words of an open question, except where a name is part of a noun or stands for itself.

Next: `stems`.
"""

import re
from collections.abc import Mapping, Sequence

from quizengine.language import (
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
    Tree,
    full_names,
    is_a,
    is_mostly_small,
    place_type,
    tree_index,
    trees,
    word_set,
)
from quizengine_cause_and_effect.relation_sentences import CannotBe

_OF_WORDS = word_set("word term name surname title phrase")


def named_in_full(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return what is in place of some tokens so that whoever has a name is named in full where that can be meant."""
    return full_names(tree, tokens) | mended_names(tree, tokens)


def mended_names(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return what is in place of some tokens other than the names in full.

    A short name stays in “iodine deficiency”, “the word Lee” and “Cork, Ohio”; an abbreviation has its “the”.
    """
    replaced = full_names(tree, tokens)
    mended: dict[int, str] = {}
    for index in sorted(replaced):
        goes_on = index - 1 in mended and not replaced[index]
        if goes_on or _stays(tree, index):
            mended[index] = _as_inside(tree, index)
        elif _lacks_its_article(tree, replaced[index]):
            mended[index] = f"the {replaced[index]}"
    return mended


def _as_inside(tree: Tree, index: int) -> str:
    """A word as it is written inside a sentence, where the article has it so: "iodine" of "Iodine deficiency"."""
    form = tree.tokens[index].form
    return form.lower() if index == 0 and is_mostly_small(form) else form


def must_be_named_nearby(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> None:
    """Raise CannotBe if an "it" or "they" stands for a name that neither its sentence nor the one before it has."""
    at = tree_index(tree)
    before = trees(tree.sentence.span.article)[at - 1].sentence.span.text if at else ""
    for index in tokens:
        words = replaced.get(index, "").removeprefix("the ").removesuffix("’s").split()
        thing = tree.tokens[index].form.lower() in THING_PRONOUNS | PLURAL_PRONOUNS
        text = before + tree.sentence.span.text[: tree.tokens[index].span.start - tree.sentence.span.start]
        if thing and words and words[0][:1].isupper() and words[-1] not in text:
            raise CannotBe("who or what is meant is told too far away")


def _lacks_its_article(tree: Tree, name: str) -> bool:
    """Return whether an abbreviation is written with an article elsewhere: "an IRB", "the FBI"."""
    text = tree.sentence.span.article.text
    return name.isupper() and len(name) > 1 and re.search(rf"\b(?:[Tt]he|[Aa]n?) {re.escape(name)}\b", text) is not None


def _stays(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.upos in ("PRON", "DET"):
        return False
    part = is_a(token.relation, "compound", "amod") and token.head > index and tree.tokens[token.head].upos == "NOUN"
    behind = [other.form for other in tree.tokens[index + 1 : index + 3]]
    of_a_state = behind[:1] == [","] and len(behind) > 1 and place_type(behind[1]) == "state"
    return part or of_a_state or (index > 0 and tree.tokens[index - 1].lemma.lower() in _OF_WORDS)
