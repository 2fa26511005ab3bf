"""Resolves bare descriptions: "the bank" for Bank of Orra, "the city" in an article about a city.

Each rule was tested on the coreference of the training documents of GUM: names that a description repeats were right in
27 of 28 cases, nouns that the article gives a name by "is a" or after a comma in 20 of 21, the place in the title in 31
of 32, the only city or country nearby in 13 of 13. Next: `coreference`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizengine.language.discourse.antecedents import (
    Anaphor,
    Candidate,
    DiscourseModel,
    Place,
    antecedent_candidates,
    discourse_model,
    is_bare_description,
)
from quizengine.language.names import Name, names_in
from quizengine.language.names.places import place_type
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article, cache_per_article

_COMMON = word_set("city town sea state country government year day world movie film project")
"""Nouns that end many names: "the city" need not be the one whose name ends in City."""
_SORTS_OF_PLACES = {
    "city": frozenset({"city", ""}), "town": frozenset({"city", ""}), "country": frozenset({"country"}),
    "nation": frozenset({"country"}), "state": frozenset({"state"}),
}  # fmt: skip
"""Nouns with the sorts of place that they may mean where the title names one place."""
_MOST_WORDS_OF_A_TITLE = 4
_NEAR = 2
"""Sentences back in which a country or a city counts."""
_ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth)) \Z", re.IGNORECASE)
_BEFORE_A_NAME = 8  # any number that the longest of these words fits into with a blank on either side
"""Characters."""


@dataclass(frozen=True)
class _Nouns:
    """The nouns in the singular by which an article describes its names, and its other uses of those nouns."""

    told: Mapping[str, frozenset[str]]
    """The full names that are said to be a bank, by "bank"."""
    ends_of_names: Mapping[str, frozenset[str]]
    """The full names with "Bank" as their head, by "bank"."""
    of_several: frozenset[str]
    """Nouns that are in the plural somewhere, or with words that say which one is meant."""
    by_full: Mapping[str, Name]


def described_name(where: DiscourseModel, anaphor: Anaphor) -> Name | None:
    """The name that a bare description means; None if no rule tells, or several names fit."""
    near = antecedent_candidates(where, anaphor)
    parts = _as_part_of_the_name(where, anaphor, near)
    fitting = [one.name for one in parts if one.name.certain and not _is_numbered(one.name)]
    if fitting:
        return fitting[0] if len(fitting) == 1 else None
    token = where.trees[anaphor.sentence].tokens[anaphor.token]
    article, noun = token.span.article, token.lemma.lower()
    nouns = _nouns(article)
    for rule in (_told, _only_one_so_named, _topical_place):
        found = rule(article, nouns, noun)
        if found is not None and found.certain and _is_known_by_then(found, token.span.start):
            return found
    return None if noun in nouns.told else _place_nearby(anaphor, near, noun)


def _is_known_by_then(name: Name, start: int) -> bool:
    """True if an article has named something before an offset, and does so again or in its title: no slip of a list."""
    article = name.mentions[0].article
    if _is_numbered(name):
        return False
    again = len(name.mentions) > 1 or (article.title is not None and name.full in article.title.text)
    return again and name.mentions[0].start < start


def _is_numbered(name: Name) -> bool:
    """True if a number before a name says which of several it is: the Congressional District of "the 1st" one."""
    text = name.mentions[0].article.text
    return any(_ORDINAL.search(text[max(0, span.start - _BEFORE_A_NAME) : span.start]) for span in name.mentions)


def _as_part_of_the_name(where: DiscourseModel, anaphor: Anaphor, near: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names shortly before that a description repeats: "the bank" for Bank of Orra, "the senator" by office."""
    noun = where.trees[anaphor.sentence].tokens[anaphor.token].lemma.lower()
    for one in near:
        words = one.name.full.casefold().split()
        named = len(words) > 1 and _head(words) == noun and noun not in _COMMON
        rival = named and _is_one_of_several(where, one, anaphor, noun)
        if (named or noun in one.name.offices) and not rival and not _speaks_of_another(where, one.last, anaphor, noun):
            yield one


def _is_one_of_several(where: DiscourseModel, one: Candidate, anaphor: Anaphor, noun: str) -> bool:
    """Return whether an article has another name with the same noun that may be meant: two treaties.

    A name in the same sentence or the one before is meant, where no other with that noun is there.
    """
    article = where.trees[anaphor.sentence].sentence.span.article
    others = _nouns(article).ends_of_names.get(noun, frozenset()) - {one.name.full}
    if not others or one.last.sentence < anaphor.sentence - 1:
        return bool(others)
    near = where.places[one.last.sentence : anaphor.sentence + 1]
    return any(place.name.full in others for places in near for place in places)


def _head(words: list[str]) -> str:
    return words[0] if "of" in words else words[-1]


def _speaks_of_another(where: DiscourseModel, last: Place, anaphor: Anaphor, noun: str) -> bool:
    """Return whether the same noun stands for something else between a name and a description: "a prize committee"."""
    for number in range(last.sentence, anaphor.sentence + 1):
        tree = where.trees[number]
        start = last.token + 1 if number == last.sentence else 0
        end = anaphor.token if number == anaphor.sentence else len(tree.tokens)
        for index in range(start, end):
            token = tree.tokens[index]
            if token.upos == "NOUN" and token.lemma.lower() == noun and not is_bare_description(tree, index):
                return True
    return False


def _place_nearby(anaphor: Anaphor, near: Sequence[Candidate], noun: str) -> Name | None:
    """The one well-known country, city or state in the sentence and the two before it, for "the country"."""
    sorts = _SORTS_OF_PLACES.get(noun, frozenset()) - {""}
    names_near = [one.name for one in near if anaphor.sentence - one.last.sentence <= _NEAR] if sorts else []
    fitting = [name for name in names_near if name.kind == "place" and place_type(name.full) in sorts]
    return fitting[0] if len(fitting) == 1 and fitting[0].certain else None


def _told(article: Article, nouns: _Nouns, noun: str) -> Name | None:
    """The one name that is said to be a bank."""
    return _only(nouns, nouns.told.get(noun, frozenset()))


def _only_one_so_named(article: Article, nouns: _Nouns, noun: str) -> Name | None:
    """The one name whose head is the noun, which the article uses of nothing else."""
    if noun in _COMMON or noun in nouns.of_several:
        return None
    return _only(nouns, nouns.ends_of_names.get(noun, frozenset()))


def _topical_place(article: Article, nouns: _Nouns, noun: str) -> Name | None:
    """The one place in a short title, where the noun fits its sort."""
    title = " ".join(article.title.text.split()) if article.title else ""
    if noun not in _SORTS_OF_PLACES or not title or len(title.split()) > _MOST_WORDS_OF_A_TITLE:
        return None
    places = {full for full, name in nouns.by_full.items() if name.kind == "place" and full in title}
    found = _only(nouns, frozenset(places))
    return found if found is not None and place_type(found.full) in _SORTS_OF_PLACES[noun] else None


def _only(nouns: _Nouns, found: frozenset[str]) -> Name | None:
    return nouns.by_full[next(iter(found))] if len(found) == 1 else None


@cache_per_article
def _nouns(article: Article) -> _Nouns:
    where = discourse_model(article)
    uses: Counter[str] = Counter()
    for tree in where.trees:
        for index, token in enumerate(tree.tokens):
            if token.upos == "NOUN" and not (token.xpos == "NN" and is_bare_description(tree, index)):
                uses[token.lemma.lower()] += 1
    told: dict[str, set[str]] = defaultdict(set)
    for tree, places in zip(where.trees, where.places, strict=True):
        for place in places:
            for index, by_comma in _said_to_be(tree, place):
                noun = tree.tokens[index].lemma.lower()
                if place.name.certain and place.name.kind != "person" and not (by_comma and uses[noun] > 1):
                    told[noun].add(place.name.full)
    ends: dict[str, set[str]] = defaultdict(set)
    every = {name.full: name for name in names_in(article)}
    for full in every:
        words = full.casefold().split()
        if len(words) > 1:
            ends[_head(words)].add(full)
    return _Nouns(_frozen(told), _frozen(ends), frozenset(uses), every)


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {noun: frozenset(found) for noun, found in sets.items()}


def _said_to_be(tree: Tree, place: Place) -> Iterator[tuple[int, bool]]:
    """The nouns that a sentence gives a name: "Orra is a city", "Orra, a city by the sea" (by a comma)."""
    token = tree.tokens[place.token]
    for child in tree.dependents(place.token, "appos"):
        if tree.tokens[child].xpos == "NN":
            yield child, True
    noun = token.head
    if noun < 0 or not is_a(token.relation, "nsubj") or tree.tokens[noun].xpos != "NN":
        return
    article = tree.dependent(noun, "det")
    says_is = article is not None and tree.dependent(noun, "cop") is not None
    if says_is and article is not None and tree.tokens[article].form.lower() in ("a", "an", "the", "one"):
        yield noun, False
