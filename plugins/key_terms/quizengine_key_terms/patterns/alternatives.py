"""The ways in which "or" says a term in other words: "ethnocentrism, or judging a culture by one’s own norms".

As often it adds another thing, of which nothing is said.
Next: `sentences`.
"""

from collections.abc import Iterator

from quizengine.language import Tree
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.attachment import defined_by, noun_before_preposition
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, noun_phrase_before, rest_from

_ALTERNATIVES = frozenset({"either", "whether", "no", "not", "without", "never"})
"""Words before an "or" that sets one thing against another."""
_ARTICLES = frozenset({"a", "an", "the"})


def _or(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "ethnocentrism, or judging a culture by one’s own norms"."""
    tokens = tree.tokens
    if tokens[index].form.lower() != "or" or not 2 <= index < len(tokens) - 2 or tokens[index - 1].form != ",":
        return
    term = noun_phrase_before(tree, index - 1)
    before = {token.form.lower() for token in tokens[: index - 1]}
    if not term or before & _ALTERNATIVES or _ends_a_list(tree, term) or _may_be_one_of_a_list(tree, term, index + 1):
        return
    if not (_opens_a_meaning(tree, index + 1) or _says_it_in_other_words(tree, term, index + 1)):
        return
    meaning = rest_from(tree, index + 1)
    head = head_of(tree, meaning)
    if (tokens[term[0]].upos != "DET" or is_in_bold(tree, term)) and (term := defined_by(tree, term, head)):
        yield Candidate(tree, "or", term, meaning, head, closed=True)


def _opens_a_meaning(tree: Tree, index: int) -> bool:
    first = tree.tokens[index]
    return first.xpos in ("VBG", "NNS") or first.form.lower() in _ARTICLES


def _says_it_in_other_words(tree: Tree, term: tuple[int, ...], start: int) -> bool:
    """Return whether words between commas say a term in bold again: "**attrition**, or slow wear, blunts"."""
    closing = next((each for each in range(start, len(tree.tokens) - 1) if tree.tokens[each].form == ","), 0)
    inside = [tree.tokens[each] for each in range(start, closing)]
    return is_in_bold(tree, term) and bool(inside) and all(each.upos in NAMING or each.form == "-" for each in inside)


def _ends_a_list(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether a term is one of several before "or", also behind an "of": "rank, love of praise, or owning land".

    What stands beside a name begins with an article: "a friend of the idea of self-rule, or letting towns decide".
    """
    first = term[0]
    while first >= 2 and tree.tokens[first - 1].form == "of" and _is_a_noun_or_deed(tree, first - 2):
        phrase = noun_phrase_before(tree, first - 1)
        first = phrase[0] if phrase else first - 2
    listed = first > 0 and tree.tokens[first - 1].form in (",", ";", ":", "and", "or")
    return listed and (first == term[0] or tree.tokens[first].upos != "DET")


def _is_a_noun_or_deed(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos in ("NOUN", "PROPN") or tree.tokens[index].xpos == "VBG"


def _may_be_one_of_a_list(tree: Tree, term: tuple[int, ...], start: int) -> bool:
    """Return whether an "or" may add another thing: "a circle of neighbours, or people who share a garden"."""
    of = term[0] - 1
    if of < 1 or tree.tokens[of].form != "of" or tree.tokens[start].xpos == "VBG" or is_in_bold(tree, term):
        return False
    before = noun_phrase_before(tree, of)
    return noun_before_preposition(tree, term[0]) >= 0 and bool(before) and tree.tokens[before[0]].form in ("a", "an")


OR_PATTERNS = (TokenPattern(("or",), _or),)
