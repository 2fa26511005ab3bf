"""Parts of speech, in two passes: the second sees the tags that the first gave to the neighbours.

Next: `quizengine.language.model.parser_features`.
"""

import numpy as np
import numpy.typing as npt

from quizengine.language.model.batch import Batch
from quizengine.language.model.hashing import Ids, mix_bits, templates

Classes = npt.NDArray[np.int64]

NEIGHBOURS = {"-2": -2, "-1": -1, "+1": 1, "+2": 2}

FIRST_PASS = templates(
    """one|word|form|suffix4|suffix3|suffix2|suffix1|prefix1|prefix2|prefix3|shape first|word first|shape suffix3
    word-1|word+1|word-2|word+2|word-1 word|word word+1|word-1 word+1|word-2 word-1|word+1 word+2|word-2 word
    word word+2
    suffix3-1|suffix3+1|shape suffix3-1|suffix3 suffix3+1|suffix3-1 suffix3|shape-1 shape shape+1|shape word-1
    shape word+1
    suffix2 suffix3-1 suffix3+1|word-1 suffix3
    suffix3 word+1|word-1 word word+1
    cluster|cluster6|cluster4|cluster-1|cluster+1|cluster6-1 cluster6|cluster6 cluster6+1|cluster6-1 cluster6+1
    cluster6-1 cluster6 cluster6+1|case|case shape|case shape first|case suffix3|case-1 shape-1 case shape
    possible|possible suffix3|possible possible+1|possible-1 possible|possible-1 possible possible+1
    possible shape first|possible cluster|cluster possible shape first|cluster-1 possible|possible cluster+1
    cluster suffix2|possible suffix3 shape first|entry suffix3|entry shape first"""
)
SECOND_PASS = FIRST_PASS + templates(
    """tag-1|tag+1|tag-1 tag-2|tag+1 tag+2|tag-1 tag+1|tag-1 word|tag+1 word|tag-1 suffix3|tag+1 suffix3|tag-1 tag tag+1
    tag|tag word|tag-2 tag-1 tag|tag tag+1 tag+2|tag-2 tag-1 tag+1|tag-1 tag+1 tag+2|tag-1 tag+1 word
    tag-1 tag+1 suffix3
    tag second|second word|tag second tag-1|tag second tag+1|tag second word|tag-1 word tag+1 tag+2|tag-1 word-1 tag
    tag+1 word+1 tag|tag-1 word+1|word-1 tag+1|tag+1 second+1"""
)


def first_atoms(batch: Batch, words: dict[str, Ids]) -> dict[str, Ids]:
    """The atoms of the first pass: the word itself, and its neighbours' words, endings, shapes and classes."""
    atoms = dict(words)
    atoms["one"] = np.zeros(len(batch), np.uint32)
    atoms["first"] = mix_bits((batch.place == 0) + 7)
    for name, by in NEIGHBOURS.items():
        for atom in ("word", "suffix3", "shape", "cluster", "cluster6", "possible", "case"):
            atoms[atom + name] = batch.shifted(words[atom], by)
    return atoms


def second_atoms(batch: Batch, atoms: dict[str, Ids], best: Classes, second: Classes) -> dict[str, Ids]:
    """The atoms of the second pass: those of the first, and the tags that the first found best and second best."""
    tag, other = mix_bits(best + 2000), mix_bits(second + 3000)
    found = dict(atoms, tag=tag, second=other)
    for name, by in NEIGHBOURS.items():
        found["tag" + name] = batch.shifted(tag, by)
    found["second+1"] = batch.shifted(other, 1)
    return found


def two_best(scores: npt.NDArray[np.int16]) -> tuple[Classes, Classes]:
    """The best and the second best class of each instance; of equal ones, the first."""
    best = scores.argmax(1)
    rest = scores.copy()
    rest[np.arange(len(rest)), best] = np.iinfo(rest.dtype).min
    return best, rest.argmax(1)
