"""Classes of English words for the lexicon: which words are used alike, and which parts of speech they can be.

Each line of word_classes.txt.xz describes a form in four columns, separated by tabs: the form, the path of its Brown
cluster, what it can be according to WordNet (n, v, a, r), and how it is mostly written (-: no record, C: capital,
E: either, s: small). This command made it:

python tools/word_classes.py FOLDER

FOLDER is the `data` folder of the package spacy-lookups-data 1.0.5.
"""

import lzma
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quizengine.language.model.lexicon import EITHER, MOSTLY_CAPITAL, MOSTLY_SMALL, NO_RECORD, WordClass
from word_forms import PARTS, can_be, table

FILE = Path(__file__).with_name("word_classes.txt.xz")
FORMS = 60_000
"""The number of the commonest forms that are listed; a capitalised one only if it differs from its small one."""

_CASES = "-CEs"
_NEVER = -20.0
"""Below the logarithm of the frequency of any word that is listed."""


def word_classes() -> dict[str, WordClass]:
    """The class of each form."""
    found = {}
    for line in lzma.decompress(FILE.read_bytes()).decode().splitlines():
        form, path, parts, case = line.split("\t")
        found[form] = path, sum(1 << at for at, part in enumerate(PARTS) if part in parts), _CASES.index(case)
    return found


def main() -> None:
    """Write the file."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    tables = {name: table(Path(sys.argv[1]), f"lexeme_{name}") for name in ("cluster", "prob")}
    lemmas = {name: table(Path(sys.argv[1]), f"lemma_{name}") for name in ("index", "exc")}
    lines, listed = [], dict[str, str]()
    for form, facts in _facts(tables["cluster"], tables["prob"], lemmas):
        if listed.get(form.lower()) != facts:
            listed[form] = facts
            lines.append(f"{form}\t{facts}\n")
        if len(lines) == FORMS:
            break
    FILE.write_bytes(lzma.compress("".join(lines).encode(), preset=9))


def _facts(
    clusters: Mapping[str, int], frequency: Mapping[str, float], lemmas: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield what is to be written of each form that is known, commonest first."""
    lists = {part: set(lemmas["index"][name]) | set(lemmas["exc"][name]) for part, name in PARTS.items()}
    for form in frequency:
        if not any(map(str.isalpha, form)) or any(map(str.isspace, form)):
            continue
        small = form.lower()
        cluster = clusters.get(form, 0) or clusters.get(small, 0)
        parts = "".join(part for part in PARTS if can_be(small, part, lists[part]))
        if cluster or parts:
            path = bin(cluster)[:1:-1] if cluster else ""  # the package reads paths from their end
            yield form, f"{path}\t{parts}\t{_CASES[_case(small, frequency)]}"


def _case(word: str, frequency: Mapping[str, float]) -> int:
    capital = word[:1].upper() + word[1:]
    if word not in frequency and capital not in frequency:
        return NO_RECORD
    lead = frequency.get(word, _NEVER) - frequency.get(capital, _NEVER)
    return MOSTLY_CAPITAL if lead < -2 else EITHER if lead < 0.5 else MOSTLY_SMALL


if __name__ == "__main__":
    main()
