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
_LEFTMOST, _LEFT_NEXT, _RIGHTMOST, _RIGHT_NEXT, _LEFT_COUNT, _RIGHT_COUNT = range(6)
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
    while len(run.active):
        run.step()
    return run.trees()


class _Run:
    """The states of all copies of all sentences. Node 0 of each is none; the root follows its words."""

    def __init__(self, features: Features, table: Table, readings: Sequence[Reading], offsets: Places) -> None:
        lengths = np.diff(offsets)
        copies = len(readings) * len(lengths)
        self.parsers, self.table = len(readings), table
        self.width = int(lengths.max()) + 2 + _SPARE
        self.words = np.tile(lengths, len(readings))
        self.active = np.arange(copies)
        sentence = np.repeat(np.arange(len(lengths)), lengths)
        self.node = sentence * self.width + 1 + np.arange(offsets[-1]) - offsets[sentence]
        self.copy_size = len(lengths) * self.width
        size = copies * self.width
        self.kids = np.zeros((6, size), np.int64)
        self.heads, self.groups, self.margins = (np.zeros(size, np.int32) for _ in range(3))
        self.stack = np.zeros(size, np.int64)
        self.top = np.full(copies, _SPARE - 1)
        self.next = np.ones(copies, np.int64)
        self._read(readings)
        self._compile(features)

    def _read(self, readings: Sequence[Reading]) -> None:
        """Lay out the attributes of all nodes, and the guides' heads and last children."""
        rows, size = len(readings[0].attributes), len(self.stack)
        roots = np.arange(len(self.words)) * self.width + self.words + 1
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
                guide[nodes] = np.where(heads > 0, heads, self.words[nodes // self.width] + 1)
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
        copies_of_one = len(self.words) // self.parsers
        self.first_slot = np.repeat(np.arange(self.parsers, dtype=np.uint32) << np.uint32(bits), copies_of_one)

    def step(self) -> None:
        """Move every sentence that is not finished by one transition."""
        active, base = self.active, self.active * self.width
        ahead, top, words = self.next[active], self.top[active], self.words[active]
        nodes, kids = self._nodes(base, ahead, top, words)
        scores = self._scores(self._atoms(base, nodes, kids, ahead, words))
        root, depth = ahead == words + 1, top - (_SPARE - 1)
        code = (~root).astype(np.int64) + 2 * ((depth > 0) & (~root | (depth == 1))) + 4 * (depth > 1)
        by_move = np.maximum.reduceat(scores, FIRST_CLASS, axis=1) + _LEGAL[code]
        move = by_move.argmax(1)
        by_move.sort(1)
        margins = by_move[:, 2] - by_move[:, 1]
        self._shift(np.flatnonzero(move == SHIFT), base, ahead)
        for kind in (LEFT, RIGHT):
            which = np.flatnonzero(move == kind)
            first = FIRST_CLASS[kind]
            groups = scores[which, first : first + GROUPS].argmax(1)
            heads = ahead[which] if kind == LEFT else nodes[1, which]
            self._attach(which, base, kind, nodes[0, which], heads, groups, margins)
        alive = (self.top[active] >= _SPARE) | (self.next[active] <= words)
        self.active = active if alive.all() else active[alive]

    def _nodes(self, base: Places, ahead: Places, top: Places, words: Places) -> tuple[Places, Places]:
        """The nodes of NODES, and what is known of the children of s0, s1 and b0 (three stretches of columns)."""
        nodes = np.empty((len(NODES), len(base)), np.int64)
        for at, down in ((0, 0), (1, 1), (2, 2), (16, 3)):
            nodes[at] = self.stack[base + top - down]
        for at, further in ((3, 0), (4, 1), (5, 2), (15, 3)):
            nodes[at] = ahead + further
        nodes[[4, 5, 15]] *= nodes[[4, 5, 15]] <= words + 1
        kids = self.kids.take((nodes[[0, 1, 3]] + base).ravel(), 1).reshape(6, 3, -1)
        nodes[6:10] = kids[:4, 0]
        nodes[10] = kids[_LEFTMOST, 1]
        nodes[11:13] = kids[2:4, 1]
        nodes[13:15] = kids[:2, 2]
        return nodes, kids

    def _atoms(self, base: Places, nodes: Places, kids: Places, ahead: Places, words: Places) -> Ids:
        """One row for each name that `Features.columns` knows, in its order."""
        active, rows = len(base), len(self.attributes)
        first = rows * len(NODES)
        atoms = np.empty((first + len(MEASURES) + len(GUIDES) * len(self.guides), active), np.uint32)
        at = nodes + base
        atoms[:first] = self.attributes.take(at.ravel(), 1).reshape(first, active)
        small = np.empty((len(atoms) - first, active), np.int64)
        counts = np.minimum(kids[4:], MOST_CHILDREN)
        small[0:2], small[2:4], small[4] = counts[:, 0], counts[:, 1], counts[0, 2]
        s0, s1 = nodes[0], nodes[1]
        small[5] = np.where(s0 > 0, np.minimum(ahead - s0, FARTHEST), FARTHEST + 1)
        small[6] = np.where(s1 > 0, np.minimum(s0 - s1, FARTHEST), FARTHEST + 1)
        small[7] = 0
        if len(self.guides):
            self._guidance(small[len(MEASURES) :], nodes, at, words)
        atoms[first:] = SMALL.take(small)
        return atoms

    def _guidance(self, small: Places, nodes: Places, at: Places, words: Places) -> None:
        """Say where each guide puts the heads of s0, s1 and b0 as seen from here, and whether children are to come."""
        seen = nodes[[0, 1, 2, 3, 4]]
        asked = nodes[[0, 1, 3]]
        absent = (asked == 0) | (asked > words)
        for number, (guide, last) in enumerate(zip(self.guides, self.last_child, strict=True)):
            heads = guide.take(at[[0, 1, 3]])
            found = np.where(heads > seen[3], 6, 7)
            for place in (4, 3, 2, 1, 0):
                found[(heads == seen[place]) & (seen[place] > 0)] = place + 1
            found[absent] = 0
            small[4 * number : 4 * number + 3] = found
            waiting = (last.take(at[:2]) >= nodes[3]) & (nodes[:2] > 0)
            small[4 * number + 3] = waiting[0] + 2 * waiting[1]

    def _scores(self, atoms: Ids) -> npt.NDArray[np.int32]:
        slots = np.empty((len(self.addend), atoms.shape[1]), np.uint32)
        slots[:] = self.addend
        for count, columns, factors in self.terms:
            slots[:count] += atoms.take(columns, 0) * factors
        slots >>= self.unused_bits
        if self.parsers > 1:
            slots += self.first_slot[self.active]
        return self.table.scores(slots.view(np.int32)).astype(np.int32)

    def _shift(self, which: Places, base: Places, ahead: Places) -> None:
        moved = self.active[which]
        self.top[moved] += 1
        self.stack[base[which] + self.top[moved]] = ahead[which]
        self.next[moved] += 1

    def _attach(
        self, which: Places, base: Places, kind: int, children: Places, heads: Places, groups: Places, margins: Places
    ) -> None:
        """Give the tops of these stacks their heads and take them off."""
        self.top[self.active[which]] -= 1
        child, head = base[which] + children, base[which] + heads
        self.heads[child], self.groups[child], self.margins[child] = heads, groups, margins[which]
        self.attributes[-1, child] = GROUP_ATOMS.take(groups + 1)
        outer, inner, count = (
            (_LEFTMOST, _LEFT_NEXT, _LEFT_COUNT) if kind == LEFT else (_RIGHTMOST, _RIGHT_NEXT, _RIGHT_COUNT)
        )
        self.kids[inner, head] = self.kids[outer, head]
        self.kids[outer, head] = children
        self.kids[count, head] += 1

    def trees(self) -> list[Tree]:
        """The finished trees, back in the order of the tokens."""
        found = []
        for number in range(self.parsers):
            nodes = number * self.copy_size + self.node
            heads = self.heads[nodes]
            root = self.words[nodes // self.width] + 1
            heads = np.where(heads == root, 0, heads).astype(np.int32)
            found.append(Tree(heads, self.groups[nodes], self.margins[nodes]))
        return found
