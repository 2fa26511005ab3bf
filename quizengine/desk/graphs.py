"""Draws the causes and effects in an article: facts in, a graph in Graphviz's language DOT out."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from quizengine.language.syntax import Tree
from quizengine.text.article import Span
from quizengine.text.facts import Fact

_LETTERS = 32
"""The most letters of a line in a box."""
_NOTHING = "Nothing was found that led to something else."


def causal_graph(facts: Iterable[Fact], title: str) -> str:
    """The causes and effects among the facts as a graph from left to right; other facts are left out.

    A cause is joined to its effect by an arrow with the words that say so, and who says so where the article only
    reports it. The arrow is dashed where the fact's `intended` is true: for a means or a purpose. A bold arrow is a
    step of a chain that is told in different words ("a strike … The strike"), a dotted line leads from an effect to the
    longer cause that it is a part of.
    """
    from graphviz import Digraph, escape  # 50 ms, and only for those who draw

    told = tuple(facts)
    graph = Digraph(
        "causes",
        graph_attr={
            "rankdir": "LR",
            "label": escape("\n".join(textwrap.wrap(title, 2 * _LETTERS))),
            "labelloc": "t",
            "fontname": "sans-serif",
        },
        node_attr={"shape": "box", "style": "rounded", "fontname": "sans-serif"},
        edge_attr={"fontname": "sans-serif", "fontsize": "11"},
    )
    steps = [fact for fact in told if _cause(fact) and _effect(fact)]
    spans = sorted({span for fact in steps for span in (_cause(fact), _effect(fact)) if span}, key=_place)
    names = _names(spans)
    for span in reversed(spans):  # Graphviz piles rows up from below
        if names[span] == _name(span):
            graph.node(_name(span), escape("\n".join(textwrap.wrap(span.text, _LETTERS))))
    if not spans:
        graph.node("nothing", _NOTHING, shape="plaintext")
    for (tail, head), (words, style) in _arrows(told, steps, names).items():
        graph.edge(tail, head, escape(words), style=style, arrowhead="none" if style == "dotted" else "normal")
    source: str = graph.source
    return source


def _arrows(
    facts: Sequence[Fact], steps: Sequence[Fact], names: Mapping[Span, str]
) -> dict[tuple[str, str], tuple[str, str]]:
    """The words and the style of each arrow, by the boxes at its ends; what is told plainly goes first."""
    arrows: dict[tuple[str, str], tuple[str, str]] = {}
    for fact in steps:
        cause, effect = _cause(fact), _effect(fact)
        if cause and effect:
            arrows.setdefault((names[cause], names[effect]), (_words(fact), _style(fact)))
    for one, other in _chained(facts):
        if one in names and other in names:
            arrows.setdefault((names[one], names[other]), ("", "bold"))
    for effect, cause in _parts(steps):
        if names[effect] != names[cause]:
            arrows.setdefault((names[effect], names[cause]), ("", "dotted"))
    return arrows


def _cause(fact: Fact) -> Span | None:
    return _span(fact, "cause")


def _effect(fact: Fact) -> Span | None:
    return _span(fact, "effect")


def _span(fact: Fact, role: str) -> Span | None:
    value = fact.values().get(role)
    return value if isinstance(value, Span) else None


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _name(span: Span) -> str:
    return f"at{span.start}_{span.end}"


def _names(spans: Sequence[Span]) -> dict[Span, str]:
    """A name for the box of each span; the same words have the same box."""
    first: dict[str, str] = {}
    return {span: first.setdefault(" ".join(span.text.lower().split()), _name(span)) for span in spans}


def _words(fact: Fact) -> str:
    """Return the label of an arrow: the signal, and who says so."""
    signal, claimant = _span(fact, "signal"), _span(fact, "claimant")
    says = f"({' '.join(claimant.text.split())})" if claimant else ""
    return "\n".join(part for part in (" ".join(signal.text.split()) if signal else "", says) if part)


def _style(fact: Fact) -> str:
    return "dashed" if fact.values().get("intended") else "solid"


def _chained(facts: Sequence[Fact]) -> Iterable[tuple[Span, Span]]:
    """Yield the pairs of neighbours in each chain."""
    for fact in facts:
        links = fact.values().get("links")
        if isinstance(links, tuple) and all(isinstance(link, Span) for link in links):
            yield from pairwise(links)


def _parts(steps: Sequence[Fact]) -> Iterable[tuple[Span, Span]]:
    """The effects that are told within a longer cause of something else, with that cause."""
    for fact in steps:
        for other in steps:
            effect, cause = _effect(fact), _cause(other)
            if effect and cause and effect != cause and cause.contains(effect):
                yield effect, cause


def tree_graph(trees: Iterable[Tree]) -> str:
    """The trees of sentences as one graph: each word with its tag, an arrow to it from its head with the relation.

    What is not sure is dashed.
    """
    from graphviz import Digraph, escape

    graph = Digraph(
        "trees",
        graph_attr={"fontname": "sans-serif", "ordering": "out"},
        node_attr={"shape": "plaintext", "fontname": "sans-serif"},
        edge_attr={"fontname": "sans-serif", "fontsize": "10"},
    )
    for number, tree in enumerate(trees):
        for index, token in enumerate(tree.tokens):
            name = f"{number}_{index}"
            graph.node(name, escape(f"{token.form}\n{token.upos}"))
            if token.head >= 0:
                style = "solid" if token.sure else "dashed"
                graph.edge(f"{number}_{token.head}", name, escape(token.relation), style=style)
    source: str = graph.source
    return source
