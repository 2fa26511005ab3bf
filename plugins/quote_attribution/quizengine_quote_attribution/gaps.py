"""The name in a quotation that carries its sense: taken out, and offered among others of its kind."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.name_places import Sort, sort_of_place, takes_the
from quizengine.language.names import Name, mentioned_from, names
from quizengine.language.word_lists import phrases
from quizengine_quote_attribution.quotation import Quotation

BLANK = "____"
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


def gap_in(quotation: Quotation, shown: str) -> Gap | None:
    """The first name in the words shown that others of the article may be mistaken for; None where there is none."""
    article = quotation.speaker.article
    inside = (pair for piece in quotation.quote for pair in mentioned_from(article, piece.start, piece.end))
    for span, name in inside:
        if _may_be_gap(name, span) and len(re.findall(rf"\b{re.escape(span.text)}\b", shown)) == 1:
            others = [other for other in names(article) if _may_be_mistaken(other, name, shown)]
            others = [other for other in others if other.full != quotation.name]
            others.sort(key=lambda other: -len(other.mentions))
            return Gap(span.text, tuple(dict.fromkeys(_like(other, span.text, name) for other in others)))
    return None


def with_blank(shown: str, words: str) -> str:
    """The words shown with a blank for the name."""
    return re.sub(rf"\b{re.escape(words)}\b", BLANK, shown)


def _may_be_gap(name: Name, mention: Span) -> bool:
    """Whether this is a person in full or by surname, or a place that everybody knows without ", D.C." after it."""
    if name.kind == "place":
        return bool(sort_of_place(name.full)) and not re.match(
            r",\s[A-Z]", mention.article.text[mention.end : mention.end + 3]
        )
    return name.kind == "person" and name.certain and mention.text in (name.full, name.surname)


def _may_be_mistaken(other: Name, name: Name, shown: str) -> bool:
    if other.kind != name.kind or not other.certain or other.full == name.full:
        return False
    both = {other.full.casefold(), name.full.casefold()}
    if any(both <= group for group in _ONE_PLACE) or _likeness(other) != _likeness(name):
        return False
    if name.kind == "person" and _GENDERED.search(shown) and other.pronoun not in (name.pronoun, ""):
        return False
    return not any(form in shown or form in name.full or name.full in form for form in other.forms)


def _likeness(name: Name) -> tuple[Sort, bool]:
    """What all options must share, so that grammar leaves none out: the sort of a place, and whether it takes "the"."""
    return (sort_of_place(name.full), takes_the(name.full)) if name.kind == "place" else ("", False)


def _like(other: Name, words: str, name: Name) -> str:
    """The other name in the form that the gap has: a surname for a surname, the full name for a full name."""
    return other.surname if name.kind == "person" and words == name.surname else other.full
