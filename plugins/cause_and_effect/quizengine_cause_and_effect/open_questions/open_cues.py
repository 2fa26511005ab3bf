"""Relations that are certain enough for an open question only: two sentences, "since", "which led to" and the like.

Next: `asking`.
"""

from collections.abc import Callable, Iterator, Sequence

from quizengine import Span
from quizengine.language import Clause, Tree, clauses_of, is_a, main_clause, phrase_set, tree_index, trees, word_set
from quizengine_cause_and_effect.open_questions.cue_words import PARTIAL, words_of_cause
from quizengine_cause_and_effect.open_questions.deeds import by_deed
from quizengine_cause_and_effect.open_questions.uses import by_use
from quizengine_cause_and_effect.open_questions.word_questions import as_read
from quizengine_cause_and_effect.relation_readings import relation_readings
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import VERBS
from quizengine_cause_and_effect.thing_questions import is_inanimate
from quizengine_cause_and_effect.token_spans import Reading, rest_of, stretch, top

LINKS = (
    "as a result",
    "as a consequence",
    "therefore",
    "consequently",
    "for this reason",
    "because of this",
    "for that reason",
    "accordingly",
    "this is why",
    "that is why",
    "that 's why",
    "that ’s why",
)
"""Words by which a sentence gives the one before it as its reason."""
ADDED = (
    "for fear of",
    "for fear that",
    "out of",
    "with the aim of",
    "with the goal of",
    "with the intention of",
    "for the purpose of",
    "for the purposes of",
    "in the hope of",
    "in hopes of",
    "in the hope that",
    "in order that",
    "in recognition of",
    "in honor of",
    "in honour of",
    "in preparation for",
    "in reaction to",
    "in exchange for",
    "in return for",
    "on the grounds that",
    "in the belief that",
    "for lack of",
    "with a view to",
    "as punishment for",
    "hoping to",
)
_LINK_WORDS, _ADDED_WORDS = (tuple((phrase, phrase.split()) for phrase in each) for each in (LINKS, ADDED))
_MAKING = frozenset({"make", "help", "keep", "stop"})


def is_open(reading: Reading, doubts: Sequence[Callable[[Reading], str]]) -> bool:
    """Return whether a relation is stated with a "can", a "must" or a "not" that leaves its reason certain."""
    verb, tree = reading.clause.verb, reading.clause.tree
    if (
        reading.rule not in _GIVE_A_REASON
        or "?" in tree.sentence.span.text[-3:]
        or any(doubt(reading) for doubt in doubts)
    ):
        return False
    if {token.form.lower() for token in tree.tokens[: max(*reading.cause, *reading.effect)]} & {"if", "unless"}:
        return False
    if verb.modal and verb.modal not in ("can", "must") and not (verb.modal == "could" and verb.negated):
        return False
    if reading.rule in _CAN:
        return verb.modal == "can" and not verb.negated
    if reading.rule == "so":
        return not verb.modal
    first = min(reading.signal)
    parted = first < verb.first or (first > 0 and tree.tokens[first - 1].form == ",")
    return not verb.negated or parted or bool(verb.modal) or verb.copular


_CAN = phrase_set(
    "lead to | result in | cause | give rise to | trigger | prevent | allow to do | enable to do | cause to do"
)
_GIVE_A_REASON = frozenset(
    {"by doing", "because", "because of", "due to", "owing to", "as a result of", "thanks to", "so", *_CAN}
)
"""Rules of relations that may be told with a "can", of which `_CAN` are so with nothing else that is unreal."""


def open_relations(tree: Tree) -> Iterator[CausalRelation]:
    """The relations of a sentence that only an open question asks about."""
    main = main_clause(tree)
    if main is not None and main.verb.finite and main.subject is not None:
        yield from _by_the_sentence_before(tree, main)
    for clause in clauses_of(tree):
        yield from _by_since(clause)
        yield from _by_making(clause)
        yield from _by_award(clause)
        yield from _by_result(clause)
        yield from by_use(clause)
        yield from by_deed(clause)
    yield from _by_phrase(tree)
    read = [tree.span(reading.signal) for reading in relation_readings(tree)]
    for relation in words_of_cause(tree):
        taken = relation.rule != PARTIAL and any(relation.signal.overlaps(each) for each in read)
        found = None if taken else as_read(relation)
        if found:
            yield found


def _relation(rule: str, clause: Clause, cause: Span, effect: Span, signal: Span) -> CausalRelation:
    return CausalRelation(
        kind="reason",
        cause=cause,
        effect=effect,
        signal=signal,
        rule=rule,
        place=clause.tree.tokens[clause.head].span,
        open_only=True,
    )


def _by_the_sentence_before(tree: Tree, main: Clause) -> Iterator[CausalRelation]:
    """“As a result, the mill closed.”, or “This led to the closure.”, after a sentence of the same paragraph."""
    at = tree_index(tree)
    if not at:
        return
    before = trees(tree.sentence.span.article)[at - 1]
    if before.sentence.span.paragraph.start != tree.sentence.span.paragraph.start:
        return
    cause = before.span(before.trimmed(range(len(before.tokens))))
    forms = [token.form.lower() for token in tree.tokens]
    for link, words in _LINK_WORDS:
        if words[0] not in forms:
            continue
        for first in range(1 if words[-1] == "why" else min(len(forms), main.head)):
            if forms[first : first + len(words)] == words and forms[first + len(words) :][:1] not in (["of"], ["that"]):
                signal = range(first, first + len(words))
                behind = tuple(range(first + len(words), len(forms)))
                effect = behind if words[-1] == "why" else rest_of(main, tuple(signal))
                if effect:
                    yield _relation(link, main, cause, tree.span(effect), tree.span(signal))
                return
    if forms[:3] in (["this", "is", "because"], ["that", "is", "because"]):
        reason = tree.trimmed(range(3, len(forms)))
        yield _relation("this is because", main, tree.span(reason), cause, tree.span(range(3)))
        return
    assert main.subject
    this = main.subject.tokens == (0,) and forms[0] in ("this", "that") and tree.tokens[0].upos in ("PRON", "DET")
    verbs = {verb.lemma for verb in VERBS if verb.kind != "comes from"} | _MAKING
    if this and (main.verb.lemma in verbs) and not main.verb.passive and not main.verb.modal:
        effect = tuple(each for each in main.tokens if each > main.head)
        if effect:
            yield _relation("this led", main, cause, tree.span(tree.trimmed(effect)), tree.span(main.verb.tokens))


def _by_since(clause: Clause) -> Iterator[CausalRelation]:
    """“Since the mill was small, …”, where "since" cannot tell from when on something has been so."""
    tree = clause.tree
    above = {each.head: each for each in clauses_of(tree)}
    parent = next((above[each] for each in tree.ancestors(clause.head) if each in above), None)
    if clause.marker != "since" or parent is None or not clause.verb.finite or not is_a(clause.relation, "advcl"):
        return
    first = min(clause.tokens)
    ever = any(tree.tokens[each - 1].form.lower() == "ever" for each in (first,) if each)
    state = clause.verb.tense == "present" or clause.verb.copular or clause.verb.negated or clause.verb.modal
    if ever or parent.verb.perfect or not state or not parent.verb.finite:
        return
    marks = tuple(each for each in tree.dependents(clause.head, "mark"))
    cause, effect = rest_of(clause, marks), rest_of(parent, clause.tokens)
    if cause and effect and marks:
        yield _relation("since", parent, tree.span(cause), tree.span(effect), tree.span(marks))


def _by_making(clause: Clause) -> Iterator[CausalRelation]:
    """“The law made it possible for farmers to …”, “The rain made roads impassable”, “… helped end the war”."""
    tree = clause.tree
    if clause.verb.lemma not in ("make", "help") or clause.verb.passive or not clause.verb.finite:
        return
    if clause.subject is None or clause.shares_subject or clause.verb.modal or clause.verb.negated:
        return
    if not is_inanimate(tree, clause.subject.head) or not is_a(clause.relation, "root", "conj"):
        return
    if not clause.of_role("open complement", "clausal complement"):
        return
    effect = tuple(each for each in clause.tokens if each > clause.head)
    if effect:
        signal = tree.span(clause.verb.tokens)
        cause = tree.span(clause.subject.tokens)
        yield _relation(clause.verb.lemma, clause, cause, tree.span(tree.trimmed(effect)), signal)


def _by_award(clause: Clause) -> Iterator[CausalRelation]:
    """“She was awarded the prize for finding …”, “He received a medal for …”."""
    tree = clause.tree
    if clause.verb.lemma not in ("award", "win", "receive", "earn", "give", "share") or not clause.verb.finite:
        return
    prized = [each for part in clause.parts if part.role == "object" for each in part.tokens]
    if not any(tree.tokens[each].lemma.lower() in _PRIZES for each in prized):
        return
    after = [each for each in clause.tokens if each > max(prized) and tree.tokens[each].form.lower() == "for"]
    first = after[0] if after else max(prized) + 1
    cause = stretch(tree, first + 1) if after else ()
    effect = rest_of(clause, tuple(range(first, cause[-1] + 1))) if cause else None
    if cause and effect and tree.tokens[top(tree, cause)].lemma.lower() not in _WHICH_PRIZE:
        yield _relation("awarded for", clause, tree.span(cause), tree.span(effect), tree.span((first,)))


_PRIZES = word_set("prize award medal nobel honour honor oscar title fellowship grant")
_WHICH_PRIZE = word_set(
    "physics chemistry literature peace medicine economics actor actress film picture director year song album"
)
"""Nouns after "the prize for" that say which prize it is."""


def _by_result(clause: Clause) -> Iterator[CausalRelation]:
    """Yield “The peace was the result of long talks”."""
    tree, head = clause.tree, clause.tree.tokens[clause.head]
    if not clause.verb.copular or head.lemma.lower() not in ("result", "consequence", "product", "outcome"):
        return
    of = next((each for each in tree.dependents(clause.head, "nmod") if _opens_with_of(tree, each)), None)
    if of is None or clause.subject is None or clause.shares_subject:
        return
    cause = tuple(each for each in tree.trimmed(tree.subtree(of)))[1:]
    effect = clause.subject.tokens
    if cause and effect:
        yield _relation("result of", clause, tree.span(cause), tree.span(effect), tree.span((cause[0] - 1,)))


def _opens_with_of(tree: Tree, index: int) -> bool:
    return tree.tokens[min(tree.subtree(index))].form.lower() == "of"


def _by_phrase(tree: Tree) -> Iterator[CausalRelation]:
    """“… for fear of losing the mill”, “… with the aim of feeding the poor”."""
    forms = [token.form.lower() for token in tree.tokens]
    above = {each.head: each for each in clauses_of(tree)}
    for marker, words in _ADDED_WORDS:
        for first in range(len(forms) - len(words)) if words[0] in forms else ():
            if forms[first : first + len(words)] != words or (first and tree.tokens[first - 1].upos == "AUX"):
                continue  # "who had been hoping to": no reason for what follows
            begin = first + len(words)
            upper = (above[each] for each in (first, *tree.ancestors(first)) if each in above)
            clause = next(
                (
                    each
                    for each in upper
                    if each.verb.finite and each.subject and each.head not in range(first, len(forms))
                ),
                None,
            )
            if clause is None or (marker == "out of" and forms[begin] not in _FEELINGS):
                continue
            cause = tuple(range(begin, len(forms)))
            end = next((each for each in cause if tree.tokens[each].form in (",", ".", ";", "—", "–", "(")), len(forms))
            effect = rest_of(clause, tuple(range(first, end)))
            if effect and end > begin:
                yield _relation(
                    marker, clause, tree.span(range(begin, end)), tree.span(effect), tree.span(range(first, begin))
                )


_FEELINGS = word_set(
    """
    fear respect concern anger love hatred loyalty necessity desire frustration pity curiosity jealousy spite guilt
    gratitude protest sympathy duty desperation boredom
    """
)
"""Nouns after "out of" that tell why."""
