"""Where a sentence tells of a cause: the tokens of cause, effect and signal, read off its tree.

Next: `finding`, which refuses what is not certain.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quizengine.language import Clause, Constituent, Tree, clauses_of
from quizengine.language.syntax import is_a
from quizengine.language.syntax.constituents import marker_of
from quizengine_cause_and_effect.signals import (
    AIMS,
    CAMPAIGN,
    CHARGES,
    CONJUNCTIONS,
    DOERS,
    HAPPENING_ENDINGS,
    HAPPENINGS,
    HARM,
    COMPLETED,
    DEMANDS,
    PREPOSITIONS,
    PROTEST,
    PURPOSEFUL,
    WANT_AN_INFINITIVE,
    SANCTION,
    SEEKING,
    STIRRING,
    VERBS,
    CausalVerb,
)

Tokens = tuple[int, ...]
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(frozen=True)
class Reading:
    """One relation that a sentence tells of, by its tokens."""

    rule: str
    cause: Tokens
    effect: Tokens
    signal: Tokens
    clause: Clause
    """The clause that tells of it: that of the causal verb, or that which a cause is added to."""


def readings(tree: Tree) -> Iterator[Reading]:
    """Every relation that a sentence seems to tell of, in order of its clauses."""
    clauses = clauses_of(tree)
    above = {clause.head: clause for clause in clauses}
    for clause in clauses:
        for read in _READERS:
            yield from map(_reaching, read(clause, above))


def _reaching(reading: Reading) -> Reading:
    """A reading whose last part goes on to the next mark or conjunction: a parser hangs its last words anywhere."""
    tree = reading.clause.tree
    first, last = sorted((reading.cause, reading.effect))
    longer = (*range(last[0], last[-1] + 1), *stretch(tree, last[-1] + 1, begun=True))
    if last == reading.effect:
        return replace(reading, effect=longer)
    return replace(reading, cause=longer)


def stretch(tree: Tree, first: int, *, begun: bool = False) -> Tokens:
    """The tokens from one on to the next mark, conjunction or finite verb, but for that of a relative clause."""
    at, relative = first, False
    while at < len(tree.tokens):
        token = tree.tokens[at]
        relative = relative or (at > first and token.xpos in ("WDT", "WP", "WP$") and token.form.lower() != "what")
        relative = relative or (token.form.lower() == "that" and token.upos == "SCONJ")
        if token.form == "," and at > first and _goes_on(tree, first, at):
            at += 1
            continue
        if _stops(tree, at, relative) and (begun or at > first or token.upos == "PUNCT"):
            break
        at += 1
    return tuple(range(first, at))


def _goes_on(tree: Tree, first: int, comma: int) -> bool:
    """Whether a comma stands in a number, or before another noun of a list that began at a token."""
    if tree.tokens[comma].span.end == tree.tokens[min(comma + 1, len(tree.tokens) - 1)].span.start:
        return True
    listed = (each for each in range(comma + 1, min(comma + 6, len(tree.tokens))))
    return any(
        tree.tokens[each].relation == "conj"
        and first <= tree.tokens[each].head < comma
        and tree.tokens[each].upos in ("NOUN", "PROPN")
        for each in listed
    )


def _stops(tree: Tree, index: int, relative: bool) -> bool:
    token = tree.tokens[index]
    if token.upos == "PUNCT":
        return token.form not in ("-", "‘", "’", "'")
    if token.xpos in _FINITE and not relative:
        return True
    if token.upos == "CCONJ":
        following = tree.tokens[index + 1 : index + 4]
        return not any(each.upos in ("NOUN", "PROPN") for each in following[:2]) or token.form.lower() != "and"
    return token.xpos == "WRB" or (token.upos in ("SCONJ", "ADP") and token.form.lower() in _OPENING)


_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
_OPENING = frozenset({"demanding", "because", "after", "before", "following", "while", "although", "though", "as", "if", "since"})


def _by_verb(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    for verb in (*VERBS, *STIRRING):
        if verb.lemma != clause.verb.lemma:
            continue
        pair = _arguments(clause, verb, above)
        if pair:
            name = " ".join(filter(None, (verb.lemma, verb.noun, verb.preposition)))
            yield Reading(name + (" to do" if verb.kind == "makes do" else ""), *pair, _verb_tokens(clause), clause)


def _arguments(clause: Clause, verb: CausalVerb, above: dict[int, Clause]) -> tuple[Tokens, Tokens] | None:
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
        behind = next((p for p in clause.adjuncts() if p.marker_text == verb.preposition and p.head > clause.head), None)
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
    """Whether a verb group is passive, or a past participle without an auxiliary that hangs on a noun."""
    bare = not clause.verb.finite and clause.tree.tokens[clause.head].xpos == "VBN" and len(clause.verb.tokens) == 1
    return clause.verb.passive or bare


def _subject(clause: Clause, above: dict[int, Clause]) -> Tokens | None:
    """The subject of a clause; of a participle the noun or the clause that it hangs on."""
    tree = clause.tree
    if clause.verb.finite:
        if clause.subject is None:
            return None
        if tree.tokens[clause.subject.head].xpos in _RELATIVE:
            return _antecedent(clause) if clause.verb.passive else None
        return clause.subject.tokens
    if tree.tokens[clause.head].xpos not in ("VBG", "VBN") or clause.marker:
        return None
    upper = tree.tokens[clause.head].head
    comma = min(clause.tokens) and tree.tokens[min(clause.tokens) - 1].form == ","
    parent = _parent(clause, above)
    case = tree.dependents(upper, "case", "cc") if upper >= 0 else ()
    active = tree.tokens[clause.head].xpos == "VBG"
    of = any(tree.tokens[each].form.lower() == "of" for each in case)
    if is_a(clause.relation, "acl") and not comma and not active:
        noun = tree.subtree(upper, [clause.head, *case])
        return tree.trimmed(each for each in noun if each < clause.head)
    if parent and active and comma and parent.head < clause.head:
        return rest_of(parent, clause.tokens)
    return None


def _antecedent(clause: Clause) -> Tokens | None:
    """What a relative pronoun stands for: the noun before it."""
    noun = clause.tree.tokens[clause.head].head
    if not is_a(clause.relation, "acl") or noun < 0:
        return None
    return clause.tree.trimmed(clause.tree.subtree(noun, [clause.head]))


def _parent(clause: Clause, above: dict[int, Clause]) -> Clause | None:
    return next((above[each] for each in clause.tree.ancestors(clause.head) if each in above), None)


def rest_of(clause: Clause, without: Tokens) -> Tokens | None:
    """The tokens around the predicate of a clause that stand side by side once some are left out."""
    tree = clause.tree
    out = set(without)
    for said in clause.said:
        if said.verb is not None and said.verb in clause.tokens:
            out |= set(tree.subtree(said.verb))
    out |= {
        each
        for child in tree.dependents(clause.head, "mark", "cc")
        if child < clause.head
        for each in tree.subtree(child)
    }
    here = [each for each in clause.tokens if each not in out]
    if clause.head not in here:
        return None
    if clause.shares_subject and clause.relation == "conj" and clause.subject:
        return _with_subject(clause, here)
    first = last = here.index(clause.head)
    while first and not _parted(here[first - 1], here[first], out):
        first -= 1
    while last + 1 < len(here) and not _parted(here[last], here[last + 1], out):
        last += 1
    return tree.trimmed(here[_opening(clause, here, first) : last + 1])


def _opening(clause: Clause, here: list[int], first: int) -> int:
    """Where a clause begins, without a headline or another clause that a parser hung before its subject."""
    if clause.subject is None or clause.shares_subject or clause.subject.tokens[0] not in here:
        return first
    at = here.index(clause.subject.tokens[0])
    before = [clause.tree.tokens[each] for each in here[first:at]]
    alien = any(token.form in (":", "—", "|") or token.xpos in _FINITE for token in before)
    return at if alien or len(before) > _MOST_BEFORE else first


_MOST_BEFORE = 9
"""Tokens that may stand before a subject and still belong to its clause."""


def _with_subject(clause: Clause, here: list[int]) -> Tokens:
    """A clause after "and" from the subject that it shares, over the clause before it."""
    assert clause.subject
    first = min(clause.subject.tokens)
    last = here.index(clause.head)
    while last + 1 < len(here) and here[last + 1] == here[last] + 1:
        last += 1
    return clause.tree.trimmed(range(first, here[last] + 1))


def _parted(left: int, right: int, out: set[int]) -> bool:
    return any(each in out for each in range(left + 1, right))


def _verb_tokens(clause: Clause) -> Tokens:
    return clause.verb.tokens


def _by_conjunction(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """A clause that gives the cause of the one it hangs on: "because two piers had cracked"."""
    parent = _parent(clause, above)
    placed = is_a(clause.relation, "advcl") or clause.marker == "because"
    if clause.marker not in CONJUNCTIONS or parent is None or not placed or not clause.verb.finite:
        return
    marks = tuple(
        each for child in clause.tree.dependents(clause.head, "mark") for each in clause.tree.subtree(child)
    )
    cause = rest_of(clause, marks)
    effect = rest_of(parent, clause.tokens)
    if cause and effect:
        yield Reading(clause.marker, cause, effect, marks, parent)


def _by_preposition(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """A phrase that gives the cause of a clause, wherever a parser hangs it: "because of the storm"."""
    tree = clause.tree
    for first in range(len(tree.tokens)):
        for words, marker in _PREPOSITIONS.get(tree.tokens[first].form.lower(), ()):
            if [token.form.lower() for token in tree.tokens[first : first + len(words)]] != words:
                continue
            cause = stretch(tree, first + len(words))
            here = clause.head in cause and clause.verb.copular and clause.subject and clause.verb.finite
            if not cause or not (here or _governing(tree, cause, above) is clause):
                continue
            if marker == "following" and not _happens(tree, top(tree, cause)):
                continue
            effect = rest_of(clause, tuple(range(first, cause[-1] + 1)))
            if clause.head in cause and clause.verb.copular and clause.subject:
                effect = clause.subject.tokens  # "the delay was due to snow"
            before = tree.tokens[first - 1] if first else None
            if marker in DEMANDS and before and (before.lemma.lower() in DOERS or before.lemma == "be"):
                continue
            if "protest" in words or marker in DEMANDS:
                cause = (*range(first, cause[0]), *cause)
            if effect:
                yield Reading(marker, cause, effect, tuple(range(first, first + len(words))), clause)


def _starting(phrases: Iterable[str]) -> dict[str, list[tuple[list[str], str]]]:
    """Phrases by their first word."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append((phrase.split(), phrase))
    return found


_PREPOSITIONS = _starting((*PREPOSITIONS, *DEMANDS))
_CHARGES = _starting(CHARGES)


def top(tree: Tree, tokens: Tokens) -> int:
    """The first of some tokens that hangs on none of the others."""
    inside = set(tokens)
    return next(each for each in tokens if tree.tokens[each].head not in inside)


def _governing(tree: Tree, tokens: Tokens, above: dict[int, Clause]) -> Clause | None:
    """The nearest finite clause with a subject over some tokens."""
    upper = (above[each] for each in tree.ancestors(top(tree, tokens)) if each in above)
    return next((each for each in upper if each.verb.finite and each.subject), None)


def _happens(tree: Tree, head: int) -> bool:
    lemma = tree.tokens[head].lemma.lower()
    return lemma in HAPPENINGS or lemma.endswith(HAPPENING_ENDINGS)


def _by_aim(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """An infinitive that tells what a clause is done for: "to clear the square"."""
    tree = clause.tree
    parent = _parent(clause, above)
    if parent and tree.tokens[clause.head].xpos == "VBG":
        parent = _governing(tree, clause.tokens, above)
    head = tree.tokens[clause.head]
    if parent is None or clause.verb.finite or not is_a(clause.relation, "advcl", "xcomp", "acl"):
        return
    seeking = head.xpos == "VBG" and not clause.marker and _seeks(clause, parent)
    to = head.xpos == "VB" and clause.marker.split()[-1:] == ["to"]
    explicit = clause.marker in ("in order to", "so as to")
    aim = head.lemma in AIMS
    if not seeking and not (to and (explicit or _is_purposeful(clause, parent, aim))):
        return
    effect = rest_of(parent, clause.tokens)
    if parent.relation.startswith("acl") or tree.tokens[min(clause.tokens)].form.lower() not in _AIMS_BEGIN + (head.form.lower(),):
        return
    name = "demanding" if seeking else "in order to" if explicit else "to do"
    if effect:
        yield Reading(name, tree.trimmed(clause.tokens), effect, clause.verb.tokens, parent)


_AIMS_BEGIN = ("to", "in", "so", ",")


def _seeks(clause: Clause, parent: Clause) -> bool:
    """Whether a participle tells what a protest is for."""
    lemma = clause.tree.tokens[clause.head].lemma
    certain = lemma in ("demand", "protest") and is_a(clause.relation, "advcl", "acl")
    against = any(part.marker_text in ("against", "over", "for") for part in clause.adjuncts())
    if not (clause.object or against or clause.of_role("clausal complement", "open complement")):
        return False
    if parent.verb.lemma in COMPLETED:
        return False
    return lemma in SEEKING and (certain or parent.verb.lemma in CAMPAIGN)


def _is_purposeful(clause: Clause, parent: Clause, aim: bool) -> bool:
    """Whether an infinitive behind a verb tells an aim, rather than completing the verb or the noun before it."""
    tree = clause.tree
    first = min(clause.tokens)
    before = tree.tokens[first - 1] if first else None
    if parent.verb.copular or parent.verb.lemma in COMPLETED:
        return False
    if before and first > parent.head and (before.upos in ("ADJ", "ADP") or before.lemma.lower() in WANT_AN_INFINITIVE):
        return False
    if aim and before and before.upos != "PRON":
        return True
    return parent.verb.lemma in PURPOSEFUL and is_a(clause.relation, "advcl", "xcomp")


def _by_protest(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """What people are up in arms against: "marched against the closure", "held a protest over the closure"."""
    tree = clause.tree
    verb = clause.verb.lemma in PROTEST
    inside = [part for part in clause.parts if part.role in ("object", "adjunct")]
    nouns = [each for part in inside for each in part.tokens if tree.tokens[each].upos in ("NOUN", "PROPN")]
    if not verb and clause.verb.lemma not in CAMPAIGN or clause.relation.startswith("acl"):
        return
    risen = [clause.head] * verb + [each for each in nouns if tree.tokens[each].lemma.lower() in PROTEST]
    for index, token in enumerate(tree.tokens):
        against = token.form.lower() in ("against", "over") and token.head > index and token.relation == "case"
        if not against or index not in clause.tokens or not any(each < index for each in risen):
            continue
        head = tree.tokens[index].head
        about = tree.tokens[head]
        if tree.tokens[index - 1].form.lower() in ("hand", "handing", "take", "for") or about.upos != "NOUN":
            continue
        if about.lemma.lower() in DOERS or tree.dependent(head, "nummod") is not None:
            continue
        cause = tuple(each for each in tree.trimmed(tree.subtree(head)) if each >= index)
        effect = rest_of(clause, cause)
        if effect and clause.head not in cause:
            yield Reading("protest against", cause, effect, (index,), clause)


def _by_means(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """A participle behind "by" that tells how something was done: "by closing the bridge"."""
    parent = _parent(clause, above)
    if parent is None or clause.marker != "by" or clause.tree.tokens[clause.head].xpos != "VBG":
        return
    if not is_a(clause.relation, "advcl"):
        return
    marks = clause.tree.dependents(clause.head, "mark")
    cause, effect = rest_of(clause, marks), rest_of(parent, clause.tokens)
    if cause and effect:
        yield Reading("by doing", cause, effect, marks, parent)


def _by_harm(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """What happened to somebody when something else did: "were hurt when the bridge fell"; or what a blow did."""
    parent = _parent(clause, above)
    tree = clause.tree
    if parent is None or not is_a(clause.relation, "advcl"):
        return
    first = tree.tokens[min(clause.tokens)].form.lower()
    lemma = tree.tokens[parent.head].lemma
    participle = tree.tokens[clause.head].xpos == "VBG"
    if (clause.verb.finite or participle) and first in ("when", "after") and lemma in HARM | SANCTION:
        cause = rest_of(clause, (min(clause.tokens),))
        effect = rest_of(parent, clause.tokens)
        if cause and effect:
            yield Reading("hurt when", cause, effect, (min(clause.tokens),), parent)
    comma = min(clause.tokens) and (first == "," or tree.tokens[min(clause.tokens) - 1].form == ",")
    harms = tree.tokens[clause.head].lemma in ("kill", "injure", "wound", "leave")
    if harms and comma and tree.tokens[clause.head].xpos == "VBG" and not clause.marker and parent.head < clause.head:
        cause = rest_of(parent, clause.tokens)
        if cause:
            yield Reading("killing", cause, tree.trimmed(clause.tokens), clause.verb.tokens, parent)


def _by_sanction(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """What somebody is punished or praised for."""
    tree = clause.tree
    if tree.tokens[clause.head].lemma not in SANCTION or tree.tokens[clause.head].upos != "VERB":
        return
    if clause.verb.lemma in ("charge", "fine", "book") and not clause.verb.passive:
        return
    for first in clause.tokens:
        if first < clause.head or (first > clause.head and tree.tokens[first].form == ","):
            continue
        for words, _ in _CHARGES.get(tree.tokens[first].form.lower(), ()):
            if [token.form.lower() for token in tree.tokens[first : first + len(words)]] != words:
                continue
            cause = stretch(tree, first + len(words))
            if not cause or circumstance_is_length(tree, cause):
                continue
            effect = rest_of(clause, tuple(range(first, cause[-1] + 1)))
            if effect:
                yield Reading("arrested for", cause, effect, tuple(range(first, first + len(words))), clause)
                return


def circumstance_is_length(tree: Tree, cause: Tokens) -> bool:
    """Whether a phrase tells how long: "for two years", "for life"."""
    lemma = tree.tokens[top(tree, cause)].lemma.lower()
    return lemma in ("year", "month", "week", "day", "hour", "life", "time", "while", "second", "minute", "decade")


def _by_so(clause: Clause, above: dict[int, Clause]) -> Iterator[Reading]:
    """A clause that begins with "so" behind a comma tells what the one before it led to."""
    tree = clause.tree
    parent = _parent(clause, above)
    first = min(clause.tokens)
    so = next((each for each in (first - 1, first, first + 1) if 0 < each < len(tree.tokens) and tree.tokens[each].form == "so"), None)
    if so is None or parent is None or tree.tokens[so - 1].form != "," or not clause.verb.finite or so > clause.head:
        return
    if so + 1 < len(tree.tokens) and tree.tokens[so + 1].form.lower() in ("that", "far", "much", "many", "long", "as"):
        return
    if clause.shares_subject or clause.subject is None or parent.head > clause.head:
        return
    cause = rest_of(parent, (*clause.tokens, so))
    effect = rest_of(clause, (so,))
    if cause and effect:
        yield Reading("so", cause, effect, (so,), parent)


_READERS: tuple[Callable[[Clause, dict[int, Clause]], Iterator[Reading]], ...] = (
    _by_verb,
    _by_conjunction,
    _by_preposition,
    _by_aim,
    _by_protest,
    _by_means,
    _by_harm,
    _by_sanction,
    _by_so,
)
