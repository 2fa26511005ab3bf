"""Names that can take the place of a name in a sentence: others of its kind in the article, never one for the same.

Next: `causal_gaps`, `statements` and `agent_questions`, which offer them.
"""

from collections import Counter

from quizengine import Article, cache_per_article
from quizengine.language import (
    PRONOUNS,
    Name,
    mentions_between,
    names_in,
    phrase_set,
    place_type,
    takes_definite_article,
    trees,
)
from quizengine_cause_and_effect.name_slots import RIVALS, Slot, exchangeable_kind
from quizengine_cause_and_effect.relation_sentences import Told
from quizengine_cause_and_effect.signals import NATIONS

_SAME = (
    phrase_set("u.s.|u.s.a.|us|usa|united states|america|united states of america"),
    phrase_set("u.k.|uk|united kingdom|britain|great britain|england"),
    phrase_set("soviet union|russia|ussr"),
    phrase_set("korea|north korea|south korea"),
    phrase_set("holland|netherlands"),
)
"""Names that are, or may be, of one country: none of them makes the other wrong."""


def other_names(article: Article, slot: Slot, told: Told) -> list[str]:
    """The other names of the article of the same kind that the sentence does not name, most often mentioned first."""
    sentence = told.clause.tree.sentence.span
    if slot.kind == "city" and any(
        _is_around(name) for _, name in mentions_between(article, sentence.start, sentence.end)
    ):
        return []  # where a city lies rules others out, and a capital stands for its government: "With Norway, Oslo …"
    here = {name.full for _, name in mentions_between(article, sentence.start, sentence.end)}
    if slot.kind == "party":
        rivals = {each for group in RIVALS if slot.full in group for each in group}
        return sorted(each for each in rivals & _words_with_capitals(article) if each not in sentence.text)
    if slot.kind == "nation":
        alike = next((same for same in _ONE_NATION if slot.full in same), frozenset({slot.full}))
        return [nation for nation in _nations(article) if nation not in sentence.text and nation not in alike]
    found = [name for name in _by_kind(article).get(slot.kind, ()) if name.full not in here]
    gendered = any(token.form.lower() in PRONOUNS for token in told.clause.tree.tokens)
    fit = (name for name in found if not gendered or not slot.pronoun or name.pronoun in ("", slot.pronoun))
    fitting: list[str] = []
    for name in fit:
        if all(_differ(name.full, other) for other in (slot.full, *fitting)) and not takes_definite_article(name.full):
            fitting.append(name.full)
    return fitting


@cache_per_article
def _words_with_capitals(article: Article) -> frozenset[str]:
    return frozenset(token.form for tree in trees(article) for token in tree.tokens if token.form[:1].isupper())


_ONE_NATION = (
    frozenset({"British", "English", "Scottish", "Irish", "Welsh"}),
    frozenset({"Russian", "Soviet", "Ukrainian"}),
)
"""Adjectives of which one may be as true as another."""


@cache_per_article
def _nations(article: Article) -> tuple[str, ...]:
    """The adjectives of nations that an article uses, those used most first."""
    counts = Counter(token.form for tree in trees(article) for token in tree.tokens if token.form[:1].isupper())
    return tuple(form for form, _ in counts.most_common() if form.lower() in NATIONS)


@cache_per_article
def _by_kind(article: Article) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in sorted(names_in(article), key=lambda name: (-len(name.mentions), name.mentions[0].start)):
        if kind := exchangeable_kind(name):
            found.setdefault(kind, []).append(name)
    return found


def _is_around(name: Name) -> bool:
    """Return whether a name is that of a country or a state, in which cities lie."""
    return name.kind == "place" and place_type(name.full) in ("country", "state")


def _differ(one: str, other: str) -> bool:
    """Return whether two names cannot stand for the same, as far as their words tell."""
    forms = one.casefold(), other.casefold()
    sides = [form.partition(" ")[0] for form in forms]
    if set(sides) in _OPPOSITE and forms[0].partition(" ")[2] == forms[1].partition(" ")[2]:
        return True  # North and South Korea
    alike = any(set(forms) <= same for same in _SAME)
    shared = set(forms[0].split()) & set(forms[1].split()) - _COMMON
    return not shared and not alike


_OPPOSITE = ({"north", "south"}, {"east", "west"})
_COMMON = frozenset({"north", "south", "new", "west", "east", "de", "van", "von", "of", "the"})
"""Words that names of different places and people share: "North Korea", "North Dakota"."""
