"""Train the table that tells whom "he" and "she" mean.

python tools/train_coreference.py GUM-TRAIN.conllu[.xz] OUTPUT

A logistic regression that chooses among the candidates and nobody, with a third of the features left out at random in
each step; the weights are means over the later half of its rounds. It is trained four times without a quarter of the
documents, whose pronouns give the thresholds. The same file gives the same bytes.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from coreference_examples import Example, examples
from entities import documents
from linear import NEVER, STEP, Weights, table, threshold
from quizengine.language.discourse.coreference import PERSONAL, choose_antecedents
from quizengine.language.model.linear_table import LinearTable, write_table

PARTS = 4
EPOCHS = 12
RATE = 0.1
LEFT_OUT = 0.3
LEAST = 3
"""The fewest candidates with a feature for it to be learnt."""
VOTE = 3 * STEP
"""The lead from which on a pronoun tells whether somebody is a "he" or a "she"."""
PRECISION = 0.95
FEWEST = 30
Rows = npt.NDArray[np.int64]


def trained(learnt: Sequence[Example]) -> LinearTable:
    """The weights for some examples, as whole numbers; only votes are sure yet."""
    counts = Counter(feature for one in learnt for told in one.case.features for feature in told)
    rows = {feature: row for row, feature in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    known = [
        [np.array(sorted(rows[f] for f in told if f in rows), np.int64) for told in one.case.features] for one in learnt
    ]
    weights, squares = np.zeros(len(rows) + 1), np.full(len(rows) + 1, 1e-3)
    total, chance = np.zeros_like(weights), np.random.default_rng(1)
    for epoch in range(EPOCHS):
        for number in chance.permutation(len(learnt)):
            kept = [one[chance.random(len(one)) >= LEFT_OUT] for one in known[number]]
            right = [False, *(learnt[number].is_right(at) for at in range(len(kept)))]
            _learn(kept, np.array(right), weights, squares)
        total += weights if epoch >= EPOCHS // 2 else 0
    mean = total / (EPOCHS - EPOCHS // 2)
    return table(rows, mean[:, None], ("same",), {"vote": VOTE} | {"person": NEVER})


def _learn(kept: Sequence[Rows], right: npt.NDArray[np.bool_], weights: Weights, squares: Weights) -> None:
    """Take one step of AdaGrad; where no candidate is right, "nobody" is, which comes first and weighs nothing."""
    scores = np.array([0.0, *(weights[one].sum() for one in kept)])
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    right[0] = not right.any()
    wanted = chances * right
    steps = chances - wanted / max(wanted.sum(), 1e-12)
    for one, step in zip(kept, steps[1:], strict=True):
        squares[one] += step * step
        weights[one] -= RATE * step / np.sqrt(squares[one])


def main() -> None:
    """Train and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path, help="training documents of UD English GUM")
    parser.add_argument("output", type=Path, help="file to write the table to")
    chosen = parser.parse_args()
    groups = [
        [one for one in examples(document) if one.case.anaphor.sort in PERSONAL]
        for document in documents(chosen.treebank)
    ]
    leads: list[tuple[int, bool]] = []
    for part in range(PARTS):
        found = trained([one for at, group in enumerate(groups) if at % PARTS != part for one in group])
        for group in groups[part::PARTS]:
            for one, (lead, best) in zip(group, choose_antecedents([each.case for each in group], found), strict=True):
                leads.append((lead, one.is_right(best)))
    limits = {"person": threshold(leads, PRECISION, FEWEST), "vote": VOTE}
    data = write_table(replace(trained([one for group in groups for one in group]), thresholds=limits))
    chosen.output.write_bytes(data)
    print(f"{sum(map(len, groups)):,} pronouns; thresholds {limits}; {len(data):,} bytes")


if __name__ == "__main__":
    main()
