"""A question: one thing asked, with its key, the evidence that proves it and where it came from."""

import hashlib
import json
import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from random import Random
from typing import Any, ClassVar, Literal, TypeVar

from quizengine.errors import QuestionError
from quizengine.quiz.grading import Score, grade_part
from quizengine.quiz.markup import PLAIN, Markup, Medium, faults, media, plain, texts_of, with_texts
from quizengine.quiz.parts import ENGLISH, Choice, Key, Part, Response
from quizengine.text.article import Article, Span

Result = TypeVar("Result")

_DERIVED = "derived by "
_BESIDE_THE_CONTENT = frozenset({"id", "points", "feedback", "rationale", "evidence", "origin", "tags"})
_MOST_POINTS = 1000
_ARTICLE_SAYS = "The article says: “{}”"


@dataclass(frozen=True)
class Evidence:
    """The stretch of the article that proves the key: `article.text[start:end] == quote`."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, span: Span) -> "Evidence":
        """The evidence that a span gives."""
        return cls(span.start, span.end, span.text)

    def holds_in(self, article: Article) -> bool:
        """Return whether the article says exactly this at exactly this place."""
        return 0 <= self.start < self.end and article.text[self.start : self.end] == self.quote


@dataclass(frozen=True)
class Origin:
    """The generator and the rule that made a question."""

    generator: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """The base of all question types; a type is a frozen dataclass with the fields of its YAML.

    `id` is a hash of the content (type, stem, key, options) unless it is given. Raises QuestionError if it cannot be
    asked.
    """

    type: ClassVar[str]
    marked_up: ClassVar[tuple[str, ...]] = ("stem", "rationale")
    """The fields whose texts are in Markdown where the markup says so; a type adds its options and other words."""

    stem: str
    id: str = ""
    markup: Markup = PLAIN
    points: Decimal | None = None
    """The points for a fully right response; None means one point for each part."""
    rationale: str = ""
    evidence: Evidence | None = None
    origin: Origin | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.stem.strip():
            raise QuestionError("found an empty stem, expected the words that ask")
        if self.points is not None and not (self.points.is_finite() and 0 < self.points <= _MOST_POINTS):
            raise QuestionError(f"found {self.points} points, expected more than 0 and at most {_MOST_POINTS:,}")
        self.check()
        for text in self.texts_with_markup:
            for fault in faults(text):
                raise QuestionError(fault)
        if not self.id:
            object.__setattr__(self, "id", self.content_id)

    @property
    def content_id(self) -> str:
        """Twelve hexadecimal digits that depend on what is asked and nothing else."""
        content = {"type": self.type} | {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name not in _BESIDE_THE_CONTENT and getattr(self, field.name) != _default(field)
        }
        canonical = json.dumps(content, default=_plain, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    @property
    def texts_with_markup(self) -> tuple[str, ...]:
        """The texts in Markdown, gaps in them as marks (`quizengine.quiz.markup.gap_mark`); none of plain text."""
        return () if self.markup == PLAIN else tuple(texts_of(self, self.marked_up))

    @property
    def media(self) -> tuple[Medium, ...]:
        """The images and recordings that its texts need, each once."""
        return tuple(dict.fromkeys(medium for text in self.texts_with_markup for medium in media(text)))

    def in_plain_words(self) -> "Question":
        """The question without markup, with the same id: for checks, terminals, and formats that have none.

        Where that makes two options the same, as two formulas may be, the texts stay as they are written.
        """
        if self.markup == PLAIN:
            return self
        try:
            return self.with_words(plain)
        except QuestionError:
            return replace(self, markup=PLAIN, id=self.id)

    def with_words(self, words: Callable[[str], str]) -> "Question":
        """The question with what a function makes of each text that has markup, as plain words, with the same id."""
        return with_texts(self, self.marked_up, words, markup=PLAIN, id=self.id)

    @property
    def all_or_nothing(self) -> bool:
        """True if a response that is partly right earns nothing."""
        return False

    @property
    def option_feedback(self) -> Mapping[str, str]:
        """The feedback on single options after the quiz for those who chose them, by the option's id."""
        return {}

    @abstractmethod
    def check(self) -> None:
        """Raise QuestionError if the fields do not make a question of this type."""

    @abstractmethod
    def parts(self, rng: Random) -> tuple[Part, ...]:
        """Return what a student reads and responds to, shuffled by `rng`; holds nothing of the key."""

    @abstractmethod
    def key(self) -> Mapping[str, Key]:
        """Return what each part accepts, by the part's name."""

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy or a pickle is made of: the fields, without what was worked out from them."""
        return {name: value for name, value in self.__dict__.items() if not name.startswith(_DERIVED)}

    def grade(self, response: Response, locale: str = ENGLISH) -> Score:
        """The points that a response earns: one possible for each part.

        Numbers and words are read as the locale writes them.
        """
        return self.grade_by(self.key(), response, locale)

    def grade_by(
        self,
        keys: Mapping[str, Key],
        response: Response,
        locale: str = ENGLISH,
        by_people: Fraction = Fraction(0),
    ) -> Score:
        """The points that a response earns by other keys than the question's own.

        `by_people` is the share of the points of sentences that was given for them.
        """
        shares = [grade_part(key, response.get(name, ()), locale, by_people) for name, key in keys.items()]
        if self.all_or_nothing and any(share < 1 for share in shares):
            shares = [Fraction(0)] * len(shares)
        return Score(sum(shares, Fraction(0)), Fraction(len(shares)))


def article_says(words: str) -> str:
    """The rationale that quotes what proves a key, on one line."""
    return _ARTICLE_SAYS.format(" ".join(words.split()))


def without_article_says(text: str, words: str = "") -> str:
    """The text without what `article_says` makes of these words; without words, of any.

    Line breaks, straight quotation marks and a full stop behind them make no difference: people type these rationales.
    """
    quoted = r"\s+".join(map(re.escape, words.split())) or "[^”]*?"
    written = _ARTICLE_SAYS.replace("“", '[“"]').replace("”", '[”"]').format(quoted)
    return re.sub(rf"{written}\.?", "", text)


def generator_of(question: "Question") -> str:
    """The name of the generator that made a question; empty for one that somebody wrote."""
    return question.origin.generator if question.origin else ""


def rule_of(question: "Question") -> str:
    """The rule that made a question, as "numeric_recall/which-year"; empty for one that somebody wrote."""
    return f"{question.origin.generator}/{question.origin.rule}" if question.origin else ""


def cache_per_question(function: "Callable[[Question], Result]") -> "Callable[[Question], Result]":
    """Make a function of one question remember its result on that question, for as long as the question lives.

    A question is looked at by some fifty checks and compared with hundreds of other questions. A cache by value would
    hash every field of it each time.
    """
    name = f"{_DERIVED}{function.__module__}.{function.__qualname__}"  # no field can have a name with spaces

    @wraps(function)
    def remembered(question: Question) -> Result:
        known = question.__dict__
        if name not in known:
            known[name] = function(question)
        result: Result = known[name]
        return result

    return remembered


@cache_per_question
def fixed_parts(question: Question) -> tuple[Part, ...]:
    """The parts in one order that is always the same: what checks look at."""
    return question.parts(Random(0))


def choices_of(question: Question) -> tuple[Choice, ...]:
    """The choices that a question lays out."""
    return tuple(part for part in fixed_parts(question) if isinstance(part, Choice))


@cache_per_question
def fixed_key(question: Question) -> Mapping[str, Key]:
    """The key, worked out once."""
    return question.key()


@cache_per_question
def plain_question(question: Question) -> Question:
    """The question in plain words, worked out once: what checks look at."""
    return question.in_plain_words()


Scoring = Literal["partial", "all-or-nothing"]
"""The score of a partly right response: its share, or nothing."""


class Scored:
    """A base, before Question, of types whose field `scoring` says what a response that is partly right earns."""

    scoring: Scoring

    @property
    def all_or_nothing(self) -> bool:
        """True if a response that is partly right earns nothing."""
        return self.scoring == "all-or-nothing"


NearMiss = Literal["full", "half", "nothing"]
"""The score for one wrong letter in a long word."""

NEAR_SHARES: Mapping[NearMiss, Fraction] = {"full": Fraction(1), "half": Fraction(1, 2), "nothing": Fraction(0)}

MOST_TO_PLACE = 100
"""Texts to order or to pair; a page draws each with a list of all places, and nobody could keep more in mind."""


def require_distinct(texts: tuple[str, ...], what: str, *, cased: bool = False) -> None:
    """Raise QuestionError if one of the texts is empty or is there twice (white space and encoding aside).

    Where capitals are not `cased`, "Mercury" is "mercury"; among options they may be what is asked about.
    """
    seen: set[str] = set()
    for text in texts:
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        plain = plain if cased else plain.casefold()
        if not plain:
            raise QuestionError(f"found an empty {what}, expected words")
        if plain in seen:
            raise QuestionError(f"found the {what} “{text}” twice, expected it once")
        seen.add(plain)


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _plain(value: Any) -> Any:
    """Return what JSON cannot write by itself: decimals by value (5 is 5.0) and dataclasses by their fields."""
    if isinstance(value, Decimal):
        return format(value.normalize() + 0, "f")  # + 0 makes -0 the 0 that it is
    return {field.name: getattr(value, field.name) for field in fields(value)}
