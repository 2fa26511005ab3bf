"""Acts and treaties under which something happened: "Under which treaty did France give up its claims to Orra?".

Next: `feature_facts`.
"""

from collections.abc import Iterator

from quizengine import Refusal
from quizengine.language import (
    Clause,
    Constituent,
    Tree,
    clauses_of,
    full_names,
    phrase_tokens,
    question,
    realised,
    surface_text,
    word_set,
)
from quizengine_key_terms.features import Feature, Told, is_like_a_name, is_proper, kind_of_name
from quizengine_key_terms.open_pointers import open_pointers
from quizengine_key_terms.tellings import telling_fault

_LAWS = word_set(
    """
    act agreement amendment armistice charter compromise constitution convention decree doctrine edict ordinance pact
    plan proclamation protocol purchase statute treaty accord law
    """
)
"""Nouns for what somebody can do something under."""
_UNDER = frozenset({"under", "by", "with", "through"})


def told_under(tree: Tree) -> Iterator[Told | Refusal]:
    """Yield what happened under each act or treaty of a sentence, and a refusal with its reason where none is asked."""
    for clause in clauses_of(tree):
        for part in clause.parts if clause.subject else ():
            tokens = _name_in(part)
            noun = kind_of_name(tree, tokens) if tokens else ""
            if noun in _LAWS:
                told = _told(clause, part, tokens, noun)
                yield Refusal(tree.span(tokens), "no-feature", told) if isinstance(told, str) else told


def _name_in(part: Constituent) -> tuple[int, ...]:
    """The name that an adjunct with "under" or "by" consists of, without its article; () in others."""
    tree = part.tree
    if part.role != "adjunct" or part.marker_text not in _UNDER:
        return ()
    tokens = tree.trimmed(each for each in phrase_tokens(part) if each not in part.marker)
    if tokens and tree.tokens[tokens[0]].form.lower() == "the":
        tokens = tokens[1:]
    return tokens if tokens and is_like_a_name(tree, tokens) and is_proper(tree, tokens) else ()


def _told(clause: Clause, part: Constituent, name: tuple[int, ...], noun: str) -> Told | str:
    verb, tree = clause.verb, clause.tree
    if not clause.is_fact or clause.said or clause.hangs_wrong or verb.negated or verb.modal or verb.tense != "past":
        return "the article does not state it as a fact that holds by itself"
    said = realised(clause, full_names(tree, clause.tokens))
    stem = question(said, part, f"{part.marker_text} which {noun}") if said else None
    if said is None or stem is None:
        return "its clause cannot be cut out of the sentence"
    rest = [each for each in said.tokens if each not in part.tokens]
    if open_pointers(tree, rest, said.replaced, past=True):
        return "what is said of it points to something told elsewhere"
    words = surface_text(tree, name)
    fault = telling_fault(tree, words, surface_text(tree, rest, said.replaced))
    feature = Feature(term=tree.span(name), said=tree.span(rest))
    return fault or Told(feature, words, noun, said.words(said.said), proper=True, stem=stem)
