"""Measure lead-ins against what people marked as one and the same in documents of GUM.

python tools/evaluate_lead_ins.py [--errors] [--all] GUM-DEV.conllu[.xz] ...

Of the clauses that could be asked about except for an open pronoun or "the N": how many get a lead-in, and how many of
its phrases are marked as the same entity as the word that stands for it.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from entities import Document, documents
from quizengine.language import clauses_of, full_names, realised, stands_alone, trees
from quizengine.language.discourse.antecedents import anaphor_sort
from quizengine.language.realise.lead_ins import LeadIn, find_lead_in
from quizengine.language.realise.questions import Realised, statement


@dataclass(frozen=True)
class Refused:
    """A clause that does not stand alone, with the sentence that may be put before it."""

    said: Realised
    lead: LeadIn | None


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, nargs="+", help="documents of UD English GUM")
    parser.add_argument("--errors", action="store_true", help="print every wrong one")
    parser.add_argument("--all", action="store_true", help="print every lead-in")
    chosen = parser.parse_args()
    counts: Counter[str] = Counter()
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for document in (each for path in chosen.treebanks for each in documents(path)):
        entities = _entities(document)
        for one in _refused(document, counts):
            counts["refused"] += 1
            counts["lead-ins"] += one.lead is not None
            for word, verdict in _verdicts(one, entities):
                right[_sort(one, word)][verdict] += 1
                if chosen.all or (chosen.errors and verdict != "right"):
                    print(f"{verdict:8} {_sort(one, word):5} {one.lead and one.lead.text} | {statement(one.said)}")
    share = 100 * counts["lead-ins"] / counts["refused"]
    print(f"clauses {counts['clauses']}, open {counts['refused']}, of these with a lead-in {share:.1f} %")
    for sort, found in sorted(right.items()):
        judged = found["right"] + found["wrong"]
        print(f"{sort:6} right {found['right']:4} wrong {found['wrong']:4} not marked {found['unmarked']:4} "
              f"P {100 * found['right'] / max(1, judged):5.1f}")  # fmt: skip
    good, bad = sum(each["right"] for each in right.values()), sum(each["wrong"] for each in right.values())
    print(f"all    right {good:4} wrong {bad:4}                 P {100 * good / max(1, good + bad):5.1f}")


def _refused(document: Document, counts: Counter[str]) -> Iterator[Refused]:
    for tree in trees(document.article):
        for clause in clauses_of(tree):
            said = realised(clause, full_names(tree, clause.tokens)) if clause.is_fact and clause.is_likely else None
            if said is None or clause.said:
                continue
            counts["clauses"] += 1
            if not stands_alone(tree, said.tokens, said.replaced):
                yield Refused(said, find_lead_in(tree, said.tokens, said.replaced))


def _entities(document: Document) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for mention in document.mentions:
        found[mention.head_start].add(mention.entity)
    return found


def _verdicts(one: Refused, entities: dict[int, set[str]]) -> Iterator[tuple[int, str]]:
    for word, phrase in one.lead.meant.items() if one.lead else ():
        here = entities.get(one.said.clause.tree.tokens[word].span.start, set())
        there = entities.get(phrase.tree.tokens[phrase.head].span.start, set())
        yield word, "right" if here & there else "wrong" if here and there else "unmarked"


def _sort(one: Refused, word: int) -> str:
    return anaphor_sort(one.said.clause.tree, word) or "this"


if __name__ == "__main__":
    main()
