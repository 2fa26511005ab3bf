"""The interaction of a student with a question, as one of ten values that every writer of a format matches on.

A question says in four kinds of part what a student sees and in four kinds of key what is right. File formats have
question types instead, so parts and keys are put together here, once for all formats. A question type of a plugin is
one of the first nine kinds if its parts look like it; anything else is `Mixed`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from html import escape
from random import Random

from quizengine.errors import QuestionError
from quizengine.quiz.markup import PLAIN
from quizengine.quiz.parts import (
    Choice,
    ChoiceKey,
    Gap,
    Key,
    ModelAnswer,
    NumberKey,
    Option,
    Ordering,
    OrderKey,
    Part,
    Text,
    TextKey,
)
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types import ChoiceQuestion, MatchingQuestion


@dataclass(frozen=True)
class TrueFalse:
    """Judge the statement in the stem."""

    answer: bool


@dataclass(frozen=True)
class SingleChoice:
    """Choose one option."""

    options: tuple[Option, ...]
    """The options in an order to print: shuffled, with pinned ones last."""
    listed: tuple[Option, ...]
    """The options in the order of their author, the key first: for formats whose readers shuffle."""
    right: Option
    pinned: tuple[Option, ...] = ()

    @property
    def right_ones(self) -> tuple[Option, ...]:
        """The right option alone, as those of a multiple choice."""
        return (self.right,)

    @property
    def at(self) -> int:
        """The place of the key among `options`, counted from 0."""
        return self.options.index(self.right)


@dataclass(frozen=True)
class MultipleChoice:
    """Choose every right option; `options`, `listed` and `pinned` are as in a single choice."""

    options: tuple[Option, ...]
    listed: tuple[Option, ...]
    right: tuple[Option, ...]
    pinned: tuple[Option, ...] = ()

    @property
    def right_ones(self) -> tuple[Option, ...]:
        """The right options, as of a single choice."""
        return self.right


@dataclass(frozen=True)
class NumberEntry:
    """Type a number; `unit` is shown beside the field, or has to be typed where the key says so."""

    key: NumberKey
    unit: str = ""


@dataclass(frozen=True)
class TextEntry:
    """Type a word or a name."""

    key: TextKey


Entry = NumberEntry | TextEntry


@dataclass(frozen=True)
class OpenAnswer:
    """Answer in sentences, which a person compares with the model answer."""

    model: str


@dataclass(frozen=True)
class GapText:
    """Fill the gaps in a text: words, and what is typed between them."""

    pieces: tuple[str | Entry, ...]

    @property
    def gaps(self) -> tuple[Entry, ...]:
        """The gaps in the order of the text."""
        return tuple(piece for piece in self.pieces if not isinstance(piece, str))


@dataclass(frozen=True)
class PairMatching:
    """Find the partner of each left side."""

    pairs: tuple[tuple[Option, Option], ...]
    """Each left side with its right side, in their author's order."""
    rights: tuple[Option, ...]
    """All right sides to choose from, each once, in an order to print."""
    distractors: tuple[Option, ...]
    """The right sides that are nobody's partner, in their author's order."""


@dataclass(frozen=True)
class Sequencing:
    """Put texts in order: `answer` is the right order, `options` an order to print."""

    answer: tuple[Option, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Mixed:
    """Anything else that a plugin's question type puts together."""

    parts: tuple[Part, ...]
    key: Mapping[str, Key]


Interaction = (
    TrueFalse | SingleChoice | MultipleChoice | Entry | OpenAnswer | GapText | PairMatching | Sequencing | Mixed
)


@dataclass(frozen=True)
class ExportedQuestion:
    """A question on its way into a file."""

    number: int
    """Its number in the quiz, counted from 1, also where questions before it are dropped."""
    question: Question
    """The question as it is exported: in plain words, unless the format takes HTML."""
    interaction: Interaction
    points: Fraction
    """The points for a right response."""
    original: Question
    """The question as it is in the quiz, with its markup."""
    in_html: bool = False
    """True if its texts are HTML, except for what is typed."""
    files: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """The files of its images, by their references, in a format that holds them."""

    @property
    def stem(self) -> str:
        """The words that ask, without blanks around them."""
        return self.question.stem.strip()

    @property
    def all_or_nothing(self) -> bool:
        """Return whether a response that is partly right earns nothing."""
        return self.question.all_or_nothing

    @property
    def feedback(self) -> str:
        """The rationale, with the evidence where the rationale does not quote it; empty without either."""
        rationale, evidence = self.question.rationale.strip(), self.question.evidence
        quote = " ".join(evidence.quote.split()) if evidence else ""
        quoted = f"“{quote}”" if quote and quote not in " ".join(self.original.rationale.split()) else ""
        if self.in_html:
            return "<br>".join(filter(None, (rationale, escape(quoted, quote=False))))
        return "\n".join(filter(None, (rationale, quoted)))


def exported(quiz: Quiz) -> tuple[ExportedQuestion, ...]:
    """The questions of a quiz in plain words; the same quiz always gives the same orders of options."""
    return tuple(
        exported_as(number, question.in_plain_words(), question, quiz.seed)
        for number, question in enumerate(quiz.questions, 1)
    )


def with_html(one: ExportedQuestion, seed: int, html: Callable[[str], str]) -> ExportedQuestion:
    """Return a question with HTML in its texts if they have markup, made of each by a function; else as it is.

    `seed` is that of its quiz, which gives the orders of options.
    """
    if one.original.markup == PLAIN:
        return one
    try:
        marked = one.original.with_words(html)
    except QuestionError:  # what is made of two options may be the same
        return one
    return replace(exported_as(one.number, marked, one.original, seed), in_html=True)


def exported_as(number: int, question: Question, original: Question, seed: int) -> ExportedQuestion:
    """Return a question of a quiz as it is exported, beside the original; `seed` is that of the quiz."""
    return ExportedQuestion(number, question, _interaction(question, seed), points_of(question), original)


def points_of(question: Question) -> Fraction:
    """Return what a right response to a question earns: its own points, or one for each thing to respond to."""
    return Fraction(question.points) if question.points is not None else question.grade({}).possible


def _interaction(question: Question, seed: int) -> Interaction:
    parts, key = question.parts(Random(f"{seed}\0{question.stem}")), question.key()
    _, *asked = parts
    found: Interaction | None = None
    match asked:
        case [Choice() as choice]:
            found = _choice(question, choice, key[choice.name])
        case [Gap() as gap]:
            own = key[gap.name]
            found = OpenAnswer(own.text) if isinstance(own, ModelAnswer) else _entry(gap, own)
        case [Ordering() as ordering]:
            found = _sequencing(ordering, key[ordering.name])
        case [Choice(), Choice(), *_]:
            found = _matching(question, asked, key)
        case _:
            found = _gap_text(asked, key)
    return found or Mixed(parts, key)


def _choice(question: Question, choice: Choice, key: Key) -> Interaction | None:
    if not isinstance(key, ChoiceKey) or choice.label:
        return None
    if {option.id for option in choice.options} == {"true", "false"}:
        return TrueFalse(key.ids == {"true"})
    pinned = question.pinned if isinstance(question, ChoiceQuestion) else ()
    last = tuple(option for option in choice.options if option.text in pinned)
    listed = _listed(question, choice.options, key)
    right = tuple(option for option in listed if option.id in key.ids)
    if choice.multiple:
        return MultipleChoice(choice.options, listed, right, last)
    return SingleChoice(choice.options, listed, right[0], last) if len(right) == 1 else None


def _listed(question: Question, options: tuple[Option, ...], key: ChoiceKey) -> tuple[Option, ...]:
    """The options in their author's order; where that is not known, the right ones first."""
    if isinstance(question, ChoiceQuestion):
        return tuple(map(Option.of, (*question.keys, *question.distractors)))
    return tuple(sorted(options, key=lambda option: (option.id not in key.ids, option.id)))


def _entry(gap: Gap, key: Key) -> Entry | None:
    if isinstance(key, NumberKey):
        return NumberEntry(key, gap.unit or (key.unit if key.unit_required else ""))
    return TextEntry(key) if isinstance(key, TextKey) else None


def _sequencing(ordering: Ordering, key: Key) -> Sequencing | None:
    if not isinstance(key, OrderKey):
        return None
    by_id = {option.id: option for option in ordering.options}
    return Sequencing(tuple(by_id[one] for one in key.ids), ordering.options)


def _matching(question: Question, asked: list[Part], key: Mapping[str, Key]) -> PairMatching | None:
    pairs = {}
    rights = asked[0].options if isinstance(asked[0], Choice) else ()
    for part in asked:
        if not isinstance(part, Choice) or not part.label or part.multiple or part.options != rights:
            return None
        right = key[part.name]
        if not isinstance(right, ChoiceKey) or len(right.ids) != 1:
            return None
        pairs[part.label] = next(option for option in rights if option.id in right.ids)
    partners = {option.id for option in pairs.values()}
    distractors = tuple(option for option in rights if option.id not in partners)
    lefts = list(pairs)
    if isinstance(question, MatchingQuestion):
        lefts = [pair.left for pair in question.pairs]
        distractors = tuple(map(Option.of, question.distractors))
    return PairMatching(tuple((Option.of(left), pairs[left]) for left in lefts), rights, distractors)


def _gap_text(asked: list[Part], key: Mapping[str, Key]) -> GapText | None:
    pieces: list[str | Entry] = []
    for part in asked:
        entry = _entry(part, key[part.name]) if isinstance(part, Gap) else None
        piece = part.text if isinstance(part, Text) else entry
        if piece is None:
            return None
        pieces.append(piece)
    return GapText(tuple(pieces)) if any(not isinstance(piece, str) for piece in pieces) else None
