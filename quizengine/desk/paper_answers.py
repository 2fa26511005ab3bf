"""Turns the answers of a paper form, as a teacher types them into a grid, into responses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, assert_never

from quizengine.errors import QuizEngineError
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
from quizengine.language.truth_words import truth_words
from quizengine.quiz.markup import PLAIN, plain
from quizengine.quiz.parts import Gap, Option, Ordering, Response
from quizengine.quiz.questions import choices_of, fixed_parts

Expected = Literal["letter", "letters", "verdict", "gaps", "pairs", "order", "nothing"]
"""The content that a cell should hold."""


class UnreadableAnswerError(QuizEngineError):
    """A cell of the grid that does not say which answer is meant."""

    def __init__(self, written: str, expected: Expected, of: str) -> None:
        super().__init__(f"found “{written}”, expected {expected} ({of})")
        self.written = written
        self.expected = expected
        self.of = of
        """The last letter, the two words, or how many there are of what is expected."""


def response_on_paper(one: ExportedQuestion, written: str, locale: str) -> Response:
    """The response that a cell stands for, as the question is printed; an empty cell is no answer.

    Letters stand for options in their printed order ("B", "A C"), true and false for their first letters, a text for
    itself, several gaps are separated by semicolons, letters of pairs follow the left sides, and numbers of an order
    follow its lines. Raises UnreadableAnswerError.
    """
    written = written.strip()
    if not written:
        return {}
    match one.interaction:
        case SingleChoice(options=options):
            return _chosen(one, options, _letters(written, len(options), most=1))
        case MultipleChoice(options=options):
            return _chosen(one, options, _letters(written, len(options), most=len(options)))
        case TrueFalse():
            return {choices_of(one.original)[0].name: (_verdict(written, locale),)}
        case TextEntry() | NumberEntry() | OpenAnswer():
            return {_gaps(one)[0].name: (written,)}
        case GapText():
            texts = [text.strip() for text in written.split(";")]
            _same_number(texts, _gaps(one), written, "gaps")
            return {gap.name: (text,) for gap, text in zip(_gaps(one), texts, strict=True) if text}
        case PairMatching():
            return dict(_paired(one, one.interaction, written))
        case Sequencing(options=options):
            return _ordered(one, options, written)
        case Mixed():
            raise UnreadableAnswerError(written, "nothing", "")
        case _:
            assert_never(one.interaction)


def _letters(written: str, count: int, most: int) -> list[int]:
    """The places that letters stand for, counted from 0; commas and spaces between them are left out."""
    signs = re.sub(r"[\s,;/+&.]+", "", written).upper()
    places = [ord(sign) - ord("A") for sign in signs]
    if not places or len(places) > most or any(not 0 <= place < count for place in places):
        last = chr(ord("A") + count - 1)
        raise UnreadableAnswerError(written, "letter" if most == 1 else "letters", last)
    return places


def _chosen(one: ExportedQuestion, options: Sequence[Option], places: Sequence[int]) -> Response:
    part = choices_of(one.original)[0]
    ids = _ids(one, part.options)
    return {part.name: tuple(dict.fromkeys(ids[options[place].text] for place in places))}


def _verdict(written: str, locale: str) -> str:
    first = written.casefold()[0]
    for words in (truth_words(locale), truth_words("en")):
        found = [name for name, word in words.items() if word.casefold().startswith(first)]
        if len(found) == 1:
            return found[0]
    words = truth_words(locale)
    raise UnreadableAnswerError(written, "verdict", f"{words['true']}, {words['false']}")


def _paired(one: ExportedQuestion, pairs: PairMatching, written: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    lefts = sorted((left for left, _ in pairs.pairs), key=lambda left: left.id)
    places = _letters(written, len(pairs.rights), most=len(lefts))
    _same_number(places, lefts, written, "pairs")
    by_label = {_words(one, part.label): part for part in choices_of(one.original)}
    for left, place in zip(lefts, places, strict=True):
        part = by_label[left.text]
        yield part.name, (_ids(one, part.options)[pairs.rights[place].text],)


def _ordered(one: ExportedQuestion, options: Sequence[Option], written: str) -> Response:
    numbers = [int(number) for number in re.findall(r"\d{1,3}", written)]
    if sorted(numbers) != list(range(1, len(options) + 1)):
        raise UnreadableAnswerError(written, "order", str(len(options)))
    part = next(part for part in fixed_parts(one.original) if isinstance(part, Ordering))
    ids = _ids(one, part.options)
    by_place = {number: ids[option.text] for number, option in zip(numbers, options, strict=True)}
    return {part.name: tuple(by_place[place] for place in sorted(by_place))}


def _same_number(found: Sequence[object], needed: Sequence[object], written: str, expected: Expected) -> None:
    if len(found) != len(needed):
        raise UnreadableAnswerError(written, expected, str(len(needed)))


def _gaps(one: ExportedQuestion) -> list[Gap]:
    return [part for part in fixed_parts(one.original) if isinstance(part, Gap)]


def _ids(one: ExportedQuestion, options: Sequence[Option]) -> Mapping[str, str]:
    """The ids that responses have for options, by the words that are printed."""
    return {_words(one, option.text): option.id for option in options}


def _words(one: ExportedQuestion, text: str) -> str:
    return text if one.original.markup == PLAIN else plain(text)
