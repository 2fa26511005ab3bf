"""An index of the bearers of names in an article, by the last word of their names, to look up short forms.

Next: `quizengine.language.names.bearers`, which decides who is meant.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from quizengine.language.names.given_names import is_given_name, same_given_name
from quizengine.language.names.mentions import Mention
from quizengine.language.names.name_forms import form_key, initials_of, plain_core, same_person, without_suffixes
from quizengine.language.names.relatives import is_told_beside, is_told_of_kinship
from quizengine.language.word_lists import plain_form

Kind = Literal["person", "organisation", "place", "other"]
Words = tuple[str, ...]

MOST_NAMESAKES = 20
"""The most people of one name among whom a short form can identify one; comparing only some bounds the work."""


@dataclass
class Bearer:
    """Somebody or something named, while its mentions are gathered."""

    tokens: Words
    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    certain: bool = True
    starts: list[int] = field(default_factory=list)
    """The offsets at which the mentions begin, in order."""
    stands_inside: bool = False
    """True if a mention is where its capital says something: not at the start of a sentence."""
    place: int = 0
    """The place among the people, in the order in which they were found."""
    forms: set[Words] = field(default_factory=set)
    """The cores of the forms that the mentions have."""

    def add(self, mention: Mention) -> None:
        """Take one more mention."""
        self.mentions.append(mention)
        insort(self.starts, mention.span.start)
        self.forms.add(plain_core(mention.tokens))
        self.stands_inside = self.stands_inside or not mention.starts_sentence
        if "first_short" in self.__dict__ and self._is_short(mention):
            self.first_short = min(self.first_short, float(mention.span.start))

    @cached_property
    def first_short(self) -> float:
        """The offset of the first mention that is shorter than the full name; beyond the text where there is none."""
        return min((m.span.start for m in self.mentions if self._is_short(m)), default=float("inf"))

    def _is_short(self, mention: Mention) -> bool:
        return len(without_suffixes(mention.tokens)) < len(without_suffixes(self.tokens))


class People:
    """The people of an article, by surname while they are gathered, and by every part of a name then."""

    def __init__(self, title: Collection[str]) -> None:
        self._title = title
        self.all: list[Bearer] = []
        self._by_last: dict[str, list[Bearer]] = defaultdict(list)
        self._by_key: dict[str, Bearer] = {}

    def gather(self, mention: Mention) -> None:
        """Add a full form to the person who bears it, or begin a new one."""
        alike = self._by_last[plain_core(mention.tokens)[-1]]
        known = self._by_key.get(form_key(mention.tokens)) if len(alike) > MOST_NAMESAKES else None
        bearer = known or self._who_has_the_form(mention, alike[:MOST_NAMESAKES])
        if bearer is None:
            bearer = self.begin(mention.tokens)
            self._by_key[form_key(mention.tokens)] = bearer
        elif len(" ".join(mention.tokens)) > len(" ".join(bearer.tokens)):
            bearer.tokens = mention.tokens
        bearer.add(mention)

    def _who_has_the_form(self, mention: Mention, alike: Sequence[Bearer]) -> Bearer | None:
        """The one to whom a full form belongs: whoever has just this one, or who may, and is told no relative of."""
        found = [one for one in alike if same_person(one.tokens, mention.tokens)]
        same = [one for one in found if plain_core(mention.tokens) in one.forms]
        return next((one for one in same or found if same or not self._is_a_relative(mention, one)), None)

    def _is_a_relative(self, mention: Mention, of: Bearer) -> bool:
        """Return whether another form of a name is a relative's: "Tom Orr was the son of the miller Tom Ruben Orr"."""
        form, known = plain_core(mention.tokens), plain_core(of.tokens)
        if len(form) == len(known):
            return False
        about = {known[0], known[-1]} <= set(self._title)
        return is_told_of_kinship(mention) if about else is_told_beside(mention, of.starts)

    def begin(self, tokens: Words) -> Bearer:
        """Begin a person with this full name."""
        bearer = Bearer(tokens, "person", place=len(self.all))
        self.all.append(bearer)
        self._by_last[plain_core(tokens)[-1]].append(bearer)
        return bearer


class BearerIndex:
    """Everybody and everything named in full, to look up short forms in; names without a person are added to it."""

    def __init__(self, people: Iterable[Bearer], others: Iterable[Bearer]) -> None:
        self._by_end: dict[Words, list[Bearer]] = defaultdict(list)
        self._by_first: dict[str, list[Bearer]] = defaultdict(list)
        self._other_by_end: dict[Words, list[Bearer]] = defaultdict(list)
        self._by_initials: dict[str, Bearer] = {}
        self._organisations: dict[str, list[Bearer]] = defaultdict(list)
        self._given: dict[str, list[str]] = {}
        for bearer in people:
            self.take(bearer)
        for bearer in others:
            self.add(bearer)

    def take(self, bearer: Bearer) -> None:
        """Take up a person with a full name."""
        first = plain_core(bearer.tokens)[0]
        if first not in self._by_first:
            self._given.clear()
        self._by_first[first].append(bearer)
        _put(self._by_end, bearer)

    def add(self, bearer: Bearer) -> None:
        """Take up what is named and is not a person for certain."""
        if len(bearer.tokens) < 2:
            return
        if bearer.kind == "other":
            _put(self._other_by_end, bearer)
        elif bearer.kind == "organisation":
            self._by_initials.setdefault(initials_of(bearer.tokens), bearer)
            self._organisations[plain_form(bearer.tokens[0])].append(bearer)

    def ending_in(self, short: Words) -> list[Bearer]:
        """The people whose full name ends in these words, in order."""
        return self._by_end.get(short, [])

    def who_bear(self, short: Words) -> list[Bearer]:
        """The people of whose name these words are a part, the surname or the given name, in order.

        Of more than MOST_NAMESAKES only some are given, and more than that.
        """
        found = list(self.ending_in(short)[: MOST_NAMESAKES + 1])
        for first in self._first_names(short[0]) if len(short) == 1 else ():
            found += self._by_first[first][: MOST_NAMESAKES + 1]
        return sorted({bearer.place: bearer for bearer in found}.values(), key=lambda bearer: bearer.place)

    def others_ending_in(self, short: Words) -> list[Bearer]:
        """Names of nobody certain that end in these words, and not only at the start of a sentence.

        Of more than MOST_NAMESAKES only some are given, and more than that.
        """
        found: list[Bearer] = []
        for bearer in self._other_by_end.get(short, ()):
            if bearer.stands_inside:
                found.append(bearer)
            if len(found) > MOST_NAMESAKES:
                break
        return found

    def by_initials(self, letters: str) -> Bearer | None:
        """The first organisation with these initials."""
        return self._by_initials.get(letters)

    def organisations_beginning(self, first: str) -> list[Bearer]:
        """The organisations whose name begins with this word."""
        return self._organisations.get(first, [])

    def _first_names(self, short: str) -> list[str]:
        """The first words of people's names that a word may stand for: itself, and Joseph for Joe."""
        if short not in self._given:
            known = [short] if short in self._by_first else []
            if is_given_name(short):
                known += [one for one in self._by_first if is_given_name(one) and same_given_name(short, one)]
            self._given[short] = known
        return self._given[short]


def _put(by_end: dict[Words, list[Bearer]], bearer: Bearer) -> None:
    words = plain_core(bearer.tokens)
    for start in range(len(words)):
        by_end[words[start:]].append(bearer)
