"""The command `facts`: shows what the generators find in an article, and how its sentences are analysed."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.articles import ARTICLES, BUDGET, ONLY, raise_all, readable
from quizengine.cli.commands import Settings, print_findings, print_text
from quizengine.cli.numbers import Whole

if TYPE_CHECKING:
    from quizengine.engine import Engine
    from quizengine.language import Tree
    from quizengine.text.article import Article


@click.command(short_help="Print what the generators find in an article, or draw it.")
@ARTICLES
@ONLY
@BUDGET
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "dot", "svg", "tree", "tree-dot", "tree-svg"]),
    default="text",
    show_default=True,
)
@click.option(
    "--sentence",
    type=Whole("a whole number, 1 or more", 1),
    help="Show only the tree of this sentence, counted from 1.",
)
@click.pass_obj
def facts(
    settings: Settings,
    articles: tuple[str, ...],
    only: tuple[str, ...],
    budget: float | None,
    form: str,
    sentence: int | None,
) -> None:
    """Print what the generators find in each ARTICLE: one line for each fact, or JSON for each article.

    In JSON, a span is {"start", "end", "text"} in characters of the file's text, with an exclusive end. dot and svg
    draw a graph of causes and effects; svg needs the program dot of Graphviz and takes one article. tree lists the
    clauses of each sentence with their parts, its names and its quantities; tree-dot and tree-svg draw the dependencies
    between its words.
    """
    if form.endswith("svg") and len(articles) > 1:
        raise click.UsageError(f"One picture shows one article, found {len(articles)}; draw them one by one.")
    if sentence is not None and form not in _TREES:
        raise click.UsageError(f"--sentence chooses a tree: give --format {', '.join(_TREES)} with it.")
    engine = settings.start(only, budget)
    faults: list[str] = []
    for name, article in readable(engine, articles, faults):
        lines = _TREES[form](_chosen(article, sentence)) if form in _TREES else _FACTS[form](engine, name, article)
        for line in lines:
            print_text(line)
    raise_all(faults)


def _chosen(article: "Article", sentence: int | None) -> "Sequence[Tree]":
    """The trees of an article, or that of one sentence; raises UsageError if there are not so many."""
    from quizengine.language import trees

    found = trees(article)
    if sentence is not None and sentence > len(found):
        raise click.UsageError(f"found no sentence {sentence}, expected one from 1 to {len(found)}")
    return found if sentence is None else found[sentence - 1 : sentence]


def _rows(engine: "Engine", article: "Article") -> list[dict[str, Any]]:
    from quizengine.text.facts import fact_row

    found, findings = engine.facts(article)
    print_findings(findings)
    return [fact_row(fact, one.generator.name) for one in found for fact in one.facts]


def _as_json(engine: "Engine", name: str, article: "Article") -> Iterable[str]:
    yield json.dumps({"path": name, "facts": _rows(engine, article)}, ensure_ascii=False)


def _as_dot(engine: "Engine", name: str, article: "Article") -> Iterable[str]:
    from quizengine.desk.graphs import causal_graph

    found, findings = engine.facts(article)
    print_findings(findings)
    yield causal_graph((fact for one in found for fact in one.facts), str(article.title or name)).rstrip()


def _as_svg(engine: "Engine", name: str, article: "Article") -> Iterable[str]:
    from quizengine.cli.pictures import render_svg

    for graph in _as_dot(engine, name, article):
        yield render_svg(graph).rstrip()


def _as_text(engine: "Engine", name: str, article: "Article") -> Iterable[str]:
    for row in _rows(engine, article):
        values = (f"{role}={_shown(value)}" for role, value in row.items() if role not in ("kind", "generator"))
        yield f"{name}: {row['kind']}: {', '.join(values)}"


def _shown(value: Any) -> str:
    match value:
        case {"start": start, "text": text}:
            return f"“{' '.join(text.split())}”@{start}"
        case list():
            return f"[{' '.join(map(_shown, value))}]"
        case _:
            return str(value)


def _as_tree(trees: "Sequence[Tree]") -> Iterable[str]:
    from quizengine.language.syntax.outline import outline

    for tree in trees:
        yield from outline(tree)
        yield from _names_and_quantities(tree)


def _names_and_quantities(tree: "Tree") -> Iterable[str]:
    """A line for each name in a sentence with its kind (~ if that is not sure), and for each quantity with its unit."""
    from quizengine.language import mentions_between, quantities_within

    span = tree.sentence.span
    for mention, name in mentions_between(span.article, span.start, span.end):
        full = f", full {name.full}" if name.full != mention.text else ""
        yield f"  name: {mention.text} ({'' if name.sure_kind else '~'}{name.kind}{full})"
    for quantity in quantities_within(span):
        bounds = f"{quantity.low:f}" if quantity.low == quantity.high else f"{quantity.low:f} to {quantity.high:f}"
        about = "about " if quantity.approximate else ""
        yield f"  quantity: {quantity.hedged.text} ({quantity.kind}: {about}{bounds} {quantity.unit}".rstrip() + ")"


def _as_tree_dot(trees: "Sequence[Tree]") -> Iterable[str]:
    from quizengine.desk.graphs import tree_graph

    yield tree_graph(trees).rstrip()


def _as_tree_svg(trees: "Sequence[Tree]") -> Iterable[str]:
    from quizengine.cli.pictures import render_svg

    for graph in _as_tree_dot(trees):
        yield render_svg(graph).rstrip()


_FACTS: dict[str, Callable[["Engine", str, "Article"], Iterable[str]]] = {
    "text": _as_text,
    "jsonl": _as_json,
    "dot": _as_dot,
    "svg": _as_svg,
}
_TREES: dict[str, Callable[["Sequence[Tree]"], Iterable[str]]] = {
    "tree": _as_tree,
    "tree-dot": _as_tree_dot,
    "tree-svg": _as_tree_svg,
}
