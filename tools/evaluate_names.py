"""Measure what the engine says about names against what people marked in documents of UD English GUM.

python tools/evaluate_names.py [--errors] GUM-DEV.conllu[.xz] ...

For each kind: the names of which it is said, the share that is right, and the share of the names of that kind that it
finds; first where it is sure, then all. A name is counted once in a document; its right kind is that of most mentions.
A work is right where people marked it as anything but a person, a place, an organisation or a time: GUM knows no works.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from entities import documents
from name_examples import KINDS, gold_of, kind_of
from quizengine.language.names.bearers import bearers
from quizengine.language.names.kind_choice import classify_name as kind_said

Judged = tuple[str, str, bool, str]
"""The name, the kind said, whether that is sure, and the right kind."""


def judged(path: Path) -> Iterator[Judged]:
    """All names of the documents of a file that people marked."""
    for document in documents(path):
        for bearer in bearers(document.article):
            gold = [one for mention in bearer.mentions if (one := gold_of(document, mention))]
            if gold:
                right = Counter(map(kind_of, gold)).most_common(1)[0][0]
                yield " ".join(bearer.tokens), *kind_said(bearer), right


def is_right(said: str, right: str) -> bool:
    """Return whether what is said agrees with what people marked."""
    return right in ("thing", "event") if said == "work" else said == right


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, nargs="+", help="documents of UD English GUM")
    parser.add_argument("--errors", action="store_true", help="print every wrong kind that was sure")
    chosen = parser.parse_args()
    found = [one for path in chosen.treebanks for one in judged(path)]
    print(f"{len(found)} names")
    for kind in (*KINDS, "work"):
        there = sum(right == kind for *_, right in found)
        parts = []
        for which, pool in (("sure", [one for one in found if one[2]]), ("all", found)):
            said = [one for one in pool if one[1] == kind]
            right = sum(is_right(kind, one[3]) for one in said)
            parts.append(
                f"{which} {len(said):4} P {100 * right / max(len(said), 1):5.1f} R {100 * right / max(there, 1):5.1f}"
            )
        print(f"{kind:13} {'   '.join(parts)}")
    for name, said, sure, right in found if chosen.errors else ():
        if sure and not is_right(said, right):
            print(f"{name}: said {said}, marked as {right}")


if __name__ == "__main__":
    main()
