"""The named people, places and institutions of an event that can be asked for, each with the words that ask.

Next: `eligibility`, which says what is not worth asking.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Span
from quizengine.language import Clause, Constituent, Name, Tree, name_at, phrase, referent, sort_of_place, tree_at
from quizengine.language.word_lists import listed
from quizengine_fact_recall.lists import items_of

PERSON = "person"
_SORTS = frozenset({"country", "state", "city"})
_SEVERAL = {PERSON: "people", "country": "countries", "state": "states", "city": "cities"}
_INSTITUTIONS = listed("university college museum academy conservatory court party company hospital")
"""Last words of names that say exactly what they name."""
_PLURAL = re.compile(r"(?:[^s]ers|igs|ists|ians|crats)\Z")
"""Endings of the names of groups."""
_NO_CITIES = listed("county island lake park province state valley bay river base fort")
_MORE = re.compile(r"(?:,|,? and|,? or) (?:the )?(?![RD]-)[A-Z]")
_IN = re.compile(r"\b(?:in|at|from|to|near|of)\s\Z")
_PREPOSITIONS = {
    PERSON: frozenset({"with", "to", "against", "from", "for", "by"}),
    "": frozenset({"in", "to", "from", "into", "against", "with", "by", "near", "at"}),
}
_NOT_IN_A_TITLE = frozenset({"CCONJ", "ADP", "PUNCT", "NUM", "PART", "PRON", "SCONJ", "VERB"})


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
    """Yield the parts of a clause that are one name each and can be asked for, the subject first."""
    subject = (clause.subject,) if clause.subject else ()
    for part in (*subject, *clause.parts):
        names = named_by(part)
        kind = kind_of(names[0]) if len(names) == 1 else ""
        word = _asking(part, kind, "whom" if kind == PERSON else f"which {kind}") if kind else ""
        if word:
            yield Participant(part, names[0], kind, word)


def one_of(part: Constituent) -> Participant | None:
    """The first name of a list of names of one kind, to be asked for among others; None where they are of several."""
    names = named_by(part)
    kinds = {kind_of(name) for name in names}
    several = _SEVERAL.get(kinds.pop(), "") if len(kinds) == 1 else ""
    word = _asking(part, kind_of(names[0]), f"which of these {several}") if several else ""
    return Participant(part, names[0], kind_of(names[0]), word, names[1:]) if word else None


def kind_of(name: Name) -> str:
    """Of which kind a name is, where options of exactly that kind can be told from others; else empty."""
    if name.kind == PERSON:
        return PERSON if name.certain and not _PLURAL.search(name.full) else ""
    sort = sort_of_place(name.full)
    if sort in _SORTS:
        return sort
    words = name.full.split()
    last = words[-1].casefold()
    if last in _INSTITUTIONS and len(words) > 1 and name.certain:
        return last
    return "city" if name.kind != "organisation" and last not in _NO_CITIES and _lies_in_a_state(name) else ""


def _lies_in_a_state(name: Name) -> bool:
    """Whether an article names the state or country of a place behind it: "Rochester, New York"."""
    return any(
        _region_behind(mention) is not None
        and _IN.search(mention.article.text[max(0, mention.start - 9) : mention.start])
        for mention in name.mentions
    )


def _region_behind(mention: Span) -> Span | None:
    """The state or country that stands behind a comma right after a mention."""
    text = mention.article.text
    if text[mention.end : mention.end + 2] != ", ":
        return None
    start = mention.end + 2
    region = name_at(mention.article.span(start, min(start + 1, len(text))))
    found = next((each for each in region.mentions if each.start == start), None) if region else None
    return found if region and sort_of_place(region.full) in ("state", "country") else None


def named_by(part: Constituent) -> tuple[Name, ...]:
    """The names that a phrase consists of, with titles and articles; or the one that its pronoun stands for."""
    tree = part.tree
    tokens = [each for each in phrase(part) if each not in part.marker]
    if len(tokens) == 1 and tree.tokens[tokens[0]].upos == "PRON":
        name = referent(tree, tokens[0])
        return (name,) if name and _was_just_named(tree, name) else ()
    if _goes_on(part):
        return ()
    found = [_named(tree, [each for each in item if each in tokens]) for item in items_of(part)]
    return tuple(name for name in found if name) if all(found) else ()


def _goes_on(part: Constituent) -> bool:
    """Whether a phrase that is taken for one name goes on with another: "Sean Hannity, Ann Coulter, Bill Moss"."""
    if len(items_of(part)) > 1:
        return False
    name = name_at(part.tree.tokens[part.head].span)
    mention = _mention_at(name, part.tree.tokens[part.head].span) if name else None
    mentions = [mention] if mention else []
    return any(
        _MORE.match(each.article.text[each.end : each.end + 20]) and _region_behind(each) is None for each in mentions
    )


def _mention_at(name: Name, span: Span) -> Span | None:
    """The mention of a name that a token belongs to."""
    at = bisect_right(name.mentions, span.start, key=lambda mention: mention.start) - 1
    return name.mentions[at] if at >= 0 and name.mentions[at].overlaps(span) else None


def _was_just_named(tree: Tree, name: Name) -> bool:
    """Whether a person is named in this sentence or in the one before it: further back, somebody else may be meant."""
    span = tree.sentence.span
    before = tree_at(span.article.span(max(0, span.start - 2), span.start)) if span.start > 1 else None
    start = before.sentence.span.start if before else span.start
    return any(start <= mention.start < span.end for mention in name.mentions)


def _named(tree: Tree, tokens: list[int]) -> Name | None:
    """The name that some tokens are, with what may stand before it."""
    for index in reversed(tokens):
        name = name_at(tree.tokens[index].span)
        mention = _mention_at(name, tree.tokens[index].span) if name else None
        if name and mention:
            return name if _is_all_of(tree, tokens, mention, name) else None
    return None


def _is_all_of(tree: Tree, tokens: list[int], mention: Span, name: Name) -> bool:
    own = [each for each in tokens if mention.contains(tree.tokens[each].span)]
    rest = [each for each in tokens if each not in own]
    region = _region_behind(mention) if name.kind != PERSON else None
    if region is not None:
        rest = [each for each in rest if not region.contains(tree.tokens[each].span) and tree.tokens[each].form != ","]
    if not own or any(each > own[0] for each in rest):
        return False
    if name.kind == PERSON:
        return all(
            tree.tokens[each].upos not in _NOT_IN_A_TITLE and tree.tokens[each].form.lower() not in ("a", "an")
            for each in rest
        )
    return all(tree.tokens[each].form.lower() == "the" for each in rest)


def _asking(part: Constituent, kind: str, asked: str) -> str:
    """The words that ask for a part; empty where it cannot be asked for."""
    if kind == "city" and part.role != "adjunct":
        return ""  # "Moscow" is as often a government as a city
    if part.role == "subject":
        return "who" if asked == "whom" else asked
    if part.role in ("object", "indirect object"):
        return asked
    allowed = _PREPOSITIONS.get(kind, _PREPOSITIONS[""])
    return f"{part.marker_text} {asked}" if part.role == "adjunct" and part.marker_text in allowed else ""
