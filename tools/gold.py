"""The annotations of a treebank for learning, as arrays."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from conllu import TreebankSentence
from quizengine.language.model.relation_groups import model_relation, relation_group
from recipes import LEAST_SEEN_TAG


@dataclass(frozen=True)
class Gold:
    """The right answers to be learnt, for every token."""

    tags: tuple[str, ...]
    tag: npt.NDArray[np.int64]
    """The number of its tag, or -1 if that is too rare."""
    heads: npt.NDArray[np.int32]
    groups: npt.NDArray[np.int32]
    relations: tuple[str, ...]
    relation: npt.NDArray[np.int64]

    @classmethod
    def of(cls, sentences: Sequence[TreebankSentence]) -> "Gold":
        """The gold annotation of sentences."""
        words = [word for sentence in sentences for word in sentence.words]
        joint = [f"{word.upos} {word.xpos}" for word in words]
        tags = tuple(sorted(tag for tag, times in Counter(joint).items() if times >= LEAST_SEEN_TAG))
        names = [model_relation(word.relation) for word in words]
        known = tuple(sorted(set(names)))
        number = {tag: at for at, tag in enumerate(tags)}
        return cls(
            tags,
            np.array([number.get(tag, -1) for tag in joint]),
            np.array([word.head for word in words], np.int32),
            np.array([relation_group(name) for name in names], np.int32),
            known,
            np.array([known.index(name) for name in names]),
        )
