"""Many sentences at once, as arrays over all their tokens.

Next: `quizengine.language.model.tagging`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from quizengine.language.model.hashing import Ids, checksum, mix_bits
from quizengine.language.model.lexicon import Lexicon

Places = npt.NDArray[np.int64]

WORD_ATOMS = (
    "word",
    "form",
    "suffix4",
    "suffix3",
    "suffix2",
    "suffix1",
    "prefix1",
    "prefix2",
    "prefix3",
    "shape",
    "cluster",
    "cluster4",
    "cluster6",
    "possible",
    "case",
    "entry",
    "class",
)
"""The atoms of a form by itself. From `cluster` on, a lexicon tells it: the cluster and coarser ones, which parts
of speech it can be, how it is written, and both together. `class` stands for the word, or for its cluster where the
word is too rare to learn from, or for its shape and ending where it has none."""

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‑": "-", "–": "-"})
_LONGEST_FORM = 60
_DIGIT, _CAPITAL, _SMALL = re.compile(r"\d"), re.compile(r"[A-ZÀ-ÖØ-Þ]"), re.compile(r"[a-zß-öø-ÿ]")
_REPEATED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True)
class Batch:
    """The tokens of some sentences, one after the other."""

    forms: tuple[str, ...]
    offsets: Places
    """The index of the first token of each sentence; the last entry is the number of tokens."""
    sentence: Places
    """The number of each token's sentence."""
    place: Places
    """The place of each token in its sentence, from 0."""
    length: Places
    """The number of tokens in each token's sentence."""

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]]) -> "Batch":
        """The batch of sentences given as forms; none of them is empty."""
        lengths = np.array([len(forms) for forms in sentences], np.int64)
        offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
        sentence = np.repeat(np.arange(len(sentences)), lengths)
        place = np.arange(offsets[-1]) - offsets[sentence]
        return cls(tuple(form for forms in sentences for form in forms), offsets, sentence, place, lengths[sentence])

    def __len__(self) -> int:
        return len(self.forms)

    def shifted(self, atom: Ids, by: int) -> Ids:
        """The atom of the token so many places further on in the same sentence; beyond its ends, one for outside."""
        there = self.place + by
        inside = (there >= 0) & (there < self.length)
        found = atom.take(np.arange(len(self)) + by, mode="clip")
        found[~inside] = mix_bits(11 + by)[0]
        return found

    @property
    def mirror(self) -> Places:
        """The counterpart of each token: the one as far from the other end of its sentence."""
        return self.offsets[self.sentence] + self.length - 1 - self.place

    def mirrored_heads(self, heads: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
        """Heads of the sentences read backwards, from those read forwards, and the other way round."""
        turned = heads[self.mirror]
        return np.where(turned > 0, self.length + 1 - turned, 0).astype(np.int32)


def word_atoms(batch: Batch, lexicon: Lexicon) -> dict[str, Ids]:
    """The atoms of WORD_ATOMS for every token."""
    distinct = {form: at for at, form in enumerate(dict.fromkeys(batch.forms))}
    spelt = np.array([_checksums(form) for form in distinct], np.uint32).reshape(len(distinct), -1).T
    plain, rare, spelt = spelt[0], spelt[1], spelt[2:]
    word = spelt[0]
    cluster, *coarser, possible, case = lexicon.known(plain, word)
    class_ = np.where(lexicon.is_common(word), word, np.where(cluster > 0, cluster, rare))
    known = np.stack((*spelt, cluster, *coarser, possible, case, possible * np.uint32(4) + case, class_))
    which = np.array([distinct[form] for form in batch.forms], np.int64)
    return dict(zip(WORD_ATOMS, mix_bits(known).take(which, 1), strict=True))


@lru_cache(maxsize=50_000)
def _checksums(form: str) -> tuple[int, ...]:
    """The form, what stands for it if it is rare, and the atoms of WORD_ATOMS that its spelling tells."""
    plain = form[:_LONGEST_FORM].translate(_STRAIGHT)
    word, shape = plain.lower(), shape_of(plain)
    return (
        checksum(plain),
        checksum(f"rare {shape} {word[-3:]}"),
        checksum(word),
        checksum("form " + plain),
        *(checksum(f"end{size} {word[-size:]}") for size in (4, 3, 2, 1)),
        *(checksum(f"begin{size} {word[:size]}") for size in (1, 2, 3)),
        checksum("shape " + shape),
    )


def shape_of(form: str) -> str:
    """The outline of a form: "McDonald-11" is "XxXxx-dd"; runs are cut to two, and the whole to eight characters."""
    outline = _SMALL.sub("x", _CAPITAL.sub("X", _DIGIT.sub("d", form)))
    return _REPEATED.sub(r"\1\1", outline)[:8]
