"""The place in a quotation that carries its sense: taken out, and offered among others of its sort."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, Span, per_facts
from quizengine.language.names import Name, mentioned_from, names
from quizengine.language.names.places import sort_of_place, takes_the
from quizengine.language.word_lists import phrases
from quizengine_quote_attribution.quotation import Quotation

BLANK = "____"
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
    """A name that stands once in the words shown, and others of its sort, the most often mentioned first."""

    words: str
    others: tuple[str, ...]


def gap_in(quotation: Quotation, shown: str, places: Sequence[Name]) -> Gap | None:
    """The first place in the words shown that others of the article may be mistaken for; None where there is none."""
    article = quotation.speaker.article
    inside = (pair for piece in quotation.quote for pair in mentioned_from(article, piece.start, piece.end))
    for span, name in inside:
        once = len(re.findall(rf"\b{re.escape(span.text)}\b", shown)) == 1
        if once and _may_be_gap(name, span):
            others = (other.full for other in places if _may_be_mistaken(other, name, shown))
            return Gap(span.text, tuple(dict.fromkeys(others)))
    return None


@per_facts
def places(facts: Sequence[Fact]) -> tuple[Name, ...]:
    """The places of an article that everybody knows, the most often mentioned first."""
    article = next((fact.speaker.article for fact in facts if isinstance(fact, Quotation)), None)
    known = [name for name in (names(article) if article else ()) if name.certain and name.kind == "place"]
    return tuple(sorted(filter(lambda name: sort_of_place(name.full), known), key=lambda name: -len(name.mentions)))


def with_blank(shown: str, words: str) -> str:
    """The words shown with a blank for the name."""
    return re.sub(rf"\b{re.escape(words)}\b", BLANK, shown)


def _may_be_gap(name: Name, mention: Span) -> bool:
    """Whether this is a place that everybody knows, without ", D.C." after it, and not in brackets."""
    text = mention.article.text
    known = name.kind == "place" and bool(sort_of_place(name.full))
    return known and text[mention.start - 1] != "[" and not re.match(r",\s[A-Z]", text[mention.end : mention.end + 3])


def _may_be_mistaken(other: Name, name: Name, shown: str) -> bool:
    """Whether a place is another one of the same sort, that takes "the" likewise and does not stand in the words."""
    both = {other.full.casefold(), name.full.casefold()}
    if other.full == name.full or any(both <= group for group in _ONE_PLACE):
        return False
    alike = (sort_of_place(other.full), takes_the(other.full)) == (sort_of_place(name.full), takes_the(name.full))
    return alike and not any(form in shown or form in name.full or name.full in form for form in other.forms)
