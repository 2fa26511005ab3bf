"""The certainty of the relation and head of a token: a judge that knows where the parsers disagreed.

Next: `quizengine.language.model.pipeline`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quizengine.language.model.arc_hybrid import Tree
from quizengine.language.model.batch import Batch
from quizengine.language.model.hashing import Ids, mix_bits, templates
from quizengine.language.model.kinship import Kinship

Leads = npt.NDArray[np.int32]

TEMPLATES = templates(
    """one|same|same l|ms l|ma l|mb l|same ms|same l ms|ms ma mb|mr l|ms mr l|same mr l|ms mr td th|same td th side
    same wd|same wh|same l distance
    l td th side
    l wl th|l wl wh|same l wl|same l wh|same sisters l|same l left right|same t-1 td t+1|wd wh|l td wh|same l td th
    l lp ln th side|same lh l|td th distance|l sisters distance|t+1 td th side|tp td tn th side|same tg th td|l wd wh
    gs ga gb l|ms td th side|ms sisters l|ml l|same ml l|ms ml l|ms ml same l|ml td th side|l second|same l second
    second ml l|mt l same|mh l same|mt mh l|ml wl l|mt td|mh th l|mc l|mc same l|mc ms l|mc ml l|mc ml same l
    mc td th side
    mc l wl|mc l wh
    l kd kh|l td kh|l kd th|same l kd|same l kh|l wl kh|l wl kd
    alike l|alike l same|frame l|frame l td|frame l same|frame wh l|frame mc l"""
)
_STEPS = np.array([1, 2, 4, 7, 11, 16, 22, 30, 40, 55, 75, 100, 140, 200, 300, 500])


@dataclass(frozen=True)
class Evidence:
    """The lead of each decision about a token over the next best."""

    tag: Leads
    head: Leads
    relation: Leads


def judge_atoms(
    relation_atoms: dict[str, Ids], kin: Kinship, batch: Batch, trees: Sequence[Tree], leads: Evidence
) -> dict[str, Ids]:
    """The judge's atoms: those of the relations, which parsers found the same head, and how clear each decision was."""
    places = np.where(kin.head < len(batch), kin.head - batch.offsets[batch.sentence] + 1, 0)
    same = sum((tree.heads == places).astype(np.int64) << at for at, tree in enumerate(trees))
    same = same + sum(
        (tree.groups == trees[0].groups).astype(np.int64) << 3 + at for at, tree in enumerate(trees) if at
    )
    found = dict(relation_atoms, same=mix_bits(same + 5000))
    for name, lead in (("ml", leads.relation), ("mt", leads.tag), ("mc", leads.head)):
        found[name] = _steps(lead)
    found["mh"] = np.append(found["mt"], mix_bits(5600))[kin.head]
    for name, tree in zip(("ms", "mr", "ma", "mb"), trees, strict=True):
        found[name] = _steps(tree.margins)
    return found


def _steps(lead: Leads) -> Ids:
    return mix_bits(np.digitize(lead, _STEPS) + 5100)
