"""Asks which of two things led to the other, or is the reason for it: by noun phrases, or by clauses.

Guessing is right half of the time, so that `asking` takes only the best of an article.
Next: `statements`.
"""

from quizengine import ChoiceQuestion
from quizengine.language import (
    Clause,
    Realised,
    Tree,
    clauses_of,
    full_names,
    name_at,
    phrase,
    stands_alone,
    weight,
    wording,
)
from quizengine.language.realise import capitalised
from quizengine.language.realise.words import tidied
from quizengine.language.syntax import FINITE, WH_WORDS, is_a
from quizengine.language.word_lists import listed
from quizengine_cause_and_effect.agents import past
from quizengine_cause_and_effect.binding import subject_for
from quizengine_cause_and_effect.events import must_be_stated
from quizengine_cause_and_effect.halves import in_halves
from quizengine_cause_and_effect.openness import is_open
from quizengine_cause_and_effect.proving import choice
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import VERBS
from quizengine_cause_and_effect.telling import CannotBe, alone, clause_of, lead_for, worded

_MOST_WORDS = 14
_LONGEST_CLAUSE = 24
_FEWEST = 3
_FEWEST_OF_BOTH = 4
_BRING_ABOUT = listed(
    "lead result cause provoke induce trigger spark prompt spur ignite inspire precipitate contribute fuel stem arise"
)
"""Verbs behind which common sense alone does not tell what came first, as it does behind “improve”."""
_VAGUE = listed("number variety range lot series thing way kind example result part")
_OF_A_CLAUSE = FINITE | WH_WORDS
_SMALL = listed("a an the of in on for to and or by with from at its their his her as")
_TELLING = 5
"""Tokens from which on "a" and a noun with what belongs to it say what it is about."""


def which_is_the_reason(relation: CausalRelation) -> ChoiceQuestion:
    """“Which of these does the article give as the reason for the other?”, with two clauses; raises CannotBe."""
    if relation.rule not in ("because", "so"):
        raise CannotBe("the cause is not told by a clause")
    try:
        reason, told = _cut_out(relation)
    except CannotBe:
        if relation.rule != "because":
            raise
        reason, told = in_halves(relation)
    stem = f"Which of these does {_source(clause_of(relation))} give as the reason for the other?"
    return _question(relation, stem, reason, told, "which is the reason")


def _cut_out(relation: CausalRelation) -> tuple[str, str]:
    """The reason and what it is given for, as clauses that can be cut out of their sentence; raises CannotBe."""
    upper = clause_of(relation)
    tree = upper.tree
    lower = _other(relation, upper)
    cause, effect = (lower, upper) if relation.rule == "because" else (upper, lower)
    told = [_realised(clause, upper, lower.tokens if clause is upper else ()) for clause in (cause, effect)]
    words = [worded(each.clause, each, fewest=_FEWEST, sourced=False) for each in told]
    if any(len(each.split()) > _LONGEST_CLAUSE for each in words):
        raise CannotBe("a clause is too long")
    if not all(stands_alone(tree, each.tokens, each.replaced) for each in told):
        raise CannotBe("it points to what is told elsewhere")
    return words[0], words[1]


def _other(relation: CausalRelation, upper: Clause) -> Clause:
    """The finite clause of the other side of a relation; raises CannotBe."""
    at = relation.cause if relation.rule == "because" else relation.effect
    inside = [each for each in clauses_of(upper.tree) if at.contains(each.tree.tokens[each.head].span)]
    lower = next((each for each in inside if each.verb.finite and each.head != upper.head), None)
    if lower is None:
        raise CannotBe("the clauses cannot be told apart")
    return lower


def _realised(clause: Clause, upper: Clause, without: tuple[int, ...]) -> Realised:
    """A clause by itself, its pronoun subject named by the other clause."""
    given = {}
    if clause is not upper and clause.subject and len(clause.subject.tokens) == 1:
        named = subject_for(upper, clause.subject.head)
        if named:
            given[clause.subject.head] = named
    tree = clause.tree
    so = {each for each in (max(without, default=-1), min(without, default=0) - 1) if each >= 0}
    links = {each for each in so if tree.tokens[each].form.lower() == "so"}
    return alone(clause, given, {*without, *links}, led=True)


def _source(clause: Clause) -> str:
    """Who gives the reason: the article, or somebody in it; raises CannotBe."""
    if not clause.said:
        return "the article"
    source = clause.said[0].source
    if len(clause.said) > 1 or source is None:
        raise CannotBe("who says so cannot be named in a few words")
    tokens = [each for each in phrase(source) if each not in source.marker]
    named = name_at(source.tree.tokens[source.head].span)
    text = wording(source.tree, tokens, full_names(source.tree, tokens))
    if named is None and text.lower() in ("he", "she", "they", "it"):
        raise CannotBe("who says so cannot be named in a few words")
    return text


def which_led(relation: CausalRelation) -> ChoiceQuestion:
    """“Which of these led to the other?”, with two noun phrases; raises CannotBe."""
    verb = next((each for each in VERBS if f"{each.lemma} {each.preposition}".strip() == relation.rule), None)
    clause = clause_of(relation)
    if verb is None or verb.lemma not in _BRING_ABOUT:
        raise CannotBe("the cause is not told by a verb of causing")
    must_be_stated(clause)
    tree = clause.tree
    if not clause.verb.finite:
        raise CannotBe("a participle of that verb may only tell who made something")
    if not _is_whole(clause, relation):
        raise CannotBe("where a phrase begins is not certain")
    cause, effect = (_phrase(tree, span.start, span.end) for span in (relation.cause, relation.effect))
    shown = tuple(sorted({*tree.tokens_in(relation.cause), *tree.tokens_in(relation.effect)}))
    names = full_names(tree, shown)
    lead = lead_for(tree, shown, names)
    if any(is_open(tree, each, Realised(clause, (), shown, shown, names)) for each in shown):
        raise CannotBe("it compares with what is told elsewhere")
    if len(f"{cause} {effect}".split()) < _FEWEST_OF_BOTH:
        raise CannotBe("the phrases say too little")
    if set(cause.lower().split()) & set(effect.lower().split()) - _SMALL:
        raise CannotBe("both sides share a word")
    key, wrong = (effect, cause) if verb.kind == "comes from" else (cause, effect)
    words = tidied(f"{_active(clause)} {verb.preposition}")
    return _question(
        relation, f"{lead}According to the article, which of these {words} the other?", key, wrong, "which led"
    )


def _phrase(tree: Tree, start: int, end: int) -> str:
    """A noun phrase that is understood on its own; raises CannotBe."""
    tokens = [each for each, token in enumerate(tree.tokens) if start <= token.span.start and token.span.end <= end]
    behind = tree.tokens[tokens[-1] + 1].upos if tokens[-1] + 1 < len(tree.tokens) else ""
    if behind == "CCONJ":
        raise CannotBe("a phrase goes on with “and”")
    inside = set(tokens)
    head = next(each for each in tokens if tree.tokens[each].head not in inside)
    clauses = [tree.subtree(child) for child in tree.dependents(head, "acl:relcl")]
    described = {each for clause in clauses if tree.tokens[clause[0] - 1].form != "," for each in clause}
    told = any(tree.tokens[each].xpos in _OF_A_CLAUSE for each in tokens if each not in described)
    if tree.tokens[head].lemma.lower() in _VAGUE or told or not _names_something(tree, head):
        raise CannotBe("it is no plain noun phrase")
    text = wording(tree, tokens, full_names(tree, tokens))
    if len(text.split()) > _MOST_WORDS or any(mark in text for mark in '“”"():;—…[]'):
        raise CannotBe("a phrase is too long, or has marks that need their sentence")
    determiner = tree.dependent(head, "det")
    loose = determiner is not None and tree.tokens[determiner].form.lower() in ("a", "an", "some", "any", "no")
    if loose and not any(tree.tokens[each].upos == "PROPN" for each in tokens) and len(tokens) < _TELLING:
        raise CannotBe("a phrase does not say which one it is")
    return capitalised(text)


def _names_something(tree: Tree, head: int) -> bool:
    """Whether a phrase is about a thing, or a law, a war and the like with a name: "the Missouri Compromise"."""
    name = name_at(tree.tokens[head].span)
    event = name is not None and name.kind not in ("person", "place", "organisation") and " " in name.full
    return tree.tokens[head].upos == "NOUN" or event


def _active(clause: Clause) -> str:
    """The verb as it stands behind “which of these”; raises CannotBe."""
    group, token = clause.verb, clause.tree.tokens[clause.head]
    particle = group.lemma.partition(" ")[2]
    simple = not (group.perfect or group.progressive or group.modal or group.negated)
    if group.perfect and not (group.passive or group.progressive):
        return f"{'has' if group.tense == 'present' else 'had'} {token.form} {particle}"
    if simple and not group.passive and token.xpos == "VBD":
        return f"{token.form} {particle}"
    if simple and group.tense == "present":
        return f"{third(token.lemma)} {particle}"
    if simple and token.xpos == "VBN" and (found := past(token.form)):
        return f"{found} {particle}"
    raise CannotBe("the verb has no certain form for the question")


def _is_whole(clause: Clause, relation: CausalRelation) -> bool:
    """Whether what stands first is not the last part of a list, or an aside that a parser took for a subject."""
    tree = clause.tree
    tokens = tree.tokens_in(min((relation.cause, relation.effect), key=lambda span: span.start))
    before = tokens[0] - 1
    if before < 0:
        return True
    word = tree.tokens[before]
    opening = [part for part in clause.adjuncts() if part.tokens[0] <= 1 and part.tokens[-1] in (before - 1, before)]
    starts = before == 0 and is_a(word.relation, "cc", "advmod")
    return starts or word.upos == "SCONJ" or (word.form == "," and bool(opening))


def _question(relation: CausalRelation, stem: str, key: str, wrong: str, rule: str) -> ChoiceQuestion:
    if key.casefold() == wrong.casefold():
        raise CannotBe("both sides are the same")
    return choice(relation, rule, stem, key.rstrip("."), (wrong.rstrip("."),))


def weight_of(relation: CausalRelation) -> float:
    """How much of what the article is about stands in the sentence that tells of a relation."""
    return weight(clause_of(relation).tree)


_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def third(lemma: str) -> str:
    """The form after "it": leads, causes, reaches, worries."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_SIBILANTS) else f"{lemma}s"
