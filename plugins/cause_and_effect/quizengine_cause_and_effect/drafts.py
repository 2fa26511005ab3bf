"""A question before it has distractors, and a way of asking that a relation does not allow."""

from dataclasses import dataclass
from typing import Literal

from quizengine import Span
from quizengine_cause_and_effect.forms import Form

Direction = Literal["what led to it", "what came of it"]
CAUSE: Direction = "what led to it"
EFFECT: Direction = "what came of it"


@dataclass(frozen=True)
class Draft:
    """A question without its distractors."""

    direction: Direction
    stem: str
    key: Span
    form: Form
    given: tuple[Span, ...]
    """What the stem tells of the article."""
    before: str = ""
    """What stands before every option: the "because of" of "because of the storm"."""
    as_it_is: bool = False
    """Whether the options go on in the middle of a sentence, and so begin small."""
    word_for_word: bool = False
    """Whether the stem asks for the very words of the article: nothing else can be right."""
    key_words: str = ""
    """The key in words, where they are more than those of its span: a clause with its "they" named."""


@dataclass(frozen=True)
class Unaskable:
    """A direction in which a relation is not asked about, and why."""

    direction: Direction
    reason: str


class CannotBe(Exception):  # noqa: N818 - not a fault: a way of asking that a relation does not allow
    """A relation is not asked about in a certain way; the message is the reason."""
