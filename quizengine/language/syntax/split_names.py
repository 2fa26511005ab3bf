"""Corrects names that were split: "Ghana | Rail has bought", "said Sen. | Lee Moss".

A clause has one subject. If two names are side by side as subjects, the first belongs to the second. A shortened
title belongs to the whole name after it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizengine.language.syntax.sentence import Token
from quizengine.language.word_lists import word_set

_TITLES = word_set("mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. maj. sgt. capt. cmdr. adm. rev. hon. atty.")


def with_whole_names(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with the parts of a name on its first or last one."""
    made = list(tokens)
    runs = [run for run in _titled(tokens) if tokens[run.start].relation != "nmod:desc"]
    below: dict[int, list[int]] = defaultdict(list)
    for index, token in enumerate(tokens if runs else ()):
        below[token.head].append(index)
    for run in runs:
        _join(made, run, below)
    return tuple(
        replace(token, head=index + 1, relation="compound") if _is_parted(made, index) else token
        for index, token in enumerate(made)
    )


def _titled(tokens: Sequence[Token]) -> Iterator[range]:
    """Each shortened title with all of the name after it."""
    for start, token in enumerate(tokens):
        if token.form.lower() not in _TITLES:
            continue
        end = start + 1
        while end < len(tokens) and tokens[end].xpos == "NNP" and tokens[end].form.lower() not in _TITLES:
            end += 1
        if end - start > 2:
            yield range(start, end)


def _join(made: list[Token], run: range, below: dict[int, list[int]]) -> None:
    """Hang a title on the first of the names after it, and the others, with what attached to any of them, there too.

    `below` tells what depends on each token; what has been moved elsewhere since may still be listed.
    """
    outer = next(made[each] for each in run if not _hangs_below(made, each, run))
    relation = next((made[each].relation for each in run if made[each].relation.startswith("nsubj")), outer.relation)
    title, first = run[0], run[1]
    for index in [each for name in run for each in below[name] if each > title and made[each].head in run]:
        made[index] = replace(made[index], head=first)
    for index in run:
        made[index] = replace(made[index], head=first, relation="nmod:desc" if index == title else "flat")
    made[first] = replace(made[first], head=outer.head, relation=relation)
    below[outer.head].append(first)


def _hangs_below(tokens: Sequence[Token], index: int, run: range) -> bool:
    """Return whether a token hangs, however far down, on one of a run."""
    above = tokens[index].head
    while above >= 0 and above not in run:
        above = tokens[above].head
    return above >= 0


def _is_parted(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not _is_a_subject(token) or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    return _is_a_subject(following) and following.head == token.head


def _is_a_subject(token: Token) -> bool:
    return token.upos == "PROPN" and token.relation.startswith("nsubj")
