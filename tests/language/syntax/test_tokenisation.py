"""Tokens as the treebanks have them."""

from itertools import pairwise

import pytest

from quizengine.language.syntax.tokenisation import tokenise

SENTENCES = [
    ("He didn’t pay $2,000.50 (or 3%) for Acme’s 12-year-old car.",
     "He did n’t pay $ 2,000.50 ( or 3 % ) for Acme ’s 12 - year - old car ."),
    ("The co-owner re-elected a well-known anti-war MP.", "The co-owner re-elected a well - known anti-war MP ."),
    ("Mr. J. Ray of the U.S. left at 5 p.m. Monday—late.", "Mr. J. Ray of the U.S. left at 5 p.m. Monday — late ."),
    ("He cannot say no; I'm gonna ask.", "He can not say no ; I 'm gon na ask ."),
    ("You dont know the students' 1990s 3-4 draw.", "You do nt know the students ' 1990s 3 - 4 draw ."),
    ("They spent US$5bn and 20km on 9/11/2001 at 5:30pm.", "They spent US$ 5 bn and 20 km on 9/11/2001 at 5:30 pm ."),
    ("“Stop…” she said -- then left?!", "“ Stop … ” she said -- then left ?!"),
    ("It’s o’clock at AT&T, see https://example.org/a.b?c.", "It ’s o’clock at AT&T , see https://example.org/a.b?c ."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_tokens_are_those_of_a_treebank(text: str, expected: str) -> None:
    assert [text[start:end] for start, end in tokenise(text, 0, len(text))] == expected.split()


def test_every_character_but_white_space_is_in_one_token() -> None:
    text = "\u00a0a\tb — “x” ''y'' ½ éa\u0301 \U0001f600!! #1 @x ^_^ \ud800 don't"
    found = list(tokenise(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


def test_tokens_stay_within_the_offsets() -> None:
    text = "cannot Mr. Ray"
    assert list(tokenise(text, 3, 9)) == [(3, 6), (7, 9)]


def test_a_run_without_white_space_is_cut() -> None:
    text = "x" * 1000
    found = list(tokenise(text, 0, len(text)))
    assert len(found) == 10
    assert "".join(text[start:end] for start, end in found) == text


def test_a_long_run_costs_in_proportion_to_its_length() -> None:
    text = "x" * 300_000  # where each token looks at the whole rest, this takes minutes
    assert sum(1 for _ in tokenise(text, 0, len(text))) == 3_000
