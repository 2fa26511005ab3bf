"""The stages in which the language model is trained, one after the other."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from conllu import TreebankSentence
from gold import Gold
from lemma_rules import corrected, learn_lemmas
from perceptron import Answers, Choice, Exercise
from quizengine.language.model import certainty, head_choice, pipeline, relations, tagging
from quizengine.language.model.arc_hybrid import CLASSES, Reading, Tree
from quizengine.language.model.batch import Batch, word_atoms
from quizengine.language.model.hashing import Ids, Template, hash_slots
from quizengine.language.model.kinship import Kinship, kinship
from quizengine.language.model.lexicon import Lexicon
from quizengine.language.model.parser_features import PLAIN, STACKED, Features
from quizengine.language.model.pipeline import SALTS, Model, Tagged
from quizengine.language.model.relation_groups import without_subtype
from quizengine.language.model.tables import Table
from recipes import PRECISION, PRECISION_OF_OTHERS, RECIPES
from stages import Numbers, Stages, shipped
from thresholds import threshold
from word_classes import word_classes
from word_forms import irregular_verbs, word_forms


def trained(sentences: Sequence[TreebankSentence], plain: Sequence[TreebankSentence], stages: Stages) -> Model:
    """The model learnt from a treebank and from plain sentences beside it.

    Which words are common, their lemmas, and how often what is sure is right, are learnt from the treebank alone.
    """
    words = [word for sentence in sentences for word in sentence.words]
    stages.say(f"{len(sentences):,} sentences, {len(words):,} tokens; {len(plain):,} plain sentences")
    seen = Counter(word.form.lower() for word in words)
    lexicon = Lexicon.of((word for word, times in seen.items() if times > 1), word_classes())
    every = (*sentences, *plain)
    measured = np.arange(sum(len(sentence.words) for sentence in every)) < len(words)
    course = Course(batch_of(every), Gold.of(every), lexicon, stages, measured)
    course.run()
    lemmas = corrected(
        learn_lemmas((word.form, word.xpos, word.lemma) for word in words), word_forms(), irregular_verbs()
    )
    thresholds = tuple(course.thresholds[without_subtype(name)] for name in course.gold.relations)
    return Model(course.gold.tags, course.gold.relations, thresholds, lexicon, course.tables, lemmas)


def batch_of(sentences: Sequence[TreebankSentence]) -> Batch:
    """The sentences as the engine sees them."""
    return Batch.of([[word.form for word in sentence.words] for sentence in sentences])


class Course:
    """All stages on one batch of sentences."""

    def __init__(
        self, batch: Batch, gold: Gold, lexicon: Lexicon, stages: Stages, measured: npt.NDArray[np.bool_]
    ) -> None:
        self.batch, self.gold, self.stages, self.measured = batch, gold, stages, measured
        self.words = word_atoms(batch, lexicon)
        self.tables: dict[str, Table] = {}
        self.thresholds: dict[str, int] = {}

    def run(self) -> None:
        """Train every stage."""
        tagged = self._tagger()
        plain = self._parsers("plain", PLAIN, pipeline.plain_readings(self.batch, tagged))
        readings = pipeline.stacked_readings(self.batch, tagged, plain)
        trees = *self._parsers("stacked", STACKED, readings), *plain
        heads, lead = self._heads(tagged, trees)
        kin = kinship(self.batch, heads)
        atoms, found = self._relations(tagged, kin, heads, trees)
        leads = certainty.Evidence(tagged.lead, lead, found.lead)
        self._judge(certainty.judge_atoms(atoms, kin, self.batch, trees, leads), heads == self.gold.heads, found)

    def _classifier(self, name: str, atoms: dict[str, Ids], chosen: tuple[Template, ...], gold: Numbers) -> Answers:
        placed = hash_slots(atoms, chosen, SALTS[name], self.stages.recipe(name).bits)
        self.tables[name], found = self.stages.classifier(name, placed, gold)
        return found

    def _tagger(self) -> Tagged:
        atoms = tagging.first_atoms(self.batch, self.words)
        first = self._classifier("tag_first", atoms, tagging.FIRST_PASS, self.gold.tag)
        atoms = tagging.second_atoms(self.batch, atoms, first.best, first.second)
        second = self._classifier("tag_second", atoms, tagging.SECOND_PASS, self.gold.tag)
        return pipeline.as_tagged(self.words, self.gold.tags, second.best, second.lead)

    def _parsers(self, name: str, features: Features, readings: Sequence[Reading]) -> tuple[Tree, Tree]:
        """Train two parsers, one for each reading direction; returns their honest trees in reading order."""
        forward, backward = readings
        batch, heads, groups = self.batch, self.gold.heads, self.gold.groups
        exercise = Exercise(features, forward, batch.offsets, heads, groups)
        mirrored = Exercise(features, backward, batch.offsets, batch.mirrored_heads(heads), groups[batch.mirror])
        left, left_tree = self.stages.parser(name, 0, exercise)
        right, right_tree = self.stages.parser(name, 1, mirrored)
        self.tables[name] = shipped(RECIPES[name], [left, right], CLASSES)
        return left_tree, pipeline.in_reading_order(batch, right_tree)

    def _heads(self, tagged: Tagged, trees: Sequence[Tree]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """Train the second look at the heads; returns honest heads and by how much each beat the next best."""
        _, suggested, atoms = pipeline.second_look(self.batch, tagged, trees)
        first = self.batch.offsets[self.batch.sentence]
        right = np.where(self.gold.heads > 0, first + self.gold.heads - 1, len(self.batch))
        hits = (suggested.heads == right) & suggested.usable
        placed = hash_slots(atoms, head_choice.TEMPLATES, SALTS["head"], self.stages.recipe("head").bits)
        placed = placed.reshape(len(placed), *suggested.heads.shape).transpose(2, 1, 0)
        choice = Choice(
            np.ascontiguousarray(placed),
            np.ascontiguousarray(suggested.usable.T.astype(np.uint8)),
            np.where(hits.any(0), hits.argmax(0), -1),
            or_none=False,
        )
        self.tables["head"], scores = self.stages.chooser("head", choice)
        heads, lead = head_choice.choose_heads(self.batch, suggested, scores.T)
        before, after = ((one == self.gold.heads).mean() for one in (trees[0].heads, heads))
        self.stages.say(f"heads suggested: {hits.any(0).mean():.4f}; right: {before:.4f} before, {after:.4f} after")
        return heads, lead

    def _relations(
        self, tagged: Tagged, kin: Kinship, heads: npt.NDArray[np.int32], trees: Sequence[Tree]
    ) -> tuple[dict[str, Ids], Answers]:
        """Train on tokens whose head is right; returns what is known of all tokens now, and the relations found."""
        gold = np.where(heads == self.gold.heads, self.gold.relation, -1)
        atoms = relations.relation_atoms(self.batch, tagged.words, tagged.tag, tagged.coarse, kin, trees)
        found = self._classifier("relation", atoms, relations.TEMPLATES, gold)
        return relations.related_atoms(atoms, kin, found.best, found.second, self.gold.relations), found

    def _judge(self, atoms: dict[str, Ids], right_head: npt.NDArray[np.bool_], found: Answers) -> None:
        """Train the judge, and find the score from which on it is right often enough, for each relation."""
        names = np.array([without_subtype(name) for name in self.gold.relations])
        said, gold = names[found.best], names[self.gold.relation]
        right = right_head & (said == gold)
        self.stages.say(f"heads right: {right_head.mean():.4f}, with their relation: {right.mean():.4f}")
        placed = hash_slots(atoms, certainty.TEMPLATES, SALTS["judge"], self.stages.recipe("judge").bits).T[:, None, :]
        usable = np.ones((len(right), 1), np.uint8)
        choice = Choice(np.ascontiguousarray(placed), usable, np.where(right, 0, -1), or_none=True)
        self.tables["judge"], scores = self.stages.chooser("judge", choice)
        for name in sorted(set(names)):
            of_it = self.measured & (said == name)
            self.thresholds[name] = threshold(scores[of_it, 0], right[of_it], PRECISION.get(name, PRECISION_OF_OTHERS))
            sure = of_it & (scores[:, 0] >= self.thresholds[name])
            correct, there = (right & sure).sum(), (self.measured & (gold == name)).sum()
            shares = correct / max(sure.sum(), 1), correct / max(there, 1)
            self.stages.say("  {} is sure with P {:.3f} R {:.3f}".format(name, *shares))
