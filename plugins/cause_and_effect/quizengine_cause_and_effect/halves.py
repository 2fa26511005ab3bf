"""Splits a sentence at its "because" into two that say all that it says, so that nothing can be cut wrong.

Next: `comparing`, which asks which of them is the reason for the other.
"""

from collections.abc import Sequence

from quizengine.language import Clause, Realised, Tree, full_names, stands_alone, weight, wording
from quizengine.language.realise import capitalised
from quizengine.language.realise.words import balanced, tidied
from quizengine.language.syntax import FINITE, is_a
from quizengine.language.word_lists import listed
from quizengine_cause_and_effect.binding import clear, subject_for
from quizengine_cause_and_effect.openness import is_open, when_only_its_readers_know
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.stretches import is_a_doer
from quizengine_cause_and_effect.telling import CannotBe, clause_of, is_claimed

_FEWEST, _MOST = 3, 24
"""Words of a half."""
_MARKS = frozenset('“”"():;—–…[]*#|/') | {"--", "``", "''"}
_CONDITIONS = listed("if unless although though while whereas because whether not never n't n’t no neither nor only")
_EACH = frozenset({"each", "another", "other", "others", "such", "same"})
"""They tell of those that are told of elsewhere."""
_ADDS = frozenset({"also", "too"})
_MINDED = listed("wish want hope fear believe think expect know lack feel hate love like dislike distrust wonder")
"""Verbs of a subject with a mind."""
_LINKS = listed("and but or so yet however also still then thus therefore indeed moreover")


def in_halves(relation: CausalRelation) -> tuple[str, str]:
    """The reason and what it is given for, each in the words of the sentence; raises CannotBe."""
    clause = clause_of(relation)
    tree = clause.tree
    if relation.rule != "because" or not clause.is_fact or is_claimed(clause) or weight(tree) == 0:
        raise CannotBe("it is not stated as a fact")
    at = tree.tokens_in(relation.signal)[-1]
    reason, told = _sides(clause, at)
    gone = when_only_its_readers_know(clause)
    return _half(clause, reason, gone), _half(clause, told, gone)


def _sides(clause: Clause, because: int) -> tuple[list[int], list[int]]:
    """The tokens of the reason and of what it is given for; raises CannotBe."""
    tree = clause.tree
    if clause.subject is None or clause.shares_subject or not clause.verb.finite:
        raise CannotBe("the clauses cannot be told apart")
    inside = tree.trimmed(clause.tokens)
    first, last = inside[0], inside[-1]
    if because > clause.head:
        return list(range(because + 1, last + 1)), list(range(first, because))
    start = clause.subject.tokens[0]
    if because > first + 1 or tree.tokens[start - 1].form != ",":
        raise CannotBe("the clauses cannot be told apart")
    return list(range(because + 1, start - 1)), list(range(start, last + 1))


def _half(clause: Clause, side: Sequence[int], gone: set[int]) -> str:
    """One half as a sentence without a full stop; raises CannotBe."""
    tree = clause.tree
    words = [each for each in side if each not in gone and tree.tokens[each].form.lower() not in _ADDS]
    while words and (tree.tokens[words[0]].upos == "PUNCT" or tree.tokens[words[0]].form.lower() in _LINKS):
        words = words[1:]
    while words and tree.tokens[words[-1]].upos == "PUNCT":
        words = words[:-1]
    forms = [tree.tokens[each].form for each in words]
    if any(form in _MARKS for form in forms) or {form.lower() for form in forms} & _CONDITIONS:
        raise CannotBe("it has marks or words that need their context")
    if not _is_a_sentence(tree, words):
        raise CannotBe("the clauses cannot be told apart")
    given = _subject_of_the_other(clause, words)
    names = clear(tree, words, {**full_names(tree, words), **given})
    said = Realised(clause, (), (), tuple(words), names)
    if not stands_alone(tree, words, names):
        raise CannotBe("it points to what is told elsewhere")
    if any(is_open(tree, each, said) for each in words) or {form.lower() for form in forms} & _EACH:
        raise CannotBe("it compares with what is told elsewhere")
    text = tidied(wording(tree, words, names))
    if not _FEWEST <= len(text.split()) <= _MOST or not balanced(text):
        raise CannotBe("it is too short or too long")
    return capitalised(text)


def _is_a_sentence(tree: Tree, words: Sequence[int]) -> bool:
    """Whether some tokens have one predicate in a tense over all of them, with a subject among them."""
    inside = set(words)
    tops = [each for each in words if tree.tokens[each].head not in inside]
    if not tops:
        return False
    finite = any(
        tree.tokens[each].xpos in FINITE | {"MD"}
        for each in (tops[0], *tree.dependents(tops[0], "aux", "aux:pass", "cop"))
    )
    subject = [
        each
        for each in words
        if tree.tokens[each].head == tops[0] and is_a(tree.tokens[each].relation, "nsubj", "csubj", "expl")
    ]
    return finite and bool(subject)


def _subject_of_the_other(clause: Clause, words: Sequence[int]) -> dict[int, str]:
    """The pronoun that the reason begins with, named by the subject of what it is given for."""
    token = clause.tree.tokens[words[0]]
    if token.upos != "PRON" or not is_a(token.relation, "nsubj"):
        return {}
    named = subject_for(clause, words[0]) or _with_a_mind(clause, words[0])
    return {words[0]: named} if named else {}


def _with_a_mind(clause: Clause, pronoun: int) -> str | None:
    """The subject of a clause for a "they" that wishes or fears something, where it is a word for several people."""
    tree = clause.tree
    assert clause.subject
    minded = tree.tokens[tree.tokens[pronoun].head].lemma.lower() in _MINDED
    subject = tree.tokens[clause.subject.head]
    people = is_a_doer(tree, clause.subject.head) and subject.xpos in ("NNS", "NNPS")
    short = len(clause.subject.tokens) <= _SHORT
    plain = tree.tokens[pronoun].form.lower() == "they" and minded and people and short
    return wording(tree, clause.subject.tokens) if plain else None


_SHORT = 5
"""Tokens of a subject that stands in place of "they"."""
