"""Whether a sentence says what a thing is: no judgement of it, no part that it plays, and nothing that happened to it.

Next: `pointing`.
"""

import re
from collections.abc import Sequence

from quizengine.language import Tree
from quizengine.language.word_lists import listed
from quizengine_key_terms.endings import has_a_clause, sets_apart
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.noun_phrases import OPENING_QUOTES

_NO_GENUS = listed(
    """
    result example one member source sign basis cause reason problem issue question necessity need goal thing topic
    subject matter factor indicator step aspect key alternative reminder challenge opportunity center centre focus
    choice symbol name term word difference lot some many place native son daughter author winner success failure
    product version copy supporter critic violation threat favorite favourite veteran resident case bit mixture
    advantage disadvantage benefit concern priority mistake friend lack absence fan
    """
)
"""Nouns that say what part a thing plays, not what it is."""
TELLS_LITTLE = listed("kind type form sort group set series bit piece variety part way")
_JUDGES = listed(
    """
    good bad great better best worse worst key important critical crucial necessary essential major main difficult
    easy hard popular common famous notable serious huge big favorite favourite new real true ideal useful powerful
    interesting simple complex complicated controversial normal natural typical constant growing recent current former
    fundamental different various certain well-known integral central leading prime clear strong weak rare
    """
)
"""Adjectives by which a sentence judges a thing, or says how it is now, and does not define it."""
_CUSTOMS = listed("system code practice belief policy tax law doctrine custom right ritual ceremony philosophy method")
_ANY = listed("someone something anyone anything everything whatever")


def fault(candidate: Candidate, tokens: Sequence[int]) -> str:
    """Why a meaning defines nothing; empty where it does."""
    tree, head = candidate.tree, candidate.head
    word = tree.tokens[head]
    if word.upos not in ("NOUN", "PROPN") and word.xpos != "VBG" and word.form.lower() not in _ANY:
        return "it does not say what it is"
    if word.lemma.lower() in _NO_GENUS or (word.lemma.lower() in TELLS_LITTLE and not has_a_clause(tree, head, tokens)):
        return "it says what part it plays, not what it is"
    generic = tree.tokens[candidate.term[0]].form.lower() in ("a", "an")
    if any(
        _judges(tree, child, generic=generic) for child in tree.dependents(head, "amod", "compound") if child in tokens
    ):
        return "it judges, or says how it is at present"
    if not is_quoted(tree, tokens) and not sets_apart(tree, head, tokens):
        return "nothing in it tells the term from others of its kind"
    if candidate.past and not _is_generic(candidate):
        return "it tells what was so once"
    if any(re.search(r"\d", tree.tokens[each].form) for each in tokens):
        return "it holds a figure"
    story = _is_a_story(tree, head, tokens) and not _is_a_custom(candidate)
    return "it tells what happened, not what it is" if story else ""


def _judges(tree: Tree, index: int, *, generic: bool) -> bool:
    token = tree.tokens[index]
    return token.form.lower() in _JUDGES or (token.xpos == "JJS" and not generic)


def _is_generic(candidate: Candidate) -> bool:
    """Whether a past definition is one of a whole class: of a plural without article, or of a custom."""
    tree = candidate.tree
    plural = tree.tokens[candidate.term[-1]].xpos in ("NNS", "NNPS") and tree.tokens[candidate.term[0]].upos != "DET"
    return plural or _is_a_custom(candidate)


def _is_a_custom(candidate: Candidate) -> bool:
    """Whether a term is a custom or a rule of its time: "feudalism was a system in which …"."""
    tree = candidate.tree
    first = tree.tokens[candidate.term[0]]
    return tree.tokens[candidate.head].lemma.lower() in _CUSTOMS and (
        first.upos != "DET" or first.form.lower() in ("a", "an")
    )


def _is_a_story(tree: Tree, head: int, tokens: Sequence[int]) -> bool:
    """Whether a verb inside tells a single event, or what is said of the thing: a past tense, a perfect."""
    if any(tree.tokens[each].xpos == "NNS" for each in tokens[:3]):  # "farmers who worked land"
        return False
    inside = set(tokens)
    for noun in nouns_of(tree, head, inside):
        for child in tree.dependents(noun, "acl:relcl"):
            helpers = [tree.tokens[each] for each in tree.dependents(child, "aux", "cop")]
            finite = [*helpers, tree.tokens[child]]
            if child in inside and any(
                token.xpos == "VBD" or (token.lemma == "have" and token.upos == "AUX") for token in finite
            ):
                return True
    return False


def nouns_of(tree: Tree, head: int, inside: set[int]) -> list[int]:
    """The noun and those that hang on it: a relative clause may belong to any of them."""
    found = [head]
    for noun in found:
        found += [
            child
            for child in tree.dependents(noun, "nmod", "conj", "appos", "compound")
            if child in inside and child not in found
        ]
    return found


def is_quoted(tree: Tree, tokens: Sequence[int]) -> bool:
    """Whether a meaning is a quotation: "efferent means “moving away from”"."""
    return tree.tokens[tokens[0]].form in OPENING_QUOTES and tree.span(tokens).text[-1:] in ("”", '"', "’")
