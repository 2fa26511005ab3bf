"""Knowledge about English words beyond the treebanks: their classes and their possible parts of speech.

Next: `quizengine.language.model.batch`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quizengine.language.model.hashing import Ids, checksum

WordClass = tuple[str, int, int]
"""The path of a form's cluster in a binary tree ("0110…", empty where it has none), what a dictionary says that it can
be (bits: noun, verb, adjective, adverb), and how it is written (below)."""

NO_RECORD, MOSTLY_CAPITAL, EITHER, MOSTLY_SMALL = range(4)
"""The use of a capital letter at the beginning of a word."""

SHORT_PATHS = (4, 6)
"""The numbers of steps down the tree of clusters that make coarser classes of words."""

_CLUSTER, _POSSIBLE = 6, 2  # bits to the right of each part of a fact


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Classes of words by checksum of their form."""

    common: Ids
    """Sorted checksums of the words in small letters that the treebanks have more than once."""
    forms: Ids
    """Sorted checksums of the forms that are known."""
    facts: npt.NDArray[np.uint16]
    """The facts about each of these forms: its cluster (0: none), possible parts of speech, and use of capitals."""
    short_paths: npt.NDArray[np.uint8]
    """The class of each cluster (columns) among the coarser ones, by its number; one row for each of SHORT_PATHS."""

    @classmethod
    def of(cls, common: Iterable[str], classes: dict[str, WordClass]) -> "Lexicon":
        """The lexicon of common words and the classes of forms."""
        paths = ["", *sorted({path for path, *_ in classes.values()} - {""})]
        number = {path: at for at, path in enumerate(paths)}
        facts = {
            checksum(form): number[path] << _CLUSTER | possible << _POSSIBLE | case
            for form, (path, possible, case) in sorted(classes.items())
        }
        short = []
        for length in SHORT_PATHS:
            beginnings = {path: at for at, path in enumerate(sorted({path[:length] for path in paths}))}
            short.append([beginnings[path[:length]] for path in paths])
        return cls(
            np.array(sorted(map(checksum, common)), np.uint32),
            np.array(sorted(facts), np.uint32),
            np.array([facts[form] for form in sorted(facts)], np.uint16),
            np.array(short, np.uint8),
        )

    def is_common(self, words: Ids) -> npt.NDArray[np.bool_]:
        """Return whether the treebanks have the words of these checksums more than once."""
        return _places(self.common, words)[1]

    def known(self, forms: Ids, words: Ids) -> tuple[Ids, ...]:
        """Cluster, coarser clusters, possible parts of speech and use of capitals, of forms or else of words.

        Both are checksums: of the forms as they stand, and of them in small letters.
        """
        place, there = _places(self.forms, forms)
        other, there_small = _places(self.forms, words)
        facts = np.where(there, self.facts[place], np.where(there_small, self.facts[other], 0)).astype(np.uint32)
        cluster = facts >> np.uint32(_CLUSTER)
        possible = facts >> np.uint32(_POSSIBLE) & np.uint32(15)
        return cluster, *(row[cluster].astype(np.uint32) for row in self.short_paths), possible, facts & np.uint32(3)

    def is_mostly_small(self, word: str) -> bool:
        """Return whether a word, given in small letters, mostly begins with one: "widespread", and not "german"."""
        ids = np.array([checksum(word)], np.uint32)
        return bool(self.known(ids, ids)[-1][0] == MOSTLY_SMALL)


def _places(ordered: Ids, wanted: Ids) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return where each number is among sorted ones, which are at least one, and whether it is among them at all."""
    found = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return found, ordered[found] == wanted
