"""Count which open words keep how many clauses and questions from being asked.

python tools/count_open_words.py [--questions] ARTICLE ...

For each kind of open word: how many clauses that are certain and can be put into words it leaves open, and how many of
these nothing else leaves open. With `--questions`, how many candidates there would be more if no such word were open;
that takes one run of all generators for each kind.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from quizengine.engine import start
from quizengine.language import Pointer, clauses_of, full_names, pointers, realised, trees
from quizengine.language.discourse import self_containment
from quizengine.language.discourse.antecedents import anaphor_sort
from quizengine.language.syntax.tree import Tree
from quizengine.text.article import Article

KINDS = ("the noun", "the … noun", "the nouns", "he", "she", "it", "they", "this", "other", "when", "speaker", "others")


def kind_of(tree: Tree, pointer: Pointer) -> str:
    """One of the kinds."""
    token = tree.tokens[pointer.token]
    form = token.form.lower()
    if pointer.kind == "who":
        return anaphor_sort(tree, pointer.token) or "others"
    if pointer.kind != "which":
        return pointer.kind
    if token.upos in ("NOUN", "PROPN"):
        told = tree.dependent(pointer.token, "amod", "compound") is not None
        return "the nouns" if token.xpos == "NNS" else "the … noun" if told else "the noun"
    return "this" if form in ("this", "that", "these", "those") else "other"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+", help="text files")
    parser.add_argument("--questions", action="store_true", help="count candidates, too")
    chosen = parser.parse_args()
    texts = {str(path): path.read_text(encoding="utf-8") for path in chosen.articles}
    every, sole = Counter[str](), Counter[str]()
    clauses = alone = 0
    for found in _open_words(texts):
        clauses += 1
        alone += not found
        every.update(found)
        sole.update(found if len(found) == 1 else ())
    print(f"{clauses} clauses, {alone} stand alone")
    asked = _candidates(texts, ()) if chosen.questions else frozenset()
    for kind in KINDS:
        more = f" {len(_candidates(texts, (kind,)) - asked):4} questions more" if chosen.questions else ""
        print(f"{kind:11} {every[kind]:4} clauses, {sole[kind]:4} alone{more}")


def _open_words(texts: dict[str, str]) -> Iterator[set[str]]:
    """The kinds of open words of each certain clause."""
    for name, text in texts.items():
        for tree in trees(Article(text, name=name)):
            for clause in clauses_of(tree):
                names = full_names(tree, clause.tokens)
                said = realised(clause, names) if clause.is_fact and clause.is_likely and clause.subject else None
                if said is not None:
                    yield {kind_of(tree, each) for each in pointers(tree, said.tokens, said.replaced)}


def _candidates(texts: dict[str, str], closed: Collection[str]) -> frozenset[tuple[str, str]]:
    """The stems of all candidates by article, where some kinds of words count as closed."""
    find = self_containment.find_pointers

    def without(tree: Tree, tokens: Sequence[int], named: Collection[int]) -> Iterator[Pointer]:
        return (each for each in find(tree, tokens, named) if kind_of(tree, each) not in closed)

    engine = start()
    with patch.object(self_containment, "find_pointers", without):
        return frozenset(
            (name, verdict.question.stem)
            for name, text in texts.items()
            for verdict in engine.draft(Article(text, name=name)).selection.verdicts
        )


if __name__ == "__main__":
    main()
