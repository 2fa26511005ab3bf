"""Short text: type a word or a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.language.folding import folded
from quizengine.parts import Gap, Key, Part, Text, TextKey
from quizengine.questions import Question, distinct


@dataclass(frozen=True, kw_only=True)
class ShortTextQuestion(Question):
    """`answer` is the fullest right text, `accept` lists others; case, accents and punctuation are not tested."""

    type: ClassVar[str] = "short_text"

    answer: str
    accept: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise QuestionError when an accepted text is empty, stands there twice, or has no letter or digit."""
        distinct((self.answer, *self.accept), "accepted answer")
        for text in (self.answer, *self.accept):
            if not folded(text):
                raise QuestionError(f"found the accepted answer “{text}”, expected at least one letter or digit")

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and a gap for text."""
        return Text(self.stem), Gap("answer")

    def key(self) -> Mapping[str, Key]:
        """All accepted texts, the fullest first."""
        return {"answer": TextKey((self.answer, *self.accept))}
