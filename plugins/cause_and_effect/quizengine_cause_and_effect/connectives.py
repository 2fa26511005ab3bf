"""Finds causes stated by conjunctions, prepositions and participles: "because", "due to", "by closing".

Next: `aims`.
"""

from collections.abc import Iterable, Iterator, Mapping

from quizengine.language import FINITE_TAGS, WH_WORDS, Clause, Tree, cache_per_tree, is_a, stance_of
from quizengine_cause_and_effect.signals import (
    CAMPAIGN,
    CHARGES,
    CONJUNCTIONS,
    DEMANDS,
    HAPPENING_ENDINGS,
    HAPPENINGS,
    HARM,
    PREPOSITIONS,
    SANCTION,
)
from quizengine_cause_and_effect.token_spans import (
    Reading,
    Tokens,
    controlling,
    governing,
    is_a_doer,
    parent_of,
    rest_of,
    stretch,
    top,
)


def by_conjunction(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """A clause that gives the cause of the one it depends on: "because two piers had cracked"."""
    parent = parent_of(clause, above)
    while parent and not parent.verb.finite and parent.relation == "xcomp":
        parent = parent_of(parent, above)
    placed = is_a(clause.relation, "advcl") or clause.marker == "because"
    if clause.marker not in CONJUNCTIONS or parent is None or not placed or not clause.verb.finite:
        return
    told = parent.object or parent.of_role("clausal complement", "open complement")
    if stance_of(parent.verb.lemma) and not told:
        return  # "It had failed, he argued, because …" gives no cause of arguing
    marks = tuple(each for child in clause.tree.dependents(clause.head, "mark") for each in clause.tree.subtree(child))
    cause = rest_of(clause, marks)
    effect = rest_of(parent, clause.tokens)
    if cause and effect:
        yield Reading(clause.marker, cause, effect, marks, parent)


def by_preposition(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """A phrase that gives the cause of a clause, wherever a parser hangs it: "because of the storm"."""
    tree = clause.tree
    for first, words, marker in _prepositions(tree):
        cause = stretch(tree, first + len(words))
        if not cause or _telling(tree, cause, above) is not clause or _joins(tree, first):
            continue
        if marker == "following" and (not _happens(tree, top(tree, cause)) or _is_a_rule(tree, top(tree, cause))):
            continue
        effect = rest_of(clause, tuple(range(first, cause[-1] + 1)))
        if clause.head in cause and clause.verb.copular and clause.subject:
            effect = clause.subject.tokens  # "the delay was due to snow"
        before = tree.tokens[first - 1] if first else None
        if tree.tokens[cause[0]].xpos in WH_WORDS:
            continue
        if marker == "condemning" and (not first or clause.verb.lemma not in CAMPAIGN):
            continue
        if marker in DEMANDS and before and (is_a_doer(tree, first - 1) or before.lemma in ("be", "while")):
            continue
        if "protest" in words or marker in DEMANDS:
            cause = (*range(first, cause[0]), *cause)
        if effect:
            yield Reading(marker, cause, effect, tuple(range(first, first + len(words))), clause)


def _telling(tree: Tree, cause: Tokens, above: Mapping[int, Clause]) -> Clause | None:
    """The clause whose predicate a cause is, as in "the delay was due to snow", or else the one over it."""
    for each in cause:
        clause = above.get(each)
        if clause and clause.verb.copular and clause.verb.finite and clause.subject and clause.verb.first < cause[0]:
            return clause
    return governing(tree, cause, above)


def _joins(tree: Tree, first: int) -> bool:
    """True if a phrase begins what follows an "and": "it rained and, due to the storm, the bridge was closed"."""
    before = [tree.tokens[each] for each in range(max(0, first - 2), first) if tree.tokens[each].form != ","]
    return bool(before) and before[-1].upos == "CCONJ"


@cache_per_tree
def _prepositions(tree: Tree) -> tuple[tuple[int, list[str], str], ...]:
    """Return where each preposition of a cause begins, with its words: looked for once, not for each clause."""
    forms = [token.form.lower() for token in tree.tokens]
    return tuple(
        (first, words, marker)
        for first, form in enumerate(forms)
        for words, marker in _PREPOSITIONS.get(form, ())
        if forms[first : first + len(words)] == words
    )


def _happens(tree: Tree, head: int) -> bool:
    lemma = tree.tokens[head].lemma.lower()
    return lemma in HAPPENINGS or lemma.endswith(HAPPENING_ENDINGS)


def _is_a_rule(tree: Tree, head: int) -> bool:
    """Return whether something is kept to rather than happens: "following the recommendation of the council"."""
    return tree.tokens[head].lemma.lower() in ("recommendation", "convention", "instruction", "regulation", "tradition")


def by_means(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """A participle after "by" that tells how something was done: "by closing the bridge"."""
    parent = parent_of(clause, above)
    if parent is None or clause.marker != "by" or clause.tree.tokens[clause.head].xpos != "VBG":
        return
    if not is_a(clause.relation, "advcl"):
        return
    marks = clause.tree.dependents(clause.head, "mark")
    if marks and marks[0] and clause.tree.tokens[marks[0] - 1].form == "-":
        return  # "a drive-by shooting"
    parent = controlling(parent, above)
    cause, effect = rest_of(clause, marks), rest_of(parent, clause.tokens)
    if cause and effect:
        yield Reading("by doing", cause, effect, marks, parent)


def by_harm(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """Yield what happened to somebody when something else did: "were hurt when the bridge fell"; or what a blow did."""
    parent = parent_of(clause, above)
    tree = clause.tree
    if parent is None or not is_a(clause.relation, "advcl"):
        return
    first = tree.tokens[min(clause.tokens)].form.lower()
    lemma = tree.tokens[parent.head].lemma
    participle = tree.tokens[clause.head].xpos == "VBG"
    happens = participle or (clause.verb.finite and not (clause.verb.progressive and first == "when"))
    if happens and first in ("when", "after") and lemma in HARM | SANCTION:
        cause = rest_of(clause, (min(clause.tokens),))
        effect = rest_of(parent, clause.tokens)
        if cause and effect:
            yield Reading("hurt when", cause, effect, (min(clause.tokens),), parent)
    comma = min(clause.tokens) and (first == "," or tree.tokens[min(clause.tokens) - 1].form == ",")
    harms = tree.tokens[clause.head].lemma in ("kill", "injure", "wound", "leave")
    plain = parent.verb.finite and parent.subject is not None and not parent.relation.startswith("acl")
    if (
        harms
        and comma
        and plain
        and tree.tokens[clause.head].xpos == "VBG"
        and not clause.marker
        and parent.head < clause.head
    ):
        cause = rest_of(parent, clause.tokens)
        if cause:
            yield Reading("killing", cause, tree.trimmed(clause.tokens), clause.verb.tokens, parent)


def by_sanction(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """Yield what somebody is punished or praised for."""
    tree = clause.tree
    if tree.tokens[clause.head].lemma not in SANCTION or tree.tokens[clause.head].upos != "VERB":
        return
    if clause.verb.lemma in ("charge", "fine", "book") and not clause.verb.passive:
        return
    for first in clause.tokens:
        if first < clause.head:
            continue
        if tree.tokens[first].form.lower() in _BETWEEN or (
            tree.tokens[first].xpos in FINITE_TAGS and first > clause.head
        ):
            return
        for words, _ in _CHARGES.get(tree.tokens[first].form.lower(), ()):
            if [token.form.lower() for token in tree.tokens[first : first + len(words)]] != words:
                continue
            cause = stretch(tree, first + len(words))
            if not cause or _is_a_length(tree, cause):
                continue
            effect = rest_of(clause, tuple(range(first, cause[-1] + 1)))
            if effect:
                yield Reading("arrested for", cause, effect, tuple(range(first, first + len(words))), clause)
                return


_BETWEEN = frozenset({",", ";", "when", "after", "before", "and", "but", "to", "since", "as", "if"})
"""Words that separate a verb from a "for" that belongs to another."""


def _is_a_length(tree: Tree, cause: Tokens) -> bool:
    """Return whether a phrase tells how long: "for two years", "for life"."""
    lemma = tree.tokens[top(tree, cause)].lemma.lower()
    return lemma in ("year", "month", "week", "day", "hour", "life", "time", "while", "second", "minute", "decade")


def by_so(clause: Clause, above: Mapping[int, Clause]) -> Iterator[Reading]:
    """A clause that begins with "so" after a comma tells what the one before it led to."""
    tree = clause.tree
    parent = parent_of(clause, above)
    first = min(clause.tokens)
    so = next(
        (
            each
            for each in (first - 1, first, first + 1)
            if 0 < each < len(tree.tokens) and tree.tokens[each].form == "so"
        ),
        None,
    )
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


def _starting(phrases: Iterable[str]) -> dict[str, list[tuple[list[str], str]]]:
    """Phrases by their first word."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append((phrase.split(), phrase))
    return found


_PREPOSITIONS = _starting((*PREPOSITIONS, *DEMANDS))


_CHARGES = _starting(CHARGES)
