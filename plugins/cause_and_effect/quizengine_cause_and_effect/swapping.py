"""Names of one kind: what can stand in a gap beside the right one, and what makes a statement false."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, per_article
from quizengine.language import Name, names_in
from quizengine.language.name_places import sort_of_place, takes_the
from quizengine.language.names import mentioned_from
from quizengine.language.word_lists import phrases
from quizengine_cause_and_effect.telling import Told

_SAME = (
    phrases("u.s.|u.s.a.|us|usa|united states|america|united states of america"),
    phrases("u.k.|uk|united kingdom|britain|great britain|england"),
    phrases("soviet union|russia|ussr"),
    phrases("korea|north korea|south korea"),
    phrases("china|prc|people's republic of china"),
    phrases("holland|netherlands"),
)
"""Names of countries that are, or may be, one: none of them makes the other wrong."""


@dataclass(frozen=True)
class Slot:
    """A name in a told sentence: its tokens, and the kind that what takes its place must be of."""

    name: Name
    tokens: tuple[int, ...]
    kind: str


def slots(told: Told) -> Iterator[Slot]:
    """The names in a sentence that others of their kind can take the place of, in order."""
    tree = told.clause.tree
    span = tree.span(told.said.tokens)
    for mention, name in mentioned_from(span.article, span.start, span.end):
        tokens = tuple(each for each in tree.tokens_in(mention) if each in told.said.tokens)
        kind = kind_of(name)
        before = tree.tokens[tokens[0] - 1].form.lower() if tokens and tokens[0] else ""
        if not tokens or not kind or before in ("the", "a", "an", "-") or told.text.count(shown(told, tokens)) != 1:
            continue
        behind = tree.tokens[tokens[-1] + 1].form if tokens[-1] + 1 < len(tree.tokens) else ""
        if behind in ("’s", "'s", "-", "’", "'") or _is_part(told, tokens):
            continue
        yield Slot(name, tokens, kind)


def shown(told: Told, tokens: tuple[int, ...]) -> str:
    """The words that stand in the sentence for some tokens."""
    return told.said.words(tokens)


def _is_part(told: Told, tokens: tuple[int, ...]) -> bool:
    """Whether a name only describes a noun: "Ukraine war", "the Zelenskyy government"."""
    tree = told.clause.tree
    last = tree.tokens[tokens[-1]]
    return last.relation in ("compound", "amod", "nmod:poss", "flat", "appos", "nmod:desc") and last.head not in tokens


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
    here = {name.full for _, name in mentioned_from(article, sentence.start, sentence.end)}
    found = [name for name in _by_kind(article).get(slot.kind, ()) if name.full not in here]
    fitting = [name for name in found if _differs(name, slot.name) and _same_gender(name, slot.name)]
    return [name.full for name in fitting if not takes_the(name.full)]


@per_article
def _by_kind(article: Article) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in sorted(names_in(article), key=lambda name: (-len(name.mentions), name.mentions[0].start)):
        if kind := kind_of(name):
            found.setdefault(kind, []).append(name)
    return found


def _differs(one: Name, other: Name) -> bool:
    forms = one.full.casefold(), other.full.casefold()
    alike = any(set(forms) <= same for same in _SAME)
    return one.surname != other.surname and not alike and forms[0] not in forms[1] and forms[1] not in forms[0]


def _same_gender(one: Name, other: Name) -> bool:
    return not one.pronoun or not other.pronoun or one.pronoun == other.pronoun
