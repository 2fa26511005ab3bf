"""Names of one kind: what can stand in a gap beside the right one, and what makes a statement false."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, per_article
from quizengine.language import Name, names_in, trees
from quizengine.language.discourse.pronouns import PRONOUNS
from quizengine.language.names import mentioned_from
from quizengine.language.names.places import sort_of_place, takes_the
from quizengine.language.syntax import is_a
from quizengine.language.word_lists import phrases
from quizengine_cause_and_effect.signals import NATIONS
from quizengine_cause_and_effect.telling import Told

_SAME = (
    phrases("u.s.|u.s.a.|us|usa|united states|america|united states of america"),
    phrases("u.k.|uk|united kingdom|britain|great britain|england"),
    phrases("soviet union|russia|ussr"),
    phrases("korea|north korea|south korea"),
    phrases("holland|netherlands"),
    phrases("british|english|scottish|welsh"),
    phrases("soviet|russian"),
)
"""Names that are, or may be, of one country: none of them makes the other wrong."""


@dataclass(frozen=True)
class Slot:
    """A name in a told sentence: its tokens, and the kind that what takes its place must be of."""

    full: str
    tokens: tuple[int, ...]
    kind: str
    pronoun: str = ""


def slots(told: Told) -> Iterator[Slot]:
    """The names in a sentence that others of their kind can take the place of, in order."""
    for slot in (*_names(told), *_nations(told)):
        once = told.text.count(shown(told, slot.tokens)) == 1
        carries = _carries_the_relation(told, slot) and slot.full != main_name(told.clause.tree.sentence.span.article)
        if once and carries and not _is_elsewhere(told, slot.tokens):
            yield slot


@per_article
def main_name(article: Article) -> str:
    """Whoever or whatever the whole article is about, which no question need ask for; empty where there is none."""
    names = sorted(names_in(article), key=lambda name: (-len(name.mentions), name.mentions[0].start))
    if not names:
        return ""
    first = names[0]
    second = next((len(name.mentions) for name in names[1:] if name.kind == first.kind), 0)
    often = len(first.mentions) >= max(_OFTEN, _MAINLY * second)
    return first.full if often or (article.title and first.full in article.title.text) else ""


_MAINLY = 2
"""So many times as often as any other name of its kind an article has that of what it is about."""
_OFTEN = 4


def _carries_the_relation(told: Told, slot: Slot) -> bool:
    """Whether a name is an argument of the clause, of the cause or of the effect, and describes none of them."""
    tree, clause = told.clause.tree, told.clause
    top = next((each for each in slot.tokens if tree.tokens[each].head not in slot.tokens), slot.tokens[-1])
    heads = {clause.head, *(part.head for part in clause.parts), *([clause.subject.head] if clause.subject else [])}
    return tree.tokens[top].head in heads or top in heads


def _names(told: Told) -> Iterator[Slot]:
    tree = told.clause.tree
    span = tree.span(told.said.tokens)
    for mention, name in mentioned_from(span.article, span.start, span.end):
        tokens = tuple(each for each in tree.tokens_in(mention) if each in told.said.tokens)
        kind = kind_of(name)
        if tokens and kind and not _is_part(told, tokens):
            yield Slot(name.full, tokens, kind, name.pronoun)


def _nations(told: Told) -> Iterator[Slot]:
    tree = told.clause.tree
    for index in told.said.tokens:
        token = tree.tokens[index]
        behind = tree.tokens[index + 1].upos if index + 1 < len(tree.tokens) else ""
        after_a_name = index > 0 and tree.tokens[index - 1].form[:1].isupper() and index - 1 in told.said.tokens
        if token.form.lower() in NATIONS and token.form[:1].isupper() and behind == "NOUN" and not after_a_name:
            yield Slot(token.form, (index,), "nation")


def shown(told: Told, tokens: tuple[int, ...]) -> str:
    """The words that stand in the sentence for some tokens."""
    return told.said.words(tokens)


def _is_elsewhere(told: Told, tokens: tuple[int, ...]) -> bool:
    """Whether a name stands behind an article or a hyphen, or opens the sentence: "In Spain, …" may be so elsewhere."""
    tree = told.clause.tree
    before = tree.tokens[tokens[0] - 1].form.lower() if tokens[0] else ""
    behind = tree.tokens[tokens[-1] + 1].form if tokens[-1] + 1 < len(tree.tokens) else ""
    opens = bool(told.said.subject) and tokens[0] < min(told.said.subject)
    return before in ("the", "a", "an", "-") or behind in ("’s", "'s", "-", "’", "'") or opens


def _is_part(told: Told, tokens: tuple[int, ...]) -> bool:
    """Whether a name only describes a noun, or has a word that describes it: "the Ukraine war", "Western Europe"."""
    tree = told.clause.tree
    last = tree.tokens[tokens[-1]]
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), tokens[-1])
    described = any(is_a(tree.tokens[each].relation, "amod", "compound", "det") for each in tree.children[head])
    outer = any(each not in tokens for each in tree.dependents(head, "amod", "compound", "det", "nmod:desc"))
    part = is_a(last.relation, "compound", "amod", "nmod:poss", "flat", "appos", "nmod:desc")
    return (part and last.head not in tokens) or (described and outer)


def kind_of(name: Name) -> str:
    """A kind whose names can be taken for one another: "person", "country", "city" …; empty where none is certain."""
    if not name.certain:
        return ""
    if name.kind == "person":
        return "person" if " " in name.full else ""
    if name.kind == "place":
        return sort_of_place(name.full)
    return ""


def others(article: Article, slot: Slot, told: Told) -> list[str]:
    """The other names of the article of the same kind that the sentence does not name, most often mentioned first."""
    sentence = told.clause.tree.sentence.span
    if slot.kind == "nation":
        known = {token.form for token in told.clause.tree.tokens}
        return [word for word in _nations_of(article) if word not in known and _differ(word, slot.full)]
    if slot.kind == "city" and any(
        _is_country(name) for _, name in mentioned_from(article, sentence.start, sentence.end)
    ):
        return []  # a capital stands for its government: "With support from Norway, Oslo …" is no mistake but nonsense
    here = {name.full for _, name in mentioned_from(article, sentence.start, sentence.end)}
    found = [name for name in _by_kind(article).get(slot.kind, ()) if name.full not in here]
    gendered = any(token.form.lower() in PRONOUNS for token in told.clause.tree.tokens)
    alike = (name for name in found if not gendered or not slot.pronoun or name.pronoun in ("", slot.pronoun))
    return [name.full for name in alike if _differ(name.full, slot.full) and not takes_the(name.full)]


@per_article
def _by_kind(article: Article) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in sorted(names_in(article), key=lambda name: (-len(name.mentions), name.mentions[0].start)):
        if kind := kind_of(name):
            found.setdefault(kind, []).append(name)
    return found


@per_article
def _nations_of(article: Article) -> tuple[str, ...]:
    """The adjectives of nations that the article uses before a noun, in order."""
    found = []
    for tree in trees(article):
        for at, token in enumerate(tree.tokens[:-1]):
            if token.form.lower() in NATIONS and token.form[:1].isupper() and tree.tokens[at + 1].upos == "NOUN":
                found.append(token.form)
    return tuple(dict.fromkeys(found))


def _is_country(name: Name) -> bool:
    return name.kind == "place" and sort_of_place(name.full) == "country"


def _differ(one: str, other: str) -> bool:
    """Whether two names cannot stand for the same, as far as their words tell."""
    forms = one.casefold(), other.casefold()
    alike = any(set(forms) <= same for same in _SAME)
    shared = set(forms[0].split()) & set(forms[1].split()) - _COMMON
    return not shared and not alike


_COMMON = frozenset({"north", "south", "new", "west", "east", "de", "van", "von", "of", "the"})
"""Words that names of different places and people share: "North Korea", "North Dakota"."""
