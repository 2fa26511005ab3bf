"""A script for Google Apps Script that builds a Google Form: quiz mode, keys and feedback.

The script holds the questions as JSON, and a program that is the same for every quiz. Google lets scripts set keys for
questions with options alone; what is typed a teacher marks by hand, with the key at hand in the feedback.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, assert_never

from quizengine.extensions.losses import Loss
from quizengine.formats.content.images import image_type
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
from quizengine.formats.content.loss_tables import Losses, changes_marks, format_with_losses, not_carried, weakens
from quizengine.formats.content.number_keys import asked_with_unit, figures
from quizengine.formats.google_script import SCRIPT
from quizengine.language.truth_words import truth_words
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz

_GAP = "_____"


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    items = [item for one in kept for item in (*_images(one), *_items(one, quiz.locale))]
    held = {"title": quiz.title or "Quiz", "description": quiz.description, "items": items}
    listed = json.dumps(held, ensure_ascii=True, indent=1)  # in ASCII no sign ends a line of a script by surprise
    return SCRIPT.replace("QUIZ_AS_JSON", listed).encode()


def _images(one: ExportedQuestion) -> Iterator[dict[str, Any]]:
    """Yield the images of a question, each as an item above it."""
    for medium in one.original.media:
        if data := one.files.get(medium.file):
            kind, name = image_type(medium.file), medium.file.rpartition("/")[2]
            yield {
                "kind": "image",
                "title": medium.alt,
                "type": kind,
                "name": name,
                "data": b64encode(data).decode(),
            }


def _items(one: ExportedQuestion, locale: str) -> Iterator[dict[str, Any]]:
    """Yield what a question is in a form: one item, or one for each gap, pair or place."""
    shown, whole = one.interaction, _points(one, 1)
    match shown:
        case TrueFalse(answer=answer):
            options = [Option(ident, word) for ident, word in truth_words(locale).items()]
            yield _item("choice", one, one.stem, whole) | _offered(options, {"true" if answer else "false"})
        case SingleChoice(options=options, right=right):
            yield _item("choice", one, one.stem, whole) | _offered(options, {right.id})
        case MultipleChoice(options=options, right=several):
            yield _item("checkbox", one, one.stem, whole) | _offered(options, {option.id for option in several})
        case NumberEntry():
            yield _item("number", one, asked_with_unit(one), whole, _key_of(shown))
        case TextEntry():
            yield _item("text", one, one.stem, whole, _key_of(shown))
        case OpenAnswer(model=model):
            yield _item("paragraph", one, one.stem, whole, model)
        case GapText():
            yield from _with_gaps(one, shown)
        case PairMatching(pairs=pairs, rights=rights):
            yield from _lists(one, rights, {left.text: right for left, right in pairs})
        case Sequencing(answer=ordered, options=options):
            yield from _lists(one, options, {f"{place}.": option for place, option in enumerate(ordered, 1)})
        case Mixed():
            not_carried(shown)
        case _:
            assert_never(shown)


def _lists(one: ExportedQuestion, options: tuple[Option, ...], right: Mapping[str, Option]) -> Iterator[dict[str, Any]]:
    """Yield a list of the same options for each label: the left side of a pair, or a place in an order."""
    for label, option in right.items():
        title = f"{one.stem} – {label}"
        yield _item("list", one, title, _points(one, len(right))) | _offered(options, {option.id})


def _with_gaps(one: ExportedQuestion, shown: GapText) -> Iterator[dict[str, Any]]:
    numbers = count(1)
    pieces = (piece if isinstance(piece, str) else f"{_GAP} ({next(numbers)})" for piece in shown.pieces)
    yield {"kind": "words", "title": one.stem, "help": "".join(pieces)}
    for number, gap in enumerate(shown.gaps, 1):
        kind = "number" if isinstance(gap, NumberEntry) else "text"
        yield _item(kind, one, f"({number})", _points(one, len(shown.gaps)), _key_of(gap))


def _item(kind: str, one: ExportedQuestion, title: str, points: int, key: str = "") -> dict[str, Any]:
    said = "\n".join(filter(None, (key, one.feedback)))
    return {"kind": kind, "title": title, "points": points, "feedback": said}


def _offered(options: "Iterator[Option] | tuple[Option, ...] | list[Option]", right: set[str]) -> dict[str, Any]:
    return {"choices": [[option.text, option.id in right] for option in options]}


def _points(one: ExportedQuestion, parts: int) -> int:
    """The points of each of the parts: whole ones, as Google takes no others."""
    return max(1, round(one.points / parts))


def _key_of(entry: NumberEntry | TextEntry) -> str:
    if isinstance(entry, TextEntry):
        return " / ".join(entry.key.accepted)
    key = entry.key
    exact = " ".join(filter(None, (figures(key.value), entry.unit)))
    return exact if key.low == key.high else f"{exact} ({figures(key.low)} – {figures(key.high)})"


def _of_one_question(one: ExportedQuestion) -> Iterator[Loss]:
    shown = one.interaction
    parts = 1
    if isinstance(shown, PairMatching):
        parts = len(shown.pairs)
    elif isinstance(shown, GapText):
        parts = len(shown.gaps)
    elif isinstance(shown, Sequencing):
        parts = len(shown.answer)
    if _points(one, parts) * parts != one.points:
        yield changes_marks("what a question is worth", "Google gives whole points to each part")


_BY_HAND = changes_marks("the key", "you mark what is typed by hand; the key is in the feedback")
GOOGLE_FORMS = format_with_losses(
    "google-forms",
    ".gs",
    "A script for Google Apps Script that builds the quiz as a Google Form.",
    write=_write,
    losses=Losses(
        {
            "number": _BY_HAND,
            "short text": _BY_HAND,
            "open question": _BY_HAND,
            "cloze": _BY_HAND,
            "partial credit": changes_marks("marks for a partly right choice", "only the whole choice earns marks"),
            "all-or-nothing marking": changes_marks(
                "all-or-nothing marking", "each pair and each place earns its part"
            ),
            "ordering": changes_marks("texts to order", "each place is a list to choose its text from"),
            "matching": weakens("pairs in one table", "each pair is a list to choose from"),
            "images": weakens("the place of images", "they are above the question"),
            "article": weakens("the article"),
            "seed": weakens("the order of options for each student", "all see one order"),
            "feedback for single options": weakens("feedback for single options"),
            "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
            "origin": weakens("which generator made a question"),
            "tags": weakens("tags"),
            "id": weakens("the history of edited questions"),
        },
        also=_of_one_question,
    ),
    holds_images=True,
)
