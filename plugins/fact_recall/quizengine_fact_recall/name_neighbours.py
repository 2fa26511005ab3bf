"""Words beside a name that rule out a gap for it: they may belong to the name, tell how it begins, or list other names.

Next: `missing_names`, which asks for the other names.
"""

import re
from collections.abc import Sequence

from quizengine.language import Tree, is_role_noun, name_at
from quizengine_fact_recall.asides import is_in_a_works_title
from quizengine_fact_recall.participant_kinds import PERSON, PLACES

_COURTESIES = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"})
_OWNERS = frozenset({"'", "’"})
_OF_NAMES = frozenset({"of", "on", "for"})
_PERSON_OR_PLACE = PLACES | {PERSON}
"""The kinds of names that are whole without what follows their "of"."""
_FIGURE = re.compile(r"[+–-]?\d")
"""A figure right behind a name, which is mostly its end: "Comet Orra 12"."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE = frozenset({"DET", "PROPN", "ADJ", "NUM"})
"""Tags of words before a name that belong to it, or tell how its answer begins."""


def is_part_of_more(tree: Tree, own: Sequence[int], sort: str) -> bool:
    """True if a word beside a name may belong to it or to a list of names, or shows how it begins: "the _____"."""
    before = tree.tokens[own[0] - 1] if own[0] else None
    behind = tree.tokens[own[-1] + 1] if own[-1] + 1 < len(tree.tokens) else None
    if before is not None and before.form.lower() == "the" and sort in ("state", "city", "country"):
        return True  # "the Mississippi" is a river, and few countries are called so
    if before is not None and before.form.lower() == "the" and sort not in (PERSON, "place"):
        work = [each.upos for each in tree.tokens[max(0, own[0] - 3) : own[0] - 1]] == ["PROPN", "ADP"]
        before = before if work and sort in ("city", "place") else None  # "Flight of the Phoenix"
    title = before is not None and is_role_noun(before.form) and before.form not in _COURTESIES
    if sort == PERSON and title:
        before = None
    capital = before is not None and before.form[:1].isupper() and own[0] > 1
    joined = before is not None and (capital or before.upos in _BEFORE or before.form in ("-", "/"))
    compound = behind is not None and (
        behind.form in ("-", "/")
        or behind.xpos == "POS"
        or (behind.form in _OWNERS and behind.span.start == tree.tokens[own[-1]].span.end)
        or behind.upos in ("NOUN", "PROPN", "ADJ")
        or behind.form[:1].isupper()
        or _FIGURE.match(behind.form) is not None
    )
    region = before is not None and before.form == "," and own[0] > 1 and tree.tokens[own[0] - 2].upos == "PROPN"
    goes_on = [token.form for token in tree.tokens[own[-1] + 1 : own[-1] + 3]]
    if sort in PLACES and _is_of_a_place(tree, own[0]):
        return True
    if is_in_a_works_title(tree, own) or (sort in _PERSON_OR_PLACE and _ends_a_name(tree, own[0])):
        return True
    half = len(goes_on) > 1 and goes_on[0] in _OF_NAMES and goes_on[1][:1].isupper() and sort not in _PERSON_OR_PLACE
    return joined or compound or region or half or _is_told(tree, own) or _is_in_a_list(tree, own)


def _ends_a_name(tree: Tree, first: int) -> bool:
    """True if a name with "the" goes before the "of" of a place, which tells the place: "the East End of London"."""
    forms = [token.form for token in tree.tokens[max(0, first - 3) : first]]
    named = len(forms) > 2 and forms[2] == "of" and all(form[:1].isupper() for form in forms[:2])
    return named and first > 3 and tree.tokens[first - 4].form.lower() == "the"


def _is_of_a_place(tree: Tree, first: int) -> bool:
    """Return whether a country or another place owns a place, so that a map tells it: "Peru's Amazon"."""
    owns = first > 1 and (tree.tokens[first - 1].xpos == "POS" or tree.tokens[first - 1].form in _OWNERS)
    owner = name_at(tree.tokens[first - 2].span) if owns else None
    return owner is not None and owner.kind == "place"


def _is_told(tree: Tree, own: Sequence[int]) -> bool:
    """Return whether a name is only that of whom somebody told something or was interviewed by."""
    words = [token.lemma.lower() for token in tree.tokens[max(0, own[0] - 3) : own[0]]]
    if words[-1:] in (["democrat"], ["republican"], ["nominee"], ["candidate"]):
        return True  # whom everybody guesses
    return words[-1:] == ["tell"] or words[-2:] == ["tell", "the"] or ("interview" in words and "with" in words)


def _is_in_a_list(tree: Tree, own: Sequence[int]) -> bool:
    """Return whether other things are beside a name, so that each might fill its gap."""
    head = next((each for each in own if tree.tokens[each].head not in own), own[-1])
    joined = any(
        tree.tokens[each].relation == "conj" and tree.tokens[each].upos in _NAMING for each in tree.children[head]
    )
    behind = tree.tokens[own[-1] + 1 : own[-1] + 4]
    goes_on = bool(behind) and behind[0].form in (",", "and", "or") and any(each.upos == "PROPN" for each in behind[1:])
    return tree.tokens[head].relation == "conj" or joined or goes_on
