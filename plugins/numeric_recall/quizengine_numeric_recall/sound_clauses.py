"""Clauses with a figure, ready to be asked about: with full names, and without what dates or opens them badly.

Next: `figure_stems`, which words it as a question or a gap.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizengine.language import Clause, Realised, Tree, clauses_of, full_names, is_a, name_at, realised, word_set
from quizengine_numeric_recall.figure_contexts import Context, is_stated
from quizengine_numeric_recall.parties import apposed_names, place_of_there, with_parties
from quizengine_numeric_recall.question_words import MONTHS

_PASSING = word_set("recently now currently already later then soon eventually also")
_BEFORE_A_WEEKDAY = word_set("on last this early late")
_BEHIND_A_WEEKDAY = word_set("morning afternoon evening night")
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_SOME = (["a"], ["an"], ["some"], ["several"], ["many"])
_TELLING_WHICH = word_set("elder younger older first second third great late")
"""Adjectives that are part of a name or say which of two people is meant: "the elder Moss"."""
_BINDING = word_set("if unless although though despite while without instead until unlike")


def sound_clause(context: Context) -> Realised | None:
    """The clause of a figure with full names; None if it is not certain, not stated or cut out badly."""
    if not (context.is_sure and is_stated(context.clause)):
        return None
    said = realised(context.clause)
    if said is None or _leaves_out_an_opening(context, said):
        return None
    if context.quantity.kind == "year" and opens_with_other_phrase(said) and not _binds(said):
        said = replace(said, opening=())
    gone = loose_times(context.clause) if context.quantity.kind == "year" else set()
    said = replace(
        said,
        opening=tuple(each for each in said.opening if each not in gone),
        said=tuple(each for each in said.said if each not in gone),
    )
    if _may_be_passive(context.clause) or _is_to_do(context.clause):
        return None
    tree, tokens = context.tree, said.tokens
    names = {**full_names(tree, tokens), **with_parties(tree, tokens), **owners(tree, tokens)}
    names = {
        **apposed_names(tree, [each for each in tokens if each not in names]),
        **place_of_there(tree, tokens),
        **names,
    }
    said = _without_stray_words(context, replace(said, replaced=names))
    return _without_passing_times(context, said)


def _without_stray_words(context: Context, said: Realised) -> Realised:
    """The clause without a "though", "even", "by then" or "as well", and with "Ada Moss" for "the victorious Moss"."""
    tokens, head = context.tree.tokens, context.clause.head
    forms = [token.form.lower() for token in tokens]
    gone = {each for each in said.tokens if forms[each] == "though" and tokens[each].upos == "ADV"}
    gone |= {each for each in context.tree.dependents(head, "advmod") if forms[each] == "even"}
    for first in said.tokens:
        pair, behind = forms[first : first + 2], forms[first + 2 : first + 3]
        if pair == ["by", "then"] or (pair == ["as", "well"] and behind != ["as"]):
            gone |= {first, first + 1}
    gone |= {each + 1 for each in gone if tokens[each - 1].form == "," == tokens[min(each + 1, len(tokens) - 1)].form}
    gone |= _quality_of_a_person(context.tree, said.subject)
    opening, subject, rest = (
        tuple(each for each in part if each not in gone) for part in (said.opening, said.subject, said.said)
    )
    return replace(said, opening=opening, subject=subject, said=rest)


def _quality_of_a_person(tree: Tree, subject: Sequence[int]) -> set[int]:
    """The tokens of "the" and one adjective before the name of a person, which tell a state: "the victorious Moss"."""
    if len(subject) < 3 or tree.tokens[subject[0]].form.lower() != "the":
        return set()
    quality, named = tree.tokens[subject[1]], tree.tokens[subject[2]]
    name = name_at(named.span)
    person = named.upos == "PROPN" and name is not None and name.kind == "person" and name.certain
    plain = quality.xpos in ("JJ", "VBN") and quality.form.islower() and quality.form not in _TELLING_WHICH
    return {subject[0], subject[1]} if person and plain else set()


def owners(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """The names in place of each "whose" that is shown without what it is after: "Ada Moss, whose play was printed".

    None after "of" or "and", where whoever stands before that may be meant: "Ada Moss of Oslo, whose play …".
    """
    found = {}
    for index in (each for each in tokens if tree.tokens[each].xpos == "WP$"):
        before = index - 2 if tree.tokens[index - 1].form == "," else index - 1
        name = name_at(tree.tokens[before].span) if before >= 0 and before not in tokens else None
        if name is not None and name.certain:
            mention = next(each for each in name.mentions if each.overlaps(tree.tokens[before].span))
            first = min(tree.tokens_in(mention))
            if not first or tree.tokens[first - 1].upos not in ("ADP", "CCONJ"):
                found[index] = f"{name.full}’s"
    return found


def opens_with_other_phrase(said: Realised) -> bool:
    """True if anything but a phrase with a preposition or a time opens the clause, as "Ordered to disband, …" does."""
    tokens = said.clause.tree.tokens
    if not said.opening:
        return False
    if said.subject and tokens[max(0, min(said.subject) - 1)].upos == "CCONJ":
        return True  # "On his site and his show, heard in Oslo, …" opens with a list that was taken for a clause
    opening = _behind_adverbs(said)
    a_time = any(opening[0] in part.tokens for part in said.clause.adjuncts("time"))
    plain = a_time or tokens[opening[0]].upos == "ADP"
    plain = plain and [tokens[each].form.lower() for each in said.opening[:2]] != ["as", "for"]
    if [tokens[each].form.lower() for each in said.opening[:2]] == ["according", "to"]:
        return any(tokens[each].xpos.startswith("VB") for each in said.opening[1:])
    whole = tokens[said.opening[0]].form.lower() in ("of", "among")  # "of the 90 sailors who were asked"
    return not plain or (not whole and any(tokens[each].xpos.startswith("VB") for each in said.opening))


def loose_times(clause: Clause) -> set[int]:
    """The tokens of what came before and is told of nowhere else: "after a long dispute"."""
    tokens = clause.tree.tokens
    return {
        each
        for part in clause.adjuncts()
        if part.marker_text in ("after", "following")
        and [tokens[each].form.lower() for each in part.tokens[1:2]] in _SOME
        and not any(tokens[each].upos in ("PROPN", "NUM") for each in part.tokens)
        for each in part.tokens
    }


def _may_be_passive(clause: Clause) -> bool:
    """Return whether a verb shares the "was" of one before it and is taken for active: "was caught and detained"."""
    tree, verb = clause.tree, clause.verb
    above = next((one for one in clauses_of(tree) if one.head == tree.tokens[clause.head].head), None)
    shares = is_a(clause.relation, "conj") and clause.shares_subject and verb.first == verb.head
    bare = tree.tokens[verb.head].form.endswith("ed") and clause.object is None and not verb.passive
    return shares and bare and above is not None and above.verb.passive


def _is_to_do(clause: Clause) -> bool:
    """Return whether somebody "is to sell" something, which would lose its "to"."""
    tokens, verb = clause.tree.tokens, clause.verb
    return tokens[verb.first].lemma == "be" and verb.first < verb.head and tokens[verb.head - 1].form.lower() == "to"


def _behind_adverbs(said: Realised) -> tuple[int, ...]:
    """The words that open a clause behind adverbs and a comma, "Overall, at noon"; all of it if nothing else does."""
    tokens = said.clause.tree.tokens
    first = next((at for at, each in enumerate(said.opening) if tokens[each].upos not in ("ADV", "PUNCT")), 0)
    return said.opening[first if first and tokens[said.opening[first - 1]].form == "," else 0 :]


def _binds(said: Realised) -> bool:
    """Return whether what opens a clause is a condition or a contrast, or holds the date."""
    tokens = said.clause.tree.tokens
    words = {tokens[each].form.lower() for each in said.opening}
    return bool(words & _BINDING) or any(tokens[each].upos == "NUM" for each in said.opening)


def _without_passing_times(context: Context, said: Realised) -> Realised:
    """The clause without "recently" and "on Tuesday night", which count from the day of writing."""
    tree, head = context.tree, context.clause.head
    gone = {each for each in tree.dependents(head, "advmod") if tree.tokens[each].form.lower() in _PASSING}
    gone |= {each for day in said.tokens for each in day_of_the_week(tree, day)}
    opening = tuple(each for each in said.opening if each not in gone)
    return replace(said, opening=opening, said=tuple(each for each in said.said if each not in gone))


def day_of_the_week(tree: Tree, day: int) -> range:
    """The tokens of a day of the week and no date: "on Tuesday night", "last Wednesday"; none of "on Monday, May 3"."""
    tokens = tree.tokens
    start, end = day, day + 1
    if tokens[day].form.lower() not in WEEKDAYS or is_a(tokens[day].relation, "nmod:poss", "nsubj"):
        return range(0)
    while start and tokens[start - 1].form.lower() in _BEFORE_A_WEEKDAY:
        start -= 1
    while end < len(tokens) and tokens[end].form.lower() in _BEHIND_A_WEEKDAY:
        end += 1
    following = [token.form.lower() for token in tokens[end : end + 2]]
    following = following if following[:1] == [","] else following[:1]
    if is_a(tokens[day].relation, "compound") and not day < tokens[day].head < end:
        return range(0)  # "the Monday vote"
    if start == day and day and tokens[day - 1].upos == "ADP":
        return range(0)  # "from Monday"
    dated = any(word in MONTHS or word.isdecimal() or word in ("'s", "’s", "and", "to") for word in following)
    return range(0) if dated else range(start, end)


def _leaves_out_an_opening(context: Context, said: Realised) -> bool:
    """Return whether a phrase before the verb is left out of which the model is not sure that it can be."""
    kept, first = set(said.tokens), context.clause.verb.first
    return any(
        part.tokens[0] < first and not kept & set(part.tokens) and part.circumstance != "source" and not part.is_sure
        for part in context.clause.parts
    )
