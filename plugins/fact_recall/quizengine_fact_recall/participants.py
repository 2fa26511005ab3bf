"""The named people, places and institutions of an event that can be asked for, each with the words that ask.

Next: `eligibility`, which says what is not worth asking.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Span
from quizengine.language import Clause, Constituent, Name, Tree, name_at, phrase, referent, sort_of_place

PERSON = "person"
_SORTS = {"country": "countries", "state": "states", "city": "cities"}
_INSTITUTIONS = frozenset({"university", "college", "museum", "academy", "conservatory", "court", "party", "company", "hospital"})
"""Last words of names that say exactly what they name."""
_PREPOSITIONS = {
    PERSON: frozenset({"with", "to", "against", "from", "for", "by"}),
    "": frozenset({"in", "to", "from", "into", "against", "with", "by", "near", "at"}),
}
_NOT_IN_A_TITLE = frozenset({"CCONJ", "ADP", "PUNCT", "NUM", "PART", "PRON", "SCONJ", "VERB"})
_SHORTEST_LIST = 3


@dataclass(frozen=True)
class Participant:
    """A part of an event that is one name of a known kind, or one of a list of such names."""

    part: Constituent
    name: Name
    kind: str
    """Person, country, state, city, or what an institution is: "university"."""
    word: str
    """What a question for it begins with: "who", "with whom", "in which country"."""
    others: tuple[Name, ...] = ()
    """The other names of its list, which are right as well."""


def participants(clause: Clause) -> Iterator[Participant]:
    """Yield the parts of a clause that are names and can be asked for, the subject first."""
    subject = (clause.subject,) if clause.subject else ()
    for part in (*subject, *clause.parts):
        names = named_by(part)
        kinds = {kind_of(name) for name in names}
        kind = next(iter(kinds), "")
        if len(kinds) != 1 or not kind or not (len(names) == 1 or len(names) >= _SHORTEST_LIST):
            continue
        word = _asking(part, kind, several=len(names) > 1)
        if word:
            yield Participant(part, names[0], kind, word, names[1:])


def kind_of(name: Name) -> str:
    """Of which kind a name is, where options of exactly that kind can be told from others; else empty."""
    if name.kind == "person":
        return PERSON if name.certain else ""
    sort = sort_of_place(name.full)
    if sort in _SORTS:
        return sort
    words = name.full.split()
    last = words[-1].casefold()
    return last if last in _INSTITUTIONS and len(words) > 1 and name.certain else ""


def named_by(part: Constituent) -> tuple[Name, ...]:
    """The names that a phrase consists of, with a title or an article before each; or the one its pronoun stands for."""
    tree = part.tree
    tokens = [each for each in phrase(part) if each not in part.marker]
    if len(tokens) == 1 and tree.tokens[tokens[0]].upos == "PRON":
        name = referent(tree, tokens[0])
        return (name,) if name else ()
    found = [_named(tree, each) for each in _items(tree, part.head, tokens)]
    return tuple(name for name in found if name) if all(found) else ()


def _items(tree: Tree, head: int, tokens: list[int]) -> list[list[int]]:
    """The tokens of each item of a list, without conjunctions and commas; all tokens of a phrase that is none."""
    heads = [head, *(each for each in tree.dependents(head, "conj") if each in tokens)]
    joints = {each for one in heads for each in tree.dependents(one, "cc", "punct")} if len(heads) > 1 else set()
    later = set(heads[1:])
    return [
        [each for each in tree.subtree(one, later if one == head else ()) if each in tokens and each not in joints]
        for one in heads
    ]


def _named(tree: Tree, tokens: list[int]) -> Name | None:
    """The name that some tokens are, with what may stand before it."""
    for index in reversed(tokens):
        name = name_at(tree.tokens[index].span)
        mention = next((each for each in name.mentions if each.overlaps(tree.tokens[index].span)), None) if name else None
        if name and mention:
            return name if _is_all_of(tree, tokens, mention, name) else None
    return None


def _is_all_of(tree: Tree, tokens: list[int], mention: Span, name: Name) -> bool:
    own = [each for each in tokens if mention.contains(tree.tokens[each].span)]
    rest = [each for each in tokens if each not in own]
    if not own or any(each > own[0] for each in rest):
        return False
    if name.kind == PERSON:
        return all(tree.tokens[each].upos not in _NOT_IN_A_TITLE for each in rest)
    return all(tree.tokens[each].form.lower() == "the" for each in rest)


def _asking(part: Constituent, kind: str, several: bool) -> str:
    """The words that ask for a part; empty where it cannot be asked for."""
    person = kind == PERSON
    if several:
        asked = f"which of these {'people' if person else _SORTS.get(kind, '')}" if person or kind in _SORTS else ""
    else:
        asked = "whom" if person else f"which {kind}"
    if not asked:
        return ""
    if part.role == "subject":
        return "who" if person and not several else asked
    if part.role in ("object", "indirect object"):
        return asked
    allowed = _PREPOSITIONS[PERSON if person else ""]
    if part.role == "adjunct" and part.marker_text in allowed:
        return f"{part.marker_text} {asked}"
    return ""
