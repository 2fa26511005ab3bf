"""Entities: somebody or something with a name, and every place where the article mentions it.

Next: `coreference`, which resolves pronouns and descriptions.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from quizengine.language.discourse.coreference import resolved_anaphors
from quizengine.language.discourse.pronouns import THIRD_PERSON
from quizengine.language.discourse.references import with_article
from quizengine.language.names import Name, names_in
from quizengine.language.names.kind_choice import Kind
from quizengine.language.names.places import place_type
from quizengine.language.syntax.tree import trees
from quizengine.text.article import Article, Span, cache_per_article

_COURTESIES = {"he": ("Mr.",), "she": ("Ms.", "Mrs.")}
_ANY_COURTESY = ("Mr.", "Ms.", "Mrs.")
Form = Literal["name", "short name", "pronoun", "description"]


@dataclass(frozen=True)
class Mention:
    """One place where an article speaks of an entity."""

    span: Span
    form: Form


@dataclass(frozen=True)
class Entity:
    """Somebody or something with a name, and every mention of it that is certain."""

    name: Name
    mentions: tuple[Mention, ...]
    """Names, short names, pronouns and descriptions, in order."""
    pronoun: Literal["he", "she", "it", "they", ""]
    """The pronoun that the article uses for it, or that its name tells; empty if neither does."""
    plural: bool
    """The name is a plural, as of a band, a family or a range of hills."""

    @property
    def full(self) -> str:
        """The fullest name."""
        return self.name.full

    @property
    def kind(self) -> Kind:
        """The kind of entity if that is certain; else "other"."""
        return self.name.kind if self.name.sure_kind else "other"

    @property
    def courtesies(self) -> tuple[str, ...]:
        """The titles before a person's surname that fit the pronoun: "Mr."; all of them if it is not known."""
        return _COURTESIES.get(self.pronoun, _ANY_COURTESY)

    @property
    def written(self) -> str:
        """The full name as it is inside a sentence, with "the" where the article writes it so."""
        return with_article(self.name)


@cache_per_article
def entities_in(article: Article) -> tuple[Entity, ...]:
    """Everybody and everything that the body names, in order of first mention."""
    meant: dict[str, list[Mention]] = defaultdict(list)
    pronouns: dict[str, Counter[str]] = defaultdict(Counter)
    plural: dict[int, bool] = {}
    means = resolved_anaphors(article)
    for tree in trees(article):
        for token in tree.tokens:
            if token.upos == "PROPN":
                plural[token.span.end] = token.xpos == "NNPS"
            if name := means.get(token.span.start):
                sort = THIRD_PERSON.get(token.form.lower())
                meant[name.full].append(Mention(token.span, "pronoun" if sort else "description"))
                pronouns[name.full].update([sort] if sort else [])
    return tuple(_entity(name, meant[name.full], pronouns[name.full], plural) for name in names_in(article))


def _entity(name: Name, meant: list[Mention], pronouns: Counter[str], plural: dict[int, bool]) -> Entity:
    named = [Mention(span, "name" if span.text == name.full else "short name") for span in name.mentions]
    mentions = tuple(sorted([*named, *meant], key=lambda one: one.span.start))
    used = next(iter(pronouns), "") if len(pronouns) == 1 else ""
    many = name.kind not in ("person", "place") and all(plural.get(span.end, False) for span in name.mentions)
    return Entity(name, mentions, name.pronoun or used, many)  # type: ignore[arg-type] # the keys of THIRD_PERSON


def entity_at(span: Span) -> Entity | None:
    """The entity with a mention that overlaps the span; the first one where several do."""
    starts, found = _by_start(span.article)
    at = max(bisect_right(starts, span.start) - 1, 0)
    return next((entity for mention, entity in found[at : at + 2] if mention.span.overlaps(span)), None)


@cache_per_article
def _by_start(article: Article) -> tuple[list[int], list[tuple[Mention, Entity]]]:
    pairs = [(mention, entity) for entity in entities_in(article) for mention in entity.mentions]
    pairs.sort(key=lambda pair: pair[0].span.start)
    return [mention.span.start for mention, _ in pairs], pairs


def entities_of_same_kind(entity: Entity) -> tuple[Entity, ...]:
    """The other entities of the article that are surely of its kind, in order of first mention.

    A name that shares a word with the entity's is left out: it may be part of it, or related. A country is beside
    countries only, and a city beside cities.
    """
    if entity.kind == "other":
        return ()
    every = entities_in(entity.name.mentions[0].article)
    return tuple(other for other in every if other is not entity and _is_alike(entity, other))


def _is_alike(one: Entity, other: Entity) -> bool:
    if one.kind != other.kind or one.plural != other.plural or not other.name.certain:
        return False
    if set(one.full.casefold().split()) & set(other.full.casefold().split()) - {"of", "the", "and", "for"}:
        return False
    return one.kind != "place" or place_type(one.full) == place_type(other.full)
