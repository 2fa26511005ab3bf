"""The content of the two sheets: what students read and fill in, and the key with its rationale and evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never

from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import Losses, LossTable, not_carried, weakens
from quizengine.formats.content.number_keys import figures
from quizengine.formats.encodings.html_text import html_of
from quizengine.formats.paper.labels import Labels, labels
from quizengine.language.numbers.locales import answer_in, figure_in
from quizengine.language.truth_words import truth_words
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz


@dataclass(frozen=True)
class Lettered:
    """Options with the letters A, B, C …, of which one or several are to be marked."""

    texts: tuple[str, ...]
    told: str = ""
    """The instruction, if the options do not make it clear."""


@dataclass(frozen=True)
class Boxes:
    """Options of which one box is to be ticked, on one line."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A line to write on, with the unit after it."""

    unit: str = ""


@dataclass(frozen=True)
class Ruled:
    """Lines to write sentences on."""

    lines: int


@dataclass(frozen=True)
class Running:
    """Words with gaps to write into; a gap is None."""

    pieces: tuple[str | None, ...]


@dataclass(frozen=True)
class Columns:
    """Texts with a gap before each, and the options with letters that belong in the gaps."""

    lefts: tuple[str, ...]
    rights: tuple[str, ...]
    told: str


@dataclass(frozen=True)
class Places:
    """Texts with a gap before each for its place in the order."""

    texts: tuple[str, ...]
    told: str


_FEWEST_LINES, _LINES_A_POINT, _MOST_LINES = 5, 3, 20
"""The lines for one point, for each further point, and for a whole answer: they tell nothing of the model answer."""

Field = Lettered | Boxes | Line | Ruled | Running | Columns | Places


@dataclass(frozen=True)
class AskedOnPaper:
    """One question on the sheet for students."""

    number: int
    stem: str
    points: str
    """“2 points”; empty for a single one."""
    field: Field


@dataclass(frozen=True)
class Solved:
    """One question on the sheet with the key."""

    number: int
    stem: str
    answers: tuple[str, ...]
    """The right answers: one line, or one for each gap or pair."""
    rationale: str
    evidence: str
    """The words of the article that prove the key."""
    in_sentences: bool = False
    """True if the answer is a model answer, too long for bold letters."""


@dataclass(frozen=True)
class Paper:
    """All that is on a sheet."""

    title: str
    about: tuple[str, ...]
    """The words between the title and the questions."""
    asked: tuple[AskedOnPaper, ...]
    solved: tuple[Solved, ...]
    labels: Labels
    locale: str


def questions_on_paper(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> Paper:
    """The sheet for students; there is nothing of the key in it.

    The texts of questions are HTML where the questions are; so is then what else is among them.
    """
    words = labels(quiz.locale)
    article = quiz.article.title if quiz.article else ""
    read = words.article.format(title=article) if article not in ("", quiz.title) else ""
    asked = tuple(_asked(one, quiz.locale, words) for one in kept)
    return Paper(quiz.title, tuple(filter(None, (quiz.description, read))), asked, (), words, quiz.locale)


def key_on_paper(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> Paper:
    """The sheet with the key, why it is right, and what in the article proves it."""
    words = labels(quiz.locale)
    solved = tuple(_solved(one, quiz.locale, words) for one in kept)
    return Paper(f"{quiz.title}: {words.key}", (), (), solved, words, quiz.locale)


def quotation_line(words: str) -> str:
    """Return words of the article between quotation marks, unless they begin with one; nothing for nothing."""
    return words if words[:1] in '“"«„' else f"“{words}”"


def option_letter(place: int) -> str:
    """The letter of an option by its place, counted from 0: A to Z, then AA, as lists in HTML count."""
    over, rest = divmod(place, 26)
    return (option_letter(over - 1) if over else "") + chr(ord("A") + rest)


def _asked(one: ExportedQuestion, locale: str, words: Labels) -> AskedOnPaper:
    points = "" if one.points == 1 else f"{figures(one.points)} {words.points}"
    return AskedOnPaper(one.number, one.stem, points, _field(one, locale, words))


def _field(one: ExportedQuestion, locale: str, words: Labels) -> Field:
    match one.interaction:
        case TrueFalse():
            return Boxes(tuple(truth_words(locale).values()))
        case SingleChoice(options=options):
            return Lettered(_texts(options))
        case MultipleChoice(options=options):
            return Lettered(_texts(options), words.choose_all)
        case NumberEntry(key=key, unit=unit):
            return Line("" if key.unit_required else _as_text(one, unit))
        case TextEntry():
            return Line()
        case OpenAnswer():
            return Ruled(min(_FEWEST_LINES + int(_LINES_A_POINT * (one.points - 1)), _MOST_LINES))
        case GapText(pieces=pieces):
            return Running(tuple(piece if isinstance(piece, str) else None for piece in pieces))
        case PairMatching(pairs=pairs, rights=rights):
            lefts = sorted((left for left, _ in pairs), key=lambda left: left.id)
            return Columns(_texts(lefts), _texts(rights), words.write_letters)
        case Sequencing(options=options):
            return Places(_texts(options), words.write_places)
        case Mixed():
            return not_carried(one.interaction)
        case _:
            assert_never(one.interaction)


def _texts(options: Sequence[Option]) -> tuple[str, ...]:
    return tuple(option.text for option in options)


def _solved(one: ExportedQuestion, locale: str, words: Labels) -> Solved:
    evidence = one.question.evidence
    quote = " ".join(evidence.quote.split()) if evidence else ""
    rationale = one.question.rationale.strip()
    told = quote and quote in " ".join(one.original.rationale.split())
    shown = "" if told else _as_text(one, quote)
    answers, in_sentences = tuple(_answers(one, locale, words)), isinstance(one.interaction, OpenAnswer)
    return Solved(one.number, one.stem, answers, rationale, shown, in_sentences)


def _answers(one: ExportedQuestion, locale: str, words: Labels) -> Iterator[str]:
    match one.interaction:
        case TrueFalse(answer=answer):
            yield truth_words(locale)["true" if answer else "false"]
        case SingleChoice(options=options, right=right):
            yield _with_letter(options, right)
        case MultipleChoice(options=options, right=several):
            yield from (_with_letter(options, option) for option in options if option in several)
        case NumberEntry() | TextEntry():
            yield _as_text(one, _typed(one.interaction, locale, words))
        case OpenAnswer(model=model):
            yield model
        case GapText(gaps=gaps):
            typed = (_as_text(one, _typed(gap, locale, words)) for gap in gaps)
            yield from (f"{number}. {text}" for number, text in enumerate(typed, 1))
        case PairMatching(pairs=pairs, rights=rights):
            ordered = sorted(pairs, key=lambda pair: pair[0].id)
            yield from (f"{left.text} → {_with_letter(rights, right)}" for left, right in ordered)
        case Sequencing(answer=ordered_texts):
            numbers = count(1)
            yield from (f"{next(numbers)}. {option.text}" for option in ordered_texts)
        case Mixed():
            not_carried(one.interaction)
        case _:
            assert_never(one.interaction)


def _as_text(one: ExportedQuestion, plain: str) -> str:
    """Plain words as the texts of the question are: HTML or words."""
    return html_of(plain) if one.in_html else plain


def _with_letter(options: Sequence[Option], one: Option) -> str:
    return f"{option_letter(options.index(one))}. {one.text}"


def _typed(entry: NumberEntry | TextEntry, locale: str, words: Labels) -> str:
    if isinstance(entry, TextEntry):
        first, *others = entry.key.accepted
        return f"{first} ({words.also}: {'; '.join(others)})" if others else first
    key = entry.key
    found = answer_in(key.value, locale, entry.unit)
    if key.low == key.high:
        return found
    figure = figure_in if entry.unit else answer_in
    return f"{found} ({words.between.format(low=figure(key.low, locale), high=figure(key.high, locale))})"


def with_rows(losses: Losses, rows: LossTable) -> Losses:
    """Losses with other rows in their table."""
    return replace(losses, table={**losses.table, **rows})


_MADE_BY: LossTable = {
    "feedback for single options": weakens("feedback for single options"),
    "origin": weakens("which generator made a question"),
    "tags": weakens("tags"),
    "id": weakens("the history of edited questions"),
    "seed": weakens("the order of options for each student", "the paper has one order"),
}
ON_THE_SHEET = Losses(
    {
        **_MADE_BY,
        "rationale": weakens("the rationale", "it is on the sheet with the key"),
        "evidence": weakens("the evidence", "it is on the sheet with the key"),
    }
)
"""The losses of the sheet for students."""
ON_THE_KEY = Losses(
    {
        **_MADE_BY,
        "evidence": weakens("the place of the evidence in the article", "its words are there"),
        "partial credit": weakens("how much a partly right response earns"),
        "all-or-nothing marking": weakens("all-or-nothing marking"),
        "half marks for one wrong letter": weakens("marks for one wrong letter"),
        "several points": weakens("what a question is worth", "it is on the sheet for students"),
        "description": weakens("the description", "it is on the sheet for students"),
        "article": weakens("which article is asked about", "it is on the sheet for students"),
    }
)
"""The losses of the sheet with the key."""
