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
from quizengine.language.model.hashing import Ids, mixed
from quizengine.language.model.parser_features import GUIDES, MEASURES, NODES, Features
from quizengine.language.model.relation_groups import GROUPS
from quizengine.language.model.tables import Table

SHIFT, LEFT, RIGHT = range(3)
FIRST_CLASS = (0, 1, 1 + GROUPS)
"""The first column of each move in a table: one for shift, one for each group for left, and as many for right."""
CLASSES = 1 + 2 * GROUPS

NO_NODE, ROOT = mixed(np.arange(16) + 500), mixed(np.arange(16) + 600)
"""The attributes of what is no token."""
GROUP_ATOMS = mixed(np.arange(GROUPS + 1) + 1000)
"""The atom of each group, after that of a node without a head so far."""
SMALL = mixed(np.arange(16))
"""The atoms of counts and distances."""
MOST_CHILDREN, FARTHEST = 4, 9

_SPARE = 4  # columns under the stack and beyond the root, so that a look there finds no node
_FORBIDDEN = -(1 << 20)
_FOUR = np.arange(4)[:, None]
_WITH_CHILDREN = [0, 1, 4]  # s0, s1, b0
_SEEN = [0, 1, 2, 4, 5]  # s0, s1, s2, b0, b1
_LEFTMOST, _RIGHTMOST, _LEFT_COUNT, _RIGHT_COUNT = 0, 2, 4, 5  # rows of kids; the next ones inwards: 1 and 3
_LEGAL = np.array(
    [[0 if code >> move & 1 else _FORBIDDEN for move in (SHIFT, LEFT, RIGHT)] for code in range(8)], np.int32
)


@dataclass(frozen=True)
class Reading:
    """What one parser reads: token attributes (rows) in its own reading direction, and the heads that guide it."""

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
    """By how much the move that gave the token its head beat the best move of another kind."""


def parse(features: Features, table: Table, readings: Sequence[Reading], offsets: Places) -> list[Tree]:
    """The trees of the sentences between the offsets, one for each reading; their parsers share one table."""
    run = _Run(features, table, readings, offsets)
    while len(run.base):
        run.step()
    return run.trees()


class _Run:
    """The states of all copies of all sentences. Node 0 of each is none; the root follows its words."""

    def __init__(self, features: Features, table: Table, readings: Sequence[Reading], offsets: Places) -> None:
        lengths = np.diff(offsets)
        copies = len(readings) * len(lengths)
        self.parsers, self.table = len(readings), table
        self.width = int(lengths.max()) + 2 + _SPARE
        self.every_word = np.tile(lengths, len(readings))
        sentence = np.repeat(np.arange(len(lengths)), lengths)
        self.node = sentence * self.width + 1 + np.arange(offsets[-1]) - offsets[sentence]
        self.copy_size = len(lengths) * self.width
        size = copies * self.width
        self.kids = np.zeros((6, size), np.int64)
        self.heads, self.groups, self.margins = (np.zeros(size, np.int32) for _ in range(3))
        self.stack = np.zeros(size, np.int64)
        self._read(readings)
        self._compile(features)
        # of sentences that are not finished: the first node, the number of words, the top of the stack, the next word
        self.base, self.words = np.arange(copies) * self.width, self.every_word
        self.top, self.next = np.full(copies, _SPARE - 1), np.ones(copies, np.int64)

    def _read(self, readings: Sequence[Reading]) -> None:
        """Lay out the attributes of all nodes, and the guides' heads and last children."""
        rows, size = len(readings[0].attributes), len(self.stack)
        roots = np.arange(len(self.every_word)) * self.width + self.every_word + 1
        self.attributes = np.empty((rows + 1, size), np.uint32)
        self.attributes[:rows] = NO_NODE[:rows, None]
        self.attributes[:rows, roots] = ROOT[:rows, None]
        self.attributes[rows] = GROUP_ATOMS[0]
        self.guides = np.zeros((len(readings[0].guides), size), np.int64)
        self.last_child = np.zeros_like(self.guides)
        for number, reading in enumerate(readings):
            nodes = number * self.copy_size + self.node
            self.attributes[:rows, nodes] = reading.attributes
            first = nodes // self.width * self.width
            for guide, last, heads in zip(self.guides, self.last_child, reading.guides, strict=True):
                guide[nodes] = np.where(heads > 0, heads, self.every_word[nodes // self.width] + 1)
                np.maximum.at(last, first + guide[nodes], nodes - first)

    def _compile(self, features: Features) -> None:
        """For each place in a template: the templates that have it, the columns of their atoms, their multipliers."""
        columns, constants = features.columns, features.constants
        lengths = (columns >= 0).sum(1)
        counts = [int((lengths > place).sum()) for place in range(columns.shape[1])]
        self.terms = [(n, columns[:n, at], constants[:n, at, None]) for at, n in enumerate(counts) if n]
        self.addend = constants[:, -1:]
        bits = (len(self.table.index) // self.parsers).bit_length() - 1
        self.unused_bits = np.uint32(32 - bits)
        copies_of_one = len(self.every_word) // self.parsers
        self.first_slot = np.repeat(np.arange(self.parsers, dtype=np.uint32) << np.uint32(bits), copies_of_one)

    def step(self) -> None:
        """Move every sentence that is not finished by one transition."""
        nodes, kids = self._nodes()
        scores = self._scores(self._atoms(nodes, kids))
        root, depth = self.next > self.words, self.top - (_SPARE - 1)
        code = ~root + 2 * ((depth > 0) & (~root | (depth == 1))) + 4 * (depth > 1)
        by_move = np.maximum.reduceat(scores, FIRST_CLASS, axis=1) + _LEGAL[code]
        move = by_move.argmax(1)
        by_move.sort(1)
        self._attach(np.flatnonzero(move), move, nodes, scores, by_move[:, 2] - by_move[:, 1])
        shifting = move == SHIFT
        self.top += np.where(shifting, 1, -1)
        self.stack[(self.base + self.top)[shifting]] = self.next[shifting]
        self.next += shifting
        alive = (self.top >= _SPARE) | (self.next <= self.words)
        if not alive.all():
            self.base, self.words, self.top = self.base[alive], self.words[alive], self.top[alive]
            self.next, self.first_slot = self.next[alive], self.first_slot[alive]

    def _nodes(self) -> tuple[Places, Places]:
        """The nodes of NODES, and what is known of the children of s0, s1 and b0 (one stretch of columns each)."""
        nodes = np.empty((len(NODES), len(self.base)), np.int64)
        nodes[:4] = self.stack.take(self.base + self.top - _FOUR)
        nodes[4:8] = self.next + _FOUR
        nodes[5:8] *= nodes[5:8] <= self.words + 1
        kids = self.kids.take((nodes[_WITH_CHILDREN] + self.base).ravel(), 1).reshape(6, 3, -1)
        nodes[8:12], nodes[12:16], nodes[16:18] = kids[:4, 0], kids[:4, 1], kids[:2, 2]
        return nodes, kids

    def _atoms(self, nodes: Places, kids: Places) -> Ids:
        """One row for each name that `Features.columns` knows, in its order."""
        active = len(self.base)
        first = len(self.attributes) * len(NODES)
        at = nodes + self.base
        atoms = np.empty((first + len(MEASURES) + len(GUIDES) * len(self.guides), active), np.uint32)
        atoms[:first] = self.attributes.take(at.ravel(), 1).reshape(first, active)
        small = np.zeros((len(atoms) - first, active), np.int64)
        counts = np.minimum(kids[4:], MOST_CHILDREN)
        small[0:2], small[2:4], small[4] = counts[:, 0], counts[:, 1], counts[0, 2]
        s0, s1 = nodes[0], nodes[1]
        small[5] = np.where(s0 > 0, np.minimum(self.next - s0, FARTHEST), FARTHEST + 1)
        small[6] = np.where(s1 > 0, np.minimum(s0 - s1, FARTHEST), FARTHEST + 1)
        if len(self.guides):
            self._guidance(small[len(MEASURES) :], nodes, at)
        atoms[first:] = SMALL.take(small)
        return atoms

    def _guidance(self, small: Places, nodes: Places, at: Places) -> None:
        """Say where each guide puts the heads of s0, s1 and b0 as seen from here, and whether children are to come."""
        seen, asked = nodes[_SEEN], nodes[_WITH_CHILDREN]
        absent = (asked == 0) | (asked > self.words)
        there = seen > 0
        heads = self.guides.take(at[_WITH_CHILDREN], 1)
        found = np.where(heads > self.next, 6, 7)
        for place in (4, 3, 2, 1, 0):
            np.copyto(found, place + 1, where=(heads == seen[place]) & there[place])
        np.copyto(found, 0, where=absent)
        waiting = (self.last_child.take(at[:2], 1) >= self.next) & there[:2]
        for number in range(len(self.guides)):
            small[4 * number : 4 * number + 3] = found[number]
            small[4 * number + 3] = waiting[number, 0] + 2 * waiting[number, 1]

    def _scores(self, atoms: Ids) -> npt.NDArray[np.int32]:
        slots = np.empty((len(self.addend), atoms.shape[1]), np.uint32)
        slots[:] = self.addend
        for count, columns, factors in self.terms:
            slots[:count] += atoms.take(columns, 0) * factors
        slots >>= self.unused_bits
        slots += self.first_slot
        return self.table.scores(slots.view(np.int32)).astype(np.int32)

    def _attach(
        self, which: Places, move: Places, nodes: Places, scores: npt.NDArray[np.int32], margins: Places
    ) -> None:
        """Give the tops of these stacks their heads: the next word, or the word under them."""
        left = move[which] == LEFT
        children, base = nodes[0, which], self.base[which]
        heads = np.where(left, nodes[4, which], nodes[1, which])
        chosen = scores[which]
        groups = np.where(left[:, None], chosen[:, 1 : 1 + GROUPS], chosen[:, 1 + GROUPS :]).argmax(1)
        child, head = base + children, base + heads
        self.heads[child], self.groups[child], self.margins[child] = heads, groups, margins[which]
        self.attributes[-1, child] = GROUP_ATOMS.take(groups + 1)
        outer = np.where(left, _LEFTMOST, _RIGHTMOST)
        self.kids[outer + 1, head] = self.kids[outer, head]
        self.kids[outer, head] = children
        self.kids[np.where(left, _LEFT_COUNT, _RIGHT_COUNT), head] += 1

    def trees(self) -> list[Tree]:
        """The finished trees, back in the order of the tokens."""
        found = []
        for number in range(self.parsers):
            nodes = number * self.copy_size + self.node
            heads = self.heads[nodes]
            root = self.every_word[nodes // self.width] + 1
            heads = np.where(heads == root, 0, heads).astype(np.int32)
            found.append(Tree(heads, self.groups[nodes], self.margins[nodes]))
        return found
