"""Measure whom the engine takes pronouns and descriptions for, against what people marked in documents of GUM.

python tools/evaluate_coreference.py [--errors] GUM-DEV.conllu[.xz] ...

For "he", "she", "it", "they" (with all their forms, outside quotations) and bare descriptions ("the company"): how many
there are, how many of them mean somebody or something that the document names, how many are resolved, and how many of
those are right.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from coreference_examples import Example, examples
from entities import documents
from quizengine.language.discourse.coreference import resolved_anaphors
from quizengine.language.names import Name

SORTS = ("he", "she", "it", "they", "the")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, nargs="+", help="documents of UD English GUM")
    parser.add_argument("--errors", action="store_true", help="print every wrong one")
    chosen = parser.parse_args()
    found: dict[str, list[tuple[Example, Name | None]]] = defaultdict(list)
    for document in (each for path in chosen.treebanks for each in documents(path)):
        means = resolved_anaphors(document.article)
        for one in examples(document):
            found[one.case.anaphor.sort].append((one, means.get(one.start)))
    for sort in SORTS:
        every = found[sort]
        said = [(one, name) for one, name in every if name]
        right = sum(name.full in one.right for one, name in said)
        named = sum(bool(one.right) for one, _ in every)
        share = f"P {100 * right / len(said):5.1f}" if said else "P     -"
        print(f"{sort:5} {len(every):5} named {named:4}   resolved {len(said):4} right {right:4} {share}")
        for one, name in said if chosen.errors else ():
            if name.full not in one.right:
                print(f"      said {name.full}, meant {sorted(one.right)}: {one.text}")


if __name__ == "__main__":
    main()
