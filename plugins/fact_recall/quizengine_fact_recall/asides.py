"""Names that a sentence mentions in passing: without them it would say the same about its subject.

Next: `missing_names`, which asks for the others.
"""

import re
from collections.abc import Sequence

from quizengine.language import (
    PEOPLES,
    Name,
    Tree,
    central_names,
    is_a,
    is_beside_the_point,
    main_clause,
    name_at,
    place_type,
    plain_form,
    word_set,
)
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.participant_kinds import PERSON, PLACES, askable_kind

_WHEN = frozenset({"when", "as", "while", "after", "before", "since", "until", "once"})
_TIMES = frozenset({"during", "after", "before", "since", "until"})
_RULERS = frozenset({"president", "chancellor", "minister", "king", "queen", "emperor", "premier", "pope"})
_AGED = re.compile(r", \d\d, (?:from|of) (?:[A-Z]\w+ )*\Z")
"""Words before somebody's home, which is often parsed wrong: "Lee, 50, of _____ learned"."""
_REPORTING = word_set("ask contact interview reach approach obtain report request")
KIN = word_set(
    """
    father mother son daughter brother sister husband wife uncle aunt cousin nephew niece grandfather grandmother
    sibling twin stepfather stepmother stepson stepdaughter stepbrother stepsister grandson granddaughter
    """
)
_EVENTS = frozenset({"event", "war", "revolution", "rebellion", "uprising", "crisis"})

_WORKS = word_set("opera operetta novel play film movie symphony poem ballet musical album song sonata painting story")
_MARKS_OF_TITLES = frozenset({",", "“", '"', "‘", "'", "``"})


def is_in_a_works_title(tree: Tree, own: Sequence[int]) -> bool:
    """True if a name is or ends a run of capitals right after the noun of a work: "his second opera, King Barley"."""
    first = own[0]
    while first and tree.tokens[first - 1].form[:1].isupper():
        first -= 1
    before = first - 1
    while before > 0 and tree.tokens[before].form in _MARKS_OF_TITLES:
        before -= 1
    behind = tree.tokens[own[-1] + 1].form if own[-1] + 1 < len(tree.tokens) else "."
    set_off = before == first - 1 or behind in (",", ".", ")", ";", "”", '"', "’")
    return before >= 0 and first > 0 and tree.tokens[before].lemma.lower() in _WORKS and set_off


def is_told_aside(tree: Tree, own: Sequence[int], name: Name, sort: str) -> bool:
    """True if the tokens `own` of a name are where nobody would ask for them, or the sentence shows what they are.

    That is within what is said of somebody beside the name ("Moss, the senator from Ohio, is ambitious"), what a
    relative is called whom nothing else is told of, in news the place of what somebody does whom the article is not
    about, or of what only tells when, a war that only dates something, a country beside one of its cities, and whoever
    rules a country that is named.
    """
    head = next((each for each in own if tree.tokens[each].head not in own), own[-1])
    return (
        _describes_somebody(tree, head)
        or (sort == PERSON and len(name.mentions) == 1 and _is_a_relative(tree, head))
        or is_beside_the_point(tree, own)
        or (sort == "organisation" and _only_reports(tree, head))
        or (
            sort in PLACES
            and is_news(tree.sentence.span.article)
            and (_is_about_a_minor_person(tree) or _only_dates(tree, head))
        )
        or (sort in _EVENTS and not _TIMES.isdisjoint(_markers(tree, head)))
        or (sort in ("country", "state") and _names_a_city(tree, own))
        or (sort == PERSON and _rules_a_country(tree, own))
    )


def _describes_somebody(tree: Tree, head: int) -> bool:
    """Return whether a name is in an apposition, or tells where somebody is from: "Tom Reed, 50, of Senn"."""
    over = tree.tokens[head].head
    upto = tree.tokens[head].span.start - tree.sentence.span.start
    name = name_at(tree.tokens[over].span) if over >= 0 and is_a(tree.tokens[head].relation, "nmod") else None
    of_somebody = (name is not None and askable_kind(name) == PERSON) or _AGED.search(tree.sentence.span.text[:upto])
    return bool(of_somebody) or any(tree.tokens[each].relation == "appos" for each in tree.ancestors(head))


def _is_a_relative(tree: Tree, head: int) -> bool:
    """Return whether a name is that of somebody's father or wife: "Moss's father, Jan, was a clerk", "his wife Eva"."""
    around = [tree.tokens[head].head, *tree.children[head]]
    kin = [each for each in around if each >= 0 and tree.tokens[each].lemma.lower() in KIN]
    return any(tree.dependent(each, "nmod:poss") is not None for each in kin)


def _only_reports(tree: Tree, head: int) -> bool:
    """Return whether an organisation is the newspaper that asked or heard: "Orra News asked the mayor three times"."""
    verb = tree.tokens[tree.tokens[head].head]
    return is_a(tree.tokens[head].relation, "nsubj") and verb.lemma.lower() in _REPORTING


def _only_dates(tree: Tree, head: int) -> bool:
    """Return whether a word is in a clause that only tells when: "as the president went to _____ for a dinner"."""
    path = (each for each in (head, *tree.ancestors(head)) if tree.tokens[each].head >= 0)
    return any(not _WHEN.isdisjoint(_conjunctions(tree, each)) for each in path)


def _conjunctions(tree: Tree, verb: int) -> set[str]:
    return {tree.tokens[each].form.lower() for each in tree.dependents(verb, "mark", "advmod")}


def _markers(tree: Tree, head: int) -> set[str]:
    return {tree.tokens[each].form.lower() for each in tree.dependents(head, "case")}


def _is_about_a_minor_person(tree: Tree) -> bool:
    """Return whether the subject of a sentence is a person who does not carry the article."""
    clause = main_clause(tree)
    name = name_at(tree.tokens[clause.subject.head].span) if clause is not None and clause.subject else None
    return (
        name is not None and askable_kind(name) == PERSON and name.full not in central_names(tree.sentence.span.article)
    )


def _rules_a_country(tree: Tree, own: Sequence[int]) -> bool:
    """True if the country and the office before a name tell whose it is, as in any almanac: "Syrian President"."""
    before = [plain_form(tree.tokens[each].form) for each in range(max(0, own[0] - 3), own[0])]
    whose = before[-2:-1] if before[-2:-1] != ["prime"] else before[-3:-2]
    rules = not _RULERS.isdisjoint(before[-1:])
    return rules and any(word in PEOPLES or place_type(word.title()) == "country" for word in whose)


def _names_a_city(tree: Tree, own: Sequence[int]) -> bool:
    """Return whether the sentence names a well-known city, which tells many a country."""
    names = {name.full for each, token in enumerate(tree.tokens) if each not in own and (name := name_at(token.span))}
    return any(place_type(full) == "city" for full in names)
