"""The features of the parsers: nodes around the top of the stack and the next word, and other parsers' answers.

A name such as `ts0` is attribute `t` of node `s0`. Nodes: s0 … s3 the stack from its top, b0 … b3 the words to come;
`s0l`, `s0r` the outermost child of s0 on each side, `s0l2`, `s0r2` the next one inwards. Attributes: w word, t tag, u
coarse tag, l the group of the relation that holds the node. The templates grew from those of Zhang and Nivre (2011).
Next: `quizengine.language.model.arc_hybrid`.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from quizengine.language.model.hashing import LONGEST_TEMPLATE, Ids, Template, Terms, multipliers, templates

NODES = (
    *("s0", "s1", "s2", "s3", "b0", "b1", "b2", "b3", "s0l", "s0l2", "s0r", "s0r2"),
    *("s1l", "s1l2", "s1r", "s1r2", "b0l", "b0l2"),
)
MEASURES = ("vs0l", "vs0r", "vs1l", "vs1r", "vb0", "d", "d1", "one")
"""Numbers of children so far (v, at most 4) and distances (d: s0 to b0, d1: s1 to s0; at most 9, 10 without a node)."""
GUIDES = ("gs0", "gs1", "gb0", "gp")
"""Atoms for each parser that was asked before: where it puts the heads of s0, s1 and b0, and whether s0 or s1 has
words to come."""

_PLAIN = """one|ws0|ts0|ws0 ts0|ws1|ts1|ws1 ts1|wb0|tb0|wb0 tb0|wb1|tb1|wb1 tb1|tb2|ws2|ts2|wb2 tb2|ws0 wb0|ws0 ts0 tb0
ts0 wb0 tb0|ts0 tb0|ws0 tb0|ts0 wb0|ws1 ws0|ws1 ts0|ts1 ws0|ts1 ts0|ts1 ts0 tb0|ts0 tb0 tb1|ts2 ts1 ts0|tb0 tb1 tb2
ts1 tb0|ws1 tb0|ts1 wb0|ts1 ts0 wb0|ws1 ts0 tb0|ts1 ws0 tb0|ts0 ls0l|ts0 ls0r|ts1 ls1l|ts1 ls1r|tb0 lb0l|ws0 ls0r
ws1 ls1r|ws0 ls0l|ts0 ts0r tb0|ts0 ts0l tb0|ts1 ts1r ts0|ts0 tb0 tb0l|ts1 ts0 ts0l|ts1 ts0 ts0r|ws0 vs0l|ws0 vs0r
ts0 vs0l vs0r|ws1 vs1r|ts1 vs1l vs1r|tb0 vb0|wb0 vb0|d ts0 tb0|d ws0|d wb0|d1 ts1 ts0|d1 ws0|d1 ws1|d1 d|ws0r|ws1r
ws0l|wb0l|ls0l ls0l2 ts0|ls0r ls0r2 ts0|ls1r ls1r2 ts1|lb0l lb0l2 tb0|us1 us0 ub0 ub1|us0 ls0l ls0r ub0
us1 ls1r us0 ls0l|ts0 ws1 ts1r|ts0 ws0r tb0|us1 us0 ws0l|us1 ws0l ws0|ws1 us0 ws0l|us1 us0 ls0l d1|ts0 tb0 wb1
us2 us1 us0 ub0|us0 ub0 ub1 ub2|ws0 wb1 tb0|us1 us0 ub0 ls1r|ws1 ws0l us0|ws0 us0 ub0 ub1"""

_GUIDED = """gs0|gb0|gs1|gp|gs0 gp gb0|gs0 gs1 gb0|gs0 gs1 gb0 gp|gs0 gp ts0 tb0|gs0 gp ws0|gs0 ts0 ts1|gs0 gp ts0 ts1
gs1 ts1 ts0|gb0 tb0 ts0|gs0 gb0 gp ts0 tb0|gs0 d|gs0 gs1 d1"""
_BETWEEN_GUIDES = "gs0 hs0|gs0 hs0 gp hp|gs0 hs0 gb0 hb0|gs0 hs0 ts0 tb0|gb0 hb0 tb0"
_GUIDE_RELATIONS = "rs0|rs0 ts0|rs1 rs0|rs0 rb0|rs0 tb0 ts0|rb0 tb0 ts0|qs0 rs0|qs0 tb0 ts0|qs0 qb0|qs1 qs0|qb0 rb0"


@dataclass(frozen=True)
class Features:
    """The templates of one kind of parser, compiled to columns of its atoms."""

    attributes: str
    """One letter for each attribute of a token, in the order of its arrays; `l` comes after them."""
    templates: tuple[Template, ...]
    guides: str = ""
    """One letter for each parser asked before."""

    @cached_property
    def columns(self) -> npt.NDArray[np.int32]:
        """The columns of each template's atoms, filled up with -1; the longest templates come first."""
        names = [attribute + node for attribute in self.attributes + "l" for node in NODES]
        names += [*MEASURES, *(re.sub(r"^g", guide, name) for guide in self.guides for name in GUIDES)]
        found = np.full((len(self.templates), LONGEST_TEMPLATE), -1, np.int32)
        for at, template in enumerate(sorted(self.templates, key=len, reverse=True)):
            found[at, : len(template)] = [names.index(name) for name in template]
        return found

    @property
    def constants(self) -> Ids:
        """The multipliers of the templates."""
        return multipliers(len(self.templates), 9)

    @cached_property
    def terms(self) -> Terms:
        """The terms that the templates' hashes are sums of."""
        return Terms.of(self.columns, self.constants)


def _guided(letter: str) -> str:
    return re.sub(r"\bg(?=s|b|p)", letter, _GUIDED)


PLAIN = Features("wtu", templates(_PLAIN))
"""The features of a parser that sees words and tags."""

STACKED = Features(
    "wtuqr", templates("\n".join((_PLAIN, _guided("g"), _guided("h"), _BETWEEN_GUIDES, _GUIDE_RELATIONS))), "gh"
)
"""The features of a parser that sees two others' heads (g, h) and groups of relations (q, r) as well."""
