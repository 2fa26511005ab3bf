"""Arc-hybrid parsing of many sentences at once: each step moves every sentence by one transition.

A sentence has a stack and the words to come. Three moves: shift the next word onto the stack; make the top of the
stack a child of the next word (left), or of the word under it (right). Several parsers run side by side, each on its
own copy of the sentences. Source: Kuhlmann, Gómez-Rodríguez and Satta (2011); trained with a dynamic oracle after
Goldberg and Nivre (2013) by `tools/perceptron.c`, which must look at exactly the same atoms.
Next: `quizengine.language.model.relations`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quizengine.language.model.batch import Places
from quizengine.language.model.hashing import Ids, mix_bits
from quizengine.language.model.parser_features import GUIDES, MEASURES, NODES, Features
from quizengine.language.model.relation_groups import GROUPS
from quizengine.language.model.tables import Scores, Table

_SHIFT = 0
FIRST_CLASS = (_SHIFT, 1, 1 + GROUPS)
"""The first column of each move in a table: one for shift, one for each group for left, and as many for right."""
CLASSES = 1 + 2 * GROUPS

NO_NODE, ROOT = mix_bits(np.arange(16) + 500), mix_bits(np.arange(16) + 600)
"""The attributes of what is not a token."""
GROUP_ATOMS = mix_bits(np.arange(GROUPS + 1) + 1000)
"""The atom of each group, after that of a node without a head so far."""
SMALL = mix_bits(np.arange(16))
"""The atoms of counts and distances."""
MOST_CHILDREN, FARTHEST = 4, 9

_SPARE = 4
"""Places under the stack and beyond the root, so that a look there finds no node."""
_FOUR = np.arange(4)[:, None]
_WITH_CHILDREN = np.array([0, 1, 4])  # s0, s1, b0 among NODES
_SEEN = slice(6)  # s0, s1, s2, s3, b0, b1
_NO_WORD, _FARTHER_ON, _ELSEWHERE = 0, 6, 7
_SEEN_AS = np.array([1, 2, 3, _ELSEWHERE, 4, 5])[:, None]
"""The way in which a guide's heads are given: one of the nodes visible from here, or one that is not."""

_WORDS_TO_COME = (0, 1, 1), (0, 0, 1), (0, 0, 0)
_ONLY_THE_ROOT = (1, 1, 1), (1, 0, 1), (1, 1, 0)
_FORBIDDEN = np.array(_WORDS_TO_COME + _ONLY_THE_ROOT, np.int32).repeat(np.diff((*FIRST_CLASS, CLASSES)), 1) * -(
    1 << 20
)
"""Added to the scores, so that no move is made that cannot be: by what is to come, and by 0, 1 or 2 nodes or more on
the stack."""
_RISE = np.where(np.arange(CLASSES) == _SHIFT, 1, -1)
"""The number of nodes that each class adds to the stack."""
_HELD_BY = GROUP_ATOMS.take([0, *range(1, GROUPS + 1), *range(1, GROUPS + 1)])
"""The atom of the group by which the top of the stack depends on its head after each class."""
_SIDE = np.array([2, *[0] * GROUPS, *[1] * GROUPS])
"""The side of the head on which each class puts a child: left, right, or neither, as it puts none anywhere."""
_COUNTS = SMALL[: MOST_CHILDREN + 1]


@dataclass(frozen=True)
class Reading:
    """The input of one parser: token attributes (rows) in its own reading direction, and the heads that guide it."""

    attributes: Ids
    guides: npt.NDArray[np.int32]
    """One row for each parser asked before: 0 for the root, else the place of the head, from 1."""


@dataclass(frozen=True)
class Tree:
    """A parser's answer, for every token."""

    heads: npt.NDArray[np.int32]
    """0 for the root, else the place of the head in the sentence, from 1."""
    groups: npt.NDArray[np.int32]
    margins: npt.NDArray[np.int32]
    """The lead of the move that gave the token its head over the best move of another kind."""


def parse(features: Features, table: Table, readings: Sequence[Reading], offsets: Places) -> list[Tree]:
    """The trees of the sentences between the offsets, one for each reading; their parsers share one table."""
    run = _Run(features, table, readings, offsets)
    for active in run.active:
        run.step(active)
    return run.trees()


class _Run:
    """The states of all copies of all sentences, the longest first: n words take 2 n steps, so the shortest end first.

    Every copy has its stretch of nodes: its words from the second one on, then the root, then some that are none. So is
    node 0, which comes before all stretches.
    """

    def __init__(self, features: Features, table: Table, readings: Sequence[Reading], offsets: Places) -> None:
        lengths = np.diff(offsets)
        words = np.tile(lengths, len(readings))
        order = np.argsort(-words, kind="stable")
        self.table = table
        farthest = int(lengths.max()) + 1
        after = farthest + np.cumsum(words[order] + 2 + _SPARE)  # so that node 0 is farther away than any other
        before = np.empty_like(words)
        before[order] = after - words[order] - 2 - _SPARE
        self.size = int(after[-1])
        self.before = np.repeat(before, words).reshape(len(readings), -1)
        self.node = self.before + 1 + np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths)
        self.root = (before + words + 1)[order]
        self.next, self.bottom = before[order] + 1, before[order] + _SPARE - 1
        self.top = self.bottom.copy()
        self.stack = np.zeros(self.size, np.int64)
        self.children = np.zeros((9, self.size), np.int64)
        self.heads = np.zeros(self.size, np.int64)
        self.scores = np.zeros((self.size, CLASSES), np.int32)
        self.active = (2 * words[order] > np.arange(2 * lengths.max())[:, None]).sum(1).tolist()
        self._read(readings, lengths)
        self.held, self.side = self.attributes[-1], _SIDE * (3 * self.size)
        self.terms = features.terms
        bits = (len(table.index) // len(readings)).bit_length() - 1
        self.unused_bits = np.uint32(32 - bits)
        self.first_slot = (order // len(lengths)).astype(np.uint32) << np.uint32(bits)
        self.distances = SMALL[np.minimum(np.arange(farthest + 1), FARTHEST)]
        self.distances[[0, -1]] = SMALL[FARTHEST + 1]  # one of the two is node 0

    def _read(self, readings: Sequence[Reading], lengths: Places) -> None:
        """Lay out the attributes of all nodes; what each guide says is their head, and below all heads, last child."""
        rows = len(readings[0].attributes)
        self.attributes = np.empty((rows + 1, self.size), np.uint32)
        self.attributes[:rows] = NO_NODE[:rows, None]
        self.attributes[:rows, self.root] = ROOT[:rows, None]
        self.attributes[rows] = GROUP_ATOMS[0]
        guides = len(readings[0].guides)
        self.guides = np.zeros((2 * guides, self.size), np.int64)
        self.seen_as = np.full(self.size, _FARTHER_ON)
        place_of_root = np.repeat(lengths + 1, lengths)
        for reading, before, node in zip(readings, self.before, self.node, strict=True):
            self.attributes[:rows, node] = reading.attributes
            for head, last, heads in zip(self.guides, self.guides[guides:], reading.guides, strict=False):
                head[node] = before + np.where(heads > 0, heads, place_of_root)
                np.maximum.at(last, head[node], node)

    def step(self, active: int) -> None:
        """Move the sentences that are not finished by one transition."""
        top, coming = self.top[:active], self.next[:active]
        nodes, children = self._nodes(top, coming)
        scores = self._scores(self._atoms(nodes, children))
        state = np.minimum(top - self.bottom[:active], 2)
        state += 3 * (coming == self.root[:active])
        scores = scores + _FORBIDDEN.take(state, 0)
        chosen = scores.argmax(1)
        # what a shift says of the top of the stack, the move that gives it its head says again
        self.scores[nodes[0]] = scores
        self._attach(nodes[0], np.where(chosen <= GROUPS, coming, nodes[1]), chosen)
        self.stack[top + 1] = coming  # which is above the top, unless it rises now
        top += _RISE.take(chosen)
        coming += chosen == _SHIFT

    def _nodes(self, top: Places, coming: Places) -> tuple[Places, Places]:
        """The nodes of NODES, and the children of s0, s1 and b0: by side, outermost, next one and number."""
        nodes = np.empty((len(NODES), len(top)), np.int64)
        self.stack.take(top - _FOUR, None, nodes[:4], "clip")
        np.add(coming, _FOUR, out=nodes[4:8])
        children = self.children.take(nodes.take(_WITH_CHILDREN, 0), 1).reshape(3, 3, 3, -1)
        nodes[8:16].reshape(2, 2, 2, -1)[:] = children[:2, :2, :2].transpose(2, 0, 1, 3)
        nodes[16:] = children[0, :2, 2]
        return nodes, children[:2]

    def _atoms(self, nodes: Places, children: Places) -> Ids:
        """One row for each name that `Features.columns` knows, in its order."""
        rows, active = len(self.attributes), nodes.shape[1]
        small = rows * len(NODES)
        guided, guides = small + len(MEASURES), len(self.guides) // 2
        atoms = np.empty((guided + guides * len(GUIDES), active), np.uint32)
        self.attributes.take(nodes, 1, atoms[:small].reshape(rows, -1, active), "clip")
        _COUNTS.take(children[:, 2].swapaxes(0, 1), None, atoms[small : small + 6].reshape(3, 2, active), "clip")
        self.distances.take(nodes[4::-4] - nodes[:2], None, atoms[small + 5 : small + 7], "clip")  # b0 to s0, s0 to s1
        atoms[small + 7] = SMALL[0]
        if guides:
            SMALL.take(self._guidance(nodes), None, atoms[guided:].reshape(guides, -1, active), "clip")
        return atoms

    def _guidance(self, nodes: Places) -> Places:
        """Say where each guide puts the heads of s0, s1 and b0 as seen from here, and whether children are to come.

        Node 0 stands for what is not a word and has no head.
        """
        guides = len(self.guides) // 2
        self.seen_as[nodes[_SEEN]] = _SEEN_AS
        self.seen_as[0] = _NO_WORD
        looked = self.guides.take(nodes.take(_WITH_CHILDREN, 0), 1)
        waiting = looked[guides:, :2] >= nodes[4]
        small = np.empty((guides, 4, nodes.shape[1]), np.int64)
        small[:, :3] = self.seen_as.take(looked[:guides])
        np.add(waiting[:, 0], 2 * waiting[:, 1], out=small[:, 3])
        return small

    def _scores(self, atoms: Ids) -> Scores:
        slots = self.terms.hashes(atoms)
        slots >>= self.unused_bits
        slots += self.first_slot[: atoms.shape[1]]
        return self.table.scores(slots.view(np.int32))

    def _attach(self, tops: Places, heads: Places, chosen: Places) -> None:
        """Give the tops of the stacks their heads."""
        self.heads[tops] = heads
        self.held[tops] = _HELD_BY.take(chosen)
        self.seen_as[tops] = _ELSEWHERE  # unless it is seen in the next step
        outer = heads + self.side.take(chosen)
        children = self.children.reshape(-1)
        children[outer + self.size] = children.take(outer)
        children[outer] = tops
        children[outer + 2 * self.size] += 1

    def trees(self) -> list[Tree]:
        """The finished trees, back in the order of the tokens."""
        roots = np.zeros(self.size, bool)
        roots[self.root] = True
        found = []
        for before, node in zip(self.before, self.node, strict=True):
            heads = self.heads[node]
            places = np.where(roots[heads], 0, heads - before).astype(np.int32)
            scores = self.scores[node]
            by_move = np.sort(np.maximum.reduceat(scores, FIRST_CLASS, axis=1))
            groups = (scores.argmax(1) - 1) % GROUPS
            found.append(Tree(places, groups.astype(np.int32), by_move[:, 2] - by_move[:, 1]))
        return found
