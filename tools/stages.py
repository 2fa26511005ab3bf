"""Training a table on everything, with honest answers: each from a training that has not seen its sentence."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

from perceptron import (
    Answers,
    Choice,
    Exercise,
    Logistic,
    Perceptron,
    Weights,
    as_table,
    classify_epoch,
    parse_epoch,
    whole,
)
from quizengine.language.model.arc_hybrid import CLASSES, Tree
from quizengine.language.model.tables import Table
from recipes import EXPLORE, FEWER_EPOCHS, FOLDS, NEIGHBOURS, RATE, RECIPES, Recipe

Arrays = tuple[npt.NDArray[Any], ...]
Numbers = npt.NDArray[np.int64]
Trainable = npt.NDArray[np.uint8] | None


@dataclass(frozen=True)
class Scores:
    """The scores of all candidates of a choice."""

    scores: npt.NDArray[np.int32]


@dataclass(frozen=True)
class Stages:
    """Trains stage after stage on the same tokens; results that the folder `keep` holds are read from there."""

    sentence: Numbers
    """The number of each token's sentence."""
    keep: Path | None
    jobs: int
    """The number of trainings that run at once."""
    say: Callable[[str], None]
    most_bits: int = 32
    """Tables have at most 2**most_bits slots: fewer than the recipes say for a quick trial."""

    def recipe(self, name: str) -> Recipe:
        """Return how a table is trained."""
        recipe = RECIPES[name]
        return replace(recipe, bits=min(recipe.bits, self.most_bits))

    def classifier(self, name: str, slots: npt.NDArray[np.int32], gold: Numbers) -> tuple[Table, Answers]:
        """Train a classifier of all tokens (columns of `slots`) whose gold class is not below 0."""
        recipe, classes, fold = self.recipe(name), int(gold.max()) + 1, fold_of(self.sentence)
        placed = np.ascontiguousarray(slots.T)

        def fit(which: Numbers, epochs: int, trainable: Trainable = None) -> npt.NDArray[np.float32]:
            learner, rng = Perceptron(classes, recipe.bits, trainable), Random(0)
            for _ in range(epochs):
                classify_epoch(learner, placed, shuffled(which, rng), gold, train=True)
            return learner.average()

        def without(number: int) -> Answers:
            average = fit(np.flatnonzero(fold != number), recipe.epochs - FEWER_EPOCHS)
            fixed = Perceptron.fixed(whole(average, recipe.scale), classes)
            return classify_epoch(fixed, placed, np.flatnonzero(fold == number), gold, train=False)

        final = _final(recipe, fit, np.arange(len(gold)))
        weights, *parts = self._stage(name, final, without, ("best", "second", "lead"))
        table, found = shipped(recipe, [weights], classes), Answers(*parts)
        right = (found.best == gold)[gold >= 0].mean()
        self.say(f"{name}: {right:.4f} right, {len(table.rows):,} different rows")
        return table, found

    def parser(self, name: str, side: int, exercise: Exercise) -> tuple[Weights, Tree]:
        """Train a parser; `side` tells parsers that share a table apart."""
        recipe, sentences = self.recipe(name), np.arange(len(exercise.offsets) - 1)

        def fit(which: Numbers, epochs: int, trainable: Trainable = None) -> npt.NDArray[np.float32]:
            learner, rng = Perceptron(CLASSES, recipe.bits, trainable), Random(0)
            for epoch in range(epochs):
                explore = EXPLORE if epoch else 0.0
                parse_epoch(learner, exercise, shuffled(which, rng), train=True, explore=explore, seed=epoch)
            return learner.average()

        def without(number: int) -> Tree:
            average = fit(sentences[fold_of(sentences) != number], recipe.epochs - FEWER_EPOCHS)
            fixed = Perceptron.fixed(whole(average, recipe.scale), CLASSES)
            return parse_epoch(fixed, exercise, sentences[fold_of(sentences) == number], train=False)

        final = _final(recipe, fit, sentences)
        weights, *parts = self._stage(f"{name}-{side}", final, without, ("heads", "groups", "margins"))
        tree = Tree(*parts)
        self.say(f"{name} {side}: {(tree.heads == exercise.heads).mean():.4f} of heads right")
        return weights, tree

    def chooser(self, name: str, choice: Choice) -> tuple[Table, npt.NDArray[np.int32]]:
        """Train a logistic regression, and score all candidates (columns) of all tokens."""
        recipe, fold = self.recipe(name), fold_of(self.sentence)

        def fit(which: Numbers) -> npt.NDArray[np.float32]:
            learner, rng = Logistic(recipe.bits), Random(0)
            for _ in range(recipe.epochs):
                learner.epoch(choice, shuffled(which, rng), RATE)
            return whole(learner.weights, recipe.scale).astype(np.float32)

        def without(number: int) -> Scores:
            fixed = Logistic(recipe.bits)
            fixed.weights[:] = fit(np.flatnonzero(fold != number))
            return Scores(fixed.epoch(choice, np.flatnonzero(fold == number), 0.0).astype(np.int32))

        def final() -> Weights:
            return fit(np.arange(len(fold))).astype(np.int16)[:, None]

        weights, scores = self._stage(name, final, without, ("scores",))
        return shipped(recipe, [weights], 1), scores

    def _stage(
        self, name: str, final: Callable[[], Weights], without: Callable[[int], object], parts: Sequence[str]
    ) -> Arrays:
        """The weights, and these parts of the honest answers."""
        path = self.keep / f"{name}.npz" if self.keep else None
        if path is None or not path.exists():
            with ThreadPoolExecutor(self.jobs) as pool:
                weights = pool.submit(final)
                answers = list(pool.map(without, range(FOLDS)))
            arrays = weights.result(), *(_sum([getattr(answer, part) for answer in answers]) for part in parts)
            if path is None:
                return arrays
            np.savez(path, *arrays)
        with np.load(path) as kept:
            return tuple(kept[key] for key in kept.files)


def _final(recipe: Recipe, fit: Callable[..., npt.NDArray[np.float32]], every: Numbers) -> Callable[[], Weights]:
    """Return what trains the table that is shipped."""

    def final() -> Weights:
        average = fit(every, recipe.epochs)
        if recipe.keep:
            average = fit(every, recipe.epochs, (np.abs(average).max(1) >= recipe.keep).astype(np.uint8))
        return whole(average, recipe.scale)

    return final


def fold_of(sentences: Numbers) -> Numbers:
    """The fold of each sentence, by its number: neighbours, whose words are much the same, share one."""
    return sentences // NEIGHBOURS % FOLDS


def shuffled(which: Numbers, rng: Random) -> Numbers:
    """The numbers in an order of chance, the same for the same generator on every machine."""
    order = which.tolist()
    rng.shuffle(order)
    return np.array(order, np.int64)


def _sum(parts: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """Answers of all folds together: each has zeros where the others have answers."""
    return np.sum(parts, axis=0, dtype=parts[0].dtype)


def shipped(recipe: Recipe, weights: Sequence[Weights], classes: int) -> Table:
    """The table that is shipped; the slots of several parsers follow one another."""
    together = np.concatenate(weights)
    together = np.where(np.abs(together).max(1, keepdims=True) >= recipe.drop, together, 0)
    return as_table(np.rint(together / recipe.step).astype(np.int16), classes, recipe.step)
