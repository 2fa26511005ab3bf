"""The ways in which a sentence names what the sentence before it tells: "This process is called deflation".

Next: `bold`.
"""

from collections.abc import Iterator

from quizengine.language import Tree, tree_index, trees, word_set
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.noun_phrases import comes_small, noun_phrase_from
from quizengine_key_terms.patterns.sentences import ACTS, CONDITIONS
from quizengine_key_terms.patterns.states import PRESENT

_NAMED = ("is called", "is known as", "is referred to as", "is termed")
_HAPPENING = ("tion", "sion", "ment", "ing", "ism", "sis", "ance", "ence", "ity", "effect", "diffusion", "shift")
"""Endings of terms for what happens: "this" alone may stand for a thing in the sentence before."""
_ADVERBS = word_set("sometimes often usually typically generally frequently occasionally")
_NO_OPENING = word_set(
    """
    this that these those it they he she we you i such but and so yet however nor or for thus therefore there here first
    second third next then finally later afterward afterwards eventually once also instead
    """
)
_STATIC = word_set("be have contain include consist call mean remain seem need want know think believe say lie stand")
"""Verbs with which a sentence tells of a thing and of nothing that happens."""


def _summed_up(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "Wind carries fine grains away. This process is called deflation."."""
    tokens = tree.tokens
    length = next((len(each.split()) for each in _NAMED if _has(tree, index, each)), 0)
    if index > 2 or not length or tokens[0].form != "This":
        return
    noun = tokens[1].form.lower() if index == 2 else ""
    term = noun_phrase_from(tree, index + length)
    if not term or (noun and noun not in ACTS) or not _is_certain(tree, term, bool(noun)):
        return
    told = _told_before(tree)
    clause = _clause(told) if told else ()
    if told is None or not clause:
        return
    conditional = told.tokens[clause[0]].form in CONDITIONS
    if noun or not conditional:
        frame = f"the {noun} in which{',' if conditional else ''}" if noun else "what happens when"
        source = Candidate(told, "act called", (), clause, told.root, frame=frame)
        yield Candidate(tree, "act called", term, tuple(range(index)), index, frame=frame, source=source)


def _has(tree: Tree, index: int, words: str) -> bool:
    count = len(words.split())
    return " ".join(token.form for token in tree.tokens[index : index + count]) == words


def _is_certain(tree: Tree, term: tuple[int, ...], named: bool) -> bool:
    """Return whether a term surely names what was told, and no thing in it."""
    last = tree.tokens[term[-1]]
    return named or (is_in_bold(tree, term) and last.form.endswith(_HAPPENING))


def _told_before(tree: Tree) -> Tree | None:
    """The sentence before one in its paragraph, if it ends with a full stop."""
    at, sentence = tree_index(tree), tree.sentence.span
    before = trees(sentence.article)[at - 1] if at > 0 else None
    if before is None or before.sentence.span.paragraph != sentence.paragraph:
        return None
    return before if before.sentence.span.text.rstrip().endswith(".") else None


def _clause(tree: Tree) -> tuple[int, ...]:
    """The words of a sentence that tells in one clause what happens, without an adverb before it; () in others."""
    tokens, root = tree.tokens, tree.root
    start = 2 if tokens[0].form.lower() in _ADVERBS and len(tokens) > 2 and tokens[1].form == "," else 0
    first = tokens[start]
    happens = tokens[root].xpos in PRESENT and tokens[root].upos == "VERB"
    general = (first.upos != "PROPN" or comes_small(tree, start)) and first.form.lower() not in _NO_OPENING
    if not (happens and general) or tokens[root].lemma.lower() in _STATIC:
        return ()
    marks = [
        each for each in range(start, len(tokens) - 1) if tokens[each].upos == "PUNCT" and tokens[each].form != "-"
    ]
    conditional = first.form in CONDITIONS and len(marks) == 1 and tokens[marks[0]].form == ","
    return tree.trimmed(range(start, len(tokens))) if conditional or not marks else ()


SUMMARY_PATTERNS = (TokenPattern(("is",), _summed_up),)
