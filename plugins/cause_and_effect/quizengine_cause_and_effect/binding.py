"""Pronouns that are clear inside one sentence: a "they" or "it" with only one noun before it that can be meant."""

from collections.abc import Iterable

from quizengine.language import Clause, Tree, wording
from quizengine.language.discourse.pronouns import OF_A_THING, OF_MANY
from quizengine.language.syntax import is_a

_LONGEST = 8
"""Tokens of a subject that stands in place of a pronoun."""


def clear(tree: Tree, tokens: Iterable[int], given: dict[int, str]) -> dict[int, str]:
    """What stands in place of tokens, with each pronoun that is clear as it is standing for itself."""
    shown = sorted(tokens)
    found = dict(given)
    for index in shown:
        if index not in found and _antecedent(tree, [each for each in shown if each < index], index) is not None:
            found[index] = tree.tokens[index].form
    return found


def subject_for(clause: Clause, pronoun: int) -> str | None:
    """The subject of a clause in words, where a pronoun in the clause that hangs on it can only stand for it."""
    if clause.subject is None or len(clause.subject.tokens) > _LONGEST:
        return None
    tree = clause.tree
    before = [each for each in clause.tokens if each < pronoun]
    meant = _antecedent(tree, before, pronoun)
    if meant is None or meant != clause.subject.head:
        return None
    words = wording(tree, clause.subject.tokens)
    return f"{words}’s" if tree.tokens[pronoun].xpos == "PRP$" else words


def _antecedent(tree: Tree, before: list[int], pronoun: int) -> int | None:
    """The only noun before a pronoun that agrees with it; of "they" and "it" only where it is a subject."""
    form = tree.tokens[pronoun].form.lower()
    if form not in OF_MANY | OF_A_THING or tree.tokens[pronoun].upos not in ("PRON", "DET"):
        return None
    if is_a(tree.tokens[pronoun].relation, "expl"):
        return None
    nouns = [each for each in before if _heads_a_phrase(tree, each)]
    agreeing = [each for each in nouns if _is_plural(tree, each) == (form in OF_MANY) and not _is_owned(tree, each)]
    owner = tree.tokens[pronoun].xpos == "PRP$"
    if len(agreeing) != 1 or not (owner or is_a(tree.tokens[agreeing[0]].relation, "nsubj")):
        return None
    return agreeing[0]


def _is_owned(tree: Tree, index: int) -> bool:
    """Whether a noun belongs to somebody told before, as the ships of "farmers sold their ships" do."""
    return any(tree.tokens[each].xpos == "PRP$" for each in tree.dependents(index, "nmod"))


def _heads_a_phrase(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos in ("NOUN", "PROPN") and not is_a(token.relation, "compound", "flat", "nmod:poss", "conj")


def _is_plural(tree: Tree, index: int) -> bool:
    return tree.tokens[index].xpos in ("NNS", "NNPS") or tree.dependent(index, "conj") is not None
