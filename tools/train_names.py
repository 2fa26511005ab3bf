"""Train the table that tells of which kind a name is.

python tools/train_names.py GUM-TRAIN.conllu[.xz] OUTPUT

A logistic regression that leaves out half of the features at random in each step, so that it does not lean on single
words; the weights are means over the later half of its rounds. It is trained four times without a quarter of the
documents; their names give the thresholds: the least lead of the best kind over the second from which on it was right
in 96 % of the names. The same file gives the same bytes.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from entities import documents
from linear import NEVER, Weights, table, threshold
from name_examples import KINDS, Example, names_of, nouns_of
from quizengine.language.model.linear_table import LinearTable, write_table

PARTS = 4
EPOCHS = 12
RATE = 0.1
LEFT_OUT = 0.5
LEAST = 2
"""The fewest examples with a feature for it to be learnt."""
NOUN_WEIGHT = 0.1
PRECISION = 0.96
FEWEST = 12
"""Names on which a threshold must rest."""


def trained(examples: Sequence[Example]) -> LinearTable:
    """The weights for some examples, as whole numbers; nothing is sure yet."""
    counts = Counter(feature for one in examples for feature in one.features)
    rows = {feature: row for row, feature in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    known = [np.array(sorted(rows[f] for f in one.features if f in rows), np.int64) for one in examples]
    weights, squares = np.zeros((len(rows) + 1, len(KINDS))), np.full((len(rows) + 1, len(KINDS)), 1e-3)
    chance = np.random.default_rng(1)
    total = np.zeros_like(weights)
    for epoch in range(EPOCHS):
        for number in chance.permutation(len(examples)):
            kept = known[number][chance.random(len(known[number])) >= LEFT_OUT]
            _learn(examples[number], np.append(kept, len(rows)), weights, squares)
        total += weights if epoch >= EPOCHS // 2 else 0
    mean = total / (EPOCHS - EPOCHS // 2)
    return table(rows, mean, KINDS, dict.fromkeys(KINDS, NEVER))


def _learn(one: Example, rows: npt.NDArray[np.int64], weights: Weights, squares: Weights) -> None:
    """Take one step of AdaGrad."""
    scores = weights[rows].sum(axis=0)
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    chances[KINDS.index(one.kind)] -= 1
    chances *= one.weight
    squares[rows] += chances * chances
    weights[rows] -= RATE * chances / np.sqrt(squares[rows])


def thresholds(judged: Sequence[tuple[tuple[int, ...], str]]) -> dict[str, int]:
    """The threshold of each kind, for sums with the right kinds."""
    leads: dict[str, list[tuple[int, bool]]] = {kind: [] for kind in KINDS}
    for sums, right in judged:
        second, best = sorted(sums)[-2:]
        said = KINDS[sums.index(best)]
        leads[said].append((best - second, said == right))
    return {kind: threshold(found, PRECISION, FEWEST) for kind, found in leads.items()}


def main() -> None:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path, help="training documents of UD English GUM")
    parser.add_argument("output", type=Path, help="file to write the table to")
    chosen = parser.parse_args()
    names, nouns = [], []
    for document in documents(chosen.treebank):
        names.append(list(names_of(document)))
        nouns.append(list(nouns_of(document, NOUN_WEIGHT)))
    judged = []
    for part in range(PARTS):
        seen = [at for at in range(len(names)) if at % PARTS != part]
        found = trained([one for at in seen for one in (*names[at], *nouns[at])])
        judged += [(found.scores(one.features), one.kind) for group in names[part::PARTS] for one in group]
    found = trained([one for group in (*names, *nouns) for one in group])
    limits = thresholds(judged)
    data = write_table(replace(found, thresholds=limits))
    chosen.output.write_bytes(data)
    print(f"{sum(map(len, names)):,} names, {sum(map(len, nouns)):,} nouns; thresholds {limits}; {len(data):,} bytes")


if __name__ == "__main__":
    main()
