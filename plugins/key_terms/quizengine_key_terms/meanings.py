"""Which words are a meaning: what a thing is and what sets it apart, understood by whoever has not read the article.

Next: `kinds`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizengine.language import Tree, full_names, wording
from quizengine_key_terms.endings import MEASURES, cut, without_brackets
from quizengine_key_terms.essence import fault, is_quoted
from quizengine_key_terms.kinds import genus_of, kind_of
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.pointing import points_outside, we_as_people

_MOST_WORDS = 25
_FEWEST_WORDS = 4


@dataclass(frozen=True)
class Meaning:
    """A meaning as it is shown."""

    tokens: tuple[int, ...]
    words: str
    genus: str
    """The noun that says what it is: "tax"."""
    kind: str
    form: str
    """How it begins: with a noun phrase, what is done, or a quotation."""
    setting: str = ""
    flaw: str = ""
    """Why nothing is asked about it, though it is a definition; empty where there is no reason."""


def meaning_of(candidate: Candidate) -> Meaning | str:
    """The meaning of a candidate; in words what it lacks where it is no definition."""
    tree, head = candidate.tree, candidate.head
    tokens = without_brackets(tree, candidate.meaning)
    if head not in tokens:
        return "its noun stands elsewhere"
    tokens = cut(candidate, tokens)
    replaced, tokens = _this_as_the(tree, candidate, tokens)
    if lacks := fault(candidate, tokens):
        return lacks
    words = wording(tree, tokens, replaced).rstrip(" ,;:.")
    if tokens[0] == 0 and tree.tokens[0].upos in ("NOUN", "ADJ", "VERB"):  # the capital of a sentence's start
        words = words[:1].lower() + words[1:]
    flaw = _flaw(candidate, tokens, replaced)
    genus, kind, limits = genus_of(tree, head), kind_of(tree, head), wording(tree, candidate.setting)
    return Meaning(tuple(tokens), words, genus, kind, _form(tree, tokens), limits, flaw)


def _this_as_the(tree: Tree, candidate: Candidate, tokens: list[int]) -> tuple[dict[int, str], list[int]]:
    """A "this" that a whole description follows becomes "the": "this replacement of appointed officials"."""
    first = tree.tokens[tokens[0]]
    replaced = {**full_names(tree, tokens), **we_as_people(tree, tokens)}
    genus = tree.tokens[candidate.head].lemma.lower()
    if candidate.rule == "is called" and first.form.lower() == "this" and genus in MEASURES:
        return {**replaced, tokens[0]: "the"}, tokens
    return replaced, tokens


def _flaw(candidate: Candidate, tokens: Sequence[int], replaced: Mapping[int, str]) -> str:
    """Why a definition is not asked about; empty where it can be."""
    tree = candidate.tree
    count, fewest = len(wording(tree, tokens).split()), 2 if is_quoted(tree, tokens) else _FEWEST_WORDS
    if count > _MOST_WORDS or count < fewest:
        return f"its meaning has {count} words, where {fewest} to {_MOST_WORDS} make a question"
    if points_outside(candidate, tokens, replaced):
        return "its meaning points to something told elsewhere"
    text = tree.span(tokens).text
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return "a quotation is cut apart"
    return ""


def _form(tree: Tree, tokens: Sequence[int]) -> str:
    if is_quoted(tree, tokens):
        return "quotation"
    return "noun phrase" if tree.tokens[tokens[0]].upos in ("DET", "NOUN", "ADJ", "PRON") else "what is done"
