"""Lists that a sentence announces by their number: "a boat has two kinds of sail: square and lateen".

The number says whether the list is whole. Next: `aspects`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizengine.language import UNIT_WORDS, Tree, surface_text, uncapitalised, word_set
from quizengine_key_terms.aspect import replacements
from quizengine_key_terms.patterns.noun_phrases import NAMING, comes_small
from quizengine_key_terms.patterns.openings import first_behind_an_opening

_CLASSES = word_set(
    """
    type kind class category form group part component element branch division subdivision section stage step phase
    layer level period purpose function role goal aim cause effect source aspect factor feature characteristic
    principle rule law property case agent method approach field area region system process perspective view theory
    advantage disadvantage benefit condition criterion requirement
    """
)
"""Nouns of which a text gives all there are, and says how many."""
_DIVIDED = word_set("divide subdivide classify group organize organise separate categorize categorise split sort place")
_FEWEST, _MOST = 2, 8
MARKS = frozenset({":", "—", "–"})
"""Marks before a list."""
_OF = frozenset({"of", "in", "for"})
_EMPTY = frozenset({"different", "distinct"})
_LEADS = frozenset({"are", "into", "through", "of", "as", "the", "has", "have", "these"})
"""Words before the number of a list whose phrase says of what it is: "there are two kinds of sail: …"."""
_BREAKS_OFF = frozenset({"VBN", "WDT", "WRB", "IN", "WP"})


@dataclass(frozen=True)
class CountedList:
    """A list with the words of a question for it."""

    named: tuple[int, ...]
    """The phrase that says what is listed: "two kinds of sail"."""
    items: tuple[int, ...]
    stem: str
    """The question without its opening and its mark: "what are the two kinds of sail"."""


def counted_list(tree: Tree, mark: int) -> CountedList | None:
    """The list after a colon or a dash, if its items are as many as the phrase before says."""
    named = _counted_phrase(tree, mark)
    items = _items(tree, mark + 1, UNIT_WORDS.get(tree.tokens[named[0]].form.lower(), 0)) if named else ()
    stem = _stem(tree, named, replacements(tree)) if items else ""
    return CountedList(named, items, stem) if stem else None


def _counted_phrase(tree: Tree, mark: int) -> tuple[int, ...]:
    """The phrase before a mark that begins with a number: "two kinds of sail"; () if there is none."""
    tokens = tree.tokens
    for first in range(mark - 2, -1, -1):
        if tokens[first].upos in ("VERB", "AUX", "PUNCT") and tokens[first].form != "-":
            return ()
        count = UNIT_WORDS.get(tokens[first].form.lower(), 0)
        if _FEWEST <= count <= _MOST:
            noun = next((each for each in range(first + 1, mark) if tokens[each].upos not in NAMING), mark) - 1
            known = tokens[noun].lemma.lower() in _CLASSES and tokens[noun].xpos == "NNS"
            return tuple(range(first, mark)) if known else ()
    return ()


def _items(tree: Tree, start: int, count: int) -> tuple[int, ...]:
    """The tokens of a list of so many items up to the end of its sentence; () if they are not so many."""
    tokens = tree.tokens
    closes = (each for each in range(start, len(tokens)) if tokens[each].form == tokens[start - 1].form)
    rest = tree.trimmed(range(start, next(closes, len(tokens))))
    commas = _outside_brackets(tree, rest, ",")
    if commas and tokens[commas[-1] + 1].xpos in _BREAKS_OFF:  # ", shown in the figure"
        rest = tree.trimmed(range(start, commas.pop()))
    joined = _outside_brackets(tree, rest, "and") + _outside_brackets(tree, rest, "or")
    if any(tokens[each].form in (";", ":", "—", "?", "“") for each in rest) or not joined:
        return ()
    serial = any(tokens[comma + 1].form in ("and", "or") for comma in commas)
    found = len(commas) + 1 if serial else len(commas) + 2
    single = serial or len(joined) == 1
    return rest if single and found == count else ()


def _outside_brackets(tree: Tree, tokens: Sequence[int], form: str) -> list[int]:
    found, depth = [], 0
    for each in tokens:
        depth += tree.tokens[each].form == "("
        depth -= tree.tokens[each].form == ")"
        if not depth and tree.tokens[each].form == form:
            found.append(each)
    return found


def _stem(tree: Tree, named: Sequence[int], replaced: Mapping[int, str]) -> str:
    """The question for a list by the words before its number; empty if there is none."""
    words = surface_text(tree, [each for each in named if tree.tokens[each].form.lower() not in _EMPTY], replaced)
    of = any(tree.tokens[each].form in _OF for each in named)
    before = tuple(range(first_behind_an_opening(tree), named[0]))
    forms = [tree.tokens[each].form.lower() for each in before]
    if forms[-2:] == ["one", "of"]:
        before, forms = before[:-2], forms[:-2]
    if of and (not forms or forms[-1] in _LEADS):
        return f"what are the {words}"
    if forms[-1:] in (["has"], ["have"]) and not of:
        subject = subject_words(tree, before[:-1], replaced)
        return f"what are the {words} of {subject}" if subject else ""
    return _divided(tree, before[:-1], words, replaced) if forms[-1:] == ["into"] else ""


def subject_words(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> str:
    """The words of a subject that is a noun phrase; empty if it is anything else."""
    inside = all(
        tree.tokens[each].upos in NAMING | {"DET", "ADP"} or tree.tokens[each].form == "-" or each in replaced
        for each in tokens
    )
    words = surface_text(tree, tokens, replaced) if inside and tokens else ""
    common = words and (tree.tokens[tokens[0]].upos != "PROPN" or comes_small(tree, tokens[0]))
    return uncapitalised(words) if common and words[1:2].islower() else words


def _divided(tree: Tree, before: Sequence[int], words: str, replaced: Mapping[int, str]) -> str:
    """The question for a list behind "is divided into"; empty if the words before are others."""
    verb = before[-1] if before else 0
    helper = next((each for each in before if tree.tokens[each].upos == "AUX"), 0)
    if tree.tokens[verb].lemma not in _DIVIDED or not helper:
        return ""
    subject = subject_words(tree, [each for each in before if each < helper], replaced)
    rest = surface_text(tree, range(helper + 1, verb + 1))
    return f"into which {words} {tree.tokens[helper].form} {subject} {rest}" if subject else ""
