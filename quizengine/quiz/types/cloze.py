"""Cloze: fill the gaps in a text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.language.normalisation import normalise
from quizengine.language.numbers.quantities import read_amount
from quizengine.language.sentences import sentence_of
from quizengine.quiz.grading.code import looks_like_code
from quizengine.quiz.markup import GAP_MARK, PLAIN, gap_mark, with_gaps, with_texts
from quizengine.quiz.parts import Gap, Key, Match, NumberKey, Part, Text, TextKey
from quizengine.quiz.questions import NEAR_SHARES, Evidence, NearMiss, Question, Scored, Scoring, article_says
from quizengine.text.article import Span

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<gap>[^{}]*)\}|[{}]|[^{}]+")


@dataclass(frozen=True, kw_only=True)
class ClozeQuestion(Scored, Question):
    """`text` holds its gaps in braces.

    For example: `Rain is {water} from {clouds|a cloud}.` Variants are separated by `|`, the fullest first; a brace that
    is not a gap is written twice. `match` and `near_miss` are as in a short text, for all gaps.
    """

    type: ClassVar[str] = "cloze"

    text: str
    match: Match = "words"
    near_miss: NearMiss = "nothing"
    scoring: Scoring = "partial"

    @classmethod
    def around(cls, span: Span, stem: str = "Fill the gap as the article has it.") -> "ClozeQuestion":
        """The sentence that a span is in, with the span as its gap and the sentence as evidence.

        Raises QuestionError for a span with a brace or a bar, which a gap cannot hold as words.
        """
        if re.search(r"[{}|]", span.text):
            raise QuestionError(f"found “{span.text}” to make a gap of, expected words without a brace or a bar")
        sentence = sentence_of(span)
        text = sentence.article.text
        before, after = text[sentence.start : span.start], text[span.end : sentence.end]
        return cls(
            stem=stem,
            text=f"{with_doubled_braces(before)}{{{span.text}}}{with_doubled_braces(after)}",
            rationale=article_says(sentence.text),
            evidence=Evidence.of(sentence),
        )

    @property
    def texts_with_markup(self) -> tuple[str, ...]:
        """The stem, the rationale, and the text with marks for its gaps."""
        return (*super().texts_with_markup, self._with_marks) if self.markup != PLAIN else ()

    def with_words(self, words: Callable[[str], str]) -> "Question":
        """The question with what a function makes of each text; gaps stay as they are."""
        gaps = [piece for piece in self.pieces if not isinstance(piece, str)]
        text = with_gaps(
            with_doubled_braces(words(self._with_marks)), lambda number: f"{{{'|'.join(gaps[number - 1])}}}"
        )
        return with_texts(self, self.marked_up, words, markup=PLAIN, id=self.id, text=text)

    @property
    def _with_marks(self) -> str:
        numbers = count(1)
        return "".join(piece if isinstance(piece, str) else gap_mark(next(numbers)) for piece in self.pieces)

    @property
    def pieces(self) -> tuple[str | tuple[str, ...], ...]:
        """The text cut at its gaps: words as they stand, and for each gap the variants that it accepts."""
        pieces: list[str | tuple[str, ...]] = []
        words: list[str] = []
        for token in _TOKEN.finditer(self.text):
            if token["gap"] is None:
                words.append(token[0][0] if token[0] in ("{{", "}}") else token[0])
            else:
                pieces += ["".join(words), tuple(variant.strip() for variant in token["gap"].split("|"))]
                words = []
        return tuple(piece for piece in (*pieces, "".join(words)) if piece)

    def check(self) -> None:
        """Raise QuestionError without a gap, with an empty one, or with a brace that is not closed."""
        loose = [token.start() for token in _TOKEN.finditer(self.text) if token[0] in ("{", "}")]
        if loose:
            raise QuestionError(
                f"found a single brace at character {loose[0] + 1} of the text, expected gaps like {{word}}; "
                "write a brace that is no gap twice: {{ or }}"
            )
        if self.markup != PLAIN and GAP_MARK.search(self.text):
            raise QuestionError("found characters of private use (U+E000) in the text, expected none; remove them")
        gaps = [piece for piece in self.pieces if not isinstance(piece, str)]
        if not gaps:
            raise QuestionError("found no gap in the text, expected at least one {word} in braces")
        for variants in gaps:
            if not all(variants):
                raise QuestionError(
                    f"found the gap {{{'|'.join(variants)}}} with nothing to type, expected the words that fill it: "
                    "{word}; write a brace that is no gap twice: {{ or }}"
                )
            if self.match == "words" and not all(
                normalise(variant) or looks_like_code(variant) for variant in variants
            ):
                raise QuestionError(
                    f"found the gap {{{'|'.join(variants)}}} with signs alone, which are not compared; set match to "
                    "“exact” (or “code”), or write a brace that is no gap twice: {{ or }}"
                )

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem, then the text and its gaps in turn."""
        parts: list[Part] = [Text(self.stem)]
        numbers = count(1)
        for piece in self.pieces:
            if isinstance(piece, str):
                parts.append(Text(piece))
            else:
                parts.append(Gap(f"gap-{next(numbers)}", "number" if self._number(piece) else "text"))
        return tuple(parts)

    def key(self) -> Mapping[str, Key]:
        """Return what each gap accepts: a number by its value, anything else by its words."""
        gaps = [piece for piece in self.pieces if not isinstance(piece, str)]
        return {
            f"gap-{number}": self._number(gap) or TextKey(gap, self.match, NEAR_SHARES[self.near_miss])
            for number, gap in enumerate(gaps, 1)
        }

    def _number(self, variants: tuple[str, ...]) -> NumberKey | None:
        """The key of a gap that holds one plain number, unless it is to be typed as it stands."""
        return _number(variants) if self.match == "words" else None


def _number(variants: tuple[str, ...]) -> NumberKey | None:
    """The key of a gap that holds one plain number, so that 10000 is as right as 10,000."""
    if len(variants) != 1 or not variants[0][-1:].isdigit():
        return None
    amount = read_amount(variants[0])
    if amount is None or amount.unit or amount.low != amount.high:
        return None
    return NumberKey(amount.low, amount.low, amount.low)


def with_doubled_braces(text: str) -> str:
    """Return words as a cloze text holds them: its braces are doubled, since single ones are gaps."""
    return text.replace("{", "{{").replace("}", "}}")
