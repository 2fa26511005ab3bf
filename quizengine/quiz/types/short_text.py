"""Short text: type a word or a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.language.normalisation import normalise
from quizengine.quiz.grading.code import looks_like_code
from quizengine.quiz.parts import Gap, Key, Match, Part, Text, TextKey
from quizengine.quiz.questions import NEAR_SHARES, NearMiss, Question, require_distinct


@dataclass(frozen=True, kw_only=True)
class ShortTextQuestion(Question):
    """`answer` is the fullest right text, `accept` lists others; case, accents and punctuation are not tested.

    `match` tests more: the signs and capitals of code, or every character. `near_miss` is what one wrong letter earns.
    """

    type: ClassVar[str] = "short_text"

    answer: str
    accept: tuple[str, ...] = ()
    match: Match = "words"
    near_miss: NearMiss = "nothing"

    def check(self) -> None:
        """Raise QuestionError if an accepted text is empty, is there twice, or has no letter or digit."""
        require_distinct((self.answer, *self.accept), "accepted answer", cased=self.match != "words")
        for text in (self.answer, *self.accept):
            if self.match == "words" and not normalise(text) and not looks_like_code(text):
                raise QuestionError(
                    f"found the accepted answer “{text}”, expected at least one letter or digit; "
                    "set match to “exact” (or “code”) where signs are what is asked"
                )

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and a gap for text."""
        return Text(self.stem), Gap("answer")

    def key(self) -> Mapping[str, Key]:
        """All accepted texts, the fullest first."""
        return {"answer": TextKey((self.answer, *self.accept), self.match, NEAR_SHARES[self.near_miss])}
