"""Two names of one thing: "vasopressin, also known as antidiuretic hormone".

Next: `definition_facts`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Evidence, Fact, Origin, Refusal, ShortTextQuestion, Span, article_says
from quizengine.language import (
    Tree,
    name_at,
    phrase_set,
    sentence_of,
    stands_alone,
    surface_text,
    tree_at,
    trees,
    uncapitalised,
)
from quizengine_key_terms.definition import NAME
from quizengine_key_terms.patterns.noun_phrases import comes_small, noun_phrase_before, noun_phrase_from
from quizengine_key_terms.shared_words import shared_words

_ALSO = phrase_set("also known as | also called | also termed | also referred to as")
_LONGEST = 3
"""Words of a name that is typed."""
_GARBLED = re.compile("[ÃÂ⁄\ufffd]")
_NEAR = 12
"""Characters before a name in which another part of it may be."""


@dataclass(frozen=True, kw_only=True)
class Alias(Fact):
    """A thing with another name of it."""

    kind: str = "alias"
    term: Span
    other: Span


def aliases(article: Article) -> Iterator[Alias | Refusal]:
    """Yield each other name that the article gives of a thing, and a refusal where it is not asked about."""
    for tree in trees(article):
        for index in range(2, len(tree.tokens) - 2):
            if tree.tokens[index].form != "also":
                continue
            length = max((len(each.split()) for each in _ALSO if _begins(tree, index, each)), default=0)
            told = tree.tokens[index - 1].form in ("is", "are")  # "ADH is also called vasopressin"
            if not length or not (told or tree.tokens[index - 1].form in (",", "(")):
                continue
            term, other = noun_phrase_before(tree, index - 1), noun_phrase_from(tree, index + length)
            if not term or not other or (told and (term[0] or other[-1] + 2 < len(tree.tokens))):
                continue
            flaw = _flaw(tree, term, other)
            yield (
                Refusal(tree.span(other), "no-alias", flaw)
                if flaw
                else Alias(term=tree.span(term), other=tree.span(other))
            )


def ask_alias(fact: Alias) -> ShortTextQuestion | Refusal:
    """The question for the other name of a thing."""
    tree = tree_at(fact.term)
    if tree is None:
        return Refusal(fact.term, "not-asked", "it stands outside the body of the article")
    term, other = tree.tokens_in(fact.term), tree.tokens_in(fact.other)
    plural = tree.tokens[term[-1]].xpos in ("NNS", "NNPS")
    proof = sentence_of(fact.term)
    return ShortTextQuestion(
        stem=f"By what other name {'are' if plural else 'is'} {_in_a_sentence(tree, term)} known?",
        answer=surface_text(tree, other),
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, "other name"),
        tags=("key terms",),
    )


def _in_a_sentence(tree: Tree, term: tuple[int, ...]) -> str:
    """A name without the capital that only its sentence gives it."""
    words = surface_text(tree, term)
    opens = not term[0] and (tree.tokens[0].upos != "PROPN" or comes_small(tree, 0))
    return uncapitalised(words) if opens and words[1:].islower() else words


def _begins(tree: Tree, index: int, words: str) -> bool:
    count = len(words.split())
    return " ".join(token.form.lower() for token in tree.tokens[index : index + count]) == words


def _flaw(tree: Tree, term: tuple[int, ...], other: tuple[int, ...]) -> str:
    """Return why nothing is asked about the two names of a thing; empty if there is no reason."""
    one, another = surface_text(tree, term), surface_text(tree, other)
    named = [name_at(tree.span(each)) for each in (term, other)]
    if any(name is not None and name.kind in ("person", "place") for name in named):
        return "it is the name of a person or a place"
    if not stands_alone(tree, term) or tree.tokens[term[-1]].upos == "ADJ":
        return "what has the other name is not certain"
    before = tree.tokens[term[0] - 1] if term[0] else None
    start = tree.tokens[term[0]].span.start
    if _GARBLED.search(tree.sentence.span.article.text[max(0, start - _NEAR) : start]):
        return "the words before it were read in a wrong encoding"
    if before is not None and before.form.lower() in ("of", "and", "or", "-", "in", "for"):
        return "what has the other name may be a longer phrase"
    if before is not None and before.head in term and before.upos not in ("PUNCT", "ADP", "CCONJ", "SCONJ", "AUX"):
        return "what has the other name is a part of a phrase"
    if shared_words(another, one) or shared_words(one, another):
        return "one name gives the other away"
    if len(another.replace("-", " ").split()) > _LONGEST:
        return f"a name of more than {_LONGEST} words is not typed"
    return ""
