"""The people, organisations and places that an article names, each with every mention.

"Austin" is "Lloyd J. Austin III" because only one person in the article has that name; if two have it, the short form
goes to the one it was used for before, or to nobody.

Next: `mentions`, which finds the mentions, and `bearers`, which sorts them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from quizengine.language.names.bearer_index import Bearer
from quizengine.language.names.bearers import bearers, full_form
from quizengine.language.names.kind_choice import Kind, classify_name
from quizengine.language.names.name_forms import surname_of, years_beside
from quizengine.language.names.opening_person import opening_name
from quizengine.language.names.roles import first_role, gender_of, offices_of
from quizengine.text.article import Article, Span, cache_per_article


@dataclass(frozen=True)
class Name:
    """Somebody or something that an article names."""

    full: str
    """The fullest form in the article, without titles: "Lloyd J. Austin III"; of whom it introduces, the title's."""
    kind: Kind
    mentions: tuple[Span, ...]
    """Every mention in the body, short forms too, in order; titles and possessive endings are not part of them."""
    role: str = ""
    """The words by which the article describes it: "U.S. Defense Secretary"; or empty."""
    pronoun: Literal["he", "she", ""] = ""
    """The pronoun for a person, where a title or a given name tells."""
    offices: frozenset[str] = frozenset()
    """The nouns that the article calls a person by, abbreviations written out: "senator", "spokesman"."""
    sure_kind: bool = False
    """The kind may be relied on, so that names of the same kind can be beside this one as options."""
    certain: bool = True
    """False for a short form that several bear, when the article does not tell which of them is meant."""
    introduced: bool = False
    """The title names this person and the first sentence says who they are, as a life begins."""

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The different forms that the article uses, the fullest first."""
        return tuple(dict.fromkeys([self.full, *(" ".join(mention.text.split()) for mention in self.mentions)]))

    @property
    def dated_forms(self) -> tuple[str, ...]:
        """The name with the one year that the article gives it: "Grain Act of 1715" and "1715 Grain Act"."""
        if self.kind in ("person", "place", "organisation"):
            return ()
        years = years_beside(self.full, self.mentions[0].article.text)
        return (f"{self.full} of {years[0]}", f"{years[0]} {self.full}") if len(years) == 1 else ()

    @cached_property
    def surname(self) -> str:
        """The short form that the article uses, or would use, for a person; the whole name for anything else."""
        return surname_of(self.full, self.forms) if self.kind == "person" else self.full


@cache_per_article
def names_in(article: Article) -> tuple[Name, ...]:
    """Everything that the body names, in order of first mention."""
    return tuple(_name(article, bearer) for bearer in bearers(article))


def name_at(span: Span) -> Name | None:
    """The name with a mention that overlaps the span; the first one where several do."""
    starts, found = _by_start(span.article)
    at = max(bisect_right(starts, span.start) - 1, 0)
    return next((name for mention, name in found[at : at + 2] if mention.overlaps(span)), None)


def namesakes(name: Name) -> tuple[Name, ...]:
    """The other people of the article whose surname is the same."""
    alike = _by_surname(name.mentions[0].article).get(name.surname.casefold(), ())
    return tuple(other for other in alike if other.full != name.full)


@cache_per_article
def _by_surname(article: Article) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        if name.kind == "person":
            found[name.surname.casefold()].append(name)
    return found


def is_mention(span: Span, name: Name) -> bool:
    """Return whether a span is one of the mentions of a name."""
    at = bisect_left(name.mentions, span.start, key=lambda mention: mention.start)
    return name.mentions[at : at + 1] == (span,)


def name_by_full_form(article: Article, full: str) -> Name | None:
    """The first certain name with this fullest form."""
    return _by_full(article).get(full)


@cache_per_article
def _by_full(article: Article) -> dict[str, Name]:
    return {name.full: name for name in reversed(names_in(article)) if name.certain}


@cache_per_article
def name_mentions(article: Article) -> tuple[tuple[Span, Name], ...]:
    """Every mention with its name, in order of the text."""
    pairs = [(mention, name) for name in names_in(article) for mention in name.mentions]
    return tuple(sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end)))


def mentions_between(article: Article, start: int, end: int) -> tuple[tuple[Span, Name], ...]:
    """Every mention that begins within two offsets, with its name, in order."""
    starts, found = _by_start(article)
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


@cache_per_article
def _by_start(article: Article) -> tuple[list[int], tuple[tuple[Span, Name], ...]]:
    found = name_mentions(article)
    return [mention.start for mention, _ in found], found


def _name(article: Article, bearer: Bearer) -> Name:
    spans = tuple(mention.span for mention in bearer.mentions)
    opening = opening_name(article)
    introduced = opening is not None and spans[0] == opening.span
    kind, sure = classify_name(bearer)
    if kind != "person" and not introduced:
        return Name(full_form(bearer), kind, spans, sure_kind=sure, certain=bearer.certain)
    return Name(
        full_form(bearer),
        "person",
        spans,
        first_role(bearer),
        gender_of(bearer),
        offices_of(bearer),
        sure or introduced,
        bearer.certain,
        introduced,
    )
