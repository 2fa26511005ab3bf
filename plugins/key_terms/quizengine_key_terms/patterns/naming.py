"""The ways in which the name of a deed is at the end: "making rope is called roping", "… came to be called …".

Next: `states`.
"""

from collections.abc import Iterator, Sequence

from quizengine.language import FINITE_TAGS, TENSED, Tree
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, noun_phrase_from, rest_from

_NAMES = frozenset({"called", "known", "termed"})
_DEEDS = frozenset({"crime", "practice", "process", "technique", "method", "sin", "offence", "offense", "skill"})
_CAME = (["came", "to", "be"], ["come", "to", "be"], ["comes", "to", "be"])


def _deed_is_called(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "baking loaves is called bakery" and "lying under oath is a crime known as perjury"."""
    tokens = tree.tokens
    term = _named_at(tree, index)
    end = index - 1 if index and tokens[index - 1].form == "is" else index - 3
    if not term or end < 2 or tokens[end].form != "is" or tokens[0].xpos != "VBG":
        return
    is_deed = end == index - 1 or (tokens[end + 1].form == "a" and tokens[end + 2].form in _DEEDS)
    if is_deed and _is_one_phrase(tree, range(1, end)):
        yield Candidate(tree, "is called", term, tuple(range(end)), 0)


def _came_to_be_called(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "the union of two crowns came to be called a personal union"."""
    tokens, start = tree.tokens, index - 3
    term = _named_at(tree, index)
    if not term or start < 2 or [token.form for token in tokens[start:index]] not in _CAME:
        return
    if tokens[0].form in ("The", "A", "An") and _is_one_phrase(tree, range(start)):
        meaning = tuple(range(start))
        yield Candidate(tree, "is called", term, meaning, head_of(tree, meaning))


def _which_means_doing(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "irrigation, which means supplying land with water, is old", where the term alone opens the sentence.

    Behind more words the clause may belong to all of them: "it has to be dressed, which means picking out its grooves".
    """
    tokens = tree.tokens
    if not 1 < index < len(tokens) - 3 or tokens[index].form != "which" or tokens[index - 1].form != ",":
        return
    opens = all(token.upos in NAMING for token in tokens[: index - 1])
    closing = next((each for each in range(index, len(tokens) - 1) if tokens[each].form == ","), None)
    done = tokens[index + 1].form == "means" and tokens[index + 2].xpos == "VBG"
    if opens and done and closing is not None and tokens[closing + 1].xpos in FINITE_TAGS:
        meaning = rest_from(tree, index + 2)
        yield Candidate(tree, "means", tuple(range(index - 1)), meaning, index + 2, closed=True)


def _named_at(tree: Tree, index: int) -> tuple[int, ...]:
    """The term after "called" or "known as"."""
    known = tree.tokens[index].form == "known"
    following = tree.tokens[index + 1].form if index + 1 < len(tree.tokens) else ""
    return () if known and following != "as" else noun_phrase_from(tree, index + 1 + known)


def _is_one_phrase(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether neither a mark nor a tensed verb is inside."""
    return all(tree.tokens[each].upos != "PUNCT" and tree.tokens[each].xpos not in TENSED for each in tokens)


NAMING_PATTERNS = (
    TokenPattern(_NAMES, _deed_is_called),
    TokenPattern(_NAMES, _came_to_be_called),
    TokenPattern(("which",), _which_means_doing),
)
