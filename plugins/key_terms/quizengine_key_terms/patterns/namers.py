"""The ways in which a sentence tells who names or defines something: "doctors refer to the loss of memory as amnesia".

Next: `states`.
"""

from collections.abc import Iterator

from quizengine.language import Token, Tree, word_set
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.naming import is_unbroken
from quizengine_key_terms.patterns.noun_phrases import head_of, noun_phrase_from, rest_from

_NAMERS = word_set(
    """
    we people scholars scientists researchers experts economists historians linguists chemists physicists botanists
    astronomers mathematicians statisticians engineers philosophers geographers doctors physicians lawyers farmers
    sailors
    """
)
_DEFINING = frozenset({"define", "defines", "defined"})
_ARTICLES = frozenset({"a", "an", "the"})


def is_namer(token: Token) -> bool:
    """Return whether a word is for those who name things for everybody: scholars, or people as a whole."""
    return token.form.lower() in _NAMERS or token.form.endswith("ologists")


def _people_refer_to_it(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "doctors refer to the loss of memory as amnesia"."""
    tokens = tree.tokens
    if not index or not is_namer(tokens[index - 1]) or [token.form for token in tokens[index : index + 2]] != _REFER:
        return
    link = _next(tree, index + 2, "as")
    term, meaning = noun_phrase_from(tree, link + 1) if link else (), tuple(range(index + 2, link))
    if meaning and term and _ends_at(tree, term) and is_unbroken(tree, meaning):
        yield Candidate(tree, "is called", term, meaning, head_of(tree, meaning))


def _people_define_it(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "ecologists define a niche as the role that a species plays"."""
    tokens, link = tree.tokens, _next(tree, index + 2, "as")
    term = noun_phrase_from(tree, index + 1)
    scholar = bool(term) and tokens[index - 1].upos == "PROPN" and is_in_bold(tree, term)
    named = index > 0 and tokens[index].xpos in _ACTIVE and (is_namer(tokens[index - 1]) or scholar)
    if named and link and term and term[-1] == link - 1 and is_unbroken(tree, range(index)):
        meaning = rest_from(tree, link + 1)
        if meaning and tokens[meaning[0]].form in _ARTICLES:
            yield Candidate(tree, "is defined as", term, meaning, head_of(tree, meaning))


def _what_people_call_so(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "what farmers call loam is a mixture of sand, silt and clay"."""
    tokens = tree.tokens
    term = noun_phrase_from(tree, index + 1)
    opens = tokens[0].form == "What" and index == len(_REFER) and is_namer(tokens[1])
    if not opens or not term or [token.form for token in tokens[term[-1] + 1 : term[-1] + 2]] != ["is"]:
        return
    meaning = rest_from(tree, term[-1] + 2)
    if meaning and tokens[meaning[0]].form in _ARTICLES:
        yield Candidate(tree, "is", term, meaning, head_of(tree, meaning))


def _next(tree: Tree, start: int, form: str) -> int:
    """The next token of a form; 0 if there is none."""
    return next((each for each in range(start, len(tree.tokens)) if tree.tokens[each].form == form), 0)


def _ends_at(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether nothing but marks is behind a term in its sentence."""
    return all(token.upos == "PUNCT" for token in tree.tokens[term[-1] + 1 :])


_REFER = ["refer", "to"]
_ACTIVE = frozenset({"VBP", "VBZ", "VBD"})

NAMER_PATTERNS = (
    TokenPattern(("refer",), _people_refer_to_it),
    TokenPattern(_DEFINING, _people_define_it),
    TokenPattern(("call",), _what_people_call_so),
)
