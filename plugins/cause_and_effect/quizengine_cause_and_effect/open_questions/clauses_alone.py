"""Asks about a clause read alone where it cannot be cut out of its sentence: after "while" or "who", or before an aim.

What such a clause tells is a fact as much as what the main clause tells. Next: `why_questions`.
"""

from collections.abc import Sequence

from quizengine.language import WH_PRONOUNS, Clause, is_a, main_clause
from quizengine_cause_and_effect.open_questions.split_sentences import stem_of_part
from quizengine_cause_and_effect.open_questions.stem_checks import must_be_asserted
from quizengine_cause_and_effect.open_questions.stems import Stem, Wording
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.token_spans import Tokens

_PRESUPPOSING = frozenset({"after", "although", "as", "because", "since", "though", "when", "whereas", "while"})
"""Conjunctions of clauses that are stated as facts."""


def stem_read_alone(clause: Clause, effect: Tokens, gone: Sequence[int], wording: Wording) -> Stem:
    """The question about a clause without the tokens of its reason, which is at one of its ends; raises CannotBe."""
    _must_be_stated(clause)
    tree = clause.tree
    own = tree.trimmed(each for each in effect if each < gone[0]) if gone[0] > clause.head else effect
    tokens = tuple(_without_link(clause, own))
    if clause.head not in tokens or not _is_whole(clause, tokens, gone):
        raise CannotBe("how the sentence is built is not certain")
    stem = stem_of_part(tree, tokens, wording)
    if clause.relation != "root" and not any(
        word[:1].isupper() or word[:1].isdigit() for word in stem.text.split()[1:]
    ):
        raise CannotBe("it does not tell where or of whom that was so")
    return stem


def _must_be_stated(clause: Clause) -> None:
    """Raise CannotBe unless the article states what a clause tells, wherever it is in its sentence."""
    must_be_asserted(clause)
    words = clause.marker.lower().split()
    added = is_a(clause.relation, "advcl") and bool(_when(clause) or set(words[:1]) & _PRESUPPOSING)
    if not clause.verb.finite or not (added or is_a(clause.relation, "root", "conj", "acl:relcl")):
        raise CannotBe("the clause is part of another")
    main = main_clause(clause.tree)
    if main is None or not main.verb.finite:
        raise CannotBe("how the sentence is built is not certain")
    upper = clause.tree.tokens[clause.head].head
    if clause.relation == "conj" and clause.tree.tokens[upper].relation not in ("root", "conj"):
        raise CannotBe("the clause is part of another")


def _when(clause: Clause) -> set[int]:
    """The "when" that opens a clause about the past."""
    first = min(clause.tokens)
    past = clause.verb.tense == "past" and clause.tree.tokens[first].form.lower() == "when"
    return {first} if past else set()


def _without_link(clause: Clause, tokens: Tokens) -> Sequence[int]:
    """The tokens without the conjunction that opens a clause, or with the name that "who" stands for in its place."""
    tree = clause.tree
    kept = list(tokens)
    links = set(tree.dependents(clause.head, "mark", "cc")) | _when(clause)
    while kept and kept[0] in links:
        kept.pop(0)
    if not is_a(clause.relation, "acl:relcl"):
        return kept
    noun = tree.tokens[clause.head].head
    link = next((each for each in kept if noun < each < clause.head and tree.tokens[each].xpos in WH_PRONOUNS), -1)
    own = set(tree.subtree(noun, [clause.head]))
    if link < 0 or tree.tokens[noun].upos != "PROPN" or clause.subject is None or clause.subject.head != link:
        raise CannotBe("the clause is part of another")
    named = [each for each in kept if each in own and each < link]
    return [*tree.trimmed(named), *(each for each in kept if each > link)] if named else []


def _is_whole(clause: Clause, tokens: Tokens, gone: Sequence[int]) -> bool:
    """Return whether no word of a clause is lost at its beginning, or between it and its reason."""
    tree = clause.tree
    words = {each for each in clause.tokens if tree.tokens[each].upos not in ("PUNCT", "SCONJ", "CCONJ")}
    lost = {
        each for each in words if each not in tokens and each not in gone and tree.tokens[each].xpos not in WH_PRONOUNS
    }
    before = tokens[0] - 1
    links = set(tree.dependents(clause.head, "mark", "cc")) | _when(clause)
    opened = before < 0 or tree.tokens[before].upos == "PUNCT" or before in links
    if is_a(clause.relation, "acl:relcl"):
        opened, lost = True, {each for each in lost if each > clause.head}
    return opened and not any(each < max(tokens[-1], gone[-1]) for each in lost)
