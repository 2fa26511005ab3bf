"""A second look at the heads: for each token, the best of the heads that the parsers and their trees suggest.

A parser decides in reading order; here the whole tree is known. A change that would make a circle is left out.
Next: `quizengine.language.model.relations`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quizengine.language.model.arc_hybrid import Tree
from quizengine.language.model.batch import Batch, Places
from quizengine.language.model.hashing import Ids, mix_bits, templates
from quizengine.language.model.kinship import Kinship

TEMPLATES = templates(
    """by|by gs|by td tc side|by td tc gs|by wd|by wc|by wd td|by wc tc|wd wc|wd tc side|td wc side|td tc distance
    td tc side verbs commas|by verbs commas|by td verbs commas|wl wc|wl tc td|wl wd tc|wl gs by|wl wc gs|wl tc tl side
    by distance|by td gs distance|by tg td tc|ms by|ms by td|ms ma mb by|ms mr by|mr by|gs gr by td|uc ud uh by
    uc ud uh gs side|wl td tc tg
    by th tc td
    wl by tc|wl wh wc|wd by tc|wc by td|by right td|tc right td side|tcl tc td|tcr tc td side|wcl tc td|t-1 td tc side
    t+1 td tc side|by ga gb gs|wl by verbs commas|tc td near|by near td|wc wl near|by root gs|gs td tc distance
    kd kc side|kd tc side|td kc side|wl kc td|wl kc by|wl kd kc|kd by|kc by"""
)
"""d is the token, c the suggested head, h the head that it has; l and r are outermost children, g is a head's head.
w is the word, k its cluster, t its tag, u its coarse tag."""

_UNUSABLE = -(1 << 20)
_STEPS = np.array([1, 2, 4, 7, 11, 16, 22, 30, 40, 55, 75, 100, 140, 200, 300, 500])
_DISTANCES = np.array([-20, -12, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 12, 20])
_MOST_BETWEEN = 3


@dataclass(frozen=True)
class Suggestions:
    """Heads that are suggested for each token (columns), by number of token; the number after the last is the root."""

    heads: Places
    """The first row holds the heads of the tree that is looked at again."""
    usable: npt.NDArray[np.bool_]
    """True if no earlier row suggests the same, and the sentence keeps its root."""
    by: Places
    """The sources that suggest it: one bit for each row."""


def suggest_heads(batch: Batch, kin: Kinship, others: Sequence[Tree]) -> Suggestions:
    """The heads of the tree, those of other trees, the head's head, and the siblings on both sides."""
    nobody = len(batch)
    first = batch.offsets[batch.sentence]
    rows = [kin.head]
    rows += [np.where(tree.heads > 0, first + tree.heads - 1, nobody) for tree in others]
    rows += [np.append(kin.head, nobody)[kin.head], kin.before[:-1], kin.after[:-1]]
    heads = np.stack(rows)
    nowhere = heads[-2:] == nobody
    heads[-2:][nowhere] = np.broadcast_to(kin.head, (2, nobody))[nowhere]
    itself = heads == np.arange(nobody)
    heads[itself] = np.broadcast_to(kin.head, heads.shape)[itself]
    same = heads[:, None] == heads[None]
    by = (same * (1 << np.arange(len(heads)))[None, :, None]).sum(1)
    earlier = np.tril(np.ones((len(heads), len(heads)), bool), -1)
    usable = ~(same & earlier[:, :, None]).any(1)
    usable[1:] &= (heads[1:] != nobody) & (kin.head != nobody)
    return Suggestions(heads, usable, by)


def suggestion_atoms(
    batch: Batch,
    words: dict[str, Ids],
    tag: Ids,
    coarse: Ids,
    verbs: npt.NDArray[np.bool_],
    kin: Kinship,
    trees: Sequence[Tree],
    suggested: Suggestions,
) -> dict[str, Ids]:
    """The atoms of all suggestions, row after row; `trees` are those of the two stacked and the two plain parsers."""
    nobody, rows = len(batch), len(suggested.heads)
    outside = mix_bits(np.arange(901, 904))
    word_of, tag_of = np.append(words["class"], outside[0]), np.append(tag, outside[1])
    coarse_of = np.append(coarse, outside[2])
    me, head = np.arange(nobody), kin.head
    cluster_of = np.append(words["cluster"], outside[0])
    token = {
        "wd": word_of[me], "td": tag_of[me], "ud": coarse_of[me], "wh": word_of[head], "th": tag_of[head],
        "uh": coarse_of[head], "wl": word_of[kin.first_child[:-1]], "tl": tag_of[kin.first_child[:-1]],
        "t-1": batch.shifted(tag, -1), "t+1": batch.shifted(tag, 1), "kd": words["cluster"],
    }  # fmt: skip
    for name, tree in zip("srab", trees, strict=True):
        token["g" + name] = mix_bits(tree.groups + 5200)
        token["m" + name] = mix_bits(np.digitize(tree.margins, _STEPS) + 5100)
    found = {name: np.tile(atom, rows) for name, atom in token.items()}
    found |= {name: atom.ravel() for name, atom in _of_heads(batch, verbs, kin, suggested.heads).items()}
    there = suggested.heads.ravel()
    found |= {"wc": word_of[there], "tc": tag_of[there], "uc": coarse_of[there], "kc": cluster_of[there]}
    found["tg"] = tag_of[np.append(head, nobody)[there]]
    found["tcl"], found["wcl"] = tag_of[kin.first_child[there]], word_of[kin.first_child[there]]
    found["tcr"] = tag_of[kin.last_child[there]]
    found["by"] = mix_bits(suggested.by.ravel() + 6000)
    return found


def _of_heads(batch: Batch, verbs: npt.NDArray[np.bool_], kin: Kinship, heads: Places) -> dict[str, Ids]:
    """Return where the suggested heads are, and what is between them and the token."""
    nobody = len(batch)
    me = np.arange(nobody)
    root = heads == nobody
    commas = np.array([form in _MARKS for form in batch.forms], bool)
    low, high = np.minimum(me, heads), np.where(root, me, np.maximum(me, heads))
    between = {}
    for name, which in (("verbs", verbs), ("commas", commas)):
        total = np.concatenate((np.zeros(1, np.int64), np.cumsum(which)))
        between[name] = np.where(root, 5, np.clip(total[high] - total[np.minimum(low + 1, high)], 0, _MOST_BETWEEN))
    near = np.where(root, 3, (kin.left[heads] > 0) + 2 * (kin.right[heads] > 0))
    return {
        "side": mix_bits(np.where(root, 2, me > heads) + 60),
        "distance": mix_bits(np.where(root, 40, np.digitize(me - heads, _DISTANCES)) + 6300),
        "verbs": mix_bits(between["verbs"] + 6400),
        "commas": mix_bits(between["commas"] + 6420),
        "near": mix_bits(near + 6440),
        "right": mix_bits(np.minimum(kin.right[heads], 3) + 6460),
        "root": mix_bits(root + 6480),
    }


_MARKS = frozenset(',;:—–()"“”')


def choose_heads(
    batch: Batch, suggested: Suggestions, scores: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """The heads after the second look (0 for the root, else a place from 1), and the lead of each over the next."""
    nobody = len(batch)
    ranking = np.where(suggested.usable, scores, _UNUSABLE)
    best = ranking.argmax(0)
    ordered = np.sort(ranking, axis=0)
    lead = np.minimum(ordered[-1] - ordered[-2], 1 << 14)
    heads = suggested.heads[0].copy()
    changing = np.flatnonzero(best)
    for token in changing[np.argsort(-lead[changing], kind="stable")].tolist():
        head = int(suggested.heads[best[token], token])
        if not _hangs_on(heads, head, token, nobody):
            heads[token] = head
    places = np.where(heads == nobody, 0, heads - batch.offsets[batch.sentence] + 1)
    return places.astype(np.int32), lead.astype(np.int32)


def _hangs_on(heads: Places, token: int, ancestor: int, nobody: int) -> bool:
    """Return whether a token is the other one, or depends on it."""
    while token != nobody:
        if token == ancestor:
            return True
        token = int(heads[token])
    return False
