"""The name in a quotation that carries its sense: taken out, and offered among others of its kind."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quizengine import Fact, Span, per_facts
from quizengine.language.names import Name, mentioned_from, names
from quizengine.language.names.given_names import is_given_name
from quizengine.language.names.places import Sort, sort_of_place, takes_the
from quizengine.language.names.titles import is_role_noun, is_title
from quizengine.language.word_lists import phrases
from quizengine_quote_attribution.candidates import speakers
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.shown import spoken_by_name

BLANK = "____"
_MOST_RIVALS = 100
"""So many names are enough to draw three wrong ones from; an article of some pages has fewer."""
_GENDERED = re.compile(r"(?i)\b(?:he|him|his|she|hers?|Mrs?|Ms|Miss)\b")
_ONE_PLACE = tuple(
    map(
        phrases,
        (
            "u.s.|us|u.s.a.|usa|united states|united states of america|america|washington",
            "u.k.|uk|united kingdom|britain|great britain|england|london",
            "russia|moscow|soviet union",
            "china|beijing",
            "north korea|pyongyang",
            "south korea|seoul",
            "ukraine|kyiv|kiev",
            "france|paris",
            "germany|berlin",
            "japan|tokyo",
            "iran|tehran",
            "israel|jerusalem",
            "india|delhi|new delhi",
            "syria|damascus",
            "iraq|baghdad",
            "afghanistan|kabul",
            "turkey|ankara",
            "e.u.|eu|europe|brussels",
        ),
    )
)
"""Names that may stand for one another: a country, its short forms and its capital."""


@dataclass(frozen=True)
class Gap:
    """A name that stands once in the words shown, and others of its kind, the most often mentioned first."""

    words: str
    others: tuple[str, ...]


def gap_in(
    quotation: Quotation, shown: str, speaking: Collection[str], rivals: Mapping[str, Sequence[Name]]
) -> Gap | None:
    """The first name in the words shown that others of the article may be mistaken for; None where there is none.

    For somebody who is spoken of and does not speak, those who do not speak either come first. `rivals` are the names
    that others may be mistaken for, by kind.
    """
    article = quotation.speaker.article
    inside = (pair for piece in quotation.quote for pair in mentioned_from(article, piece.start, piece.end))
    for span, name in inside:
        if _may_be_gap(name, span) and _stands_once(name, span.text, shown):
            others = [other for other in rivals.get(name.kind, ()) if _may_be_mistaken(other, name, shown)]
            others = [other for other in others if other.full != quotation.name]
            speaks = name.full in speaking
            others.sort(key=lambda other: (not speaks and other.full in speaking, -len(other.mentions)))
            return Gap(span.text, tuple(dict.fromkeys(_like(other, span.text, name) for other in others)))
    return None


@per_facts
def rivals(facts: Sequence[Fact]) -> dict[str, list[Name]]:
    """The names of an article by kind: of very many only those mentioned most, who speak and who do not."""
    article = next((fact.speaker.article for fact in facts if isinstance(fact, Quotation)), None)
    groups: dict[tuple[str, bool], list[Name]] = defaultdict(list)
    speaking = speakers(facts)
    for name in names(article) if article else ():
        groups[name.kind, name.full in speaking].append(name)
    kept: dict[str, list[Name]] = defaultdict(list)
    for (kind, _), known in groups.items():
        kept[kind] += sorted(known, key=lambda name: -len(name.mentions))[:_MOST_RIVALS]
    return {kind: sorted(known, key=lambda name: name.mentions[0].start) for kind, known in kept.items()}


def with_blank(shown: str, words: str) -> str:
    """The words shown with a blank for the name."""
    return re.sub(rf"\b{re.escape(words)}\b", BLANK, shown)


def _stands_once(name: Name, words: str, shown: str) -> bool:
    """Whether the words stand once and nothing beside them holds another part of the name."""
    once = len(re.findall(rf"\b{re.escape(words)}\b", shown)) == 1
    return once and not (name.kind == "person" and spoken_by_name(shown.replace(words, " "), name.full))


def _may_be_gap(name: Name, mention: Span) -> bool:
    """Whether this is a person in full or by surname, or a place that everybody knows without ", D.C." after it.

    Not after a title ("Mrs. Abel"), which tells the others apart, nor in brackets, which the article put there.
    """
    text = mention.article.text
    before = text[max(0, mention.start - 30) : mention.start].split()
    if text[mention.start - 1 : mention.start] == "[" or (before and _leads_name(before[-1].lstrip("“‘\"'(["))):
        return False
    if name.kind == "place":
        return bool(sort_of_place(name.full)) and not re.match(r",\s[A-Z]", text[mention.end : mention.end + 3])
    return _is_somebody(name) and mention.text in (name.full, name.surname)


def _leads_name(word: str) -> bool:
    return word[:1].isupper() and is_title(word)


def _is_somebody(name: Name) -> bool:
    """Whether a name is a person's for certain: of two words or more, with a given name that is one."""
    tokens = name.full.split()
    known = is_given_name(tokens[0]) or bool(name.pronoun)
    return name.kind == "person" and name.certain and 2 <= len(tokens) <= 4 and known and not is_role_noun(tokens[-1])


def _may_be_mistaken(other: Name, name: Name, shown: str) -> bool:
    if other.kind != name.kind or not other.certain or other.full == name.full:
        return False
    both = {other.full.casefold(), name.full.casefold()}
    if any(both <= group for group in _ONE_PLACE) or _likeness(other) != _likeness(name):
        return False
    if name.kind == "person" and not _is_somebody(other):
        return False
    if name.kind == "person" and _GENDERED.search(shown) and other.pronoun not in (name.pronoun, ""):
        return False
    if other.surname in shown:
        return False
    return not any(form in shown or form in name.full or name.full in form for form in other.forms)


def _likeness(name: Name) -> tuple[Sort, bool]:
    """What all options must share, so that grammar leaves none out: the sort of a place, and whether it takes "the"."""
    return (sort_of_place(name.full), takes_the(name.full)) if name.kind == "place" else ("", False)


def _like(other: Name, words: str, name: Name) -> str:
    """The other name in the form that the gap has: a surname for a surname, the full name for a full name."""
    return other.surname if name.kind == "person" and words == name.surname else other.full
