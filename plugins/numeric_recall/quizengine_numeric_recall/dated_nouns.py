"""Years of what a noun tells: "the 1829 abolition of slavery", "its launch in 2008", "after the signing of … in 1978".

The noun becomes the verb of a question: "In which year was slavery abolished?".
Next: `event_nouns`, the nouns and their verbs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.language import (
    Certainty,
    Quantity,
    Tree,
    central_names,
    clauses_of,
    full_names,
    is_a,
    name_at,
    pointers,
    referent,
    surface_text,
    tidy_spacing,
    tree_at,
    word_set,
)
from quizengine_numeric_recall.event_nouns import DONE_TO, DONE_TO_OR_BY, HAPPENING, HARMLESS, OF_A_LIFE
from quizengine_numeric_recall.figure_contexts import Context, context_in
from quizengine_numeric_recall.named_things import may_be_plural, names_something, takes_were
from quizengine_numeric_recall.question_words import MONTHS

_LONGEST = 9
"""Tokens of who or what is asked about."""
_DAYS = 31
_AT_ONE_TIME = frozenset({"after", "before", "since", "until", "following", "with", "upon", "to", "by", "despite"})
"""Prepositions before a noun whose date is its own, and not that of the verb."""
_BESIDE_ANOTHER = word_set("follow precede cause trigger prompt oversee witness end")
"""Verbs whose object has the date behind it: "followed the death of Ada Moss in 1829"."""
_UNTOLD = frozenset({"VERB", "AUX", "PRON", "SCONJ", "CCONJ", "PUNCT", "NUM"})
_OF = frozenset({"of"})
_OWN = ("'s", "’s", "'", "’")


@dataclass(frozen=True)
class _Event:
    """A noun for an event with the tokens of who or what it is of."""

    noun: int
    of: tuple[int, ...]
    """The tokens behind an "of" after it, without that; empty if there is none."""
    owner: tuple[int, ...]
    """The owner of the noun, without its "’s"; empty if there is none."""


def dated_noun(quantity: Quantity) -> tuple[Context, str] | None:
    """The question in which year an event was that a noun tells; None if its date or what it is of is not certain."""
    tree = tree_at(quantity.span) if quantity.kind == "year" and not quantity.ranged else None
    figure = tree.tokens_in(quantity.span) if tree is not None else ()
    if tree is None or len(figure) != 1 or _is_supposed(tree, figure[0]):
        return None
    context = next((each for one in clauses_of(tree) if (each := context_in(quantity, one)) is not None), None)
    event = _behind_its_year(tree, figure[0]) or _before_its_date(tree, figure[0])
    text = _asked(tree, event) if event is not None and context is not None else None
    return (context, text) if context is not None and text else None


def _is_supposed(tree: Tree, year: int) -> bool:
    """Return whether the event is in a clause that denies or supposes something."""
    above = {year, *tree.ancestors(year)}
    return any(one.head in above and (not one.is_fact or one.verb.negated) for one in clauses_of(tree))


def _behind_its_year(tree: Tree, year: int) -> _Event | None:
    """The event right behind its year: "the 1829 abolition of slavery", "its 2008 launch"."""
    noun = year + 1
    if noun >= len(tree.tokens) or not _is_an_event(tree, noun) or tree.tokens[year].head != noun:
        return None
    of = next((each for each in _phrases(tree, noun, _OF) if each[0] == noun + 1), ())
    return _event(tree, noun, of[1:], year)


def _before_its_date(tree: Tree, year: int) -> _Event | None:
    """The event whose own date follows it: "the abolition of slavery in 1829", "her death on 3 May 1829"."""
    start = _start_of_date(tree, year)
    if start is None:
        return None
    above = [start - 1, *tree.ancestors(start - 1)]
    noun = next((each for each in above if each < start and _is_an_event(tree, each)), None)
    if noun is None:
        return None
    event = _event(tree, noun, tuple(range(noun + 2, start)), noun)
    of = noun + 1 == start or tree.tokens[noun + 1].form == "of"
    return event if event is not None and of and _has_its_own_date(tree, event, year) else None


def _start_of_date(tree: Tree, year: int) -> int | None:
    """The "in" or "on" that a date begins with; None if it has none or goes on behind the year."""
    at, behind = year - 1, tree.tokens[min(year + 1, len(tree.tokens) - 1)].form
    while at >= 0 and (tree.tokens[at].form.lower() in MONTHS or _is_a_day(tree.tokens[at].form)):
        at -= 1
    marked = at > 0 and tree.tokens[at].form.lower() in ("in", "on")
    return at if marked and not behind.startswith(("'", "’", "-", "–", "/")) and behind not in ("or", "and") else None


def _is_a_day(form: str) -> bool:
    return form == "," or (form.isdecimal() and int(form) <= _DAYS)


def _is_an_event(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    known = token.form in DONE_TO or token.form in DONE_TO_OR_BY or token.form in HAPPENING
    return known and token.upos == "NOUN" and token.certainty >= Certainty.PLAUSIBLE


def _has_its_own_date(tree: Tree, event: _Event, year: int) -> bool:
    """Return whether a date behind a noun is that of the noun, whatever the parser takes it for.

    So it is between a subject and its verb, after a preposition for a time, and after a verb that tells what came of
    something or what came after it.
    """
    token, first = tree.tokens[event.noun], event.noun
    while first and (first - 1 in event.owner or _may_open(tree, first - 1)):
        first -= 1
    before = tree.tokens[first - 1] if first else None
    before_its_verb = is_a(token.relation, "nsubj") and token.head > year
    behind_it = before is not None and before.upos == "VERB" and before.lemma.lower() in _BESIDE_ANOTHER
    timed = before is not None and before.form.lower() in _AT_ONE_TIME
    return before_its_verb or behind_it or timed


def _may_open(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos == "DET" or token.form in _OWN or token.form.lower() in HARMLESS


def _phrases(tree: Tree, noun: int, markers: frozenset[str]) -> list[tuple[int, ...]]:
    """The phrases behind a noun that begin with some prepositions, without marks at their end."""
    found = []
    for each in tree.dependents(noun, "nmod"):
        inside = tuple(tree.trimmed(tree.subtree(each)))
        if inside and inside[0] > noun and tree.tokens[inside[0]].form.lower() in markers:
            found.append(inside)
    return found


def _event(tree: Tree, noun: int, of: tuple[int, ...], first: int) -> _Event | None:
    """The event of a noun; None if something before it, up to the noun or its year, says more of it."""
    owners = tree.dependents(noun, "nmod:poss")
    owner = tuple(each for one in owners for each in tree.subtree(one) if tree.tokens[each].form not in _OWN)
    described = [each for each in tree.dependents(noun, "amod", "compound", "nummod") if each < first]
    spare = all(tree.tokens[each].form.lower() in HARMLESS for each in described if each not in owner)
    return _Event(noun, of, owner) if spare and len(owners) <= 1 else None


def _asked(tree: Tree, event: _Event) -> str | None:
    """The question for an event; None if who or what it is of is not named."""
    noun = tree.tokens[event.noun].form
    done = DONE_TO.get(noun) or DONE_TO_OR_BY.get(noun)
    if done and event.owner and event.of:
        doer, object_ = _worded(tree, event.owner), _worded(tree, event.of, named=False)
        return f"In which year did {doer} {done[0]} {object_}?" if doer and object_ else None
    of = event.of or _named_owner(tree, event.owner)
    told = _worded(tree, of) if of and not (event.of and event.owner) else None
    if told is None or (noun in OF_A_LIFE and not _is_of_the_subject(tree, of)):
        return None
    if not done:
        return f"In which year did {told} {HAPPENING[noun]}?"
    if may_be_plural(tree, of) or (noun in DONE_TO_OR_BY and _is_a_person(tree, of)):
        return None
    return f"In which year {'were' if takes_were(tree, of) else 'was'} {told} {done[1]}?"


def _named_owner(tree: Tree, owner: tuple[int, ...]) -> tuple[int, ...]:
    """The owner of an event; for an "its" that nothing else explains the only subject with a name in the sentence."""
    pronoun = tree.tokens[owner[0]] if len(owner) == 1 else None
    if pronoun is None or pronoun.xpos != "PRP$" or owner[0] in full_names(tree, owner):
        return owner
    subjects = [one.subject for one in clauses_of(tree) if one.subject is not None and not one.shares_subject]
    named = [each for each in subjects if tree.tokens[each.head].upos == "PROPN"]
    if len(named) != 1:
        return owner
    person = _is_a_person(tree, named[0].tokens)
    fits = person if pronoun.form.lower() in ("his", "her") else not person and pronoun.form.lower() == "its"
    return named[0].tokens if fits else owner


def _worded(tree: Tree, tokens: Sequence[int], *, named: bool = True) -> str | None:
    """The words for who or what an event is of; None if they hold a clause, or point elsewhere, or name nothing."""
    names = full_names(tree, tokens)
    untold = [each for each in tokens if tree.tokens[each].upos in _UNTOLD and each not in names]
    if len(tokens) > _LONGEST or untold or pointers(tree, tokens, names):
        return None
    inside = any(tree.tokens[each].form[:1].isupper() for each in tokens if each)
    if named and not (names_something(tree, tokens, names) or inside):
        return None
    if tree.tokens[tokens[0]].form.lower() in ("a", "an", "some", "another"):
        return None
    return tidy_spacing(surface_text(tree, tokens, names)).removesuffix("’s").removesuffix("'s").strip()


def _name(tree: Tree, tokens: Sequence[int]) -> str:
    """The full name of the person or thing that some tokens are of; empty if they bear none."""
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), tokens[0])
    name = name_at(tree.tokens[head].span) or referent(tree, head)
    return name.full if name is not None else ""


def _is_of_the_subject(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether an event is that of somebody whom the article keeps coming back to."""
    article, full = tree.sentence.span.article, _name(tree, tokens)
    return bool(full) and full in central_names(article)[:1]


def _is_a_person(tree: Tree, tokens: Sequence[int]) -> bool:
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), tokens[0])
    name = name_at(tree.tokens[head].span) or referent(tree, head)
    return name is not None and name.kind == "person"
