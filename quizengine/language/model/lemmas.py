"""Dictionary forms: exceptions by word, then rules by ending, for each Penn tag.

Next: `quizengine.language.model.pipeline`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

LONGEST_ENDING = 6
_IN_STE = ("waste", "taste", "paste", "baste", "haste")
_STRAIGHT = str.maketrans("’‘", "''")


@dataclass(frozen=True, eq=False)
class Lemmas:
    """The learnt rules for dictionary forms. Keys are a tag, a space and a word or an ending in small letters."""

    exceptions: Mapping[str, str]
    """The lemma of a word that the rules get wrong."""
    rules: Mapping[str, tuple[int, str]]
    """Maps an ending to the number of characters to take off and to what takes their place."""

    def lemma(self, form: str, tag: str) -> str:
        """The lemma of a form with this Penn tag; proper nouns keep their capitals."""
        return _lemma(self, form, tag)


@lru_cache(maxsize=50_000)
def _lemma(lemmas: Lemmas, form: str, tag: str) -> str:
    word = form.translate(_STRAIGHT) if is_name(tag) else form.translate(_STRAIGHT).lower()
    small = word.lower()
    known = lemmas.exceptions.get(f"{tag} {small}")
    if known is not None:
        return known
    for size in range(min(LONGEST_ENDING, len(small)), -1, -1):
        rule = lemmas.rules.get(f"{tag} {small[len(small) - size :]}")
        if rule is not None and rule[0] < len(word):
            return _without_a_false_e(word[: len(word) - rule[0]] + rule[1], tag)
    return word


def _without_a_false_e(lemma: str, tag: str) -> str:
    """A verb's lemma without an "e" that the rules learnt from "wasted": English has five verbs in "-ste"."""
    false = tag.startswith("VB") and lemma.endswith("ste") and not lemma.endswith(_IN_STE)
    return lemma[:-1] if false else lemma


def is_name(tag: str) -> bool:
    """Return whether words with this tag keep their capitals."""
    return tag in ("NNP", "NNPS")
