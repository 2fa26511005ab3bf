"""The context of a figure: the clauses that contain it, the phrase that it belongs to, and the words of both.

Next: `question_words`, the questions from it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quizengine.language import (
    Certainty,
    Clause,
    Constituent,
    Name,
    Quantity,
    Tree,
    clauses_at,
    clauses_of,
    name_at,
    quantities_within,
    tree_at,
)

_TIMES = frozenset({"after", "before", "until", "while"})
_REASONS = frozenset({"because", "since", "though", "although"})
_TOLD_FOR_ITSELF = ("root", "conj", "ccomp", "parataxis", "acl:relcl")
_VOUCHED = frozenset({"asserts", "finds", "believes"})
_COUNTING = ("nummod", "nmod")
_ALSO_BEFORE = (*_COUNTING, "compound", "amod")
_BESIDE_A_NOUN = {
    **dict.fromkeys(("money", "percent", "points"), _ALSO_BEFORE),
    "age": (*_COUNTING, "flat"),  # "at age 16"
}
"""The relations of a figure to its noun, by kind; all other kinds only count it."""
_RANGE = frozenset({"between", "from"})
LONGEST = 1200
"""A longer sentence is never shown; skipping it bounds the work on a text without full stops."""


@dataclass(frozen=True)
class Context:
    """A figure in one of the clauses that hold it."""

    quantity: Quantity
    clause: Clause
    figure: tuple[int, ...]
    """The tokens of the number with its currency, percent sign or unit."""
    hedged: tuple[int, ...]
    """The same with the words that hedge or bound it, and the "between" of a range."""
    number: tuple[int, ...]
    """The tokens of the number alone."""
    part: Constituent | None
    """The phrase of the clause whose head the figure counts, measures or is; None if it is deeper."""

    @property
    def tree(self) -> Tree:
        """The tree of the sentence."""
        return self.clause.tree

    @cached_property
    def top(self) -> int:
        """The token of the figure that depends on a word outside it."""
        return next(each for each in self.figure if self.tree.tokens[each].head not in self.figure)

    def figures_shown(self, tokens: Iterable[int]) -> list[Quantity]:
        """The figures of the sentence that some tokens show, this one too if they do."""
        shown = set(tokens)
        found = quantities_within(self.tree.sentence.span)
        return [one for one in found if shown & set(self.tree.tokens_in(one.span))]

    @property
    def person(self) -> Name | None:
        """The person whom the subject of the clause names; None if it bears no name, or not that of a person."""
        subject = self.clause.subject
        name = name_at(self.tree.tokens[subject.head].span) if subject is not None else None
        return name if name is not None and name.kind == "person" else None

    def forms(self, tokens: tuple[int, ...]) -> list[str]:
        """The words of some tokens, in lower case."""
        return [self.tree.tokens[each].form.lower() for each in tokens]

    @property
    def is_sure(self) -> bool:
        """True if the verb, its subject and the phrase of the figure may be relied on.

        The other phrases keep their place in a question, so that it does not matter what they depend on.
        """
        clause, tokens = self.clause, self.tree.tokens
        needed = [clause.head, *clause.verb.tokens]
        if clause.subject:
            needed.append(clause.subject.head)
        if self.part is not None and not self._is_next_to_the_verb(self.part):
            needed += [self.part.head, *self.part.marker]
        return not (clause.hangs_wrong or is_torn(clause)) and all(
            tokens[each].certainty >= Certainty.PLAUSIBLE for each in needed
        )

    def _is_next_to_the_verb(self, part: Constituent) -> bool:
        """Return whether a phrase follows its verb at once, so that it can hardly be anything but the object."""
        return part.role == "object" and part.tokens[0] == self.clause.verb.tokens[-1] + 1


def is_torn(clause: Clause) -> bool:
    """Return whether a word amid a clause hangs before it, as no word of a sentence that was parsed right does.

    In "fell after Lee sued Kim in 2011 for claiming that it stood when it did not", the "for" hangs on "fell".
    """
    own, tokens = set(clause.tokens), clause.tree.tokens
    first, last = min(clause.tokens), max(clause.tokens)
    amid = (each for each in range(clause.head, last) if each not in own and tokens[each].upos != "PUNCT")
    return any(0 <= tokens[each].head < first for each in amid)


def is_stated(clause: Clause) -> bool:
    """Return whether a clause is stated, by the article or by somebody, "suggesting that …" included."""
    if _would_be(clause):
        return True
    if clause.is_fact or clause.relation != "ccomp" or not clause.verb.finite or clause.verb.modal:
        return clause.is_fact
    above = clause.tree.tokens[clause.tree.tokens[clause.head].head]
    stated = not clause.tree.sentence.span.text.rstrip("”\"’')").endswith("?")
    return above.xpos == "VBG" and stated and bool(clause.said) and {said.stance for said in clause.said} <= _VOUCHED


def _would_be(clause: Clause) -> bool:
    """Return whether a main clause tells what would have been: the question keeps its "would"."""
    words = {clause.tree.tokens[each].form.lower() for each in clause.tokens}
    plain = clause.relation == "root" and not clause.verb.negated and not clause.said and "if" not in words
    return plain and clause.verb.modal == "would" and clause.verb.perfect


def contexts_of(quantity: Quantity) -> Iterator[Context]:
    """The clauses with a tense that hold a figure and are told for themselves, the innermost first."""
    for clause in holding(quantity):
        told = clause.verb.finite and _is_told_for_itself(clause, dated=quantity.kind == "year")
        context = context_in(quantity, clause) if told else None
        if context is not None:
            yield context


def participles_of(quantity: Quantity, form: str = "VBG") -> Iterator[Context]:
    """The clauses without a tense that hold a figure, by the tag of their verb: "receiving $2,000", "built in 1602"."""
    for clause in holding(quantity):
        tag = clause.tree.tokens[clause.head].xpos
        if tag == form and not clause.verb.finite and clause.relation in ("advcl", "acl"):
            context = context_in(quantity, clause)
            if context is not None:
                yield context


def holding(quantity: Quantity) -> list[Clause]:
    """The clauses that hold a figure, the innermost first; none in a sentence that is too long to be shown."""
    tree = tree_at(quantity.span)
    if tree is None or tree.sentence.span.end - tree.sentence.span.start > LONGEST:
        return []
    figure = set(tree.tokens_in(quantity.span))
    found = [each for each in clauses_at(quantity.span) if figure and figure <= set(each.tokens)]
    return sorted(found, key=lambda each: len(each.tokens))


def _is_told_for_itself(clause: Clause, *, dated: bool) -> bool:
    """True if a clause is more than a circumstance of another: no "if" or "as"; "after" may tell of what has a date."""
    told = _TIMES | _REASONS if dated else _REASONS
    return clause.relation in _TOLD_FOR_ITSELF or (clause.relation == "advcl" and clause.marker in told)


def _parts_of_infinitives(clause: Clause) -> Iterator[Constituent]:
    """The objects and prices of the verbs that a verb takes with "to": the sum of "expects to save $2 billion"."""
    within = {part.head for part in clause.parts if part.role == "open complement" and part.marker_text == "to"}
    for inner in clauses_of(clause.tree) if within else ():
        if inner.head in within and inner.relation == "xcomp" and not inner.verb.negated:
            yield from (part for part in inner.parts if part.role == "object" or part.marker_text == "for")
            yield from _parts_of_infinitives(inner)


def context_in(quantity: Quantity, clause: Clause) -> Context | None:
    """The figure in a clause; None if no one token carries it."""
    tree = clause.tree
    figure = tree.tokens_in(quantity.span)
    tops = [each for each in figure if tree.tokens[each].head not in figure]
    if not tops:
        return None
    top = tops[0]
    beside_a_noun = _BESIDE_A_NOUN.get(quantity.kind, _COUNTING)
    beside = tree.tokens[top].relation.startswith(beside_a_noun) or _counts_in_millions(quantity, tree, top)
    heads = {top, tree.tokens[top].head} if beside else {top}
    parts = [*clause.parts, *([clause.subject] if clause.subject and not clause.shares_subject else [])]
    if quantity.kind not in ("year", "age"):
        parts += _parts_of_infinitives(clause)
    hedged = tree.tokens_in(quantity.hedged)
    if quantity.ranged and hedged[0] and tree.tokens[hedged[0] - 1].form.lower() in _RANGE:
        hedged = (hedged[0] - 1, *hedged)
    part = next((part for part in parts if part.head in heads), None)
    counted = tree.tokens[top].head
    if part is None and quantity.kind == "count" and counted >= 0 and tree.tokens[counted].relation == "nmod":
        part = next((part for part in clause.parts if part.head == tree.tokens[counted].head), None)
    part = _with_its_sign(part, figure) if part is not None and quantity.kind == "percent" else part
    return Context(quantity, clause, figure, hedged, tree.tokens_in(quantity.number), part)


def _counts_in_millions(quantity: Quantity, tree: Tree, top: int) -> bool:
    """Return whether a "million" counts the noun behind it, which a parser may take for half of one word with it."""
    token = tree.tokens[top]
    counted = token.head > top and tree.tokens[token.head].upos == "NOUN"
    return quantity.kind == "count" and counted and token.upos == "NUM" and token.relation == "compound"


def _with_its_sign(part: Constituent, figure: Sequence[int]) -> Constituent:
    """A phrase with the percent sign right behind it, which a parser may take for a phrase of its own."""
    behind = tuple(each for each in figure if each not in part.tokens)
    follows = bool(behind) and behind[0] == part.tokens[-1] + 1 and part.tokens[-1] in figure
    return replace(part, tokens=(*part.tokens, *behind)) if follows else part
