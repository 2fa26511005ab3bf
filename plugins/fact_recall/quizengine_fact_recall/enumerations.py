"""Enumerations: a number of things that a sentence announces, and lists behind a colon.

An open question asks for all of them: "Which two parts does the nervous system have?". Next: `enumeration_questions`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizengine import Article, Fact, Span
from quizengine.language import (
    FINITE_TAGS,
    UNIT_WORDS,
    Certainty,
    Clause,
    Constituent,
    Tree,
    clauses_of,
    trees,
    word_set,
)

_FEWEST, _MOST = 2, 8
_LONGEST = 9
"""Words of what is announced: "three main parts of the mill in the valley"."""
_JOINED = re.compile(r" (?:and|or) ")
_LAST = re.compile(r"(?:and|or) ")
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")
_SORTS = word_set(
    """
    type kind form sort class category part component element branch stage phase step level layer group division
    subdivision section region function goal aim principle method source cause factor feature characteristic property
    dimension aspect chamber system theory approach model strategy pillar domain element condition requirement purpose
    """
)
"""Nouns of which a text lists all that there are, also without a colon."""
_BEFORE_LISTS = frozenset({"are", "were", ","})
_OPEN = re.compile(
    r"\b(?:such as|including|like|e\.g|for example|for instance|others?|etc|more|not|also|both)\b", re.IGNORECASE
)
_MARKS = frozenset({":", "—"})
_LEADING = frozenset({"of", "in", "for", "to"})


@dataclass(frozen=True, kw_only=True)
class Enumeration(Fact):
    """Things that an article announces by their number and then lists."""

    kind: str = "enumeration"
    announced: Span
    """Their number and what they are: "two parts"."""
    items: Span
    """All of them, as they are behind the colon."""
    clause: Clause = field(compare=False, repr=False)
    part: Constituent = field(compare=False, repr=False)
    """The part of the clause that announces them."""
    tokens: tuple[int, ...] = field(compare=False, repr=False)
    """The tokens of the number and what they are."""
    behind_a_mark: bool = field(compare=False, repr=False)
    """False where they follow "are" or a comma: "The two types of ovens are clay ovens and iron ovens"."""

    def values(self) -> dict[str, Any]:
        """The words that announce the things, and the list."""
        return {"announced": self.announced, "items": self.items}


def enumerations(article: Article) -> Iterator[Enumeration]:
    """Yield the enumerations of an article in order."""
    for tree in trees(article):
        colons = [at for at, token in enumerate(tree.tokens) if token.form in _MARKS]
        made = _announced_before(tree, colons[0]) if len(colons) == 1 else None
        if not colons:
            made = next(filter(None, (_announced_before(tree, at) for at in _where_a_list_begins(tree))), None)
        if made is not None:
            yield made


def items_in(text: str) -> tuple[str, ...]:
    """The things that a list names, without what is in brackets."""
    plain = _IN_BRACKETS.sub("", text)
    *found, last = re.split("; |;" if ";" in plain else ", ", plain)
    if found and _LAST.match(last):
        return (*found, _LAST.sub("", last, count=1))
    return (*found, *_JOINED.split(last, maxsplit=1))


def _where_a_list_begins(tree: Tree) -> Iterator[int]:
    """Yield the first "are" or comma behind "the three types of ovens", if all that follows it is a list."""
    tokens = tree.tokens
    numbered = [at for at, token in enumerate(tokens) if UNIT_WORDS.get(token.form.lower(), 0) >= _FEWEST]
    sorts = [at for at in numbered if at < tokens[at].head and tokens[tokens[at].head].lemma.lower() in _SORTS]
    noun = tokens[sorts[0]].head if len(sorts) == 1 else len(tokens)
    marks = [at for at in range(noun + 1, len(tokens)) if tokens[at].form in _BEFORE_LISTS]
    if marks:
        rest = tokens[marks[0] + 1 :]
        closed = not any(token.xpos in FINITE_TAGS for token in rest) and not _OPEN.search(tree.sentence.span.text)
        if closed:
            yield marks[0]


def _announced_before(tree: Tree, colon: int) -> Enumeration | None:
    numerals = [at for at in range(colon) if UNIT_WORDS.get(tree.tokens[at].form.lower(), 0) >= _FEWEST]
    if not numerals:
        return None
    numeral = numerals[-1]
    number, noun = UNIT_WORDS[tree.tokens[numeral].form.lower()], tree.tokens[numeral].head
    tokens = tuple(range(numeral, colon))
    if not numeral < noun < colon or len(tokens) > _LONGEST or number > _MOST or tree.tokens[noun].xpos != "NNS":
        return None
    behind = tree.tokens[noun + 1 : colon]
    if behind and behind[0].form.lower() not in _LEADING:
        return None
    rest = [at for at in range(colon + 1, len(tree.tokens)) if tree.tokens[at].form != "."]
    if not rest or len(items_in(tree.span(rest).text)) != number:
        return None
    found = _clause_with(tree, noun)
    if found is None:
        return None
    clause, part = found
    return Enumeration(
        announced=tree.span(tokens),
        items=tree.span(rest),
        clause=clause,
        part=part,
        tokens=tokens,
        behind_a_mark=tree.tokens[colon].form in _MARKS,
    )


def _clause_with(tree: Tree, noun: int) -> tuple[Clause, Constituent] | None:
    """The clause that announces something, with the part that is no more than that."""
    for clause in clauses_of(tree):
        parts = (*((clause.subject,) if clause.subject else ()), *clause.parts)
        for part in parts:
            if part.head == noun and tree.tokens[clause.head].certainty >= Certainty.EVEN_ODDS:
                return clause, part
    return None
