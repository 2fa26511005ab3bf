"""The kind of each name, by its own words or else by how the article uses it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from quizengine.language.names.kinds import PLACE_LEADS, is_acronym, kind_by_words
from quizengine.language.names.mentions import Mention
from quizengine.language.names.name_forms import form_key, surname_stands_first, without_suffixes
from quizengine.language.names.places import is_place
from quizengine.language.names.titles import NAME_SUFFIXES, is_role_noun
from quizengine.language.reporting import verb_forms
from quizengine.language.word_lists import plain_form, word_set

KindOrNone = Literal["person", "organisation", "place", "other", ""]

_PERSONAL = "|".join(sorted(verb_forms("of a person")))
_SPEAKS = re.compile(
    rf"(?:\s\([^()]{{1,30}}\))?,?\s(?:(?:also|later|then|who|who has|has|had|himself|herself)\s)*(?:who|{_PERSONAL})\b"
    r"|,\s\d\d,"
)
_SAID_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(verb_forms('before the speaker')))})\s\Z")
_PLACED = re.compile(
    r"\b(?:in|at|near|across|throughout|outside|toward|towards|northern|southern|eastern|western|downtown)\s\Z"
)
_APPOSITION = re.compile(r",\s(?:an?|the|its|their|his|her|[\w’'-]+[’']s)\s(?P<words>[^,.;]{2,50})[,.;]")
_PARTS_OF_PLACES = word_set(
    """
    north south east west northern southern eastern western north-east north-west south-east south-west central greater
    inner outer upper lower mid downtown metropolitan old new imperial occupied
    """
)
"""Words before a place that make a part of it: "Inner London"."""
_LIVED = re.compile(
    r"\s\((?:[^()]{0,160}[\s;])?(?:born\s|(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2},)\s\d{3,4}\s?[–—-])"
)
"""A date of birth after a name: "(born June 11, 1988)", "(25 October 1811 – …"."""
_DESCRIBED = re.compile(r",\s(?:an?|the|who|whose)\s")


def kinds_of(found: Sequence[Mention]) -> dict[str, KindOrNone]:
    """The kind of each form, by its key; empty if neither its words nor its use tells."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[form_key(mention.tokens)].append(mention)
    alone = dict(sorted(_alone(found)))
    known = known_people(found)
    surnames = frozenset(other.split()[-1] for other in known)
    return {key: _kind(key, group, alone, known, surnames) for key, group in groups.items()}


def known_people(found: Sequence[Mention]) -> frozenset[str]:
    """The keys of those names that are people's by their own words: Joe Biden, George W. Bush."""
    return frozenset(
        form_key(mention.tokens)
        for mention in found
        if 1 < len(without_suffixes(mention.tokens)) <= 3 and kind_by_words(mention.tokens) == "person"
    )


def without_lead(mention: Mention, known: frozenset[str]) -> Mention:
    """The mention without words before a name that is elsewhere without them: "Mayor Thinks Ruth Abel".

    Whoever has a life after the name, or is the article's title by the first word and the last, has all of its words.
    """
    if _is_whole(mention):
        return mention
    for first in range(1, len(mention.tokens) - 1):
        tokens = mention.tokens[first:]
        if form_key(tokens) in known and form_key(mention.tokens) not in known:
            span = mention.span
            start = span.start + span.text.rfind(tokens[0])
            return replace(mention, tokens=tokens, span=span.article.span(start, span.end), titles="")
    return mention


def _is_whole(mention: Mention) -> bool:
    article = mention.span.article
    ends = rf"\b{re.escape(mention.tokens[0])} {re.escape(mention.tokens[-1])}\b"
    title = article.title.text if article.title else ""
    titled = mention.tokens[0] in title and re.search(ends, title) is not None
    return titled or _LIVED.match(article.text, mention.span.end) is not None


def _alone(found: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    """The last words of short forms, with how much each tells of a person where it ends a longer name.

    News writing names people in full first and by surname then; what speaks like that is a person.
    """
    first: dict[str, bool] = {}
    for mention in found:
        short = len(without_suffixes(mention.tokens)) == 1 or mention.tokens[0].islower()
        last = plain_form(without_suffixes(mention.tokens)[-1])
        introduced = not first.setdefault(last, short)
        speaks = introduced and _personal(mention) > 1
        if short and (speaks or mention.titles or not mention.starts_sentence):
            yield last, 1 + (speaks or bool(mention.titles))


def _kind(
    key: str, group: Sequence[Mention], alone: dict[str, int], known: frozenset[str], surnames: frozenset[str]
) -> KindOrNone:
    tokens = group[0].tokens
    told = kind_by_words(tokens)
    if told == "person" and len(tokens) > 2 and " ".join(key.split()[:2]) in known:
        return "person" if plain_form(tokens[-1]) in NAME_SUFFIXES else "other"  # "Ruth Abel Wins" is not a person
    if told and not (told == "place" and (any(map(_has_office, group)) or _may_have_a_place_for_surname(tokens))):
        return told
    surname = plain_form(without_suffixes(tokens)[-1])
    taken = surname in surnames  # then "Absent Abel" is mostly no second Abel
    return _kind_by_use(group, 0 if taken and len(group) == 1 else alone.get(surname, 0))


def _may_have_a_place_for_surname(tokens: tuple[str, ...]) -> bool:
    """Return whether a name that ends in a place may be a person's with a rare given name: "Quillon London"."""
    first = plain_form(tokens[0])
    whole = is_place(" ".join(tokens)) or first in PLACE_LEADS | _PARTS_OF_PLACES or is_acronym(tokens[0])
    return len(tokens) > 1 and is_place(tokens[-1]) and not whole


def _kind_by_use(group: Sequence[Mention], short_form: int) -> KindOrNone:
    tokens = group[0].tokens
    alone = len(without_suffixes(tokens)) == 1  # companies speak, too: "Acme said" makes nobody a person
    person = sum(map(_described if alone else _personal, group))
    if len(tokens) > 1 and not tokens[-1][0].isdigit():
        person += short_form
        person += 2 * surname_stands_first(tokens)
        person += 2 * any(len(token) == 2 and token[1] == "." for token in tokens[:-1])
    place = sum(bool(_PLACED.search(_before(mention))) for mention in group)
    if person > max(1, place):
        return "person"
    if place:
        return "place"
    return "" if len(tokens) == 1 else "other"


def _personal(mention: Mention) -> int:
    """Return how much one mention tells of a person."""
    span = mention.span
    before, after = _before(mention), span.article.text[span.end : span.end + 260].replace("\r\n", " ")
    score = 3 * _has_office(mention) + 2 * bool(_SPEAKS.match(after))
    score += 2 * bool(_LIVED.match(after))
    score += bool(_DESCRIBED.match(after)) + bool(_SAID_BEFORE.search(before)) + _in_apposition(after)
    return score - 2 * (before.endswith(("the ", "The ")) and not mention.titles)


def _in_apposition(after: str) -> int:
    """2 where a role noun follows between commas: "Xi Chen, the ferry’s captain,"."""
    found = _APPOSITION.match(after)
    return 2 * bool(found and any(is_role_noun(word) for word in found["words"].split()))


def _described(mention: Mention) -> int:
    """Return how much one mention tells of a person, the verbs of saying apart."""
    return 3 * _has_office(mention) + _in_apposition(
        mention.span.article.text[mention.span.end : mention.span.end + 60]
    )


def _has_office(mention: Mention) -> bool:
    return bool(mention.titles) and is_role_noun(mention.titles.split()[-1])


def _before(mention: Mention) -> str:
    start = mention.span.start
    return mention.span.article.text[max(0, start - 20) : start].replace("\r\n", " ")
