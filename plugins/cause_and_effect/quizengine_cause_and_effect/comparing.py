"""Asks which of two things led to the other, or is the reason for it: by noun phrases, or by clauses.

Guessing is right half of the time, so that `asking` takes only the best two of an article.
"""

from quizengine import ChoiceQuestion, Evidence, Origin
from quizengine.language import Clause, Realised, Tree, clauses_of, full_names, name_at, weight, wording
from quizengine.language.realise import capitalised
from quizengine.language.realise.words import tidied
from quizengine_cause_and_effect.binding import subject_for
from quizengine_cause_and_effect.relations import NAME, CausalRelation
from quizengine_cause_and_effect.signals import VERBS
from quizengine_cause_and_effect.telling import (
    CannotBe,
    alone,
    clause_of,
    evidence,
    is_claimed,
    lead_for,
    rationale,
    tags,
    worded,
)

_MOST_WORDS = 14
_LONGEST_CLAUSE = 22


def which_led(relation: CausalRelation) -> ChoiceQuestion:
    """“Which of these led to the other?”, with two noun phrases; raises CannotBe."""
    verb = next((each for each in VERBS if _named(each.lemma, each.preposition) == relation.rule), None)
    clause = clause_of(relation)
    if verb is None or verb.kind == "makes do":
        raise CannotBe("the cause is not told by a verb of causing")
    _must_be_stated(clause)
    tree = clause.tree
    if not clause.verb.finite and verb.lemma not in _PLAIN:
        raise CannotBe("a participle of that verb may only tell who made something")
    if not _is_whole(clause, relation):
        raise CannotBe("where a phrase begins is not certain")
    cause, effect = (_phrase(tree, span.start, span.end) for span in (relation.cause, relation.effect))
    shown = sorted({*tree.tokens_in(relation.cause), *tree.tokens_in(relation.effect)})
    lead = lead_for(tree, shown, full_names(tree, shown))
    shared = set(cause.lower().split()) & set(effect.lower().split()) - _SMALL
    if shared:
        raise CannotBe(f"both sides share “{min(shared)}”")
    if verb.kind == "comes from":
        words = f"{_active(clause)} {verb.preposition}"
        key, wrong = effect, cause
    else:
        words = " ".join(filter(None, (_active(clause), verb.preposition)))
        key, wrong = cause, effect
    return _question(
        relation, f"{lead}According to the article, which of these {words} the other?", key, wrong, "which led"
    )


def _must_be_stated(clause: Clause) -> None:
    """Raise CannotBe unless the article itself says so: neither somebody in it nor an accusation."""
    tree = clause.tree
    above = {each.head: each for each in clauses_of(tree)}
    over = (above[each] for each in (clause.head, *tree.ancestors(clause.head)) if each in above)
    finite = [each for each in over if each.verb.finite]
    plain = bool(finite) and all(each.is_fact and not each.said and not is_claimed(each) for each in finite)
    if not plain or clause.verb.negated or clause.verb.modal or weight(tree) == 0:
        raise CannotBe("it is not stated by the article itself")


def which_is_the_reason(relation: CausalRelation) -> ChoiceQuestion:
    """“Which of these is the reason for the other?”, with two clauses; raises CannotBe."""
    if relation.rule not in ("because", "so"):
        raise CannotBe("the cause is not told by a clause")
    upper = clause_of(relation)
    if upper.said:
        raise CannotBe("somebody else says so")
    tree = upper.tree
    at = relation.cause if relation.rule == "because" else relation.effect
    inside = [each for each in clauses_of(tree) if at.contains(each.tree.tokens[each.head].span)]
    lower = next((each for each in inside if each.verb.finite and each.head != upper.head), None)
    if lower is None:
        raise CannotBe("the clauses cannot be told apart")
    cause, effect = (lower, upper) if relation.rule == "because" else (upper, lower)
    told = [_realised(clause, upper, lower.tokens if clause is upper else ()) for clause in (cause, effect)]
    words = [worded(each.clause, each, fewest=4) for each in told]
    shown = sorted({token for each in told for token in each.tokens})
    lead = lead_for(tree, shown, {**told[0].replaced, **told[1].replaced})
    if len({len(each.split()) > _LONGEST_CLAUSE for each in words} | {False}) > 1:
        raise CannotBe("a clause is too long")
    stem = f"{lead}Which of these does the article give as the reason for the other?"
    return _question(relation, stem, words[0], words[1], "which is the reason")


def _realised(clause: Clause, upper: Clause, without: tuple[int, ...]) -> Realised:
    """A clause by itself, its pronoun subject named by the other clause."""
    given = {}
    if clause is not upper and clause.subject and len(clause.subject.tokens) == 1:
        named = subject_for(upper, clause.subject.head)
        if named:
            given[clause.subject.head] = named
    return alone(clause, given, without, led=True)


def _phrase(tree: Tree, start: int, end: int) -> str:
    """A noun phrase that is understood on its own; raises CannotBe."""
    tokens = [each for each, token in enumerate(tree.tokens) if start <= token.span.start and token.span.end <= end]
    behind = tree.tokens[tokens[-1] + 1].upos if tokens[-1] + 1 < len(tree.tokens) else ""
    if behind == "CCONJ":
        raise CannotBe("a phrase goes on with “and”")
    inside = set(tokens)
    head = next(each for each in tokens if tree.tokens[each].head not in inside)
    vague = tree.tokens[head].lemma.lower() in ("number", "variety", "range", "lot", "series", "thing", "way", "kind")
    clauses = [tree.subtree(child) for child in tree.dependents(head, "acl:relcl")]
    described = {each for clause in clauses if tree.tokens[clause[0] - 1].form != "," for each in clause}
    told = any(tree.tokens[each].xpos in _OF_A_CLAUSE for each in tokens if each not in described)
    if vague or told or not (tree.tokens[head].upos == "NOUN" or _is_an_event(tree, head)):
        raise CannotBe("it is no plain noun phrase")
    names = full_names(tree, tokens)
    text = wording(tree, tokens, names)
    if len(text.split()) > _MOST_WORDS or any(mark in text for mark in '“”"():;—…[]'):
        raise CannotBe("a phrase is too long, or has marks that need their sentence")
    determiner = tree.dependent(head, "det")
    loose = determiner is not None and tree.tokens[determiner].form.lower() in ("a", "an", "some", "any", "no")
    if loose and not any(tree.tokens[each].upos == "PROPN" for each in tokens) and len(tokens) < _TELLING:
        raise CannotBe("a phrase does not say which one it is")
    return capitalised(text)


def _is_an_event(tree: Tree, head: int) -> bool:
    """Whether a name in capitals is that of a law, a war or the like: "the Missouri Compromise"."""
    name = name_at(tree.tokens[head].span)
    return name is not None and name.kind not in ("person", "place", "organisation") and " " in name.full


_TELLING = 5
"""Tokens from which on "a" and a noun with what belongs to it say what it is about."""
_OF_A_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WP$", "WRB"})
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "to",
        "and",
        "or",
        "by",
        "with",
        "from",
        "at",
        "its",
        "their",
        "his",
        "her",
        "as",
    ]
)


def _active(clause: Clause) -> str:
    """The verb as it stands behind “which of these”."""
    tree, group = clause.tree, clause.verb
    token = tree.tokens[group.head]
    if group.finite and group.perfect and not group.passive:
        return f"{'has' if group.tense == 'present' else 'had'} {token.form}"
    if group.finite and not group.passive and token.xpos == "VBD":
        return tidied(f"{token.form} {_particle(clause)}")
    if group.finite and not group.passive and token.xpos in ("VBZ", "VBP"):
        return tidied(f"{third(token.lemma)} {_particle(clause)}")
    if group.passive and group.tense == "present" and not group.perfect:
        return tidied(f"{third(token.lemma)} {_particle(clause)}")
    if token.xpos == "VBN" and (found := past(token.form)):
        return tidied(f"{found} {_particle(clause)}")
    raise CannotBe("the verb has no certain form for the question")


def _particle(clause: Clause) -> str:
    return clause.verb.lemma.partition(" ")[2]


_PLAIN = frozenset({"cause", "trigger", "spark", "provoke", "exacerbate", "worsen", "aggravate", "fuel", "prompt"})


def _is_whole(clause: Clause, relation: CausalRelation) -> bool:
    """Whether what stands first is not the last part of a list, or an aside that a parser took for a subject."""
    tree = clause.tree
    first = min((relation.cause, relation.effect), key=lambda span: span.start)
    tokens = tree.tokens_in(first)
    before = tokens[0] - 1
    if before < 0 or not clause.verb.finite:
        return True
    word = tree.tokens[before]
    opening = [part for part in clause.adjuncts() if part.tokens[0] <= 1 and part.tokens[-1] == before - 1]
    return word.upos == "SCONJ" or (word.form == "," and bool(opening))


def _named(lemma: str, preposition: str) -> str:
    return " ".join(filter(None, (lemma, preposition)))


def _question(relation: CausalRelation, stem: str, key: str, wrong: str, rule: str) -> ChoiceQuestion:
    if key.casefold() == wrong.casefold():
        raise CannotBe("both sides are the same")
    return ChoiceQuestion(
        stem=stem,
        answer=key.rstrip("."),
        distractors=(wrong.rstrip("."),),
        rationale=rationale(relation),
        evidence=Evidence.of(evidence(relation)),
        origin=Origin(NAME, rule),
        tags=tags(),
    )


_STRONG = frozenset({"led", "brought", "set", "driven", "given", "spurred", "hurt", "stemmed"})
_PAST = {"driven": "drove", "given": "gave"}
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def third(lemma: str) -> str:
    """The form after "it": leads, causes, reaches, worries."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_SIBILANTS) else f"{lemma}s"


def past(participle: str) -> str | None:
    """The past tense of a verb by its past participle; None where it is not certain."""
    word = participle.lower()
    if word.endswith("ed") or word in _STRONG:
        return _PAST.get(word, word)
    return None
