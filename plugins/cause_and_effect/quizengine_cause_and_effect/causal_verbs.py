"""Finds causes stated by verbs: their subject, their object, and the phrases that depend on them.

Next: `connectives`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quizengine.language import WH_WORDS, Clause, is_a
from quizengine_cause_and_effect.signals import PREPOSITIONS, STIRRING, VERBS, CausalVerb
from quizengine_cause_and_effect.token_spans import Reading, Tokens, antecedent, parent_of, rest_of

_BY_LEMMA: dict[str, list[CausalVerb]] = defaultdict(list)
for _verb in (*VERBS, *STIRRING):
    _BY_LEMMA[_verb.lemma].append(_verb)


def by_verb(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """Yield what a verb of causing tells: "the storm caused floods", "floods caused by the storm"."""
    for verb in _BY_LEMMA.get(clause.verb.lemma, ()):
        pair = _arguments(clause, verb, above)
        if pair:
            name = " ".join(filter(None, (verb.lemma, verb.noun, verb.preposition)))
            signal = _with_preposition(clause, verb)
            yield Reading(name + (" to do" if verb.kind == "makes do" else ""), *pair, signal, clause)


def _with_preposition(clause: Clause, verb: CausalVerb) -> Tokens:
    """The words of a verb, with the preposition right after it: "led to"."""
    tokens = clause.verb.tokens
    behind = tokens[-1] + 1
    tree = clause.tree
    follows = behind < len(tree.tokens) and tree.tokens[behind].form.lower() == verb.preposition
    return (*tokens, behind) if follows else tokens


def _arguments(clause: Clause, verb: CausalVerb, above: Mapping[int, Clause]) -> tuple[Tokens, Tokens] | None:
    """The tokens of cause and effect of a causal verb."""
    if verb.kind == "makes do":
        deed = _deed(clause)
        return _pair(_subject(clause, above), deed) if deed and not clause.verb.passive else None
    if _deed(clause) and not verb.preposition:
        return None
    if _is_passive(clause):
        by = next((part for part in clause.adjuncts() if part.marker_text == "by"), None)
        return _pair(by.core if by else None, _subject(clause, above)) if not verb.preposition else None
    if verb.only_passive:
        return None
    if verb.noun and (clause.object is None or clause.tree.tokens[clause.object.head].lemma.lower() != verb.noun):
        return None
    if verb.preposition:
        behind = next(
            (p for p in clause.adjuncts() if p.marker_text == verb.preposition and p.head > clause.head), None
        )
        there = behind.core if behind and (verb.noun or clause.object is None) else None
    else:
        there = clause.object.tokens if clause.object else None
    there = _to_the_end(clause, there) if there else None
    subject = _subject(clause, above)
    return _pair(there, subject) if verb.kind == "comes from" else _pair(subject, there)


def _to_the_end(clause: Clause, tokens: Tokens) -> Tokens:
    """The tokens of a phrase with the phrases of the clause that follow it at once: "clashes in the old town"."""
    last = tokens[-1]
    for part in clause.of_role("adjunct"):
        phrase = is_a(clause.tree.tokens[part.head].relation, "obl", "nmod") and part.marker_text not in PREPOSITIONS
        if phrase and part.tokens[0] == last + 1 and part.marker_text not in ("by", "for", "after", "before"):
            last = part.tokens[-1]
    return tuple(range(tokens[0], last + 1))


def _pair(cause: Tokens | None, effect: Tokens | None) -> tuple[Tokens, Tokens] | None:
    return (cause, effect) if cause and effect else None


def _deed(clause: Clause) -> Tokens:
    """Somebody with the infinitive that they are made to do: "the town to close the bridge"."""
    tree = clause.tree
    for part in clause.of_role("open complement", "clausal complement", "adjunct"):
        to = tree.tokens[part.head].xpos == "VB" and part.marker_text == "to"
        if to and clause.object and clause.object.tokens[-1] < part.tokens[0]:
            return tuple(range(clause.object.tokens[0], part.tokens[-1] + 1))
        own = tree.dependent(part.head, "nsubj")
        if own is not None and tree.tokens[part.head].xpos == "VB" and part.role != "adjunct":
            return part.tokens
    return ()


def _is_passive(clause: Clause) -> bool:
    """Return whether a verb group is passive, or a past participle without an auxiliary that depends on a noun."""
    bare = not clause.verb.finite and clause.tree.tokens[clause.head].xpos == "VBN" and len(clause.verb.tokens) == 1
    return clause.verb.passive or bare


def _subject(clause: Clause, above: Mapping[int, Clause]) -> Tokens | None:
    """The subject of a clause; of a participle the noun or the clause that it depends on."""
    tree = clause.tree
    if clause.verb.finite:
        if clause.subject is None:
            return None
        if tree.tokens[clause.subject.head].xpos in WH_WORDS:
            return antecedent(clause) if clause.verb.passive else None
        return _up_to_the_verb(clause, clause.subject.tokens)
    if tree.tokens[clause.head].xpos not in ("VBG", "VBN") or clause.marker:
        return None
    upper = tree.tokens[clause.head].head
    comma = min(clause.tokens) and tree.tokens[min(clause.tokens) - 1].form == ","
    parent = parent_of(clause, above)
    case = tree.dependents(upper, "case", "cc") if upper >= 0 else ()
    active = tree.tokens[clause.head].xpos == "VBG"
    if is_a(clause.relation, "acl") and not comma and not active:
        noun = tree.subtree(upper, [clause.head, *case])
        return tree.trimmed(each for each in noun if each < clause.head)
    if parent and active and comma and parent.head < clause.head:
        return rest_of(parent, clause.tokens)
    return None


def _up_to_the_verb(clause: Clause, subject: Tokens) -> Tokens:
    """A subject with the phrase after it that a parser hung on the verb: "an argument between two shopkeepers led"."""
    tree = clause.tree
    between = range(subject[-1] + 1, clause.verb.first)
    phrase = bool(between) and tree.tokens[between[0]].upos == "ADP"
    words = all(tree.tokens[each].upos in _OF_A_PHRASE for each in between)
    return (*subject, *between) if phrase and words and tree.tokens[between[-1]].upos in ("NOUN", "PROPN") else subject


_OF_A_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
