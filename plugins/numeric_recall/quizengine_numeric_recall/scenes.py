"""The chunks of a sentence that a figure stands among, and the question words for what it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.language.chunks import Chunk, NounPhrase
from quizengine.language.numbers import Quantity
from quizengine_numeric_recall.things import counted
from quizengine_numeric_recall.tolerance import hedge_of

_NO_QUESTION_WORD = ("year", "label", "decade", "age", "share", "points", "angle")
_CURRENCY = re.compile(r"(?:US |American |Canadian )?(?:dollars|euros|pounds|yen|cents|rubles|rupees|yuan)")


@dataclass(frozen=True)
class Scene:
    """A figure in its sentence: the chunks from pieces[first] to pieces[last] hold it with its hedge and its noun."""

    quantity: Quantity
    pieces: tuple[Chunk, ...]
    first: int
    last: int
    noun: str
    """What stands behind the number in its noun phrase: "North Korean soldiers", "tons of rice"."""


def scene_of(quantity: Quantity, pieces: Sequence[Chunk]) -> Scene | None:
    """The figure among its chunks; None when something else stands before the number in its phrase ("his 15 …")."""
    held = [at for at, piece in enumerate(pieces) if piece.span.overlaps(quantity.hedged)]
    phrase = pieces[held[-1]] if held else None
    if not isinstance(phrase, NounPhrase) or pieces[held[0]].span.start < quantity.hedged.start:
        return None
    first, last = held[0], held[-1]
    if first and quantity.ranged and pieces[first - 1].span.text in ("between", "from"):
        first -= 1
    noun = _noun(quantity, phrase)
    if noun is None:
        return None
    text, at = quantity.span.article.text, last + 1
    while at + 1 < len(pieces) and pieces[at].span.text == "of" and isinstance(pieces[at + 1], NounPhrase):
        noun += text[pieces[at - 1].span.end : pieces[at + 1].span.end]
        last, at = at + 1, at + 2
    return Scene(quantity, tuple(pieces), first, last, noun)


def _noun(quantity: Quantity, phrase: NounPhrase) -> str | None:
    """What stands between the number and the end of its phrase; None where that is more than what is counted."""
    behind = quantity.span.article.text[quantity.number.end : phrase.span.end]
    if behind.startswith("-"):
        return None
    if quantity.kind not in ("count", "duration"):
        return behind.strip()
    noun = counted(quantity, phrase)
    return noun if behind.strip() == noun else None


def question_words(scene: Scene) -> str | None:
    """How to ask for what is counted: "how many soldiers", "more than how much", "what percentage of voters"."""
    kind, noun = scene.quantity.kind, scene.noun
    if kind in _NO_QUESTION_WORD or _points_back(scene):
        return None
    words = bound_words(scene.quantity)
    if words is None:
        return None
    bound = f"{words} " if words else ""
    if kind == "percent":
        of = re.match(r"(?:%|percent|per cent) (of .+)", noun)
        return f"{bound}what percentage {of[1]}" if of else None
    if kind == "money":
        return None if noun and not _CURRENCY.fullmatch(noun) else f"{bound}how much"
    if not noun or re.search(r"\d|[,;:()]", noun) or re.match(r"(?:of|and|or)\b", noun):
        return None
    return f"{bound}how many {noun}"


def bound_words(quantity: Quantity) -> str | None:
    """The words that bound a figure, to stand before a question word ("more than", "about"); None where they cannot."""
    if quantity.approximate:
        return "about"
    if not quantity.bound:
        return ""
    words = hedge_of(quantity).lower()
    return None if re.search(r"\bor\b|[^a-z ]", words) else words


def _points_back(scene: Scene) -> bool:
    held = scene.pieces[scene.first : scene.last + 1]
    return any(isinstance(piece, NounPhrase) and piece.points_back for piece in held)
