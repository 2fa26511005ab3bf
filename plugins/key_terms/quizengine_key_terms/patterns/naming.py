"""The ways in which the name of a deed is at the end: "making rope is called roping", "… came to be called …".

Next: `named_at_the_end`.
"""

from collections.abc import Iterator, Sequence

from quizengine.language import FINITE_TAGS, TENSED, Token, Tree
from quizengine_key_terms.patterns.attachment import noun_before_preposition
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.noun_phrases import (
    NAMING,
    head_of,
    noun_phrase_before,
    noun_phrase_from,
    rest_from,
)

_NAMES = frozenset({"called", "known", "termed", "referred"})
_LINKS = {"known": ["as"], "referred": ["to", "as"]}
"""The words between a verb and the name that it gives."""
_DEEDS = frozenset({"crime", "practice", "process", "technique", "method", "sin", "offence", "offense", "skill"})
_ARTICLES = frozenset({"A", "An", "The"})
_PAIR = 2
_RELATIVES = frozenset({"that", "which", "who"})
_ONCE = frozenset({"were", "was", "became"})
_MOST_BEFORE = 5
"""Tokens of a subject before its relative clause."""
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


def _one_that_is_called(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "people who study old bones are called paleontologists", whose verbs are often mistaken.

    The noun that the sentence begins with is the subject: the clause after it has a verb of its own.
    """
    tokens, verb = tree.tokens, index - 1
    past = tokens[verb].form in _ONCE
    term = _named_at(tree, index)
    if not term or not (past or tokens[verb].form in ("is", "are")):
        return
    noun = clause_behind_a_noun(tree, verb)
    one = tokens[verb].form in ("is", "was") or (tokens[verb].form == "became" and tokens[noun].xpos == "NN")
    if noun >= 0 and tokens[noun].xpos == ("NN" if one else "NNS") and is_unbroken(tree, range(verb)):
        yield Candidate(tree, "is called", term, tuple(range(verb)), noun, past=past)


def clause_behind_a_noun(tree: Tree, end: int) -> int:
    """The noun that a sentence opens with, if a clause about it with a verb follows up to a token; else -1."""
    tokens = tree.tokens
    wh = next((each for each in range(1, min(_MOST_BEFORE, end)) if tokens[each].form in _RELATIVES), 0)
    clause = tokens[wh + 1 : end]
    last = wh - (tokens[wh - 1].upos == "ADP")
    told = any(token.xpos in TENSED for token in clause) or _has_a_subject(clause)
    inside = all(token.upos in NAMING or (not at and token.form in _ARTICLES) for at, token in enumerate(tokens[:last]))
    return last - 1 if wh and told and inside else -1


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


def _which_refers_to(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "tests need validity, which refers to how well they measure what they are for"."""
    tokens = tree.tokens
    before, behind = [token.form for token in tokens[:index]], [token.form for token in tokens[index + 1 :]]
    if before[-2:] != [",", "which"] or behind[:1] != ["to"]:
        return
    how = behind[1:2] == ["how"]
    term, meaning = noun_phrase_before(tree, index - 2), rest_from(tree, index + 2 + how)
    bare = bool(term) and tokens[term[0]].upos != "DET" and noun_before_preposition(tree, term[0]) < 0
    if meaning and bare and (not term[0] or tokens[term[0] - 1].upos != "CCONJ"):
        frame = "how" if how else ""
        yield Candidate(tree, "means", term, meaning, head_of(tree, meaning), closed=True, frame=frame)


def _named_at(tree: Tree, index: int) -> tuple[int, ...]:
    """The term after "called" or "known as"."""
    links = _LINKS.get(tree.tokens[index].form, [])
    start = index + 1 + len(links)
    return noun_phrase_from(tree, start) if [token.form for token in tree.tokens[index + 1 : start]] == links else ()


def _has_a_subject(clause: Sequence[Token]) -> bool:
    """Return whether a clause of three or more words begins with a noun phrase: its verb may be taken for a noun."""
    return len(clause) > _PAIR and clause[0].upos in ("DET", "NOUN", "PRON")


def is_unbroken(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether no mark is inside, except for hyphens."""
    return all(tree.tokens[each].upos != "PUNCT" or tree.tokens[each].form == "-" for each in tokens)


def _is_one_phrase(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether neither a mark nor a tensed verb is inside."""
    return all(tree.tokens[each].upos != "PUNCT" and tree.tokens[each].xpos not in TENSED for each in tokens)


NAMING_PATTERNS = (
    TokenPattern(_NAMES, _deed_is_called),
    TokenPattern(_NAMES, _came_to_be_called),
    TokenPattern(_NAMES, _one_that_is_called),
    TokenPattern(("which",), _which_means_doing),
    TokenPattern(("refers", "refer"), _which_refers_to),
)
