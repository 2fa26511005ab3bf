"""Measure how often what the engine says of main clauses is wholly right, against the trees of treebanks.

python tools/evaluate_clauses.py [--conditions] [--errors] FILE.conllu[.xz] ...

The main clause of each sentence is built twice, by the same grammar: from the tree that people drew and from the tree
that the engine finds in the text. It is wholly right where predicate, verb group, subject and every other part agree,
each in its role and in all its words; marks do not count. Shown are, for all sentences and for those of 8 words and
more: how many main clauses there are, how many of them are called sure or likely, and which share of each is right.
Sentences that the engine cuts into other words than the treebank are left out.

The treebanks know one right place for each phrase. Where a prepositional phrase or an adverb depends on another noun or
verb, or a relation has another name on the same word, a reader may well agree with both: "let pass" counts these as
right, too. With --conditions, a line for each condition tells how many main clauses it alone leaves out.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from conllu import TreebankSentence, read
from quizengine.language.model.relation_groups import without_subtype
from quizengine.language.syntax import Clause, Constituent, Sentence, Token, Tree, main_clause
from quizengine.language.syntax.analysis import analyse_sentences
from quizengine.language.syntax.wholeness import doubts
from quizengine.text.article import Article

ALIKE = (
    {"aux:pass", "cop"},
    {"obj", "iobj"},
    {"discourse", "advmod"},
    {"xcomp", "advcl"},
    {"ccomp", "advcl"},
    {"ccomp", "parataxis"},
    {"advcl", "parataxis"},
    {"ccomp", "obj"},
    {"csubj", "ccomp"},
    {"expl", "nsubj"},
)
"""Relations between which it makes no difference to a reader what a word is to the same head: "is closed"."""
LONG = 8
"""Words, from which on a sentence is counted among the longer ones."""


@dataclass(frozen=True)
class Compared:
    """The main clause of a sentence as it was found, and as it should be."""

    found: Clause
    gold: Clause | None

    @property
    def is_right(self) -> bool:
        """True if nothing of it is wrong."""
        return self.gold is not None and _told(self.found) == _told(self.gold)

    @property
    def words(self) -> int:
        """The number of words in the sentence."""
        return sum(token.upos != "PUNCT" for token in self.found.tree.tokens)


def compared(sentences: Sequence[TreebankSentence]) -> Iterator[Compared]:
    """The main clauses of all sentences in which the engine finds one."""
    texts = [Article(sentence.text) for sentence in sentences]
    found = analyse_sentences([article.span(0, len(article.text)) for article in texts])
    for sentence, own in zip(sentences, found, strict=True):
        if [token.form for token in own.tokens] == [word.form for word in sentence.words]:
            clause = main_clause(Tree(own))
            if clause is not None:
                yield Compared(clause, main_clause(_gold(sentence, own)))


def _gold(sentence: TreebankSentence, own: Sentence) -> Tree:
    """The tree that people drew, over the tokens of the engine."""
    tokens = (
        Token(token.span, word.form, word.lemma, word.upos, word.xpos, word.head - 1, word.relation, sure=True)
        for token, word in zip(own.tokens, sentence.words, strict=True)
    )
    return Tree(Sentence(own.span, tuple(tokens)))


def _told(clause: Clause) -> tuple[object, ...]:
    """Return what is compared: predicate, verb group, subject and parts, by the places of their words."""
    subject = _words(clause.subject) if clause.subject else ()
    parts = sorted((part.role, _words(part)) for part in clause.parts)
    return clause.head, clause.verb.tokens, subject, tuple(parts)


def _words(part: Constituent) -> tuple[int, ...]:
    return tuple(each for each in part.tokens if part.tree.tokens[each].upos not in ("PUNCT", "SYM"))


def _lets_pass(one: Compared) -> bool:
    """Return whether a main clause is right except for what a reader would let pass."""
    if one.is_right or one.gold is None:
        return one.is_right
    tree, gold = one.found.tree, one.gold.tree
    tokens = tuple(
        replace(right, head=token.head, relation=token.relation) if _is_sensible(token, right) else right
        for token, right in zip(tree.tokens, gold.tokens, strict=True)
    )
    if any(_loops(tokens, each) for each in range(len(tokens))):
        return False
    clause = main_clause(Tree(Sentence(gold.sentence.span, tokens)))
    return clause is not None and _told(clause) == _told(one.found)


def _is_sensible(found: Token, right: Token) -> bool:
    kinds = {one.relation if one.relation == "aux:pass" else without_subtype(one.relation) for one in (found, right)}
    return kinds <= {"nmod", "obl"} or kinds == {"advmod"} or (found.head == right.head and kinds in ALIKE)


def _loops(tokens: Sequence[Token], start: int) -> bool:
    """Return whether a token depends on itself, as where two are moved below each other."""
    at, steps = tokens[start].head, 0
    while at >= 0 and steps <= len(tokens):
        at, steps = tokens[at].head, steps + 1
    return at >= 0


def lines(found: Sequence[Compared]) -> Iterator[str]:
    """The figures of some main clauses: of those called sure, of those called likely, and of all."""
    sure = [one for one in found if one.found.is_sure]
    likely = [one for one in found if one.found.is_likely]
    for name, some in (("sure", sure), ("likely", likely), ("all", found)):
        share = 100 * len(some) / max(len(found), 1)
        yield f"  {name:7}{len(some):5} ({share:.1f} %)   right {_shares(some)}"


def _shares(some: Sequence[Compared]) -> str:
    right = 100 * sum(one.is_right for one in some) / max(len(some), 1)
    passed = 100 * sum(map(_lets_pass, some)) / max(len(some), 1)
    return f"{right:.1f} % ({passed:.1f} % with what one lets pass)"


def condition_lines(found: Sequence[Compared]) -> Iterator[str]:
    """Yield a line for each condition on the main clauses that fail it and no other."""
    alone: dict[str, list[Compared]] = {}
    for one in found:
        failed = ["tree"] if one.found.hangs_wrong else []
        failed += doubts(one.found.tree, one.found.verb, one.found.subject, one.found.parts, one.found.relation)
        if len(failed) == 1:
            alone.setdefault(failed[0], []).append(one)
    for name, left_out in alone.items():
        yield f"{name:30} leaves out {len(left_out):4}   right {_shares(left_out)}"


def outlined(clause: Clause | None) -> str:
    """A main clause on one line."""
    if clause is None:
        return "none"
    words = " ".join(clause.tree.tokens[each].form for each in clause.verb.tokens)
    subject = clause.subject.text if clause.subject else "-"
    return " | ".join([f"{words} ({subject})", *(f"{part.role}: {part.text}" for part in clause.parts)])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="treebank in CoNLL-U, plain or .xz")
    parser.add_argument("--conditions", action="store_true", help="print what each condition leaves out")
    parser.add_argument("--errors", action="store_true", help="print every sure main clause that is wrong")
    chosen = parser.parse_args()
    found = [one for path in chosen.files for one in compared(read(path))]
    long = [one for one in found if one.words >= LONG]
    for title, some in (("main clauses", found), (f"main clauses of sentences with {LONG} words and more", long)):
        print(f"{len(some)} {title}", *lines(some), sep="\n")
    for row in condition_lines(found) if chosen.conditions else ():
        print(row)
    for one in found if chosen.errors else ():
        if one.found.is_sure and not one.is_right:
            print(f"\n{one.found.tree.sentence.span.text}\n  found {outlined(one.found)}\n  gold  {outlined(one.gold)}")


if __name__ == "__main__":
    main()
