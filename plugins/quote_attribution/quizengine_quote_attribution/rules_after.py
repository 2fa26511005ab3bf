"""Rules for what follows a quotation: “…,” Austin said · “…,” said Austin · “…,” according to Austin."""

import re

from quizengine.language.names import Name
from quizengine_quote_attribution.cue_words import BARE, FINITE, SAYING, WORD, stands_as_noun
from quizengine_quote_attribution.doubts import is_doubtful
from quizengine_quote_attribution.noun_phrases import mentions_between, subject_after, subject_from
from quizengine_quote_attribution.places import Attribution, Place

_NO_CLAUSE = re.compile(r"\s*(?:[.,;:)—–]|\Z|(?:in|on|at|of|to|about|during|last|this|again)\b|[A-Z][a-z]+day\b)")
_SIGNATURE = re.compile(
    r"\s*(?:[—–]|--?)\s?(?P<name>[^\W\d_][^\n,.;:“”\"()]{2,50}?(?:\.[^\n,.;:“”\"()]{2,30})?)(?=\s*\.?\s*(?:[,(\n]|\Z))"
)
_ACCORDING_AFTER = re.compile(r",?\s*(?P<cue>according to) (?P<who>[^“”\";]+?)\s*(?=[,.;]?\s*\Z|, )")


def name_then_verb(place: Place) -> Attribution | None:
    """“…,” Lloyd Austin said; “…?” the U.S. defense secretary, Lloyd Austin, asked."""
    start, end = _clause(place)
    if start is None or _opens_inverted(place.article.text, start):
        return None
    for number, word in enumerate(WORD.finditer(place.article.text, start, end)):
        if number > 45:
            return None
        if number and _is_finite(word[0], place) and not stands_as_noun(place.article.text, word):
            if place.is_inside and not _ends_clause(place.article.text, word.end()):
                return None
            cue = place.article.span(*word.span())
            subject = subject_from(place.article, start, word.start())
            sure = subject and not is_doubtful(place.article, start, cue)
            return Attribution(subject, cue, "name-then-verb") if subject and sure else None
    return None


def verb_then_name(place: Place) -> Attribution | None:
    """“…,” said Lloyd Austin."""
    start, end = _clause(place)
    if start is None:
        return None
    word = WORD.match(place.article.text, start, end)
    if word and word[0].casefold() in ("also", "then", "later") and word[0].islower():
        word = WORD.match(place.article.text, word.end() + 1, end)
    if not word or word[0] not in SAYING:
        return None
    subject = subject_after(place.article, word.end(), end)
    return Attribution(subject, place.article.span(*word.span()), "verb-then-name") if subject else None


def any_verb(place: Place) -> Attribution | None:
    """“…,” Austin chirped: after a comma, whatever verb stands right after a name."""
    start, end = _clause(place)
    if start is None or not place.expects_cue:
        return None
    text = place.article.text
    for span, name in mentions_between(place.article, start, end)[:3]:
        verb = re.compile(r"\s(?:[a-z]+ly\s)?([a-z]+ed\b|[a-z]+[^s\W]s(?=[.,;]))").match(text, span.end)
        if verb and _may_speak(name) and subject_from(place.article, start, span.end) == span:
            cue = place.article.span(*verb.span(1))
            return None if is_doubtful(place.article, start, cue) else Attribution(span, cue, "any-verb")
    inverted = re.compile(r"([a-z]+ed)\s").match(text, start)
    if inverted:
        subject = subject_after(place.article, inverted.end(1), end)
        if subject and text[subject.start].isupper():
            return Attribution(subject, place.article.span(*inverted.span(1)), "any-verb")
    return None


def according_after(place: Place) -> Attribution | None:
    """“…,” according to Wi."""
    article, start = place.article, place.after.start
    found = _ACCORDING_AFTER.match(place.after.text)
    if found is None or not place.expects_cue:
        return None
    subject = subject_from(article, start + found.start("who"), start + found.end("who"))
    cue = article.span(start + found.start("cue"), start + found.end("cue"))
    return Attribution(subject, cue, "according-to") if subject else None


def signed(place: Place) -> Attribution | None:
    """“…” — Ruth Abel, at the end of a line or in the next paragraph."""
    article = place.article
    found = _SIGNATURE.match(article.text, place.quoted.end)
    if found is None or place.quoted.last_character == ",":
        return None
    start, end = found.span("name")
    for span, name in mentions_between(article, start, end):
        if span.end == end and _may_speak(name) and subject_from(article, start, end) == span:
            return Attribution(span, None, "signed")
    return None


def _ends_clause(text: str, at: int) -> bool:
    """Whether no clause follows a verb: then the words before it, not those after it, are what was said."""
    return bool(_NO_CLAUSE.match(text, at))


def _may_speak(name: Name) -> bool:
    return name.kind in ("person", "organisation")


def _opens_inverted(text: str, start: int) -> bool:
    """Whether a verb of saying comes first: “…,” said Ruth Abel, who writes about ships."""
    word = WORD.match(text, start)
    return word is not None and word[0] in SAYING


def _clause(place: Place) -> tuple[int | None, int]:
    """Where the words begin that may attribute the quotation before them; None where none can."""
    after = place.after
    last = place.quoted.last_character
    if not (place.expects_cue or last in "?!…" or (last == "." and _short(after.text))):
        return None, after.end
    opening = re.match(r"\s*[,—–-]*\s*", after.text)
    start = after.start + (opening.end() if opening else 0)
    return (start, after.end) if start < after.end else (None, after.end)


def _short(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:[\w.’'-]+\s){0,4}(?:said|says|added|wrote|asked)(?:\s[\w.’'-]+){0,3}\.?\s*", text))


def _is_finite(word: str, place: Place) -> bool:
    return word in FINITE or (place.expects_cue and word in BARE)
