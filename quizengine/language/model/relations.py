"""The relation of each token to its head, given the finished tree.

Next: `quizengine.language.model.certainty`.
"""

from collections.abc import Sequence

import numpy as np

from quizengine.language.model.arc_hybrid import Tree
from quizengine.language.model.batch import Batch
from quizengine.language.model.hashing import Ids, mix_bits, templates
from quizengine.language.model.kinship import Kinship
from quizengine.language.model.relation_groups import without_subtype
from quizengine.language.model.tagging import Classes

TEMPLATES = templates(
    """one|wd|td|wh|th|side|distance|wd td|wh th|td th side|wd th side|td wh side|wd wh|td th distance|ud uh distance
    ed th side|td eh side|t-1 td t+1 th|td t+1 side|t-1 td side|wl td side|wl wd|wl th side|wl wh|tl td th side
    tr td th side|wr td side|wl tm td|wm td side|tp td th side|tn td th side|up ud un uh side|wp td side|wn td th
    tg th td side|ug uh ud|left td side|right td side|left right td th|sisters td side|sisters td th side
    sisters ud uh ul|th-1 th td side|wl wh td|thl td th side|thr td th side|whl wh td|w-1 td side|w+1 td side|w-1 wd
    wd w+1|ud uh tl tr|wl ud un uh|tp tn td th side|wh ud un side|wh ud up side|wr th side|t+2 t+1 td side|wl wm th side
    wg wh td|wh ud sisters wl|gs|gs td th side|ga gb gs|gs wl th|gs wd|gs wh|ga gb td|gr td|gs gr td th|wl wd wh
    whr wh td|wl w2 td
    th th-1 th+1 td side
    wh wp td|wh wn td|tl tr td wh
    kd kh side|kd th side|td kh side|kd wl|kh wl|kd wh|wd kh|kd wl th side|possible td th side"""
)
_ROOT_WORD = 901
_FARTHEST = 6
_MOST = 4


def relation_atoms(
    batch: Batch, words: dict[str, Ids], tag: Ids, coarse: Ids, kin: Kinship, trees: Sequence[Tree]
) -> dict[str, Ids]:
    """The atoms of each token in its tree; `trees` are those of the two stacked and the two plain parsers."""
    nobody, head = len(batch), kin.head
    outside = mix_bits(np.arange(_ROOT_WORD, _ROOT_WORD + 4))
    word_of, tag_of = np.append(words["class"], outside[0]), np.append(tag, outside[1])
    coarse_of, ending_of = np.append(coarse, outside[2]), np.append(words["suffix3"], outside[3])
    me, has_head = np.arange(nobody), head < nobody
    found = {"one": np.zeros(nobody, np.uint32)}
    related = {
        "d": me, "h": head, "g": np.append(head, nobody)[head], "p": kin.before[:-1], "n": kin.after[:-1],
        "l": kin.first_child[:-1], "m": kin.second_child[:-1], "r": kin.last_child[:-1],
        "hl": kin.first_child[head], "hr": kin.last_child[head],
    }  # fmt: skip
    for name, which in related.items():
        found["w" + name], found["t" + name], found["u" + name] = word_of[which], tag_of[which], coarse_of[which]
    cluster_of = np.append(words["cluster"], outside[0])
    found["kd"], found["kh"], found["possible"] = words["cluster"], cluster_of[head], words["possible"]
    found["ed"], found["eh"] = ending_of[me], ending_of[head]
    found["side"] = mix_bits(np.where(has_head, me > head, 2) + 60)
    found["distance"] = mix_bits(np.where(has_head, np.clip(me - head, -_FARTHEST, _FARTHEST), _FARTHEST + 1) + 20)
    for name, by in (("-1", -1), ("+1", 1), ("+2", 2)):
        found["t" + name], found["w" + name] = batch.shifted(tag, by), batch.shifted(words["class"], by)
    found["w2"] = found["w+2"]
    found["th-1"] = np.append(batch.shifted(tag, -1), outside[1])[head]
    found["th+1"] = np.append(batch.shifted(tag, 1), outside[1])[head]
    found["left"] = mix_bits(np.minimum(kin.left[:-1], _MOST) + 70)
    found["right"] = mix_bits(np.minimum(kin.right[:-1], _MOST) + 80)
    found["sisters"] = _sisters(kin, nobody)
    for name, tree in zip(("gs", "gr", "ga", "gb"), trees, strict=True):
        found[name] = mix_bits(tree.groups + 5200)
    return found


def _sisters(kin: Kinship, nobody: int) -> Ids:
    """Return whether there are siblings before and after, and whether they are between the token and its head."""
    before, after = kin.before[:-1], kin.after[:-1]
    any_there = (before < nobody) + 2 * (after < nobody)
    between = ((before < nobody) & (before > kin.head)) + 2 * ((after < nobody) & (after < kin.head))
    return mix_bits(any_there * 8 + np.where(kin.head < nobody, between, 4) + 90)


def related_atoms(
    known: dict[str, Ids], kin: Kinship, best: Classes, second: Classes, names: Sequence[str]
) -> dict[str, Ids]:
    """These atoms, and the relations found for the token (best and second best) and around it (best).

    Also how many dependents of its head have the same relation (alike), and how many of them are subjects and objects
    (frame).
    """
    relation = np.append(mix_bits(best + 3000), mix_bits(905))
    nobody = len(best)
    head = np.append(kin.head, nobody)
    around = {
        "l": np.arange(nobody), "ln": kin.after[:-1], "lp": kin.before[:-1], "lh": kin.head, "lg": head[kin.head],
        "ll": kin.first_child[:-1], "lr": kin.last_child[:-1], "lm": kin.after[kin.first_child[:-1]],
        "lhl": kin.first_child[kin.head], "lhr": kin.last_child[kin.head],
    }  # fmt: skip
    found = known | {name: relation[which] for name, which in around.items()}
    count = np.bincount(kin.head * len(names) + best, minlength=(nobody + 1) * len(names)).reshape(-1, len(names))
    count[nobody] = 0
    subjects, objects = (
        count[:, [without_subtype(name) in wanted for name in names]].sum(1)
        for wanted in (("nsubj", "csubj", "expl"), ("obj",))
    )
    frame = 3 * np.minimum(objects, 2) + np.minimum(subjects, 2)
    found["alike"] = mix_bits(np.minimum(count[kin.head, best], 3) + 8100)
    found["frame"] = mix_bits(frame[kin.head] + 8200)
    return found | {"second": mix_bits(second + 4000)}
