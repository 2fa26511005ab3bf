"""Analyses the forms of sentences: their tags, trees and relations, and how certain these are.

Next: `quizengine.language.syntax`, which makes tokens of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from quizengine.language.model import certainty, head_choice, relations, tagging
from quizengine.language.model.arc_hybrid import Reading, Tree, parse
from quizengine.language.model.batch import Batch, word_atoms
from quizengine.language.model.hashing import Ids, Template, hash_slots, mix_bits
from quizengine.language.model.kinship import Kinship, kinship
from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.lexicon import Lexicon
from quizengine.language.model.parser_features import PLAIN, STACKED
from quizengine.language.model.tables import Scores, Table
from quizengine.language.model.tagging import Classes

SALTS = {"tag_first": 1, "tag_second": 2, "head": 20, "relation": 31, "judge": 33}
"""Numbers that make the hashes of each classifier's templates differ."""

Found = tuple[Classes, Classes, npt.NDArray[np.int32]]
"""The best and the second best class of each token, and the lead of the one over the other."""


@dataclass(frozen=True)
class Model:
    """Everything that was learnt."""

    tags: tuple[str, ...]
    """Each class of the tagger: "NOUN NN"."""
    relations: tuple[str, ...]
    thresholds: tuple[int, ...]
    """The lowest score of the judge with which a token is sure, for each relation."""
    lexicon: Lexicon = field(repr=False)
    tables: dict[str, Table]
    lemmas: Lemmas = field(repr=False)


@dataclass(frozen=True)
class Analysis:
    """The results for every token of a batch."""

    tags: Classes
    heads: npt.NDArray[np.int32]
    relations: Classes
    sure: npt.NDArray[np.bool_]
    certainty: npt.NDArray[np.int32]
    """The judge's score of head and relation; of two tokens with one relation, the higher is the more likely right."""


@dataclass(frozen=True)
class Tagged:
    """Tags of a batch with what later stages see of them."""

    words: dict[str, Ids]
    best: Classes
    lead: npt.NDArray[np.int32]
    """The lead of the best tag over the second best."""
    tag: Ids
    coarse: Ids
    verbs: npt.NDArray[np.bool_]


def run_pipeline(model: Model, sentences: Sequence[Sequence[str]]) -> Analysis:
    """The analysis of sentences given as forms, none of them empty; how they are batched changes nothing."""
    batch = Batch.of(sentences)
    tagged = tag(model, batch, word_atoms(batch, model.lexicon))
    plain = parse(PLAIN, model.tables["plain"], plain_readings(batch, tagged), batch.offsets)
    others = plain[0], in_reading_order(batch, plain[1])
    stacked = parse(STACKED, model.tables["stacked"], stacked_readings(batch, tagged, others), batch.offsets)
    trees = stacked[0], in_reading_order(batch, stacked[1]), *others
    kin, suggested, atoms = second_look(batch, tagged, trees)
    heads, lead = head_choice.choose_heads(batch, suggested, suggestion_scores(model, suggested, atoms))
    kin = kinship(batch, heads)
    atoms = relations.relation_atoms(batch, tagged.words, tagged.tag, tagged.coarse, kin, trees)
    best, second, relation_lead = classify(model, "relation", atoms, relations.TEMPLATES)
    atoms = relations.related_atoms(atoms, kin, best, second, model.relations)
    leads = certainty.Evidence(tagged.lead, lead, relation_lead)
    verdict = class_scores(model, "judge", certainty.judge_atoms(atoms, kin, batch, trees, leads), certainty.TEMPLATES)
    score = verdict[:, 0].astype(np.int32)
    return Analysis(tagged.best, heads, best, score >= np.array(model.thresholds)[best], score)


def second_look(
    batch: Batch, tagged: Tagged, trees: Sequence[Tree]
) -> tuple[Kinship, head_choice.Suggestions, dict[str, Ids]]:
    """The kinship of the first tree, the heads that all suggest, and what is known of each suggestion."""
    kin = kinship(batch, trees[0].heads)
    suggested = head_choice.suggest_heads(batch, kin, trees[1:])
    verbs = tagged.verbs
    return (
        kin,
        suggested,
        head_choice.suggestion_atoms(batch, tagged.words, tagged.tag, tagged.coarse, verbs, kin, trees, suggested),
    )


def suggestion_scores(model: Model, suggested: head_choice.Suggestions, atoms: dict[str, Ids]) -> npt.NDArray[np.int32]:
    """The score of each suggestion."""
    return class_scores(model, "head", atoms, head_choice.TEMPLATES).reshape(suggested.heads.shape).astype(np.int32)


def tag(model: Model, batch: Batch, words: dict[str, Ids]) -> Tagged:
    """The tags of a batch."""
    atoms = tagging.first_atoms(batch, words)
    best, second, _ = classify(model, "tag_first", atoms, tagging.FIRST_PASS)
    atoms = tagging.second_atoms(batch, atoms, best, second)
    best, _, lead = classify(model, "tag_second", atoms, tagging.SECOND_PASS)
    return as_tagged(words, model.tags, best, lead)


def as_tagged(words: dict[str, Ids], tags: Sequence[str], best: Classes, lead: npt.NDArray[np.int32]) -> Tagged:
    """Tags, as the stages after tagging see them."""
    coarse = [tag.partition(" ")[0] for tag in tags]
    numbers = {name: at for at, name in enumerate(sorted(set(coarse)))}
    number = np.array([numbers[name] for name in coarse])
    verbs = np.array([name in ("VERB", "AUX") for name in coarse])[best]
    return Tagged(words, best, lead, mix_bits(best + 100), mix_bits(number[best] + 50), verbs)


def plain_readings(batch: Batch, tagged: Tagged) -> list[Reading]:
    """Return what the two plain parsers read: one from left to right, one from right to left."""
    forward = np.stack((tagged.words["class"], tagged.tag, tagged.coarse))
    unguided = np.empty((0, len(batch)), np.int32)
    return [Reading(forward, unguided), Reading(forward[:, batch.mirror], unguided)]


def in_reading_order(batch: Batch, tree: Tree) -> Tree:
    """The tree of sentences that were read backwards, as if they had been read forwards; and the other way round."""
    return Tree(batch.mirrored_heads(tree.heads), tree.groups[batch.mirror], tree.margins[batch.mirror])


def stacked_readings(batch: Batch, tagged: Tagged, others: tuple[Tree, Tree]) -> list[Reading]:
    """Return what the two stacked parsers read: the trees of the two plain ones as well."""
    groups = [mix_bits(tree.groups + 700 + 100 * number) for number, tree in enumerate(others)]
    attributes = np.stack((tagged.words["class"], tagged.tag, tagged.coarse, *groups))
    heads = np.stack([tree.heads for tree in others])
    backward = np.stack([batch.mirrored_heads(tree.heads) for tree in others])
    return [Reading(attributes, heads), Reading(attributes[:, batch.mirror], backward)]


def class_scores(model: Model, name: str, atoms: dict[str, Ids], chosen: tuple[Template, ...]) -> Scores:
    """The score of each class of a classifier, for each token."""
    table = model.tables[name]
    return table.scores(hash_slots(atoms, chosen, SALTS[name], len(table.index).bit_length() - 1))


def classify(model: Model, name: str, atoms: dict[str, Ids], chosen: tuple[Template, ...]) -> Found:
    """The best and the second best class of each token, and the lead of the one over the other."""
    found = class_scores(model, name, atoms, chosen)
    best, second = tagging.two_best(found)
    every = np.arange(len(best))
    return best, second, found[every, best].astype(np.int32) - found[every, second]
