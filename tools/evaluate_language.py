"""Measure the shipped language model on treebanks: gold sentences and tokens, everything else predicted.

python tools/evaluate_language.py [--model MODEL] [--relations] FILE.conllu[.xz] ...

UPOS: tokens with the right universal part of speech. UAS: tokens with the right head. LAS: right head and right
universal relation (without subtype). All three are shares of all tokens, punctuation included. Then, of the tokens
that are called sure: precision (head and relation right) and recall (share of all that the treebank has) of subjects
(nsubj with its subtypes), objects (obj) and adverbial clauses (advcl). The line of certainty tells, of the tokens that
hold clauses together, how many reach each bound of `Certainty`, and how many of those are right. With several files,
lines for all of them come last.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from conllu import TreebankSentence, read
from quizengine.language.model.model_file import read_model
from quizengine.language.model.pipeline import Model, run_pipeline
from quizengine.language.model.relation_groups import without_subtype
from quizengine.language.syntax import Certainty

SHOWN = {"subjects": "nsubj", "objects": "obj", "adverbial clauses": "advcl"}
HOLDING_A_CLAUSE = ("nsubj", "obj", "root", "aux", "cop", "ccomp", "conj", "advcl", "obl", "case", "mark")
SENTENCES_AT_ONCE = 400


@dataclass(frozen=True)
class Result:
    """Gold and found annotation of tokens, side by side."""

    upos: npt.NDArray[np.bool_]
    xpos: npt.NDArray[np.bool_]
    lemma: npt.NDArray[np.bool_]
    head: npt.NDArray[np.bool_]
    gold: npt.NDArray[np.str_]
    found: npt.NDArray[np.str_]
    sure: npt.NDArray[np.bool_]
    certainty: npt.NDArray[np.int32]

    def __add__(self, other: "Result") -> "Result":
        names = self.__dataclass_fields__
        return Result(*(np.concatenate((getattr(self, name), getattr(other, name))) for name in names))

    @property
    def right(self) -> npt.NDArray[np.bool_]:
        """Head and universal relation are right."""
        return self.head & (self.gold == self.found)

    def sure_of(self, relation: str) -> tuple[float, float]:
        """Precision and recall, in percent, of what is surely in a relation."""
        called = self.sure & (self.found == relation)
        right = (self.right & called).sum()
        return 100 * right / max(called.sum(), 1), 100 * right / max((self.gold == relation).sum(), 1)

    def bounds(self) -> str:
        """The precision of the tokens that hold clauses together, from each bound of certainty on, and their share."""
        holding = np.isin(self.found, HOLDING_A_CLAUSE)
        parts = []
        for bound in Certainty:
            reached = holding & (self.certainty >= bound)
            precision, share = self.right[reached].mean(), reached.sum() / holding.sum()
            parts.append(f"{bound.name} P {100 * precision:.1f} of {100 * share:.1f} %")
        return " · ".join(parts)

    def line(self) -> str:
        """The summary."""
        parts = [
            f"UPOS {100 * self.upos.mean():.1f} UAS {100 * self.head.mean():.1f} LAS {100 * self.right.mean():.1f}"
        ]
        for name, relation in SHOWN.items():
            precision, recall = self.sure_of(relation)
            parts.append(f"sure {name} P {precision:.1f} R {recall:.1f}")
        return " · ".join(parts)

    def table(self) -> str:
        """One line for each relation: how often it occurs, P and R of all, P and R of what is sure."""
        lines = []
        for relation in sorted(set(self.gold), key=lambda name: -(self.gold == name).sum()):
            count, called = (self.gold == relation).sum(), self.found == relation
            right = (self.right & called).sum()
            precision, recall = self.sure_of(relation)
            every = f"P {100 * right / max(called.sum(), 1):5.1f} R {100 * right / count:5.1f}"
            lines.append(f"  {relation:12}{count:6}   {every}   sure P {precision:5.1f} R {recall:5.1f}")
        return "\n".join(lines)


def measure(model: Model, sentences: Sequence[TreebankSentence]) -> Result:
    """Analyse sentences and hold them against their annotation."""
    parts = [
        _measured(model, sentences[start : start + SENTENCES_AT_ONCE])
        for start in range(0, len(sentences), SENTENCES_AT_ONCE)
    ]
    return sum(parts[1:], parts[0])


def _measured(model: Model, sentences: Sequence[TreebankSentence]) -> Result:
    words = [word for sentence in sentences for word in sentence.words]
    found = run_pipeline(model, [[word.form for word in sentence.words] for sentence in sentences])
    tags = [model.tags[number].split(" ") for number in found.tags]
    lemmas = [model.lemmas.lemma(word.form, tag[1]) for word, tag in zip(words, tags, strict=True)]
    return Result(
        np.array([word.upos == tag[0] for word, tag in zip(words, tags, strict=True)]),
        np.array([word.xpos == tag[1] for word, tag in zip(words, tags, strict=True)]),
        np.array([word.lemma == lemma for word, lemma in zip(words, lemmas, strict=True)]),
        found.heads == np.array([word.head for word in words]),
        np.array([without_subtype(word.relation) for word in words]),
        np.array([without_subtype(model.relations[number]) for number in found.relations]),
        found.sure,
        found.certainty,
    )


def main() -> None:
    """Measure each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="treebank in CoNLL-U, plain or .xz")
    parser.add_argument("--model", type=Path, help="model file (default: the shipped one)")
    parser.add_argument("--relations", action="store_true", help="show every relation as well")
    chosen = parser.parse_args()
    if chosen.model is None:
        from quizengine.language.model.shipped import shipped_model as shipped_model

        model = shipped_model()
    else:
        model = read_model(chosen.model.read_bytes())
    results = [(str(path), measure(model, read(path))) for path in chosen.files]
    if len(results) > 1:
        results.append(("all files", sum((result for _, result in results[1:]), results[0][1])))
    for name, result in results:
        shares = (100 * part.mean() for part in (result.xpos, result.lemma, result.sure))
        print("{}: {:,} tokens, XPOS {:.1f} lemmas {:.1f} sure {:.1f}".format(name, len(result.head), *shares))
        print("certainty:", result.bounds())
        if chosen.relations:
            print(result.table())
        print(result.line())


if __name__ == "__main__":
    main()
